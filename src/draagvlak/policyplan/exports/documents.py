from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.states import Answer, DossierState, Verdict
from draagvlak.lib import clock
from draagvlak.planproject import wording as project_wording
from draagvlak.policyplan import queries
from draagvlak.policyplan.exports.word import word_document
from draagvlak.policyplan.models import Version
from draagvlak.policyplan.states import VersionState

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FONTS = (
    "atkinson-hyperlegible-next-latin-wght-normal",
    "source-serif-4-latin-400-normal",
    "source-serif-4-latin-600-normal",
    "atkinson-hyperlegible-mono-latin-wght-normal",
)


class OnlyOurFonts(URLFetcher):  # type: ignore[misc]
    """Rendering reads nothing but the fonts of the house: no network, no file of the machine, whatever a text says."""

    def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401 -- the library's own types
        name = url.removeprefix("house:")
        if url == f"house:{name}" and name in FONTS:
            return super().fetch(f"file://{finders.find(f'ui/fonts/{name}.woff2')}", headers)
        message = f"A document may not read {url[:80]}"
        raise ValueError(message)


def contents(version: Version) -> dict[str, Any]:
    """Everything that the document shows: the plan's values and, in the annex, what the dossier decided."""
    dossier = version.dossier
    where = decisions.standing(dossier, today=clock.today()) if dossier else None
    return {
        "version": version,
        "values": queries.snapshot(version),
        "dossier": dossier,
        "where": where,
        "remarks": [entry for entry in where.entries if entry.act == "remark"] if where else [],
        "is_draft": version.state == VersionState.DRAFT,
        "verdicts": dict(Verdict.choices),
        "answers": dict(Answer.choices),
        "states": dict(DossierState.choices),
        "dimensions": project_wording.DIMENSIONS,
        "fonts": FONTS,
    }


def pdf(version: Version) -> bytes:
    """The plan as a tagged PDF (PDF/UA-1 structure) in Dutch, with the annex "how this plan was made"."""
    with override("nl"):
        html = render_to_string("policyplan/print/plan.html", contents(version))
    document = HTML(string=html, base_url="house:", url_fetcher=OnlyOurFonts())
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration())
    return written


def docx(version: Version) -> bytes:
    """The plan as a Word document with real headings, lists and tables."""
    with override("nl"):
        html = render_to_string("policyplan/print/body.html", contents(version))
        title = queries.snapshot(version)["title"]
    return word_document(html, title=title, organisation=version.organisation.name)
