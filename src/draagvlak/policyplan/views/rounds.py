"""Consultation rounds: read, say something, and see what became of it."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, exports, forms, queries, wording
from draagvlak.policyplan.figures import Passage
from draagvlak.policyplan.models import Consultation, Plan, Regulation, Remark
from draagvlak.policyplan.queries import hearing
from draagvlak.policyplan.states import ConsultationState, FollowUp
from draagvlak.policyplan.wording.hearing import HEARING_OPEN_PLAN, HEARING_OPEN_REGULATION
from draagvlak.ui.views import ActPage, ListPage, ShowPage

WHOLE = "geheel"


def how_it_stands(consultation: Consultation) -> dict[str, Any]:
    """In words of the page: may one write now, is it over, is it concluded, may the remarks be read."""
    today = clock.today()
    over = consultation.is_over(on=today)
    return {
        "consultation": consultation,
        "takes_remarks": consultation.takes_remarks(on=today),
        "is_over": over,
        "is_concluded": consultation.state == ConsultationState.CONCLUDED,
        "is_readable": consultation.is_named or over,
        "may_extend": consultation.is_named or not over,
    }


class OfConsultation:
    """The round in the address."""

    kwargs: dict[str, Any]

    def thing(self) -> Consultation:
        return get_object_or_404(queries.consultations(), pk=self.kwargs["pk"])


class ShowConsultations(ListPage):
    """Every round, with the way to what this person may do in it."""

    per_page = 20
    right = "policyplan.see_consultations"
    template_name = "policyplan/consultations.html"

    def rows(self) -> QuerySet[Consultation]:
        return queries.consultations().defer("document__text")

    def content(self) -> dict[str, Any]:
        if not may(self.request.user, "policyplan.open_consultation", self.subject):
            return {"may_open": False}
        return {"may_open": True, "can_open": [self.way_to_open(one) for one in queries.subjects_to_ask_about()]}

    def way_to_open(self, subject: Plan | Regulation) -> dict[str, Any]:
        """Its name and its address."""
        if isinstance(subject, Regulation):
            return {"label": HEARING_OPEN_REGULATION, "address": self.to("policyplan:open_consultation_on_regulation")}
        return {"label": HEARING_OPEN_PLAN, "address": self.to("policyplan:open_consultation")}

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- what a template needs
        person = self.request.user
        more["page"].object_list = [
            {
                **how_it_stands(one),
                "may_read": may(person, "policyplan.read_draft", one),
                "may_see_remarks": may(person, "policyplan.see_remarks", one),
            }
            for one in more["page"]
        ]
        return super().show(status, **more)


class ShowConsultation(OfConsultation, ShowPage):
    """The frozen text, passage by passage, each with a way to say something about it."""

    right = "policyplan.read_draft"
    template_name = "policyplan/consultation_show.html"

    def content(self) -> dict[str, Any]:
        person, round_ = self.request.user, self.subject
        return {
            **how_it_stands(round_),
            "passages": queries.passages_of(round_),
            "new_parts": hearing.changed_since_adopted(round_),
            "mine": queries.remarks_by(self.person, round_) if round_.is_named else [],
            "took_part": queries.has_taken_part(self.person, round_),
            "asked": list(round_.asked.select_related("function_group", "team", "site", "body")),
            "may_say": may(person, "policyplan.say", round_),
            "may_say_for_others": may(person, "policyplan.say_for_others", round_),
            "may_see_remarks": may(person, "policyplan.see_remarks", round_),
            "may_keep": may(person, "policyplan.open_consultation", round_),
        }


class OfRemarks(OfConsultation, ActPage):
    """What somebody sends in a round; without names, nothing of who sent it when is kept, neither that a form came."""

    def sender(self) -> int:
        return super().sender() if self.subject.is_named else 0


class Say(OfRemarks):
    """Say something about one passage, which is quoted above the form."""

    right = "policyplan.say"
    template_name = "policyplan/remark_say.html"
    form_class: ClassVar[type[Form]] = forms.RemarkForm

    def passage(self) -> Passage | None:
        key = self.kwargs["passage"]
        if key == WHOLE:
            return None
        found = queries.passage_of(self.subject, key)
        if found is None:
            raise Http404
        return found

    def initial(self) -> dict[str, Any]:
        return {"kind": "proposal"}

    def content(self) -> dict[str, Any]:
        return {**how_it_stands(self.subject), "passage": self.passage(), "for_others": False}

    def said(self) -> Any:  # noqa: ANN401 -- a lazy sentence
        return wording.ROUND_SAID if self.subject.is_named else wording.ROUND_SAID_NAMELESS

    def act(self, data: dict[str, Any]) -> str:
        passage = self.passage()
        facts = {name: value for name, value in data.items() if name != "version"}
        facts["passage"] = passage.key if passage else ""
        actions.say(consultation=self.subject, facts=facts, by=self.person, at=clock.now())
        # Where a sent form led to is kept with who sent it: without names that may not say about which passage it was.
        place = f"#{passage.key}" if passage and self.subject.is_named else ""
        return self.to("policyplan:consultation", pk=self.subject.pk) + place


class SayForOthers(Say):
    """The same, for colleagues without an account."""

    right = "policyplan.say_for_others"
    form_class = forms.OthersRemarkForm

    def content(self) -> dict[str, Any]:
        return {**super().content(), "for_others": True}


class SayNothing(OfRemarks):
    right = "policyplan.say"
    template_name = "policyplan/remark_none.html"
    done = wording.ROUND_READ

    def content(self) -> dict[str, Any]:
        return how_it_stands(self.subject)

    def act(self, _data: dict[str, Any]) -> str:
        actions.say_nothing(consultation=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:consultation", pk=self.subject.pk)


class ChangeRemark(ActPage):
    """Change one's own words, as long as the round takes remarks."""

    right = "policyplan.change_remark"
    template_name = "policyplan/remark_say.html"

    def thing(self) -> Remark:
        rows = Remark.objects.select_related("consultation__document", "by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def form(self, *sent: Any) -> Any:  # noqa: ANN401 -- POST and FILES, or nothing
        kind = forms.OthersRemarkForm if self.subject.behalf_of else forms.RemarkForm
        return kind(*sent, initial=self.initial())

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("kind", "text", "behalf_of", "heard", "version")}

    def content(self) -> dict[str, Any]:
        consultation = self.subject.consultation
        return {
            **how_it_stands(consultation),
            "passage": queries.passage_of(consultation, self.subject.passage),
            "for_others": bool(self.subject.behalf_of),
        }

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_remark(remark=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.to("policyplan:consultation", pk=self.subject.consultation_id)


class PrintPaper(OfConsultation, ShowPage):
    """The text with its numbers and room to write, for who has no account."""

    right = "policyplan.say_for_others"

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        content = exports.paper_form(self.subject)
        headers = {"Content-Disposition": 'attachment; filename="raadpleging.pdf"'}
        return HttpResponse(content, content_type=exports.MEDIA_TYPES["pdf"], headers=headers)


class ShowResult(OfConsultation, ShowPage):
    """What was said, what is done with it, and how many took part: for everybody."""

    right = "policyplan.see_result"
    template_name = "policyplan/consultation_result.html"

    def content(self) -> dict[str, Any]:
        return {
            **how_it_stands(self.subject),
            "bundles": queries.bundles_of(self.subject),
            "results": self.subject.results,
            "verdicts": [(label, self.subject.results["verdicts"].get(key, 0)) for key, label in FollowUp.choices],
        }
