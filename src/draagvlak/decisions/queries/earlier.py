"""What bodies asked of an earlier text that the next one on the same thing is held against."""

from draagvlak.decisions.figures import Amendments
from draagvlak.decisions.models import Dossier, Entry, Part
from draagvlak.decisions.queries import said_in, voice_in
from draagvlak.decisions.states import DossierKind, DossierState, Strength, Verdict
from draagvlak.lib import clock


def amendments_asked_before(dossier: Dossier) -> dict[int, Amendments]:
    """part → the amendments on which its body made its consent hang the last time it spoke on the same thing. What was asked
    before a text was adopted is done with. Four statements at most."""
    parts = {p.body_id: p.pk for p in Part.objects.filter(dossier=dossier, strength=Strength.CONSENT)}
    if not parts:
        return {}
    before = Dossier.objects.filter(kind=dossier.kind, number__lt=dossier.number)
    if dossier.kind == DossierKind.MEASURE:
        # Of a plan and a regulation there is one, with its versions; measures are told apart by their title.
        before = before.filter(title=dossier.title)
    adopted = before.filter(state=DossierState.ADOPTED).order_by("-number").values_list("number", flat=True).first()
    before = before.filter(state=DossierState.REJECTED, number__gt=adopted or 0)
    rows = Entry.objects.filter(act="voice", dossier__in=before).select_related("dossier")
    rows = rows.order_by("dossier__number", "number")
    bodies = dict(Part.objects.filter(dossier__in=before, body__in=parts).values_list("pk", "body"))
    found: dict[int, Amendments] = {}
    for entry in rows:
        body = bodies.get(entry.content["part"])
        if body is None:
            continue
        found.pop(parts[body], None)
        if entry.content["verdict"] == Verdict.IF_AMENDED:
            said = said_in(entry)
            points = voice_in(said).points
            found[parts[body]] = Amendments(entry.dossier.number, clock.day_of(said.at), points)
    return found
