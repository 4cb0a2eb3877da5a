"""Bodies, roles and the responsibility matrix; the register of stakeholders."""

from draagvlak.stakeholders.models.body_tasks import BodyTask
from draagvlak.stakeholders.models.engagement import Attitude, Contact, MomentNotice, Stakeholder
from draagvlak.stakeholders.models.organisation import (
    Acceptance,
    Agreement,
    Body,
    Duty,
    HalfDay,
    MatrixReview,
    MatrixRole,
    Partner,
    Profile,
    Responsibility,
    Role,
    RoleAssignment,
    Seat,
)

__all__ = [
    "Acceptance",
    "Agreement",
    "Attitude",
    "Body",
    "BodyTask",
    "Contact",
    "Duty",
    "HalfDay",
    "MatrixReview",
    "MatrixRole",
    "MomentNotice",
    "Partner",
    "Profile",
    "Responsibility",
    "Role",
    "RoleAssignment",
    "Seat",
    "Stakeholder",
]
