"""What there is in an organisation at all, in one statement: of most kinds most organisations have nothing that waits."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Exists, QuerySet
from django_scopes import scope

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.models import Ballot
from draagvlak.decisions.states import BallotState
from draagvlak.initiatives.models import Question
from draagvlak.lib.composed import Composed
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.models import ActionPoint, Invitee
from draagvlak.meetings.states import MeetingState
from draagvlak.needs.models import Signal
from draagvlak.needs.states import SignalState
from draagvlak.notices import queries as notices
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.models import Announcement, Call, GroupTask, Milestone, OpenPoint
from draagvlak.planproject.states import AnnouncementState
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.models import (
    Codecision,
    Consultation,
    IndividualConsultation,
    MarginMention,
    MarginNote,
    Negotiation,
    RegulationVersion,
    Screening,
    Watch,
)
from draagvlak.policyplan.states import (
    CodecisionState,
    ConsultationState,
    IndividualState,
    NegotiationState,
    NoteState,
    ScreeningState,
    VersionState,
)
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body, BodyTask, Contact, MatrixRole, Stakeholder
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import Organisation

# Every kind with the rows that could ask something of somebody: at least those that a station looks at, on any day.
KINDS: Mapping[str, Callable[[Organisation], QuerySet[Any]]] = {
    "actions": lambda _: ActionPoint.objects.filter(done_at=None),
    "advice": lambda _: meetings.advice_without_reply(),
    "assignments": lambda _: planproject.open_assignments(),
    "ballots": lambda _: Ballot.objects.filter(state=BallotState.OPEN),
    "body tasks": lambda _: BodyTask.objects.filter(done_on=None),
    "calls": lambda _: Call.objects.filter(decided_at=None),
    "codecisions": lambda _: Codecision.objects.filter(state__in=[CodecisionState.OPENED, CodecisionState.CLOSED]),
    "consultations": lambda _: Consultation.objects.filter(state=ConsultationState.OPENED),
    "contacts": lambda _: Contact.objects.filter(dropped_on=None),
    "deadlines": lambda _: policyplan.deadlines_ahead(),
    "dossiers": lambda _: decisions.open_dossiers(),
    "feedback": lambda _: planproject.feedback_to_answer(),
    "framework": lambda _: policyplan.framework(),
    "gone": lambda _: stakeholders.gone_with_access(),
    "individuals": lambda _: IndividualConsultation.objects.filter(state=IndividualState.ASKED),
    "invitations": lambda _: Invitee.objects.filter(answer="", meeting__state=MeetingState.PLANNED),
    "mail": lambda here: notices.outbox(here, state="asks"),
    "matrix": lambda _: MatrixRole.objects.filter(ends_on=None),
    "minutes": lambda _: meetings.without_approved_minutes(),
    "mentions": lambda _: MarginMention.objects.filter(done_at=None),
    "milestones": lambda _: Milestone.objects.filter(done_at=None),
    "negotiations": lambda _: Negotiation.objects.filter(state=NegotiationState.RUNNING),
    "news": lambda _: Announcement.objects.filter(state=AnnouncementState.PUBLISHED),
    "notes": lambda _: MarginNote.objects.filter(state=NoteState.OPEN),
    "points": lambda _: OpenPoint.objects.filter(closed_at=None),
    "questions": lambda _: Question.objects.filter(is_read=False),
    "regulation": lambda _: RegulationVersion.objects.filter(state=VersionState.ADOPTED),
    "screenings": lambda _: Screening.objects.filter(state__in=[ScreeningState.ASKED, ScreeningState.LYING]),
    "signals": lambda _: Signal.objects.filter(state=SignalState.RECEIVED),
    "staff": lambda _: StaffMember.objects.all(),
    "stakeholders": lambda _: Stakeholder.objects.all(),
    "tasks left": lambda _: GroupTask.objects.filter(done_at=None, owner__ends_on__isnull=False),
    "watches": lambda _: Watch.objects.all(),
    "working group": lambda _: Body.objects.filter(kind=BodyKind.WORKING_GROUP),
}


def _asked(*, organisation: int) -> QuerySet[Any, Any]:
    here = Organisation(pk=organisation)
    with scope(organisation=here):
        found = {_column(kind): Exists(rows(here)) for kind, rows in KINDS.items()}
        return Organisation.objects.filter(pk=organisation).annotate(**found).values_list(*found)


def _column(kind: str) -> str:
    return f"has_{kind.replace(' ', '_')}"


ASKED = Composed(_asked)


def kinds_present(organisation: Organisation) -> frozenset[str]:
    """The kinds of which there is something now. One statement."""
    (row,) = ASKED(organisation=organisation.pk)
    return frozenset(kind for kind, is_there in zip(KINDS, row, strict=True) if is_there)
