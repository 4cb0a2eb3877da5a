import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from draagvlak.desk.queries import tasks_for
from draagvlak.planproject import actions, queries
from draagvlak.planproject.models import PartnerAid
from draagvlak.planproject.rules import NoReason, NotPossibleNow
from draagvlak.planproject.tests.factories import a_project, an_assignment, answers


@pytest.fixture
def project(set_up, koen, now):
    return a_project(by=koen, at=now)


def to(name, organisation, **words):
    return reverse(f"planproject:{name}", kwargs={"organisation": organisation.slug, **words})


def test_the_aid_shows_its_score_with_every_step(project, amina, signed_in, organisation):
    form = {**answers(1), "has_time": 3, "remark": "We zijn met weinig."}
    sent = signed_in(amina).post(to("weigh_partner", organisation), form)
    page = signed_in(amina).get(sent.url)
    text = page.content.decode()
    assert (page.context["advice"].own, page.context["advice"].is_advised) == (9, True)
    assert [step["field"].points for step in page.context["steps"]] == [2, 3, 3, 1, 1]
    for words in ("2 van 6", "3 van 9", "9 van 21", "Onder 10,5 punten", "We zijn met weinig."):
        assert words in text


def test_every_question_is_answered(project, amina, signed_in, organisation):
    form = {name: value for name, value in answers(1).items() if name != "knows_rules"}
    assert signed_in(amina).post(to("weigh_partner", organisation), form).status_code == 422


def test_management_decides_against_the_advice_with_a_reason(project, amina, koen, signed_in, organisation, now, today):
    aid = actions.weigh_partner(project=project, answers=answers(0), remark="", by=amina, at=now)
    koen.forget()
    assert "Beslis over een externe partner" in [task.title for task in tasks_for(koen, organisation, today=today)]
    address = to("decide_partner", organisation, pk=aid.pk)
    assert signed_in(amina).post(address, {"is_wanted": "", "reason": "Nee."}).status_code == 403
    assert signed_in(koen).post(address, {"is_wanted": "", "reason": ""}).status_code == 422
    sent = signed_in(koen).post(address, {"is_wanted": "", "reason": "We leren het liever zelf."})
    aid.refresh_from_db()
    assert (sent.status_code, aid.is_wanted, aid.decided_by) == (302, False, koen)
    koen.forget()
    assert "Beslis over een externe partner" not in [t.title for t in tasks_for(koen, organisation, today=today)]


def test_a_decision_is_taken_once_and_never_without_a_reason(project, koen, now):
    aid = actions.weigh_partner(project=project, answers=answers(2), remark="", by=koen, at=now)
    with pytest.raises(NoReason):
        actions.decide_partner(aid=aid, is_wanted=True, reason=" ", by=koen, at=now)
    actions.decide_partner(aid=aid, is_wanted=True, reason="Ja.", by=koen, at=now)
    with pytest.raises(NotPossibleNow):
        actions.decide_partner(aid=aid, is_wanted=False, reason="Toch niet.", by=koen, at=now)
    with pytest.raises(IntegrityError, match="with_a_reason"), transaction.atomic():
        PartnerAid.objects.filter(pk=aid.pk).update(reason="")


def test_weighing_again_asks_a_new_decision_and_keeps_the_old_one(project, koen, now):
    first = actions.weigh_partner(project=project, answers=answers(3), remark="", by=koen, at=now)
    actions.decide_partner(aid=first, is_wanted=False, reason="Nee.", by=koen, at=now)
    actions.weigh_partner(project=project, answers=answers(0), remark="", by=koen, at=now)
    assert (queries.aid_of(project).is_wanted, PartnerAid.objects.count()) == (None, 2)


def test_no_assignment_before_the_organisation_decided_for_a_partner(project, koen, now):
    aid = actions.weigh_partner(project=project, answers=answers(0), remark="", by=koen, at=now)
    with pytest.raises(NotPossibleNow, match="nog niet beslist"):
        an_assignment(project, by=koen, at=now)
    actions.decide_partner(aid=aid, is_wanted=False, reason="Nee.", by=koen, at=now)
    with pytest.raises(NotPossibleNow):
        an_assignment(project, by=koen, at=now)
