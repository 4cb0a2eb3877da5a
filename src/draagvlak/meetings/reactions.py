"""Who comes into a body is asked to its coming meetings; who leaves is no longer asked. Who gets an account finds what was asked before."""

from typing import Any

from django.conf import settings

from draagvlak.journal.actions import subscribe
from draagvlak.journal.models import Record
from draagvlak.meetings import wording
from draagvlak.meetings.actions import cancel_meeting, match_coming, match_invitees, recognise
from draagvlak.meetings.models import Invitee
from draagvlak.meetings.queries import planned_of
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind, RoleKind


def seat_changed(told: Record, seat: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    _match(told, seat.body)


def role_changed(told: Record, role: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    body = Body.objects.filter(kind=BodyKind.MANAGEMENT, ends_on=None).first()
    if role.kind == RoleKind.MANAGEMENT and body is not None:
        _match(told, body)


def staff_changed(told: Record, _subject: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    """The workers themselves are a body too: whoever comes to work is asked, whoever left is not."""
    for body in Body.objects.filter(kind=BodyKind.WORKERS, ends_on=None):
        for meeting in planned_of(body, at=told.at):
            match_invitees(meeting=meeting, by=told.by or meeting.convened_by, at=told.at, root=settings.ADDRESS)


def employment_ended(told: Record, employment: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    """A list tells of everybody who left, after it told of itself: what is right by then is not looked at again."""
    body = Body.objects.filter(kind=BodyKind.WORKERS, ends_on=None).first()
    if (
        body is not None
        and Invitee.objects.filter(meeting__in=planned_of(body, at=told.at), member=employment.member).exists()
    ):
        staff_changed(told, employment)


def body_ended(told: Record, body: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    """What it would meet about goes on nowhere: who was asked hears it, and the moment leaves the calendars."""
    for meeting in planned_of(body, at=told.at).order_by("-starts_at"):
        reason, by = str(wording.BODY_ENDED).format(body=body.name), told.by or meeting.convened_by
        cancel_meeting(meeting=meeting, reason=reason, by=by, at=told.at, root=settings.ADDRESS)


def account_given(_told: Record, account: Any) -> None:  # noqa: ANN401 -- the journal hands over any subject
    recognise(account=account)


def _match(told: Record, body: Body) -> None:
    if told.by is not None:
        match_coming(body=body, by=told.by, at=told.at, root=settings.ADDRESS)


subscribe("stakeholders.seat", seat_changed)
subscribe("stakeholders.unseat", seat_changed)
subscribe("stakeholders.assign_role", role_changed)
subscribe("stakeholders.end_role", role_changed)
subscribe("stakeholders.invite", account_given)
subscribe("stakeholders.recognise_me", account_given)
subscribe("stakeholders.end_body", body_ended)
subscribe("staff.end_employment", employment_ended)
for act in ("staff.register", "staff.read_list", "staff.undo_import"):
    subscribe(act, staff_changed)
