"""One function per act, one file per noun."""

from draagvlak.staff.actions.lists import carry_out, choose_columns, drop_list, receive_list, try_again, try_list
from draagvlak.staff.actions.people import change_function, change_person, end_employment, group_functions, register
from draagvlak.staff.actions.undoing import undo_import

__all__ = [
    "carry_out",
    "change_function",
    "change_person",
    "choose_columns",
    "drop_list",
    "end_employment",
    "group_functions",
    "receive_list",
    "register",
    "try_again",
    "try_list",
    "undo_import",
]
