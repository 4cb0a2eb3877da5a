"""Who may stand, and whether a group looks like the staff. Plain values in, verdict or refusal out."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from draagvlak.lib.refusals import Refused
from draagvlak.planproject.figures import Comparison, Counted, MissingVoice, Reached, Share

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


class EmptyGroup(Refused):
    pass


class TooManySeats(Refused):
    pass


class NotRepresentative(Refused):
    """Carries the missing voices, so that the page can show who is not heard."""

    def __init__(self, sentence: str, missing: Collection[MissingVoice]) -> None:
        super().__init__(sentence)
        self.missing = list(missing)


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


def _known(people: Mapping[str, int]) -> dict[str, int]:
    return {category: number for category, number in people.items() if category}


def compare(
    *, staff: Mapping[str, Mapping[str, int]], group: Mapping[str, Mapping[str, int]], people: int, seats: int
) -> Comparison:
    """Put a group beside the staff, for every dimension. seats: the seats there are, or are foreseen."""
    shares: list[Share] = []
    index: dict[str, float] = {}
    for dimension, categories in staff.items():
        if set(categories) <= {""}:
            continue
        inside = group.get(dimension, {})
        known = sum(_known(categories).values())
        shares += [_share(dimension, c, n, inside.get(c, 0), known, seats) for c, n in _by_size(categories)]
        index[dimension] = round(representativeness(categories, inside), 4)
    return Comparison(seats=seats, people=people, shares=tuple(shares), index=index)


def _by_size(categories: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(((c, n) for c, n in categories.items() if c), key=lambda pair: (-pair[1], pair[0]))


def _share(dimension: str, category: str, people: int, inside: int, total: int, seats: int) -> Share:
    fits = seats * people / total if total else 0.0
    # Every function group has a seat or a recorded reason (row A3.2), however small; elsewhere a whole seat must fit.
    is_missing = inside == 0 and (fits >= WHOLE_SEAT or (dimension == "function_group" and people > 0))
    return Share(dimension, category, people, inside, round(fits, 2), is_missing)


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
