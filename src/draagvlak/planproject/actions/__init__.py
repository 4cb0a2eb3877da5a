"""One function per act."""

from draagvlak.planproject.actions.group import (
    change_candidacy,
    choose_no_group,
    close_call,
    compose_group,
    open_call,
    seat_whole_team,
    start_project,
    submit_candidacy,
    vacate_seats_of,
    withdraw_candidacy,
)

__all__ = [
    "change_candidacy",
    "choose_no_group",
    "close_call",
    "compose_group",
    "open_call",
    "seat_whole_team",
    "start_project",
    "submit_candidacy",
    "vacate_seats_of",
    "withdraw_candidacy",
]
