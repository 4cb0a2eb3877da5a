import io

import pikepdf
import pytest
from django.urls import reverse

from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.models import Goal
from draagvlak.policyplan.states import SectionKey


@pytest.fixture
def three(plan, amina, now):
    """Three versions of the plan; each changes one word of the first section."""
    for number, word in ((2, "twee"), (3, "drie")):
        actions.submit_version(plan=plan, by=amina, at=now)
        body = f"<p>Tekst van {word}.</p>"
        actions.write_section(plan=plan, key=SectionKey.WHY, body=body, revision=number, by=amina, at=now)
    return list(queries.versions_of(plan))


def address(organisation, name, **words):
    return reverse(f"policyplan:{name}", kwargs={"organisation": organisation.slug, **words})


def test_any_two_versions_are_chosen_from_a_form_in_whatever_order(three, amina, signed_in, set_up):
    client, place = signed_in(amina), address(set_up, "choose_versions")
    assert client.get(place).status_code == 200
    answer = client.get(place, {"older": 3, "newer": 1})
    assert answer.url == address(set_up, "compare_versions", older=1, newer=3)
    text = client.get(answer.url).content.decode()
    assert "why." in text
    assert "drie." in text
    assert "twee." not in text


def test_the_same_version_twice_is_refused_in_one_sentence(three, amina, signed_in, set_up):
    page = signed_in(amina).get(address(set_up, "choose_versions"), {"older": 2, "newer": 2})
    assert page.status_code == 422
    assert "Kies twee verschillende versies." in page.content.decode()


@pytest.mark.parametrize("chosen", [{"older": "x", "newer": 1}, {"older": 99, "newer": 1}, {"older": 1}])
def test_a_choice_that_is_none_is_asked_again(three, amina, signed_in, set_up, chosen):
    assert signed_in(amina).get(address(set_up, "choose_versions"), chosen).status_code == 422


def test_a_draft_is_no_choice_for_who_may_not_read_it(three, bram, signed_in, set_up):
    page = signed_in(bram).get(address(set_up, "choose_versions"))
    assert page.status_code == 200
    assert "Er is nog maar één versie die je kan lezen." in page.content.decode()


def test_a_goal_with_another_title_is_the_same_goal(plan, amina, now, goal_facts):
    actions.submit_version(plan=plan, by=amina, at=now)
    goal = Goal.objects.get()
    facts = {
        **goal_facts(),
        "title": "Wie nieuw is, leert met twee mentoren",
        "organisation_goal": goal.organisation_goal,
    }
    actions.change_goal(plan=plan, number=1, facts=facts, items=[], revision=goal.revision, by=amina, at=now)
    changed = [part for part in queries.differences(*queries.versions_of(plan)) if part.is_changed]
    assert [part.title for part in changed] == ["1. Wie nieuw is, leert met twee mentoren"]
    assert "<del>een mentor</del> <ins>twee mentoren</ins>" in changed[0].html


def test_long_stretches_are_folded_and_can_be_unfolded(plan, amina, now, signed_in, set_up):
    long = "<p>" + "Dit blijft staan. " * 30 + "</p>"
    actions.write_section(plan=plan, key=SectionKey.WHY, body=long + "<p>Oud.</p>", revision=2, by=amina, at=now)
    actions.submit_version(plan=plan, by=amina, at=now)
    actions.write_section(plan=plan, key=SectionKey.WHY, body=long + "<p>Nieuw.</p>", revision=3, by=amina, at=now)
    client, place = signed_in(amina), address(set_up, "compare_versions", older=1, newer=2)
    assert "Eén stuk bleef gelijk" in client.get(place).content.decode()
    assert "Eén stuk bleef gelijk" not in client.get(place, {"alles": "1"}).content.decode()


def test_the_document_is_tagged_and_says_in_words_what_went_and_came(three, amina, signed_in, set_up):
    answer = signed_in(amina).get(address(set_up, "download_differences", older=1, newer=3))
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "Versie 1 naast versie 3" in str(pdf.docinfo["/Title"])


def test_the_words_stand_in_the_document_itself(three, tmp_path):
    import subprocess

    place = tmp_path / "verschil.pdf"
    place.write_bytes(exports.differences_pdf(three[0], three[2]))
    text = subprocess.run(["pdftotext", place, "-"], check=True, capture_output=True, text=True).stdout
    assert "[weg: why.]" in " ".join(text.split())
    assert "[nieuw: drie.]" in " ".join(text.split())


def test_who_may_not_read_both_gets_no_document(three, bram, greet, signed_in, set_up):
    place = address(set_up, "download_differences", older=1, newer=3)
    assert [signed_in(one).get(place).status_code for one in (bram, greet)] == [403, 404]
