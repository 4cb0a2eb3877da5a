from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.text import in_short
from draagvlak.stakeholders import actions, forms, queries, wording
from draagvlak.stakeholders.models import Contact, Stakeholder
from draagvlak.stakeholders.states import AttitudeLevel, Involvement, PlanQuestion
from draagvlak.ui.views import ActPage, ShowPage

ABOUT = ("interest", "influence", "needs", "questions", "mode", "channel", "message", "responsible", "version")
PLANNED = ("planned_on", "what", "mode", "channel", "half_days", "notice_days", "version")
DONE = ("done_on", "half_days_used", "evidence", "feedback", "answer", "measure_on", "version")


class ShowRegister(ShowPage):
    """Everyone who has to do with the plan: on a map of interest and influence, and as a list (row A1.0).

    The list is paged and its filter stands in the address; the number of statements is the same for any length.
    """

    per_page = 25

    right = "stakeholders.keep_register"
    template_name = "stakeholders/stakeholder_register.html"

    def content(self) -> dict[str, Any]:
        asked, today, steps = self.request.GET, clock.today(), range(1, 6)
        sort, standing = asked.get("soort", ""), asked.get("toon", "")
        spots = queries.register(on=today, kind=sort, standing=standing)
        cells: dict[tuple[int, int], list[queries.Spot]] = {}
        for spot in spots:
            cells.setdefault((spot.influence, spot.interest), []).append(spot)
        page = Paginator([spot for spot in spots if spot.is_listed], self.per_page).get_page(asked.get("page"))
        return {
            "spots": spots,
            "page": page,
            "lines": queries.entries_of(list(page), on=today),
            "sort": sort,
            "standing": standing,
            "sorts": [(kind, wording.KINDS[kind]) for kind in sorted({spot.kind for spot in spots})],
            "rows": [
                (influence, [(interest, cells.get((influence, interest), [])) for interest in steps])
                for influence in reversed(steps)
            ],
            "steps": steps,
            "never": sum(spot.is_never for spot in spots),
            "open": [spot for spot in spots if spot.is_open],
            "late": queries.late_contacts(spots, on=today),
            "quadrants": wording.QUADRANTS,
            "levels": dict(AttitudeLevel.choices),
            "time": queries.contact_half_days(),
        }


class ProposeRegister(ActPage):
    right = "stakeholders.keep_register"
    template_name = "stakeholders/stakeholder_propose.html"

    def content(self) -> dict[str, Any]:
        return {"proposed": queries.start_set(on=clock.today()), "modes": dict(Involvement.choices)}

    def act(self, _data: dict[str, Any]) -> str:
        self.count = actions.propose_register(by=self.person, at=clock.now())
        return self.to("stakeholders:register")

    def said(self) -> str:
        return str(wording.STAKEHOLDERS_PROPOSED).format(count=self.count)


class AddStakeholder(ActPage):
    right = "stakeholders.keep_register"
    template_name = "stakeholders/stakeholder_add.html"
    form_class = forms.AddStakeholderForm
    done = wording.STAKEHOLDER_SAVED

    def form_words(self) -> dict[str, Any]:
        return {"people": queries.keepers(on=clock.today()), "choices": queries.choices_for_register(on=clock.today())}

    def initial(self) -> dict[str, Any]:
        return {"responsible": self.person, "mode": "inform"}

    def act(self, data: dict[str, Any]) -> str:
        one = actions.add_stakeholder(who=data["who"], facts=self.filled.facts(), by=self.person, at=clock.now())
        return self.to("stakeholders:stakeholder", pk=one.pk)


class OfStakeholder(ActPage):
    """An act on one stakeholder."""

    right = "stakeholders.keep_register"

    def thing(self) -> Stakeholder:
        return get_object_or_404(queries.stakeholders(), pk=self.kwargs["pk"])

    def back(self) -> str:
        return self.to("stakeholders:stakeholder", pk=self.subject.pk)


class ShowStakeholder(ShowPage):
    """One stakeholder: what we know, how it stood over time, and every contact with it."""

    right = "stakeholders.keep_register"
    template_name = "stakeholders/stakeholder_show.html"

    def thing(self) -> Stakeholder:
        return get_object_or_404(queries.stakeholders(), pk=self.kwargs["pk"])

    def content(self) -> dict[str, Any]:
        one, contacts = self.subject, queries.contacts_of(self.subject)
        questions = dict(PlanQuestion.choices)
        return {
            "attitudes": queries.attitudes_of(one),
            "contacts": contacts,
            "is_never": not any(contact.done_on for contact in contacts),
            "quadrant": wording.QUADRANTS[queries.quadrant_of(one)],
            "questions": [questions[key] for key in one.questions if key in questions],
            "today": clock.today(),
        }


class ChangeStakeholder(OfStakeholder):
    template_name = "stakeholders/stakeholder_change.html"
    done = wording.STAKEHOLDER_SAVED

    def form(self, *sent: Any) -> Any:  # noqa: ANN401 -- POST and FILES, or nothing
        kind = forms.ChangeOtherForm if self.subject.kind == "other" else forms.StakeholderForm
        return kind(*sent, people=queries.keepers(on=clock.today()), initial=self.initial())

    def initial(self) -> dict[str, Any]:
        return {"name": self.subject.name, **{name: getattr(self.subject, name) for name in ABOUT}}

    def act(self, data: dict[str, Any]) -> str:
        actions.change_stakeholder(
            stakeholder=self.subject,
            facts=self.filled.facts(),
            version=data["version"],
            by=self.person,
            at=clock.now(),
        )
        return self.back()


class EndStakeholder(OfStakeholder):
    template_name = "stakeholders/stakeholder_end.html"
    done = wording.STAKEHOLDER_ENDED

    def act(self, _data: dict[str, Any]) -> str:
        actions.end_stakeholder(stakeholder=self.subject, by=self.person, at=clock.now())
        return self.to("stakeholders:register")


class MeasureAttitude(OfStakeholder):
    template_name = "stakeholders/stakeholder_attitude.html"
    form_class = forms.AttitudeForm
    done = wording.ATTITUDE_MEASURED

    def initial(self) -> dict[str, Any]:
        return {"on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        words = {**data, "level": AttitudeLevel(data["level"])}
        actions.measure_attitude(stakeholder=self.subject, **words, by=self.person, at=clock.now())
        return self.back()


class PlanContact(OfStakeholder):
    template_name = "stakeholders/stakeholder_contact.html"
    form_class = forms.ContactForm
    done = wording.CONTACT_PLANNED

    def initial(self) -> dict[str, Any]:
        return {"mode": self.subject.mode, "channel": self.subject.channel}

    def act(self, _data: dict[str, Any]) -> str:
        actions.plan_contact(stakeholder=self.subject, facts=self.filled.facts(), by=self.person, at=clock.now())
        return self.back()


class OfContact(ActPage):
    """An act on one contact."""

    right = "stakeholders.keep_register"

    def thing(self) -> Contact:
        whole = Contact.objects.select_related("stakeholder__body", "stakeholder__function_group", "stakeholder__team")
        return get_object_or_404(whole, pk=self.kwargs["pk"])

    def back(self) -> str:
        return self.to("stakeholders:stakeholder", pk=self.subject.stakeholder_id)

    def write(self, action: Callable[..., Contact], data: dict[str, Any], **more: str) -> str:
        """Carry out an act on the contact as it was seen."""
        facts = self.filled.facts()
        words = {"facts": facts, "version": data["version"], **more}
        action(contact=self.subject, **words, by=self.person, at=clock.now())
        return self.back()


class ChangeContact(OfContact):
    template_name = "stakeholders/stakeholder_contact.html"
    form_class = forms.ContactForm
    done = wording.CONTACT_FINISHED

    def initial(self) -> dict[str, Any]:
        return {
            **{name: getattr(self.subject, name) for name in PLANNED},
            "half_days": in_short(self.subject.half_days),
        }

    def act(self, data: dict[str, Any]) -> str:
        return self.write(actions.change_contact, data, root=settings.ADDRESS)


class FinishContact(OfContact):
    """How it went: written down once, and added to later."""

    template_name = "stakeholders/stakeholder_contact_done.html"
    form_class = forms.FinishContactForm
    done = wording.CONTACT_FINISHED

    def initial(self) -> dict[str, Any]:
        known = {name: getattr(self.subject, name) for name in DONE}
        if self.subject.done_on is None:
            known |= {"done_on": min(self.subject.planned_on, clock.today())}
        used = self.subject.half_days_used
        return {**known, "half_days_used": in_short(self.subject.half_days if used is None else used)}

    def act(self, data: dict[str, Any]) -> str:
        return self.write(actions.finish_contact, data)


class DropContact(OfContact):
    template_name = "stakeholders/stakeholder_contact_drop.html"
    form_class = forms.DropContactForm
    done = wording.CONTACT_IS_DROPPED

    def act(self, data: dict[str, Any]) -> str:
        actions.drop_contact(
            contact=self.subject, reason=data["reason"], by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        return self.back()


class ShowMoments(ShowPage):
    """The timeline that everyone reads: when who is heard or told, and which is your moment (row A5.2)."""

    right = "stakeholders.see_moments"
    template_name = "stakeholders/stakeholder_moments.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        whole = queries.moments(self.person, on=today)
        return {
            "coming": [moment for moment in whole if not moment.is_done],
            "past": [moment for moment in reversed(whole) if moment.is_done],
            "mine": [moment for moment in whole if moment.is_mine and not moment.is_done and not moment.is_late],
            "they": wording.THEY,
            "you": wording.INVOLVED,
            "may_keep": may(self.request.user, "stakeholders.keep_register", self.subject),
        }
