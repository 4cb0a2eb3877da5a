from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from draagvlak.documents.exports import MEDIA_TYPES
from draagvlak.policyplan.exports import individual as exports
from draagvlak.policyplan.views.individual_record import OnRecord
from draagvlak.ui.views import ShowPage


class PrintSheet(OnRecord, ShowPage):
    """The sheet for one person, to hand over; it holds the note and room to write, and nothing that was said."""

    right = "policyplan.keep_individual"
    kwargs: dict[str, Any]

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        suffix = self.kwargs["suffix"]
        name = f"blad-{self.subject.organisation.slug}-{self.subject.pk}.{suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        content = exports.sheet_for(self.subject, root=settings.ADDRESS, suffix=suffix)
        return HttpResponse(content, content_type=MEDIA_TYPES[suffix], headers=headers)
