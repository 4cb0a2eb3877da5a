"""Separation of duties: what one person does in a dossier, and what the organisation wants two people to do."""

from collections.abc import Iterable, Mapping

from draagvlak.accounts.models import Account
from draagvlak.decisions import wording
from draagvlak.decisions.figures import Apart, Doubled, Said, Says, Standing
from draagvlak.decisions.models import Part, Separation
from draagvlak.decisions.rules import doubled_by, duties_by_person, duty_of_voice, kept_apart
from draagvlak.decisions.states import FOR_WORKERS, PAIRS, USUALLY_TOGETHER, Duty, Together

Pair = tuple[Duty, Duty]


def chosen() -> Mapping[Pair, Together]:
    """What holds here for every two duties: what the organisation chose, else the usual."""
    rows = {(row.first, row.second): Together(row.together) for row in Separation.objects.all()}
    return {pair: rows.get(pair, USUALLY_TOGETHER[pair]) for pair in PAIRS}


def version() -> int:
    """Grows with every change; 0 while nothing was chosen."""
    return sum(Separation.objects.values_list("version", flat=True))


def rules_in(entries: Iterable[Said]) -> list[Apart]:
    """What held when the dossier was opened, as its first entry seals it; nothing for one from before it was asked."""
    opening = next((entry for entry in entries if entry.act == "open"), None)
    return [Apart(**told) for told in opening.content.get("separation", ())] if opening else []


def _for_workers(where: Standing) -> set[int]:
    return {part.key for part in where.parts if part.kind in FOR_WORKERS}


def duty_in(part: Part) -> str:
    """The duty of who writes down what this body says."""
    return duty_of_voice(part.strength, speaks_for_workers=part.body.kind in FOR_WORKERS)


def duty_of_part(part: Says) -> str:
    """The same, of a part as the dossier reads."""
    return duty_of_voice(part.strength, speaks_for_workers=part.kind in FOR_WORKERS)


def stands_in_the_way(duty: str, account: Account, where: Standing) -> list[Duty]:
    """What this person did in the dossier that keeps him from this duty."""
    done = duties_by_person(where.entries, for_workers=_for_workers(where)).get(account.email, set())
    return [Duty(one) for one in sorted(kept_apart(duty, done, rules=rules_in(where.entries)), key=Duty.values.index)]


def why_not(duty: str, account: Account, where: Standing) -> str:
    """Why this person leaves a duty to somebody else, as a sentence; empty when nothing keeps him from it."""
    before = stands_in_the_way(duty, account, where)
    return str(wording.DONE_BEFORE).format(done=", ".join(str(one.label) for one in before)) if before else ""


def doubled(where: Standing) -> list[Doubled]:
    """Who did two things that the organisation would rather see done by two people, in the order in which they came."""
    rules, names = rules_in(where.entries), {entry.email: entry.by for entry in where.entries}
    found = []
    for email, done in duties_by_person(where.entries, for_workers=_for_workers(where)).items():
        if told := doubled_by(done, rules=rules):
            found.append(Doubled(names[email], tuple(str(Duty(one).label) for one in Duty.values if one in told)))
    return found
