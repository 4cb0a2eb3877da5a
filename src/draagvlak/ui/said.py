"""Moments and amounts in words of the active language."""

import re
from datetime import date, datetime
from decimal import Decimal

from django.template.defaultfilters import floatformat
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from draagvlak.lib.clock import day_of


def day_said(on: date | datetime, *, with_weekday: bool = False) -> str:
    """A day: 1 maart 2027, 1er mars 2027, 1 March 2027. Of a moment: the day on which it falls here."""
    day = day_of(on) if isinstance(on, datetime) else on
    said = date_format(day, "l j F Y" if with_weekday else "j F Y")
    is_first = day.day == 1 and (get_language() or "").startswith("fr")
    return re.sub(r"\b1 ", "1er ", said, count=1) if is_first else said


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
