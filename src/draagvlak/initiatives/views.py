from typing import Any

from django import forms as django_forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from draagvlak.initiatives import actions, forms, queries, wording
from draagvlak.initiatives.models import Point, Question
from draagvlak.initiatives.rules import NoSuchCode
from draagvlak.initiatives.states import REOPENS, QuestionState
from draagvlak.lib import clock
from draagvlak.lib.codes import drawn_code
from draagvlak.lib.rights import may
from draagvlak.stakeholders.models import Body
from draagvlak.ui.views import ActPage, Door, ListPage, ShowPage


class InConfidence(Door):
    """No browser and no server on the way keeps a page with these words."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    def readers(self) -> dict[str, Any]:
        """Who reads a question that is put today, and within how many days an answer is promised."""
        today = clock.today()
        body = queries.body_that_listens(on=today)
        people = queries.listeners_in(body, on=today) if body else []
        days = queries.promise_of(body).days if body else 0
        return {"body": body, "readers": people, "days": days}


class LeavesNoTrace(InConfidence, ActPage):
    """An act of which nothing is kept with the account: no sent form, no message for the next page. Sending it twice must do
    no harm by itself."""

    def _carry_out(self, form: django_forms.Form, _once: str) -> HttpResponse:
        answer = self.act(form.cleaned_data)
        return answer if isinstance(answer, HttpResponse) else redirect(answer)


class MyQuestions(InConfidence, ListPage):
    """What I asked with my name, and the ways to ask."""

    right = "initiatives.ask"
    template_name = "initiatives/mine.html"

    def rows(self) -> QuerySet[Question]:
        return queries.asked_by(self.person)

    def content(self) -> dict[str, Any]:
        keeps = may(self.person, "initiatives.keep_register", self.subject)
        return {**self.readers(), "keeps": keeps}


class Ask(InConfidence, ActPage):
    right = "initiatives.ask"
    template_name = "initiatives/ask.html"
    form_class = forms.AskForm
    done = wording.ASKED

    def content(self) -> dict[str, Any]:
        return self.readers()

    def act(self, data: dict[str, Any]) -> str:
        actions.ask(facts=data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("initiatives:mine")


class AskNameless(LeavesNoTrace):
    right = "initiatives.ask"
    template_name = "initiatives/ask_nameless.html"
    form_class = forms.AskNamelessForm

    def initial(self) -> dict[str, Any]:
        return {"code": drawn_code()}

    def content(self) -> dict[str, Any]:
        return self.readers()

    def act(self, data: dict[str, Any]) -> HttpResponse:
        actions.ask_nameless(facts=data, code=data["code"], at=clock.now(), root=settings.ADDRESS)
        words = {"subject": self.subject, "code": data["code"], **self.readers()}
        return render(self.request, "initiatives/sent_nameless.html", words)


class ReadWithCode(LeavesNoTrace):
    """The answer to a question without a name, and what the asker wants to add. The code travels in the form, never in an address."""

    right = "initiatives.ask"
    template_name = "initiatives/by_code.html"
    form_class = forms.CodeForm

    def act(self, data: dict[str, Any]) -> HttpResponse:
        question = queries.behind(data["code"])
        if question is None:
            raise NoSuchCode(str(wording.NOT_THIS_CODE))
        if data["text"].strip():
            question = actions.add_words(question=question, text=data["text"], at=clock.now(), root=settings.ADDRESS)
        words: dict[str, Any] = {
            "question": question,
            "words": queries.words_in(question),
            "was_added": bool(data["text"].strip()),
        }
        return self.show(**words, form=forms.CodeForm(initial={"code": data["code"]}))


class Register(InConfidence, ListPage):
    """What came in, for who listens: what waits first. Late is shown here and nowhere else."""

    right = "initiatives.keep_register"
    template_name = "initiatives/register.html"
    per_page = 30

    @property
    def bodies(self) -> list[Body]:
        return queries.listens_in(self.person, self.subject, on=clock.today())

    def rows(self) -> QuerySet[Question]:
        return queries.register(self.bodies, state=self.request.GET.get("state", ""))

    def content(self) -> dict[str, Any]:
        return {
            **self.readers(),
            "state": self.request.GET.get("state", ""),
            "states": QuestionState.choices,
            "ended": queries.ended(self.bodies),
            "today": clock.today(),
        }

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- the base's own words
        for one in more["page"]:
            one.late = one.is_late(on=clock.today())
        return super().show(status, **more)


class SpeakFor(InConfidence, ActPage):
    right = "initiatives.keep_register"
    template_name = "initiatives/speak_for.html"
    form_class = forms.SpeakForForm
    done = wording.SPOKEN

    def content(self) -> dict[str, Any]:
        return self.readers()

    def act(self, data: dict[str, Any]) -> str:
        actions.speak_for(facts=data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("initiatives:register")


class PromiseTerm(InConfidence, ActPage):
    right = "initiatives.keep_register"
    template_name = "initiatives/promise.html"
    form_class = forms.PromiseForm
    done = wording.PROMISED

    @property
    def body(self) -> Body:
        found = queries.body_that_listens(on=clock.today())
        if found is None:
            raise Http404
        return found

    def initial(self) -> dict[str, Any]:
        promise = queries.promise_of(self.body)
        return {"days": promise.days, "version": promise.version}

    def act(self, data: dict[str, Any]) -> str:
        actions.promise_term(body=self.body, **data, by=self.person, at=clock.now())
        return self.to("initiatives:register")


class OnQuestion(InConfidence):
    """A page about one question. Only who asked it, and who listens, knows of it."""

    known_by = "initiatives.see_question"

    def thing(self) -> Question:
        return get_object_or_404(queries.questions(), pk=self.kwargs["pk"])

    def at_question(self) -> str:
        return self.to("initiatives:question", pk=self.subject.pk)


class ShowQuestion(OnQuestion, ShowPage):
    """One question with everything that was said, for who asked and for who listens."""

    right = "initiatives.see_question"
    template_name = "initiatives/question.html"

    def content(self) -> dict[str, Any]:
        today, question = clock.today(), self.subject
        points = queries.points_of(question)
        return {
            "words": queries.words_in(question),
            "points": [(point, place, queries.said_on(place)) for point, place in points],
            "readers": queries.listeners_in(question.body, on=today),
            "listens": may(self.person, "initiatives.handle", question),
            "is_mine": question.asked_by_id == self.person.pk,
            "is_late": question.is_late(on=today),
            "is_over": question.state == QuestionState.CLOSED,
            "reopens": question.state in REOPENS,
        }


class AddWords(OnQuestion, ActPage):
    right = "initiatives.add_words"
    template_name = "initiatives/add_words.html"
    form_class = forms.AddWordsForm
    done = wording.WORDS_ADDED

    def act(self, data: dict[str, Any]) -> str:
        actions.add_words(question=self.subject, text=data["text"], at=clock.now(), root=settings.ADDRESS)
        return self.at_question()


class ConfirmRead(OnQuestion, ActPage):
    right = "initiatives.add_words"
    template_name = "initiatives/confirm_read.html"
    done = wording.READ

    def act(self, _data: dict[str, Any]) -> str:
        actions.confirm_read(question=self.subject, at=clock.now())
        return self.to("initiatives:mine")


class TakeUp(OnQuestion, ActPage):
    right = "initiatives.handle"
    template_name = "initiatives/take_up.html"
    done = wording.TAKEN

    def act(self, _data: dict[str, Any]) -> str:
        actions.take_up(question=self.subject, by=self.person, at=clock.now())
        return self.at_question()


class HandlesQuestion(OnQuestion, ActPage):
    """An act of a listener that must not pass what another listener did meanwhile."""

    right = "initiatives.handle"

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.version}

    def content(self) -> dict[str, Any]:
        return {"words": queries.words_in(self.subject)}

    def _theirs(self, _sent: django_forms.Form) -> list[tuple[Any, str, bool]]:
        """What was said last stands in the list of words, not in a field."""
        return []


class AnswerQuestion(HandlesQuestion):
    template_name = "initiatives/answer.html"
    form_class = forms.AnswerForm
    done = wording.ANSWER_SENT

    def act(self, data: dict[str, Any]) -> str:
        actions.answer(question=self.subject, **data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.at_question()


class CloseQuestion(HandlesQuestion):
    template_name = "initiatives/close.html"
    form_class = forms.CloseForm
    done = wording.CLOSED

    def act(self, data: dict[str, Any]) -> str:
        version, at = data.pop("version"), clock.now()
        actions.close(question=self.subject, facts=data, version=version, by=self.person, at=at, root=settings.ADDRESS)
        return self.to("initiatives:register")


class RaisePoint(OnQuestion, ActPage):
    right = "initiatives.handle"
    template_name = "initiatives/raise_point.html"
    form_class = forms.RaiseForm
    done = wording.RAISED

    def form_words(self) -> dict[str, Any]:
        return {"bodies": queries.bodies_that_hear(on=clock.today()).select_related("organisation")}

    def content(self) -> dict[str, Any]:
        return {"words": queries.words_in(self.subject)}

    def act(self, data: dict[str, Any]) -> str:
        body = data.pop("body")
        actions.raise_point(question=self.subject, body=body, facts=data, by=self.person, at=clock.now())
        return self.at_question()


class ShowPoint(ShowPage):
    """What the employer reads: the neutral text, and what the minutes say came of it."""

    right = "initiatives.see_point"
    template_name = "initiatives/point.html"

    def thing(self) -> Point:
        rows = Point.objects.select_related("organisation", "body__organisation", "raised_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        place = queries.place_of(self.subject)
        is_open = place is not None and may(self.person, "meetings.see_meeting", place.meeting)
        return {"place": place, "is_open": is_open, "said": queries.said_on(place)}
