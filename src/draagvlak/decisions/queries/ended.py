"""How a dossier ended, in words: who only confirms, ratifies; and a body may have asked for changes before it consents."""

from typing import Any

from draagvlak.decisions import wording
from draagvlak.decisions.figures import Standing
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.rules import is_only_ratified
from draagvlak.decisions.states import DossierState, Verdict
from draagvlak.lib import clock
from draagvlak.ui.said import day_said


def states_of(dossier: Dossier) -> dict[str, Any]:
    """What each state is called in this dossier: it says ratified where nobody but who ratifies closes it."""
    return {**dict(DossierState.choices), dossier.state: dossier.said_state}


def how_it_ended(dossier: Dossier, where: Standing) -> str:
    """What came of the dossier in one sentence; empty while it runs."""
    if dossier.settled_at is None:
        return ""
    when = day_said(clock.day_of(dossier.settled_at))
    if dossier.state == DossierState.WITHDRAWN:
        reason = next((entry.content["reason"] for entry in where.entries if entry.act == "withdraw"), "")
        return str(wording.ENDED_WITHDRAWN).format(when=when, reason=reason)
    if dossier.state == DossierState.ADOPTED:
        ratified = is_only_ratified([part.strength for part in where.parts])
        return str(wording.ENDED_RATIFIED if ratified else wording.ENDED_ADOPTED).format(when=when)
    asks = next((p.body for p in where.parts if p.voice and p.voice.verdict == Verdict.IF_AMENDED), "")
    return str(wording.ENDED_AMENDED if asks else wording.ENDED_REJECTED).format(when=when, body=asks)
