"""The acts on mandates, dossiers and ballots, by what they are about; callers take them from here."""

from draagvlak.decisions.actions.ballots import cast_vote, give_proxy, open_ballot, withdraw_proxy
from draagvlak.decisions.actions.chain import participants, words_for
from draagvlak.decisions.actions.counting import close_ballot, stop_ballots, withdraw_ballot
from draagvlak.decisions.actions.dossiers import open_dossier, settle, withdraw_dossier
from draagvlak.decisions.actions.hands import confirm_hands, enter_hands, take_back_hands
from draagvlak.decisions.actions.mandates import (
    end_mandate,
    see_to_the_register,
    set_mandate,
    set_usual_mandates,
)
from draagvlak.decisions.actions.remarks import add_remark, answer_remark
from draagvlak.decisions.actions.separation import set_separation
from draagvlak.decisions.actions.voices import record_voice, reply

__all__ = [
    "add_remark",
    "answer_remark",
    "cast_vote",
    "close_ballot",
    "confirm_hands",
    "end_mandate",
    "enter_hands",
    "give_proxy",
    "open_ballot",
    "open_dossier",
    "participants",
    "record_voice",
    "reply",
    "see_to_the_register",
    "set_mandate",
    "set_separation",
    "set_usual_mandates",
    "settle",
    "stop_ballots",
    "take_back_hands",
    "withdraw_ballot",
    "withdraw_dossier",
    "withdraw_proxy",
    "words_for",
]
