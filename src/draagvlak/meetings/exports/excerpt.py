"""One point of approved minutes on paper, and nothing of the others."""

from django.utils.text import capfirst

from draagvlak.documents.exports import paper
from draagvlak.lib import clock
from draagvlak.meetings import queries, wording
from draagvlak.meetings.models import AgendaItem, Invitee, Minutes
from draagvlak.meetings.rules import refuse_unless
from draagvlak.meetings.states import MinutesState, Presence
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.ui.said import day_said

PRESENCES = (
    (Presence.PRESENT, wording.FACT_PRESENT),
    (Presence.EXCUSED, wording.FACT_EXCUSED),
    (Presence.ABSENT, wording.FACT_ABSENT),
)


def excerpt_paper(item: AgendaItem, *, suffix: str) -> bytes:
    """The point as it was approved, with who was there and lines to sign. Refused before the minutes are approved."""
    meeting = item.meeting
    report = meeting.report
    refuse_unless(report is not None and report.state == MinutesState.APPROVED, str(wording.EXCERPT_NOT_YET))
    assert report is not None  # noqa: S101 -- refused on the line above
    people = queries.invitees_of(meeting)
    there = [(name, _names(people, presence)) for presence, name in PRESENCES]
    words = {
        "item": next(one for one in queries.items_of(meeting) if one.pk == item.pk),
        "day": clock.day_of(meeting.starts_at),
        "report": report,
        "facts": [
            (wording.FACT_BODY, meeting.body.name),
            (wording.FACT_WHEN, capfirst(queries.when_of(meeting))),
            *there,
            (wording.FACT_APPROVED, _approved(report)),
            (wording.FACT_SEAL, report.document.sha256 if report.document else ""),
        ],
        "signers": stakeholders.signers(meeting.body, on=clock.day_of(meeting.starts_at)),
    }
    title = str(wording.EXCERPT_TITLE).format(body=meeting.body.name)
    organisation = meeting.organisation.name
    return paper("meetings/print/excerpt.html", words, title=title, organisation=organisation, suffix=suffix)


def _names(people: list[Invitee], presence: Presence) -> str:
    return ", ".join(_named(one) for one in people if one.presence == presence)


def _named(one: Invitee) -> str:
    name = str(wording.NAMED_GUEST).format(name=one.person) if one.is_guest else one.person
    return str(wording.TEXT_SUBSTITUTE).format(name=name, substitute=one.substitute) if one.substitute else name


def _approved(report: Minutes) -> str:
    words = wording.APPROVED_IN_MEETING if report.approved_in_id else wording.APPROVED_IN_WRITING
    day = day_said(report.approved_on) if report.approved_on else ""
    return str(words).format(day=day, name=report.approved_by or "")
