"""Who may stand, and whether a group looks like the staff. Plain values in, verdict or refusal out."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Any

from draagvlak.lib.refusals import Changed, Refused
from draagvlak.planproject.figures import (
    Advice,
    AidField,
    Comparison,
    Counted,
    Line,
    MissingVoice,
    Reached,
    Share,
    Span,
)
from draagvlak.planproject.states import AidPart, AidQuestion, PhaseKey

# Under five people a category is merged in what is shown, so that nobody is singled out (quality bars, floor of five).
FLOOR = 5
# One person is at most this much too few before a voice counts as missing: a whole seat must fit its share of the staff.
WHOLE_SEAT = 1.0


class CallClosed(Refused):
    pass


class AlreadyCandidate(Refused):
    pass


class NotAtWork(Refused):
    pass


class NotPossibleNow(Refused):
    pass


class NoReason(Refused):
    pass


class NotASponsor(Refused):
    pass


class NotQuarters(Refused):
    pass


class NoClause(Refused):
    pass


class OfTheHouse(Refused):
    pass


class EmptyGroup(Refused):
    pass


class TooManySeats(Refused):
    pass


class NotRepresentative(Refused):
    """Carries the missing voices, so that the page can show who is not heard."""

    def __init__(self, sentence: str, missing: Collection[MissingVoice]) -> None:
        super().__init__(sentence)
        self.missing = list(missing)


class NotReady(Refused):
    pass


def is_approved(*, members: int, yes: int, no: int) -> bool:
    """A charter is approved when more than half of all members said yes and fewer said no than yes."""
    return yes * 2 > members and no < yes


def missing_before_work(*, is_confirmed: bool, goals: int, has_charter: bool, has_chair: bool) -> list[str]:
    """What a group still needs before it goes to work: the sponsor's confirmation (row A1.3), a goal (row A4.1), an approved
    charter, a chair."""
    asked = {"sponsor": is_confirmed, "goal": goals > 0, "charter": has_charter, "chair": has_chair}
    return [what for what, is_there in asked.items() if not is_there]


def refuse_unless_ready(missing: Collection[str], *, sentence: str) -> None:
    if missing:
        raise NotReady(sentence)


def refuse_past(day: date, *, today: date, sentence: str) -> None:
    """A day by which something must be done lies today or later."""
    if day < today:
        raise NotPossibleNow(sentence)


def refuse_unless_open(*, opens_on: date, closes_on: date, today: date, sentence: str) -> None:
    """A call is open on its first and its last day and on those between."""
    if not opens_on <= today <= closes_on:
        raise CallClosed(sentence)


def representativeness(staff: Mapping[str, int], group: Mapping[str, int]) -> float:
    """Key figure K36: 1 − 0.5 × Σ |share in the group − share in the staff|; 1 is perfect, an empty group gives 0.

    A category is a key of either mapping; the values are people. People of whom it is not known ("") are left out of both.
    """
    staff, group = _known(staff), _known(group)
    in_staff, in_group = sum(staff.values()), sum(group.values())
    if not in_staff or not in_group:
        return 0.0
    differences = (abs(group.get(c, 0) / in_group - staff.get(c, 0) / in_staff) for c in {*staff, *group})
    return 1 - 0.5 * sum(differences)


# Not filled in, and a statute that the list did not tell: no group of people, so no voice either.
NOT_KNOWN = frozenset({"", "unknown"})


def _known(people: Mapping[str, int]) -> dict[str, int]:
    return {category: number for category, number in people.items() if category not in NOT_KNOWN}


def is_mostly_unknown(dimension: str, categories: Mapping[str, int]) -> bool:
    """Whether of more than half of the people it is not known: the few of whom it is say nothing of all.

    Function groups are compared all the same: each must have its seat, and who composes can fill them in.
    """
    return dimension != "function_group" and 2 * sum(_known(categories).values()) < sum(categories.values())


def compare(
    *,
    staff: Mapping[str, Mapping[str, int]],
    group: Mapping[str, Mapping[str, int]],
    people: int,
    seats: int,
    wanted: Mapping[str, int] = MappingProxyType({}),
) -> Comparison:
    """Put a group beside the staff, for every dimension. seats: the seats there are, or are foreseen. wanted: seats that the
    call means for a function group."""
    shares: list[Share] = []
    index: dict[str, float] = {}
    unclear: list[str] = []
    for dimension, categories in staff.items():
        if set(categories) <= NOT_KNOWN:
            continue
        if is_mostly_unknown(dimension, categories):
            unclear.append(dimension)
            continue
        inside = group.get(dimension, {})
        known = sum(_known(categories).values())
        meant = wanted if dimension == "function_group" else {}
        shares += [
            _share(dimension, c, n, inside.get(c, 0), fits=seats * n / known, wanted=meant.get(c, 0))
            for c, n in _by_size(categories)
        ]
        index[dimension] = round(representativeness(categories, inside), 4)
    return Comparison(seats=seats, people=people, shares=tuple(shares), index=index, unclear=tuple(unclear))


def _by_size(categories: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(_known(categories).items(), key=lambda pair: (-pair[1], pair[0]))


def _share(dimension: str, category: str, people: int, inside: int, *, fits: float, wanted: int) -> Share:
    # Every function group has a seat or a recorded reason (row A3.2), however small; elsewhere a whole seat must fit.
    nobody = inside == 0 and (fits >= WHOLE_SEAT or (dimension == "function_group" and people > 0))
    return Share(dimension, category, people, inside, round(fits, 2), nobody or inside < wanted, wanted)


def refuse_more_wanted_than_seats(wanted: Mapping[str, int], *, seats: int, sentence: str) -> None:
    if sum(wanted.values()) > seats:
        raise TooManySeats(sentence)


def refuse_more_wanted_than_people(wanted: int, *, people: int, sentence: str) -> None:
    """Seats that nobody can ever fill would leave the group without that voice for good."""
    if wanted > people:
        raise TooManySeats(sentence)


def refuse_unless_representative(missing: Collection[MissingVoice], *, reason: str, sentence: str) -> None:
    """A group may miss voices only with a recorded reason (row A3.2)."""
    if missing and not reason.strip():
        raise NotRepresentative(sentence, missing)


def candidates_who_fill(missing: Collection[MissingVoice], candidates: Mapping[int, Mapping[str, str]]) -> list[int]:
    """The smallest set of candidates, chosen one by one by who fills most, that leaves as few voices missing as possible."""
    still = {(voice.dimension, voice.category) for voice in missing}
    left = {key: set(categories.items()) for key, categories in candidates.items()}
    chosen: list[int] = []
    while still and left:
        best = max(left, key=lambda key: (len(left[key] & still), -key))
        gain = left.pop(best) & still
        if not gain:
            break
        chosen.append(best)
        still -= gain
    return chosen


# The project: how long each proposed phase lasts, as a share of the whole.
SHARES = {
    PhaseKey.START: 0.15,
    PhaseKey.FRAME: 0.20,
    PhaseKey.WRITING: 0.30,
    PhaseKey.CONSULTATION: 0.25,
    PhaseKey.APPROVAL: 0.10,
}
QUARTERS = 4
# Nothing used after this share of the time stands out.
HALF_WAY = 0.5
# Under half of the points a part speaks for a partner.
LOW = 0.5
AID_PARTS = {
    AidPart.STRATEGY: (AidQuestion.MADE_A_PLAN, AidQuestion.SETS_GOALS),
    AidPart.TRAINING: (AidQuestion.FINDS_NEEDS, AidQuestion.KNOWS_RULES, AidQuestion.FOLLOWS_UP),
    AidPart.TIME: (AidQuestion.HAS_TIME,),
    AidPart.NEUTRALITY: (AidQuestion.IS_NEUTRAL,),
    AidPart.MONEY: (AidQuestion.HAS_MONEY,),
}
MOST_POINTS = 3


def refuse_wrong_dates(
    *, starts_on: date, ends_on: date, today: date | None, reversed_sentence: str, past_sentence: str
) -> None:
    """A period ends after it starts; a new one (today given) does not start in the past."""
    if ends_on < starts_on:
        raise NotPossibleNow(reversed_sentence)
    if today is not None and starts_on < today:
        raise NotPossibleNow(past_sentence)


def proposed_phases(*, starts_on: date, ends_on: date) -> list[Span]:
    """The usual phases over these days, one after the other; in a very short project several share a day."""
    days = (ends_on - starts_on).days + 1
    found: list[Span] = []
    share, first = 0.0, starts_on
    for key, part in SHARES.items():
        share += part
        last = starts_on + timedelta(days=max(round(days * share), 1) - 1)
        last = ends_on if key == PhaseKey.APPROVAL else min(last, ends_on)
        first = min(first, last)
        found.append(Span(key.value, first, last))
        first = min(last, date.max - timedelta(days=1)) + timedelta(days=1)
    return found


def in_quarters(half_days: Decimal) -> Decimal:
    """Half-days, rounded to a quarter of one."""
    return (half_days * QUARTERS).quantize(Decimal(1), rounding=ROUND_HALF_UP) / QUARTERS


def share_gone(*, starts_on: date, ends_on: date, today: date) -> float:
    """How much of a period went by, from 0 to 1."""
    days = (ends_on - starts_on).days + 1
    return min(max(((today - starts_on).days + 1) / days, 0.0), 1.0)


def line_of(kind: str, *, promised: Decimal, used: Decimal, gone: float) -> Line:
    """Promised beside used, with what stands out (row A6.2)."""
    warnings = []
    if promised == 0:
        warnings.append("nothing_promised")
    if used > promised:
        warnings.append("over")
    if used == 0 and promised > 0 and gone >= HALF_WAY:
        warnings.append("unused")
    return Line(kind, promised, used, tuple(warnings))


def month_after(day: date) -> date:
    """The same day of the next month, or its last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)  # noqa: PLR2004 -- December
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def month_to_log(*, starts_on: date, today: date) -> tuple[date, date] | None:
    """The last whole month in which there was work: its first and last day; None when the project is younger."""
    last = today.replace(day=1) - timedelta(days=1)
    return None if last < starts_on else (last.replace(day=1), last)


def advice_on(answers: Mapping[str, int]) -> Advice:
    """Whether an external partner would help, from the answers 0 to 3 (rows A7.1 and A7.2).

    A field of experience under half of its points is enough; else the own strength as a whole, money left out.
    """
    fields = []
    for part, questions in AID_PARTS.items():
        points, most = sum(answers[question] for question in questions), MOST_POINTS * len(questions)
        fields.append(AidField(part.value, points, most, most * LOW, points < most * LOW))
    own = [field for field in fields if field.part != AidPart.MONEY]
    strength, most = sum(field.points for field in own), sum(field.most for field in own)
    is_own_low = strength < most * LOW
    is_experience_low = any(field.is_low for field in fields if field.part in {AidPart.STRATEGY, AidPart.TRAINING})
    return Advice(
        fields=tuple(fields),
        own=strength,
        own_most=most,
        own_threshold=most * LOW,
        is_own_low=is_own_low,
        is_advised=is_experience_low or is_own_low,
        has_money=answers[AidQuestion.HAS_MONEY] > 0,
    )


def refuse_changed(row: Any, facts: Mapping[str, Any], *, version: int, sentence: str) -> None:  # noqa: ANN401 -- any record with a version
    """Raise Changed, with what stands there now, when somebody else was first."""
    if row.version != version:
        theirs = {name: getattr(row, name) for name in facts}
        raise Changed(sentence, theirs=theirs, version=row.version)


def quarters_of(half_days: Decimal, *, sentence: str) -> int:
    """Half-days as whole quarters of one. Raises NotQuarters for anything in between."""
    quarters = half_days * QUARTERS
    if quarters != quarters.to_integral_value() or quarters < 0:
        raise NotQuarters(sentence)
    return int(quarters)


class NotAnswerable(Refused):
    pass


class AlreadyFixed(Refused):
    pass


def together(rows: Collection[Counted], *, category: str = "") -> Counted:
    """Several categories as one."""
    names = ("people", "accounts", "read", "stood", "heard", "on_paper")
    return Counted(category, *(sum(getattr(row, name) for row in rows) for name in names))


def floored(rows: Collection[Counted]) -> list[Reached]:
    """What may be shown of these categories, largest first, the merged ones last.

    A category under five people is merged with the next smallest until the merged one has five. How many read it is hidden
    where one to four people could have done so, and then so much more is hidden that no hidden number can be worked out from
    the total: the hidden rows together hold five who could have read it, or everything is hidden.
    """
    kept = sorted(rows, key=lambda row: (-row.people, row.category))
    small = [row for row in kept if row.people < FLOOR]
    kept = [row for row in kept if row.people >= FLOOR]
    while small and kept and sum(row.people for row in small) < FLOOR:
        small.append(kept.pop())
    if small and sum(row.people for row in small) < FLOOR:
        return []
    shown = [(row, 1) for row in kept] + ([(together(small), len(small))] if small else [])
    hidden = {place for place, (row, _merged) in enumerate(shown) if 0 < row.accounts < FLOOR}
    open_ones = sorted(
        (place for place, (row, _merged) in enumerate(shown) if row.accounts >= FLOOR),
        key=lambda place: shown[place][0].accounts,
    )
    while hidden and open_ones and sum(shown[place][0].accounts for place in hidden) < FLOOR:
        hidden.add(open_ones.pop(0))
    return [_reached(row, merged, shows=place not in hidden) for place, (row, merged) in enumerate(shown)]


def total_of(rows: Collection[Counted], *, on_paper: int) -> Reached:
    """Everybody together; their reading is hidden when fewer than five could have done so. on_paper: also without a group."""
    whole = replace(together(rows), on_paper=on_paper)
    return _reached(whole, len(rows), shows=not 0 < whole.accounts < FLOOR)


def _reached(row: Counted, merged: int, *, shows: bool) -> Reached:
    """What is hidden does not leave this function. Of hidden rows only who has no account is sure not to have read it."""
    if shows:
        return Reached(
            row, merged, shows_reading=True, never=max(0, row.people - row.heard - row.on_paper), at_least=False
        )
    never = max(0, row.people - row.accounts - row.stood - row.on_paper)
    return Reached(replace(row, read=0, heard=0), merged, shows_reading=False, never=never, at_least=True)
