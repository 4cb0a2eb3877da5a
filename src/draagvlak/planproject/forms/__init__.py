"""The forms of this station."""

from draagvlak.planproject.forms.announcing import (
    AnnouncementForm,
    AnswerFeedbackForm,
    ConstituencyForm,
    ErrandForm,
    FeedbackForm,
    PaperReachForm,
    WithdrawForm,
)
from draagvlak.planproject.forms.group import (
    CallForm,
    CandidacyForm,
    CompositionForm,
    NoGroupForm,
    PaperForm,
    ProjectForm,
    WholeTeamForm,
)

__all__ = [
    "AnnouncementForm",
    "AnswerFeedbackForm",
    "CallForm",
    "CandidacyForm",
    "CompositionForm",
    "ConstituencyForm",
    "ErrandForm",
    "FeedbackForm",
    "NoGroupForm",
    "PaperForm",
    "PaperReachForm",
    "ProjectForm",
    "WholeTeamForm",
    "WithdrawForm",
]
