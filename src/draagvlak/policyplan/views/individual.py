"""A measure for some people: the list, and the pages of who prepares and decides it."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from draagvlak.lib import clock
from draagvlak.lib.keys import key_in
from draagvlak.lib.law import term_ends
from draagvlak.lib.rights import may
from draagvlak.policyplan.actions import individual as acts
from draagvlak.policyplan.forms import individual as forms
from draagvlak.policyplan.models import IndividualConsultation, Screening
from draagvlak.policyplan.queries import days_to_read, screenings
from draagvlak.policyplan.queries import individual as queries
from draagvlak.policyplan.rules import is_collective, still_missing
from draagvlak.policyplan.states import IndividualState
from draagvlak.policyplan.wording import individual as wording
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.ui.views import ActPage, Door, ListPage, ShowPage

MOST_FOUND = 50
COPIED = ("title", "what", "from_when", "effect")


class ShowIndividuals(ListPage):
    """Every measure that this reader may know of; others' people and words are never here."""

    right = "policyplan.see_individuals"
    template_name = "policyplan/individuals.html"
    per_page = 30

    @cached_property
    def keeps(self) -> bool:
        return may(self.person, "policyplan.keep_individual", self.subject)

    @cached_property
    def represents(self) -> bool:
        return may(self.person, "policyplan.count_individuals", self.subject)

    def rows(self) -> QuerySet[IndividualConsultation]:
        return queries.counted(queries.individuals_for(self.person, keeps=self.keeps, represents=self.represents))

    def show(self, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401 -- what a template needs
        delegates = queries.sits_in_delegation(self.person, self.subject, on=clock.today())
        words = {"keeps": self.keeps, "represents": self.represents, "delegates": delegates}
        more["page"].object_list = queries.shown_to(self.person, list(more["page"]), **words)
        return super().show(status, **more)

    def content(self) -> dict[str, Any]:
        return {"keeps": self.keeps}


class OnMeasure(Door):
    """What the pages of who prepares a measure share."""

    right = "policyplan.keep_individual"

    def thing(self) -> IndividualConsultation:
        return get_object_or_404(queries.individuals(), pk=self.kwargs["pk"])

    def back(self) -> str:
        return self.to("policyplan:individual", pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.version}


class ShowIndividual(OnMeasure, ShowPage):
    """One measure: its note, where everybody stands, and what is missing before it can be decided."""

    template_name = "policyplan/individual_show.html"

    def content(self) -> dict[str, Any]:
        one, today = self.subject, clock.today()
        people = queries.standing_of(one, on=today)
        runs = one.state == IndividualState.ASKED
        missing = still_missing(people) if runs else None
        at_work = staff.headcount_shown(on=today).total
        return {
            "people": people,
            "spoke": sum(person.spoke for person in people),
            "runs": runs,
            "is_draft": one.state == IndividualState.DRAFT,
            "missing": wording.in_words(missing) if missing else "",
            "is_ready": runs and not missing,
            "may_decide": may(self.person, "policyplan.decide_individual", one),
            "is_collective": is_collective(chosen=len(people), at_work=at_work),
            "is_everybody": bool(people) and len(people) >= at_work,
            "body": stakeholders.body_that_speaks(on=today),
        }


class StartIndividual(ActPage):
    right = "policyplan.keep_individual"
    template_name = "policyplan/individual_start.html"
    form_class = forms.IndividualForm
    done = wording.IND_STARTED

    @cached_property
    def screening(self) -> Screening | None:
        key = key_in(self.request.GET.get("vanuit", ""))
        return get_object_or_404(screenings(), pk=key) if key is not None else None

    def initial(self) -> dict[str, Any]:
        today = clock.today()
        note = {name: getattr(self.screening, name) for name in COPIED} if self.screening else {}
        return {**note, "last_on": term_ends(today, days_to_read(on=today))}

    def content(self) -> dict[str, Any]:
        return {"screening": self.screening, "days": days_to_read(on=clock.today())}

    def act(self, data: dict[str, Any]) -> str:
        data.pop("version")
        made = acts.start_individual(facts=data, screening=self.screening, by=self.person, at=clock.now())
        return self.to("policyplan:choose_people", pk=made.pk)


class ChangeIndividual(OnMeasure, ActPage):
    template_name = "policyplan/individual_change.html"
    form_class = forms.IndividualForm

    def initial(self) -> dict[str, Any]:
        names = ("title", "what", "why", "from_when", "effect", "last_on", "version")
        return {name: getattr(self.subject, name) for name in names}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        acts.change_individual(consultation=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class ChoosePeople(OnMeasure, ActPage):
    """Find people by name, function or team, on the server, and tick whom it concerns; as often as needed."""

    template_name = "policyplan/individual_people.html"
    form_class = forms.PeopleForm
    done = wording.IND_CHOSEN

    @cached_property
    def search(self) -> str:
        return self.request.GET.get("q", "").strip()

    @cached_property
    def team(self) -> str:
        asked = self.request.GET.get("team", "")
        return asked if key_in(asked) is not None else ""

    @cached_property
    def chosen(self) -> list[Any]:
        return queries.standing_of(self.subject, on=clock.today())

    @cached_property
    def found(self) -> Any:  # noqa: ANN401 -- a page of rows
        """Nobody before one searches: of 5,000 people a list from the letter A helps nobody."""
        if not self.search and not self.team:
            return None
        today, only = clock.today(), {"team": self.team} if self.team else {}
        numbers = may(self.person, "staff.see_person", self.subject)
        rows = staff.people_list(on=today, search=self.search, only=only, numbers=numbers)
        rows = rows.exclude(member__in=[one.member for one in self.chosen])
        return Paginator(rows.values_list(*staff.ROW), MOST_FOUND).get_page(self.request.GET.get("page"))

    def form_words(self) -> dict[str, Any]:
        found = [staff.listed(row, on=clock.today(), in_full=True) for row in self.found or ()]
        label = [(one.member, ", ".join(filter(None, (one.name, one.function, one.team)))) for one in found]
        is_draft = self.subject.state == IndividualState.DRAFT
        return {
            "found": label,
            "chosen": [(str(one.member), one.name) for one in self.chosen] if is_draft else [],
        }

    def initial(self) -> dict[str, Any]:
        return {}

    def content(self) -> dict[str, Any]:
        return {
            "search": self.search,
            "team": self.team,
            "teams": staff.places()["team"],
            "page": self.found,
            "chosen": self.chosen,
            "is_draft": self.subject.state == IndividualState.DRAFT,
        }

    def act(self, data: dict[str, Any]) -> str:
        keys = {name: [int(key) for key in data.get(name, ())] for name in ("add", "remove")}
        acts.choose_people(consultation=self.subject, **keys, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.back()


class AskPeople(OnMeasure, ActPage):
    template_name = "policyplan/individual_ask.html"
    form_class = forms.AskPeopleForm
    done = wording.IND_ASKED

    def content(self) -> dict[str, Any]:
        return {"people": queries.standing_of(self.subject, on=clock.today())}

    def act(self, data: dict[str, Any]) -> str:
        words = {"version": data["version"], "by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        acts.ask_people(consultation=self.subject, **words)
        return self.back()


class DecideIndividual(OnMeasure, ActPage):
    right = "policyplan.decide_individual"
    template_name = "policyplan/individual_decide.html"
    form_class = forms.DecideIndividualForm
    done = wording.IND_DECIDED

    def content(self) -> dict[str, Any]:
        runs = self.subject.state == IndividualState.ASKED
        missing = still_missing(queries.standing_of(self.subject, on=clock.today())) if runs else None
        return {"missing": wording.in_words(missing) if missing else ""}

    def act(self, data: dict[str, Any]) -> str:
        words = {"version": data.pop("version"), "by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        acts.decide_individual(consultation=self.subject, facts=data, **words)
        return self.back()


class WithdrawIndividual(OnMeasure, ActPage):
    template_name = "policyplan/individual_withdraw.html"
    form_class = forms.WithdrawIndividualForm
    done = wording.IND_WITHDRAWN

    def act(self, data: dict[str, Any]) -> str:
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        acts.withdraw_individual(consultation=self.subject, **data, **words)
        return self.back()
