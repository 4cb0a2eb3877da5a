"""One function per act, one file per noun."""

from draagvlak.policyplan.actions.calendar import move_line, refuse_line, take_line
from draagvlak.policyplan.actions.deadlines import (
    add_file,
    drop_deadline,
    finish_deadline,
    set_deadline,
    take_away_file,
)
from draagvlak.policyplan.actions.framework import (
    add_item,
    add_organisation_goal,
    change_item,
    change_organisation_goal,
    remove_item,
    take_library,
)
from draagvlak.policyplan.actions.plan import (
    change_goal,
    close_version,
    new_version,
    remove_goal,
    set_goal,
    start_plan,
    submit_version,
    write_section,
)
from draagvlak.policyplan.actions.review import review_plan
from draagvlak.policyplan.actions.rounds import (
    answer_remarks,
    change_remark,
    close_consultation,
    conclude_consultation,
    extend_consultation,
    merge_remarks,
    move_remark,
    open_consultation,
    say,
    say_nothing,
)
from draagvlak.policyplan.actions.vision import (
    adopt_vision,
    contribute,
    reopen_vision,
    settle_answer,
    withdraw_contribution,
)

__all__ = [
    "add_file",
    "add_item",
    "add_organisation_goal",
    "adopt_vision",
    "answer_remarks",
    "change_goal",
    "change_item",
    "change_organisation_goal",
    "change_remark",
    "close_consultation",
    "close_version",
    "conclude_consultation",
    "contribute",
    "drop_deadline",
    "extend_consultation",
    "finish_deadline",
    "merge_remarks",
    "move_line",
    "move_remark",
    "new_version",
    "open_consultation",
    "refuse_line",
    "remove_goal",
    "remove_item",
    "reopen_vision",
    "review_plan",
    "say",
    "say_nothing",
    "set_deadline",
    "set_goal",
    "settle_answer",
    "start_plan",
    "submit_version",
    "take_away_file",
    "take_library",
    "take_line",
    "withdraw_contribution",
    "write_section",
]
