"""The road of every text that is decided on in versions: the plan and the training regulation. Called inside acts only."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from draagvlak.accounts.models import Account
from draagvlak.decisions.actions import open_dossier, withdraw_dossier
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierKind, DossierState
from draagvlak.documents.actions import freeze
from draagvlak.policyplan import wording
from draagvlak.policyplan.models.versions import DecidedVersion
from draagvlak.policyplan.rules import NotWritable
from draagvlak.policyplan.states import VERSION_TRANSITIONS, VersionState


def move(version: DecidedVersion, to: VersionState) -> None:
    """Raises NotWritable when a version in this state does not go there."""
    if to not in VERSION_TRANSITIONS[VersionState(version.state)]:
        raise NotWritable(str(wording.NOT_WRITABLE))
    version.state = to
    version.save()


def make_way_for(number: int, *, former: DecidedVersion, by: Account, at: datetime) -> None:
    """A next draft may begin after this version; a running dossier about it stops. Raises NotWritable beside a draft."""
    if former.state == VersionState.DRAFT:
        raise NotWritable(str(wording.ALREADY_DRAFT).format(number=former.number))
    if former.state == VersionState.SUBMITTED and former.dossier is not None:
        reason = str(wording.DOSSIER_VOIDED).format(name=by.name, number=number)
        withdraw_dossier(dossier=former.dossier, reason=reason, by=by, at=at, root=settings.ADDRESS)


def put_to_bodies(  # noqa: PLR0913 -- what a dossier begins with
    version: DecidedVersion,
    *,
    kind: DossierKind,
    words: tuple[str, str],
    heard: Sequence[Mapping[str, Any]],
    by: Account,
    at: datetime,
    root: str,
) -> Dossier:
    """Freeze the exact text and open a dossier about it. words: title and text. heard: what people said of its drafts. root:
    address of this installation."""
    title, text = words
    document = freeze(title=title, text=text, at=at)
    dossier = open_dossier(kind=kind, title=title, document=document, by=by, at=at, root=root, heard=heard)
    version.document, version.dossier = document, dossier
    move(version, VersionState.SUBMITTED)
    return dossier


def end_with_dossier(
    version: DecidedVersion, *, beside: Iterable[DecidedVersion], dossier: Dossier, at: datetime
) -> bool:
    """The version ends as its dossier did: adopted, and those beside it superseded; or set aside. Whether it was adopted."""
    if dossier.state != DossierState.ADOPTED:
        move(version, VersionState.SET_ASIDE)
        return False
    for former in beside:
        move(former, VersionState.SUPERSEDED)
    version.adopted_at = at
    move(version, VersionState.ADOPTED)
    return True
