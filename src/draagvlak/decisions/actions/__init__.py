"""The acts on mandates and dossiers, by what they are about; callers take them from here."""

from draagvlak.decisions.actions.dossiers import (
    add_remark,
    open_dossier,
    participants,
    record_voice,
    reply,
    settle,
    withdraw_dossier,
    words_for,
)
from draagvlak.decisions.actions.mandates import end_mandate, set_mandate, set_usual_mandates

__all__ = [
    "add_remark",
    "end_mandate",
    "open_dossier",
    "participants",
    "record_voice",
    "reply",
    "set_mandate",
    "set_usual_mandates",
    "settle",
    "withdraw_dossier",
    "words_for",
]
