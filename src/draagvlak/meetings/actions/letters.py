"""The mail of a meeting: words in the person's own language, and the calendar file that goes with them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.lib import ics
from draagvlak.meetings import queries, wording
from draagvlak.meetings.models import Invitee, Meeting
from draagvlak.notices.actions import Invitation, queue
from draagvlak.tenancy.queries import guests_in, members_of


@dataclass(frozen=True)
class Letter:
    """One mail about a meeting. by: who sends it. root: address of the installation. method: of the calendar file, empty
    for a mail without one. repeats, series: the rule and the meetings when the mail is about a whole series."""

    meeting: Meeting
    subject: Promise
    body: Promise
    by: Account
    root: str
    at: datetime
    method: str = ""
    repeats: tuple[tuple[str, str | int], ...] = ()
    series: Sequence[Meeting] = ()
    facts: dict[str, str] = field(default_factory=dict)


def send(letter: Letter, invitees: Iterable[Invitee]) -> int:
    """Put the letter in the outbox for everyone with an address. Returns how many."""
    meeting = letter.meeting
    able = set(members_of(meeting.organisation).values_list("pk", flat=True))
    guests = set(guests_in(meeting.organisation).values_list("pk", flat=True))
    items = [(item.number, item.title) for item in meeting.items.order_by("number", "pk")]
    sent = 0
    for invitee in invitees:
        if not invitee.address:
            continue
        link = _link(letter, invitee, able, guests)
        with override(invitee.language):
            what = meeting.body.name if meeting.is_private else f"{meeting.body.name}, {queries.when_of(meeting)}"
            queue(
                to=invitee.address,
                subject=str(letter.subject).format(what=what),
                body=_body(letter, invitee, items, link=link),
                at=letter.at,
                is_private=meeting.is_private,
                invitation=_invitation(letter, invitee, link=link) if letter.method else None,
            )
        sent += 1
    return sent


def _link(letter: Letter, invitee: Invitee, members: Collection[int], guests: Collection[int]) -> str:
    """The page on which this person finds the meeting; empty without one. A guest of the delegation, and who comes from
    outside, finds what is meant for guests."""
    is_member, is_apart = invitee.account_id in members, invitee.is_guest and letter.meeting.is_private
    if is_member and not is_apart:
        return letter.root + address_of(letter.meeting)
    if invitee.is_guest and (is_member or invitee.account_id in guests):
        return letter.root + address_of(letter.meeting, "see_as_guest")
    return ""


def address_of(meeting: Meeting, door: str = "meeting") -> str:
    return reverse(f"meetings:{door}", kwargs={"organisation": meeting.organisation.slug, "pk": meeting.pk})


def _body(letter: Letter, invitee: Invitee, items: Sequence[tuple[int, str]], *, link: str) -> str:
    whens = [queries.when_of(one) for one in letter.series or [letter.meeting]]
    answer = wording.ANSWER_HERE if link else wording.ANSWER_BY_MAIL
    facts = {
        "by": str(letter.by),
        "body": letter.meeting.body.name,
        "count": str(len(letter.series)),
        "when": "\n".join(whens),
        "agenda": _list(wording.AGENDA, [f"{number}. {title}" for number, title in items], wording.NO_AGENDA_YET),
        "answer": str(answer).format(link=link, by=f"{letter.by} ({letter.by.email})"),
        **letter.facts,
    }
    if "rest" in letter.facts and link and not invitee.is_guest:
        facts["rest"] = str(wording.READ_HERE).format(link=link)
    greeting = str(wording.GREETING).format(name=invitee.person)
    return f"{greeting}\n\n{str(letter.body).format(**facts).strip()}\n"


def _list(title: Promise, lines: Sequence[str], empty: Promise) -> str:
    return "\n" + "\n".join([str(title), *lines]) + "\n" if lines else f"\n{empty}\n"


def _invitation(letter: Letter, invitee: Invitee, *, link: str) -> Invitation:
    event = event_of(letter.meeting, link=link, letter=letter)
    organiser = ics.Party(letter.meeting.convened_by.name, letter.meeting.convened_by.email)
    receiver = ics.Party(invitee.person, invitee.address)
    is_own = receiver.address.lower() == organiser.address.lower()
    if letter.method == "CANCEL":
        return Invitation(ics.cancel(event, organiser=organiser, attendee=receiver), "CANCEL")
    if is_own:
        return Invitation(ics.publish(event, organiser=organiser), "PUBLISH")
    return Invitation(ics.request(event, organiser=organiser, attendee=receiver), "REQUEST")


def event_of(meeting: Meeting, *, link: str, letter: Letter) -> ics.Event:
    """A meeting as calendars know it. One of a series is named by the moment that the series has for it."""
    title = f"{meeting.body.name}: {meeting.title}" if meeting.title else meeting.body.name
    return ics.Event(
        uid=meeting.series or meeting.uid,
        sequence=meeting.sequence,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        summary=title,
        stamped_at=letter.at,
        location=meeting.place,
        description=str(wording.IN_CALENDAR).format(link=link) if link else "",
        link=link,
        instance_of=meeting.first_starts_at if meeting.series and not letter.repeats else None,
        repeats=letter.repeats,
    )
