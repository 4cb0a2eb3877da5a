"""The tables of this station."""

from draagvlak.policyplan.models.margin import (
    MarginMention,
    MarginNote,
    MarginReply,
)
from draagvlak.policyplan.models.plan import (
    Answer,
    CalendarChoice,
    Contribution,
    Deadline,
    FrameworkItem,
    Goal,
    GoalItem,
    GoalReview,
    ItemFile,
    OrganisationGoal,
    Plan,
    Review,
    Section,
    Version,
    Vision,
)
from draagvlak.policyplan.models.rounds import (
    Asked,
    Bundle,
    Consultation,
    Participation,
    Remark,
)
from draagvlak.policyplan.models.workshop import PossibleActivity

__all__ = [
    "Answer",
    "Asked",
    "Bundle",
    "CalendarChoice",
    "Consultation",
    "Contribution",
    "Deadline",
    "FrameworkItem",
    "Goal",
    "GoalItem",
    "GoalReview",
    "ItemFile",
    "MarginMention",
    "MarginNote",
    "MarginReply",
    "OrganisationGoal",
    "Participation",
    "Plan",
    "PossibleActivity",
    "Remark",
    "Review",
    "Section",
    "Version",
    "Vision",
]
