from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions.actions import record_voice
from draagvlak.decisions.models import Part
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Review
from draagvlak.policyplan.rules import NotWritable
from tests.standing import inform

SILENT = {"votes": {"for": 0, "against": 0, "abstained": 0}, "points": [], "note": ""}


@pytest.fixture
def adopted(plan, amina, dirk, els, now):
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    inform(dossier, dirk, now)
    for kind, verdict, by in (("works_council", "favourable", dirk), ("board", "approved", els)):
        part = Part.objects.get(dossier=dossier, body__kind=kind)
        said = {**SILENT, "verdict": verdict, "document_sha256": dossier.document.sha256}
        record_voice(part=part, said=said, by=by, at=now)
    return queries.version_in_force(plan)


def test_the_plan_in_force_is_evaluated_goal_by_goal(adopted, amina, dirk, set_up, signed_in):
    goal = adopted.goals.get()
    address = reverse("policyplan:review_plan", kwargs={"organisation": set_up.slug})
    sent = {
        f"state_{goal.pk}": "behind",
        f"value_{goal.pk}": "40 %",
        f"note_{goal.pk}": "Te weinig mentoren.",
        "conclusion": "We leiden meer mentoren op.",
        "once": "a",
    }
    assert signed_in(amina).post(address, sent).status_code == 302
    page = signed_in(dirk).get(reverse("policyplan:plan", kwargs={"organisation": set_up.slug})).content.decode()
    for words in ("loopt achter", "40 %", "Te weinig mentoren.", "We leiden meer mentoren op."):
        assert words in page


def test_every_goal_needs_an_answer(adopted, amina, set_up, signed_in):
    address = reverse("policyplan:review_plan", kwargs={"organisation": set_up.slug})
    assert signed_in(amina).post(address, {"conclusion": "x", "once": "a"}).status_code == 422
    assert Review.objects.count() == 0


def test_a_draft_cannot_be_evaluated(plan, amina, now):
    version = queries.version_at_work(plan)
    with pytest.raises(NotWritable):
        actions.review_plan(version=version, goals=[], conclusion="x", by=amina, at=now)


def test_a_year_after_the_last_evaluation_it_is_due_again(adopted, plan, amina, today, now):
    assert queries.review_due(list(queries.versions_of(plan))) == today.replace(year=today.year + 1)
    actions.review_plan(version=adopted, goals=[], conclusion="Goed.", by=amina, at=now + timedelta(days=200))
    assert queries.review_due(list(queries.versions_of(plan))) == (today + timedelta(days=200)).replace(
        year=(today + timedelta(days=200)).year + 1
    )


def test_who_only_works_here_reads_but_does_not_evaluate(adopted, dirk, set_up, signed_in):
    assert (
        signed_in(dirk).get(reverse("policyplan:review_plan", kwargs={"organisation": set_up.slug})).status_code == 403
    )
