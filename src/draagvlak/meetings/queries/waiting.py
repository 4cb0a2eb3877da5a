"""What meetings ask of a person."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.meetings.models import ActionPoint, AgendaItem, Invitee, Meeting
from draagvlak.meetings.queries.meetings import meetings
from draagvlak.meetings.states import ItemKind, MeetingState, MinutesState
from draagvlak.stakeholders.states import BodyKind


def _invited(*, account: int, at: datetime) -> QuerySet[Invitee]:
    planned = Invitee.objects.filter(account=account, answer="", meeting__state=MeetingState.PLANNED)
    return planned.filter(meeting__starts_at__gt=at).select_related("meeting__body").order_by("meeting__starts_at")


INVITED = ComposedHere(_invited)
TO_DO = ComposedHere(
    lambda *, account: ActionPoint.objects.filter(account=account, done_at=None).select_related("item__meeting__body")
)
TO_MINUTE = ComposedHere(lambda *, at: without_approved_minutes().filter(ends_at__lte=at).order_by("starts_at"))


def invitations_waiting(account: Account, *, at: datetime) -> list[Invitee]:
    """Invitations of this person that have no answer yet, of meetings to come."""
    return INVITED(account=account.pk, at=at)


def actions_waiting(account: Account) -> list[ActionPoint]:
    return TO_DO(account=account.pk)


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
