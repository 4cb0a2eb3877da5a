from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import actions, forms, queries, wording
from draagvlak.planproject.models import Call, Draw
from draagvlak.planproject.views.group import OfCall, category_names
from draagvlak.staff import queries as staff
from draagvlak.ui.views import ShowPage


def call_here(key: int) -> Call:
    return get_object_or_404(Call.objects.select_related("project"), pk=key)


class ShowDraw(ShowPage):
    """The published chances, and later the draw. Names only for who may see the candidates; everyone sees his own chance."""

    right = "planproject.see_call"
    template_name = "planproject/draw_show.html"

    def thing(self) -> Call:
        return call_here(self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        draw = queries.draw_of(self.subject)
        if draw is None:
            raise Http404
        member = staff.staff_member_of(self.person)
        mine = queries.candidacy_of(member, self.subject) if member else None
        sees = may(self.request.user, "planproject.see_candidacies", self.subject)
        known = queries.candidates_by_identifier(self.subject) if sees else {}
        panel, own = set(draw.panel), queries.identifier(mine) if mine else ""
        ordered = sorted(draw.chances.items(), key=lambda pair: (-pair[1], pair[0]))
        return {
            "draw": draw,
            "rows": [(key, known.get(key), chance * 100, key in panel, key == own) for key, chance in ordered],
            "mine": queries.chance_of(draw, mine),
            "minimum": min(draw.chances.values()) * 100,
            "quotas": [
                (wording.DIMENSIONS.get(row[0], row[0]), category_names().get(row[1], row[1]), row[2], row[3])
                for row in draw.quotas
            ],
            "sees": sees,
            "may_check": may(self.request.user, "planproject.see_comparison", self.subject),
            "is_known": clock.today() >= draw.seed_on,
        }


class DownloadDraw(ShowPage):
    """One of the two files with which the draw can be repeated."""

    right = "planproject.see_comparison"

    def thing(self) -> Call:
        return call_here(self.kwargs["pk"])

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        draw = queries.draw_of(self.subject)
        files = queries.files_of(draw) if draw else {}
        name = f"{self.kwargs['file']}.csv"
        if name not in files:
            raise Http404
        return HttpResponse(
            files[name],
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class PublishDraw(OfCall):
    right = "planproject.compose_group"
    template_name = "planproject/draw_publish.html"
    form_class = forms.PublishDrawForm
    done = wording.DRAW_PUBLISHED

    def form_words(self) -> dict[str, Any]:
        names = category_names()
        quotas = queries.usual_quotas(self.subject, today=clock.today())
        return {"quotas": [(quota, names.get(quota.value, quota.value)) for quota in quotas]}

    def initial(self) -> dict[str, Any]:
        today = clock.today()
        return {"on": today.fromordinal(today.toordinal() + 3)}

    def content(self) -> dict[str, Any]:
        return {"standing": len(queries.pool_of(self.subject, today=clock.today()))}

    def act(self, data: dict[str, Any]) -> str:
        seed = {"source": data["source"].strip(), "on": data["on"]}
        actions.publish_draw(call=self.subject, quotas=self.filled.asked(), seed=seed, by=self.person, at=clock.now())
        return self.to("planproject:draw", pk=self.subject.pk)


class CarryOutDraw(OfCall):
    right = "planproject.compose_group"
    template_name = "planproject/draw_carry_out.html"
    form_class = forms.CarryOutDrawForm
    done = wording.DRAW_DONE

    def thing(self) -> Call:
        call = super().thing()
        self.draw: Draw | None = queries.draw_of(call)
        if self.draw is None:
            raise Http404
        return call

    def content(self) -> dict[str, Any]:
        return {"draw": self.draw}

    def act(self, data: dict[str, Any]) -> str:
        seed = data.pop("seed")
        if self.draw is None:
            raise Http404
        actions.carry_out_draw(draw=self.draw, seed=seed, answers=data, by=self.person, at=clock.now())
        return self.to("planproject:draw", pk=self.subject.pk)
