"""Who may stand, and whether a group looks like the staff. Plain values in, verdict or refusal out."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from draagvlak.lib.refusals import Refused
from draagvlak.planproject.figures import Comparison, MissingVoice, Share

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


class NotReady(Refused):
    pass


def is_approved(*, members: int, yes: int, no: int) -> bool:
    """A charter is approved when more than half of all members said yes and fewer said no than yes."""
    return yes * 2 > members and no < yes


def missing_before_work(*, goals: int, has_charter: bool, has_chair: bool) -> list[str]:
    """What a group still needs before it goes to work: a goal (row A4.1), an approved charter, a chair."""
    return [
        what for what, is_there in (("goal", goals > 0), ("charter", has_charter), ("chair", has_chair)) if not is_there
    ]


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


def _known(people: Mapping[str, int]) -> dict[str, int]:
    return {category: number for category, number in people.items() if category}


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
    for dimension, categories in staff.items():
        if set(categories) <= {""}:
            continue
        inside = group.get(dimension, {})
        known = sum(_known(categories).values())
        meant = wanted if dimension == "function_group" else {}
        shares += [
            _share(dimension, c, n, inside.get(c, 0), fits=seats * n / known, wanted=meant.get(c, 0))
            for c, n in _by_size(categories)
        ]
        index[dimension] = round(representativeness(categories, inside), 4)
    return Comparison(seats=seats, people=people, shares=tuple(shares), index=index)


def _by_size(categories: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(((c, n) for c, n in categories.items() if c), key=lambda pair: (-pair[1], pair[0]))


def _share(dimension: str, category: str, people: int, inside: int, *, fits: float, wanted: int) -> Share:
    # Every function group has a seat or a recorded reason (row A3.2), however small; elsewhere a whole seat must fit.
    nobody = inside == 0 and (fits >= WHOLE_SEAT or (dimension == "function_group" and people > 0))
    return Share(dimension, category, people, inside, round(fits, 2), nobody or inside < wanted, wanted)


def refuse_more_wanted_than_seats(wanted: Mapping[str, int], *, seats: int, sentence: str) -> None:
    if sum(wanted.values()) > seats:
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
