"""The forms of bodies and roles, of the responsibility matrix and of the partners."""

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
from draagvlak.stakeholders.forms.partners import (
    PartnerForm,
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
    "PartnerForm",
    "PersonForm",
    "ReviewForm",
    "RoleForm",
    "SeatForm",
    "StartMatrixForm",
]
