"""What was asked or said about the plan, the regulation and the agreements, and what was done with it (row B5.6).

What a round says counts from its conclusion: before that an answer can still change. Who may read which is asked by who shows it.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, QuerySet

from draagvlak.journal import queries as journal
from draagvlak.policyplan.models import Bundle, ClauseCheck, Codecision, Consultation, Line, Screening
from draagvlak.policyplan.queries.rounds import consultations
from draagvlak.policyplan.states import CodecisionState, ConsultationState


def rounds_concluded(first: datetime, until: datetime) -> list[Consultation]:
    """The rounds that were concluded from the first moment on, before the second one."""
    rows = consultations().filter(state=ConsultationState.CONCLUDED)
    return list(rows.filter(concluded_at__gte=first, concluded_at__lt=until))


def rounds_that_wait(*, today: date) -> list[Consultation]:
    """The rounds in which nobody writes any more, and that are not concluded."""
    return [one for one in consultations().filter(state=ConsultationState.OPENED) if one.is_over(on=today)]


def bundles_in(rounds: Iterable[Consultation]) -> dict[int, list[Bundle]]:
    """Round → its bundles with remarks in them. Two statements."""
    rows = Bundle.objects.filter(consultation__in=list(rounds), remarks__isnull=False).distinct()
    found: dict[int, list[Bundle]] = {}
    for bundle in rows.select_related("answered_by").prefetch_related("remarks"):
        found.setdefault(bundle.consultation_id, []).append(bundle)
    return found


def lines_concluded(rounds: QuerySet[Codecision], first: datetime, until: datetime) -> QuerySet[Line]:
    """The lines of the rounds to decide together that were concluded in a period."""
    done = rounds.filter(state=CodecisionState.CONCLUDED, concluded_at__gte=first, concluded_at__lt=until)
    return _lines_of(done)


def lines_that_wait(rounds: QuerySet[Codecision], *, today: date) -> QuerySet[Line]:
    """The lines of rounds in which nobody answers any more, and that are not concluded."""
    over = Q(state=CodecisionState.CLOSED) | Q(state=CodecisionState.OPENED, ends_on__lt=today)
    return _lines_of(rounds.filter(over))


def _lines_of(rounds: QuerySet[Codecision]) -> QuerySet[Line]:
    rows = Line.objects.filter(codecision__in=rounds.order_by().values("pk"))
    return rows.select_related("codecision", "concluded__concluded_by").order_by("codecision_id", "number")


def screenings_asked() -> QuerySet[Screening]:
    """The notes that a body asked for itself."""
    return Screening.objects.filter(asked_by__isnull=False).select_related("body", "told_by")


def withdrawals(found: Iterable[Screening]) -> dict[int, tuple[datetime, str]]:
    """Screening → when it was withdrawn, and by whom. One statement."""
    acts = journal.records().filter(act="policyplan.withdraw_screening", subject_type="policyplan.Screening")
    rows = acts.filter(subject_id__in=[str(one.pk) for one in found]).order_by("number")
    return {int(key): (at, name) for key, at, name in rows.values_list("subject_id", "at", "by_name")}


def checks_between(first: date, last: date) -> QuerySet[ClauseCheck]:
    """When somebody looked whether a signed clause is kept, from the first until the last day."""
    return ClauseCheck.objects.filter(on__gte=first, on__lte=last).select_related("clause__agreement", "by")
