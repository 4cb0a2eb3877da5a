"""One function per act, one file per noun."""

from draagvlak.policyplan.actions.calendar import (
    move_line,
    refuse_line,
    take_line,
)
from draagvlak.policyplan.actions.deadlines import (
    add_file,
    days_named_in,
    deadlines_of_rule,
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
    item_of_rule,
    remove_item,
    take_library,
)
from draagvlak.policyplan.actions.history import (
    be_present,
    mark_plan_read,
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
from draagvlak.policyplan.actions.restoring import (
    restore_section,
)
from draagvlak.policyplan.actions.review import (
    review_plan,
)
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
    vision_for,
    withdraw_contribution,
)
from draagvlak.policyplan.actions.workshop import (
    add_activity,
    change_activity,
    remove_activity,
)

__all__ = [
    "add_activity",
    "add_file",
    "add_item",
    "add_organisation_goal",
    "adopt_vision",
    "answer_remarks",
    "be_present",
    "change_activity",
    "change_goal",
    "change_item",
    "change_organisation_goal",
    "change_remark",
    "close_consultation",
    "close_version",
    "conclude_consultation",
    "contribute",
    "days_named_in",
    "deadlines_of_rule",
    "drop_deadline",
    "extend_consultation",
    "finish_deadline",
    "item_of_rule",
    "mark_plan_read",
    "merge_remarks",
    "move_line",
    "move_remark",
    "new_version",
    "open_consultation",
    "refuse_line",
    "remove_activity",
    "remove_goal",
    "remove_item",
    "reopen_vision",
    "restore_section",
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
    "vision_for",
    "withdraw_contribution",
    "write_section",
]
