"""The tables of this station."""

from draagvlak.policyplan.models.history import PlanReading, Presence, Revision
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
    "OrganisationGoal",
    "Participation",
    "Plan",
    "PlanReading",
    "PossibleActivity",
    "Presence",
    "Remark",
    "Review",
    "Revision",
    "Section",
    "Version",
    "Vision",
]
