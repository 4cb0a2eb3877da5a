"""Where somebody writes down what a body said, says something himself, or answers a point."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from draagvlak.decisions import actions, forms, queries, wording
from draagvlak.decisions.figures import Point, Says
from draagvlak.decisions.models import Part
from draagvlak.decisions.queries import papers, separation
from draagvlak.decisions.rules import CLOSING, WHOLE_TERM, is_too_early
from draagvlak.decisions.states import Answer, Duty, Result, Strength
from draagvlak.decisions.views.dossiers import OfDossier, ends_in_agreement
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.notices.states import MessageState
from draagvlak.stakeholders.states import BodyKind
from draagvlak.ui.said import day_said
from draagvlak.ui.views import ActPage

RELATED = ("dossier__document", "dossier__organisation", "body__organisation", "matter")


class OfPart(OfDossier, ActPage):
    """Pages on what one body says in a dossier. It speaks once: after that the dossier tells what it said."""

    done = wording.VOICE_SAVED
    spoken = wording.ALREADY_SPOKEN

    def thing(self) -> Part:  # type: ignore[override]
        place = {"pk": self.kwargs["part"], "dossier__number": self.kwargs["number"]}
        return get_object_or_404(Part.objects.select_related(*RELATED), **place)

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        if queries.has_spoken(self.subject):
            messages.info(self.request, str(self.spoken).format(body=self.subject.body.name))
            return redirect(self.dossier())
        where = queries.standing(self.subject.dossier, today=clock.today())
        mine = next(says for says in where.parts if says.key == self.subject.pk)
        early = str(wording.REGISTER_OPEN).format(due=day_said(mine.due_on))
        why = separation.why_not(separation.duty_in(self.subject), self.person, where)
        if why or is_too_early(mine, today=clock.today()):
            messages.info(self.request, why or early)
            return redirect(self.dossier())
        return super().get(self.request)

    def dossier(self) -> str:
        return self.to("decisions:dossier", number=self.kwargs["number"])

    def content(self) -> dict[str, Any]:
        return {
            "dossier": self.subject.dossier,
            "title": str(wording.VOICE_TITLES[self.subject.strength]).format(body=self.subject.body.name),
            "document": self.to("policyplan:document", number=self.kwargs["number"]),
        }

    def act(self, _data: dict[str, Any]) -> str:
        actions.record_voice(
            part=self.subject, said=self.filled.said(), by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.dossier()


class RecordInformation(OfPart):
    """Who informs a body, or sits in it, writes down that the papers went and on which day the point stood on its agenda."""

    right = "decisions.record_information"
    template_name = "decisions/information_record.html"
    form_class = forms.InformationForm
    spoken = wording.INFORMED_ALREADY

    def thing(self) -> Part:  # type: ignore[override]
        part = super().thing()
        if part.strength != Strength.INFORM:
            raise Http404
        return part

    def form_words(self) -> dict[str, Any]:
        return {"kind": self.subject.body.kind, "was_sent": papers.left_by_mail(papers.papers_of(self.subject))}

    def initial(self) -> dict[str, Any]:
        sees = may(self.request.user, "meetings.see_agenda", self.subject.body)
        # The days of a body that keeps its agenda to itself are told by who knows them.
        knows = sees or self.subject.body.kind == BodyKind.WORKERS
        met_on = papers.stood_on_agenda(self.subject, today=clock.today()) if knows else None
        return {"document_sha256": self.subject.dossier.document.sha256, "met_on": met_on}

    def content(self) -> dict[str, Any]:
        states = dict(MessageState.choices)
        sent = [(one, states[one.mail.state] if one.mail else "") for one in papers.papers_of(self.subject)]
        return {**super().content(), "sent": sent, "is_of_workers": self.subject.body.kind == BodyKind.WORKERS}


class RecordVoice(OfPart):
    """A member of the body writes down what it said, about this exact text."""

    right = "decisions.record_voice"
    template_name = "decisions/voice_record.html"
    form_class = forms.VoiceForm

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        """Who is only informed says nothing, and where the body voted for an agreement, one thing is left to write down."""
        if self.subject.strength == Strength.INFORM:
            words = {"number": self.kwargs["number"], "part": self.subject.pk}
            return redirect(self.to("decisions:record_information", **words))
        voted = queries.ballot_that_binds(self.subject)
        place = self.agreement() if voted is not None and voted.result == Result.PASSED else ""
        if place and not queries.has_spoken(self.subject):
            return redirect(place)
        return super().get(self.request)

    def form(self, *sent: Any) -> Form:  # noqa: ANN401 -- POST and FILES, or nothing
        if self.subject.strength in WHOLE_TERM:
            return forms.RegisterForm(*sent, strength=self.subject.strength, initial=self.initial())
        return super().form(*sent)

    def agreement(self) -> str:
        """Where one chooses the signed agreement; empty for who negotiates nothing."""
        place = {"number": self.kwargs["number"], "part": self.subject.pk}
        return self.to("policyplan:link_agreement", **place) if ends_in_agreement(self.subject.strength) else ""

    def form_words(self) -> dict[str, Any]:
        return {"strength": self.subject.strength, "voted": queries.ballot_that_binds(self.subject)}

    def initial(self) -> dict[str, Any]:
        met_on = clock.today() if self.subject.strength in CLOSING else None
        kept = {"document_sha256": self.subject.dossier.document.sha256, "met_on": met_on}
        return {**kept, **queries.minuted(self.subject)}

    def content(self) -> dict[str, Any]:
        where = queries.standing(self.subject.dossier, today=clock.today())
        return {
            **super().content(),
            "agreement_address": self.agreement(),
            "minuted": queries.minuted(self.subject),
            "voted": queries.ballot_that_binds(self.subject),
            "where": where,
            "answers": dict(Answer.choices),
        }


class ReplyToPoint(OfDossier, ActPage):
    right = "decisions.reply"
    template_name = "decisions/reply.html"
    form_class = forms.ReplyForm
    done = wording.REPLY_SAVED

    def content(self) -> dict[str, Any]:
        part, point = self.found()
        return {"point": point, "point_from": str(wording.POINT_FROM[part.strength]).format(body=part.body)}

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        where = queries.standing(self.subject, today=clock.today())
        if why := separation.why_not(Duty.REPLY, self.person, where):
            messages.info(self.request, why)
            return redirect(self.to("decisions:dossier", number=self.subject.number))
        return super().get(self.request)

    def found(self) -> tuple[Says, Point]:
        where = queries.standing(self.subject, today=clock.today())
        wanted = (self.kwargs["voice"], self.kwargs["point"])
        for part in where.parts:
            for point in part.voice.points if part.voice else ():
                if (point.voice, point.number) == wanted:
                    return part, point
        raise Http404

    def act(self, data: dict[str, Any]) -> str:
        where = {"voice": self.kwargs["voice"], "point": self.kwargs["point"]}
        actions.reply(
            dossier=self.subject,
            **where,
            answer=Answer(data["verdict"]),
            text=data["text"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.to("decisions:dossier", number=self.subject.number)
