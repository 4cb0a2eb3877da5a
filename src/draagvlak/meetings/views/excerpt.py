from typing import Any

from django.http import HttpRequest, HttpResponse

from draagvlak.documents.exports import MEDIA_TYPES
from draagvlak.lib.refusals import Refused
from draagvlak.meetings import exports
from draagvlak.meetings.views.agenda import OfItem
from draagvlak.ui.views import ShowPage


class TakeExcerpt(OfItem, ShowPage):
    """One point of approved minutes as PDF or Word; before that, a page that says why not."""

    right = "meetings.take_excerpt"
    template_name = "meetings/excerpt_not_yet.html"

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        suffix, item = self.kwargs["suffix"], self.subject
        try:
            content = exports.excerpt_paper(item, suffix=suffix)
        except Refused as refused:
            return self.show(status=409, reason=str(refused))
        name = f"uittreksel-{item.organisation.slug}-{item.meeting.starts_at:%Y-%m-%d}-{item.number}.{suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=MEDIA_TYPES[suffix], headers=headers)

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject.meeting}
