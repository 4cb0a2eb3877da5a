"""A frozen version of a negotiation and a signed agreement on paper: a tagged PDF or a Word document, in the language of the house."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from draagvlak.documents.exports import FONTS, pdf_of, word_document
from draagvlak.documents.rules import LARGEST
from draagvlak.policyplan.exports.documents import MEDIA_TYPES
from draagvlak.policyplan.models import Agreement, NegotiationVersion
from draagvlak.policyplan.queries import agreement as register
from draagvlak.policyplan.queries import negotiation as table
from draagvlak.policyplan.states import ClauseState
from draagvlak.stakeholders import queries as stakeholders

__all__ = ["LARGEST", "MEDIA_TYPES", "agreement_document", "version_document"]


def version_document(version: NegotiationVersion, *, suffix: str) -> bytes:
    values = table.values_of(version)
    return _written({"version": version, "values": values, "states": dict(ClauseState.choices)}, suffix=suffix)


def agreement_document(agreement: Agreement, *, suffix: str) -> bytes:
    """The clauses as they were signed, who signed, and how it was filed."""
    end = register.ends_of([agreement]).get(agreement.pk)
    values = {"title": agreement.subject, "organisation": agreement.organisation.name}
    words = {
        "version": agreement.of_version,
        "values": values,
        "agreement": agreement,
        "clauses": list(agreement.clauses.all()),
        "signers": list(register.signers_of(agreement)),
        "filing": register.filing_of(agreement),
        "end": end,
    }
    return _written(words, suffix=suffix)


def _written(words: dict[str, Any], *, suffix: str) -> bytes:
    with override(language := stakeholders.language_of_documents()):
        if suffix == "pdf":
            words = {**words, "fonts": FONTS, "language": language}
            return pdf_of(render_to_string("policyplan/print/negotiation.html", words))
        html = render_to_string("policyplan/print/clauses.html", words)
    values = words["values"]
    return word_document(html, title=values["title"], organisation=values["organisation"], language=language)
