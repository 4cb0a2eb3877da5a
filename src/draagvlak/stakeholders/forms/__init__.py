"""The forms of bodies and roles, the responsibility matrix, the partners and the register."""

from draagvlak.stakeholders.forms.body_tasks import (
    BodyTaskForm,
    FinishBodyTaskForm,
)
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
    EndSeatForm,
    FinishForm,
    FunctionForm,
    HalfDayForm,
    PersonForm,
    RoleForm,
    SeatForm,
)
from draagvlak.stakeholders.forms.partners import (
    PartnerForm,
)

__all__ = [
    "AddStakeholderForm",
    "AgreementForm",
    "AnswerRoleForm",
    "AppointForm",
    "AttitudeForm",
    "BodiesForm",
    "BodyTaskForm",
    "ChangeOtherForm",
    "ContactForm",
    "DescribeForm",
    "DropContactForm",
    "DutyForm",
    "EndForm",
    "EndSeatForm",
    "FinishBodyTaskForm",
    "FinishContactForm",
    "FinishForm",
    "FunctionForm",
    "HalfDayForm",
    "LineForm",
    "MatrixRoleForm",
    "PartnerForm",
    "PersonForm",
    "ReviewForm",
    "RoleForm",
    "SeatForm",
    "StakeholderForm",
    "StartMatrixForm",
]
