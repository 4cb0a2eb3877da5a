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
from draagvlak.planproject.forms.drawing import (
    CarryOutDrawForm,
    PublishDrawForm,
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
from draagvlak.planproject.forms.seating import (
    AskCategoryForm,
    CallWithSeatsForm,
    ExtendForm,
)

__all__ = [
    "AnswerCharterForm",
    "AskCategoryForm",
    "CallForm",
    "CallWithSeatsForm",
    "CandidacyForm",
    "CarryOutDrawForm",
    "CharterForm",
    "CompositionForm",
    "ExtendForm",
    "FinishTaskForm",
    "GroupGoalForm",
    "GroupTaskForm",
    "MemberRoleForm",
    "NoGroupForm",
    "OwnedForm",
    "PaperAnswerForm",
    "PaperForm",
    "ProjectForm",
    "PublishDrawForm",
    "WholeTeamForm",
]
