from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.planproject import actions, forms, queries, wording
from draagvlak.planproject.models import Candidacy
from draagvlak.planproject.views.charter import group_here
from draagvlak.planproject.views.group import OfCall
from draagvlak.ui.views import ActPage


class ExtendCall(OfCall):
    right = "planproject.open_call"
    template_name = "planproject/call_extend.html"
    form_class = forms.ExtendForm

    def initial(self) -> dict[str, Any]:
        today = clock.today()
        return {"closes_on": max(self.subject.closes_on, today.fromordinal(today.toordinal() + 14))}

    def act(self, data: dict[str, Any]) -> str:
        actions.extend_call(call=self.subject, closes_on=data["closes_on"], by=self.person, at=clock.now())
        return self.to("planproject:call", pk=self.subject.pk)


class AskCategory(OfCall):
    """A call to those whose voice is missing (row A3.2)."""

    right = "planproject.open_call"
    template_name = "planproject/ask_category.html"
    form_class = forms.AskCategoryForm
    done = wording.CATEGORY_ASKED

    def form_words(self) -> dict[str, Any]:
        standing = [c.member_id for c in queries.candidacies_to_weigh(self.subject)]
        seen, _people = queries.composition_preview(self.subject, candidates=(), chosen=standing, today=clock.today())
        names = queries.category_names()
        missing = sorted(seen.shares, key=lambda share: (not share.is_missing, -share.people))
        return {
            "categories": [
                (
                    f"{share.dimension}:{share.category}",
                    f"{names.get(share.category, share.category)} ({wording.DIMENSIONS[share.dimension]})",
                )
                for share in missing
            ]
        }

    def act(self, data: dict[str, Any]) -> str:
        dimension, category = data["category"].split(":", 1)
        self.asked = actions.ask_category(
            call=self.subject,
            voice=(dimension, category),
            text=data["text"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.to("planproject:call", pk=self.subject.pk)

    def said(self) -> str:
        return str(wording.CATEGORY_ASKED).format(asked=self.asked.asked, on_paper=self.asked.on_paper)


class FillSeat(ActPage):
    """Somebody of the reserve list takes a seat that fell free."""

    right = "planproject.compose_group"
    template_name = "planproject/fill_seat.html"
    done = wording.SEAT_FILLED

    def thing(self) -> Candidacy:
        return get_object_or_404(queries.reserves(group_here()), pk=self.kwargs["pk"])

    def act(self, _data: dict[str, Any]) -> str:
        actions.fill_seat(group=group_here(), candidacy=self.subject, by=self.person, at=clock.now())
        return self.to("planproject:group")
