"""Small marks that every page uses: icons, state marks, seals, people's words."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from draagvlak.lib.clock import BRUSSELS, day_of
from draagvlak.lib.text import clean_html, in_short
from draagvlak.ui.said import day_said, euro_said, half_days_said, time_said

register = template.Library()
MOST_DAYS_DRAWN = 62
WEEKEND = (5, 6)

ICONS = {
    "person": '<circle cx="12" cy="8" r="5"/><path d="M20 21a8 8 0 0 0-16 0"/>',
    "menu": '<path d="M4 5h16"/><path d="M4 12h16"/><path d="M4 19h16"/>',
    "seal": '<path d="M9 17H7A5 5 0 0 1 7 7h2"/><path d="M15 7h2a5 5 0 1 1 0 10h-2"/><line x1="8" x2="16" y1="12" y2="12"/>',
    "lock": '<rect width="18" height="11" x="3" y="11" rx="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>',
    "left": '<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>',
    "right": '<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>',
}
MARKS = {
    "done": '<rect class="m-fill" x="1" y="1" width="14" height="14"/><path class="m-cut" d="M4.2 8.3 7 11l5-6"/>',
    "busy": '<rect class="m-open" x="2" y="2" width="12" height="12"/><path class="m-fill" d="M1 8h14v7H1z"/>',
    "open": '<rect class="m-open" x="2" y="2" width="12" height="12"/>',
    "wait": '<rect class="m-wait" x="1" y="1" width="14" height="14"/><path class="m-line" d="M8 4v5M8 11v1.5"/>',
    "late": '<path class="m-late" d="M8 .6 15.6 14.6H.4z"/><path class="m-cut" d="M8 5.6v4.2M8 11.6v1"/>',
    "stopped": '<rect class="m-open" x="2" y="2" width="12" height="12"/><path class="m-line" d="m4 4 8 8M12 4l-8 8"/>',
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the few icons of the house; always beside a word, so hidden from screen readers."""
    drawn = mark_safe(ICONS[name])  # noqa: S308 -- our own constant
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', drawn)


@register.simple_tag
def mark(name: str) -> SafeString:
    """The square state mark: done, busy, open, wait, late or stopped. The word always stands beside it."""
    drawn = mark_safe(MARKS[name])  # noqa: S308 -- our own constant
    return format_html('<svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>', drawn)


@register.simple_tag
def seal(value: str) -> SafeString:
    """The first twelve digits of a SHA-256 in fours."""
    digits = value[:12]
    return format_html('<code class="seal">{}</code>', " ".join(digits[i : i + 4] for i in range(0, len(digits), 4)))


@register.filter
def in_eights(value: str) -> str:
    """A whole SHA-256, broken so that it can be read aloud and compared."""
    return " ".join(value[i : i + 8] for i in range(0, len(value), 8))


@register.filter
def colon(value: object) -> SafeString:
    """A value with a colon after it; French puts a space before the colon, at which no line breaks."""
    return format_html("{}{}", value, "\N{NO-BREAK SPACE}:" if get_language() == "fr" else ":")


@register.filter
def day(value: date | datetime | str | None) -> str:
    """A day as people write it: 9 maart 2027. Also of a day kept as text (2027-03-09)."""
    known = date.fromisoformat(value) if isinstance(value, str) and value else value
    return _day_said(get_language(), day_of(known) if isinstance(known, datetime) else known) if known else ""


@lru_cache(maxsize=4096)
def _day_said(_language: str | None, on: date) -> str:
    """Remembered: on a list the same days stand in row after row."""
    return day_said(on)


@register.filter
def moment(value: datetime | None) -> str:
    """A day and an hour: 9 maart 2027, 11.40 uur."""
    if not value:
        return ""
    here = value.astimezone(BRUSSELS)
    return _("{day}, {hour} uur").format(day=_day_said(get_language(), here.date()), hour=time_said(here))


@register.filter
def hour(value: datetime) -> str:
    """The time of a moment: 8.00, 8 h 00, 8:00."""
    return time_said(value.astimezone(BRUSSELS))


@register.filter
def rich(value: str) -> SafeString:
    """Rich text from people, cleaned again on reading."""
    return mark_safe(clean_html(value))  # noqa: S308 -- cleaned on this very line


@register.filter
def get(values: Any, key: Any) -> Any:  # noqa: ANN401 -- a look-up in any mapping
    return values.get(key, "") if values else ""


@register.filter
def in_words(names: Iterable[Any]) -> str:
    """a, b en c."""
    words = [str(name) for name in names]
    return (
        words[0]
        if len(words) == 1
        else _("{first} en {last}").format(first=", ".join(words[:-1]), last=words[-1])
        if words
        else ""
    )


@register.filter
def euro(amount: Decimal | None) -> str:
    """An amount of money; nothing where there is none."""
    return "" if amount is None else euro_said(amount)


@register.filter
def said(texts: Any) -> str:  # noqa: ANN401 -- a text of the law library in three languages, or plain text
    """A text of the law library in the language of the page."""
    return str(texts.said(get_language() or "nl")) if hasattr(texts, "said") else str(texts)


@register.filter
def value_said(value: Any) -> str:  # noqa: ANN401 -- a dated value of the law
    """A value of the law as a reader of the page's language writes it."""
    return str(value.shown((get_language() or "nl")[:2]))


@register.simple_tag
def dots(seats: int, fits: float, *, missing: bool = False) -> SafeString:
    """The seat strip: dots standing on a beam as long as the seats that fit; a dashed dot for a voice that is missing."""
    shown = min(seats, 12)
    width = max(shown, 1 if missing else 0, min(float(fits), 12)) * 18 + 4
    circles = "".join(f'<circle class="s-seat" cx="{9 + i * 18}" cy="9" r="7"/>' for i in range(shown))
    if missing:
        circles += "".join(
            f'<circle class="s-empty" cx="{9 + i * 18}" cy="9" r="6.5"/>' for i in range(max(1, int(fits)))
        )
    beam = f'<rect class="s-beam" x="0" y="20" width="{min(float(fits), 12) * 18:.1f}" height="5"/>'
    return mark_safe(  # noqa: S308 -- numbers only
        f'<svg class="strip" width="{width:.0f}" height="26" viewBox="0 0 {width:.0f} 26" aria-hidden="true" focusable="false">{circles}{beam}</svg>'
    )


@register.simple_tag
def trend(points: Iterable[tuple[date, float]], first: date, last: date) -> SafeString:
    """A line through means of 1 to 5 over time: days from left to right, 1 at the foot, 5 at the top. The last dot is open.

    The numbers stand in the same row of the table.
    """
    days = max((last - first).days, 1)
    places = [(6 + 156 * (day - first).days / days, 38 - 8 * (mean - 1)) for day, mean in points]
    axis = "".join(f'<rect class="g-axis" x="0" y="{38 - 8 * step}" width="168" height="1"/>' for step in (0, 2, 4))
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    marks = "".join(
        f'<circle class="{"t-now" if place == places[-1] else "t-dot"}" cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="4"/>'
        for place in places
    )
    return mark_safe(  # noqa: S308 -- numbers only
        '<svg class="trend" width="168" height="44" viewBox="0 0 168 44" aria-hidden="true" focusable="false">'
        f'{axis}<polyline class="t-line" points="{line}"/>{marks}</svg>'
    )


@register.filter
def amount(value: Decimal) -> str:
    """An amount as people write it: 0,5 and not 0,50."""
    return number_format(in_short(value))


@register.filter
def number(value: Any) -> str:  # noqa: ANN401 -- a decimal, or a number as text
    """A number without the zeros that say nothing, in the way of the language: 12,5 and 24."""
    plain = Decimal(str(value)).normalize()
    return number_format(Decimal(f"{plain:f}"))


@register.filter
def half_days(value: Decimal | int) -> str:
    """So many half-days."""
    return half_days_said(value)


@register.simple_tag
def used_of(used: Any, promised: Any, longest: Any) -> SafeString:  # noqa: ANN401 -- numbers of any kind
    """A bar as long as what was used, and a stroke where the promise ends; the numbers stand beside it in the same row."""
    unit = 160 / float(longest) if longest else 0.0
    at = min(max(float(promised) * unit, 1.5), 158.5)
    bar = f'<rect class="g-now" x="0" y="7" width="{float(used) * unit:.1f}" height="10"/>'
    return mark_safe(  # noqa: S308 -- numbers only
        f'<svg class="strip" width="160" height="24" viewBox="0 0 160 24" aria-hidden="true" focusable="false">'
        f'<rect class="g-axis" x="0" y="11" width="160" height="2"/>{bar}'
        f'<line class="g-goal" x1="{at:.1f}" x2="{at:.1f}" y1="1" y2="23"/></svg>'
    )


@register.filter
def redline(value: str) -> SafeString:
    """A difference between two cleaned texts, with <ins> and <del>; cleaned again on reading. A screen reader says which is which."""
    return _with_words(value, '<span class="sr">')


@register.filter
def redline_paper(value: str) -> SafeString:
    """The same for paper: the words stand there for everybody, so that it can be read in black and white."""
    return _with_words(value, '<span class="word">')


def _with_words(value: str, opened: str) -> SafeString:
    cleaned = clean_html(value, more={"ins", "del"})
    for tag, word in (("del", _("weg:")), ("ins", _("nieuw:"))):
        cleaned = cleaned.replace(f"<{tag}>", f"<{tag}>{opened}[{word} </span>")
        cleaned = cleaned.replace(f"</{tag}>", f"{opened}]</span></{tag}>")
    # What the writer himself struck through or underlined would look like a change: it is said in words that everybody sees.
    for tag, word in (("s", _("doorgestreept:")), ("u", _("onderlijnd:"))):
        cleaned = cleaned.replace(f"<{tag}>", f'<span class="word">[{word} </span>')
        cleaned = cleaned.replace(f"</{tag}>", '<span class="word">]</span>')
    return mark_safe(cleaned)  # noqa: S308 -- cleaned at the top of this function


@register.simple_tag
def term(first: date, last: date, today: date) -> SafeString:
    """The term clock: a block per calendar day, per week when it lasts over 62 days; past, today and still to come, weekends
    lighter. The days themselves stand in words beside it."""
    step = 1 if (last - first).days < MOST_DAYS_DRAWN else 7
    days = [first + timedelta(days=turn) for turn in range(0, (last - first).days + 1, step)]
    blocks = ""
    for turn, one in enumerate(days):
        when = "past" if one + timedelta(days=step) <= today else "next" if one > today else "today"
        weekend = " d-we" if step == 1 and one.weekday() in WEEKEND else ""
        blocks += f'<rect class="d-{when}{weekend}" x="{turn * 10}" y="0" width="8" height="24"/>'
    return mark_safe(  # noqa: S308 -- numbers only
        f'<svg class="days" viewBox="0 0 {len(days) * 10} 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">{blocks}</svg>'
    )
