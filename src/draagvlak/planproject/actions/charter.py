"""The group at work: charter, goals, roles and tasks (rows A4.1 to A4.3)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue
from draagvlak.planproject import queries, wording
from draagvlak.planproject.models import Charter, CharterAnswer, GroupGoal, GroupSeat, GroupTask, WorkingGroup
from draagvlak.planproject.rules import (
    NotPossibleNow,
    is_approved,
    refuse_past,
    refuse_unless_ready,
)
from draagvlak.planproject.states import CHARTER_TRANSITIONS, CharterState, MemberRole


@transaction.atomic
def write_charter(*, group: WorkingGroup, facts: Mapping[str, Any], version: int, by: Account, at: datetime) -> Charter:
    """Write the draft. facts: the fields of Charter that people fill in. version: the one that was seen, 0 for a first draft.

    A version that lies before the members goes back to draft with its answers gone, because it is another text; an
    approved one stays in force beside the new draft. Raises Changed.
    """
    charter = queries.charter_at_work(group)
    current = charter.version if charter else 0
    if charter is not None and current != version:
        theirs = {name: getattr(charter, name) for name in ("assignment", "method")}
        raise Changed(str(wording.CHARTER_CHANGED), theirs=theirs, version=current)
    if charter is None:
        last = queries.charters_of(group).first()
        charter = Charter(group=group, number=(last.number if last else 0) + 1, version=0)
    if charter.state == CharterState.ASKED:
        CharterAnswer.objects.filter(charter=charter).delete()
        _move(charter, CharterState.DRAFT)
    for name, value in facts.items():
        setattr(charter, name, value)
    charter.made_by, charter.made_at, charter.version = by, at, charter.version + 1
    charter.save()
    record("planproject.write_charter", by=by, at=at, on=charter)
    return charter


def _move(charter: Charter, to: CharterState) -> None:
    if to not in CHARTER_TRANSITIONS[CharterState(charter.state)]:
        raise NotPossibleNow(str(wording.CHARTER_FIXED))
    charter.state = to


@transaction.atomic
def ask_members(*, charter: Charter, by: Account, at: datetime, root: str = "") -> Charter:
    """Put the draft to the members. root: address of this installation, for the link in the mail."""
    _move(charter, CharterState.ASKED)
    # Who had the draft open before it was put to the members does not save over what they answer without seeing it.
    charter.version += 1
    charter.save()
    record("planproject.ask_members", by=by, at=at, on=charter)
    for seat in queries.seats_of(charter.group, on=clock.day_of(at)).select_related("member__account"):
        account = seat.member.account
        if account is None:
            continue
        with override(account.language):
            facts = {"name": seat.member.first_name, "link": f"{root}/o/{charter.organisation.slug}/werkgroep/groep/"}
            queue(
                to=account.email,
                subject=str(wording.CHARTER_SUBJECT),
                body=str(wording.CHARTER_BODY).format(**facts),
                at=at,
            )
    return charter


@transaction.atomic
def answer_charter(
    *, charter: Charter, seat: GroupSeat, said: Mapping[str, Any], by: Account, at: datetime
) -> CharterAnswer:
    """A member's answer; the coordinator may write down what a member without an account said. Who comes after enough
    members agreed is still heard.

    said: is_yes, remark, and read: the edition that was shown. A yes to another text is no yes.
    """
    is_yes, remark = said["is_yes"], said["remark"].strip()
    if charter.state not in {CharterState.ASKED, CharterState.APPROVED}:
        raise NotPossibleNow(str(wording.CHARTER_NOT_ASKED))
    if said["read"] != charter.edition:
        raise NotPossibleNow(str(wording.CHARTER_REWRITTEN))
    if not is_yes and not remark:
        raise NotPossibleNow(str(wording.NO_NEEDS_REASON))
    answer, _is_new = CharterAnswer.objects.update_or_create(
        charter=charter,
        seat=seat,
        defaults={"is_yes": is_yes, "remark": remark, "at": at, "written_by": by},
    )
    record("planproject.answer_charter", by=by, at=at, on=charter, details={"is_yes": is_yes})
    approve_if_enough(charter, by=by, at=at)
    return answer


@transaction.atomic
def approve_if_enough(charter: Charter, *, by: Account | None, at: datetime) -> None:
    """Approve what lies before the members once enough of them said yes, also because somebody left who had not answered."""
    if charter.state != CharterState.ASKED:
        return
    seats = {seat.pk for seat in queries.seats_of(charter.group, on=clock.day_of(at))}
    answers = [answer.is_yes for answer in queries.answers_to(charter) if answer.seat_id in seats]
    if not is_approved(members=len(seats), yes=sum(answers), no=len(answers) - sum(answers)):
        return
    for former in Charter.objects.filter(group=charter.group, state=CharterState.APPROVED):
        _move(former, CharterState.SUPERSEDED)
        former.save()
    _move(charter, CharterState.APPROVED)
    charter.approved_at = at
    charter.save()
    record(
        "planproject.approve_charter", by=by, at=at, on=charter, details={"yes": sum(answers), "members": len(seats)}
    )


@transaction.atomic
def start_work(*, group: WorkingGroup, by: Account, at: datetime) -> WorkingGroup:
    """The group goes to work: only with a sponsor who confirmed (row A1.3), a goal, an approved charter and a chair (row A4.1)."""
    if group.working_since is not None:
        raise NotPossibleNow(str(wording.ALREADY_WORKING))
    missing = queries.at_work(group, on=clock.day_of(at)).missing
    words = ", ".join(str(wording.MISSING_BEFORE_WORK[what]) for what in missing)
    refuse_unless_ready(missing, sentence=str(wording.NOT_READY).format(missing=words))
    group.working_since = at
    group.save()
    record("planproject.start_work", by=by, at=at, on=group)
    return group


@transaction.atomic
def give_member_role(
    *, seat: GroupSeat, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> GroupSeat:
    """facts: role, substitute, half_days_per_month. version: the one that was seen. Raises Changed."""
    if facts.get("substitute") is not None and facts["substitute"].pk == seat.member_id:
        raise NotPossibleNow(str(wording.OWN_SUBSTITUTE))
    leads = GroupSeat.objects.filter(queries.held(clock.day_of(at)), group=seat.group, role=MemberRole.CHAIR)
    if facts.get("role") == MemberRole.CHAIR and (chair := leads.exclude(pk=seat.pk).select_related("member").first()):
        raise NotPossibleNow(str(wording.CHAIR_TAKEN).format(name=chair.member))
    _take_over(seat, facts, version)
    record("planproject.give_member_role", by=by, at=at, on=seat, details={"role": seat.role})
    return seat


@transaction.atomic
def set_group_goal(
    *, group: WorkingGroup, goal: GroupGoal | None, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> GroupGoal:
    """Set a goal of the group, or change one. facts: title, measure, target, due_on, owner, state, note. Raises Changed."""
    if goal is None or goal.due_on != facts["due_on"]:
        refuse_past(facts["due_on"], today=clock.day_of(at), sentence=str(wording.GOAL_IN_THE_PAST))
    goal = goal or GroupGoal(group=group, version=0)
    _take_over(goal, facts, version)
    record("planproject.set_group_goal", by=by, at=at, on=goal, details={"state": goal.state})
    return goal


@transaction.atomic
def set_group_task(
    *, group: WorkingGroup, task: GroupTask | None, facts: Mapping[str, Any], version: int, by: Account, at: datetime
) -> GroupTask:
    """Give a member a task, or change one. facts: what, owner, due_on, remind_days. Raises Changed."""
    if task is None or task.due_on != facts["due_on"]:
        refuse_past(facts["due_on"], today=clock.day_of(at), sentence=str(wording.TASK_IN_THE_PAST))
    task = task or GroupTask(group=group, version=0)
    _take_over(task, facts, version)
    record("planproject.set_group_task", by=by, at=at, on=task)
    return task


def _take_over(row: GroupGoal | GroupTask | GroupSeat, facts: Mapping[str, Any], version: int) -> None:
    if row.version != version:
        theirs = {name: str(getattr(row, name)) for name in facts if getattr(row, name) != facts[name]}
        raise Changed(str(wording.SOMEONE_CHANGED), theirs=theirs, version=row.version)
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.save()


@transaction.atomic
def finish_group_task(*, task: GroupTask, note: str, by: Account, at: datetime) -> GroupTask:
    if task.done_at is not None:
        raise NotPossibleNow(str(wording.TASK_DONE))
    task.done_at, task.note = at, note.strip()
    task.save()
    record("planproject.finish_group_task", by=by, at=at, on=task)
    return task
