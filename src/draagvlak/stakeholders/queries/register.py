"""The page of the register: a map of everybody, and of the list only the lines that are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, Max, Min, OuterRef, Q, Subquery

from draagvlak.stakeholders import wording
from draagvlak.stakeholders.models import Attitude, Contact, Stakeholder
from draagvlak.stakeholders.rules import quadrant

KINDS = {
    "body": Q(body__isnull=False),
    "function_group": Q(function_group__isnull=False),
    "team": Q(team__isnull=False),
    "role": ~Q(role=""),
    "statute": ~Q(statute=""),
    "other": ~Q(name=""),
}


# What a line of the list is made of, in the order of Entry.
LINE = ("done", "last_done", "late_on", "next_on", "level", "measured_on")


@dataclass(frozen=True)
class Spot:
    """A stakeholder on the map. is_never: nobody ever spoke with them (row A1.0); is_open: and nothing is planned either.

    is_listed: it is in the list that was asked for.
    """

    key: int
    name: str
    kind: str
    interest: int
    influence: int
    is_never: bool
    is_open: bool
    is_listed: bool

    @property
    def quadrant(self) -> str:
        return quadrant(interest=self.interest, influence=self.influence)


@dataclass(frozen=True)
class Entry:
    """One line of the list. level, measured_on: the last attitude. late_on: the first contact past its day; next_on: the first
    to come."""

    spot: Spot
    done: int
    last_done: date | None
    late_on: date | None
    next_on: date | None
    level: int | None
    measured_on: date | None

    @property
    def is_never(self) -> bool:
        return self.done == 0


@dataclass(frozen=True)
class Late:
    """A contact past its day."""

    key: int
    name: str
    planned_on: date
    what: str


def register(*, on: date, kind: str = "", standing: str = "") -> list[Spot]:
    """Everybody who is in the register, those with most influence first. One statement, that reads only what the map draws.

    What is listed: one kind of group, or all; standing: never (nobody spoke with them), late (a contact past its day) or
    planned (one that is to come), or all.
    """
    contacts = Contact.objects.filter(stakeholder=OuterRef("pk"), dropped_on=None)
    still = contacts.filter(done_on=None)
    never = ~Exists(contacts.exclude(done_on=None))
    fits = {
        "never": Q(never),
        "late": Q(Exists(still.filter(planned_on__lt=on))),
        "planned": Q(Exists(still.filter(planned_on__gte=on))),
    }
    of_kind = KINDS.get(kind, Q(pk__in=[])) if kind else Q(pk__gt=0)
    listed = ExpressionWrapper(of_kind & fits.get(standing, Q(pk__gt=0)), output_field=BooleanField())
    rows = Stakeholder.objects.filter(ends_on=None).values_list(
        "pk",
        "interest",
        "influence",
        never,
        ~Exists(contacts),
        listed,
        "body__name",
        "function_group__name",
        "team__name",
        "role",
        "statute",
        "name",
    )
    return [
        Spot(key, wording.called(names[:3], names[5], names[3] or names[4]), _kind(names), interest, influence, *flags)
        for key, interest, influence, *flags, names in ((*row[:6], row[6:]) for row in rows)
    ]


def _kind(names: Sequence[str | None]) -> str:
    return next((kind for kind, name in zip(KINDS, names, strict=True) if name), "other")


def entries_of(spots: Sequence[Spot], *, on: date) -> list[Entry]:
    """The lines of the list for these, in their order. One statement, a row for each."""
    last = Attitude.objects.filter(stakeholder=OuterRef("pk")).order_by("-on", "-pk")
    kept = Q(contacts__dropped_on=None)
    still = kept & Q(contacts__done_on=None)
    rows = (
        Stakeholder.objects.filter(pk__in=[spot.key for spot in spots])
        .order_by()
        .values("pk")
        .annotate(
            done=Count("contacts__done_on", filter=kept),
            last_done=Max("contacts__done_on", filter=kept),
            late_on=Min("contacts__planned_on", filter=still & Q(contacts__planned_on__lt=on)),
            next_on=Min("contacts__planned_on", filter=still & Q(contacts__planned_on__gte=on)),
            level=Subquery(last.values("level")[:1]),
            measured_on=Subquery(last.values("on")[:1]),
        )
    )
    found = {key: line for key, *line in rows.values_list("pk", *LINE)}
    return [Entry(spot, *found[spot.key]) for spot in spots]


def late_contacts(spots: Sequence[Spot], *, on: date) -> list[Late]:
    """Every contact of these that is past its day, in their order. One statement."""
    places = {spot.key: (place, spot.name) for place, spot in enumerate(spots)}
    late = Contact.objects.filter(stakeholder__ends_on=None, dropped_on=None, done_on=None, planned_on__lt=on)
    rows = [row for row in late.values_list("stakeholder", "pk", "planned_on", "what") if row[0] in places]
    rows.sort(key=lambda row: places[row[0]])
    return [Late(key, places[whose][1], planned_on, what) for whose, key, planned_on, what in rows]
