"""The acts on meetings, by what they are about; callers take them from here."""

from draagvlak.meetings.actions.action_points import add_action, finish_action, hand_over_action, reply_to_advice
from draagvlak.meetings.actions.agenda import (
    add_paper,
    change_item,
    order_agenda,
    propose_item,
    remove_item,
    send_papers,
    share_paper,
    take_away_paper,
)
from draagvlak.meetings.actions.calling import cancel_meeting, change_meeting, convene
from draagvlak.meetings.actions.feeds import make_feed, revoke_feed
from draagvlak.meetings.actions.inviting import (
    answer_invitation,
    invite_guest,
    match_coming,
    match_invitees,
    recognise,
    uninvite_guest,
)
from draagvlak.meetings.actions.matters import close_matter, put_matter, withdraw_matter
from draagvlak.meetings.actions.reporting import approve_minutes, record_attendance, send_minutes, write_minutes

__all__ = [
    "add_action",
    "add_paper",
    "answer_invitation",
    "approve_minutes",
    "cancel_meeting",
    "change_item",
    "change_meeting",
    "close_matter",
    "convene",
    "finish_action",
    "hand_over_action",
    "invite_guest",
    "make_feed",
    "match_coming",
    "match_invitees",
    "order_agenda",
    "propose_item",
    "put_matter",
    "recognise",
    "record_attendance",
    "remove_item",
    "reply_to_advice",
    "revoke_feed",
    "send_minutes",
    "send_papers",
    "share_paper",
    "take_away_paper",
    "uninvite_guest",
    "withdraw_matter",
    "write_minutes",
]
