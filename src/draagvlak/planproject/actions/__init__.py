"""One function per act."""

from draagvlak.planproject.actions.announcing import (
    add_paper_reach,
    address_of,
    answer_feedback,
    change_announcement,
    give_feedback,
    mark_read,
    publish_announcement,
    withdraw_announcement,
    write_announcement,
)
from draagvlak.planproject.actions.constituency import (
    add_errand,
    set_constituency,
)
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
    "add_errand",
    "add_paper_reach",
    "address_of",
    "answer_feedback",
    "change_announcement",
    "change_candidacy",
    "choose_no_group",
    "close_call",
    "compose_group",
    "give_feedback",
    "mark_read",
    "open_call",
    "publish_announcement",
    "seat_whole_team",
    "set_constituency",
    "start_project",
    "submit_candidacy",
    "vacate_seats_of",
    "withdraw_announcement",
    "withdraw_candidacy",
    "write_announcement",
]
