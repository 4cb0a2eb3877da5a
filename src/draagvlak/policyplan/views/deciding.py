"""Deciding together, once a round is open: say what one thinks, conclude line by line, take over."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from draagvlak.lib import clock
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import Codecision, CodecisionPerson, LineConclusion, LineVoice
from draagvlak.policyplan.states import LineKind
from draagvlak.policyplan.views.codecision import OfCodecision, OfLine, where_it_stands
from draagvlak.ui.forms import VersionedForm
from draagvlak.ui.said import day_said
from draagvlak.ui.views import ActPage


class SpeakOnLine(OfLine):
    """What this person thinks of one line; afterwards the next one without an answer."""

    right = "policyplan.speak_on_line"
    template_name = "policyplan/line_speak.html"
    form_class = forms.VoiceOnLineForm

    def person_asked(self) -> Any:  # noqa: ANN401 -- who speaks here; the right asked that there is one
        return queries.person_asked(self.person, self.subject)

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        """Whose seat ended is told so before he writes."""
        person, today = self.person_asked(), clock.today()
        if self.subject.takes_voices(on=today) and not queries.still_speaks(person, on=today):
            messages.info(self.request, str(wording.CO_NO_SEAT).format(name=person))
            return redirect(self.back())
        return super().get(self.request)

    def voice(self) -> LineVoice | None:
        return LineVoice.objects.filter(line=self.line, person=self.person_asked()).first()

    def initial(self) -> dict[str, Any]:
        voice = self.voice()
        if voice is not None and not self.may_read(voice):
            return {}
        return {name: getattr(voice, name) for name in ("stand", "because", "remark", "version")} if voice else {}

    def may_read(self, _voice: LineVoice) -> bool:
        """What is one's own."""
        return True

    def content(self) -> dict[str, Any]:
        return {**super().content(), "who": None, "count": self.subject.lines.count()}

    def said(self) -> str:
        left = queries.lines_to_say(self.person, self.subject, on=clock.today())
        words = wording.CO_SAID if left else wording.CO_SAID_ALL
        return str(words).format(day=day_said(self.subject.ends_on))

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        person = self.person_asked()
        actions.speak_on_line(
            line=self.line, person=person, facts=data, version=version, by=self.person, at=clock.now()
        )
        following = queries.next_to_say(person, after=self.line.number)
        return self.to("policyplan:speak_on_line", pk=following.pk) if following else self.back()


class SpeakOnPaper(SpeakOnLine):
    """Note what somebody filled in on the sheet."""

    right = "policyplan.keep_codecision"

    def thing(self) -> Codecision:
        found = super().thing()
        self.who: Any = get_object_or_404(CodecisionPerson, pk=self.kwargs["person"], codecision=found)
        return found

    def person_asked(self) -> Any:  # noqa: ANN401 -- whose sheet it is
        return self.who

    def may_read(self, voice: LineVoice) -> bool:
        """Only what was noted from paper: what somebody said himself shows with what the others say, and not before."""
        return voice.entered_by_id is not None

    def content(self) -> dict[str, Any]:
        return {**super().content(), "who": self.who}

    def said(self) -> str:
        return str(wording.CO_SAVED)

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.speak_on_paper(
            line=self.line, person=self.who, facts=data, version=version, by=self.person, at=clock.now()
        )
        following = queries.next_to_say(self.who, after=self.line.number)
        return self.to("policyplan:speak_on_paper", pk=following.pk, person=self.who.pk) if following else self.back()


class CloseCodecision(OfCodecision, ActPage):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/codecision_close.html"
    form_class = forms.CloseCodecisionForm
    done = wording.CO_CLOSED

    def content(self) -> dict[str, Any]:
        return where_it_stands(self.request, self.subject)

    def act(self, data: dict[str, Any]) -> str:
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        actions.close_codecision(codecision=self.subject, reason=data["reason"], **words)
        return self.to("policyplan:codecision", pk=self.subject.pk)


class ConcludeLine(OfLine):
    """What became of a line, beside what everybody said about it."""

    right = "policyplan.keep_codecision"
    template_name = "policyplan/line_conclude.html"
    form_class = forms.ConcludeLineForm
    done = wording.CO_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"kind": self.line.kind}

    def initial(self) -> dict[str, Any]:
        known = LineConclusion.objects.filter(line=self.line).first()
        words = {"text": self.line.new_text, "amount": self.line.amount}
        if known is None:
            return words
        kept = {name: getattr(known, name) for name in ("verdict", "because", "version")}
        return {
            **kept,
            "text": known.text or words["text"],
            "amount": words["amount"] if known.amount is None else known.amount,
        }

    def content(self) -> dict[str, Any]:
        stands = super().content()
        lines = queries.lines_of(self.subject) if stands["sees_others"] else []
        return {**stands, "told": next((one for one in lines if one.pk == self.line.pk), None)}

    def act(self, data: dict[str, Any]) -> str:
        actions.conclude_line(
            line=self.line, facts=self.filled.facts(), version=data["version"], by=self.person, at=clock.now()
        )
        following = queries.next_to_conclude(self.subject, after=self.line.number)
        return self.to("policyplan:conclude_line", pk=following.pk) if following else self.back()


class ConcludeCodecision(OfCodecision, ActPage):
    right = "policyplan.keep_codecision"
    template_name = "policyplan/codecision_conclude.html"
    form_class = forms.ConcludeCodecisionForm
    done = wording.CO_DONE

    def content(self) -> dict[str, Any]:
        lines = queries.lines_of(self.subject)
        waiting = [line for line in lines if line.conclusion is None]
        return {**where_it_stands(self.request, self.subject), "lines": lines, "waiting": waiting}

    def act(self, data: dict[str, Any]) -> str:
        actions.conclude_codecision(
            codecision=self.subject,
            conclusion=data["conclusion"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.to("policyplan:codecision", pk=self.subject.pk)


class TakeOverLine(OfLine):
    """Write what became of an article into the draft of the regulation."""

    right = "policyplan.keep_codecision"
    template_name = "policyplan/line_take_over.html"
    form_class = VersionedForm
    done = wording.CO_TAKEN_OVER

    def initial(self) -> dict[str, Any]:
        return {"version": queries.revision_of_article(self.line.article)}

    def thing(self) -> Codecision:
        found = super().thing()
        if self.line.kind != LineKind.ARTICLE:
            raise Http404
        return found

    def content(self) -> dict[str, Any]:
        known = LineConclusion.objects.filter(line=self.line).first()
        now = queries.texts_of_article(self.line.article)["new_text"]
        return {**super().content(), "known": known, "now": now, "has_moved": now != self.line.new_text}

    def act(self, data: dict[str, Any]) -> str:
        taken = actions.take_over_line(line=self.line, revision=data["version"], by=self.person, at=clock.now())
        number = taken.regulation_version.number
        return self.to("policyplan:regulation_version", number=number) + f"#artikel-{self.line.article}"
