"""Figures in the text: today's in a draft, with their day once the text is laid down."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from draagvlak.lib import clock
from draagvlak.policyplan import actions, exports, queries
from draagvlak.policyplan.figures import LiveFigure
from draagvlak.policyplan.queries.live import with_figures
from draagvlak.policyplan.states import SectionKey

FIGURES = [LiveFigure("medewerkers", "", "120"), LiveFigure("medewerkers Zorg & hulp", "", "40")]


def write(plan, body, by, now, revision=2):
    return actions.write_section(plan=plan, key=SectionKey.WHY, body=body, revision=revision, by=by, at=now)


def body_of(values):
    return next(section["body"] for section in values["sections"] if section["key"] == "why")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("{{medewerkers}}", "120 (cijfer van vandaag)"),
        ("{{ Medewerkers }}", "120 (cijfer van vandaag)"),
        ("{{medewerkers zorg &amp; hulp}}", "40 (cijfer van vandaag)"),
        ("{{iets anders}}", "{{iets anders}}"),
        ("{{}} {medewerkers} {{mede<strong>werkers</strong>}}", "{{}} {medewerkers} {{mede<strong>werkers</strong>}}"),
    ],
)
def test_a_known_name_becomes_its_figure_and_anything_else_stays(typed, shown, today):
    assert with_figures(f"<p>{typed}</p>", FIGURES, on=today, is_fixed=False) == f"<p>{shown}</p>"


def test_a_draft_shows_the_figure_of_today_and_keeps_the_name(plan, amina, employ, now, signed_in, set_up, today):
    employ("Nadia")
    section = write(plan, "<p>Wij zijn met {{medewerkers}}.</p>", amina, now)
    assert "{{medewerkers}}" in section.body
    address = reverse("policyplan:plan", kwargs={"organisation": set_up.slug})
    assert "Wij zijn met 1 (cijfer van vandaag)." in signed_in(amina).get(address).content.decode()
    employ("Rosa")
    assert "Wij zijn met 2" in body_of(queries.snapshot(queries.version_at_work(plan), on=today))
    assert exports.pdf(queries.version_at_work(plan)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("language", "typed"),
    [("nl", "medewerkers Zorg"), ("fr", "collaborateurs Zorg"), ("en", "employees Zorg"), ("fr", "medewerkers Zorg")],
)
def test_a_figure_has_a_name_in_each_language_and_every_name_is_known_to_everybody(
    plan, amina, employ, now, today, language, typed
):
    employ("Nadia", group="Zorg")
    write(plan, f"<p>Met {{{{{typed}}}}}.</p>", amina, now)
    with override(language):
        assert body_of(queries.snapshot(queries.version_at_work(plan), on=today)).startswith("<p>Met 1 (")
        names = {figure.name for figure in queries.live_figures(plan.project, on=today)}
    assert (typed in names) == (language == "nl" or "medewerkers" not in typed)


def test_what_is_put_to_the_bodies_stands_with_its_day_and_does_not_move(plan, amina, employ, now, today):
    employ("Nadia", group="Zorg")
    write(plan, "<p>Met {{medewerkers}}, in de zorg {{medewerkers zorg}}, {{onbekend}}.</p>", amina, now)
    dossier = actions.submit_version(plan=plan, by=amina, at=now)
    employ("Rosa", group="Zorg")
    text = body_of(json.loads(dossier.document.text))
    assert text.startswith("<p>Met 1 (op ")
    assert text.endswith(", {{onbekend}}.</p>")
    assert str(today.year) in text
    assert body_of(queries.snapshot(queries.version_at_work(plan), on=today)) == text


def test_a_text_without_a_name_asks_nobody(plan, today):
    version = queries.version_at_work(plan)
    with CaptureQueriesContext(connection) as asked:
        queries.snapshot(version, on=today)
    assert not any("staff_" in query["sql"] and "COUNT" in query["sql"] for query in asked.captured_queries)


def test_the_statements_do_not_grow_with_people_or_names(plan, amina, employ, now, today, django_assert_num_queries):
    project = plan.project
    with CaptureQueriesContext(connection) as few:
        queries.live_figures(project, on=today)
    wanted = len(few)
    for number in range(6):
        employ(f"Naam{number}", group=f"Groep {number}")
    with django_assert_num_queries(wanted):
        figures = queries.live_figures(project, on=today)
    assert len(figures) == 4 + 6


def test_the_writing_page_lists_what_can_be_put_in_the_text(plan, amina, employ, signed_in, set_up):
    employ("Nadia", group="Zorg")
    address = reverse("policyplan:write_section", kwargs={"organisation": set_up.slug, "key": "why"})
    page = signed_in(amina).get(address).content.decode()
    assert "{{medewerkers Zorg}}" in page
    assert "medewerkers in de functiegroep Zorg: 1" in page
    assert clock.today() is not None
