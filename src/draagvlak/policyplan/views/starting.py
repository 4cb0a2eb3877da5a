"""Writing in a text that was put to the bodies: it begins a new version, and a dossier may stop."""

from typing import Any

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.states import BallotState
from draagvlak.policyplan import wording
from draagvlak.policyplan.models import Version
from draagvlak.policyplan.rules import NotWritable
from draagvlak.policyplan.states import VersionState
from draagvlak.ui.views import ActPage


class StartsNew(ActPage):
    """An act that writes in the version at work. When saving starts a new version the page says so first: a form that was
    opened before that version was put to the bodies stops no dossier unseen."""

    version: Version | None

    def warning(self) -> dict[str, Any]:
        """For the page: does saving start a new version, and of which one does it say so."""
        if self.version is None or self.version.state == VersionState.DRAFT:
            return {"version": self.version, "starts_new": False, "saw": "", "stops": None}
        return {"version": self.version, "starts_new": True, "saw": self.version.number, "stops": self.stops()}

    def stops(self) -> dict[str, Any] | None:
        """The dossier that would stop, and the ballots in it that would never be counted; who saves says that he knows."""
        if self.version is None or self.version.state != VersionState.SUBMITTED or self.version.dossier is None:
            return None
        dossier = self.version.dossier
        running = [ballot for ballot in decisions.ballots_of(dossier) if ballot.state == BallotState.OPEN]
        return {"number": dossier.number, "ballots": running}

    def check(self) -> None:
        told = str(self.warning()["saw"])
        if self.request.POST.get("saw", "") == told or not told:
            return
        if stops := self.stops():
            raise NotWritable(str(wording.STOPS_UNSEEN).format(number=stops["number"]))
        raise NotWritable(str(wording.REGULATION_FIXED).format(number=told))
