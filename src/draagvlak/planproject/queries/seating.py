"""Seats that fell free, who waits for them, and who was asked on purpose."""

from datetime import date

from django.db.models import QuerySet

from draagvlak.planproject.figures import MissingVoice
from draagvlak.planproject.models import Call, Candidacy, TargetedCall, WorkingGroup
from draagvlak.planproject.queries.group import candidacies_to_weigh, composition_preview, seats_of
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember


def free_seats(group: WorkingGroup, *, on: date) -> int:
    """How many of the seats of its call nobody holds on a day; 0 for a whole team."""
    return max(group.call.seats - seats_of(group, on=on).count(), 0) if group.call else 0


def reserves(group: WorkingGroup) -> QuerySet[Candidacy]:
    """Who stands on the reserve list, first come first."""
    rows = Candidacy.objects.filter(call=group.call, state=CandidacyState.RESERVE).select_related("member__account")
    return rows.order_by("submitted_at", "pk") if group.call_id else rows.none()


def reserves_weighed(
    group: WorkingGroup, *, today: date
) -> tuple[list[MissingVoice], list[tuple[Candidacy, list[str]]]]:
    """The voices that the group misses now, and who waits with the missing categories each brings: most first."""
    waiting, seated = list(reserves(group)), [seat.member_id for seat in seats_of(group, on=today)]
    if group.call is None:
        return [], []
    standing = [one.member_id for one in waiting]
    seen, people = composition_preview(group.call, candidates=standing, chosen=seated, today=today)
    missing = {(voice.dimension, voice.category) for voice in seen.missing}
    brought = [
        (
            one,
            [category for pair in people[one.member_id].categories.items() if pair in missing for category in pair[1:]],
        )
        for one in waiting
        if one.member_id in people
    ]
    return seen.missing, sorted(brought, key=lambda pair: -len(pair[1]))


def targeted_calls(call: Call) -> QuerySet[TargetedCall]:
    return TargetedCall.objects.filter(call=call).select_related("by")


def people_to_ask(call: Call, *, dimension: str, category: str, today: date) -> list[StaffMember]:
    """Everyone at work in a category who does not stand yet."""
    standing = set(candidacies_to_weigh(call).values_list("member", flat=True))
    keys = [
        person.member
        for person in staff.people_at_work(on=today)
        if person.categories.get(dimension) == category and person.member not in standing
    ]
    return list(StaffMember.objects.filter(pk__in=keys).select_related("account"))
