"""The forms of bodies and roles, and of the responsibility matrix."""

from draagvlak.stakeholders.forms.matrix import (
    AgreementForm,
    AnswerRoleForm,
    AskForm,
    DutyForm,
    LineForm,
    MatrixRoleForm,
    ReviewForm,
    StartMatrixForm,
)
from draagvlak.stakeholders.forms.organisation import (
    AppointForm,
    BodiesForm,
    DescribeForm,
    EndForm,
    FinishForm,
    HalfDayForm,
    PersonForm,
    RoleForm,
    SeatForm,
)

__all__ = [
    "AgreementForm",
    "AnswerRoleForm",
    "AppointForm",
    "AskForm",
    "BodiesForm",
    "DescribeForm",
    "DutyForm",
    "EndForm",
    "FinishForm",
    "HalfDayForm",
    "LineForm",
    "MatrixRoleForm",
    "PersonForm",
    "ReviewForm",
    "RoleForm",
    "SeatForm",
    "StartMatrixForm",
]
