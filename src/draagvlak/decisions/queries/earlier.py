"""What bodies asked of an earlier text that the next one on the same thing is held against."""

from django.db.models import QuerySet

from draagvlak.decisions.figures import Amendments, Before, Standing
from draagvlak.decisions.models import Dossier, Entry, Part
from draagvlak.decisions.queries import said_in, voice_in
from draagvlak.decisions.queries.ended import how_it_ended
from draagvlak.decisions.states import DossierKind, DossierState, Strength, Verdict
from draagvlak.lib import clock


def put_forward_before(dossier: Dossier) -> list[Before]:
    """Every dossier on the same thing since a text was last adopted, the latest first: who decides now knows what was said of the
    text before it changed. Three statements at most."""
    found = list(_before(dossier).exclude(state__in=(DossierState.OPEN, DossierState.ADOPTED)).order_by("-number"))
    entries: dict[int, list[Entry]] = {one.pk: [] for one in found}
    rows = Entry.objects.filter(act__in=("voice", "withdraw"), dossier__in=entries) if found else Entry.objects.none()
    for entry in rows.select_related("dossier").order_by("number"):
        entries[entry.dossier_id].append(entry)
    return [
        Before(
            one.number,
            how_it_ended(one, Standing((), (), "", tuple(said_in(entry) for entry in entries[one.pk]))),
            tuple(voice_in(said_in(entry)) for entry in entries[one.pk] if entry.act == "voice"),
        )
        for one in found
    ]


def _before(dossier: Dossier) -> QuerySet[Dossier]:
    """Of a plan and a regulation there is one, with its versions; measures are told apart by their title."""
    before = Dossier.objects.filter(kind=dossier.kind, number__lt=dossier.number)
    if dossier.kind == DossierKind.MEASURE:
        before = before.filter(title=dossier.title)
    adopted = before.filter(state=DossierState.ADOPTED).order_by("-number").values_list("number", flat=True).first()
    return before.filter(number__gt=adopted or 0)


def amendments_asked_before(dossier: Dossier) -> dict[int, Amendments]:
    """part → the amendments on which its body made its consent hang the last time it spoke on the same thing. What was asked
    before a text was adopted is done with. Four statements at most."""
    parts = {p.body_id: p.pk for p in Part.objects.filter(dossier=dossier, strength=Strength.CONSENT)}
    if not parts:
        return {}
    before = _before(dossier).filter(state=DossierState.REJECTED)
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
