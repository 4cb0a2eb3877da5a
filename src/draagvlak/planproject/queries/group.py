from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.planproject.figures import Comparison
from draagvlak.planproject.models import Call, Candidacy, GroupSeat, Project, WorkingGroup
from draagvlak.planproject.rules import compare
from draagvlak.planproject.states import CandidacyState, GroupState
from draagvlak.staff import queries as staff
from draagvlak.staff.figures import DIMENSIONS, Person
from draagvlak.staff.models import StaffMember


def current_project() -> Project | None:
    """The project that runs, or ran last."""
    return Project.objects.first()


def projects() -> QuerySet[Project]:
    """Every project, the one that runs or ran last first."""
    return Project.objects.all()


def calls_open(*, today: date) -> QuerySet[Call]:
    return Call.objects.filter(opens_on__lte=today, closes_on__gte=today, closed_at=None, decided_at=None)


def open_calls_for(member: StaffMember, *, today: date) -> QuerySet[Call]:
    """The open calls for which this person did not stand yet."""
    stood = Candidacy.objects.filter(member=member).exclude(state=CandidacyState.WITHDRAWN).values("call")
    return calls_open(today=today).exclude(pk__in=stood)


def calls() -> QuerySet[Call]:
    return Call.objects.annotate(
        candidates=Count("candidacies", filter=~Q(candidacies__state=CandidacyState.WITHDRAWN))
    )


def candidacy_of(member: StaffMember, call: Call) -> Candidacy | None:
    """The standing candidacy of this person, or the last withdrawn one."""
    return Candidacy.objects.filter(member=member, call=call).order_by("-submitted_at").first()


def candidacies_to_weigh(call: Call) -> QuerySet[Candidacy]:
    return Candidacy.objects.filter(call=call).exclude(state=CandidacyState.WITHDRAWN).select_related("member__account")


def group_of(project: Project | None) -> WorkingGroup | None:
    """The working group of the project now."""
    return WorkingGroup.objects.filter(project=project, state=GroupState.COMPOSED).first() if project else None


def seats_of(group: WorkingGroup) -> QuerySet[GroupSeat]:
    return GroupSeat.objects.filter(group=group, ends_on=None).select_related("member")


def is_group_member(account: Account, *, on: date) -> bool:
    """Whether the account's person sits in a working group now."""
    return GroupSeat.objects.filter(
        staff.in_force(on), group__state=GroupState.COMPOSED, member__account=account
    ).exists()


def comparison(
    people: Collection[Person], *, seats: int, today: date, wanted: Mapping[str, int] | None = None
) -> Comparison:
    """How these people would look beside the whole staff. wanted: function group → seats meant for it."""
    everyone = staff.headcount(on=today)
    return compare(staff=everyone.by, group=tally(people), people=everyone.total, seats=seats, wanted=wanted or {})


def tally(people: Collection[Person]) -> dict[str, dict[str, int]]:
    """dimension → category → people."""
    counts: dict[str, dict[str, int]] = {dimension: {} for dimension in DIMENSIONS}
    for person in people:
        for dimension, inside in counts.items():
            category = person.categories[dimension]
            inside[category] = inside.get(category, 0) + 1
    return counts


def composition_preview(
    call: Call, *, candidates: Collection[int], chosen: Collection[int], today: date
) -> tuple[Comparison, Mapping[int, Person]]:
    """The live preview: the comparison, and the candidates at work by key. A fixed number of statements.

    candidates and chosen: keys of staff members; only these people are read, the rest is counted.
    """
    people = {person.member: person for person in staff.people_at_work(on=today, members=[*candidates, *chosen])}
    inside = [people[key] for key in chosen if key in people]
    seats = max(call.seats, len(chosen))
    return comparison(inside, seats=seats, today=today, wanted=call.wanted), people
