"""The chain of a dossier: a link added under lock, and the receipt of it that everybody in the dossier gets."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.decisions import wording
from draagvlak.decisions.figures import Need, Standing
from draagvlak.decisions.models import Dossier, Entry, Part
from draagvlak.decisions.queries import separation
from draagvlak.decisions.rules import NEEDS_PROOF, NotNow, is_too_early, is_too_late, needed_before
from draagvlak.decisions.states import DossierState, Duty
from draagvlak.journal.wording import BY_THE_SYSTEM
from draagvlak.lib import clock
from draagvlak.lib.verify import seal_of
from draagvlak.notices.actions import queue_many
from draagvlak.notices.figures import Note
from draagvlak.notices.states import MessageKind
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind
from draagvlak.ui.said import day_said

NOTHING_BEFORE = "0" * 64
# The acts after which nothing follows in a chain.
ENDING = {"settle", "withdraw"}


def locked(key: int) -> Dossier:
    """The dossier, locked so that voices come one after the other; refused when it has ended."""
    dossier = Dossier.objects.select_for_update().get(pk=key)
    if dossier.state != DossierState.OPEN:
        raise NotNow(str(wording.DOSSIER_ENDED))
    return dossier


def add_entry(dossier: Dossier, act: str, content: dict[str, Any], *, by: Account | None, at: datetime) -> Entry:
    """Add a link. by: nobody when the program itself acts, because a moment has come."""
    last = Entry.objects.filter(dossier=dossier).order_by("-number").first()
    # A machine's clock can be set right by a few seconds; an entry never says that it came before the one it follows.
    moment = max(at, datetime.fromisoformat(last.at)) if last else at
    link: dict[str, Any] = {
        "number": last.number + 1 if last else 1,
        "previous": last.seal if last else NOTHING_BEFORE,
        "act": act,
        "at": moment.isoformat(),
        "by": {"name": str(by or BY_THE_SYSTEM), "email": by.email if by else ""},
        "content": content,
    }
    return Entry.objects.create(dossier=dossier, **link, seal=seal_of(link))


def send_receipts(
    dossier: Dossier, entry: Entry, what: Promise, facts: Mapping[str, Any], *, root: str, at: datetime
) -> None:
    """Everyone who takes part receives the chain's head: what was given outside cannot be rewritten inside. How it ended, also
    everybody at work hears, where the workers themselves were asked."""
    letters = []
    for address, (name, language) in _told_of(entry, dossier, on=clock.day_of(at)).items():
        with override(language):
            words = {
                "name": name,
                "number": dossier.number,
                "title": dossier.title,
                "what": str(what).format(**{key: str(value) for key, value in facts.items()}),
                "seal_number": entry.number,
                "seal": entry.seal,
                "link": root + address_of(dossier),
            }
            said = str(wording.RECEIPT_SUBJECT).format(**words), str(wording.RECEIPT_BODY).format(**words)
        letters.append(Note(address, language, *said))
    queue_many(letters, at=at, kind=MessageKind.RECEIPT)


def _told_of(entry: Entry, dossier: Dossier, *, on: date) -> stakeholders.People:
    """address → name and language."""
    told = {account.email: (account.name, account.language) for account in participants(dossier, on=on)}
    if entry.act in ENDING:
        for part in dossier.parts.filter(body__kind=BodyKind.WORKERS).select_related("body"):
            told = {**stakeholders.reached_in(part.body, on=on), **told}
    return told


def participants(dossier: Dossier, *, on: date) -> Sequence[Account]:
    """Who sits in a body with a part in the dossier, and who opened it; each once."""
    parts = dossier.parts.select_related("body")
    holders = [seat.holder for part in parts for seat in stakeholders.seats_in(part.body, on=on) if seat.holder]
    return list(dict.fromkeys([dossier.opened_by, *holders]))


def address_of(dossier: Dossier) -> str:
    """Where the dossier stands, without the address of the installation."""
    return reverse("decisions:dossier", kwargs={"organisation": dossier.organisation.slug, "number": dossier.number})


def words_for(need: Need, where: Standing) -> str:
    """What is still needed, as half a sentence."""
    part = next(part for part in where.parts if part.key == need.part)
    due = day_said(need.due_on) if need.due_on else ""
    what = "register_open" if need.what == "register" and need.is_blocked else need.what
    if part.ballot == "binds" and need.point is None:
        what = "voted"
    return str(wording.NEEDS[what]).format(body=part.body, point=need.point.number if need.point else "", due=due)


def refuse_too_early_or_late(part: Part, where: Standing, *, today: date) -> None:
    """A body speaks once, a consultation and an advice within the term, and who closes only when what comes before is there."""
    mine = next(says for says in where.parts if says.key == part.pk)
    if mine.voice is not None:
        spoken = wording.INFORMED_ALREADY if mine.voice.verdict in NEEDS_PROOF else wording.ALREADY_SPOKEN
        raise NotNow(str(spoken).format(body=part.body.name))
    if is_too_late(mine, today=today):
        raise NotNow(str(wording.TERM_PASSED[part.strength]).format(due=day_said(part.due_on)))
    if is_too_early(mine, today=today):
        raise NotNow(str(wording.REGISTER_OPEN).format(due=day_said(part.due_on)))
    if before := needed_before(part.strength, where.needed):
        raise NotNow(str(wording.NOT_YET).format(needed=words_for(before[0], where)))


def refuse_two_duties(duty: str, where: Standing, *, by: Account) -> None:
    """Who did one of two acts that the organisation keeps apart, leaves the other to somebody else."""
    if before := separation.stands_in_the_way(duty, by, where):
        done = ", ".join(str(one.label) for one in before)
        raise NotNow(str(wording.TWO_DUTIES).format(done=done, asked=Duty(duty).label))
