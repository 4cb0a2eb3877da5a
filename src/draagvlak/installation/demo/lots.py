"""The group of De Lindehof is drawn by lot: the limits, the published chances, the seed and the panel stand there to repeat."""

from dataclasses import replace
from random import Random

from draagvlak.accounts.models import Account
from draagvlak.installation.demo.steps import Calendar
from draagvlak.lib import clock
from draagvlak.lib import draw as fair
from draagvlak.planproject import actions as project
from draagvlak.planproject import queries
from draagvlak.planproject.models import Call, Draw

SEATED = {"Fatima", "Farid", "Bram", "Nadia", "Rosa", "Sofie", "Tom", "Carine", "Dirk"}
NUMBERS = 45  # of the lottery whose numbers are the seed


def draw_lots(calendar: Calendar, call: Call, *, by: Account) -> None:
    """Twelve candidates for nine seats: the chances are published, and later numbers of a lottery draw the group.

    The limits are loose, so that the chances stay close: every function group has a seat, none has more than its share.
    """
    at = calendar.at(137)
    limits = queries.usual_limits(call, today=clock.day_of(at))
    groups = [replace(one, least=min(one.least, 1)) for one in limits if one.dimension == "function_group"]
    quotas = [queries.quota_of(one) for one in groups]
    seed = {"source": "de lottogetallen van de volgende avond", "on": calendar.day(136)}
    draw = project.publish_draw(call=call, quotas=quotas, seed=seed, by=by, at=at)
    words = {
        "reason": "Vervangers en tijdelijke collega’s stelden zich niet kandidaat. We vragen hen apart wat ze nodig hebben.",
        "mandate": "De groep schrijft het plan en adviseert de directie.",
        "to_others": "Er waren meer kandidaten dan zetels. Het lot besliste, binnen grenzen die elke functiegroep een stem geven. Je hoort als eerste als er een zetel vrijkomt.",
        "reserve": list(queries.candidacies_to_weigh(call).values_list("pk", flat=True)),
    }
    project.carry_out_draw(draw=draw, seed=numbers_that_seat(draw), answers=words, by=by, at=calendar.at(136))


def numbers_that_seat(draw: Draw) -> str:
    """The people of the story are invented, so are the numbers: the first that seat those whom the story needs."""
    known = queries.candidates_by_identifier(draw.call)
    wanted = {key for key, candidacy in known.items() if candidacy.member.first_name in SEATED}
    made = fair.lottery(draw.pool, queries.quotas_of(draw), draw.call.seats)
    chance = Random(draw.call.seats)  # noqa: S311 -- invented numbers, no secret
    for _ in range(5000):
        seed = " ".join(map(str, sorted(chance.sample(range(1, NUMBERS + 1), 6))))
        if set(fair.pick(made, seed).candidates) == wanted:
            return seed
    raise AssertionError(wanted)
