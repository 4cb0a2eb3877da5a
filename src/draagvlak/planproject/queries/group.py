from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from draagvlak.accounts.models import Account
from draagvlak.journal import queries as journal
from draagvlak.lib.composed import ComposedHere
from draagvlak.planproject.figures import Comparison, Standing
from draagvlak.planproject.models import Call, Candidacy, GroupSeat, Project, WorkingGroup
from draagvlak.planproject.rules import compare
from draagvlak.planproject.states import CandidacyState, GroupState
from draagvlak.staff import queries as staff
from draagvlak.staff.figures import DIMENSIONS, Headcount, Person
from draagvlak.staff.models import StaffMember

PROJECT = ComposedHere(lambda: Project.objects.all()[:1])
GROUP = ComposedHere(
    lambda *, project: WorkingGroup.objects.filter(project=project, state=GroupState.COMPOSED).select_related("call")[
        :1
    ]
)


def current_project() -> Project | None:
    """The project that runs, or ran last."""
    return next(iter(PROJECT()), None)


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


def candidacies_unanswered(project: Project) -> QuerySet[Candidacy]:
    """Whoever stands in a call of this project about which nothing was decided yet."""
    standing = Candidacy.objects.filter(call__project=project, call__decided_at=None, state=CandidacyState.SUBMITTED)
    return standing.select_related("member__account", "call")


def standing_in(call: Call) -> list[Standing]:
    """The same candidates, with only what the page that composes the group shows of them."""
    language = Coalesce("member__account__language", "member__language")
    names = ("first_name", "last_name", "personnel_number")
    rows = candidacies_to_weigh(call).values_list(
        "pk", "member", *(f"member__{name}" for name in names), language, "motivation", "needs", "half_days_per_month"
    )
    return [Standing(*row) for row in rows]


def group_of(project: Project | None) -> WorkingGroup | None:
    """The working group of the project now."""
    return next(iter(GROUP(project=project.pk)), None) if project else None


def held(on: date) -> Q:
    """The condition that somebody still has his seat on a day: whose last day is to come keeps it until then, and a seat that
    ends on the day itself is free."""
    return Q(ends_on=None) | Q(ends_on__gt=on)


def seats_of(group: WorkingGroup, *, on: date) -> QuerySet[GroupSeat]:
    return GroupSeat.objects.filter(held(on), group=group).select_related("member")


SITS = ComposedHere(
    lambda *, account, on: GroupSeat.objects.filter(
        staff.in_force(on), group__state=GroupState.COMPOSED, member__account=account
    ).values_list("pk")[:1]
)


def is_group_member(account: Account, *, on: date) -> bool:
    """Whether the account's person sits in a working group now."""
    return bool(SITS(account=account.pk, on=on))


def comparison(people: Collection[Person], *, seats: int, today: date) -> Comparison:
    """How these people would look beside the whole staff."""
    return compared(people, staff.headcount(on=today), seats=seats, wanted={})


def compared(people: Collection[Person], everyone: Headcount, *, seats: int, wanted: Mapping[str, int]) -> Comparison:
    """These people beside everyone. wanted: function group → seats meant for it."""
    return compare(staff=everyone.by, group=tally(people), people=everyone.total, seats=seats, wanted=wanted)


def tally(people: Collection[Person]) -> dict[str, dict[str, int]]:
    """dimension → category → people."""
    counts: dict[str, dict[str, int]] = {dimension: {} for dimension in DIMENSIONS}
    for person in people:
        for dimension, inside in counts.items():
            category = person.categories[dimension]
            inside[category] = inside.get(category, 0) + 1
    return counts


Preview = tuple[Comparison, Mapping[int, Person]]


def composition_preview(call: Call, *, candidates: Collection[int], chosen: Collection[int], today: date) -> Preview:
    """The live preview: the comparison, and the candidates at work by key. A fixed number of statements.

    candidates and chosen: keys of staff members; only these people are read, the rest is counted.
    """
    people = _by_member([*candidates, *chosen], today)
    return _previewed(call, people, chosen, staff.headcount(on=today)), people


def preview_shown(call: Call, *, candidates: Collection[int], chosen: Collection[int], today: date) -> Preview:
    """The same for a page, where the chosen are among the candidates and both are those of now; one statement for each of
    people and staff as long as nothing happened."""
    people = journal.until_next_act(f"candidates:{call.pk}:{today}", lambda: _by_member(candidates, today))
    return _previewed(call, people, chosen, staff.headcount_shown(on=today)), people


def _by_member(members: Collection[int], today: date) -> dict[int, Person]:
    return {person.member: person for person in staff.people_at_work(on=today, members=members)}


def _previewed(call: Call, people: Mapping[int, Person], chosen: Collection[int], everyone: Headcount) -> Comparison:
    inside, seats = [people[key] for key in chosen if key in people], max(call.seats, len(chosen))
    return compared(inside, everyone, seats=seats, wanted=call.wanted)
