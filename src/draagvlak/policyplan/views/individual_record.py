"""One person whom a measure concerns: what he reads and writes, who stands beside him, what others note and answer."""

import secrets
from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.forms import individual as forms
from draagvlak.policyplan.queries import individual as queries
from draagvlak.policyplan.states import IndividualState
from draagvlak.policyplan.wording import individual as wording
from draagvlak.ui.views import ActPage, Door, ShowPage


class OnRecord(Door):
    """One person's record. Whoever has no right to it does not learn that it is there."""

    known_by = right = "policyplan.see_individual_record"

    def thing(self) -> Any:  # noqa: ANN401 -- the row of somebody who is asked
        return get_object_or_404(queries.records(), pk=self.kwargs["pk"])

    def back(self) -> str:
        return self.to("policyplan:individual_record", pk=self.kwargs["pk"])

    def is_own(self) -> bool:
        return bool(self.subject.member.account_id == self.person.pk)


class ShowRecord(OnRecord, ShowPage):
    """What one person was asked, what was said in that name, what was answered, and what was decided."""

    template_name = "policyplan/individual_record.html"

    def content(self) -> dict[str, Any]:
        person, one, today = self.subject, self.subject.consultation, clock.today()
        runs = one.state == IndividualState.ASKED
        keeps = may(self.person, "policyplan.keep_individual", person)
        said = queries.statements_of(person)
        may_speak = runs and may(self.person, "policyplan.speak_individually", person)
        last = max((row.pk for row in said if row.has_remarks), default=0)
        answers = queries.answers_to(person)
        return {
            "measure": one,
            "runs": runs,
            "keeps": keeps,
            "is_own": self.is_own(),
            "said": said,
            "answers": answers,
            "prepared": queries.prepared_for(person) if keeps else None,
            "waits_for_answer": bool(last) and max((row.upon_id for row in answers), default=0) < last,
            "is_over": person.last_on is not None and person.last_on < today,
            "may_speak": may_speak,
            "form": forms.SayForm() if may_speak else None,
            "once": secrets.token_urlsafe(16),
            "delegation": queries.delegation(on=today),
            "may_choose": runs and may(self.person, "policyplan.choose_delegate", person),
            "still_beside": person.delegate is not None
            and queries.sits_in_delegation(person.delegate, person.organisation, on=today),
        }


class SpeakIndividually(OnRecord, ActPage):
    right = "policyplan.speak_individually"
    template_name = "policyplan/individual_speak.html"
    form_class = forms.SayForm

    def content(self) -> dict[str, Any]:
        return {"measure": self.subject.consultation, "is_own": self.is_own()}

    def act(self, data: dict[str, Any]) -> str:
        acts.speak_individually(person=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()

    def said(self) -> Any:  # noqa: ANN401 -- a sentence
        if self.is_own():
            return wording.IND_SPOKEN
        return str(wording.IND_SPOKEN_FOR).format(name=self.subject.member)


class ChooseDelegate(OnRecord, ActPage):
    right = "policyplan.choose_delegate"
    template_name = "policyplan/individual_delegate.html"
    form_class = forms.DelegateForm
    chosen: Any = None

    @cached_property
    def delegation(self) -> list[Any]:
        return queries.delegation(on=clock.today())

    def form_words(self) -> dict[str, Any]:
        holders = [seat.holder_id for seat in self.delegation if seat.holder_id not in {None, self.person.pk}]
        return {"people": queries.accounts(holders)}

    def initial(self) -> dict[str, Any]:
        return {"delegate": self.subject.delegate}

    def content(self) -> dict[str, Any]:
        return {"delegation": self.delegation}

    def act(self, data: dict[str, Any]) -> str:
        self.chosen = data["delegate"]
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        acts.choose_delegate(person=self.subject, delegate=self.chosen, **words)
        return self.back()

    def said(self) -> Any:  # noqa: ANN401 -- a sentence
        return str(wording.IND_BESIDE).format(name=self.chosen) if self.chosen else wording.IND_ALONE


class KeepsRecord(OnRecord, ActPage):
    """An act of who prepares the measure, on one person's record."""

    right = "policyplan.keep_individual"

    def content(self) -> dict[str, Any]:
        return {"measure": self.subject.consultation}


class HandOverSheet(KeepsRecord):
    template_name = "policyplan/individual_sheet_given.html"
    form_class = forms.HandOverForm
    done = wording.IND_HANDED

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        acts.hand_over_sheet(person=self.subject, on=data["on"], by=self.person, at=clock.now())
        return self.to("policyplan:individual", pk=self.subject.consultation_id)


class NoteConversation(KeepsRecord):
    template_name = "policyplan/individual_talk.html"
    form_class = forms.ConversationForm
    done = wording.IND_TALKED

    def initial(self) -> dict[str, Any]:
        return {"talked_on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        acts.note_conversation(person=self.subject, facts=data, by=self.person, at=clock.now())
        return self.back()


class AnswerPerson(KeepsRecord):
    """Management gives the answer; the coordinator prepares it."""

    template_name = "policyplan/individual_answer.html"
    form_class = forms.AnswerPersonForm

    @property
    def is_given(self) -> bool:
        return may(self.person, "policyplan.decide_individual", self.subject)

    def initial(self) -> dict[str, Any]:
        last, prepared = queries.last_remarks(self.subject), queries.prepared_for(self.subject)
        words = {"follow_up": prepared.follow_up, "text": prepared.text} if prepared else {}
        return {"upon": last.pk if last else 0, **words}

    def content(self) -> dict[str, Any]:
        return {
            **super().content(),
            "gives": self.is_given,
            "said": queries.statements_of(self.subject),
            "prepared": queries.prepared_for(self.subject),
        }

    def act(self, data: dict[str, Any]) -> str:
        upon, is_given = data.pop("upon"), self.is_given
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        acts.answer_person(person=self.subject, facts=data, upon=upon, is_given=is_given, **words)
        return self.to("policyplan:individual", pk=self.subject.consultation_id)

    def said(self) -> Any:  # noqa: ANN401 -- a sentence
        return wording.IND_ANSWERED if self.is_given else wording.IND_PREPARED
