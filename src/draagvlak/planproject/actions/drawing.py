"""A draw when there are more candidates than seats: publish the chances, then draw with a seed that nobody controlled."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib import draw as fair
from draagvlak.planproject import queries, wording
from draagvlak.planproject.actions.group import compose_group
from draagvlak.planproject.models import Call, Draw, WorkingGroup
from draagvlak.planproject.rules import NoReason, NotPossibleNow
from draagvlak.ui.said import day_said

# Of chances that were counted, in seconds.
KEPT_FOR = 3600


def counted_chances(
    *, call: Call, quotas: Sequence[fair.Quota], today: date
) -> tuple[dict[str, dict[str, str]], fair.Lottery]:
    """The pool and the fairest chances with these quotas, told to nobody yet. Raises NotPossibleNow as publish_draw does."""
    if call.decided_at is not None:
        raise NotPossibleNow(str(wording.CALL_DECIDED))
    if not call.is_over(on=today):
        raise NotPossibleNow(str(wording.CALL_STILL_OPEN).format(closes=day_said(call.closes_on)))
    if (since := queries.chances_since(call)) is not None:
        raise NotPossibleNow(str(wording.CHANCES_STAND).format(day=day_said(since)))
    pool = queries.pool_for(queries.pool_of(call, today=today), quotas)
    try:
        return pool, _lottery(pool, quotas, call.seats)
    except fair.Trouble as trouble:
        raise NotPossibleNow(wording.draw_sentence(trouble, _in_words)) from trouble


def _in_words(dimension: str, category: str) -> tuple[str, str]:
    """As the page of the limits calls them."""
    return str(wording.DIMENSIONS.get(dimension, dimension)), queries.category_names().get(category, category)


def _lottery(pool: Mapping[str, Mapping[str, str]], quotas: Sequence[fair.Quota], seats: int) -> fair.Lottery:
    """The same files give the same lottery, and counting it can take many seconds: who looked at the chances and publishes
    them does not have everybody wait for it a second time."""
    key = f"lottery:{fair.inputs_print(pool, quotas, seats)}"
    made: fair.Lottery | None = cache.get(key)
    if made is None:
        made = fair.lottery(pool, quotas, seats)
        cache.set(key, made, KEPT_FOR)
    return made


@transaction.atomic
def publish_draw(
    *,
    call: Call,
    quotas: Sequence[fair.Quota],
    seed: Mapping[str, Any],
    by: Account,
    at: datetime,
    seen: str | None = None,
) -> Draw:
    """Count the fairest chances and publish them before anybody is drawn. seed: source (words) and on (a day to come). seen: the
    print of the lots that somebody looked at before publishing them.

    A day that has begun is refused: who publishes could know the value. Chances that stand are taken back first, with a reason
    that every candidate reads. Raises NotPossibleNow with the reason, and when no group meets the quotas with the smallest change
    that would.
    """
    today = clock.day_of(at)
    pool, made = counted_chances(call=call, quotas=quotas, today=today)
    if seed["on"] <= today:
        raise NotPossibleNow(str(wording.SEED_IN_THE_PAST))
    if seen is not None and seen != made.print_of_lots:
        raise NotPossibleNow(str(wording.CHANCES_UNSEEN))
    published = Draw.objects.create(
        call=call,
        quotas=[[quota.category, quota.value, quota.least, quota.most] for quota in quotas],
        pool=pool,
        lottery=[[lot.tickets, [list(pair) for pair in lot.places]] for lot in made.lots],
        chances={one: float(chance) for one, chance in made.chances.items()},
        inputs_sha256=made.inputs,
        lottery_sha256=made.print_of_lots,
        seed_source=seed["source"],
        seed_on=seed["on"],
        published_at=at,
        published_by=by,
    )
    details = {"inputs": made.inputs, "lottery": made.print_of_lots, "minimum": f"{float(made.minimum):.9f}"}
    record("planproject.publish_draw", by=by, at=at, on=call, details=details)
    return published


@transaction.atomic
def withdraw_draw(*, draw: Draw, reason: str, by: Account, at: datetime) -> Draw:
    """Take published chances back before anybody is drawn; every candidate reads the reason. Raises NoReason, NotPossibleNow."""
    if draw.drawn_at is not None or draw.void_at is not None:
        raise NotPossibleNow(str(wording.DRAW_OVER))
    if queries.only_draws(draw, today=clock.day_of(at)):
        raise NotPossibleNow(str(wording.SEED_IS_KNOWN))
    if not reason.strip():
        raise NoReason(str(wording.DRAW_NEEDS_REASON))
    draw.void_at, draw.void_reason = at, reason.strip()
    draw.save()
    record("planproject.withdraw_draw", by=by, at=at, on=draw.call, details={"inputs": draw.inputs_sha256})
    return draw


@transaction.atomic
def carry_out_draw(*, draw: Draw, seed: str, answers: Mapping[str, Any], by: Account, at: datetime) -> WorkingGroup:
    """Draw with the seed and seat who was drawn; everyone gets an answer. answers: as in compose_group; who is drawn
    has a seat, also when he stands in `reserve`.

    Refused before the day on which the seed is known, and when somebody stopped since the chances were published.
    """
    if draw.drawn_at is not None or draw.void_at is not None:
        raise NotPossibleNow(str(wording.DRAW_OVER))
    today = clock.day_of(at)
    if today < draw.seed_on:
        raise NotPossibleNow(str(wording.SEED_NOT_KNOWN_YET).format(day=day_said(draw.seed_on)))
    if not queries.is_still_the_pool(draw, today=today):
        raise NotPossibleNow(str(wording.POOL_CHANGED))
    try:
        made = fair.lottery(draw.pool, queries.quotas_of(draw), draw.call.seats)
        panel = fair.pick(made, seed)
    except fair.Trouble as trouble:
        raise NotPossibleNow(wording.draw_sentence(trouble, _in_words)) from trouble
    if made.print_of_lots != draw.lottery_sha256:
        raise NotPossibleNow(str(wording.LOTTERY_CHANGED))
    draw.seed, draw.panel, draw.drawn_at = panel.seed, list(panel.candidates), at
    draw.save()
    record(
        "planproject.carry_out_draw", by=by, at=at, on=draw.call, details={"seed": panel.seed, "ticket": panel.ticket}
    )
    known = queries.candidates_by_identifier(draw.call)
    chosen = [known[one] for one in panel.candidates]
    words = {**answers, "to_chosen": wording.DRAWN_AMONG}
    return compose_group(call=draw.call, chosen=chosen, answers=words, by=by, at=at)
