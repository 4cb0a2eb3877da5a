"""A plan that nobody approved and one body ratified says "bekrachtigd" wherever it names the day."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions as decisions
from draagvlak.decisions import queries as mandates
from draagvlak.decisions.models import Part
from draagvlak.decisions.states import DossierKind
from draagvlak.desk.queries import where_we_are
from draagvlak.documents.tests.reading import words_of
from draagvlak.policyplan import actions, exports, queries


@pytest.fixture
def ended(plan, bodies, amina, koen, els, now, today):
    """ended("ratify"): the plan is decided by the board with this strength, and by nobody else."""

    def make(strength):
        for former in mandates.mandates(DossierKind.POLICY_PLAN, on=today):
            decisions.end_mandate(mandate=former, ends_on=today - timedelta(days=1), by=koen, at=now)
        facts = {"strength": strength, "term_days": 15, "ground": "statuten"}
        decisions.set_mandate(body=bodies["board"], kind=DossierKind.POLICY_PLAN, facts=facts, by=koen, at=now)
        dossier = actions.submit_version(plan=plan, by=amina, at=now)
        said = {"verdict": {"ratify": "ratified", "approval": "approved"}[strength], "points": [], "note": ""}
        said |= {"votes": {"for": 5, "against": 0, "abstained": 0}, "document_sha256": dossier.document.sha256}
        part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier)
        decisions.record_voice(part=part, said=said, by=els, at=now)
        return queries.version_in_force(plan)

    return make


@pytest.mark.parametrize(("strength", "said"), [("ratify", "bekrachtigd"), ("approval", "goedgekeurd")])
def test_it_says_what_the_board_did(ended, set_up, amina, signed_in, today, strength, said):
    version = ended(strength)
    shown = signed_in(amina).get(reverse("policyplan:plan", args=[set_up.slug])).content.decode()
    printed = words_of(exports.docx(version))
    assert re.findall(r"Versie 1 is (\w+) op", shown) == [said]
    assert set(re.findall(r"(goedgekeurd|bekrachtigd) op", shown + printed)) == {said}
    assert f"versie 1 · {said} op" in " ".join(printed.split())
    (gate,) = (gate for gate in where_we_are(amina, set_up, today=today).stations[2].gates if said in gate.name)
    assert (gate.name, gate.state) == (f"Het plan is {said}", "done")
