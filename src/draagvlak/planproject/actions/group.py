from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.meetings.actions import match_coming
from draagvlak.notices.actions import queue
from draagvlak.notices.states import MessageKind
from draagvlak.planproject import queries, wording
from draagvlak.planproject.actions.charter import approve_if_enough
from draagvlak.planproject.figures import Comparison
from draagvlak.planproject.models import Call, Candidacy, GroupSeat, Project, WorkingGroup
from draagvlak.planproject.rules import (
    AlreadyCandidate,
    CallClosed,
    EmptyGroup,
    NoReason,
    NotAtWork,
    NotPossibleNow,
    TooManySeats,
    refuse_more_wanted_than_people,
    refuse_more_wanted_than_seats,
    refuse_unless_open,
    refuse_unless_representative,
)
from draagvlak.planproject.states import CANDIDACY_TRANSITIONS, CandidacyState, GroupState, SpeaksFor
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.actions import seat_group, unseat_member
from draagvlak.stakeholders.states import BodyKind
from draagvlak.ui.said import day_said


@transaction.atomic
def start_project(
    *, title: str, first_year: int, last_year: int, assignment: str, by: Account, at: datetime
) -> Project:
    running = Project.objects.filter(ends_on=None).first()
    if running is not None:
        raise NotPossibleNow(str(wording.PROJECT_EXISTS).format(title=running.title))
    if last_year < first_year:
        raise NotPossibleNow(str(wording.YEARS_REVERSED))
    project = Project.objects.create(
        title=title, first_year=first_year, last_year=last_year, assignment=assignment, starts_on=clock.day_of(at)
    )
    record("planproject.start_project", by=by, at=at, on=project)
    return project


@transaction.atomic
def choose_no_group(*, project: Project, reason: str, by: Account, at: datetime) -> Project:
    """The motivated choice to go on without a working group (row A2.1)."""
    if not reason.strip():
        raise NoReason(str(wording.NO_REASON))
    if queries.group_of(project) is not None:
        raise NotPossibleNow(str(wording.GROUP_EXISTS))
    refuse_passing_over_a_draw(project)
    project.no_group_reason = reason.strip()
    project.save()
    record("planproject.choose_no_group", by=by, at=at, on=project)
    end_calls(project, reason=project.no_group_reason, by=by, at=at)
    return project


@transaction.atomic
def open_call(*, project: Project, facts: Mapping[str, Any], by: Account, at: datetime) -> Call:
    """facts: title, task, seats, opens_on, closes_on, answer_by."""
    today = clock.day_of(at)
    if queries.group_of(project) is not None:
        raise NotPossibleNow(str(wording.GROUP_EXISTS))
    running = Call.objects.filter(project=project, decided_at=None, closed_at=None, closes_on__gte=today).first()
    if running is not None:
        raise NotPossibleNow(str(wording.CALL_OPEN_ALREADY).format(closes=day_said(running.closes_on)))
    if facts["closes_on"] < facts["opens_on"]:
        raise NotPossibleNow(str(wording.DATES_REVERSED).format(opens=day_said(facts["opens_on"])))
    if facts["closes_on"] < today:
        raise NotPossibleNow(str(wording.CLOSES_IN_THE_PAST).format(today=day_said(today)))
    if facts["answer_by"] < facts["closes_on"]:
        raise NotPossibleNow(str(wording.ANSWER_TOO_EARLY).format(closes=day_said(facts["closes_on"])))
    _refuse_wanted(facts.get("wanted", {}), seats=facts["seats"], today=today)
    call = Call.objects.create(project=project, **facts)
    record("planproject.open_call", by=by, at=at, on=call, details={"seats": call.seats})
    return call


def _refuse_wanted(wanted: Mapping[str, int], *, seats: int, today: date) -> None:
    """The seats that the call means for function groups fit in the call, and there are people for them."""
    refuse_more_wanted_than_seats(wanted, seats=seats, sentence=str(wording.MORE_WANTED).format(seats=seats))
    people = staff.headcount(on=today).by["function_group"] if wanted else {}
    for group, number in wanted.items():
        here = people.get(group, 0)
        sentence = str(wording.TOO_FEW_IN_GROUP).format(group=group, wanted=number, people=here)
        refuse_more_wanted_than_people(number, people=here, sentence=sentence)


@transaction.atomic
def close_call(*, call: Call, by: Account, at: datetime) -> Call:
    """Close a call before its last day; nobody can stand any more."""
    if call.closed_at is not None or call.decided_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_CLOSED))
    call.closed_at = at
    call.save()
    record("planproject.close_call", by=by, at=at, on=call)
    return call


@transaction.atomic
def submit_candidacy(
    *, call: Call, member: StaffMember, answers: Mapping[str, Any], by: Account, at: datetime
) -> Candidacy:
    """answers: the fields of Candidacy that the person fills in (form of domain facts 1.8.1)."""
    today = clock.day_of(at)
    _refuse_closed(call, today=today)
    if not staff.is_at_work(member, on=today):
        raise NotAtWork(str(wording.NOT_AT_WORK).format(name=member))
    if Candidacy.objects.filter(call=call, member=member).exclude(state=CandidacyState.WITHDRAWN).exists():
        raise AlreadyCandidate(str(wording.ALREADY_CANDIDATE))
    candidacy = Candidacy.objects.create(call=call, member=member, submitted_at=at, **answers)
    record("planproject.submit_candidacy", by=by, at=at, on=candidacy)
    return candidacy


def _refuse_closed(call: Call, *, today: date) -> None:
    sentence = str(wording.CALL_CLOSED).format(opens=day_said(call.opens_on), closes=day_said(call.closes_on))
    refuse_unless_open(opens_on=call.opens_on, closes_on=call.closes_on, today=today, sentence=sentence)
    if not call.is_open(on=today):
        raise CallClosed(sentence)


@transaction.atomic
def change_candidacy(
    *, candidacy: Candidacy, answers: Mapping[str, Any], version: int, by: Account, at: datetime
) -> Candidacy:
    """Change one's own words while the call is open: who weighs them reads the same words as those that were sent.

    version: the one the person saw.
    """
    locked = Candidacy.objects.select_for_update().get(pk=candidacy.pk)
    if locked.state != CandidacyState.SUBMITTED:
        raise NotPossibleNow(str(wording.ALREADY_DECIDED))
    _refuse_closed(locked.call, today=clock.day_of(at))
    if locked.version != version:
        raise Changed(
            str(wording.ALREADY_DECIDED), theirs={key: getattr(locked, key) for key in answers}, version=locked.version
        )
    for name, value in answers.items():
        setattr(locked, name, value)
    locked.version += 1
    locked.save()
    record("planproject.change_candidacy", by=by, at=at, on=locked)
    return locked


@transaction.atomic
def withdraw_candidacy(*, candidacy: Candidacy, by: Account, at: datetime) -> Candidacy:
    """Stopping is always allowed; a seat that was given falls free."""
    _refuse_decided(candidacy, CandidacyState.WITHDRAWN)
    candidacy.state, candidacy.decided_at = CandidacyState.WITHDRAWN, at
    candidacy.save()
    record("planproject.withdraw_candidacy", by=by, at=at, on=candidacy)
    vacate_seats_of(member=candidacy.member, ends_on=clock.day_of(at), by=by, at=at)
    return candidacy


def _refuse_decided(candidacy: Candidacy, to: CandidacyState) -> None:
    if to not in CANDIDACY_TRANSITIONS[CandidacyState(candidacy.state)]:
        raise NotPossibleNow(str(wording.ALREADY_DECIDED))


@transaction.atomic
def compose_group(
    *, call: Call, chosen: Collection[Candidacy], answers: Mapping[str, Any], by: Account, at: datetime
) -> WorkingGroup:
    """Compose the group from the candidates and answer every one of them with a reason.

    answers: `reason` why a voice is missing (may be empty when none is), `mandate`, `to_others` the reason for those not
    chosen, `to_others_in` the same by language for who has another one than the composer, `to_chosen` the reason for those
    who are, `reserve` the keys of the candidacies for the reserve list.
    """
    today = clock.day_of(at)
    _refuse_before_composing(call, chosen, today=today)
    candidacies = list(queries.candidacies_to_weigh(call))
    seated = [candidacy.member_id for candidacy in chosen]
    others = queries.candidacies_unanswered(call.project).exclude(member__in=seated)
    if others and not answers.get("to_others", "").strip():
        raise NoReason(str(wording.ANSWER_NEEDS_REASON))
    seen, _people = queries.composition_preview(call, candidates=(), chosen=[c.member_id for c in chosen], today=today)
    names = queries.category_names()
    voices = ", ".join(names.get(voice.category, voice.category) for voice in seen.missing[:3])
    reason = answers.get("reason", "")
    refuse_unless_representative(
        seen.missing, reason=reason, sentence=str(wording.NOT_REPRESENTATIVE).format(voices=voices)
    )
    group = _compose(
        call.project, chosen=[(c.member, c.speaks_for) for c in chosen], seen=seen, call=call, by=by, at=at
    )
    group.reason, group.mandate = reason.strip(), answers.get("mandate", "").strip()
    group.save()
    record(
        "planproject.compose_group",
        by=by,
        at=at,
        on=group,
        details={"seats": len(chosen), "missing": len(seen.missing)},
    )
    call.decided_at = at
    call.save()
    _answer_everyone(call, candidacies, chosen=chosen, answers=answers, by=by, at=at)
    end_calls(call.project, reason=answers.get("to_others", "").strip(), seated=seated, by=by, at=at)
    return group


def _answer_everyone(
    call: Call,
    candidacies: Collection[Candidacy],
    *,
    chosen: Collection[Candidacy],
    answers: Mapping[str, Any],
    by: Account,
    at: datetime,
) -> None:
    reserve, translated = set(answers.get("reserve", ())), answers.get("to_others_in", {})
    counted = {"candidates": len(candidacies), "seats": call.seats}
    # Where a seat stays empty there were not too many of them.
    usual = wording.CHOSEN_AMONG if len(candidacies) > call.seats else wording.CHOSEN_OF
    to_chosen = answers.get("to_chosen", usual) if len(candidacies) > len(chosen) else ""
    for candidacy in candidacies:
        language = queries.language_of(candidacy.member)
        if candidacy in chosen:
            with override(language):
                reason = str(to_chosen).format(**counted)
            answer_candidate(candidacy, state=CandidacyState.RETAINED, reason=reason, by=by, at=at)
        else:
            state = CandidacyState.RESERVE if candidacy.pk in reserve else CandidacyState.NOT_RETAINED
            reason = translated.get(language, "").strip() or answers["to_others"].strip()
            answer_candidate(candidacy, state=state, reason=reason, by=by, at=at)


def _refuse_before_composing(call: Call, chosen: Collection[Candidacy], *, today: date) -> None:
    if queries.group_of(call.project) is not None:
        raise NotPossibleNow(str(wording.GROUP_EXISTS))
    if call.decided_at is not None:
        raise NotPossibleNow(str(wording.CALL_DECIDED))
    refuse_passing_over_a_draw(call.project)
    if not call.is_over(on=today):
        raise NotPossibleNow(str(wording.CALL_STILL_OPEN).format(closes=day_said(call.closes_on)))
    if not chosen:
        raise EmptyGroup(str(wording.NO_ONE_CHOSEN))
    if len(chosen) > call.seats:
        raise TooManySeats(str(wording.TOO_MANY).format(chosen=len(chosen), seats=call.seats))
    for candidacy in chosen:
        if not staff.is_at_work(candidacy.member, on=today):
            raise NotAtWork(str(wording.NOT_AT_WORK).format(name=candidacy.member))


def end_calls(
    project: Project,
    *,
    reason: str | Promise,
    to_seated: str | Promise = "",
    seated: Collection[int] = (),
    by: Account,
    at: datetime,
) -> None:
    """The calls that something else decided: nobody can stand any more, and whoever stood hears what came of it and why.

    seated: keys of the members who have a seat without these calls; to_seated: what they read instead of the reason.
    """
    left = list(queries.candidacies_unanswered(project))
    Call.objects.filter(project=project, decided_at=None, closed_at=None).update(closed_at=at)
    Call.objects.filter(project=project, decided_at=None).update(decided_at=at)
    for candidacy in left:
        is_in = candidacy.member_id in seated
        state = CandidacyState.RETAINED if is_in else CandidacyState.NOT_RETAINED
        with override(queries.language_of(candidacy.member)):
            words = str(to_seated if is_in else reason)
        answer_candidate(candidacy, state=state, reason=words, by=by, at=at)


def refuse_passing_over_a_draw(project: Project) -> None:
    """Who read his chance counts on the draw: published chances are drawn, or withdrawn with a reason."""
    draw = queries.published_draw(project)
    if draw is not None:
        raise NotPossibleNow(str(wording.DRAW_FIRST).format(day=day_said(draw.published_at)))


@transaction.atomic
def seat_whole_team(*, project: Project, mandate: str, by: Account, at: datetime) -> WorkingGroup:
    """The small organisation: everyone at work sits in the group, without candidacies (row A3.3)."""
    today = clock.day_of(at)
    if queries.group_of(project) is not None:
        raise NotPossibleNow(str(wording.GROUP_EXISTS))
    refuse_passing_over_a_draw(project)
    members = list(staff.members_at_work(on=today))
    if not members:
        raise EmptyGroup(str(wording.NO_STAFF))
    seen = queries.comparison(staff.people_at_work(on=today), seats=len(members), today=today)
    group = _compose(project, chosen=[(m, SpeaksFor.SELF) for m in members], seen=seen, call=None, by=by, at=at)
    group.is_whole_team, group.mandate = True, mandate.strip()
    group.save()
    record("planproject.seat_whole_team", by=by, at=at, on=group, details={"seats": len(members)})
    words, seated = wording.WHOLE_TEAM_SEATED, [one.pk for one in members]
    end_calls(project, reason=words, to_seated=words, seated=seated, by=by, at=at)
    return group


def _compose(
    project: Project,
    *,
    chosen: Collection[tuple[StaffMember, str]],
    seen: Comparison,
    call: Call | None,
    by: Account,
    at: datetime,
) -> WorkingGroup:
    group = WorkingGroup.objects.create(
        project=project,
        call=call,
        state=GroupState.COMPOSED,
        comparison={
            "index": seen.index,
            "people": seen.people,
            "seats": len(chosen),
            "shares": [asdict(share) for share in seen.shares],
        },
        composed_at=at,
        composed_by=by,
    )
    today = clock.day_of(at)
    GroupSeat.objects.bulk_create(
        [GroupSeat(group=group, member=m, speaks_for=voice, starts_on=today) for m, voice in chosen]
    )
    seat_group(name=str(wording.GROUP_NAME), members=[m for m, _voice in chosen], by=by, at=at)
    return group


@transaction.atomic
def answer_candidate(candidacy: Candidacy, *, state: CandidacyState, reason: str, by: Account, at: datetime) -> None:
    """Every candidate gets an answer with its reason, by mail where there is an address."""
    candidacy.state, candidacy.reason, candidacy.decided_at = state, reason, at
    candidacy.save()
    record("planproject.answer_candidate", by=by, at=at, on=candidacy, details={"answer": state.value})
    address = queries.address_of(candidacy)
    if not address:
        return
    with override(queries.language_of(candidacy.member)):
        subject = str(wording.ANSWER_SUBJECT).format(call=candidacy.call.title)
        body = queries.answer_body(state=state, name=candidacy.member.first_name, reason=reason)
        queue(to=address, subject=subject, body=body, at=at, kind=MessageKind.ANSWER)


def vacate_seats_of(*, member: StaffMember, ends_on: date, by: Account | None, at: datetime) -> int:
    """Free the seats of somebody who leaves, from his last day on. Returns how many.

    Who leaves sooner or later than was said before has his seat until the day that is said now, and is asked to no meeting
    after it.
    """
    today = clock.day_of(at)
    seats = list(GroupSeat.objects.filter(queries.held(today), member=member).select_related("group"))
    for seat in seats:
        seat.ends_on = ends_on
        seat.save()
        record("planproject.vacate_seat", by=by, at=at, on=seat)
        charter = queries.charter_at_work(seat.group)
        if charter is not None:
            approve_if_enough(charter, by=by, at=at)
    unseat_member(member=member, ends_on=ends_on, today=today)
    body = stakeholders.body_of_kind(BodyKind.WORKING_GROUP, on=today)
    if seats and body is not None and by is not None:
        match_coming(body=body, by=by, at=at, root=settings.ADDRESS)
    return len(seats)
