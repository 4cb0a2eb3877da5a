"""The group at work: its charter, goals, roles and tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.law import so_many_days_before
from draagvlak.planproject.models import Charter, CharterAnswer, GroupGoal, GroupSeat, GroupTask, WorkingGroup
from draagvlak.planproject.queries.group import seats_of
from draagvlak.planproject.rules import missing_before_work
from draagvlak.planproject.states import CharterState, MemberRole

AT_WORK = (CharterState.DRAFT, CharterState.ASKED)


# What every page asks about a group, by its key.
IN_FORCE = ComposedHere(lambda *, group: charters_of(group).filter(state=CharterState.APPROVED)[:1])
WRITTEN = ComposedHere(lambda *, group: charters_of(group).filter(state__in=AT_WORK)[:1])
ANSWERS = ComposedHere(lambda *, charter: answers_to(charter))
SEATS = ComposedHere(lambda *, group, on: seats_of(group, on=on))
SEATS_FOR = ComposedHere(
    lambda *, group, account, on: seats_of(group, on=on).filter(
        Q(member__account=account) | Q(substitute__account=account)
    )
)


def charters_of(group: WorkingGroup) -> QuerySet[Charter]:
    """Every version, newest first."""
    return Charter.objects.filter(group=group).select_related("made_by").order_by("-number")


def charter_in_force(group: WorkingGroup) -> Charter | None:
    return next(iter(IN_FORCE(group=group.pk)), None)


def charter_at_work(group: WorkingGroup) -> Charter | None:
    return next(iter(WRITTEN(group=group.pk)), None)


def answers_to(charter: Charter) -> QuerySet[CharterAnswer]:
    return CharterAnswer.objects.filter(charter=charter).select_related("seat__member", "written_by")


def goals_of_group(group: WorkingGroup) -> QuerySet[GroupGoal]:
    return GroupGoal.objects.filter(group=group).select_related("owner__member")


def tasks_of_group(group: WorkingGroup) -> QuerySet[GroupTask]:
    return GroupTask.objects.filter(group=group).select_related("owner__member", "owner__substitute")


def seat_of(account: Account, group: WorkingGroup, *, on: date) -> GroupSeat | None:
    """The seat that this account holds in the group on a day, or for which it stands in."""
    found = SEATS_FOR(group=group.pk, account=account.pk, on=on)
    own = next((seat for seat in found if seat.member.account_id == account.pk), None)
    return own or next(iter(found), None)


def tasks_that_ask(account: Account, group: WorkingGroup, *, today: date) -> list[GroupTask]:
    """The open tasks of this person whose day is near or has passed."""
    rows = tasks_of_group(group).filter(done_at=None, owner__member__account=account)
    return [task for task in rows if so_many_days_before(task.due_on, task.remind_days) <= today]


def tasks_left(group: WorkingGroup, *, on: date) -> QuerySet[GroupTask]:
    """What stands open of who no longer sits in the group."""
    return tasks_of_group(group).filter(done_at=None, owner__ends_on__lte=on)


@dataclass(frozen=True)
class AtWork:
    """Where the group stands on its way to work. missing: goal, charter, chair."""

    charter: Charter | None
    in_force: Charter | None
    answers: Sequence[CharterAnswer]
    members: int
    missing: Sequence[str]

    @property
    def silent(self) -> int:
        """How many members did not answer yet."""
        return self.members - len(self.answers)


def at_work(group: WorkingGroup, *, on: date) -> AtWork:
    seats = SEATS(group=group.pk, on=on)
    in_force = charter_in_force(group)
    charter = charter_at_work(group)
    missing = missing_before_work(
        is_confirmed=group.project.sponsor_confirmed_at is not None,
        goals=goals_of_group(group).count(),
        has_charter=in_force is not None,
        has_chair=any(seat.role == MemberRole.CHAIR for seat in seats),
    )
    shown = in_force if in_force and (charter is None or charter.state == CharterState.DRAFT) else charter
    return AtWork(charter, in_force, ANSWERS(charter=shown.pk) if shown else [], len(seats), missing)
