"""The lottery and the panel drawn from it."""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from draagvlak.lib.draw.figures import (
    MAX_SEED,
    TICKETS,
    Candidates,
    Change,
    Infeasible,
    Lot,
    Lottery,
    Quota,
    Unreadable,
    Unsolved,
    inputs_print,
)
from draagvlak.lib.draw.kinds import Problem, problem_of, reasons
from draagvlak.lib.draw.levels import Cut, fairest
from draagvlak.lib.draw.relaxing import smallest_changes
from draagvlak.lib.draw.splitting import Groups, Split, split, spread

FEW_KINDS = 200
"""Groups sought before the lottery is made: one per kind, and two for every kind over so many; then a large pool needs
hardly any more (measured)."""
MAX_CUTS = 2_000
"""Never seen needed: the most in tests is a few dozen. Better a fault than a page that never ends."""


def lottery(candidates: Candidates, quotas: Sequence[Quota], seats: int) -> Lottery:
    """The fairest lottery over all groups of `seats` candidates that meet the quotas (leximin).

    Raises Unreadable (seats_too_few, seats_too_many, too_few_candidates) and Infeasible with the smallest change.
    """
    problem = problem_of(candidates, quotas, seats)
    groups = Groups(problem)
    if groups.any() is None:
        raise Infeasible(reasons=reasons(problem, candidates, quotas), changes=smallest_changes(problem))
    chances, found = _fairest_lottery(problem, groups)
    made = Lottery(seats, inputs_print(candidates, quotas, seats), problem.kinds, _lots(found), float(min(chances)))
    _check(made, problem, chances)
    return made


def changes_needed(candidates: Candidates, quotas: Sequence[Quota], seats: int) -> list[Change]:
    """The smallest change with which some group meets the quotas; empty when one does already. Raises Unreadable."""
    problem = problem_of(candidates, quotas, seats)
    return smallest_changes(problem) if Groups(problem).any() is None else []


def _fairest_lottery(problem: Problem, groups: Groups) -> tuple[list[Fraction], Split]:
    """The fairest chances in an outline around all groups; where no lottery gives them, a cut makes the outline tighter.

    When a lottery does give them they are the fairest of all lotteries, because the outline holds every lottery.
    """
    cuts: list[Cut] = []
    while len(cuts) <= MAX_CUTS:
        chances = fairest(problem, cuts)
        target = _seats(chances, problem)
        if not cuts:
            spread(target, groups, rounds=len(target) + max(0, len(target) - FEW_KINDS))
        found = split(target, groups)
        if isinstance(found, Split):
            return chances, found
        cuts.append(found)
    raise Unsolved("too many cuts")


def _seats(chances: Sequence[Fraction], problem: Problem) -> list[float]:
    """Per kind the seats on average; together exactly the seats, whatever the solver left over."""
    seats = [chance * size for chance, size in zip(chances, problem.sizes, strict=True)]
    return [float(one * problem.seats / sum(seats)) for one in seats]


def _lots(found: Split) -> tuple[Lot, ...]:
    """The shares as whole tickets; the tickets that are left go to the largest remainders."""
    exact = [Fraction(share) * TICKETS / sum(map(Fraction, found.shares)) for share in found.shares]
    whole = [int(share) for share in exact]
    order = sorted(range(len(exact)), key=lambda number: (whole[number] - exact[number], number))
    for number in order[: TICKETS - sum(whole)]:
        whole[number] += 1
    places = (tuple((kind, n) for kind, n in enumerate(group) if n) for group in found.groups)
    return tuple(Lot(tickets, sat) for tickets, sat in zip(whole, places, strict=True) if tickets)


def _check(made: Lottery, problem: Problem, chances: Sequence[Fraction]) -> None:
    """Count the whole lottery once more, in whole numbers and fractions, apart from the solver."""
    for lot in made.lots:
        places = [0] * len(problem.kinds)
        for number, taken in lot.places:
            places[number] = taken
        if not problem.is_met_by(places):
            raise Unsolved("a group in the lottery does not meet the quotas")
    if sum(lot.tickets for lot in made.lots) != TICKETS or sum(made.chances.values()) != made.seats:
        raise Unsolved("the chances do not add up")
    for kind, chance in zip(problem.kinds, chances, strict=True):
        if made.chances[kind.candidates[0]] < chance - Fraction(made.rounding):
            raise Unsolved("the lottery is not the fairest one")


# What tells the numbers of a lottery from an amount or a date: how many there are at least, and how many digits each has at most.
LOTTERY_NUMBERS, LOTTERY_DIGITS = 3, 2


@dataclass(frozen=True, slots=True)
class Panel:
    """Who was drawn. candidates: identifiers in order; seed: as it was used; ticket: its number, from 0."""

    candidates: tuple[str, ...]
    seed: str
    ticket: int


def clean_seed(seed: str) -> str:
    """The seed in the one way in which it counts, so that nobody chooses the outcome by how he writes it down.

    Only letters and digits count, small. Numbers of at most two digits, three or more of them, as those of a lottery, count
    from small to large, with a hyphen between them. Raises Unreadable: seed_empty, seed_too_long, seed_two_lines.
    """
    seed = unicodedata.normalize("NFKC", seed).strip()
    if len(seed) > MAX_SEED:
        raise Unreadable("seed_too_long", limit=MAX_SEED)
    if not seed.isprintable():
        raise Unreadable("seed_two_lines")
    words = "".join(sign if sign.isalnum() else " " for sign in seed.casefold()).split()
    if not words:
        raise Unreadable("seed_empty")
    if len(words) >= LOTTERY_NUMBERS and all(word.isdecimal() and len(word) <= LOTTERY_DIGITS for word in words):
        return "-".join(str(number) for number in sorted(map(int, words)))
    return "".join(words)


def pick(made: Lottery, seed: str) -> Panel:
    """The panel that a seed draws; with sha256sum and a calculator anybody can do the same.

    N(line) is the SHA-256 of "SEED⏎INPUTS⏎line" as a whole number (⏎ is a line feed, none at the end; INPUTS is the
    lottery's `inputs`; UTF-8). The ticket is the remainder of N("ticket") divided by the number of tickets; it lies in one
    lot, which says how many of each kind sit in the group. Of a kind, those candidates sit whose N("candidate IDENTIFIER")
    is smallest. Raises Unreadable as `clean_seed`.
    """
    seed = clean_seed(seed)
    ticket = _number(seed, made.inputs, "ticket") % TICKETS
    drawn: list[str] = []
    for number, taken in _lot_of(made, ticket).places:
        by_lot = sorted(made.kinds[number].candidates, key=lambda one: _number(seed, made.inputs, f"candidate {one}"))
        drawn += by_lot[:taken]
    return Panel(tuple(sorted(drawn)), seed, ticket)


def _lot_of(made: Lottery, ticket: int) -> Lot:
    for lot in made.lots:
        if ticket < lot.tickets:
            return lot
        ticket -= lot.tickets
    raise ValueError("there is no such ticket")


def _number(seed: str, inputs: str, line: str) -> int:
    return int(hashlib.sha256(f"{seed}\n{inputs}\n{line}".encode()).hexdigest(), 16)
