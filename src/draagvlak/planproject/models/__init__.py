"""One file per noun."""

from draagvlak.planproject.models.external import (
    Assignment,
    AssignmentFile,
    AssignmentGuest,
    AssignmentMessage,
    PartnerAid,
)
from draagvlak.planproject.models.group import (
    Call,
    Candidacy,
    Charter,
    CharterAnswer,
    Draw,
    GroupGoal,
    GroupSeat,
    GroupTask,
    Project,
    TargetedCall,
    WorkingGroup,
)
from draagvlak.planproject.models.means import (
    MoneyPromise,
    MoneyUse,
    PlannedContact,
    TimeEntry,
    TimePromise,
)
from draagvlak.planproject.models.project import (
    Milestone,
    OpenPoint,
    Phase,
    Risk,
    StatusReport,
)

__all__ = [
    "Assignment",
    "AssignmentFile",
    "AssignmentGuest",
    "AssignmentMessage",
    "Call",
    "Candidacy",
    "Charter",
    "CharterAnswer",
    "Draw",
    "GroupGoal",
    "GroupSeat",
    "GroupTask",
    "Milestone",
    "MoneyPromise",
    "MoneyUse",
    "OpenPoint",
    "PartnerAid",
    "Phase",
    "PlannedContact",
    "Project",
    "Risk",
    "StatusReport",
    "TargetedCall",
    "TimeEntry",
    "TimePromise",
    "WorkingGroup",
]
