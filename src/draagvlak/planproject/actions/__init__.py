"""One function per act."""

from draagvlak.planproject.actions.charter import (
    answer_charter,
    ask_members,
    finish_group_task,
    give_member_role,
    set_group_goal,
    set_group_task,
    start_work,
    write_charter,
)
from draagvlak.planproject.actions.drawing import (
    carry_out_draw,
    publish_draw,
)
from draagvlak.planproject.actions.group import (
    answer_candidate,
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
from draagvlak.planproject.actions.seating import (
    ask_category,
    extend_call,
    fill_seat,
)

__all__ = [
    "answer_candidate",
    "answer_charter",
    "ask_category",
    "ask_members",
    "carry_out_draw",
    "change_candidacy",
    "choose_no_group",
    "close_call",
    "compose_group",
    "extend_call",
    "fill_seat",
    "finish_group_task",
    "give_member_role",
    "open_call",
    "publish_draw",
    "seat_whole_team",
    "set_group_goal",
    "set_group_task",
    "start_project",
    "start_work",
    "submit_candidacy",
    "vacate_seats_of",
    "withdraw_candidacy",
    "write_charter",
]
