"""What the tests of the regulation and of deciding together arrange with."""

from draagvlak.decisions.actions import record_voice
from draagvlak.decisions.models import Part
from draagvlak.policyplan import actions, queries
from tests.standing import inform

ARTICLE = {
    "chapter": "request",
    "title": "Hoe je aanvraagt",
    "source": "",
    "confidence": "own",
    "rule": "",
    "value": None,
}


def article_facts(**more):
    return {**ARTICLE, "body": "<p>Vraag het aan je leidinggevende.</p>", **more}


def speak(dossier, kind, by, at, verdict):
    part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind=kind)
    said = {
        "verdict": verdict,
        "note": "" if verdict != "not_approved" else "Te vroeg.",
        "votes": {"for": 0, "against": 0, "abstained": 0},
        "points": [],
        "document_sha256": dossier.document.sha256,
        "met_on": at.date() if kind == "board" else None,
        "minutes": "",
    }
    record_voice(part=part, said=said, by=by, at=at, root="")


def adopt(regulation, *, amina, dirk, els, now, starts_on=None):
    """Through the bodies: the council advises, the board approves."""
    dossier = actions.submit_regulation(regulation=regulation, starts_on=starts_on, by=amina, at=now, root="")
    speak(dossier, "works_council", dirk, now, "favourable")
    inform(dossier, amina, now)
    speak(dossier, "board", els, now, "approved")
    return queries.version_to_read()
