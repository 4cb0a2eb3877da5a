"""To whom the papers of a dossier went."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from draagvlak.decisions.figures import Said, Sent
from draagvlak.decisions.models import Dossier, Part
from draagvlak.decisions.queries import entries_of, places_of
from draagvlak.lib import clock
from draagvlak.notices import queries as notices
from draagvlak.notices.states import MessageState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind


def papers_sent(dossier: Dossier, opening: Said) -> list[Sent]:
    """To whom the papers went: who sat in each body on the day the dossier was opened, with the mail that quotes its first
    seal. A body in which nobody sits has no line. Three statements."""
    parts = Part.objects.filter(dossier=dossier).select_related("body")
    return [one for _part, found in _per_part(dossier, opening, parts) for one in found]


def papers_of(part: Part) -> list[Sent]:
    """The same, of one body."""
    dossier = part.dossier
    parts = Part.objects.filter(dossier=dossier).select_related("body")
    return next(found for one, found in _per_part(dossier, entries_of(dossier)[0], parts) if one.pk == part.pk)


def _per_part(dossier: Dossier, opening: Said, parts: Iterable[Part]) -> list[tuple[Part, list[Sent]]]:
    parts = list(parts)
    mails: dict[str, list[Any]] = {}
    for mail in notices.papers_with(dossier.organisation, f"{opening.number}:{opening.seal}"):
        mails.setdefault(mail.to.lower(), []).append(mail)
    seats = stakeholders.seats_per_body([part.body for part in parts], on=clock.day_of(dossier.opened_at))
    found = []
    for part in parts:
        sent = []
        for seat in seats.get(part.body_id, []):
            # Who sits in two bodies got two mails, in the order of the bodies.
            mine = mails.get(seat.address.lower(), [])
            sent.append(Sent(part.body.name, seat.person, mine.pop(0) if mine else None))
        found.append((part, sent))
    return found


def left_by_mail(sent: Iterable[Sent]) -> bool:
    """Whether the papers left for somebody at least: a mail that still waits proves nothing."""
    return any(one.mail is not None and one.mail.state == MessageState.SENT for one in sent)


def stood_on_agenda(part: Part, *, today: date) -> date | None:
    """The day on which a body was informed, as far as the program knows it: that of the meeting where the point stood, once it
    came. Who has no meetings, the workers themselves, heard it on the day the papers left."""
    opened_on = clock.day_of(part.dossier.opened_at)
    if part.body.kind == BodyKind.WORKERS:
        return opened_on
    place = places_of([part]).get(part.pk)
    day = clock.day_of(place.meeting.starts_at) if place else None
    return day if day and opened_on <= day <= today else None
