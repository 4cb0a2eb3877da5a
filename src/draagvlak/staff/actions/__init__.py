"""One function per act, one file per noun."""

from draagvlak.staff.actions.lists import carry_out, drop_list, try_list, undo_import
from draagvlak.staff.actions.people import change_person, end_employment, group_functions, register

__all__ = [
    "carry_out",
    "change_person",
    "drop_list",
    "end_employment",
    "group_functions",
    "register",
    "try_list",
    "undo_import",
]
