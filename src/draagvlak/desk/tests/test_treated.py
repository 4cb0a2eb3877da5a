"""What was asked or said, what was done with it and why not: for who represents the workers, and for who answers for it."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.decisions import actions as decisions
from draagvlak.decisions import queries as dossiers
from draagvlak.decisions.models import Part
from draagvlak.decisions.states import Answer, DossierKind
from draagvlak.desk.figures import Treated
from draagvlak.desk.queries import treated
from draagvlak.documents.actions import freeze
from draagvlak.initiatives import actions as initiatives
from draagvlak.lib import clock
from draagvlak.needs import actions as needs
from draagvlak.policyplan import actions as plans
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.actions import agreement as register
from draagvlak.policyplan.models import AgreementClause, Bundle
from draagvlak.policyplan.tests.negotiation_world import begin, put, signed_agreement

SECRET = "Mijn aanvraag voor zebrapad werd geweigerd."


@pytest.fixture
def page(set_up, signed_in):
    def go(who, query=""):
        return signed_in(who).get(reverse("desk:treated", args=[set_up.slug]) + query)

    return go


@pytest.fixture
def advised(set_up, koen, dirk, now):
    """The council's advice with as many points as words are given, or a plain yes: advised("De nacht.", "De tijd.")."""

    def make(*points):
        document = freeze(title="Plan 2027", text="Plan 2027", at=now)
        words = {"kind": DossierKind.POLICY_PLAN, "title": "Plan 2027", "document": document}
        dossier = decisions.open_dossier(**words, by=koen, at=now)
        rows = Part.objects.select_related("dossier__document", "dossier__organisation", "body")
        part = rows.get(dossier=dossier, body__kind="works_council")
        votes = {"for": 0, "against": 0, "abstained": 0}
        said = {
            "votes": votes,
            "note": "",
            "verdict": "with_remarks" if points else "favourable",
            "document_sha256": document.sha256,
        }
        decisions.record_voice(part=part, said={**said, "points": list(points)}, by=dirk, at=now)
        return dossier

    return make


@pytest.fixture
def replied(koen, now):
    def make(dossier, point, answer=Answer.NOT_FOLLOWED, text="Te duur.", at=now):
        voice = next(entry.number for entry in dossiers.entries_of(dossier) if entry.act == "voice")
        words = {"voice": voice, "point": point, "answer": answer, "text": text}
        return decisions.reply(dossier=dossier, **words, by=koen, at=at)

    return make


def counts(answer, key):
    one = next(row for row in answer.context["counted"] if row.key == key)
    return one.total, *one.counts.values()


def shown(answer):
    return [(one.said[0], str(one.answer), one.reason) for one in answer.context["page"]]


def test_points_of_advice_are_counted_and_what_was_not_followed_stands_with_its_reason(page, advised, replied, dirk):
    dossier = advised("De nacht.", "De tijd.", "Het geld.", "De zaal.")
    replied(dossier, 1, Answer.FOLLOWED, "Dat doen we.")
    replied(dossier, 2, Answer.PARTLY, "Van maart af.")
    replied(dossier, 3)
    first = page(dirk)
    assert counts(first, "advies") == (4, 1, 1, 1, 0, 1)
    assert sorted(shown(first)) == [("De tijd.", "deels", "Van maart af."), ("Het geld.", "niet", "Te duur.")]
    words = first.content.decode()
    assert f'href="/o/lindehof/overleg/{dossier.number}/"' in words
    assert "Koen" in words
    assert 'href="?bron=advies&amp;antwoord=niet#lijst"' in words
    assert shown(page(dirk, "?bron=advies&antwoord=niet")) == [("Het geld.", "niet", "Te duur.")]
    assert shown(page(dirk, "?antwoord=wacht")) == [("De zaal.", "wacht", "")]
    assert len(shown(page(dirk, "?antwoord=alles"))) == 4
    assert shown(page(dirk, "?bron=cao")) == []


def test_a_question_in_a_dossier_waits_for_its_answer_and_for_nobody_once_the_text_is_stopped(
    page, advised, dirk, els, amina, now, signed_in
):
    dossier = advised()
    asked, _other = (
        decisions.add_remark(dossier=dossier, text=text, by=els, at=now) for text in ("Wat kost het?", "Wie?")
    )
    decisions.answer_remark(dossier=dossier, remark=asked.number, text="Vier uur.", by=amina, at=now)
    answer = page(dirk)
    assert counts(answer, "vraag") == (2, 0, 0, 0, 1, 1)
    assert shown(page(dirk, "?bron=vraag&antwoord=wacht")) == [("Wie?", "wacht", "")]
    (told,) = page(dirk, "?bron=vraag&antwoord=beantwoord").context["page"]
    assert (told.said, told.word, told.reason, told.by) == (("Wat kost het?",), "", "Vier uur.", "Amina")
    there = signed_in(dirk).get(told.address).content.decode()
    assert f'id="{told.address.split("#")[1]}"' in there
    decisions.withdraw_dossier(dossier=dossier, reason="Anders.", by=amina, at=now)
    assert counts(page(dirk), "vraag") == (1, 0, 0, 0, 1, 0)


def test_what_waits_stands_with_its_days_the_oldest_first_also_when_the_year_turned(page, advised, koen, today):
    advised("De nacht.")
    later = date(today.year + 1, 1, 20)
    with time_machine.travel(datetime.combine(later, datetime.min.time(), tzinfo=clock.BRUSSELS) + timedelta(hours=9)):
        (waits,) = page(koen, "?antwoord=wacht").context["page"]
        assert waits.days == (later - today).days
        assert page(koen, f"?antwoord=wacht&jaar={today.year}").context["total"] == 0


def test_an_answer_belongs_to_the_year_of_its_moment_in_brussels(page, advised, replied, koen, today, set_up):
    dossier, after = advised("In het oude.", "In het nieuwe."), today.year + 1
    replied(dossier, 1, at=datetime(today.year, 12, 31, 23, 30, tzinfo=clock.BRUSSELS))
    replied(dossier, 2, at=datetime(after, 1, 1, 0, 30, tzinfo=clock.BRUSSELS))
    with time_machine.travel(datetime(after, 1, 2, 9, tzinfo=clock.BRUSSELS)):
        assert [one[0] for one in shown(page(koen))] == ["In het nieuwe."]
        assert [one[0] for one in shown(page(koen, f"?jaar={today.year}"))] == ["In het oude."]
        assert page(koen).context["years"] == [after, today.year]


def test_a_round_belongs_to_the_year_in_which_it_was_concluded(
    page,
    opened,
    colleagues,
    remark_on,
    close,
    amina,
    koen,
    today,
):
    remark_on(opened, colleagues[0], "De nacht ontbreekt.")
    close(opened)
    assert counts(page(koen), "raadpleging") == (1, 0, 0, 0, 0, 1)
    late = datetime(today.year, 12, 31, 23, 30, tzinfo=clock.BRUSSELS)
    facts = {"verdict": "not", "because": "Dat hoort in het uurrooster.", "section": ""}
    plans.answer_remarks(bundle=Bundle.objects.get(), facts=facts, version=1, by=amina, at=late)
    plans.conclude_consultation(consultation=opened, conclusion="", by=amina, at=late, root="")
    with time_machine.travel(late + timedelta(hours=1)):
        assert shown(page(koen)) == []
        (one,) = page(koen, f"?jaar={today.year}").context["page"]
    assert (one.said, one.reason, one.on) == (
        ("De nacht ontbreekt.",),
        "Dat hoort in het uurrooster.",
        date(today.year, 12, 31),
    )


def test_the_board_reads_a_round_once_it_is_concluded(
    page,
    nameless,
    colleagues,
    remark_on,
    close,
    els,
    dirk,
):
    remark_on(nameless, colleagues[0], "De nacht ontbreekt.")
    close(nameless)
    assert "De nacht ontbreekt." in page(dirk, "?antwoord=alles").content.decode()
    assert "De nacht ontbreekt." not in page(els, "?antwoord=alles").content.decode()


@pytest.mark.parametrize("query", ["?jaar=abc", "?jaar=", "?jaar=1066", "?jaar=²", "?antwoord=x&bron=y&page=zz"])
def test_what_is_not_known_in_the_address_is_as_if_it_was_not_asked(page, advised, replied, koen, query):
    replied(advised("De nacht."), 1)
    answer = page(koen, query)
    assert (answer.status_code, shown(answer)) == (200, [("De nacht.", "niet", "Te duur.")])


def test_it_opens_for_who_represents_workers_and_for_who_answers_for_it(page, dirk, ria, els, koen, amina, bram):
    assert [page(one).status_code for one in (dirk, ria, els, koen, amina, bram)] == [200] * 5 + [403]


def test_for_another_organisation_it_is_not_there(page, greet):
    assert page(greet).status_code == 404


def test_what_was_asked_in_confidence_is_never_there(page, ria, bram, dirk, koen, now):
    question = initiatives.ask(facts={"kind": "complaint", "text": SECRET}, by=bram, at=now)
    initiatives.take_up(question=question, by=ria, at=now)
    initiatives.ask_nameless(facts={"kind": "question", "text": SECRET}, code="ABCD-EFGH-JKLM", at=now)
    for who in (ria, dirk, koen):
        for answer in ("", "?antwoord=alles", "?antwoord=wacht"):
            words = page(who, answer)
            assert ("zebrapad" in words.content.decode(), words.context["total"]) == (False, 0)


def test_what_is_proposed_at_the_table_is_never_there(page, ria, koen, now):
    put(begin(ria, now), ria, now, title="Zebrapad", body="<p>Zebrapad.</p>")
    assert all("ebrapad" not in page(who, "?antwoord=alles").content.decode() for who in (ria, koen))


def test_a_signal_is_told_as_everybody_reads_it_and_no_small_group_is_named(
    page, set_up, employ, bram, amina, dirk, now
):
    for turn in range(3):
        employ(f"T{turn}", group="Techniek")
    for turn in range(5):
        employ(f"Z{turn}", group="Zorg")
    for code, group in (("ABCD-EFGH-JKLM", "Techniek"), ("NPQR-STUV-WXYZ", "Zorg")):
        keys = {name: key for _label, rows in needs.queries.groups() for key, name in rows}
        usual = {"how_often": "weekly", "urgency": "now", "helps": "", "group_words": "", "group": keys[group]}
        sent = needs.signal(facts={"what": "Zebrapad", **usual}, organisation=set_up, code=code, at=now)
        words = {
            "kind": "not_now",
            "heard": f"Gehoord {len(group)}.",
            "answer": "In maart.",
            "goal": None,
            "activity": "",
        }
        needs.answer(signal=sent, facts=words, version=1, by=amina, at=now)
    answer = page(dirk)
    assert counts(answer, "signaal") == (2, 0, 0, 2, 0, None)
    assert sorted(one.where for one in answer.context["page"]) == ["Signaal: Zorg", "Signaal: een kleine groep"]
    text = answer.content.decode()
    assert ("Techniek" in text, "Zebrapad" in text, "Gehoord 8." in text) == (False, False, True)


def test_a_note_that_a_body_asked_for_is_followed_once_it_lies_or_withdrawn_with_a_reason(page, dirk, amina, els, now):
    facts = {"title": "Nieuwe software", "why": "We hoorden ervan."}
    asked = plans.ask_screening(subject="project", facts=facts, by=dirk, at=now, root="")
    assert counts(page(dirk), "nota") == (1, 0, 0, 0, 0, 1)
    plans.withdraw_screening(screening=asked, reason="Ze komt er niet.", version=asked.version, by=amina, at=now)
    assert counts(page(dirk), "nota") == (1, 0, 0, 1, 0, 0)
    assert shown(page(dirk)) == [("Nieuwe software", "niet", "Ze komt er niet.")]
    assert counts(page(els), "nota") == (0, 0, 0, 0, 0, 0)  # the board does not read the screenings


@pytest.fixture
def watched(set_up, koen, ria, amina, now, today, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "files")
    signed_agreement(koen, ria, now)
    clause = AgreementClause.objects.select_related("agreement__organisation").get(number=1)
    facts = {"follower": amina, "item": None, "rule": "", "check_on": today}
    register.watch_clause(clause=clause, facts=facts, version=0, by=koen, at=now)
    return clause


def test_a_clause_that_is_not_kept_stands_with_what_was_seen_and_a_check_that_is_late_waits(
    page, watched, amina, dirk, now, today
):
    with time_machine.travel(now + timedelta(days=2)):
        assert counts(page(dirk), "cao")[-1] == (1 if clock.today().year >= today.year else 0)
    register.check_clause(clause=watched, on=today, is_kept=False, note="Niet betaald.", by=amina, at=now)
    assert counts(page(dirk), "cao") == (1, 0, 0, 1, 0, 0)
    (one,) = page(dirk).context["page"]
    assert (one.word, one.reason, one.by) == ("niet nageleefd", "Niet betaald.", "Amina")


def test_a_proposal_is_read_by_who_was_asked_to_decide_on_it_and_by_nobody_else(
    page,
    running,
    amina,
    dirk,
    els,
    ria,
    koen,
    now,
):
    plans.close_codecision(codecision=running, reason="Klaar.", by=amina, at=now)
    assert counts(page(dirk), "samen") == (3, 0, 0, 0, 0, 3)
    for line in policyplan.lines_of(running):
        facts = {"verdict": "kept", "because": "Akkoord.", "text": "", "amount": None}
        more = {"verdict": "dropped", "because": "Geen geld."} if line.kind == "budget" else {}
        plans.conclude_line(line=line, facts={**facts, **more}, version=0, by=amina, at=now)
    plans.conclude_codecision(codecision=running, conclusion="Dank.", by=amina, at=now, root="")
    for who in (dirk, els, koen, amina):
        assert counts(page(who), "samen") == (3, 2, 0, 1, 0, 0)
        assert shown(page(who)) == [("De trein", "niet", "Geen geld.")]
    assert counts(page(ria), "samen") == (0, 0, 0, 0, 0, 0)


def test_a_new_source_joins_by_one_function(page, koen, today, monkeypatch):
    def requests(desk, span):
        assert (span.first, span.is_now) == (date(today.year, 1, 1), True)
        yield Treated("Aanvragen", ("Een cursus.",), "niet", today, desk.to("desk:tasks"), reason="Geen plaats.")

    more = treated.Source("aanvraag", "Aanvragen", "elke aanvraag", requests)
    monkeypatch.setattr(treated, "SOURCES", (*treated.SOURCES, more))
    answer = page(koen)
    assert (counts(answer, "aanvraag"), shown(answer)) == (
        (1, 0, 0, 1, 0, 0),
        [("Een cursus.", "niet", "Geen plaats.")],
    )


def test_the_list_is_paged_and_costs_as_much_for_fifty_rows_as_for_five(
    page,
    set_up,
    signed_in,
    advised,
    replied,
    watched,
    plan,
    amina,
    dirk,
    now,
    today,
):
    def more(count):
        dossier = advised(*[f"Punt {turn}" for turn in range(count)])
        for turn in range(count):
            replied(dossier, turn + 1)
            register.check_clause(clause=watched, on=today, is_kept=False, note="Nee.", by=amina, at=now)
            plans.add_activity(plan=plan, goal_number=1, facts={"title": "Idee"}, by=amina, at=now)
            asked = {"title": f"Nota {turn}", "why": "Graag."}
            note = plans.ask_screening(subject="project", facts=asked, by=dirk, at=now, root="")
            plans.withdraw_screening(screening=note, reason="Nee.", version=note.version, by=amina, at=now)

    def statements():
        cache.clear()
        signed_in(dirk).get(reverse("desk:tasks", args=[set_up.slug]))  # what stands around every page is kept then
        with CaptureQueriesContext(connection) as asked:
            answer = page(dirk)
        return len(asked), answer.context["page"].paginator.count, len(answer.context["page"])

    more(5)
    first = statements()
    more(45)
    assert (first[1:], statements()) == ((15, 15), (first[0], 150, 25))
    assert "Bladzijde 2 van 6" in page(dirk, "?page=2").content.decode()


def test_the_room_of_council_and_delegation_leads_there(set_up, dirk, ria, signed_in):
    address = reverse("desk:treated", args=[set_up.slug])
    for who, kind in ((dirk, "works_council"), (ria, "union_delegation")):
        assert (
            f'href="{address}"' in signed_in(who).get(reverse("desk:room", args=[set_up.slug, kind])).content.decode()
        )
