"""The forms of bodies and roles, and of the responsibility matrix."""

from draagvlak.stakeholders.forms.engagement import (
    AddStakeholderForm,
    AttitudeForm,
    ChangeOtherForm,
    ContactForm,
    DropContactForm,
    FinishContactForm,
    StakeholderForm,
)
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
    "AddStakeholderForm",
    "AgreementForm",
    "AnswerRoleForm",
    "AppointForm",
    "AskForm",
    "AttitudeForm",
    "BodiesForm",
    "ChangeOtherForm",
    "ContactForm",
    "DescribeForm",
    "DropContactForm",
    "DutyForm",
    "EndForm",
    "FinishContactForm",
    "FinishForm",
    "HalfDayForm",
    "LineForm",
    "MatrixRoleForm",
    "PersonForm",
    "ReviewForm",
    "RoleForm",
    "SeatForm",
    "StakeholderForm",
    "StartMatrixForm",
]
