"""Deciding together: read a round and its result, and prepare and open one."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms as django_forms
from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, exports, forms, queries, wording
from draagvlak.policyplan.models import Codecision, Line
from draagvlak.policyplan.states import CodecisionState, LineKind
from draagvlak.policyplan.wording.codecision import CO_GONE
from draagvlak.ui.said import day_said
from draagvlak.ui.views import ActPage, Door, ListPage, ShowPage

USUAL_DAYS = 14


def where_it_stands(request: HttpRequest, codecision: Codecision) -> dict[str, Any]:
    """In words of the page: what this person may do now, and whether what others said may be read."""
    today = clock.today()
    is_over = codecision.is_over(on=today) or codecision.state == CodecisionState.CONCLUDED
    takes, me = codecision.takes_voices(on=today), queries.person_asked(request.user, codecision)  # type: ignore[arg-type]  # every door asks for sign-in
    return {
        "round": codecision,
        "is_draft": codecision.state == CodecisionState.DRAFT,
        "takes_voices": takes,
        "speaks": takes and me is not None and queries.still_speaks(me, on=today),
        "is_over": is_over,
        "is_concluded": codecision.state == CodecisionState.CONCLUDED,
        "sees_others": codecision.is_open or is_over,
        "may_keep": may(request.user, "policyplan.keep_codecision", codecision),
        "me": me,
    }


class OfCodecision(Door):
    """The round in the address. Who keeps rounds and comes after one was thrown away is told who did, and goes to the list."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- Django's own
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            gone = queries.discarded(self.kwargs["pk"])
            here = request.organisation  # type: ignore[attr-defined]
            if gone is None or not may(request.user, "policyplan.keep_codecision", here):
                raise
            day = day_said(clock.day_of(gone.at))
            messages.info(request, str(CO_GONE).format(name=gone.by_name, day=day))
            return redirect(self.to("policyplan:codecisions"))

    def thing(self) -> Codecision:
        return get_object_or_404(queries.codecisions(), pk=self.kwargs["pk"])


class ShowCodecisions(ListPage):
    """The rounds this person is part of, or sees through."""

    per_page = 20
    right = "policyplan.see_codecisions"
    template_name = "policyplan/codecisions.html"

    def keeps(self) -> bool:
        return may(self.person, "policyplan.keep_codecision", self.subject)

    def rows(self) -> QuerySet[Codecision]:
        return queries.codecisions_for(self.person, keeps=self.keeps())

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- what a template needs
        page, today = more["page"], clock.today()
        told = queries.progress_of(page.object_list)
        page.object_list = [
            {"round": one, "told": told.get(one.pk), "takes": one.takes_voices(on=today), "over": one.is_over(on=today)}
            for one in page
        ]
        return super().show(status, **more, may_keep=self.keeps())


class ShowCodecision(OfCodecision, ShowPage):
    """The proposal line by line: what is asked, what I said, and as far as it may be read what the others said."""

    right = "policyplan.see_codecision"
    template_name = "policyplan/codecision_show.html"

    def content(self) -> dict[str, Any]:
        stands, lines = where_it_stands(self.request, self.subject), queries.lines_of(self.subject)
        me = stands["me"]
        for line in lines:
            line.mine = next((one for one in line.voices.all() if me and one.person_id == me.pk), None)
        return {
            **stands,
            "lines": lines,
            "groups": queries.groups_of(self.subject),
            "people": queries.people_asked(self.subject),
            "budget": queries.budget_of(lines),
            "open_lines": [line for line in lines if line.mine is None] if me else [],
            "waiting": [line for line in lines if line.conclusion is None],
        }


class PrintCodecision(OfCodecision, ShowPage):
    """The proposal with room to write, for who answers on paper."""

    right = "policyplan.see_codecision"
    name: ClassVar[str] = "samen-beslissen.pdf"

    def made(self) -> bytes:
        return exports.codecision_sheet(self.subject)

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        headers = {"Content-Disposition": f'attachment; filename="{self.name}"'}
        return HttpResponse(self.made(), content_type=exports.MEDIA_TYPES["pdf"], headers=headers)


class DownloadCodecision(PrintCodecision):
    """What became of every line; only once the round is concluded."""

    name = "resultaat-samen-beslissen.pdf"

    def thing(self) -> Codecision:
        concluded = queries.codecisions().filter(state=CodecisionState.CONCLUDED)
        return get_object_or_404(concluded, pk=self.kwargs["pk"])

    def made(self) -> bytes:
        return exports.codecision_result(self.subject)


class StartCodecision(ActPage):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/codecision_start.html"
    form_class = forms.CodecisionForm
    done = wording.CO_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"groups": queries.groups_to_decide(on=clock.today())}

    def initial(self) -> dict[str, Any]:
        return {"ends_on": clock.today() + timedelta(days=USUAL_DAYS), "sight": "now"}

    def act(self, _data: dict[str, Any]) -> str:
        made = actions.start_codecision(
            facts=self.filled.facts(), asked=self.filled.groups(), by=self.person, at=clock.now()
        )
        return self.to("policyplan:codecision", pk=made.pk)


class ChangeCodecision(OfCodecision, StartCodecision):
    def initial(self) -> dict[str, Any]:
        one = self.subject
        asked = [f"body_id:{g.body_id}" if g.body_id else f"role:{g.role}" for g in queries.groups_of(one)]
        kept = {name: getattr(one, name) for name in ("title", "question", "ends_on", "version")}
        return {**kept, "asked": asked, "sight": "now" if one.is_open else "later"}

    def act(self, data: dict[str, Any]) -> str:
        actions.change_codecision(
            codecision=self.subject,
            facts=self.filled.facts(),
            asked=self.filled.groups(),
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("policyplan:codecision", pk=self.subject.pk)


FORMS: dict[str, Any] = {
    LineKind.ARTICLE.value: forms.ArticleLineForm,
    LineKind.BUDGET.value: forms.BudgetLineForm,
    LineKind.PROCEDURE.value: forms.ProcedureLineForm,
}


class AddLine(OfCodecision, ActPage):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/line_write.html"
    done = wording.CO_SAVED

    def kind(self) -> LineKind:
        kind: str = self.kwargs["kind"]
        if kind not in FORMS:
            raise Http404
        return LineKind(kind)

    def form(self, *sent: Any) -> django_forms.Form:  # noqa: ANN401 -- POST and FILES, or nothing
        words = {"articles": queries.articles_to_ask(self.subject)} if self.kind() == LineKind.ARTICLE else {}
        found: django_forms.Form = FORMS[self.kind()](*sent, initial=self.initial(), **words)
        return found

    def content(self) -> dict[str, Any]:
        articles = queries.articles_to_ask(self.subject) if self.kind() == LineKind.ARTICLE else []
        return {"round": self.subject, "kind": self.kind(), "articles": articles}

    def act(self, data: dict[str, Any]) -> str:
        facts = {name: value for name, value in data.items() if name != "version"}
        line = actions.add_line(codecision=self.subject, kind=self.kind(), facts=facts, by=self.person, at=clock.now())
        return self.to("policyplan:codecision", pk=self.subject.pk) + f"#regel-{line.number}"


class OfLine(ActPage):
    """An act on a line; its round is what the right is about."""

    def thing(self) -> Codecision:
        rows = Line.objects.select_related("codecision__organisation", "codecision__made_by")
        self.line: Any = get_object_or_404(rows, pk=self.kwargs["pk"])
        return self.line.codecision  # type: ignore[no-any-return]

    def content(self) -> dict[str, Any]:
        return {**where_it_stands(self.request, self.subject), "line": self.line}

    def back(self) -> str:
        return self.to("policyplan:codecision", pk=self.subject.pk) + f"#regel-{self.line.number}"


class ChangeLine(OfLine):
    """Other words for a budget line or a procedure; an article is changed in the regulation itself."""

    right = "policyplan.keep_codecision"
    template_name = "policyplan/line_write.html"
    done = wording.CO_SAVED

    def thing(self) -> Codecision:
        found = super().thing()
        if self.line.kind == LineKind.ARTICLE:
            raise Http404
        return found

    def form(self, *sent: Any) -> django_forms.Form:  # noqa: ANN401 -- POST and FILES, or nothing
        found: django_forms.Form = FORMS[self.line.kind](*sent, initial=self.initial())
        return found

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.line, name) for name in ("category", "title", "amount", "new_text", "version")}

    def content(self) -> dict[str, Any]:
        return {**super().content(), "kind": LineKind(self.line.kind)}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_line(line=self.line, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class RemoveLine(OfLine):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/line_remove.html"

    def act(self, _data: dict[str, Any]) -> str:
        actions.remove_line(line=self.line, by=self.person, at=clock.now())
        return self.to("policyplan:codecision", pk=self.subject.pk)


class OpenCodecision(OfCodecision, ActPage):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/codecision_open.html"
    told = 0

    def content(self) -> dict[str, Any]:
        lines = queries.lines_of(self.subject)
        return {
            "round": self.subject,
            "lines": lines,
            "groups": [(one, queries.people_of(one, on=clock.today())) for one in queries.groups_of(self.subject)],
        }

    def said(self) -> str:
        return str(wording.CO_OPENED).format(count=self.told)

    def act(self, _data: dict[str, Any]) -> str:
        _opened, self.told = actions.open_codecision(
            codecision=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.to("policyplan:codecision", pk=self.subject.pk)
