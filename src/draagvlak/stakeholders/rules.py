"""What must hold for bodies and roles. Plain values in, verdict or refusal out."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from draagvlak.lib.refusals import Refused
from draagvlak.stakeholders.figures import ACTORS, CATALOGUE, Fault, Trend

# A person whose points go over this carries too much: carrying out counts 1, 2 or 3 by its weight, only deciding counts 1.
# A choice of the house: about twenty ordinary tasks.
OVERLOAD = 40
POINTS = {"light": 1, "normal": 2, "heavy": 3}


class PeriodReversed(Refused):
    pass


class AlreadyHeld(Refused):
    pass


class NobodyLeft(Refused):
    pass


class NoTimeGiven(Refused):
    pass


class OutsideMandate(Refused):
    pass


class NoAddress(Refused):
    pass


def refuse_reversed_period(*, starts_on: date, ends_on: date | None, sentence: str) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise PeriodReversed(sentence)


class NotAKboNumber(Refused):
    pass


KBO_DIGITS = 10


def kbo_digits(text: str, *, sentence: str) -> str:
    """The ten digits of a number of the Crossroads Bank for Enterprises, however it was typed; empty stays empty.

    The last two are 97 minus the rest of the first eight divided by 97. Raises NotAKboNumber.
    """
    digits = "".join(c for c in text.upper().removeprefix("BE") if c not in " .-/")
    if not digits:
        return ""
    if not (digits.isascii() and digits.isdigit()):
        raise NotAKboNumber(sentence)
    digits = digits.rjust(KBO_DIGITS, "0") if len(digits) == KBO_DIGITS - 1 else digits
    if len(digits) != KBO_DIGITS or digits[0] not in "01" or 97 - int(digits[:8]) % 97 != int(digits[8:]):
        raise NotAKboNumber(sentence)
    return digits


def unanswered_actors(
    *, actors: Collection[str], held: Collection[str], absent: Mapping[str, str] | Collection[str]
) -> list[str]:
    """The actors that are neither held by a person or body nor recorded as not present, in the order given (row B0.1)."""
    return [actor for actor in actors if actor not in held and actor not in absent]


def what_it_lacks(kind: str, *, people: int, has_keeper: bool, is_directed: bool, is_coordinated: bool) -> str:
    """What keeps a body of this kind from being called together; empty when somebody can.

    people: how many are asked when it meets. has_keeper: somebody with an account chairs it or is its secretary. is_directed,
    is_coordinated: somebody holds that role in the organisation.
    """
    if kind == "management":
        return "" if is_directed else "management"
    if not people:
        return "staff" if kind == "workers" else "members"
    if has_keeper or (kind == "board" and is_directed):
        return ""
    if kind in {"workers", "working_group"}:
        return "" if is_coordinated else "coordinator"
    return "keeper"


class TwoDecide(Refused):
    pass


class NotFree(Refused):
    pass


def faults_of(line: int, title: str, letters: Mapping[str, Collection[str]]) -> list[Fault]:
    """What does not hold in one line: exactly one role decides, and at least one carries out (row B0.4).

    letters: name of the role → its letters.
    """
    deciding = tuple(name for name, parts in letters.items() if "A" in parts)
    doing = any({"R", "A"} & set(parts) for parts in letters.values())
    faults = []
    if not deciding:
        faults.append(Fault("nobody_decides", line, title))
    if len(deciding) > 1:
        faults.append(Fault("two_decide", line, title, deciding))
    if not doing:
        faults.append(Fault("nobody_does", line, title))
    return faults


def refuse_two_deciders(letters: Mapping[str, Collection[str]], *, sentence: str) -> None:
    """Two roles that both decide is what people quarrel about: it is never saved (row B0.4)."""
    if sum("A" in parts for parts in letters.values()) > 1:
        raise TwoDecide(sentence)


def overloaded(load: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The people whose points go over the limit, heaviest first. load: name and points of each; two may have one name."""
    return sorted((one for one in load if one[1] > OVERLOAD), key=lambda one: (-one[1], one[0]))


def points_of(work: Iterable[tuple[str, str]]) -> int:
    """How much a person carries. work: letters and weight of each line in which he decides or carries out."""
    return sum(POINTS[weight] if "R" in letters else 1 for letters, weight in work)


def usual_parts(*, size: str, present: Collection[str]) -> dict[str, dict[str, str]]:
    """The preset of a size: catalogue key → role → letters, for the roles that are present.

    What an absent role would do goes to the next one: the board's to management, the rest of the line to management or the
    coordinator, so that no line is left without somebody who decides.
    """
    return {entry.key: _for_those_present(entry.parts, set(present)) for entry in CATALOGUE if size in entry.sizes}


# Who takes over from a role that is not there.
INSTEAD = {
    "board": "management",
    "line_manager": "management",
    "hr_officer": "training_coordinator",
    "works_council": "workers",
    "union_delegation": "works_council",
    "partners": "",
}


def _for_those_present(parts: Mapping[str, str], present: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for role, letters in parts.items():
        stand_in: str = role
        while stand_in and stand_in not in present:
            stand_in = INSTEAD.get(stand_in, "")
        if stand_in:
            found[stand_in] = _stronger(found.get(stand_in, ""), letters)
    return {role: found[role] for role in ACTORS.values() if role in found}


def _stronger(one: str, other: str) -> str:
    """What a role does that takes two parts: deciding and carrying out stay, and outweigh being asked or told."""
    both = set(one) | set(other)
    strong = "".join(letter for letter in "AR" if letter in both)
    return strong or ("C" if "C" in both else "I")


def size_of(heads: int) -> str:
    """The preset that is proposed for an organisation of so many people: under 25 small, from 250 large (design)."""
    return "small" if heads < 25 else "medium" if heads < 250 else "large"  # noqa: PLR2004 -- said above


class AlreadyInRegister(Refused):
    pass


class NobodyNamed(Refused):
    pass


class NotYet(Refused):
    pass


class ContactEnded(Refused):
    pass


class StillPlanned(Refused):
    pass


# From this interest or influence on it counts as much: the upper two of five steps. A choice of the house.
MUCH = 4


def quadrant(*, interest: int, influence: int) -> str:
    """What the place on the map asks for: close, content, informed or watched."""
    if influence >= MUCH:
        return "close" if interest >= MUCH else "content"
    return "informed" if interest >= MUCH else "watched"


def refuse_future(day: date, *, today: date, sentence: str) -> None:
    """What is written down as done or measured cannot lie in the future."""
    if day > today:
        raise NotYet(sentence)


def is_time_to_tell(*, planned_on: date, notice_days: int, today: date) -> bool:
    """Whether the people concerned are told of a moment today: from so many days before it until the day itself."""
    return notice_days > 0 and 0 <= (planned_on - today).days <= notice_days


def trend_of(name: str, measured: Iterable[tuple[int, date, int]], *, people: int) -> Trend:
    """The trend of a group. measured: stakeholder, day, level (1 to 5). people: how many stakeholders the group has."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    points: dict[date, float] = {}
    twice = set()
    for key, day, level in sorted(measured, key=lambda row: row[1]):
        if key in last:
            twice.add(key)
        first.setdefault(key, level)
        last[key] = level
        points[day] = sum(last.values()) / len(last)
    changes = [last[key] - first[key] for key in twice]
    return Trend(
        name,
        tuple(points.items()),
        now=sum(last.values()) / len(last) if last else None,
        change=sum(changes) / len(changes) if changes else None,
        measured=len(last),
        people=people,
    )


class BodyTaskRefused(Refused):
    pass


class TwoSides(Refused):
    pass


class NeedsReason(Refused):
    pass


class NotYours(Refused):
    pass


def is_for_the_workers(kind: str, side: str) -> bool:
    """Whether a seat in a body of this kind, on this side, speaks for the workers: in the delegation each one does."""
    return kind == "union_delegation" or (kind in {"works_council", "safety_committee"} and side == "workers")


def is_for_the_employer(kind: str, side: str) -> bool:
    """The board is the employer; elsewhere the side says it."""
    return kind == "board" or (kind != "union_delegation" and side == "employer")
