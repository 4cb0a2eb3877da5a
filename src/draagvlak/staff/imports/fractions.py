"""The share of full time that somebody works, in every way that payrolls write it."""

import re
from collections.abc import Iterable
from datetime import time, timedelta
from decimal import Decimal, InvalidOperation

from draagvlak.staff.imports.cleaning import as_text, is_error, key, normalised_header, plain
from draagvlak.staff.imports.tables import Cell

FractionRead = tuple[Decimal | None, str]
"""A share of full time or None, and the code of what is wrong (empty when nothing is)."""

FULL_TIME_HOURS = Decimal(38)
"""Hours of a full-time week, for a column that gives hours without a divisor."""
FULL_TIME_HEADERS = frozenset(
    [
        "s",
        "urens",
        "uurs",
        "suren",
        "voltijdsuren",
        "voltijdseuren",
        "urenvoltijds",
        "urenvoltijd",
        "voltijdsurenweek",
        "urenvoltijdswerknemer",
        "maatman",
        "urenmaatman",
        "maatmanuren",
        "maatpersoon",
        "urenmaatpersoon",
        "referentieuren",
        "urenreferentie",
        "voltijdsearbeidsduur",
        "wekelijksearbeidsduurvoltijds",
        "gemiddeldewekelijksearbeidsduurmaatpersoon",
        "heurestempsplein",
        "heurestp",
        "heuresreference",
        "heuresdereference",
        "dureetempsplein",
        "personnedereference",
        "heurespersonnedereference",
        "fulltimehours",
        "standardhours",
        "fulltimeweek",
        "hoursfulltime",
        "urenvt",
        "vturen",
        "fturen",
        "noemer",
        "breuknoemer",
    ]
)
_FULL_TIME_PARTS = ("maatpersoon", "maatman", "voltijds", "tempsplein", "fulltime")
"""Headers of the column that says how many hours a full-time week has, next to the hours of the person."""


def tells_full_time(label: str) -> bool:
    """Whether a header speaks of the full-time week: word for word, or between other words."""
    word = normalised_header(label)
    return word in FULL_TIME_HEADERS or any(part in word for part in _FULL_TIME_PARTS)


_NOTHING = frozenset({"", "-", "--", "---", "/", "n/a", "#n/a", "nvt", "n.v.t.", "null", "none", "nan", "?", "."})
_LONGEST_WORDS = 300
_HOUR = r"(?:u(?:ur|ren)?|h(?:eures?|ours?|rs?)?|uur|:)"
_HOURS = re.compile(
    rf"(\d+(?:\.\d+)?)\s*(?:{_HOUR}\s*(?:([0-5]?\d)\s*(?:m|min|minuten|minutes)?\.?'?)?)?"
    r"\s*(?:(?:/|per|par|p/|a)\s*(?:week|w|wk|semaine|sem))?"
)
_HOURS_HEADER = re.compile(
    r"\b(?:uur|uren|urenweek|weekuren|\w*uren|heures?|hours?|hebdomadaire|h|u|q|teller)\b|arbeidsduur|duree"
)
_UNIT = re.compile(r"\s*(?:vte|etp|fte)$")
_TH = re.compile(r"(?<=\d)\s*(?:(?:den|de|ste|iemes?|emes?|e|ths?)\b)?(?:[\s-]*(?:temps|tijds?|time))?$")
_PERCENT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\s*%")
_SHARE_WORD = re.compile(
    r"^(?:deeltijds?|temps partiel|part[ -]?time|dt|tp|pt|voltijds?|vt|ft|full[ -]?time)\b[\s:(-]*"
)
# Not TP: one payroll writes it for temps plein, the next for temps partiel.
_WHOLE_WORDS = {
    "voltijds": "1",
    "voltijd": "1",
    "fulltime": "1",
    "tempsplein": "1",
    "vt": "1",
    "ft": "1",
    "halftijds": "0.5",
    "halftijd": "0.5",
    "mitemps": "0.5",
    "halftime": "0.5",
}


class FractionReader:
    """Reads the cells of one column of fractions; the header says whether bare numbers are hours a week."""

    def __init__(self, label: str = "", *, in_hours: bool = False) -> None:
        self.in_hours = in_hours or bool(_HOURS_HEADER.search(plain(label)))

    def read(self, cell: Cell) -> FractionRead:
        """The share of full time, four decimals. Codes: fraction_not_recognised, fraction_out_of_range."""
        if isinstance(cell, timedelta | time) and self.in_hours:
            return _judged(hours_of(cell) / FULL_TIME_HOURS)
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            return None, "fraction_not_recognised"
        text = plain(as_text(cell)[:_LONGEST_WORDS]).replace(",", ".")
        if text in _NOTHING or is_error(text):
            return None, ""
        try:
            return _judged(self._share(text))
        except (InvalidOperation, ZeroDivisionError):
            return None, "fraction_not_recognised"

    def read_against(self, cell: Cell, full: Cell) -> FractionRead:
        """The share when the row says how many hours a full-time week has; without such a number as `read`."""
        hours, whole = hours_of(cell), hours_of(full)
        if whole < 1 or hours == 0 or not self.in_hours:
            return self.read(cell)
        return _judged(hours / whole)

    def _share(self, text: str) -> Decimal:
        if word := _WHOLE_WORDS.get(key(text)):
            return Decimal(word)
        if match := _PERCENT.search(text):
            # Also "80 % (4/5)" and "deeltijds 80 %"; two percentages contradict each other.
            return Decimal(match[1]) / 100 if len(_PERCENT.findall(text)) == 1 and text[0] != "-" else Decimal("nan")
        text = _TH.sub("", _SHARE_WORD.sub("", text).rstrip(") "))
        part, slash, whole = text.partition("/")
        if slash and whole.strip()[:1].isdigit():
            return _hours(part) / _hours(whole)
        if (match := _HOURS.fullmatch(text)) and not text.replace(".", "").isdigit():
            return _hours(text) / FULL_TIME_HOURS
        return self._bare(Decimal(_UNIT.sub("", text)))

    def _bare(self, number: Decimal) -> Decimal:
        if number > 1 and self.in_hours:
            return number / FULL_TIME_HOURS
        # 1.5 is neither a share nor a likely percentage: one and a half percent of a week is 34 minutes.
        return number / 100 if number >= 5 else number


def _judged(share: Decimal) -> FractionRead:
    if not share.is_finite() or not Decimal("0.00005") < share <= 1:
        return None, "fraction_out_of_range"
    return share.quantize(Decimal("0.0001")), ""


def _hours(text: str) -> Decimal:
    """Hours as 30, 30.4, 30u24, 30:24 or 30 uur 24 min. Raises InvalidOperation."""
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        raise InvalidOperation(text)
    return Decimal(match[1]) + Decimal(match[2] or 0) / 60


def hours_of(cell: Cell) -> Decimal:
    """The hours in a cell, 0 when it holds none."""
    if isinstance(cell, timedelta):
        return Decimal(cell.total_seconds()) / 3600
    if isinstance(cell, time):
        return Decimal(cell.hour) + Decimal(cell.minute) / 60
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return Decimal(0)
    try:
        return _hours(plain(as_text(cell)[:_LONGEST_WORDS]).replace(",", "."))
    except InvalidOperation:
        return Decimal(0)


def must_be_hours(label: str, cells: Iterable[Cell]) -> bool:
    """Whether bare numbers can only be hours though no header says so: nobody has more than 38, and somebody has."""
    if FractionReader(label).in_hours or "%" in label:
        return False
    filled = [cell for cell in cells if cell != ""]
    hours = [hours_of(cell) for cell in set(filled)]
    return len(filled) > 2 and max(hours) == FULL_TIME_HOURS and min(hours) > 1


def are_full_time_hours(cells: Iterable[Cell]) -> bool:
    """Whether a column can say how long a full-time week is: between 30 and 50 hours wherever it is filled in."""
    hours = [hours_of(cell) for cell in set(cells) - {""}]
    return bool(hours) and all(30 <= one <= 50 for one in hours)
