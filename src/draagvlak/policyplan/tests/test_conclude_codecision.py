import io
from datetime import timedelta
from decimal import Decimal

import pikepdf
import pytest
from django.db import IntegrityError, transaction

from draagvlak.notices.models import Message
from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.models import Codecision, LineConclusion
from draagvlak.policyplan.rules import CodecisionRefused, NotWritable
from draagvlak.policyplan.tests.regulation_world import article_facts

KEPT = {"verdict": "kept", "because": "Iedereen is akkoord.", "text": "", "amount": None}


@pytest.fixture
def over(running, amina, now):
    return actions.close_codecision(codecision=running, reason="Klaar.", by=amina, at=now)


@pytest.fixture
def conclude(amina, now):
    def make(codecision, **by_kind):
        for line in queries.lines_of(codecision):
            facts = {**KEPT, **by_kind.get(line.kind, {})}
            actions.conclude_line(line=line, facts=facts, version=0, by=amina, at=now)
        return actions.conclude_codecision(codecision=codecision, conclusion="Dank.", by=amina, at=now, root="")

    return make


def test_lines_are_concluded_after_the_last_day_and_the_database_holds_it(running, amina, now):
    line = queries.lines_of(running)[0]
    words = {"line": line, "facts": KEPT, "version": 0, "by": amina}
    with pytest.raises(CodecisionRefused, match="nog geantwoord worden"):
        actions.conclude_line(**words, at=now)
    actions.conclude_line(**words, at=now + timedelta(days=6))
    assert Codecision.objects.get().state == "closed"


@pytest.mark.parametrize(
    ("kind", "facts", "says"),
    [
        ("article", {"because": " "}, "Schrijf waarom"),
        ("article", {"verdict": "changed"}, "Schrijf wat de nieuwe tekst wordt"),
        ("budget", {"verdict": "changed"}, "Schrijf welk bedrag het wordt"),
    ],
)
def test_a_conclusion_without_its_reason_or_its_text_is_refused(over, amina, now, kind, facts, says):
    line = next(one for one in queries.lines_of(over) if one.kind == kind)
    with pytest.raises(CodecisionRefused, match=says):
        actions.conclude_line(line=line, facts={**KEPT, **facts}, version=0, by=amina, at=now)


def test_the_whole_is_concluded_once_every_line_is_and_the_budget_can_be_quoted(over, conclude, amina, now, dirk):
    with pytest.raises(CodecisionRefused, match="Nog niet elke regel"):
        actions.conclude_codecision(codecision=over, conclusion="", by=amina, at=now, root="")
    done = conclude(over, budget={"verdict": "changed", "amount": Decimal("80.05")})
    assert done.results["budget"] == {
        "categories": [["verplaatsing", "100.10", "80.05"]],
        "proposed": "100.10",
        "agreed": "80.05",
    }
    assert [(one["category"], one["amount"]) for one in queries.agreed_budget()] == [("travel", Decimal("80.05"))]
    assert Message.objects.filter(subject="Wat het geworden is: Samen").count() == 2


def test_nothing_of_a_concluded_round_changes(over, conclude, amina, now):
    done = conclude(over)
    line = queries.lines_of(done)[0]
    with pytest.raises(CodecisionRefused, match="afgerond"):
        actions.conclude_line(line=line, facts=KEPT, version=1, by=amina, at=now)
    for act in (
        lambda: Codecision.objects.update(conclusion="Anders"),
        lambda: LineConclusion.objects.update(because="Anders"),
        lambda: LineConclusion.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_a_changed_article_is_taken_over_into_the_draft_once(over, conclude, ask, amina, now, article_key):
    done = conclude(over, article={"verdict": "changed", "text": "De nieuwe woorden."})
    line = queries.lines_of(done)[0]
    assert "De nieuwe woorden." in ask(amina, "take_over_line", pk=line.pk).content.decode()
    version = queries.revision_of_article(article_key)
    answer = ask(amina, "take_over_line", {"version": version}, pk=line.pk)
    assert answer.url.endswith(f"/reglement/versie/1/#artikel-{article_key}")
    assert queries.articles_of(queries.regulation_at_work())[0].body == "<p>De nieuwe woorden.</p>"
    again = ask(amina, "take_over_line", {"once": "2", "version": version}, pk=line.pk)
    assert (again.status_code, "Dit staat al in het ontwerp." in again.content.decode()) == (409, True)


def test_what_a_colleague_wrote_meanwhile_is_shown_before_it_is_replaced(
    over, conclude, ask, koen, amina, now, article_key, regulation
):
    done = conclude(over, article={"verdict": "changed", "text": "De nieuwe woorden."})
    line = queries.lines_of(done)[0]
    read = queries.revision_of_article(article_key)
    facts = article_facts(body="<p>Wat Koen ondertussen schreef.</p>")
    words = {"facts": facts, "holds_for": [], "items": [], "revision": read}
    actions.change_article(regulation=regulation, key=article_key, **words, by=koen, at=now)
    answer = ask(amina, "take_over_line", {"version": read}, pk=line.pk)
    page = answer.content.decode()
    assert (answer.status_code, "Koen wijzigde dit artikel" in page, "ondertussen schreef" in page) == (409, True, True)
    assert queries.articles_of(queries.regulation_at_work())[0].body == "<p>Wat Koen ondertussen schreef.</p>"
    seen = {"version": queries.revision_of_article(article_key), "once": "2"}
    assert ask(amina, "take_over_line", seen, pk=line.pk).status_code == 302


def take_over(line, by, at):
    actions.take_over_line(line=line, revision=queries.revision_of_article(line.article), by=by, at=at)


def test_a_new_article_that_does_not_go_on_leaves_the_draft(over, conclude, amina, now):
    done = conclude(over, article={"verdict": "dropped"})
    take_over(queries.lines_of(done)[0], amina, now)
    assert [one.title for one in queries.articles_of(queries.regulation_at_work())] == ["Wanneer je antwoord krijgt"]


def test_without_a_draft_or_for_what_is_kept_nothing_is_taken_over(over, conclude, amina, now, regulation):
    done = conclude(over, article={"verdict": "changed", "text": "Nieuw."})
    actions.submit_regulation(regulation=regulation, starts_on=None, by=amina, at=now)
    with pytest.raises(NotWritable, match="ligt vast"):
        take_over(queries.lines_of(done)[0], amina, now)
    with pytest.raises(CodecisionRefused, match="Alleen wat bij een artikel"):
        take_over(queries.lines_of(done)[1], amina, now)


def test_everybody_asked_reads_the_result_and_gets_it_as_a_tagged_document(over, conclude, ask, els, bram):
    done = conclude(over, procedure={"verdict": "dropped", "because": "Dat regelt elke dienst zelf."})
    page = ask(els, "codecision", pk=done.pk).content.decode()
    assert "Dat regelt elke dienst zelf." in page
    answer = ask(els, "download_codecision", pk=done.pk)
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo["/Title"]).startswith("Samen")
    assert ask(bram, "download_codecision", pk=done.pk).status_code == 403


def test_the_sheet_to_fill_in_and_the_regulation_are_tagged_too(running, adopted_documents):
    for content in (exports.codecision_sheet(running), adopted_documents["pdf"]):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert bool(pdf.Root.MarkInfo.Marked)
            assert "/StructTreeRoot" in pdf.Root
    assert adopted_documents["docx"][:2] == b"PK"


@pytest.fixture
def adopted_documents(regulation):
    version = queries.regulation_to_show()
    return {suffix: exports.regulation_document(version, suffix=suffix) for suffix in ("pdf", "docx")}
