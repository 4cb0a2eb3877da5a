"""What people said about a draft before it was put to the bodies, as its dossier holds it: counts and answers, nobody's name."""

from typing import Any

from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.policyplan.models import Consultation, RegulationVersion, Version
from draagvlak.policyplan.queries.hearing import rows_about
from draagvlak.policyplan.queries.regulation import WAS_ADOPTED
from draagvlak.policyplan.queries.rounds import bundles_of, consultations
from draagvlak.policyplan.states import ConsultationState, FollowUp


def heard_before(version: Version | RegulationVersion) -> list[dict[str, Any]]:
    """The concluded rounds on this version and on the drafts before it, down to the version adopted last; the first one first."""
    return [_as_told(one) for one in _rounds_on(version)]


def _rounds_on(version: Version | RegulationVersion) -> list[Consultation]:
    on_regulation = isinstance(version, RegulationVersion)
    subject = version.regulation if isinstance(version, RegulationVersion) else version.plan
    same = {"regulation": version.regulation} if isinstance(version, RegulationVersion) else {"plan": version.plan}
    adopted = type(version).objects.filter(**same, number__lt=version.number, state__in=WAS_ADOPTED)
    former = adopted.order_by("-number").values_list("number", flat=True).first() or 0
    number = "regulation_version__number" if on_regulation else "of_version__number"
    since = {f"{number}__gt": former, f"{number}__lte": version.number}
    rows = consultations().filter(**rows_about(subject), **since, state=ConsultationState.CONCLUDED)
    return list(rows.order_by("concluded_at"))


def _as_told(one: Consultation) -> dict[str, Any]:
    results, last = one.results, one.closed_on or one.ends_on
    whole = results["whole"]
    return {
        "title": one.title,
        "question": one.question,
        "version": one.draft.number,
        "starts_on": one.starts_on.isoformat(),
        "ends_on": last.isoformat(),
        "concluded_on": clock.day_of(one.concluded_at).isoformat() if one.concluded_at else "",
        # Nobody counts heads where fewer than five took part.
        "people": whole[0] if whole else 0,
        "took_part": whole[1] if whole else 0,
        "remarks": results["remarks"],
        "behalf": results["behalf"],
        "verdicts": results["verdicts"],
        "conclusion": one.conclusion,
        "address": reverse(
            "policyplan:consultation_result", kwargs={"organisation": one.organisation.slug, "pk": one.pk}
        ),
        "answers": [_answer(bundle) for bundle in bundles_of(one)],
    }


def _answer(bundle: Any) -> dict[str, Any]:  # noqa: ANN401 -- a bundle with what was said in it
    first = bundle.said[0]
    return {
        "on": bundle.heading or first.part,
        "remarks": len(bundle.said),
        "verdict": str(FollowUp(bundle.verdict)),
        "because": bundle.because,
        "place": bundle.place,
    }
