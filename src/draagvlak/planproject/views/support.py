from typing import Any

from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.planproject import actions, forms, queries, wording
from draagvlak.planproject.models import GroupSeat
from draagvlak.planproject.states import Direction, FeedbackAnswer
from draagvlak.staff.models import FunctionGroup, Team
from draagvlak.staff.states import Statute
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders import wording as stakeholder_words
from draagvlak.ui.views import ActPage, ShowPage


class ShowSupport(ShowPage):
    """How far the plan is carried: the trend per group, and what was done for it (rows A0.3 and A2.2)."""

    right = "planproject.see_support"
    template_name = "planproject/support_show.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        whole, groups = stakeholders.trends()
        known, share = queries.read_share(self.subject, on=today)
        answers, errands = queries.feedback_counted(), queries.errands_counted()
        return {
            "whole": whole,
            "groups": [(stakeholder_words.KINDS[kind], trend, each) for kind, trend, each in groups],
            "first": min((day for day, _mean in whole.points), default=today),
            "today": today,
            "contacts": stakeholders.contacts_counted(on=today),
            "time": stakeholders.contact_half_days(),
            "known": known,
            "share": None if share is None else round(100 * share),
            "feedback": sum(answers.values()),
            "unanswered": answers.get("", 0),
            "answers": [(FeedbackAnswer(key).label, number) for key, number in answers.items() if key],
            "back": errands.get(Direction.BACK, 0),
            "brought_in": errands.get(Direction.IN, 0),
        }


class ShowInclusion(ShowPage):
    """Whom we reach and whom not, per statute and per function group, in counts that name nobody (row B6.0)."""

    right = "planproject.see_support"
    template_name = "planproject/support_inclusion.html"

    def content(self) -> dict[str, Any]:
        found = queries.inclusion(self.subject, on=clock.today())
        words = {"statute": wording.BY_STATUTE, "function_group": wording.BY_FUNCTION_GROUP}
        return {
            "tables": [(words[key], rows, total) for key, (rows, total) in found.items()],
            "statutes": dict(Statute.choices),
        }


class ShowConstituencies(ShowPage):
    """For whom each member of the group speaks, and what was brought back and forth."""

    right = "planproject.see_support"
    template_name = "planproject/support_constituencies.html"

    def content(self) -> dict[str, Any]:
        voices = [
            (voice, may(self.request.user, "planproject.keep_constituency", voice.seat))
            for voice in queries.voices(on=clock.today())
        ]
        return {"voices": voices}


class OfSeat(ActPage):
    """An act on a seat in the group, by who sits there or by the coordinator."""

    right = "planproject.keep_constituency"

    def thing(self) -> GroupSeat:
        held = GroupSeat.objects.filter(queries.held(clock.today()))
        return get_object_or_404(held.select_related("member"), pk=self.kwargs["pk"])


class SetConstituency(OfSeat):
    template_name = "planproject/support_constituency.html"
    form_class = forms.ConstituencyForm

    def form_words(self) -> dict[str, Any]:
        return {"groups": FunctionGroup.objects.all(), "teams": Team.objects.all()}

    def initial(self) -> dict[str, Any]:
        known = queries.constituency_of(self.subject)
        names = ("text", "function_group", "team", "version")
        return {name: getattr(known, name) for name in names} if known else {}

    def act(self, data: dict[str, Any]) -> str:
        actions.set_constituency(
            seat=self.subject, facts=self.filled.facts(), version=data["version"], by=self.person, at=clock.now()
        )
        return self.to("planproject:constituencies")


class AddErrand(OfSeat):
    template_name = "planproject/support_errand.html"
    form_class = forms.ErrandForm

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        words = {**data, "direction": Direction(data["direction"])}
        actions.add_errand(seat=self.subject, **words, by=self.person, at=clock.now())
        return self.to("planproject:constituencies")
