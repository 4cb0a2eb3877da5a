import pytest
from django.urls import reverse
from django.utils.translation import override

from draagvlak.lib.text import clean_html, plain
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Plan, Section
from draagvlak.policyplan.queries.starting import LANGUAGES, _texts
from draagvlak.policyplan.states import PlanSize, SectionKey


def start(project, by, now, size):
    return actions.start_plan(project=project, title="Plan", size=size, by=by, at=now)


def empty_parts(plan):
    return [gap.name for gap in queries.gaps(queries.version_at_work(plan)) if gap.what == "section"]


@pytest.mark.parametrize("size", PlanSize)
def test_a_part_that_holds_only_its_starting_text_is_still_empty(vision, project, amina, now, size):
    plan = start(project, amina, now, size)
    assert len(empty_parts(plan)) == len(SectionKey)
    bodies = [section.body for section in Section.objects.all()]
    assert all(bodies) == (size != PlanSize.EMPTY)


def test_a_part_in_which_somebody_wrote_is_not_empty(vision, project, amina, now):
    plan = start(project, amina, now, PlanSize.SHORT)
    body = Section.objects.get(key="why").body + "<p>Wij zijn met twaalf.</p>"
    actions.write_section(plan=plan, key=SectionKey.WHY, body=body, revision=1, by=amina, at=now)
    assert "Waarom dit plan" not in empty_parts(plan)


def test_what_an_editor_sends_back_unchanged_is_still_the_starting_text(vision, project, amina, now):
    plan = start(project, amina, now, PlanSize.LONG)
    for section in list(Section.objects.all()):
        sent = section.body.replace("<li>", "<li><p>").replace("</li>", "</p></li>").replace("\n", "")
        sent = sent.replace("<td></td>", '<td colspan="1" rowspan="1"><p></p></td>')
        words = {"plan": plan, "key": SectionKey(section.key), "body": sent, "revision": section.revision}
        actions.write_section(**words, by=amina, at=now)
    assert len(empty_parts(plan)) == len(SectionKey)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_begins_in_the_language_of_who_begins_and_is_empty_for_everybody(vision, project, amina, now, language):
    with override(language):
        plan = start(project, amina, now, PlanSize.SHORT)
    assert Section.objects.get(key="why").body == clean_html(_texts()[language]["short"]["why"])
    assert len(empty_parts(plan)) == len(SectionKey)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["short", "long"])
def test_every_part_has_a_text_that_is_clean_and_its_own(language, size):
    texts = _texts()[language][size]
    assert set(texts) == set(SectionKey.values)
    assert len({plain(text) for text in texts.values()}) == len(SectionKey)
    for text in texts.values():
        assert clean_html(text) == clean_html(clean_html(text))
        assert "<script" not in text


@pytest.mark.parametrize(("people", "size"), [(12, PlanSize.SHORT), (51, PlanSize.LONG)])
def test_the_page_proposes_what_fits_the_house(vision, project, amina, employ, signed_in, set_up, people, size):
    for number in range(people):
        employ(f"Naam{number}")
    place = reverse("policyplan:start_plan", kwargs={"organisation": set_up.slug})
    client = signed_in(amina)
    assert client.get(place).context["form"].initial["size"] == size
    assert client.post(place, {"title": "Plan", "size": size}).status_code == 302
    assert queries.is_still_starting("why", Section.objects.get(key="why").body)


def test_without_a_choice_nothing_begins_and_the_title_stays(vision, project, amina, signed_in, set_up):
    place = reverse("policyplan:start_plan", kwargs={"organisation": set_up.slug})
    page = signed_in(amina).post(place, {"title": "Ons leerplan", "size": "reusachtig"})
    assert page.status_code == 422
    assert "Ons leerplan" in page.content.decode()
    assert not Plan.objects.exists()


def test_the_plan_says_that_a_part_is_still_its_starting_text(vision, project, amina, now, signed_in, set_up):
    start(project, amina, now, PlanSize.SHORT)
    page = signed_in(amina).get(reverse("policyplan:plan", kwargs={"organisation": set_up.slug})).content.decode()
    assert page.count("Er staan vragen klaar die je helpen om te beginnen.") == len(SectionKey)
    assert "Wat ging het voorbije jaar moeilijk" not in page


def test_questions_to_begin_with_are_no_text_of_the_plan(vision, project, amina, now):
    version = queries.version_at_work(start(project, amina, now, PlanSize.LONG))
    assert {section["body"] for section in queries.snapshot(version)["sections"]} == {""}
