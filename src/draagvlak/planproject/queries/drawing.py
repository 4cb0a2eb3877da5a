"""The draw of a call: who is in the pool, which quotas fit the staff, and what was published."""

import math
from collections.abc import Sequence
from datetime import date

from draagvlak.lib import draw as fair
from draagvlak.planproject.models import Call, Candidacy, Draw
from draagvlak.planproject.queries.group import candidacies_to_weigh
from draagvlak.planproject.states import CandidacyState
from draagvlak.staff import queries as staff


def draw_of(call: Call) -> Draw | None:
    """The draw that counts for this call, published or drawn."""
    return Draw.objects.filter(call=call, void_at=None).select_related("published_by").first()


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


def usual_quotas(call: Call, *, today: date) -> list[fair.Quota]:
    """What fits the staff: for every category its share of the seats, rounded down and up, as far as candidates allow.

    Function groups first; a category that the call means seats for has at least those.
    """
    everyone, pool = staff.headcount(on=today), pool_of(call, today=today)
    found = []
    for dimension, categories in everyone.by.items():
        known = {category: people for category, people in categories.items() if category}
        for category, people in sorted(known.items(), key=lambda pair: -pair[1]):
            fits = call.seats * people / sum(known.values())
            standing = sum(values.get(dimension) == category for values in pool.values())
            least = max(math.floor(fits), call.wanted.get(category, 0) if dimension == "function_group" else 0)
            found.append(fair.Quota(dimension, category, min(least, standing), max(math.ceil(fits), least)))
    return found


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
