"""How a list compares with the people we know. Plain values in, a plan out; no Django, no tables."""

from draagvlak.staff.rules.comparing import Comparer
from draagvlak.staff.rules.people import (
    EMPTY,
    OF_POST,
    PERSONAL,
    Comparison,
    Known,
    KnownEmployment,
    KnownPost,
    Step,
    last_day,
    leavers_last_day,
    who_left,
)
from draagvlak.staff.rules.refusals import (
    EmploymentGone,
    EndsBeforeStart,
    ImportEnded,
    ImportQuoted,
    ListUnreadable,
    NotTheLast,
    NumberTaken,
    PeopleChanged,
    refuse_reversed,
    refuse_unless_ready,
)

__all__ = [
    "EMPTY",
    "OF_POST",
    "PERSONAL",
    "Comparer",
    "Comparison",
    "EmploymentGone",
    "EndsBeforeStart",
    "ImportEnded",
    "ImportQuoted",
    "Known",
    "KnownEmployment",
    "KnownPost",
    "ListUnreadable",
    "NotTheLast",
    "NumberTaken",
    "PeopleChanged",
    "Step",
    "last_day",
    "leavers_last_day",
    "refuse_reversed",
    "refuse_unless_ready",
    "who_left",
]
