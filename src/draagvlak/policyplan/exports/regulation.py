"""The regulation as a document, and a round to decide together on paper: the sheet to fill in and the result."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.states import Answer, Verdict
from draagvlak.documents.exports import FONTS, pdf_of, word_document
from draagvlak.lib import clock
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Codecision, RegulationVersion
from draagvlak.policyplan.states import Stand, VersionState
from draagvlak.stakeholders import queries as stakeholders


def regulation_document(version: RegulationVersion, *, suffix: str) -> bytes:
    """A tagged PDF (PDF/UA-1 structure) or a Word document in the language of the house: the articles, and how it was decided."""
    with override(language := stakeholders.language_of_documents()):
        words = _contents(version)
        if suffix == "pdf":
            return pdf_of(render_to_string("policyplan/print/regulation.html", words))
        html = render_to_string("policyplan/print/articles.html", words)
    values = words["values"]
    return word_document(html, title=values["title"], organisation=values["organisation"], language=language)


def _contents(version: RegulationVersion) -> dict[str, Any]:
    dossier = version.dossier
    return {
        "version": version,
        "values": queries.regulation_snapshot(version),
        "since": queries.since(version),
        "is_draft": version.state in {VersionState.DRAFT, VersionState.SUBMITTED},
        "dossier": dossier,
        "where": decisions.standing(dossier, today=clock.today()) if dossier else None,
        "verdicts": dict(Verdict.choices),
        "answers": dict(Answer.choices),
        "fonts": FONTS,
        "language": get_language(),
    }


def codecision_sheet(codecision: Codecision) -> bytes:
    """The lines with boxes to tick and room to write, in the language of the page."""
    return pdf_of(render_to_string("policyplan/print/codecision_sheet.html", _round(codecision)))


def codecision_result(codecision: Codecision) -> bytes:
    """What became of every line, who said what about it, and the sums, in the language of the page."""
    words = {**_round(codecision), "people": queries.people_asked(codecision)}
    return pdf_of(render_to_string("policyplan/print/codecision_result.html", words))


def _round(codecision: Codecision) -> dict[str, Any]:
    lines = queries.lines_of(codecision)
    return {
        "round": codecision,
        "values": {"title": codecision.title, "organisation": codecision.organisation.name},
        "lines": lines,
        "budget": queries.budget_of(lines),
        "stands": Stand.choices,
        "fonts": FONTS,
        "language": get_language(),
    }
