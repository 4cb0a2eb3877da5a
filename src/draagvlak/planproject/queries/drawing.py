"""The draw of a call: who is in the pool, which quotas fit the staff, and what was published."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Q, QuerySet

from draagvlak.journal import queries as journal
from draagvlak.lib import draw as fair
from draagvlak.lib.composed import ComposedHere
from draagvlak.planproject.figures import Limit
from draagvlak.planproject.models import Call, Candidacy, Draw, Project
from draagvlak.planproject.queries.group import candidacies_to_weigh
from draagvlak.planproject.rules import NOT_KNOWN, is_mostly_unknown
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff import queries as staff
from draagvlak.staff.figures import AGE_CLASSES, Headcount

UNKNOWN = "?"
NAME = ("member__first_name", "member__last_name", "member__personnel_number")


def draw_of(call: Call) -> Draw | None:
    """The draw that counts for this call, published or drawn."""
    return Draw.objects.filter(call=call, void_at=None).select_related("published_by").first()


def chances_since(call: Call) -> datetime | None:
    """Since when the chances of a draw that is still to come are public; None when there is none."""
    waiting = Draw.objects.filter(call=call, void_at=None, drawn_at=None)
    return waiting.order_by().values_list("published_at", flat=True).first()


PUBLISHED = ComposedHere(lambda *, project: Draw.objects.filter(call__project=project, void_at=None, drawn_at=None)[:1])


def published_draw(project: Project) -> Draw | None:
    """The chances that were published in this project and not drawn yet."""
    return next(iter(PUBLISHED(project=project.pk)), None)


def draws_of(call: Call) -> tuple[Draw | None, list[Draw]]:
    """The draw that counts for this call, and the chances that were taken back with a reason, newest first."""
    known = list(Draw.objects.filter(call=call).select_related("published_by").order_by("-void_at"))
    withdrawn = [one for one in known if one.void_at and one.void_reason]
    return next((one for one in known if one.void_at is None), None), withdrawn


def identifier(candidacy: Candidacy) -> str:
    return f"K{candidacy.pk}"


def pool_of(call: Call, *, today: date) -> dict[str, dict[str, str]]:
    """Identifier → category → value of everyone who stands and is at work; what is not known is left out."""
    standing = {c.member_id: c for c in candidacies_to_weigh(call).filter(state=CandidacyState.SUBMITTED)}
    people = staff.people_at_work(on=today, members=list(standing))
    return {
        identifier(standing[person.member]): {name: value for name, value in person.categories.items() if value}
        for person in people
    }


def pool_for(pool: Mapping[str, Mapping[str, str]], quotas: Sequence[fair.Quota]) -> dict[str, dict[str, str]]:
    """The pool as it is drawn from and published: of everyone exactly what the quotas ask, so that the files say the same.

    What is not known of somebody is a value that no quota names, and so has no bound.
    """
    asked = dict.fromkeys(quota.category for quota in quotas)
    return {key: {category: values.get(category, UNKNOWN) for category in asked} for key, values in pool.items()}


def usual_limits(
    call: Call,
    *,
    today: date,
    pool: Mapping[str, Mapping[str, str]] | None = None,
    everyone: Headcount | None = None,
) -> list[Limit]:
    """What fits the staff: for every category its share of the seats, rounded down and up, as far as candidates allow.

    Function groups first; a group that the call means seats for has at least those, and every group has one while there
    are seats for all of them (row A3.2). Where no group of candidates meets all of it, the limits that must give way do.
    pool: as in `pool_of`, and everyone: the staff; for who asked them already.
    """
    everyone = everyone or staff.headcount(on=today)
    pool = pool_of(call, today=today) if pool is None else pool
    limits = [
        limit
        for dimension, categories in everyone.by.items()
        for limit in _limits_of(call, dimension, categories, Counter(one.get(dimension) for one in pool.values()))
    ]
    try:
        changes = fair.changes_needed(pool, [quota_of(limit) for limit in limits], call.seats)
    except fair.Unreadable:  # fewer candidates than seats: nothing to draw
        return limits
    needed = {(change.category, change.value, change.bound): change.needed for change in changes}
    return [_eased(limit, needed) for limit in limits]


def limits_shown(call: Call, *, today: date) -> tuple[list[Limit], int]:
    """The usual limits and how many stand, for a page that only shows them; one statement as long as nothing happened."""

    def answer() -> tuple[list[Limit], int]:
        pool = pool_of(call, today=today)
        return usual_limits(call, today=today, pool=pool, everyone=staff.headcount_shown(on=today)), len(pool)

    return journal.until_next_act(f"limits:{call.pk}:{today}", answer)


def _eased(limit: Limit, needed: Mapping[tuple[str, str, str], int]) -> Limit:
    least = needed.get((limit.dimension, limit.category, "least"), limit.least)
    most = needed.get((limit.dimension, limit.category, "most"), limit.most)
    return replace(limit, least=least, most=most, is_eased=(least, most) != (limit.least, limit.most))


def _limits_of(
    call: Call, dimension: str, categories: Mapping[str, int], standing: Mapping[str | None, int]
) -> list[Limit]:
    if is_mostly_unknown(dimension, categories):
        return []
    known = {category: people for category, people in categories.items() if category not in NOT_KNOWN}
    total, is_group = sum(known.values()), dimension == "function_group"
    order = AGE_CLASSES.index if dimension == "age_class" else lambda category: -known[category]
    limits = []
    for category in sorted(known, key=order):
        fits = call.seats * known[category] / total
        least = max(math.floor(fits), call.wanted.get(category, 0) if is_group else 0)
        most = max(math.ceil(fits), least)
        limits.append(
            Limit(dimension, category, known[category], standing[category], min(least, standing[category]), most)
        )
    return _one_each(call, limits) if is_group else limits


def _one_each(call: Call, limits: list[Limit]) -> list[Limit]:
    """A seat for every group that has a candidate, as long as there are seats: the largest groups give way for it, but never
    below half of what fits them or the seats that the call means for them."""
    floors = {limit.category: limit.least for limit in limits}
    least = {limit.category: max(limit.least, min(limit.standing, 1)) for limit in limits}
    while sum(least.values()) > call.seats:
        above = [one for one, number in least.items() if number > max(1, call.wanted.get(one, 0), floors[one] / 2)]
        if not above:
            return limits
        least[max(above, key=lambda one: least[one])] -= 1
    return [replace(limit, least=least[limit.category]) for limit in limits]


def quota_of(limit: Limit) -> fair.Quota:
    return fair.Quota(limit.dimension, limit.category, limit.least, limit.most)


def usual_quotas(call: Call, *, today: date) -> list[fair.Quota]:
    """The usual limits as the draw takes them."""
    return [quota_of(limit) for limit in usual_limits(call, today=today)]


def quotas_of(draw: Draw) -> list[fair.Quota]:
    return [fair.Quota(*row) for row in draw.quotas]


def is_still_the_pool(draw: Draw, *, today: date) -> bool:
    """Whether exactly those stand who stood when the chances were published."""
    return set(pool_of(draw.call, today=today)) == set(draw.pool)


def chance_of(draw: Draw, candidacy: Candidacy | None) -> float | None:
    """Somebody's own chance, between 0 and 1; None when not in the pool."""
    found = draw.chances.get(identifier(candidacy)) if candidacy else None
    return float(found) if found is not None else None


def candidates_by_identifier(call: Call) -> dict[str, Candidacy]:
    return {identifier(one): one for one in candidacies_to_weigh(call)}


def names_by_identifier(call: Call) -> dict[str, str]:
    """Identifier → name of everyone who stands."""
    standing = candidacies_to_weigh(call).select_related(None).select_related("member")
    return {identifier(one): str(one.member) for one in standing.only(*NAME)}


def candidates_at_draw(draw: Draw) -> QuerySet[Candidacy]:
    """Who may be kept in reserve, by name: everyone who stands. Who stopped since the chances were published is still read
    here, so that the draw itself is refused and not the tick beside his name."""
    published = [int(key.removeprefix("K")) for key in draw.pool]
    standing = Candidacy.objects.filter(call=draw.call).filter(~Q(state=CandidacyState.WITHDRAWN) | Q(pk__in=published))
    return standing.select_related("member").order_by("member__last_name", "member__first_name", "pk")


def files_of(draw: Draw) -> dict[str, str]:
    """The two files with which anybody repeats the draw: name → text, as the command reads them."""
    columns = sorted({category for values in draw.pool.values() for category in values})
    rows: list[Sequence[str]] = [["id", *columns]]
    rows += [[key, *(values.get(column, "") for column in columns)] for key, values in sorted(draw.pool.items())]
    quotas: list[Sequence[str]] = [["category", "value", "min", "max"]]
    quotas += [[category, value, str(least), str(most)] for category, value, least, most in draw.quotas]
    return {"kandidaten.csv": _csv(rows), "quota.csv": _csv(quotas)}


def _csv(rows: Sequence[Sequence[str]]) -> str:
    quoted = (",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    return "\r\n".join(quoted) + "\r\n"


def only_draws(draw: Draw, *, today: date) -> bool:
    """Whether these chances can no longer be taken back: their seed is known, so anybody can work out who is drawn, and they can
    still be drawn. Who did not like the outcome could otherwise begin again."""
    return today >= draw.seed_on and is_still_the_pool(draw, today=today)
