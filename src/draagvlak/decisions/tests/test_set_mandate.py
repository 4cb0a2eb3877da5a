"""Management gives a body its voice: each strength is explained where it is chosen."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions import set_mandate, set_usual_mandates
from draagvlak.decisions.states import DossierKind, Strength
from draagvlak.stakeholders.actions import answer_bodies
from draagvlak.stakeholders.models import Body


@pytest.fixture
def door(set_up):
    def find(kind, about="policy_plan"):
        body = Body.objects.get(kind=kind, ends_on=None)
        words = {"organisation": set_up.slug, "pk": body.pk}
        return reverse("decisions:set_mandate", kwargs=words) + f"?soort={about}"

    return find


def held(kind, about, day):
    return queries.mandates(about, on=day).get(body__kind=kind)


@pytest.mark.parametrize("strength", Strength)
def test_each_strength_is_chosen_through_the_form_and_stands_in_the_list(
    strength, door, set_up, koen, today, signed_in
):
    page = signed_in(koen)
    words = {"strength": strength, "term_days": "20", "ground": "statuten"}
    kind = "workers" if strength == Strength.POST else "union_delegation"
    assert page.post(door(kind), words).status_code == 302
    mandate = held(kind, DossierKind.POLICY_PLAN, today)
    assert (mandate.strength, mandate.term_days) == (strength, 20)
    listed = page.get(reverse("decisions:mandates", kwargs={"organisation": set_up.slug})).content.decode()
    assert str(strength.label) in listed
    # Who is informed has no last day, so none is promised.
    assert ("20 dagen" in listed) == (strength != Strength.INFORM)


def test_every_strength_says_in_one_line_what_it_means(door, koen, signed_in):
    page = signed_in(koen)
    form = "".join(page.get(door(kind)).content.decode() for kind in ("union_delegation", "workers"))
    assert all(escape(str(words)) in form for words in wording.STRENGTHS_EXPLAINED.values())


def test_only_who_can_sign_an_agreement_negotiates(door, koen, signed_in):
    page = signed_in(koen)
    assert 'value="negotiation"' in page.get(door("management")).content.decode()
    assert 'value="negotiation"' not in page.get(door("works_council")).content.decode()
    words = {"strength": "negotiation", "term_days": "20", "ground": "statuten"}
    assert page.post(door("works_council"), words).status_code == 422


def test_for_a_measure_the_council_reads_that_it_can_be_consulted(door, koen, signed_in):
    page = signed_in(koen)
    assert str(wording.MEASURE_CONSULTED) in page.get(door("works_council", "measure")).content.decode()
    assert str(wording.MEASURE_CONSULTED) not in page.get(door("board", "measure")).content.decode()
    assert str(wording.MEASURE_CONSULTED) not in page.get(door("works_council")).content.decode()


def test_only_management_sets_a_voice_and_another_organisation_sees_nothing(door, els, amina, greet, signed_in):
    for person in (els, amina):
        assert signed_in(person).get(door("board")).status_code == 403
    assert signed_in(greet).get(door("board")).status_code == 404


def test_when_the_council_ends_the_next_body_of_the_fall_back_speaks_for_the_workers(set_up, koen, now, today):
    assert held("union_delegation", DossierKind.POLICY_PLAN, today).strength == Strength.INFORM
    names = dict(Body.objects.exclude(kind="works_council").values_list("kind", "name"))
    answer_bodies(present=names, by=koen, at=now)
    assert held("union_delegation", DossierKind.POLICY_PLAN, today).strength == Strength.ADVICE
    assert held("board", DossierKind.POLICY_PLAN, today).strength == Strength.APPROVAL


def test_who_was_given_another_voice_keeps_it_when_a_body_ends(set_up, koen, now, today):
    delegation = Body.objects.get(kind="union_delegation")
    facts = {"strength": Strength.CONSENT, "term_days": 10, "ground": "cao"}
    set_mandate(body=delegation, kind=DossierKind.POLICY_PLAN, facts=facts, by=koen, at=now)
    names = dict(Body.objects.exclude(kind="works_council").values_list("kind", "name"))
    answer_bodies(present=names, by=koen, at=now)
    assert held("union_delegation", DossierKind.POLICY_PLAN, today).strength == Strength.CONSENT


def test_a_regulation_that_is_part_of_the_work_regulations_asks_the_council_to_consent(set_up, koen, now, today):
    set_usual_mandates(by=koen, at=now, kind=DossierKind.TRAINING_REGULATION, council_decides=True)
    assert held("works_council", DossierKind.TRAINING_REGULATION, today).strength == Strength.CONSENT
