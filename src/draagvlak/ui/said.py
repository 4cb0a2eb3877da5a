"""Moments and amounts in words of the active language."""

from datetime import datetime
from decimal import Decimal

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def time_said(at: datetime) -> str:
    """The time of a day: 9.05, 9 h 05, 9:05. at: in the zone that is meant."""
    return _("{hours}.{minutes}").format(hours=at.hour, minutes=f"{at.minute:02}")


def euro_said(amount: Decimal) -> str:
    """An amount in euro, to the cent: € 7.500,00, 7 500,00 € or €7,500.00."""
    return pgettext("een bedrag", "€ {amount}").format(amount=floatformat(amount, "2g"))
