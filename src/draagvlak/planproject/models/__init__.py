"""The project with its calls, candidacies and group; news, and for whom a member of the group speaks."""

from draagvlak.planproject.models.announcing import (
    Addressee,
    Announcement,
    Constituency,
    Errand,
    Feedback,
    PaperReach,
    Reading,
)
from draagvlak.planproject.models.group import Call, Candidacy, GroupSeat, Project, WorkingGroup

__all__ = [
    "Addressee",
    "Announcement",
    "Call",
    "Candidacy",
    "Constituency",
    "Errand",
    "Feedback",
    "GroupSeat",
    "PaperReach",
    "Project",
    "Reading",
    "WorkingGroup",
]
