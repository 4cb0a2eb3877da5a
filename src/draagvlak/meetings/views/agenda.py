from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from draagvlak.documents.queries import content_of
from draagvlak.documents.rules import LARGEST
from draagvlak.lib import clock
from draagvlak.meetings import actions, forms, queries, wording
from draagvlak.meetings.models import AgendaItem, Paper
from draagvlak.meetings.states import ItemKind
from draagvlak.meetings.views.meeting import OfMeeting
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.ui.views import ActPage, ShowPage


class ProposeItem(OfMeeting, ActPage):
    """A point for the agenda. For the board, or for management where there is none, one may begin from a preparation sheet (row B2.1)."""

    right = "meetings.propose_item"
    template_name = "meetings/item.html"
    form_class = forms.ItemForm
    done = wording.ITEM_PROPOSED

    def initial(self) -> dict[str, Any]:
        on = clock.today()
        if self.request.GET.get("blad") != "vorming" or self.subject.body != stakeholders.body_that_steers(on=on):
            return {}
        return {
            "title": wording.SHEET_TITLE,
            "kind": ItemKind.DISCUSSION,
            "preparation": queries.preparation_sheet(on=on),
        }

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject, "when": queries.when_of(self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        actions.propose_item(meeting=self.subject, facts=data, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.pk) + "#agenda"


class OfItem:
    """Pages on one point."""

    kwargs: dict[str, Any]

    def thing(self) -> AgendaItem:
        items = AgendaItem.objects.select_related("meeting__body__organisation", "meeting__organisation")
        return get_object_or_404(
            items.select_related("meeting__minutes", "meeting__body__organisation"), pk=self.kwargs["pk"]
        )


class ChangeItem(OfItem, ActPage):
    right = "meetings.change_item"
    template_name = "meetings/item.html"
    form_class = forms.ItemForm

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("title", "kind", "minutes", "preparation", "version")}

    def content(self) -> dict[str, Any]:
        return {
            "meeting": self.subject.meeting,
            "when": queries.when_of(self.subject.meeting),
            "item": self.subject,
        }

    def act(self, data: dict[str, Any]) -> str:
        version = data["version"]
        actions.change_item(item=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.meeting_id) + "#agenda"


class RemoveItem(OfItem, ActPage):
    right = "meetings.change_item"
    template_name = "meetings/item_remove.html"

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject.meeting}

    def act(self, _data: dict[str, Any]) -> str:
        actions.remove_item(item=self.subject, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.meeting_id) + "#agenda"


class OrderAgenda(OfMeeting, ActPage):
    right = "meetings.run"
    template_name = "meetings/order.html"
    form_class = forms.OrderForm

    def form_words(self) -> dict[str, Any]:
        return {"items": queries.items_of(self.subject)}

    def act(self, _data: dict[str, Any]) -> str:
        actions.order_agenda(meeting=self.subject, places=self.filled.places(), by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.pk) + "#agenda"


class AddPaper(OfMeeting, ActPage):
    right = "meetings.propose_item"
    template_name = "meetings/paper_add.html"
    form_class = forms.PaperForm
    done = wording.PAPER_ADDED

    def act(self, data: dict[str, Any]) -> str:
        words = {"name": data["file"].name, "content": data["file"].read(LARGEST + 1)}
        words["is_for_guests"] = data["is_for_guests"]
        actions.add_paper(meeting=self.subject, **words, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.pk) + "#stukken"


class OfPaper:
    kwargs: dict[str, Any]

    def thing(self) -> Paper:
        papers = Paper.objects.select_related("file", "meeting__body__organisation", "meeting__organisation")
        return get_object_or_404(papers, pk=self.kwargs["pk"], taken_away_at=None)


class TakeAwayPaper(OfPaper, ActPage):
    right = "meetings.take_away_paper"
    template_name = "meetings/paper_take_away.html"

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject.meeting}

    def act(self, _data: dict[str, Any]) -> str:
        actions.take_away_paper(paper=self.subject, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.meeting_id) + "#stukken"


class SharePaper(OfPaper, ActPage):
    right = "meetings.share_paper"
    template_name = "meetings/paper_share.html"
    form_class = forms.ShareForm
    done = wording.PAPER_SHARED

    def initial(self) -> dict[str, Any]:
        return {"is_for_guests": self.subject.is_for_guests}

    def content(self) -> dict[str, Any]:
        return {"meeting": self.subject.meeting}

    def act(self, data: dict[str, Any]) -> str:
        is_for_guests = data["is_for_guests"]
        actions.share_paper(paper=self.subject, is_for_guests=is_for_guests, by=self.person, at=clock.now())
        return self.to("meetings:meeting", pk=self.subject.meeting_id) + "#stukken"


class DownloadPaper(OfPaper, ShowPage):
    """The bytes as they were put in, always as a download: nothing in them is shown or run by our pages."""

    right = "meetings.see_meeting"

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        file = self.subject.file
        name = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
        return HttpResponse(content_of(file), content_type=file.media_type, headers={"Content-Disposition": name})


class SendPapers(OfMeeting, ActPage):
    """Tell everybody that the agenda and the papers are there; the day is kept."""

    right = "meetings.run"
    template_name = "meetings/papers_send.html"
    done = wording.PAPERS_SENT

    def content(self) -> dict[str, Any]:
        return {
            "items": queries.items_of(self.subject),
            "papers": list(queries.papers_of(self.subject)),
            "on_paper": [one.person for one in queries.hand_out(self.subject)],
        }

    def act(self, _data: dict[str, Any]) -> str:
        actions.send_papers(meeting=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("meetings:meeting", pk=self.subject.pk)
