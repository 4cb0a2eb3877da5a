"""Who decides reads beside the text what colleagues said about its draft, sealed in the dossier and on paper."""

import json

import pytest
from django.urls import reverse

from draagvlak.decisions import exports
from draagvlak.decisions.models import Entry
from draagvlak.decisions.queries import exported
from draagvlak.documents.tests.reading import words_of
from draagvlak.lib import clock, verify
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Bundle, Section


@pytest.fixture
def concluded(opened, colleagues, remark_on, close, amina, now):
    """A round with two remarks, one of them for colleagues without an account; who only wrote down what others
    said did not take part himself, so five did."""
    remark_on(opened, colleagues[0], "De nacht staat er niet in.")
    remark_on(opened, colleagues[1], "Wie betaalt de bus?", behalf_of=2, heard="Aan tafel.")
    for one in colleagues[2:6]:
        actions.say_nothing(consultation=opened, by=one, at=now)
    close(opened)
    first, second = Bundle.objects.order_by("remarks__text")
    for bundle, verdict, because in ((first, "followed", ""), (second, "not", "Dat regelt het jaarplan.")):
        facts = {"verdict": verdict, "because": because, "section": ""}
        actions.answer_remarks(bundle=bundle, facts=facts, version=bundle.version, by=amina, at=now)
    return actions.conclude_consultation(consultation=opened, conclusion="Dank je.", by=amina, at=now, root="")


@pytest.fixture
def dossier(plan, amina, now):
    return lambda: actions.submit_version(plan=plan, by=amina, at=now)


def shown(dossier, person, signed_in, set_up):
    address = reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": dossier.number})
    return signed_in(person).get(address).content.decode()


def test_the_council_reads_what_colleagues_said_and_what_was_done_with_it(concluded, dossier, dirk, signed_in, set_up):
    text = shown(dossier(), dirk, signed_in, set_up)
    assert "Wat collega’s vooraf zeiden" in text
    assert "5 van de 7 gevraagde mensen namen deel." in text
    assert "2 opmerkingen." in text
    assert "Een deel ervan namens 2 collega’s zonder account." in text
    assert "Antwoorden: 1 gevolgd, 0 deels, 1 niet." in text
    assert "Dat regelt het jaarplan." in text
    result = reverse("policyplan:consultation_result", args=[set_up.slug, concluded.pk])
    assert result in text
    assert signed_in(dirk).get(result).status_code == 200


def test_it_is_sealed_with_the_text_and_names_nobody(concluded, dossier, colleagues, tmp_path):
    file = tmp_path / "dossier.json"
    content = exported(dossier())
    opening = content["records"][0]["content"]["heard"]
    assert [one["remarks"] for one in opening] == [2]
    assert not [one for one in colleagues if one.name in json.dumps(opening)]
    file.write_text(json.dumps(content))
    assert verify.main([str(file)]) == 0
    content["records"][0]["content"]["heard"][0]["answers"][1]["verdict"] = "partly"
    file.write_text(json.dumps(content))
    assert verify.main([str(file)]) != 0


def test_a_dossier_without_a_round_says_so(dossier, dirk, signed_in, set_up):
    assert "Over deze tekst was er vooraf geen raadpleging." in shown(dossier(), dirk, signed_in, set_up)


def test_a_round_that_nobody_concluded_is_not_in_it(opened, colleagues, remark_on, dossier, dirk, signed_in, set_up):
    remark_on(opened, colleagues[0], "De nacht staat er niet in.")
    text = shown(dossier(), dirk, signed_in, set_up)
    assert "Over deze tekst was er vooraf geen raadpleging." in text
    assert "De nacht" not in text


def test_where_too_few_took_part_nobody_is_counted(
    opened, close, bram, remark_on, dossier, dirk, amina, now, signed_in, set_up
):
    remark_on(opened, bram, "De nacht?")
    close(opened)
    facts = {"verdict": "followed", "because": "", "section": ""}
    actions.answer_remarks(bundle=Bundle.objects.get(), facts=facts, version=1, by=amina, at=now)
    actions.conclude_consultation(consultation=opened, conclusion="", by=amina, at=now, root="")
    text = shown(dossier(), dirk, signed_in, set_up)
    assert "Te weinig mensen namen deel om ze te tellen." in text
    assert "van de 7" not in text


def test_the_next_draft_carries_on_what_was_said_until_a_version_is_adopted(
    concluded, dossier, plan, amina, now, dirk, els
):
    dossier()
    key = Section.objects.filter(version=queries.version_to_show(plan)).first().key
    revision = Section.objects.get(version=queries.version_to_show(plan), key=key).revision
    actions.write_section(plan=plan, key=key, body="<p>Anders.</p>", revision=revision, by=amina, at=now)
    again = dossier()
    assert Entry.objects.get(dossier=again, number=1).content["heard"][0]["version"] == 1
    version = queries.version_to_show(plan)
    version.state = "adopted"
    version.save()
    later = actions.new_version(plan=plan, by=amina, at=now)
    assert queries.heard_before(later) == []


def test_it_stands_in_the_dossier_on_paper(concluded, dossier, now):
    paper = exports.dossier_paper(dossier(), today=clock.day_of(now), root="https://vto.example", suffix="docx")
    text = words_of(paper)
    assert "Wat collega’s vooraf zeiden" in text
    assert "Dat regelt het jaarplan." in text


def test_a_round_on_the_regulation_is_in_its_dossier(
    regulation, colleagues, round_facts, close, amina, now, remark_on, article_key
):
    asked = {"subject": regulation, "facts": round_facts(), "asked": [], "by": amina, "at": now, "root": ""}
    running = actions.open_consultation(**asked)[0]
    remark_on(running, colleagues[0], "Te laat.", passage=f"artikel-{article_key}-1")
    close(running)
    facts = {"verdict": "followed", "because": "", "section": ""}
    actions.answer_remarks(bundle=Bundle.objects.get(), facts=facts, version=1, by=amina, at=now)
    actions.conclude_consultation(consultation=running, conclusion="", by=amina, at=now, root="")
    put = actions.submit_regulation(regulation=regulation, starts_on=None, by=amina, at=now)
    (told,) = Entry.objects.get(dossier=put, number=1).content["heard"]
    assert told["answers"][0]["on"].startswith("Artikel 1")
