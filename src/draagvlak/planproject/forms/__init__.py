"""The forms of this station."""

from draagvlak.planproject.forms.charter import (
    AnswerCharterForm,
    CharterForm,
    FinishTaskForm,
    GroupGoalForm,
    GroupTaskForm,
    MemberRoleForm,
    OwnedForm,
    PaperAnswerForm,
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
    "AnswerCharterForm",
    "CallForm",
    "CandidacyForm",
    "CharterForm",
    "CompositionForm",
    "FinishTaskForm",
    "GroupGoalForm",
    "GroupTaskForm",
    "MemberRoleForm",
    "NoGroupForm",
    "OwnedForm",
    "PaperAnswerForm",
    "PaperForm",
    "ProjectForm",
    "WholeTeamForm",
]
