from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from draagvlak.stakeholders.states import BodyKind, RoleKind

# Who listens: the first of these that exists here (domain facts 2.4). In a body where the employer sits too, only its
# workers' side.
LISTENING = (BodyKind.UNION_DELEGATION, BodyKind.WORKS_COUNCIL, BodyKind.SAFETY_COMMITTEE)
# Whoever speaks for the employer never listens, whatever seat he has.
EMPLOYERS = frozenset({RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR, RoleKind.HR_OFFICER})
# Where the employer hears what is raised.
HEARING = (BodyKind.WORKS_COUNCIL, BodyKind.SAFETY_COMMITTEE, BodyKind.MANAGEMENT)


class QuestionKind(TextChoices):
    QUESTION = "question", _("vraag")
    COMPLAINT = "complaint", _("klacht")


class QuestionState(TextChoices):
    RECEIVED = "received", _("ontvangen")
    TAKEN = "taken", _("opgenomen")
    ANSWERED = "answered", _("beantwoord")
    CLOSED = "closed", _("afgesloten")
    REOPENED = "reopened", _("heropend")


QUESTION_TRANSITIONS = {
    QuestionState.RECEIVED: {QuestionState.TAKEN, QuestionState.ANSWERED, QuestionState.CLOSED},
    QuestionState.TAKEN: {QuestionState.TAKEN, QuestionState.ANSWERED, QuestionState.CLOSED},
    QuestionState.ANSWERED: {QuestionState.ANSWERED, QuestionState.CLOSED, QuestionState.REOPENED},
    QuestionState.CLOSED: {QuestionState.REOPENED},
    QuestionState.REOPENED: {QuestionState.TAKEN, QuestionState.ANSWERED, QuestionState.CLOSED},
}
# The answer that was promised is still to come.
WAITING = (QuestionState.RECEIVED, QuestionState.TAKEN, QuestionState.REOPENED)
# The asker can put these back on the table.
REOPENS = (QuestionState.ANSWERED, QuestionState.CLOSED)


class Outcome(TextChoices):
    """How a question ended; with its kind all that is counted of it."""

    SETTLED = "settled", _("opgelost")
    PARTLY = "partly", _("deels opgelost")
    NOT_SETTLED = "not_settled", _("niet opgelost")
    INFORMED = "informed", _("uitleg gegeven")
    PASSED_ON = "passed_on", _("doorverwezen")
    TAKEN_BACK = "taken_back", _("ingetrokken door wie ze stelde")
