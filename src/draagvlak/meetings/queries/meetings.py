"""Meetings, who takes part in them, and what they leave open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.formats import number_format
from django.utils.html import escape
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.composed import Composed, ComposedHere
from draagvlak.meetings import wording
from draagvlak.meetings.figures import Part
from draagvlak.meetings.models import ActionPoint, AgendaItem, Invitee, Matter, Meeting, Paper
from draagvlak.meetings.rules import sees
from draagvlak.meetings.states import ItemKind, ItemSource, MeetingState, Method, MinutesState, Presence
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.stakeholders.states import BodyKind, RoleKind, SeatFunction
from draagvlak.tenancy.models import Organisation
from draagvlak.ui.said import day_said, time_said


@dataclass(frozen=True)
class Asked:
    """Somebody whom a body calls together: an account, a colleague, or both in one."""

    account: Account | None
    member: StaffMember | None

    def __str__(self) -> str:
        return str(self.account or self.member)

    @property
    def key(self) -> str:
        """Stands for this person in a form."""
        return f"account-{self.account.pk}" if self.account else f"member-{self.member.pk if self.member else ''}"


# Who takes which part


def part_in(account: Account, body: Body, *, on: date) -> Part:
    """The part that an account takes in a body, with the roles it holds in the organisation."""
    held = stakeholders.parts_of(account, body.organisation, on=on).roles
    functions = _seats_of(account, body.organisation, on=on).get(body.pk, frozenset())
    return Part(
        sits=bool(functions),
        is_chair=SeatFunction.CHAIR in functions,
        keeps=bool(functions & {SeatFunction.CHAIR, SeatFunction.SECRETARY}),
        directs=RoleKind.MANAGEMENT in held,
        coordinates=RoleKind.TRAINING_COORDINATOR in held,
        works_here=body.kind == BodyKind.WORKERS and staff.works_here(account, body.organisation, on=on),
    )


def _seats(*, organisation: int, account: int, on: date) -> QuerySet[Seat, tuple[int, str]]:
    with scopes_disabled():
        rows = Seat.objects.filter(staff.in_force(on), organisation=organisation, holder=account)
        return rows.values_list("body", "function")


SEATS = Composed(_seats)


def _seats_of(account: Account, organisation: Organisation, *, on: date) -> dict[int, frozenset[str]]:
    """body → the functions that the account has in it; remembered for the length of a request."""
    known, key = account.remembered, ("seats", organisation.pk, on)
    if key not in known:
        found: dict[int, set[str]] = {}
        with scopes_disabled():
            for body, function in SEATS(organisation=organisation.pk, account=account.pk, on=on):
                found.setdefault(body, set()).add(function)
        known[key] = {body: frozenset(functions) for body, functions in found.items()}
    seats: dict[int, frozenset[str]] = known[key]
    return seats


def bodies_seen(account: Account, *, on: date) -> list[Body]:
    """The bodies whose meetings are open to this person, in the organisation whose scope is open. Former ones included."""
    bodies = Body.objects.select_related("organisation")
    return [body for body in bodies if sees(body.kind, part_in(account, body, on=on))]


def is_guest(account: Account, meeting: Meeting) -> bool:
    """Whether this account was asked to this meeting as a guest; never of the delegation, which keeps to itself."""
    return not meeting.is_private and Invitee.objects.filter(meeting=meeting, account=account, is_guest=True).exists()


def guests_expected(*, at: datetime) -> QuerySet[Invitee]:
    """Invitations of guests to meetings, of any body, whose day is not over."""
    asked = Invitee.objects.filter(is_guest=True, account__isnull=False)
    return asked.filter(meeting__ends_at__gte=clock.start_of(clock.day_of(at)))


def open_as_guest(account: Account, *, at: datetime) -> QuerySet[Meeting]:
    """The meetings to which this account was asked as a guest: until the end of their day."""
    return meetings().filter(pk__in=guests_expected(at=at).filter(account=account).values("meeting"))


def is_open_guest(account: Account, meeting: Meeting, *, at: datetime) -> bool:
    """Whether the account is a guest of this very meeting, and its day is not over."""
    return guests_expected(at=at).filter(account=account, meeting=meeting).exists()


# Meetings


def meetings() -> QuerySet[Meeting]:
    return Meeting.objects.select_related("organisation", "body__organisation", "convened_by", "minutes")


def meetings_seen(account: Account, bodies: Sequence[Body]) -> QuerySet[Meeting]:
    """The meetings that are open to this person: of these bodies, and those to which a guest was asked."""
    asked = Invitee.objects.filter(account=account, is_guest=True).values("meeting")
    as_guest = Q(pk__in=asked) & ~Q(body__kind=BodyKind.UNION_DELEGATION)
    return meetings().filter(Q(body__in=bodies) | as_guest)


def coming(found: QuerySet[Meeting], *, at: datetime) -> QuerySet[Meeting]:
    """Those that are not over yet, the next one first."""
    return found.filter(ends_at__gt=at).exclude(state=MeetingState.CANCELLED).order_by("starts_at", "pk")


def past(found: QuerySet[Meeting], *, at: datetime) -> QuerySet[Meeting]:
    """Those that are over or called off, the last one first."""
    return found.filter(Q(ends_at__lte=at) | Q(state=MeetingState.CANCELLED)).order_by("-starts_at", "-pk")


NEXT = ComposedHere(lambda *, body, at: planned_of(body, at=at).order_by("starts_at", "pk")[:1])


def next_of(body: Body, *, at: datetime) -> Meeting | None:
    """The next planned meeting of a body that has not begun."""
    return next(iter(NEXT(body=body.pk, at=at)), None)


def first_per_body(bodies: Sequence[Body], *, at: datetime) -> dict[int, Meeting]:
    """body → its next planned meeting, for those that have one. One statement."""
    planned = meetings().filter(body__in=bodies, state=MeetingState.PLANNED, starts_at__gt=at)
    first: dict[int, Meeting] = {}
    for one in planned.order_by("starts_at", "pk"):
        first.setdefault(one.body_id, one)
    return first


def answers_of(account: Account, found: Sequence[Meeting]) -> dict[int, Invitee]:
    """meeting → this person's own invitation."""
    mine = Invitee.objects.filter(account=account, meeting__in=[one.pk for one in found])
    return {one.meeting_id: one for one in mine}


def planned_of(body: Body, *, at: datetime) -> QuerySet[Meeting]:
    """The meetings of a body that are still to begin."""
    return meetings().filter(body=body, state=MeetingState.PLANNED, starts_at__gt=at)


def later_meetings(meeting: Meeting, *, at: datetime) -> QuerySet[Meeting]:
    """Meetings of the same body in which its minutes can be approved: after it, begun, not called off."""
    later = Meeting.objects.filter(body=meeting.body_id, starts_at__gt=meeting.starts_at, starts_at__lte=at)
    return later.select_related("body").exclude(state=MeetingState.CANCELLED).order_by("-starts_at")


def invitees_of(meeting: Meeting) -> list[Invitee]:
    return list(Invitee.objects.filter(meeting=meeting).select_related("account", "member", "meeting__body"))


def asked_by(body: Body, *, on: date) -> list[Asked]:
    """Who is called together when a body meets on a day: its seats; for management who holds that role, for the workers
    themselves everyone at work. A seat in the working group that falls free in the course of a day is not asked any more."""
    if body.kind == BodyKind.MANAGEMENT:
        held = stakeholders.roles(on=on).filter(kind=RoleKind.MANAGEMENT, starts_on__lte=on)
        found = [Asked(role.holder, None) for role in held]
    elif body.kind == BodyKind.WORKERS:
        found = [Asked(member.account, member) for member in staff.members_at_work(on=on).select_related("account")]
    else:
        is_group = body.kind == BodyKind.WORKING_GROUP
        seats = (seat for seat in stakeholders.seats_in(body, on=on) if not (is_group and seat.ends_on == on))
        found = [Asked(seat.holder, seat.member) for seat in seats]
    return list(dict.fromkeys(found))


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """The agenda in order, each point with its actions and the employer's reply. Two statements."""
    actions = Prefetch("actions", ActionPoint.objects.select_related("account", "member", "done_by"))
    items = AgendaItem.objects.filter(meeting=meeting).order_by("number", "pk")
    return list(
        items.select_related(
            "meeting__body", "proposed_by", "about", "came_from__meeting__body", "matter__asked_by", "reply__by"
        ).prefetch_related(actions)
    )


def papers_of(meeting: Meeting) -> QuerySet[Paper]:
    return Paper.objects.filter(meeting=meeting, taken_away_at=None).select_related("file", "added_by")


# What earlier meetings left open


def minutes_to_approve(body: Body, *, before: datetime) -> QuerySet[Meeting]:
    """Meetings whose minutes were sent and not approved yet."""
    return Meeting.objects.filter(body=body, starts_at__lt=before, minutes__state=MinutesState.SENT).order_by(
        "starts_at"
    )


def brought_to(later: QuerySet[Meeting]) -> QuerySet[AgendaItem]:
    """Points of these meetings that stand there because an earlier one left them open, in their order."""
    brought = AgendaItem.objects.filter(
        meeting__in=later.values("pk"), source__in=[ItemSource.MINUTES, ItemSource.ACTIONS, ItemSource.AGAIN]
    )
    return brought.select_related("meeting", "about", "came_from__meeting", "matter").order_by(
        "meeting__starts_at", "number"
    )


def open_actions_of(body: Body) -> QuerySet[ActionPoint]:
    """Actions of a body that nobody finished, the first due first."""
    open_ones = ActionPoint.objects.filter(item__meeting__body=body, done_at=None)
    return open_ones.select_related("account", "member", "item__meeting__body")


def points_that_come_back(body: Body, *, before: datetime) -> QuerySet[AgendaItem]:
    """Points that the minutes say come back, and what stood on the agenda of a meeting that was called off; none that
    stands on a later agenda already."""
    taken = AgendaItem.objects.exclude(came_from=None).values("came_from")
    told = Q(comes_back=True, meeting__minutes__state__in=[MinutesState.SENT, MinutesState.APPROVED])
    dropped = Q(meeting__state=MeetingState.CANCELLED, source__in=[ItemSource.PERSON, ItemSource.AGAIN])
    earlier = AgendaItem.objects.filter(meeting__body=body, meeting__starts_at__lt=before)
    still_asked = Q(matter=None) | Q(matter__withdrawn_at=None)
    return (
        earlier.filter(told | dropped, still_asked)
        .exclude(pk__in=taken)
        .select_related("matter")
        .order_by("meeting__starts_at", "number")
    )


def waiting_for(*bodies: Body) -> QuerySet[Matter]:
    """What these bodies are asked to speak on and stands on no agenda yet, but that of a meeting that was called off."""
    placed = AgendaItem.objects.exclude(matter=None).exclude(meeting__state=MeetingState.CANCELLED).values("matter")
    return Matter.objects.filter(body__in=bodies, withdrawn_at=None).exclude(pk__in=placed)


def waiting_per_body(bodies: Collection[Body]) -> dict[int, int]:
    """body → how many matters wait for it to meet. One statement."""
    return dict(waiting_for(*bodies).order_by().values_list("body").annotate(Count("pk")))


PLACES = ComposedHere(
    lambda *, matters: (
        AgendaItem.objects.filter(matter__in=matters)
        .exclude(meeting__state=MeetingState.CANCELLED)
        .select_related("meeting__body__organisation", "meeting__organisation", "meeting__minutes")
        .order_by("meeting__starts_at", "pk")
    )
)


def places_of(matters: Collection[int]) -> dict[int, AgendaItem]:
    """matter → the last point about it, of a meeting that was not called off. One statement."""
    return {item.matter_id: item for item in PLACES(matters=tuple(matters)) if item.matter_id}


def actions_seen(bodies: Sequence[Body], account: Account) -> QuerySet[ActionPoint]:
    """Actions of these bodies, and one's own wherever they come from."""
    rows = ActionPoint.objects.filter(Q(item__meeting__body__in=bodies) | Q(account=account))
    return rows.select_related("account", "member", "item__meeting__body", "done_by")


# The minutes in words


def minutes_in_words(meeting: Meeting) -> str:
    """The minutes as plain text: who was there, and per point what was said, decided and agreed."""
    parts = [meeting.name, when_of(meeting)]
    people = list(Invitee.objects.filter(meeting=meeting).select_related("account", "member"))
    for presence, words in (
        (Presence.PRESENT, wording.TEXT_PRESENT),
        (Presence.EXCUSED, wording.TEXT_EXCUSED),
        (Presence.ABSENT, wording.TEXT_ABSENT),
    ):
        names = [_named(one) for one in people if one.presence == presence]
        if names:
            parts.append(str(words).format(names=", ".join(names)))
    parts += ["\n".join(_item_in_words(item)) for item in items_of(meeting)]
    return "\n\n".join(parts)


def _named(invitee: Invitee) -> str:
    if not invitee.substitute:
        return invitee.person
    return str(wording.TEXT_SUBSTITUTE).format(name=invitee.person, substitute=invitee.substitute)


def _item_in_words(item: AgendaItem) -> list[str]:
    return [f"{item.number}. {item.title}", *said_on(item)]


def said_on(item: AgendaItem) -> list[str]:
    """What the minutes say on one point, a line each."""
    lines = [item.outcome] if item.outcome else []
    if item.decision:
        words = wording.TEXT_ADVICE if item.kind == ItemKind.ADVICE else wording.TEXT_DECISION
        lines.append(str(words).format(text=item.decision))
    if item.how == Method.VOTE:
        counts = {name: getattr(item, name) for name in ("votes_for", "votes_against", "votes_abstained")}
        lines.append(str(wording.TEXT_VOTES).format(**counts))
    elif item.how == Method.CONSENSUS:
        lines.append(str(wording.TEXT_CONSENSUS))
    for action in item.actions.all():
        words = wording.TEXT_ACTION if action.due_on else wording.TEXT_ACTION_UNDATED
        due = day_said(action.due_on) if action.due_on else ""
        lines.append(str(words).format(what=action.what, owner=action.owner, due=due))
    if item.comes_back:
        lines.append(str(wording.TEXT_COMES_BACK))
    return lines


def when_of(meeting: Meeting) -> str:
    """Day, hours and place, as people write them."""
    starts, ends = meeting.starts_at.astimezone(clock.BRUSSELS), meeting.ends_at.astimezone(clock.BRUSSELS)
    said = str(wording.FROM_UNTIL).format(
        day=day_said(starts, with_weekday=True), starts=time_said(starts), ends=time_said(ends)
    )
    return said + (str(wording.AT_PLACE).format(place=meeting.place) if meeting.place else "")


def preparation_sheet(*, on: date) -> str:
    """A sheet to begin the board's conversation with (row B2.1): figures of the house, and questions."""
    counted = staff.headcount(on=on)
    heads, fte = stakeholders.heads_and_fte(on=on)
    groups = sorted(counted.by["function_group"].items(), key=lambda pair: -pair[1])
    named = ", ".join(f"{name} {people}" for name, people in groups if name)
    return str(wording.SHEET).format(
        heads=heads, fte=number_format(fte, 1), groups=escape(named or str(wording.SHEET_NO_GROUPS))
    )


def hand_out(meeting: Meeting) -> list[Invitee]:
    """Who gets the invitation on paper: nobody has an address for them."""
    return [one for one in invitees_of(meeting) if not one.address]
