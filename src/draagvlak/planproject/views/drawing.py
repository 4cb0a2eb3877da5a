import secrets
from collections import Counter
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import actions, forms, queries, wording
from draagvlak.planproject.models import Call, Draw
from draagvlak.planproject.views.group import OfCall
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
        known = queries.names_by_identifier(self.subject) if sees else {}
        panel, own = set(draw.panel), queries.identifier(mine) if mine else ""
        ordered = sorted(draw.chances.items(), key=lambda pair: (pair[0] not in panel, -pair[1], pair[0]))
        may_run = sees and not draw.drawn_at and not self.subject.decided_at
        return {
            "draw": draw,
            "rows": [(key, known.get(key), chance * 100, key in panel, key == own) for key, chance in ordered],
            "mine": queries.chance_of(draw, mine),
            "minimum": min(draw.chances.values()) * 100,
            "quotas": _by_dimension(draw),
            "sees": sees,
            "may_check": may(self.request.user, "planproject.see_comparison", self.subject),
            "is_known": clock.today() >= draw.seed_on,
            "may_run": may_run,
            "only_draws": may_run and queries.only_draws(draw, today=clock.today()),
        }


def _by_dimension(draw: Draw) -> list[tuple[Any, list[tuple[Any, int, int, int]]]]:
    """Under the name of each dimension: the name of a category, its limits, and how many were drawn who are in it."""
    names, drawn = queries.category_names(), Counter(pair for key in draw.panel for pair in draw.pool[key].items())
    found: dict[str, list[tuple[Any, int, int, int]]] = {}
    for quota in queries.quotas_of(draw):
        row = (names.get(quota.value, quota.value), quota.least, quota.most, drawn[quota.category, quota.value])
        found.setdefault(quota.category, []).append(row)
    return [(wording.DIMENSIONS.get(dimension, dimension), rows) for dimension, rows in found.items()]


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
        limits, standing = queries.limits_shown(self.subject, today=clock.today())
        return {"limits": limits, "standing": standing, "names": queries.category_names()}

    def initial(self) -> dict[str, Any]:
        today = clock.today()
        return {"on": today.fromordinal(today.toordinal() + 3)}

    def act(self, data: dict[str, Any]) -> str | HttpResponse:
        """First the chances as they would be, for who composes alone; then the same, published."""
        seed, seen = {"source": data["source"].strip(), "on": data["on"]}, self.request.POST.get("seen", "")
        if not seen:
            return self.preview()
        quotas, at = self.filled.asked(), clock.now()
        actions.publish_draw(call=self.subject, quotas=quotas, seed=seed, by=self.person, at=at, seen=seen)
        return self.to("planproject:draw", pk=self.subject.pk)

    def preview(self) -> HttpResponse:
        asked = self.filled.asked()
        _pool, made = actions.counted_chances(call=self.subject, quotas=asked, today=clock.today())
        known = queries.names_by_identifier(self.subject)
        chances = sorted((float(chance) * 100, key) for key, chance in made.chances.items())
        counted: dict[str, Any] = {
            "rows": [(key, known.get(key), chance, False, False) for chance, key in chances],
            "never": [known.get(key, key) for chance, key in chances if chance == 0],
            "seen": made.print_of_lots,
        }
        return self.show(form=self.filled, once=secrets.token_urlsafe(16), draw=None, **counted)


class OfDraw(OfCall):
    """An act on the draw that counts for a call."""

    def thing(self) -> Call:
        call = super().thing()
        draw = queries.draw_of(call)
        if draw is None:
            raise Http404
        self.draw = draw
        return call

    def content(self) -> dict[str, Any]:
        return {"draw": self.draw}


class WithdrawDraw(OfDraw):
    right = "planproject.compose_group"
    template_name = "planproject/draw_withdraw.html"
    form_class = forms.WithdrawDrawForm
    done = wording.DRAW_WITHDRAWN

    def act(self, data: dict[str, Any]) -> str:
        actions.withdraw_draw(draw=self.draw, reason=data["reason"], by=self.person, at=clock.now())
        return self.to("planproject:call", pk=self.subject.pk)


class CarryOutDraw(OfDraw):
    right = "planproject.compose_group"
    template_name = "planproject/draw_carry_out.html"
    form_class = forms.CarryOutDrawForm
    done = wording.DRAW_DONE

    def form_words(self) -> dict[str, Any]:
        self.candidacies = queries.candidates_at_draw(self.draw)
        people = staff.people_at_work(on=clock.today(), members=[one.member_id for one in self.candidacies])
        where = {one.member: ", ".join(filter(None, (one.function, one.team))) for one in people}
        spoken = (one.language for one in queries.standing_in(self.subject))
        languages = queries.other_languages(spoken, than=self.person.language)
        return {"candidacies": self.candidacies, "where": where, "languages": languages}

    def initial(self) -> dict[str, Any]:
        return {"reserve": list(self.candidacies)}

    def act(self, data: dict[str, Any]) -> str:
        answers = self.filled.answers()
        actions.carry_out_draw(draw=self.draw, seed=data["seed"], answers=answers, by=self.person, at=clock.now())
        return self.to("planproject:draw", pk=self.subject.pk)
