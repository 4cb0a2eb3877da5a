"""For whom each member of the group speaks, and what was brought back and forth."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from draagvlak.planproject.models import Constituency, Errand, Feedback, GroupSeat
from draagvlak.planproject.queries.group import current_project, group_of, seats_of
from draagvlak.planproject.states import Direction


@dataclass(frozen=True)
class Voice:
    """A seat of the group with the people it speaks for, and what it brought."""

    seat: GroupSeat
    constituency: Constituency | None
    errands: tuple[Errand, ...]

    @property
    def back(self) -> int:
        return sum(errand.direction == Direction.BACK for errand in self.errands)

    @property
    def brought_in(self) -> int:
        return len(self.errands) - self.back


def voices(*, on: date) -> list[Voice]:
    """Every seat of the group that runs now, as held on a day. Five statements."""
    group = group_of(current_project())
    if group is None:
        return []
    seats = list(seats_of(group, on=on))
    spoken = Constituency.objects.filter(seat__in=seats).select_related("function_group", "team")
    known = {one.seat_id: one for one in spoken}
    errands: dict[int, list[Errand]] = {}
    for errand in Errand.objects.filter(seat__in=seats).select_related("by"):
        errands.setdefault(errand.seat_id, []).append(errand)
    return [Voice(seat, known.get(seat.pk), tuple(errands.get(seat.pk, ()))) for seat in seats]


def constituency_of(seat: GroupSeat) -> Constituency | None:
    return Constituency.objects.filter(seat=seat).first()


def errands_counted() -> dict[str, int]:
    """How often something was brought, per direction. One statement."""
    return dict(Counter(Errand.objects.order_by().values_list("direction", flat=True)))


def feedback_counted() -> dict[str, int]:
    """Feedback on news: per answer, and "" for what waits. One statement."""
    return dict(Counter(Feedback.objects.order_by().values_list("answer", flat=True)))
