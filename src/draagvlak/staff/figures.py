"""What leaves this station about numbers of people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

# The dimensions by which people are counted, in the order in which pages show them.
DIMENSIONS = ("function_group", "shift", "statute", "site", "sex", "age_class")
AGE_CLASSES = ("<26", "26-34", "35-44", "45-49", "50-54", "55+")


@dataclass(frozen=True)
class Headcount:
    """People at work on one day, each counted once (in the post with the largest fraction).

    by: dimension → category → people. fte: full-time equivalents in hundredths-exact text, unknown fractions left out.
    """

    on: date
    total: int
    fte: str = "0"
    by: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """One person at work with the categories he is counted in."""

    member: int
    name: str
    function: str
    team: str
    categories: Mapping[str, str]


def age_class(born: date | None, *, on: date) -> str:
    """The age class on a day, empty when the birth date is not known. The border at 50 is the law's (at-risk groups)."""
    if born is None:
        return ""
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    borders = ((26, 0), (35, 1), (45, 2), (50, 3), (55, 4))
    return next((AGE_CLASSES[i] for limit, i in borders if age < limit), AGE_CLASSES[5])
