"""Moments and amounts in words of the active language."""

from datetime import datetime
from decimal import Decimal

from django.template.defaultfilters import floatformat
from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _


def time_said(at: datetime) -> str:
    """The time of a day: 9.05, 9 h 05, 9:05. at: in the zone that is meant."""
    return _("{hours}.{minutes}").format(hours=at.hour, minutes=f"{at.minute:02}")


def half_days_said(amount: Decimal | int) -> str:
    """So many half-days: 1 dagdeel, 0,5 dagdelen; in French what is less than two is one thing."""
    plain = Decimal(str(amount)).normalize()
    whole = int(plain) if plain == int(plain) or (get_language() or "").startswith("fr") else 2
    return ngettext("{number} dagdeel", "{number} dagdelen", whole).format(number=number_format(Decimal(f"{plain:f}")))


def euro_said(amount: Decimal) -> str:
    """An amount in euro, to the cent: € 7.500,00, 7 500,00 € or €7,500.00."""
    return pgettext("een bedrag", "€ {amount}").format(amount=floatformat(amount, "2g"))
