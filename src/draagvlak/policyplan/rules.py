"""What a plan needs before it may be put to the bodies. Plain values in, verdict or refusal out."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from draagvlak.lib.refusals import Outdated, Refused
from draagvlak.lib.verify import text_seal
from draagvlak.policyplan.figures import (
    BudgetSum,
    Concerned,
    Effort,
    Foreseen,
    Gap,
    GroupCount,
    GroupSpread,
    Share,
    Spread,
    StillMissing,
)
from draagvlak.policyplan.states import SPEAKING_SIDES, ClauseState

Item = TypeVar("Item")


class NotComplete(Refused):
    """Carries the gaps, so that the page can link to each."""

    def __init__(self, sentence: str, gaps: Collection[Gap]) -> None:
        super().__init__(sentence)
        self.gaps = list(gaps)


class NotWritable(Refused):
    pass


class StillLinked(Refused):
    pass


class NothingSaid(Refused):
    pass


class AlreadyDone(Refused):
    pass


class DayInThePast(Refused):
    pass


def refuse_goal_in_the_past(day: date, *, today: date, sentence: str) -> None:
    """What a plan aims at lies ahead."""
    if day < today:
        raise DayInThePast(sentence)


class TooLate(Refused):
    pass


class NotEarlier(Refused):
    pass


def follows_up(*, role: str, owner: int | None, me: int, mine: Collection[str], held: Collection[str]) -> bool:
    """Whether a day is this person's task: who holds its role, or else who follows its item up, or else who coordinates.

    owner, me: accounts. mine: the roles this person holds; held: the roles that anybody holds.
    """
    if role and role in held:
        return role in mine
    if owner is not None and not role:
        return owner == me
    return "training_coordinator" in mine


def next_year(day: date) -> date:
    """The same day of the next year; 29 February becomes 28 February, and after the last year there is none."""
    if day.year == date.max.year:
        return day
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def gaps_before_submission(
    *, has_group: bool, answers: Mapping[str, str], is_vision_adopted: bool, sections: Mapping[str, str], goals: int
) -> list[Gap]:
    """Row A2.1 (a group or a motivated choice), A8.0 (no empty answer, vision adopted), and the plan itself.

    answers: core question → settled text, empty when not settled. sections: title → plain text. goals: how many.
    """
    gaps = [] if has_group else [Gap("group")]
    gaps += [Gap("answer", question) for question, text in answers.items() if not text.strip()]
    if not is_vision_adopted:
        gaps.append(Gap("vision"))
    gaps += [Gap("section", title) for title, text in sections.items() if not text.strip()]
    if not goals:
        gaps.append(Gap("goals"))
    return gaps


def refuse_gaps(gaps: Collection[Gap], *, sentence: str) -> None:
    if gaps:
        raise NotComplete(sentence, gaps)


# Under five people nobody may be singled out (quality bars, floor of five).
FLOOR = 5


class RoundRefused(Refused):
    """Something of a consultation round that cannot be now; the sentence says what and why."""


def shares(rows: Collection[Share]) -> tuple[list[Share], Share | None]:
    """What may be shown of who took part: per category, the merged ones last with an empty name, and the whole.

    A row is shown when five people are in it and five of them took part. What is not shown is merged; when the merged row is
    itself too small, the smallest row joins it, so that it cannot be worked out from the total.
    """
    whole = _together(rows)
    if whole.people < FLOOR or whole.took_part < FLOOR:
        return [], None
    shown = sorted((row for row in rows if _is_large(row)), key=lambda row: (-row.people, row.category))
    small = [row for row in rows if not _is_large(row)]
    while small and shown and not _is_large(_together(small)):
        small.append(shown.pop())
    if small and shown:
        shown.append(_together(small))
    return shown, whole


def _is_large(row: Share) -> bool:
    return row.people >= FLOOR and row.took_part >= FLOOR


def _together(rows: Collection[Share]) -> Share:
    return Share("", sum(row.people for row in rows), sum(row.took_part for row in rows), len(rows))


def effort_of(estimates: Collection[tuple[int | None, Decimal | None]]) -> Effort:
    """Hours of all people together. estimates: people and hours per person; what lacks one of both is counted, not guessed."""
    known = [people * hours for people, hours in estimates if people is not None and hours is not None]
    return Effort(sum(known, Decimal(0)), len(estimates) - len(known))


def as_written_before(typed: str, before: Collection[str]) -> str:
    """The same words in the way in which they stand already, so that two spellings do not become two competences."""
    words = " ".join(typed.split())
    return next((one for one in before if one.casefold() == words.casefold()), words)


class RegulationRefused(Refused):
    """Something of the training regulation that cannot be now; the sentence says what and why."""


class CodecisionRefused(Refused):
    """Something of deciding together that cannot be now; the sentence says what and why."""


# In which unit the value of a rule of the regulation stands; yes is 1 and no is 0.
RULE_UNITS = {
    "request_days": "days",
    "answer_days": "days",
    "appeal_days": "days",
    "appeal_answer_days": "days",
    "travel_counts": "yes",
    "free_day_counts": "yes",
    "travel_paid": "yes",
    "right_hours": "hours",
    "report_days": "days",
    "evaluation_days": "days",
    "cancel_days": "days",
    "coordinator_amount": "euro",
    "study_months": "months",
}


def is_value_of(unit: str, value: Decimal) -> bool:
    """Whether a value can stand for a rule: whole days and months, yes or no, and nothing below nought."""
    if unit == "yes":
        return value in {Decimal(0), Decimal(1)}
    return value >= 0 and (unit in {"hours", "euro"} or value == value.to_integral_value())


def holds_from(*, adopted_on: date | None, starts_on: date | None) -> date | None:
    """The first day on which an adopted text holds: never before it was adopted."""
    if adopted_on is None:
        return None
    return max(adopted_on, starts_on or adopted_on)


def counted(
    groups: Mapping[str, Collection[str]], said: Mapping[str, str], *, stands: Collection[str]
) -> list[GroupCount]:
    """The result of a line: per group how many said what, and who is missing. One who sits in two groups counts in both.

    groups: name → keys of who sits there; said: key of a person → stand. missing holds keys, in the order of the group.
    """
    found = []
    for name, people in groups.items():
        spoken = [said[one] for one in people if one in said]
        counts = {stand: spoken.count(stand) for stand in stands}
        found.append(GroupCount(name, len(people), counts, tuple(one for one in people if one not in said)))
    return found


def budget_sums(lines: Collection[tuple[str, Decimal, str, Decimal | None]]) -> tuple[list[BudgetSum], BudgetSum]:
    """Per category, in the order of the lines, and the whole. lines: category, proposed, verdict ("" while it waits), new amount.

    A line that does not go on counts for nought; while one line waits, what was agreed is not known.
    """
    agreed = [
        (category, proposed, _agreed(proposed, verdict, changed)) for category, proposed, verdict, changed in lines
    ]
    names = dict.fromkeys(category for category, _proposed, _agreed_to in agreed)
    rows = [_summed(name, [line for line in agreed if line[0] == name]) for name in names]
    return rows, _summed("", agreed)


def _agreed(proposed: Decimal, verdict: str, changed: Decimal | None) -> Decimal | None:
    return {"kept": proposed, "changed": changed, "dropped": Decimal(0)}.get(verdict)


def _summed(name: str, lines: Collection[tuple[str, Decimal, Decimal | None]]) -> BudgetSum:
    known = [agreed for _category, _proposed, agreed in lines if agreed is not None]
    together = sum(known, Decimal(0)) if len(known) == len(lines) else None
    return BudgetSum(name, sum((proposed for _category, proposed, _agreed_to in lines), Decimal(0)), together)


# People at work, up to which a plan begins with the short texts.
SMALL_HOUSE = 50


class NoteRefused(Refused):
    """Something about a note in the margin that cannot be now; the sentence says what and why."""


def named_in(text: str, people: Mapping[int, str]) -> set[int]:
    """Who is named as @Voornaam. people: key → name. A first name that two of them have names nobody."""
    first_names = [(key, name.split()[0].casefold()) for key, name in people.items() if name.split()]
    called = {word.casefold().rstrip("’'-") for word in re.findall(r"(?<![\w@.])@(\w[\w’'-]*)", text)}
    found = {first: [key for key, one in first_names if one == first] for first in called}
    return {keys[0] for keys in found.values() if len(keys) == 1}


class ScreeningRefused(Refused):
    pass


def refuse_day_of_screening(*, on: date, readable_on: date, today: date, sentence: str) -> None:
    """A body speaks on a note from the day it could read it until today."""
    if not readable_on <= on <= today:
        raise ScreeningRefused(sentence)


class NegotiationRefused(Refused):
    """Something at the table that cannot be now; the sentence says what and why."""


class TextMoved(NegotiationRefused, Outdated):
    """At the table another text stands there than the one that was read."""


def clause_state(agreed: Collection[str], *, is_withdrawn: bool) -> ClauseState:
    """Where a clause stands. agreed: the sides that agreed to its last text."""
    if is_withdrawn:
        return ClauseState.WITHDRAWN
    return ClauseState.AGREED if {*SPEAKING_SIDES} <= {*agreed} else ClauseState.OPEN


def clause_seal(title: str, body: str) -> str:
    """The seal of exactly what people agree to: the title and the text."""
    return text_seal(f"{title}\n{body}")


class IndividualRefused(Refused):
    """Something about asking people themselves that cannot be now; the sentence says what and why."""


# On a list for others, fewer people than this are not counted.
COUNTED_FROM = 4


def still_missing(people: Collection[Concerned]) -> StillMissing:
    """Who keeps the measure from being decided. Everybody spoke, or was asked and let his last day pass, or left; and
    everybody with remarks has an answer, also who left since."""
    waiting = [one for one in people if not one.spoke and not one.has_left]
    return StillMissing(
        unreached=[one.name for one in waiting if not one.was_asked],
        silent=[one.name for one in waiting if one.was_asked and not one.is_over],
        unanswered=[one.name for one in people if one.has_remarks and not one.is_answered],
    )


def is_collective(*, chosen: int, at_work: int) -> bool:
    """Whether so many people are no longer a limited group: more than half of who works here."""
    return chosen > 0 and chosen * 2 > at_work


def own_last_day(*, asked_on: date, last_on: date, today: date) -> date:
    """The last day of who is asked later than the others: as many days as they had."""
    return max(last_on, today + (last_on - asked_on))


def spread_of(people: Mapping[str, int], ideas: Collection[Foreseen]) -> Spread:
    """What ideas foresee per function group. people: at work, by the name of the group; who has none under an empty name.

    Hours are divided over the groups that an idea names in proportion to their people. Groups of fewer than five people stand
    together, with the smallest of the others when they are not five together; with fewer than five in all nothing is shown.
    """
    named = [one for one in ideas if one.groups]
    unsaid = [one for one in ideas if not one.groups]
    hours = _hours_per_group(people, named)
    whole, worked = sum(people.values()), sum(hours.values(), Decimal(0))

    def row(names: Collection[str], name: str = "") -> GroupSpread:
        count = sum(people.get(one, 0) for one in names)
        mine = sum((hours.get(one, Decimal(0)) for one in names), Decimal(0))
        naming = sum(not one.groups.isdisjoint(names) for one in named)
        return GroupSpread(name, count, naming, mine, _percent(count, whole), _percent(mine, worked), len(names))

    alone, small = _apart(people, {name for one in named for name in one.groups})
    rows = [row([name], name) for name in alone] + ([row(small)] if small else []) if whole >= FLOOR else []
    return Spread(
        rows=rows,
        people=whole,
        hours=worked,
        ideas=len(named),
        unestimated=sum(one.hours is None for one in named),
        unsaid=len(unsaid),
        unsaid_hours=sum((one.hours for one in unsaid if one.hours is not None), Decimal(0)),
    )


def _apart(people: Mapping[str, int], named: Collection[str]) -> tuple[list[str], list[str]]:
    """The groups that stand alone, the largest first, those in which nobody works last; and those that stand together."""
    by_size = sorted((name for name in people if people[name]), key=lambda name: (-people[name], name))
    alone = [name for name in by_size if people[name] >= FLOOR]
    small = [name for name in by_size if people[name] < FLOOR]
    while small and alone and sum(people[name] for name in small) < FLOOR:
        small.append(alone.pop())
    return alone + sorted(name for name in named if not people.get(name)), small


def _hours_per_group(people: Mapping[str, int], ideas: Collection[Foreseen]) -> dict[str, Decimal]:
    """Where nobody works in any of the groups that an idea names, each has an equal part."""
    found: dict[str, Decimal] = {}
    for one in ideas:
        if one.hours is None:
            continue
        sizes = {name: people.get(name, 0) for name in one.groups}
        if not any(sizes.values()):
            sizes = dict.fromkeys(sizes, 1)
        whole = sum(sizes.values())
        for name, size in sizes.items():
            found[name] = found.get(name, Decimal(0)) + one.hours * size / whole
    return found


def _percent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return Decimal(100) * part / whole if whole else Decimal(0)


def joined(
    before: Mapping[str, Any],
    theirs: Mapping[str, Any],
    mine: Mapping[str, Any],
    *,
    units: Iterable[Sequence[str]] = (),
) -> dict[str, Any] | None:
    """Of each field what one of two people changed; None when both changed it, and not to the same. Only the fields of `mine`.

    units: fields that are one answer, changed together or not at all.
    """
    inside = {name: tuple(unit) for unit in units for name in unit}
    found: dict[str, Any] = {}
    for name in mine:
        unit = inside.get(name, (name,))
        was, stands, wanted = ([side[one] for one in unit] for side in (before, theirs, mine))
        if was not in (stands, wanted) and stands != wanted:
            return None
        found[name] = theirs[name] if was == wanted else mine[name]
    return found


def joined_sets(before: Iterable[Item], theirs: Iterable[Item], mine: Iterable[Item]) -> set[Item]:
    """What two people chose from the same choice: without what either took away, with what either added."""
    was, stands, wanted = set(before), set(theirs), set(mine)
    return (was & stands & wanted) | (stands - was) | (wanted - was)
