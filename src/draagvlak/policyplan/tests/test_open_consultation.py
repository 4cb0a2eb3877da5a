import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.lib import clock
from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, queries
from draagvlak.policyplan.models import Consultation
from draagvlak.policyplan.rules import RoundRefused
from draagvlak.policyplan.states import SectionKey
from draagvlak.staff.models import FunctionGroup


def test_the_text_is_frozen_as_it_was_shown_and_who_is_asked_gets_a_message(opened, plan, amina, colleagues, now):
    actions.write_section(plan=plan, key=SectionKey.WHY, body="<p>Anders.</p>", revision=2, by=amina, at=now)
    assert [one.text for one in queries.passages_of(opened)][:2] == ["Waarom dit plan", "Tekst van why."]
    assert json.loads(opened.document.text)["version"] == 1
    asked = Message.objects.filter(subject__startswith="Wat vind jij van het ontwerp?")
    assert {one.to for one in asked} == {one.email for one in colleagues}
    assert all("met naam voor de werkgroep" in one.body and not one.is_required for one in asked)


def test_a_passage_is_a_heading_a_paragraph_an_item_or_a_row(plan, amina, colleagues, round_facts, now):
    body = "<p>Eén.</p><ul><li>Twee<ul><li>Drie</li></ul></li></ul><h3>Vier</h3>"
    body += "<table><tr><td><p>Recht</p></td><td>Vijf dagen</td></tr></table>"
    actions.write_section(plan=plan, key=SectionKey.WHY, body=body, revision=2, by=amina, at=now)
    opened, _told = actions.open_consultation(subject=plan, facts=round_facts(), asked=[], by=amina, at=now, root="")
    found = {one.key: one.text for one in queries.passages_of(opened)}
    assert [found[f"why-{n}"] for n in (1, 2, 3, 4, 5)] == ["Eén.", "Twee", "Drie", "Vier", "Recht · Vijf dagen"]
    assert "met een mentor: – → 100 %" in found.values()


def test_only_the_groups_that_are_asked_are_asked(plan, amina, colleagues, employ, new_account, round_facts, now):
    cook = new_account("Kok")
    employ("Kok", group="Keuken", account=cook)
    kitchen = [{"function_group": FunctionGroup.objects.get(name="Keuken")}]
    opened, told = actions.open_consultation(
        subject=plan, facts=round_facts(), asked=kitchen, by=amina, at=now, root=""
    )
    on = clock.day_of(now)
    assert (told, [one.email for one in queries.accounts_asked(opened, on=on)]) == (1, [cook.email])
    assert (queries.is_asked(cook, opened, on=on), queries.is_asked(colleagues[0], opened, on=on)) == (True, False)


def test_there_is_one_round_at_a_time(opened, plan, amina, round_facts, now):
    with pytest.raises(RoundRefused):
        actions.open_consultation(subject=plan, facts=round_facts(), asked=[], by=amina, at=now, root="")
    opened.pk = None
    opened._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        opened.save()


def test_a_plan_without_a_draft_is_refused(plan, amina, colleagues, round_facts, now):
    actions.submit_version(plan=plan, by=amina, at=now)
    with pytest.raises(RoundRefused):
        actions.open_consultation(subject=plan, facts=round_facts(), asked=[], by=amina, at=now, root="")


def test_under_five_readers_nobody_stays_without_a_name(plan, bram, amina, round_facts, now):
    with pytest.raises(RoundRefused, match="minder dan vijf"):
        actions.open_consultation(subject=plan, facts=round_facts(is_named=False), asked=[], by=amina, at=now, root="")


def test_a_round_that_asks_nobody_or_ends_before_it_starts_is_refused(plan, amina, round_facts, now, bram):
    today = clock.day_of(now)
    for facts in (
        round_facts(ends_on=today - timedelta(days=1)),
        round_facts(starts_on=today + timedelta(days=20)),
    ):
        with pytest.raises(RoundRefused):
            actions.open_consultation(subject=plan, facts=facts, asked=[], by=amina, at=now, root="")


def test_the_coordinator_opens_it_on_the_page(plan, amina, colleagues, round_facts, signed_in, set_up):
    page = signed_in(amina)
    address = reverse("policyplan:open_consultation", kwargs={"organisation": set_up.slug})
    facts = round_facts()
    sent = {**facts, "naming": "named", "once": "a"}
    answer = page.post(address, sent)
    opened = Consultation.objects.get()
    assert answer.headers["Location"] == reverse("policyplan:consultation", args=[set_up.slug, opened.pk])
    shown = page.get(reverse("policyplan:consultations", args=[set_up.slug])).content.decode()
    assert "Wat vind jij?" in shown


def test_submitting_the_version_while_a_round_is_not_concluded_warns(opened, amina, signed_in, set_up):
    page = signed_in(amina).get(reverse("policyplan:submit_version", args=[set_up.slug])).content.decode()
    assert "is nog niet afgerond" in page


def test_more_time_takes_a_reason_and_a_later_day_and_closing_a_reason(opened, amina, now):
    later = opened.ends_on + timedelta(days=5)
    for ends_on, reason in ((later, " "), (opened.ends_on, "Vakantie")):
        with pytest.raises(RoundRefused):
            actions.extend_consultation(consultation=opened, ends_on=ends_on, reason=reason, by=amina, at=now)
    with pytest.raises(RoundRefused):
        actions.close_consultation(consultation=opened, reason="", by=amina, at=now)
    moved = actions.extend_consultation(consultation=opened, ends_on=later, reason="Vakantie", by=amina, at=now)
    assert (moved.ends_on, moved.reason) == (later, "Vakantie")


def test_more_time_is_told_to_everybody_who_is_asked_so_that_nobody_learns_who_was_silent(opened, amina, bram, now):
    actions.say_nothing(consultation=opened, by=bram, at=now)
    asked = set(Message.objects.filter(subject__startswith="Wat vind jij").values_list("to", flat=True))
    later = opened.ends_on + timedelta(days=5)
    actions.extend_consultation(
        consultation=opened, ends_on=later, reason="Vakantie", by=amina, at=now, root="https://huis.example"
    )
    told = Message.objects.filter(subject__startswith="Er is nog tijd tot en met")
    assert bram.email in asked
    assert set(told.values_list("to", flat=True)) == asked
    body = told.get(to=bram.email).body
    assert "De reden: Vakantie" in body
    assert f"https://huis.example/o/{opened.organisation.slug}/beleidsplan/raadplegingen/{opened.pk}/" in body


def test_closing_early_is_told_to_everybody_who_is_asked(opened, bram, amina, now):
    actions.close_consultation(
        consultation=opened, reason="Iedereen sprak.", by=amina, at=now, root="https://huis.example"
    )
    told = Message.objects.get(to=bram.email, subject__startswith="Vroeger gesloten")
    assert "De reden: Iedereen sprak." in told.body


def test_who_is_asked_finds_a_task_until_he_took_part_and_then_who_keeps_it(
    opened, bram, amina, now, signed_in, set_up
):
    desk = reverse("desk:tasks", args=[set_up.slug])
    assert "Lees het ontwerp en zeg iets" in signed_in(bram).get(desk).content.decode()
    actions.say_nothing(consultation=opened, by=bram, at=now)
    assert "Lees het ontwerp en zeg iets" not in signed_in(bram).get(desk).content.decode()
    facts = {"passage": "", "kind": "question", "text": "Wanneer?"}
    actions.say(consultation=opened, facts=facts, by=bram, at=now)
    actions.close_consultation(consultation=opened, reason="Klaar.", by=amina, at=now)
    assert "Bundel en beantwoord de opmerkingen" in signed_in(amina).get(desk).content.decode()
    bundle = queries.bundles_of(opened)[0]
    answer = {"verdict": "followed", "because": "", "section": ""}
    actions.answer_remarks(bundle=bundle, facts=answer, version=1, by=amina, at=now)
    assert "Rond de raadpleging af" in signed_in(amina).get(desk).content.decode()


def test_a_round_without_names_that_is_over_does_not_open_again(nameless, opened_page, amina, close, now):
    """By then the remarks can be read: of what came in after that, one would know who wrote it."""
    later = nameless.ends_on + timedelta(days=5)
    assert "Geef meer tijd" in opened_page(nameless)
    actions.extend_consultation(consultation=nameless, ends_on=later, reason="Vakantie", by=amina, at=now)
    close(nameless)
    assert "Geef meer tijd" not in opened_page(nameless)
    with pytest.raises(RoundRefused, match="zonder naam en voorbij"):
        actions.extend_consultation(consultation=nameless, ends_on=later, reason="Nog één", by=amina, at=now)


def test_a_round_with_names_that_is_over_opens_again(opened, amina, close, now):
    close(opened)
    later = opened.ends_on + timedelta(days=5)
    actions.extend_consultation(consultation=opened, ends_on=later, reason="Nog één", by=amina, at=now)
    assert Consultation.objects.get().takes_remarks(on=later)


@pytest.fixture
def opened_page(amina, signed_in, set_up):
    def read(consultation):
        address = reverse("policyplan:consultation", args=[set_up.slug, consultation.pk])
        return signed_in(amina).get(address).content.decode()

    return read


def test_the_list_asks_as_many_statements_with_many_rounds(opened, plan, bram, signed_in, set_up):
    page, address = signed_in(bram), reverse("policyplan:consultations", args=[set_up.slug])

    def asked():
        page.get(address)
        with CaptureQueriesContext(connection) as statements:
            answer = page.get(address)
        return len(statements), answer.content.decode().count("Lees het ontwerp")

    before, links = asked()
    facts = {name: getattr(opened, name) for name in ("plan", "of_version", "document", "question", "opened_by")}
    days = {name: getattr(opened, name) for name in ("starts_on", "ends_on", "opened_at", "is_named")}
    group = FunctionGroup.objects.first()
    for number in range(30):
        held = Consultation.objects.create(
            **facts, **days, title=f"R{number}", state="concluded", concluded_at=opened.opened_at
        )
        held.asked.create(function_group=group)
    after, shown = asked()
    assert (after, links, shown) == (before, 1, 20)


def test_every_word_of_the_text_stands_in_a_passage(plan, amina, colleagues, round_facts, now):
    body = (
        "<p>Elk jaar krijg je <strong>vijf</strong>, on<em>der</em>lijnd.</p><blockquote>GEEN loonverlies.</blockquote>"
    )
    body += "<ul><li><strong>Recht op vorming.</strong> Ook wie deeltijds werkt.<ul><li>naar rato</li></ul></li></ul>"
    body += "<table><tr><td><p>Recht</p><p>per jaar</p></td><td>Vijf<br>dagen</td></tr></table>"
    actions.write_section(plan=plan, key=SectionKey.WHY, body=body, revision=2, by=amina, at=now)
    opened, _told = actions.open_consultation(subject=plan, facts=round_facts(), asked=[], by=amina, at=now, root="")
    found = {one.key: one.text for one in queries.passages_of(opened)}
    assert [found[f"why-{n}"] for n in (1, 2, 3, 4, 5)] == [
        "Elk jaar krijg je vijf, onderlijnd.",
        "GEEN loonverlies.",
        "Recht op vorming. Ook wie deeltijds werkt.",
        "naar rato",
        "Recht per jaar · Vijf dagen",
    ]


def test_a_round_offers_no_group_that_reaches_nobody(plan, amina, signed_in, set_up):
    offered = [name for _key, name in queries.groups_to_ask(on=clock.today())]
    assert not {"Directie", "De medewerkers zelf", "Raad van bestuur"} & set(offered)
    assert "Ondernemingsraad" in offered
