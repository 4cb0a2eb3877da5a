from typing import Any

from django import forms as django_forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from draagvlak.lib import clock
from draagvlak.lib.codes import drawn_code
from draagvlak.lib.rights import may
from draagvlak.needs import actions, forms, queries, wording
from draagvlak.needs.models import Signal
from draagvlak.needs.rules import NoSuchCode
from draagvlak.needs.states import SignalState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.ui.views import ActPage, Door, ListPage


class KeptNowhere(Door):
    """No browser and no server on the way keeps a page with these words."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response


class LeavesNoTrace(KeptNowhere, ActPage):
    """An act of which nothing is kept with the account: no sent form, no message for the next page. Sending it twice must do
    no harm by itself."""

    def _carry_out(self, form: django_forms.Form, _once: str) -> HttpResponse:
        answer = self.act(form.cleaned_data)
        return answer if isinstance(answer, HttpResponse) else redirect(answer)


class ShowHeard(ListPage):
    """What we heard and what we did about it, for everybody."""

    right = "needs.see_heard"
    template_name = "needs/heard.html"
    per_page = 30

    def rows(self) -> QuerySet[Signal]:
        return queries.heard()

    def content(self) -> dict[str, Any]:
        return {
            "may_signal": may(self.person, "needs.signal", self.subject),
            "sees_to": may(self.person, "needs.see_to_signals", self.subject),
        }

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- the base's own words
        counts = queries.people_in_groups(on=clock.today())
        for one in more["page"]:
            one.group = queries.group_for_others(one, counts)
        return super().show(status, **more)


class SendSignal(LeavesNoTrace):
    right = "needs.signal"
    template_name = "needs/signal.html"
    form_class = forms.SignalForm

    def form_words(self) -> dict[str, Any]:
        return {"groups": queries.groups()}

    def initial(self) -> dict[str, Any]:
        return {"code": drawn_code()}

    def content(self) -> dict[str, Any]:
        return {"readers": [role.holder for role in stakeholders.coordinators(on=clock.today())]}

    def act(self, data: dict[str, Any]) -> HttpResponse:
        here = self.request.organisation  # type: ignore[attr-defined]
        actions.signal(facts=data, organisation=here, code=data["code"], at=clock.now(), root=settings.ADDRESS)
        return render(self.request, "needs/sent.html", {"subject": self.subject, "code": data["code"]})


class ReadWithCode(LeavesNoTrace):
    """One's own words and the answer. The code travels in the form, never in an address."""

    right = "needs.signal"
    template_name = "needs/by_code.html"
    form_class = forms.CodeForm

    def act(self, data: dict[str, Any]) -> HttpResponse:
        found = queries.behind(data["code"])
        if found is None:
            raise NoSuchCode(str(wording.NOT_THIS_CODE))
        words: dict[str, Any] = {"signal": found, "group": queries.group_told(found), "told": queries.answer_to(found)}
        return self.show(**words, form=forms.CodeForm())


class ShowSignals(KeptNowhere, ListPage):
    """What came in, for who answers: what waits first, the most urgent first."""

    right = "needs.see_to_signals"
    template_name = "needs/signals.html"
    per_page = 30

    def rows(self) -> QuerySet[Signal]:
        return queries.to_see_to()

    def content(self) -> dict[str, Any]:
        return {"waiting": queries.waiting()}

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- the base's own words
        for one in more["page"]:
            one.group = queries.group_told(one)
        return super().show(status, **more)


class SeesToSignal(KeptNowhere, ActPage):
    """An act of who answers, on one signal."""

    right = "needs.see_to_signals"

    def thing(self) -> Signal:
        return get_object_or_404(queries.signals(), pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.version}

    def content(self) -> dict[str, Any]:
        merged = queries.merged_in(self.subject)
        for one in merged:
            one.group = queries.group_told(one)  # type: ignore[attr-defined]
        return {"group": queries.group_told(self.subject), "merged": merged}


class AnswerSignal(SeesToSignal):
    template_name = "needs/answer.html"
    form_class = forms.AnswerForm
    done = wording.ANSWERED

    def form_words(self) -> dict[str, Any]:
        return {"goals": queries.goals(), "is_taken_up": self.subject.activity_id is not None}

    def initial(self) -> dict[str, Any]:
        one = self.subject
        return {**super().initial(), "kind": one.answer_kind, "heard": one.heard, "answer": one.answer}

    def content(self) -> dict[str, Any]:
        waits = self.subject.state == SignalState.RECEIVED
        return {**super().content(), "may_merge": waits and bool(queries.same_as(self.subject))}

    def act(self, data: dict[str, Any]) -> str:
        version, at = data.pop("version"), clock.now()
        actions.answer(signal=self.subject, facts=data, version=version, by=self.person, at=at)
        return self.to("needs:signals")


class MergeSignals(SeesToSignal):
    template_name = "needs/merge.html"
    form_class = forms.MergeForm
    done = wording.MERGED

    def form_words(self) -> dict[str, Any]:
        return {"rows": queries.same_as(self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        actions.merge(signal=self.subject, **data, by=self.person, at=clock.now())
        return self.to("needs:answer", pk=self.subject.pk)


class PartSignal(SeesToSignal):
    template_name = "needs/part.html"
    form_class = forms.PartForm
    done = wording.PARTED

    def act(self, data: dict[str, Any]) -> str:
        actions.part(signal=self.subject, **data, by=self.person, at=clock.now())
        return self.to("needs:signals")
