"""What one person does in a dossier and another should do: allowed, told by the dossier, or refused (separation of duties)."""

import pytest
from django.urls import reverse

from draagvlak.decisions import actions, forms
from draagvlak.decisions.actions.chain import refuse_two_duties
from draagvlak.decisions.figures import Apart, Said
from draagvlak.decisions.models import Separation
from draagvlak.decisions.queries import entries_of, exported, separation, standing
from draagvlak.decisions.rules import NotNow, doubled_by, duties_by_person, kept_apart
from draagvlak.decisions.states import PAIRS, USUALLY_TOGETHER, Answer, DossierKind, Duty, Together
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.documents.actions import freeze
from draagvlak.journal.models import Record
from draagvlak.lib import clock
from draagvlak.stakeholders.actions import answer_bodies
from draagvlak.stakeholders.queries import profile


@pytest.fixture
def door(set_up):
    return reverse("decisions:set_separation", kwargs={"organisation": set_up.slug})


@pytest.fixture
def choose(koen, now):
    """choose({pair: "refused"}): the rest stays as it is."""

    def make(wanted):
        words = {"version": separation.version(), "by": koen, "at": now}
        actions.set_separation(wanted={**separation.chosen(), **wanted}, **words)

    return make


@pytest.fixture
def without_bodies(set_up, koen, now):
    """No body speaks for the workers: the coordinator writes down what they say, and management approves."""
    answer_bodies(present={}, version=profile().version, by=koen, at=now)
    actions.set_usual_mandates(by=koen, at=now)


@pytest.fixture
def opened(set_up, amina, now):
    def make():
        document = freeze(title="Plan", text='{"title": "Plan"}', at=now)
        return actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)

    return make


SPEAKS = (Duty.SUBMIT, Duty.SPEAK)


def test_what_is_usual_holds_until_management_chooses_and_stands_in_the_list(set_up, koen, door, signed_in):
    page = signed_in(koen)
    assert separation.chosen() == USUALLY_TOGETHER
    sent = {forms.name_of(pair): "refused" for pair in PAIRS} | {"version": "0", "once": "a"}
    assert page.post(door, sent).status_code == 302
    assert set(separation.chosen().values()) == {Together.REFUSED}
    listed = page.get(reverse("decisions:mandates", kwargs={"organisation": set_up.slug})).content.decode()
    assert listed.count(">mag niet<") == len(PAIRS)
    assert Record.objects.filter(act="decisions.set_separation").count() == len(PAIRS)


def test_only_what_changes_is_written_and_two_who_choose_see_each_other(koen, door, signed_in, choose):
    page = signed_in(koen)
    sent = {forms.name_of(pair): str(one) for pair, one in separation.chosen().items()} | {"version": "0"}
    choose({SPEAKS: Together.REFUSED})
    assert [(row.first, row.second, row.version) for row in Separation.objects.all()] == [("submit", "speak", 1)]
    conflict = page.post(door, {**sent, "once": "b"})
    assert (conflict.status_code, "Iemand anders wijzigde dit" in conflict.content.decode()) == (409, True)
    assert separation.chosen()[SPEAKS] == Together.REFUSED
    assert page.post(door, {**sent, "version": "1", "once": "c"}).status_code == 302
    assert separation.chosen() == USUALLY_TOGETHER


def test_only_management_chooses_and_everybody_reads_it(set_up, amina, dirk, bram, koen, door, signed_in):
    for one in (amina, dirk, bram):
        assert signed_in(one).get(door).status_code == 403
        place = reverse("decisions:mandates", kwargs={"organisation": set_up.slug})
        assert "Doet één persoon twee dingen?" in signed_in(one).get(place).content.decode()
    assert signed_in(koen).get(door).status_code == 200


def test_a_dossier_tells_who_did_two_things_on_its_page_and_on_paper(
    without_bodies, set_up, opened, amina, koen, voice_of, signed_in
):
    from draagvlak.decisions.exports import dossier_paper

    dossier = opened()
    place = reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": dossier.number})
    heading = "Eén persoon, meer dan één ding"
    assert heading not in signed_in(amina).get(place).content.decode()
    voice_of(dossier, "workers", "favourable", by=amina)
    page = signed_in(amina).get(place).content.decode()
    assert heading in page
    assert "De tekst voorleggen en opschrijven wat de werknemers zeggen." in page
    (told,) = separation.doubled(standing(dossier, today=clock.today()))
    assert told.name == amina.name
    assert dossier_paper(dossier, today=clock.today(), root="", suffix="docx")


def test_a_dossier_in_which_each_did_one_thing_tells_nothing(opened, set_up, amina, dirk, koen, els, voice_of, now):
    dossier = opened()
    voice_of(dossier, "works_council", "with_remarks", by=dirk, points=["De nacht."])
    entry = entries_of(dossier)[-1]
    words = {"voice": entry.number, "point": 1, "answer": Answer.FOLLOWED, "text": "Ja."}
    actions.reply(dossier=dossier, **words, by=koen, at=now)
    assert separation.doubled(standing(dossier, today=clock.today())) == []


def test_what_is_refused_is_refused_and_the_page_says_why_beforehand(
    without_bodies, choose, set_up, opened, amina, voice_of, door_of, signed_in
):
    choose({SPEAKS: Together.REFUSED})
    dossier = opened()
    page = signed_in(amina).get(reverse("decisions:dossier", kwargs={"organisation": set_up.slug, "number": 1}))
    assert "Dit doet iemand anders dan jij" in page.content.decode()
    assert door_of("record_voice", dossier, "workers") not in page.content.decode()
    answer = signed_in(amina).get(door_of("record_voice", dossier, "workers"), follow=True)
    assert "Dit doet iemand anders dan jij" in answer.content.decode(), "before anything is typed"
    assert "Geef advies: Plan" not in {task.title for task in tasks_for(amina, set_up, today=clock.today())}
    with pytest.raises(NotNow, match="In dit dossier deed je al dit: de tekst voorleggen"):
        voice_of(dossier, "workers", "favourable", by=amina)
    assert [entry.act for entry in entries_of(dossier)] == ["open"]


def test_who_answers_for_the_employer_did_not_write_for_the_workers(opened, choose, dirk, koen, voice_of, now):
    choose({(Duty.SPEAK, Duty.REPLY): Together.REFUSED})
    dossier = opened()
    voice_of(dossier, "works_council", "with_remarks", by=koen, points=["De nacht."])
    entry = entries_of(dossier)[-1]
    words = {"voice": entry.number, "point": 1, "answer": Answer.FOLLOWED, "text": "Ja."}
    with pytest.raises(NotNow, match="opschrijven wat de werknemers zeggen"):
        actions.reply(dossier=dossier, **words, by=koen, at=now)
    actions.reply(dossier=dossier, **words, by=dirk, at=now)


def test_a_dossier_keeps_what_held_when_it_was_opened_and_its_chain_seals_it(
    without_bodies, choose, opened, amina, voice_of
):
    before = opened()
    choose({SPEAKS: Together.REFUSED})
    after = opened()
    sealed = {one: exported(one)["records"][0]["content"]["separation"] for one in (before, after)}
    told = {"first": "submit", "second": "speak"}
    assert {**told, "together": "noted"} in sealed[before]
    assert {**told, "together": "refused"} in sealed[after]
    voice_of(before, "workers", "favourable", by=amina)
    with pytest.raises(NotNow):
        voice_of(after, "workers", "favourable", by=amina)


def test_a_dossier_from_before_this_was_asked_keeps_nothing_apart(opened, koen):
    dossier = opened()
    where = standing(dossier, today=clock.today())
    opening = where.entries[0]
    assert separation.rules_in([opening])
    old = Said(1, "open", opening.at, opening.by, {"parts": []}, opening.seal, opening.email)
    assert separation.rules_in([old]) == []
    refuse_two_duties(Duty.CLOSE, where, by=koen)


def entry(act, email, **content):
    return Said(1, act, clock.now(), email, content, "", email)


def test_which_act_is_which_duty():
    entries = [
        entry("open", "amina"),
        entry("voice", "amina", strength="inform", part=4),
        entry("voice", "dirk", strength="advice", part=1),
        entry("voice", "koen", strength="advice", part=2),
        entry("reply", "koen"),
        entry("voice", "els", strength="approval", part=3),
        entry("voice", "els", strength="ratify", part=3),
        entry("remark", "bram"),
        entry("settle", ""),
    ]
    assert duties_by_person(entries, for_workers={1, 4}) == {
        "amina": {"submit"},
        "dirk": {"speak"},
        "koen": {"reply"},
        "els": {"close"},
    }


def test_what_is_allowed_is_not_told_and_what_is_told_is_not_refused():
    rules = [Apart("submit", "speak", "noted"), Apart("submit", "reply", "allowed"), Apart("reply", "close", "refused")]
    assert doubled_by({"submit", "speak", "reply"}, rules=rules) == {"submit", "speak"}
    assert kept_apart("speak", {"submit"}, rules=rules) == []
    assert kept_apart("close", {"submit", "reply"}, rules=rules) == ["reply"]
    assert kept_apart("reply", {"reply"}, rules=rules) == []


def test_the_usual_tells_every_pair_with_the_workers_and_who_approves_what_he_wrote():
    told = {frozenset(pair) for pair, together in USUALLY_TOGETHER.items() if together == Together.NOTED}
    assert told == {
        frozenset({"submit", "speak"}),
        frozenset({"speak", "reply"}),
        frozenset({"speak", "close"}),
        frozenset({"submit", "close"}),
    }
