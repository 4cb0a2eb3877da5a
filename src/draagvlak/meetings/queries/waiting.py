"""What meetings ask of a person."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.meetings.models import ActionPoint, AgendaItem, Invitee, Meeting
from draagvlak.meetings.queries.meetings import Asked, asked_by, invitees_of, meetings
from draagvlak.meetings.states import ItemKind, MeetingState, MinutesState
from draagvlak.staff import queries as staff
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import Membership, Organisation


def _invited(*, account: int, at: datetime) -> QuerySet[Invitee]:
    planned = Invitee.objects.filter(account=account, answer="", meeting__state=MeetingState.PLANNED)
    return planned.filter(meeting__starts_at__gt=at).select_related("meeting__body").order_by("meeting__starts_at")


INVITED = ComposedHere(_invited)
TO_DO = ComposedHere(
    lambda *, account: ActionPoint.objects.filter(account=account, done_at=None).select_related("item__meeting__body")
)


def _left(*, on: date) -> QuerySet[ActionPoint]:
    here = Membership.objects.filter(organisation=OuterRef("organisation"), account=OuterRef("account"), ends_at=None)
    of_account = Q(account__isnull=False) & ~Exists(here)
    of_member = Q(account=None, member__isnull=False) & ~Q(member__in=staff.members_at_work(on=on).values("pk"))
    return ActionPoint.objects.filter(of_account | of_member, done_at=None).select_related(
        "account", "member", "item__meeting__body"
    )


OF_WHO_LEFT = ComposedHere(_left)
TO_MINUTE = ComposedHere(lambda *, at: without_approved_minutes().filter(ends_at__lte=at).order_by("starts_at"))


def invitations_waiting(account: Account, *, at: datetime) -> list[Invitee]:
    """Invitations of this person that have no answer yet, of meetings to come."""
    return INVITED(account=account.pk, at=at)


def actions_waiting(account: Account) -> list[ActionPoint]:
    return TO_DO(account=account.pk)


def actions_of_who_left(*, on: date) -> list[ActionPoint]:
    """Open actions of people who can no longer sign in; of colleagues without an account, who are no longer at work here."""
    return OF_WHO_LEFT(on=on)


def who_can_take_over(action: ActionPoint, *, on: date) -> list[Asked]:
    """Who sits in the body on a day, or was asked to the meeting, and is still here; by name, without who does it now.

    Of a meeting of all workers only who was asked to it.
    """
    meeting = action.item.meeting
    body = [] if meeting.body.kind == BodyKind.WORKERS else asked_by(meeting.body, on=on)
    asked = [Asked(one.account, one.member) for one in invitees_of(meeting) if one.account or one.member]
    found = {one.key: one for one in [*asked, *body]}
    found.pop(Asked(action.account, action.member).key, None)
    return sorted(_still_here(found.values(), meeting.organisation, on=on), key=str)


def _still_here(people: Collection[Asked], organisation: Organisation, *, on: date) -> list[Asked]:
    """Who of them can sign in; of colleagues without an account, who is at work."""
    accounts = [one.account.pk for one in people if one.account]
    open_ones = Membership.objects.filter(organisation=organisation, account__in=accounts, ends_at=None)
    able = set(open_ones.values_list("account", flat=True))
    members = [one.member.pk for one in people if one.member and not one.account]
    at_work = set(staff.members_at_work(on=on).filter(pk__in=members).values_list("pk", flat=True))
    return [
        one
        for one in people
        if (one.account.pk in able if one.account else one.member is not None and one.member.pk in at_work)
    ]


def meetings_to_minute(*, at: datetime) -> list[Meeting]:
    """Meetings that are over and whose minutes were not sent; or were sent and not approved yet."""
    return TO_MINUTE(at=at)


def without_approved_minutes() -> QuerySet[Meeting]:
    """Meetings that take place or took place, and whose minutes nobody approved."""
    return meetings().exclude(state=MeetingState.CANCELLED).exclude(minutes__state=MinutesState.APPROVED)


def latest_of(bodies: Collection[int], *, at: datetime) -> dict[int, datetime]:
    """body → the start of its last meeting that has begun."""
    begun = Meeting.objects.filter(body__in=bodies, starts_at__lte=at).exclude(state=MeetingState.CANCELLED)
    return dict(begun.order_by().values_list("body").annotate(last=Max("starts_at")))


def advice_without_reply() -> QuerySet[AgendaItem]:
    """Advice that a body gave in minutes that were sent, and that the employer did not answer yet. On a matter the answer
    is given where it was asked."""
    told = AgendaItem.objects.filter(kind=ItemKind.ADVICE, reply=None, matter=None).exclude(decision="")
    told = told.filter(meeting__minutes__state__in=[MinutesState.SENT, MinutesState.APPROVED])
    answered = told.exclude(meeting__body__kind__in=[BodyKind.UNION_DELEGATION, BodyKind.MANAGEMENT])
    return answered.select_related("meeting__body", "meeting__organisation").order_by("meeting__starts_at")
