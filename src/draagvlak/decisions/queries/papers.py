"""To whom the papers of a dossier went."""

from typing import Any

from draagvlak.decisions.figures import Said, Sent
from draagvlak.decisions.models import Dossier, Part
from draagvlak.lib import clock
from draagvlak.notices import queries as notices
from draagvlak.stakeholders import queries as stakeholders


def papers_sent(dossier: Dossier, opening: Said) -> list[Sent]:
    """To whom the papers went: who sat in each body on the day the dossier was opened, with the mail that quotes its first
    seal. A body in which nobody sits has no line. Three statements."""
    bodies = [part.body for part in Part.objects.filter(dossier=dossier).select_related("body")]
    mails: dict[str, list[Any]] = {}
    for mail in notices.papers_with(dossier.organisation, f"{opening.number}:{opening.seal}"):
        mails.setdefault(mail.to.lower(), []).append(mail)
    seats = stakeholders.seats_per_body(bodies, on=clock.day_of(dossier.opened_at))
    found = []
    for body in bodies:
        for seat in seats.get(body.pk, []):
            # Who sits in two bodies got two mails, in the order of the bodies.
            mine = mails.get(seat.address.lower(), [])
            found.append(Sent(body.name, seat.person, mine.pop(0) if mine else None))
    return found
