"""Where somebody writes down what a body said, says something himself, or answers a point."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from draagvlak.decisions import actions, forms, queries, wording
from draagvlak.decisions.figures import Point, Says
from draagvlak.decisions.models import Part
from draagvlak.decisions.rules import (
    CLOSING,
)
from draagvlak.decisions.states import (
    Answer,
    Result,
)
from draagvlak.decisions.views.dossiers import OfDossier, ends_in_agreement
from draagvlak.lib import clock
from draagvlak.ui.views import ActPage


class RecordVoice(OfDossier, ActPage):
    """A member of the body writes down what it said, about this exact text."""

    right = "decisions.record_voice"
    template_name = "decisions/voice_record.html"
    form_class = forms.VoiceForm
    done = wording.VOICE_SAVED

    def thing(self) -> Part:  # type: ignore[override]
        parts = Part.objects.select_related("dossier", "dossier__document", "body")
        return get_object_or_404(parts, pk=self.kwargs["part"], dossier__number=self.kwargs["number"])

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        """Where the body voted for an agreement, there is only one thing left to write down."""
        voted = queries.ballot_that_binds(self.subject)
        if voted is not None and voted.result == Result.PASSED and (place := self.agreement()):
            return redirect(place)
        return super().get(self.request)

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
            "dossier": self.subject.dossier,
            "title": str(wording.VOICE_TITLES.get(self.subject.strength, "")).format(body=self.subject.body.name),
            "agreement_address": self.agreement(),
            "minuted": queries.minuted(self.subject),
            "voted": queries.ballot_that_binds(self.subject),
            "where": where,
            "answers": dict(Answer.choices),
            "document": self.to("policyplan:document", number=self.kwargs["number"]),
        }

    def act(self, _data: dict[str, Any]) -> str:
        actions.record_voice(
            part=self.subject, said=self.filled.said(), by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.to("decisions:dossier", number=self.kwargs["number"])


class AddRemark(OfDossier, ActPage):
    """A question or remark before the decision; who takes part reads it."""

    right = "decisions.add_remark"
    template_name = "decisions/remark.html"
    form_class = forms.RemarkForm

    def act(self, data: dict[str, Any]) -> str:
        actions.add_remark(dossier=self.subject, text=data["text"], by=self.person, at=clock.now())
        return self.to("decisions:dossier", number=self.subject.number) + "#bespreking"


class ReplyToPoint(OfDossier, ActPage):
    right = "decisions.reply"
    template_name = "decisions/reply.html"
    form_class = forms.ReplyForm
    done = wording.REPLY_SAVED

    def content(self) -> dict[str, Any]:
        part, point = self.found()
        return {"part": part, "point": point}

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
