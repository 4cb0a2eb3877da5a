"""Consultation rounds for who keeps them: open, bundle, answer, conclude."""

from datetime import timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.text import Truncator

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import Bundle, Consultation, Remark
from draagvlak.policyplan.queries import hearing
from draagvlak.policyplan.views.rounds import OfConsultation, how_it_stands
from draagvlak.ui.said import day_said
from draagvlak.ui.views import ActPage, ListPage

USUAL_DAYS = 14


class OpenConsultation(ActPage):
    """Ask about the draft of the plan."""

    right = "policyplan.open_consultation"
    template_name = "policyplan/consultation_open.html"
    form_class = forms.ConsultationForm
    told = 0

    def about(self) -> hearing.Subject | None:
        return queries.current_plan()

    def thing(self) -> hearing.Subject:
        found = self.about()
        if found is None:
            raise Http404
        return found

    def form_words(self) -> dict[str, Any]:
        return {"groups": queries.groups_to_ask(on=clock.today())}

    def initial(self) -> dict[str, Any]:
        today = clock.today()
        return {"title": self.subject.title, "starts_on": today, "ends_on": today + timedelta(days=USUAL_DAYS)}

    def content(self) -> dict[str, Any]:
        return {
            "version": hearing.draft_about(self.subject),
            "running": queries.consultation_open(self.subject),
            "is_on_regulation": self.subject == queries.current_regulation(),
        }

    def said(self) -> str:
        return str(wording.ROUND_OPENED).format(count=self.told)

    def act(self, data: dict[str, Any]) -> str:
        facts = {name: data[name] for name in ("title", "question", "starts_on", "ends_on")}
        facts["is_named"] = data["naming"] == "named"
        asked = [{f"{kind}_id": int(key)} for kind, key in (one.split(":") for one in data["asked"])]
        opened, self.told = actions.open_consultation(
            subject=self.subject, facts=facts, asked=asked, by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.to("policyplan:consultation", pk=opened.pk)


class OpenConsultationOnRegulation(OpenConsultation):
    """Ask about the draft of the regulation, article by article."""

    def about(self) -> hearing.Subject | None:
        return queries.current_regulation()


class Keeping(OfConsultation, ActPage):
    """An act on the round itself."""

    right = "policyplan.open_consultation"
    subject: Consultation

    def content(self) -> dict[str, Any]:
        return how_it_stands(self.subject)


class ExtendConsultation(Keeping):
    template_name = "policyplan/consultation_extend.html"
    form_class = forms.MoreTimeForm

    def said(self) -> str:
        return str(wording.ROUND_EXTENDED).format(day=day_said(self.filled.cleaned_data["ends_on"]))

    def act(self, data: dict[str, Any]) -> str:
        actions.extend_consultation(
            consultation=self.subject, **data, by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.to("policyplan:consultation", pk=self.subject.pk)


class CloseConsultation(Keeping):
    template_name = "policyplan/consultation_close.html"
    form_class = forms.CloseForm
    done = wording.ROUND_CLOSED

    def act(self, data: dict[str, Any]) -> str:
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        actions.close_consultation(consultation=self.subject, **data, **words)
        return self.to("policyplan:remarks", pk=self.subject.pk)


class ConcludeConsultation(Keeping):
    template_name = "policyplan/consultation_conclude.html"
    form_class = forms.ConcludeForm
    done = wording.ROUND_DONE

    def content(self) -> dict[str, Any]:
        stands = how_it_stands(self.subject)
        bundles = queries.bundles_of(self.subject) if stands["is_over"] else []
        return {**stands, "waiting": [one for one in bundles if not one.verdict], "count": len(bundles)}

    def act(self, data: dict[str, Any]) -> str:
        actions.conclude_consultation(
            consultation=self.subject,
            conclusion=data["conclusion"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.to("policyplan:consultation_result", pk=self.subject.pk)


class ShowRemarks(OfConsultation, ListPage):
    """Every remark with its answer, for who makes the plan and who represents workers. Without names, only after the end.

    In the order of the text; `?bij=` with the key of a bundle opens the page on which it stands.
    """

    right = "policyplan.see_remarks"
    template_name = "policyplan/remarks.html"

    @cached_property
    def bundles(self) -> list[Any]:
        return queries.bundles_of(self.subject) if how_it_stands(self.subject)["is_readable"] else []

    def rows(self) -> list[Any]:
        return self.bundles

    def number_of_page(self) -> str | None:
        asked = super().number_of_page()
        keys, wanted = [str(one.pk) for one in self.bundles], self.request.GET.get("bij", "")
        return str(keys.index(wanted) // self.per_page + 1) if asked is None and wanted in keys else asked

    def content(self) -> dict[str, Any]:
        return {
            **how_it_stands(self.subject),
            "bundle_count": len(self.bundles),
            "open_count": sum(not one.verdict for one in self.bundles),
            "count": queries.count_remarks(self.subject),
            "may_merge": may(self.request.user, "policyplan.merge_remarks", self.subject),
            "may_keep": may(self.request.user, "policyplan.open_consultation", self.subject),
        }


def _at(address: str, bundle: int) -> str:
    """Among all remarks, the place of this bundle."""
    return f"{address}?bij={bundle}#b{bundle}"


def _choices(consultation: Consultation) -> list[tuple[int, str]]:
    """Each bundle with the words by which one knows it; none while nobody may read along."""
    if not how_it_stands(consultation)["is_readable"]:
        return []
    return [(one.pk, _label(one)) for one in queries.bundles_of(consultation)]


def _label(bundle: Any) -> str:  # noqa: ANN401 -- a bundle with what was said in it
    first = bundle.said[0]
    words = bundle.heading or Truncator(first.text).words(30)
    count = f" ({len(bundle.said)})" if len(bundle.said) > 1 else ""
    return f"{first.number}. {first.part}: {words}{count}" if first.number else f"{first.part}: {words}{count}"


class MergeRemarks(OfConsultation, ActPage):
    right = "policyplan.merge_remarks"
    template_name = "policyplan/remarks_merge.html"
    form_class = forms.MergeForm

    def form_words(self) -> dict[str, Any]:
        return {"bundles": _choices(self.subject)}

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.version}

    def content(self) -> dict[str, Any]:
        return how_it_stands(self.subject)

    def act(self, data: dict[str, Any]) -> str:
        actions.merge_remarks(
            consultation=self.subject,
            bundles=list(Bundle.objects.filter(pk__in=data["bundles"])),
            heading=data["heading"],
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.to("policyplan:remarks", pk=self.subject.pk)


class MoveRemark(ActPage):
    """Move a remark to another bundle, or take it out again."""

    right = "policyplan.merge_remarks"
    template_name = "policyplan/remark_move.html"
    form_class = forms.MoveForm

    def thing(self) -> Remark:
        return get_object_or_404(Remark.objects.select_related("consultation__document"), pk=self.kwargs["pk"])

    def form_words(self) -> dict[str, Any]:
        return {"bundles": [one for one in _choices(self.subject.consultation) if one[0] != self.subject.bundle_id]}

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.consultation.version, "to": 0}

    def content(self) -> dict[str, Any]:
        return how_it_stands(self.subject.consultation)

    def act(self, data: dict[str, Any]) -> str:
        to = get_object_or_404(Bundle, pk=data["to"]) if data["to"] else None
        version = data["version"]
        actions.move_remark(remark=self.subject, to=to, version=version, by=self.person, at=clock.now())
        self.subject.refresh_from_db()
        return _at(self.to("policyplan:remarks", pk=self.subject.consultation_id), self.subject.bundle_id)


class AnswerRemarks(ActPage):
    """One answer for everything in a bundle."""

    right = "policyplan.merge_remarks"
    template_name = "policyplan/remarks_answer.html"
    form_class = forms.FollowUpForm
    done = wording.ROUND_ANSWERED

    def form_words(self) -> dict[str, Any]:
        return {"places": hearing.places_of(self.subject.consultation)}

    def thing(self) -> Bundle:
        return get_object_or_404(
            Bundle.objects.select_related("consultation__document", "consultation__regulation_version"),
            pk=self.kwargs["pk"],
        )

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("verdict", "because", "section", "version")}

    def content(self) -> dict[str, Any]:
        stands = how_it_stands(self.subject.consultation)
        found = queries.bundles_of(self.subject.consultation) if stands["is_readable"] else []
        return {**stands, "bundle": next((one for one in found if one.pk == self.subject.pk), None)}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.answer_remarks(bundle=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return _at(self.to("policyplan:remarks", pk=self.subject.consultation_id), self.subject.pk)
