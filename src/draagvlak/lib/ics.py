"""Calendars as other programs read them: invitations by mail (iTIP, RFC 5546) and feeds, both iCalendar (RFC 5545).

The library folds, escapes and orders. Its own VTIMEZONE puts the night in March an hour late, so ours stands here: the rule
of the European Union in two lines, which a test compares with the time zone database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress
from icalendar import Event as Component

from draagvlak.lib.clock import BRUSSELS

PRODUCT = "-//Draagvlak//Draagvlak//NL"
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Party:
    """A person with a mailbox."""

    name: str
    address: str


@dataclass(frozen=True)
class Event:
    """One meeting, or a series of them.

    uid: the same as long as it lives; sequence: one more at each change. Of one meeting in a series: instance_of, the moment
    at which the series has it. repeats: the rule of a whole series, such as {"freq": "weekly", "interval": 2, "count": 4}.
    stamped_at: when these facts were set. Moments are aware; they are written as Brussels time.
    """

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    summary: str
    stamped_at: datetime
    location: str = ""
    description: str = ""
    link: str = ""
    instance_of: datetime | None = None
    repeats: tuple[tuple[str, str | int], ...] = ()
    is_cancelled: bool = False


@dataclass(frozen=True)
class WholeDay:
    """Something that is to be done by a day: it stands above the hours and leaves them free. The rest as for an event."""

    uid: str
    sequence: int
    on: date
    summary: str
    stamped_at: datetime
    description: str = ""
    link: str = ""


def request(event: Event, *, organiser: Party, attendee: Party) -> str:
    """Invite, or tell of a change. Only the receiver is named: nobody learns a colleague's address from it."""
    component = _component(event)
    component.add("organizer", _mailbox(organiser), encode=False)
    who = _mailbox(attendee)
    for name, value in (("ROLE", "REQ-PARTICIPANT"), ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "TRUE")):
        who.params[name] = value
    component.add("attendee", who, encode=False)
    return _written([component], method="REQUEST")


def publish(event: Event, *, organiser: Party) -> str:
    """For the organiser's own calendar: programs take no invitation from oneself."""
    component = _component(event)
    component.add("organizer", _mailbox(organiser), encode=False)
    return _written([component], method="PUBLISH")


def cancel(event: Event, *, organiser: Party, attendee: Party) -> str:
    """Take it out of the receiver's calendar again."""
    component = _component(event)
    component.add("organizer", _mailbox(organiser), encode=False)
    component.add("attendee", _mailbox(attendee), encode=False)
    component["STATUS"] = "CANCELLED"
    return _written([component], method="CANCEL")


def feed(events: Iterable[Event | WholeDay], *, name: str) -> str:
    """A calendar to subscribe to."""
    found = [_day(event) if isinstance(event, WholeDay) else _component(event) for event in events]
    return _written(found, method="", name=name)


def _day(day: WholeDay) -> Component:
    """The end of a whole day is the next day, not included (RFC 5545, 3.6.1)."""
    component = Component()
    component.add("uid", day.uid)
    component.add("sequence", day.sequence)
    component.add("dtstamp", day.stamped_at.astimezone(UTC))
    component.add("dtstart", day.on)
    component.add("dtend", day.on + timedelta(days=1))
    component.add("transp", "TRANSPARENT")
    component.add("summary", _words(day.summary))
    if day.description:
        component.add("description", _words(day.description))
    if day.link:
        component.add("url", _line(day.link))
    return component


def _component(event: Event) -> Component:
    component = Component()
    component.add("uid", event.uid)
    component.add("sequence", event.sequence)
    component.add("dtstamp", event.stamped_at.astimezone(UTC))
    component.add("dtstart", event.starts_at.astimezone(BRUSSELS))
    component.add("dtend", event.ends_at.astimezone(BRUSSELS))
    component.add("summary", _words(event.summary))
    for field, text in (("location", event.location), ("description", event.description)):
        if text:
            component.add(field, _words(text))
    if event.link:
        component.add("url", _line(event.link))
    if event.instance_of is not None:
        component.add("recurrence-id", event.instance_of.astimezone(BRUSSELS))
    if event.repeats:
        component.add("rrule", dict(event.repeats))
    component.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    return component


def _written(components: list[Component], *, method: str, name: str = "") -> str:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method)
    if name:
        calendar.add("name", _line(name))
        calendar.add("x-wr-calname", _line(name))
        calendar.add("x-published-ttl", "PT4H")
    calendar.add_component(_brussels())
    for component in components:
        calendar.add_component(component)
    return str(calendar.to_ical(), "utf-8")


def _brussels() -> Timezone:
    zone = Timezone()
    zone.add("tzid", BRUSSELS.key)
    for part, name, first, offset, month in (
        (TimezoneDaylight(), "CEST", datetime(1981, 3, 29, 2), HOUR, 3),  # noqa: DTZ001 -- local by definition
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 2 * HOUR, 10),  # noqa: DTZ001 -- local by definition
    ):
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", offset)
        part.add("tzoffsetto", 3 * HOUR - offset)
        zone.add_component(part)
    return zone


def _mailbox(party: Party) -> vCalAddress:
    """Quotes and line ends have no place in a parameter; readers disagree on how to write them."""
    box = vCalAddress("mailto:" + "".join(_line(party.address).split()))
    box.params["CN"] = _line(party.name).replace('"', "”")
    return box


def _line(text: str) -> str:
    return " ".join(_words(text).split())


def _words(text: str) -> str:
    """Without the control characters that RFC 5545 does not allow; line ends stay, and are escaped by the library."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or (sign >= " " and sign != "\x7f"))
