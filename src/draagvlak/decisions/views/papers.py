"""A dossier, and what one body says in it, on paper."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.decisions import exports
from draagvlak.decisions.models import Part
from draagvlak.decisions.views.dossiers import OfDossier
from draagvlak.documents.exports import MEDIA_TYPES
from draagvlak.lib import clock
from draagvlak.ui.views import ShowPage


class AsPaper(ShowPage):
    """Sent as a file, in the language of the reader."""

    kwargs: dict[str, Any]

    def name(self) -> str:
        raise NotImplementedError

    def made(self, suffix: str) -> bytes:
        raise NotImplementedError

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        suffix = self.kwargs["suffix"]
        headers = {"Content-Disposition": f'attachment; filename="{self.name()}.{suffix}"'}
        return HttpResponse(self.made(suffix), content_type=MEDIA_TYPES[suffix], headers=headers)


class DownloadDossier(OfDossier, AsPaper):
    """The whole dossier: who was asked, what they said, what was answered and decided, and how to check it."""

    right = "decisions.download_dossier"

    def name(self) -> str:
        return f"dossier-{self.subject.organisation.slug}-{self.subject.number}"

    def made(self, suffix: str) -> bytes:
        return exports.dossier_paper(self.subject, today=clock.today(), root=settings.ADDRESS, suffix=suffix)


class DownloadAdvice(AsPaper):
    """What one body said; or, as long as it can still speak, the form to write it on by hand."""

    right = "decisions.download_advice"

    def thing(self) -> Part:
        parts = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
        return get_object_or_404(parts, pk=self.kwargs["part"], dossier__number=self.kwargs["number"])

    def name(self) -> str:
        dossier = self.subject.dossier
        return f"dossier-{dossier.organisation.slug}-{dossier.number}-{self.subject.body.kind.replace('_', '-')}"

    def made(self, suffix: str) -> bytes:
        return exports.advice_paper(self.subject, today=clock.today(), root=settings.ADDRESS, suffix=suffix)
