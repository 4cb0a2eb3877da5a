from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.queries.ended import states_of
from draagvlak.decisions.states import Answer, Verdict
from draagvlak.documents.exports import FONTS, pdf_of, word_document
from draagvlak.lib import clock
from draagvlak.planproject import wording as project_wording
from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Consultation, Version
from draagvlak.policyplan.states import VersionState
from draagvlak.stakeholders import queries as stakeholders

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def contents(version: Version) -> dict[str, Any]:
    """Everything that the document shows: the plan's values and, in the annex, what the dossier decided."""
    dossier = version.dossier
    where = decisions.standing(dossier, today=clock.today()) if dossier else None
    return {
        "version": version,
        "values": queries.snapshot(version, on=clock.today()),
        "dossier": dossier,
        "where": where,
        "remarks": [entry for entry in where.entries if entry.act == "remark"] if where else [],
        "is_draft": version.state in {VersionState.DRAFT, VersionState.SUBMITTED},
        "verdicts": dict(Verdict.choices),
        "answers": dict(Answer.choices),
        "states": states_of(dossier) if dossier else {},
        "dimensions": project_wording.DIMENSIONS,
        "fonts": FONTS,
        "language": get_language(),
        "rounds": list(queries.consultations_behind(version)),
    }


def pdf(version: Version) -> bytes:
    """The plan as a tagged PDF (PDF/UA-1 structure) in the language of the house, with the annex "how this plan was made"."""
    with override(stakeholders.language_of_documents()):
        html = render_to_string("policyplan/print/plan.html", contents(version))
    return pdf_of(html)


def docx(version: Version) -> bytes:
    """The plan as a Word document with real headings, lists and tables."""
    with override(language := stakeholders.language_of_documents()):
        html = render_to_string("policyplan/print/body.html", contents(version))
        title = queries.snapshot(version)["title"]
    return word_document(html, title=title, organisation=version.organisation.name, language=language)


def paper_form(consultation: Consultation) -> bytes:
    """The text of a round with its numbers and room to write, as a tagged PDF in the language of the page."""
    passages, language = queries.passages_of(consultation), get_language()
    words = {"consultation": consultation, "passages": passages, "fonts": FONTS, "language": language}
    return pdf_of(render_to_string("policyplan/print/consultation.html", words))


def differences_pdf(older: Version, newer: Version) -> bytes:
    """What changed between two versions as a tagged PDF in the language of the page, with words beside every mark."""
    changed = [part for part in queries.differences(older, newer, on=clock.today()) if part.is_changed]
    words = {"older": older, "newer": newer, "parts": changed, "fonts": FONTS, "language": get_language()}
    return pdf_of(render_to_string("policyplan/print/differences.html", words))
