"""The forms of this station."""

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
    "CallForm",
    "CandidacyForm",
    "CompositionForm",
    "NoGroupForm",
    "PaperForm",
    "ProjectForm",
    "WholeTeamForm",
]
