from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum

from draagvlak.accounts.models import Account
from draagvlak.planproject.figures import Means
from draagvlak.planproject.models import (
    Candidacy,
    GroupSeat,
    MoneyPromise,
    MoneyUse,
    PlannedContact,
    Project,
    TimeEntry,
    TimePromise,
)
from draagvlak.planproject.queries.group import group_of, held, seats_of
from draagvlak.planproject.rules import QUARTERS, in_quarters, line_of, share_gone
from draagvlak.planproject.states import CandidacyState, TimeKind
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import queries as stakeholders

DAYS_A_WEEK, DAYS_A_MONTH = 7, Decimal("30.4")


def means_of(project: Project, *, today: date) -> Means:
    """Time and money, promised beside used; a fixed number of statements."""
    until = min(today, project.ends_on or today)
    promised = {one.kind: one.half_days for one in TimePromise.objects.filter(project=project)}
    promised[TimeKind.CONTACTS] = sum((one.half_days for one in contacts_of(project)), Decimal(0))
    entries = TimeEntry.objects.filter(project=project, withdrawn_at=None).values("kind").annotate(all=Sum("quarters"))
    used = {row["kind"]: Decimal(row["all"]) / QUARTERS for row in entries.order_by("kind")}
    own = stakeholders.half_days_used(since=project.starts_on, until=until)
    used[TimeKind.COORDINATOR] = used.get(TimeKind.COORDINATOR, Decimal(0)) + own
    gone = share_gone(starts_on=project.starts_on, ends_on=project.due_on, today=until) if project.due_on else 0.0
    time = tuple(
        line_of(kind.value, promised=promised.get(kind, Decimal(0)), used=used.get(kind, Decimal(0)), gone=gone)
        for kind in TimeKind
    )
    total = line_of("time", promised=sum(promised.values(), Decimal(0)), used=sum(used.values(), Decimal(0)), gone=gone)
    money = line_of("money", promised=_sum(MoneyPromise, project), used=_sum(MoneyUse, project), gone=gone)
    return Means(time=time, total=total, money=money, hours=stakeholders.profile().hours_per_half_day, gone=gone)


def _sum(kind: type[MoneyPromise] | type[MoneyUse], project: Project) -> Decimal:
    found = kind.objects.filter(project=project, withdrawn_at=None).aggregate(all=Sum("amount"))["all"]
    return Decimal(found or 0)


def promise_of(project: Project, kind: str) -> TimePromise | None:
    return TimePromise.objects.filter(project=project, kind=kind).first()


def suggested_time(project: Project, kind: str, *, today: date) -> Decimal:
    """What the appointment and the candidacies say: half-days a week or a month, over the days of the project."""
    days = ((project.due_on or today) - project.starts_on).days + 1
    if kind == TimeKind.COORDINATOR:
        weekly = sum(
            (role.half_days_per_week or Decimal(0) for role in stakeholders.coordinators(on=today)), Decimal(0)
        )
        return in_quarters(weekly * days / DAYS_A_WEEK)
    group = group_of(project)
    seats = [seat.member_id for seat in seats_of(group, on=today)] if group else []
    said = dict(
        Candidacy.objects.filter(call__project=project, state=CandidacyState.RETAINED).values_list(
            "member", "half_days_per_month"
        )
    )
    return in_quarters(Decimal(sum(said.get(member, 1) for member in seats)) * days / DAYS_A_MONTH)


def contacts_of(project: Project) -> QuerySet[PlannedContact]:
    return PlannedContact.objects.filter(project=project)


def time_entries_of(project: Project) -> QuerySet[TimeEntry]:
    entries = TimeEntry.objects.filter(project=project, withdrawn_at=None)
    return entries.select_related("member__account", "account", "logged_by")


def money_promises_of(project: Project) -> QuerySet[MoneyPromise]:
    return MoneyPromise.objects.filter(project=project, withdrawn_at=None)


def money_uses_of(project: Project) -> QuerySet[MoneyUse]:
    return MoneyUse.objects.filter(project=project, withdrawn_at=None)


def people_who_give_time(project: Project, *, on: date) -> QuerySet[StaffMember]:
    """The members of the group, for whom the coordinator can log time."""
    group = group_of(project)
    seats = GroupSeat.objects.filter(held(on), group=group)
    return StaffMember.objects.filter(pk__in=seats.values("member"))


def has_logged(account: Account, project: Project, *, since: date, until: date) -> bool:
    """Whether this person's time stands there for these days, also when it says: none."""
    mine = TimeEntry.objects.filter(project=project, withdrawn_at=None, on__gte=since, on__lte=until)
    return mine.filter(member__account=account).exists() or mine.filter(account=account).exists()
