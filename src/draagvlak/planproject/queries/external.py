from datetime import date

from django.db.models import QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.planproject.models import (
    Assignment,
    AssignmentFile,
    AssignmentGuest,
    AssignmentMessage,
    PartnerAid,
    Project,
)

LAST_AID = ComposedHere(
    lambda *, project: PartnerAid.objects.filter(project=project).select_related("weighed_by", "decided_by")[:1]
)


def aid_of(project: Project | None) -> PartnerAid | None:
    """The aid as it was filled in last."""
    return next(iter(LAST_AID(project=project.pk)), None) if project else None


def assignments() -> QuerySet[Assignment]:
    return Assignment.objects.select_related("partner")


def open_assignments() -> QuerySet[Assignment]:
    return assignments().filter(received_on=None)


LATE = ComposedHere(lambda *, on: open_assignments().filter(ends_on__lt=on))


def late_assignments(*, on: date) -> list[Assignment]:
    """What was agreed to be ready before this day and is not."""
    return LATE(on=on)


def assignments_of_guest(account: Account) -> QuerySet[Assignment]:
    """The assignments that this guest may enter now."""
    return open_assignments().filter(guests__account=account, guests__ended_at=None)


def guests_with_assignment() -> QuerySet[AssignmentGuest]:
    """Everyone from outside who still enters an assignment."""
    return AssignmentGuest.objects.filter(ended_at=None)


def is_guest_for(account: Account, assignment: Assignment) -> bool:
    """Whether the account is a guest for this very assignment, and the assignment still runs."""
    return assignments_of_guest(account).filter(pk=assignment.pk).exists()


def guests_of(assignment: Assignment) -> QuerySet[AssignmentGuest]:
    return AssignmentGuest.objects.filter(assignment=assignment, ended_at=None).select_related("account")


def papers_of(assignment: Assignment) -> QuerySet[AssignmentFile]:
    found = AssignmentFile.objects.filter(assignment=assignment, taken_away_at=None)
    return found.select_related("file__kept_by")


def messages_about(assignment: Assignment) -> QuerySet[AssignmentMessage]:
    return AssignmentMessage.objects.filter(assignment=assignment).select_related("by")
