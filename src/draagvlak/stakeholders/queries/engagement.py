"""The register of stakeholders as it is read, and the moments on which people are heard."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.staff import queries as staff
from draagvlak.staff.models import FunctionGroup, Team
from draagvlak.staff.states import Statute
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.figures import ContactTime, Trend
from draagvlak.stakeholders.models import Attitude, Contact, MomentNotice, Stakeholder
from draagvlak.stakeholders.queries.organisation import bodies, bodies_held, bodies_of, roles, roles_held, seats
from draagvlak.stakeholders.rules import is_time_to_tell, quadrant, trend_of
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import members_of

# Nobody is told of a moment longer beforehand than this.
LONGEST_NOTICE = 60
# What the responsible person sees coming.
SOON = timedelta(days=14)


def stakeholders() -> QuerySet[Stakeholder]:
    """The register, those with most influence first."""
    whole = Stakeholder.objects.filter(ends_on=None)
    return whole.select_related("body", "function_group", "team", "responsible")


def quadrant_of(one: Stakeholder) -> str:
    return quadrant(interest=one.interest, influence=one.influence)


def attitudes_of(stakeholder: Stakeholder) -> list[Attitude]:
    """Every measure, oldest first."""
    return list(Attitude.objects.filter(stakeholder=stakeholder).select_related("by"))


def contacts_of(stakeholder: Stakeholder) -> list[Contact]:
    """Every contact, newest first; dropped ones too."""
    return list(Contact.objects.filter(stakeholder=stakeholder).order_by("-planned_on", "-pk"))


def contact_half_days() -> ContactTime:
    """The half-days of all contacts: promised (every estimate that still stands) and used (row A6.4). One statement."""
    sums = Contact.objects.filter(dropped_on=None).aggregate(promised=Sum("half_days"), used=Sum("half_days_used"))
    return ContactTime(sums["promised"] or Decimal(0), sums["used"] or Decimal(0))


def trends() -> tuple[Trend, list[tuple[str, Trend, list[Trend]]]]:
    """How everybody together stands towards the plan, then per kind of group, each with its stakeholders. Two statements."""
    everybody = list(stakeholders())
    measured: dict[int, list[tuple[int, date, int]]] = {one.pk: [] for one in everybody}
    rows = Attitude.objects.filter(stakeholder__ends_on=None).values_list("stakeholder", "on", "level")
    for key, day, level in rows:
        measured[key].append((key, day, level))
    kinds: dict[str, list[Stakeholder]] = {}
    for one in everybody:
        kinds.setdefault(one.kind, []).append(one)
    groups = []
    for kind, inside in kinds.items():
        whole = [row for one in inside for row in measured[one.pk]]
        each = [trend_of(str(one), measured[one.pk], people=1) for one in inside]
        groups.append((kind, trend_of(kind, whole, people=len(inside)), each))
    return trend_of("", [row for rows in measured.values() for row in rows], people=len(everybody)), groups


def contacts_counted(*, on: date) -> dict[str, int]:
    """How many contacts were done, are planned, and are late. One statement."""
    rows = list(Contact.objects.filter(dropped_on=None).values_list("planned_on", "done_on"))
    done = sum(done_on is not None for _planned, done_on in rows)
    late = sum(done_on is None and planned < on for planned, done_on in rows)
    return {"done": done, "planned": len(rows) - done - late, "late": late}


# Moments


@dataclass(frozen=True)
class Groups:
    """The groups to which one person belongs on a day."""

    bodies: frozenset[int]
    roles: frozenset[str]
    function_groups: frozenset[int]
    teams: frozenset[int]
    statutes: frozenset[str]

    def hold(self, one: Stakeholder) -> bool:
        """Whether the person is one of these people."""
        return bool(
            one.body_id in self.bodies
            or one.function_group_id in self.function_groups
            or one.team_id in self.teams
            or (one.role and one.role in self.roles)
            or (one.statute and one.statute in self.statutes)
        )


def groups_of(account: Account, *, on: date) -> Groups:
    """Bodies sat in, roles held, and places of work. Four statements."""
    places = staff.places_of(account, on=on)
    held = frozenset(role.kind for role in roles_held(on=on) if role.holder_id == account.pk and role.starts_on <= on)
    mine = bodies_of(account, on=on)
    everyone = {BodyKind.WORKERS} if places.statutes else set()
    heads = {BodyKind.MANAGEMENT} if RoleKind.MANAGEMENT in held else set()
    ours = [body.pk for body in bodies_held(on=on) if body.pk in mine or body.kind in everyone | heads]
    return Groups(frozenset(ours), held, places.function_groups, places.teams, places.statutes)


@dataclass(frozen=True)
class Moment:
    """A contact as everybody may see it."""

    contact: Contact
    on: date
    is_mine: bool
    is_done: bool
    is_late: bool


def moments(account: Account, *, on: date) -> list[Moment]:
    """The timeline: every contact with a group of people, by day; whether it is this person's moment (row A5.2)."""
    mine = groups_of(account, on=on)
    return [
        Moment(
            contact,
            contact.done_on or contact.planned_on,
            is_mine=mine.hold(contact.stakeholder),
            is_done=contact.done_on is not None,
            is_late=contact.done_on is None and contact.planned_on < on,
        )
        for contact in _public_contacts()
    ]


def _public_contacts() -> QuerySet[Contact]:
    """Contacts with a group of which a list is kept, and that were not dropped."""
    named = Q(stakeholder__name="") & Q(stakeholder__ends_on=None)
    whole = Contact.objects.filter(named, dropped_on=None)
    return whole.select_related("stakeholder__body", "stakeholder__function_group", "stakeholder__team")


COMING = ComposedHere(
    lambda *, on, until: _public_contacts().filter(done_on=None, planned_on__gte=on, planned_on__lte=until)
)


def contacts_to_tell(*, on: date) -> list[Contact]:
    """The contacts of which the people concerned should know by now."""
    coming = COMING(on=on, until=on + timedelta(LONGEST_NOTICE))
    return [
        contact
        for contact in coming
        if is_time_to_tell(planned_on=contact.planned_on, notice_days=contact.notice_days, today=on)
    ]


def moments_now(account: Account, near: list[Contact], *, on: date) -> list[Contact]:
    """Those of the contacts that are near (contacts_to_tell) which are this person's moment. No statement without any."""
    mine = groups_of(account, on=on) if near else None
    return [contact for contact in near if mine and mine.hold(contact.stakeholder)]


def how_involved(contact: Contact) -> Any:  # noqa: ANN401 -- a lazy sentence
    """What happens to the people concerned, in words to them."""
    return wording.INVOLVED[contact.mode]


def accounts_concerned(one: Stakeholder, organisation: Organisation, *, on: date) -> QuerySet[Account]:
    """Everybody with an account and access who is one of these people on a day."""
    return members_of(organisation).filter(pk__in=_accounts_of(one, on=on))


def _accounts_of(one: Stakeholder, *, on: date) -> Any:  # noqa: ANN401 -- keys for `in`
    kind = one.body.kind if one.body else ""
    role = RoleKind.MANAGEMENT.value if kind == BodyKind.MANAGEMENT else one.role
    if role:
        return roles(on=on).filter(kind=role, starts_on__lte=on).order_by().values("holder")
    if one.body and kind != BodyKind.WORKERS:
        sitting = seats(on=on).filter(body=one.body, starts_on__lte=on).order_by()
        return sitting.filter(holder__isnull=False).values("holder")
    places = {"function_group": one.function_group_id, "team": one.team_id, "statute": one.statute}
    return staff.accounts_at_work(on=on, **{name: key for name, key in places.items() if key})


def told_of(contact: Contact) -> QuerySet[MomentNotice]:
    """Who was told that it would be on the day on which it is planned now."""
    return MomentNotice.objects.filter(contact=contact, on=contact.planned_on).select_related("account")


# What waits for the person who sees to the contacts


def keepers(*, on: date) -> QuerySet[Account]:
    """Everybody who may keep the register on a day: who directs, who coordinates, and the working group."""
    runs = {RoleKind.MANAGEMENT.value, RoleKind.TRAINING_COORDINATOR.value}
    held = roles(on=on).filter(kind__in=runs, starts_on__lte=on).order_by().values("holder")
    sitting = seats(on=on).filter(body__kind=BodyKind.WORKING_GROUP, holder__isnull=False).order_by().values("holder")
    return Account.objects.filter(Q(pk__in=held) | Q(pk__in=sitting)).order_by("name")


def _waits(*, account: int) -> QuerySet[Contact]:
    return _whole(_of(account, coordinates=False, on=date.max))


def _waits_for_coordinator(*, account: int, on: date) -> QuerySet[Contact]:
    return _whole(_of(account, coordinates=True, on=on))


def _whole(of: Q) -> QuerySet[Contact]:
    rows = Contact.objects.filter(of, dropped_on=None)
    return rows.select_related("stakeholder__body", "stakeholder__function_group", "stakeholder__team")


WAITS, WAITS_FOR_COORDINATOR = ComposedHere(_waits), ComposedHere(_waits_for_coordinator)


def _of(account: int, *, coordinates: bool, on: date) -> Q:
    """Stakeholders for which this person is responsible. Those of nobody, or of somebody who may no longer see to them,
    fall to who coordinates."""
    mine = Q(stakeholder__responsible=account)
    if coordinates:
        mine |= Q(stakeholder__responsible=None) | ~Q(stakeholder__responsible__in=keepers(on=on).order_by())
    return Q(stakeholder__ends_on=None) & mine


@dataclass(frozen=True)
class Waiting:
    """Contacts that come soon or are late, feedback without an answer, and stakeholders to be measured again."""

    due: tuple[Contact, ...]
    unanswered: tuple[Contact, ...]
    to_measure: tuple[Contact, ...]


def waiting_for(account: Account, *, coordinates: bool, on: date) -> Waiting:
    """What waits for this person in the register. Two statements."""
    rows = WAITS_FOR_COORDINATOR(account=account.pk, on=on) if coordinates else WAITS(account=account.pk)
    due = [contact for contact in rows if contact.done_on is None and contact.planned_on <= on + SOON]
    unanswered = [contact for contact in rows if contact.feedback and not contact.answer]
    asked: dict[int, Contact] = {}
    for contact in rows:
        if contact.measure_on is not None and contact.measure_on <= on:
            asked[contact.stakeholder_id] = contact
    measured = dict(Attitude.objects.filter(stakeholder__in=asked).order_by("on").values_list("stakeholder", "on"))
    to_measure = [
        contact
        for key, contact in asked.items()
        if contact.measure_on and (key not in measured or measured[key] < contact.measure_on)
    ]
    return Waiting(tuple(due), tuple(unanswered), tuple(to_measure))


def never_contacted() -> int:
    """How many stakeholders nobody ever spoke with. One statement."""
    spoken = Contact.objects.exclude(done_on=None).values("stakeholder")
    return Stakeholder.objects.filter(ends_on=None).exclude(pk__in=spoken).count()


def has_register() -> bool:
    return Stakeholder.objects.exists()


# Whom to choose from


def choices_for_register(*, on: date) -> dict[str, list[tuple[str, str]]]:
    """Whom one can still put in the register: kind → key and name. Seven statements."""
    known = {
        f"{one.kind}:{one.body_id or one.function_group_id or one.team_id or one.role or one.statute}"
        for one in stakeholders()
    }
    at_work = staff.headcount(on=on).by.get("statute", {})
    found: dict[str, list[tuple[Any, str]]] = {
        "body": [(body.pk, body.name) for body in bodies(on=on).exclude(kind=BodyKind.WORKING_GROUP)],
        "role": [(role.value, str(wording.PEOPLE[role.value])) for role in RoleKind if role != RoleKind.MANAGEMENT],
        "function_group": list(FunctionGroup.objects.values_list("pk", "name")),
        "team": list(Team.objects.values_list("pk", "name")),
        "statute": [
            (statute.value, str(wording.PEOPLE[statute.value])) for statute in Statute if at_work.get(statute.value)
        ],
    }
    return {
        kind: [(f"{kind}:{key}", name) for key, name in rows if f"{kind}:{key}" not in known]
        for kind, rows in found.items()
    }
