from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from draagvlak.accounts.models import Account
from draagvlak.documents.actions import keep_file
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html
from draagvlak.meetings import queries, wording
from draagvlak.meetings.actions.inviting import match_invitees
from draagvlak.meetings.actions.letters import Letter, send
from draagvlak.meetings.models import AgendaItem, Meeting, Paper
from draagvlak.meetings.rules import NotPossibleNow, refuse_empty, refuse_unless
from draagvlak.meetings.states import ItemKind, ItemSource, MeetingState, MinutesState
from draagvlak.stakeholders.models import Body
from draagvlak.ui.said import day_said


def refuse_fixed(meeting: Meeting) -> None:
    """An agenda takes points until the minutes are sent, so also during the meeting."""
    refuse_unless(meeting.state != MeetingState.CANCELLED, str(wording.IS_CANCELLED))
    is_open = meeting.report is None or meeting.report.state == MinutesState.DRAFT
    refuse_unless(is_open, str(wording.AGENDA_CLOSED))


@transaction.atomic
def propose_item(*, meeting: Meeting, facts: Mapping[str, Any], by: Account, at: datetime) -> AgendaItem:
    """Put a point at the end of the agenda. facts: title, kind, minutes (planned, or None), preparation (rich text)."""
    refuse_fixed(meeting)
    refuse_empty(facts["title"], str(wording.NO_TITLE))
    last = AgendaItem.objects.filter(meeting=meeting).aggregate(last=Max("number"))["last"] or 0
    item = AgendaItem.objects.create(meeting=meeting, number=last + 1, proposed_by=by, **_cleaned(facts))
    _grew(meeting, at=at)
    record("meetings.propose_item", by=by, at=at, on=item)
    return item


def _grew(meeting: Meeting, *, at: datetime) -> None:
    """Keep that something came after the agenda was sent, so that it can be sent again."""
    if meeting.papers_sent_on is not None and meeting.starts_at > at:
        meeting.agenda_grew_at = at
        meeting.save(update_fields=["agenda_grew_at"])


def _cleaned(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": " ".join(facts["title"].split()),
        "kind": facts["kind"],
        "minutes": facts.get("minutes"),
        "preparation": clean_html(facts.get("preparation", "")),
    }


@transaction.atomic
def change_item(*, item: AgendaItem, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> AgendaItem:
    """facts: as for propose_item. version: the one the person saw."""
    locked = AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__body", "meeting__minutes")
    found = locked.get(pk=item.pk)
    refuse_fixed(found.meeting)
    refuse_empty(facts["title"], str(wording.NO_TITLE))
    if found.version != version:
        sentence = str(wording.SOMEONE_CHANGED).format(name=wording.SOMEONE)
        theirs = {"title": found.title, "preparation": found.preparation}
        raise Changed(sentence, theirs=theirs, version=found.version)
    for name, value in _cleaned(facts).items():
        setattr(found, name, value)
    found.version += 1
    found.save()
    record("meetings.change_item", by=by, at=at, on=found)
    return found


@transaction.atomic
def remove_item(*, item: AgendaItem, by: Account, at: datetime) -> None:
    """Take a point from the agenda, as long as the minutes say nothing about it. What the body is asked to speak on stays."""
    refuse_fixed(item.meeting)
    refuse_unless(not item.is_asked, str(wording.ITEM_IS_ASKED))
    if item.outcome or item.decision or item.actions.exists():
        raise NotPossibleNow(str(wording.ITEM_IN_USE))
    record("meetings.remove_item", by=by, at=at, on=item)
    item.delete()
    renumber(queries.items_of(item.meeting))


@transaction.atomic
def order_agenda(*, meeting: Meeting, places: Mapping[int, int], by: Account, at: datetime) -> list[AgendaItem]:
    """Put the agenda in another order. places: key of a point → its wish; equal wishes keep their order."""
    refuse_fixed(meeting)
    items = sorted(queries.items_of(meeting), key=lambda item: (places.get(item.pk, item.number), item.number))
    renumber(items)
    record("meetings.order_agenda", by=by, at=at, on=meeting)
    return items


def renumber(items: Sequence[AgendaItem]) -> None:
    for number, item in enumerate(items, start=1):
        item.number = number
    AgendaItem.objects.bulk_update(items, ["number"])


def carry_over(*, body: Body, by: Account, at: datetime) -> list[AgendaItem]:
    """Bring what earlier meetings left open to the next one: minutes to approve first, then actions to go through, and at
    the end the points that come back and what the body is asked to speak on. Nothing is brought twice: what stands on a later
    meeting because it was the next one, comes forward."""
    into = queries.next_of(body, at=at)
    if into is None:
        return []
    forward = _bring_forward(into, at=at)
    known = queries.items_of(into)
    minuted = {item.about_id for item in known}
    first = [
        _brought(into, ItemSource.MINUTES, _minutes_title(one), kind=ItemKind.DECISION, about=one)
        for one in queries.minutes_to_approve(body, before=into.starts_at)
        if one.pk not in minuted
    ]
    has_actions = any(item.source == ItemSource.ACTIONS for item in known)
    if not has_actions and queries.open_actions_of(body).exists():
        first.append(_brought(into, ItemSource.ACTIONS, str(wording.ITEM_ACTIONS), kind=ItemKind.DISCUSSION))
    back = [
        _brought(into, ItemSource.AGAIN, item.title, came_from=item, **_taken_along(item))
        for item in queries.points_that_come_back(body, before=into.starts_at)
    ]
    back += [
        _brought(into, ItemSource.MATTER, one.title, kind=one.kind, proposed_by=one.asked_by, matter=one)
        for one in queries.waiting_for(body)
        if one.fits(into)
    ]
    _bring_later(body, by=by, at=at)
    if points := len(first) + len(back) + forward:
        renumber([*first, *known, *back])
        _grew(into, at=at)
        record("meetings.carry_over", by=by, at=at, on=into, details={"points": points})
    return [*first, *back]


def _bring_forward(into: Meeting, *, at: datetime) -> int:
    """What earlier meetings left open goes to the next meeting, also when that one was planned later than another. Returns how
    many points left another agenda."""
    later = queries.planned_of(into.body, at=at).filter(starts_at__gt=into.starts_at)
    known = queries.items_of(into)
    matters = {one.matter_id for one in known} - {None}
    moved = [one for one in queries.brought_to(later) if _fits(one, into) and one.matter_id not in matters]
    if not moved:
        return 0
    here = {(one.source, one.about_id, one.came_from_id) for one in known}
    left = {one.meeting.pk: one.meeting for one in moved}
    first: list[AgendaItem] = []
    back: list[AgendaItem] = []
    for item in moved:
        if (item.source, item.about_id, item.came_from_id) in here:
            item.delete()
            continue
        item.meeting = into
        item.save(update_fields=["meeting"])
        (back if item.source == ItemSource.AGAIN else first).append(item)
    renumber([*first, *known, *back])
    for meeting in left.values():
        renumber(queries.items_of(meeting))
        _grew(meeting, at=at)
    return len(moved)


def _fits(item: AgendaItem, into: Meeting) -> bool:
    """Whether it came from before this meeting, and is not asked of the body too soon."""
    origin = item.about or (item.came_from.meeting if item.came_from else None)
    is_older = origin is None or origin.starts_at < into.starts_at
    return is_older and (item.matter is None or item.matter.fits(into))


def _bring_later(body: Body, *, by: Account, at: datetime) -> None:
    """What must not come too soon waits for no other meeting than the first planned one that fits."""
    for one in queries.waiting_for(body).exclude(not_before=None):
        into = next(
            (meeting for meeting in queries.planned_of(body, at=at).order_by("starts_at") if one.fits(meeting)), None
        )
        if into is None or into == queries.next_of(body, at=at):
            continue
        item = _brought(into, ItemSource.MATTER, one.title, kind=one.kind, proposed_by=one.asked_by, matter=one)
        renumber([*(known for known in queries.items_of(into) if known.pk != item.pk), item])
        _grew(into, at=at)
        record("meetings.carry_over", by=by, at=at, on=into, details={"points": 1})


def _taken_along(item: AgendaItem) -> dict[str, Any]:
    return {"kind": item.kind, "preparation": item.preparation, "matter": item.matter}


def _minutes_title(meeting: Meeting) -> str:
    return str(wording.ITEM_MINUTES).format(day=day_said(clock.day_of(meeting.starts_at)))


def _brought(into: Meeting, source: ItemSource, title: str, **facts: Any) -> AgendaItem:  # noqa: ANN401 -- fields
    return AgendaItem.objects.create(meeting=into, number=0, source=source, title=title, **facts)


@transaction.atomic
def add_paper(
    *, meeting: Meeting, name: str, content: bytes, by: Account, at: datetime, is_for_guests: bool = False
) -> Paper:
    """Put a file with a meeting; whoever may see the meeting may fetch it, and guests when it is meant for them too."""
    refuse_unless(meeting.state != MeetingState.CANCELLED, str(wording.IS_CANCELLED))
    file = keep_file(name=name, content=content, by=by, at=at)
    paper = Paper.objects.create(meeting=meeting, file=file, added_by=by, added_at=at, is_for_guests=is_for_guests)
    _grew(meeting, at=at)
    record("meetings.add_paper", by=by, at=at, on=paper, details={"sha256": file.sha256})
    return paper


@transaction.atomic
def share_paper(*, paper: Paper, is_for_guests: bool, by: Account, at: datetime) -> Paper:
    """Open a paper to the guests of the meeting, or close it again."""
    paper.is_for_guests = is_for_guests
    paper.save()
    record("meetings.share_paper", by=by, at=at, on=paper, details={"is_for_guests": is_for_guests})
    return paper


@transaction.atomic
def take_away_paper(*, paper: Paper, by: Account, at: datetime) -> Paper:
    paper.taken_away_at = at
    paper.save()
    record("meetings.take_away_paper", by=by, at=at, on=paper)
    return paper


@transaction.atomic
def send_papers(*, meeting: Meeting, by: Account, at: datetime, root: str = "") -> Meeting:
    """Tell everybody invited that the agenda and the papers are there; the day is kept (field "documents sent on")."""
    refuse_unless(meeting.state == MeetingState.PLANNED, str(wording.NOT_PLANNED))
    papers = [paper.file.name for paper in queries.papers_of(meeting)]
    refuse_unless(bool(papers) or meeting.items.exists(), str(wording.NOTHING_TO_SEND))
    meeting.papers_sent_on, meeting.agenda_grew_at = clock.day_of(at), None
    meeting.save()
    invitees = match_invitees(meeting=meeting, by=by, at=at, root=root)
    facts = {"papers": "\n".join([str(wording.PAPERS), *papers]) if papers else ""}
    send(Letter(meeting, wording.PAPERS_SUBJECT, wording.PAPERS_BODY, by, root, at, facts=facts), invitees)
    record("meetings.send_papers", by=by, at=at, on=meeting, details={"papers": len(papers)})
    return meeting
