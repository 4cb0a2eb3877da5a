from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.policyplan import actions, forms, queries
from draagvlak.policyplan.models import Screening
from draagvlak.policyplan.queries.individual import individuals_from
from draagvlak.policyplan.states import ScreeningAbout, ScreeningState
from draagvlak.policyplan.wording import screening as wording
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.ui.views import ActPage, Door, ListPage, ShowPage


class ShowScreenings(ListPage):
    """What was flagged or asked for, what lies before the body, and what was screened with its outcome."""

    right = "policyplan.see_screenings"
    template_name = "policyplan/screenings.html"
    per_page = 30

    def rows(self) -> QuerySet[Screening]:
        return queries.screenings()

    def content(self) -> dict[str, Any]:
        today = clock.today()
        return {
            "may_flag": may(self.person, "policyplan.flag_change", self.subject),
            "may_ask": may(self.person, "policyplan.ask_screening", self.subject),
            "body": stakeholders.body_that_speaks(on=today),
            "days": queries.days_to_read(on=today),
        }


class OnScreening(Door):
    def thing(self) -> Screening:
        return get_object_or_404(queries.screenings().select_related("outcome_by", "matter"), pk=self.kwargs["pk"])

    def at_screening(self) -> str:
        return self.to("policyplan:screening", pk=self.subject.pk)

    def initial(self) -> dict[str, Any]:
        return {"version": self.subject.version}


class ShowScreening(OnScreening, ShowPage):
    """One change: its note, where it stands on an agenda, and what came of it."""

    right = "policyplan.see_screening"
    template_name = "policyplan/screening_show.html"

    def content(self) -> dict[str, Any]:
        one, state = self.subject, ScreeningState
        point = queries.points_of_screenings([one]).get(one.pk)
        seen = point if point and may(self.person, "meetings.see_meeting", point.meeting) else None
        meets_on = clock.day_of(point.meeting.starts_at) if point else None
        has_met = point is not None and point.meeting.starts_at <= clock.now()
        may_note = may(self.person, "policyplan.write_screening_note", one)
        asks_people = may(self.person, "policyplan.keep_individual", one)
        may_record = may(self.person, "policyplan.record_screening", one)
        return {
            "point": seen,
            "meets_on": meets_on if seen else None,
            "has_met": has_met,
            "waits": one.matter_id is not None and point is None,
            "early": bool(meets_on and one.not_before and meets_on < one.not_before and seen),
            "days": queries.days_to_read(on=clock.today()),
            "may_note": may_note and one.state in {state.ASKED, state.LYING},
            "may_record": may_record and one.state == state.LYING and (has_met or point is None),
            "may_convene": may(self.person, "meetings.run", one.body),
            "may_withdraw": may(self.person, "policyplan.withdraw_screening", one)
            and one.state in {state.ASKED, state.LYING},
            "may_ask_people": asks_people,
            "individuals": individuals_from(one) if asks_people else [],
            "may_see_dossier": one.dossier is not None and may(self.person, "decisions.see_dossier", one.dossier),
        }


class PicksSubject(ActPage):
    """An act on what is being prepared, or on another project or measure; `over` in the address proposes one."""

    def subjects(self) -> list[tuple[str, str]]:
        return [*queries.what_can_be_screened(), (ScreeningAbout.PROJECT.value, str(ScreeningAbout.PROJECT.label))]

    def form_words(self) -> dict[str, Any]:
        return {"subjects": self.subjects()}

    def initial(self) -> dict[str, Any]:
        return {"subject": self.request.GET.get("over", "")}

    def content(self) -> dict[str, Any]:
        today = clock.today()
        return {"body": stakeholders.body_that_speaks(on=today), "days": queries.days_to_read(on=today)}


class FlagChange(PicksSubject):
    right = "policyplan.flag_change"
    template_name = "policyplan/screening_flag.html"
    form_class = forms.FlagForm

    def subjects(self) -> list[tuple[str, str]]:
        """Who writes along flags what he writes; another project is for management and the coordinator."""
        every = super().subjects()
        return every if may(self.person, "policyplan.flag_project", self.subject) else every[:-1]

    def act(self, data: dict[str, Any]) -> str:
        subject = data.pop("subject")
        made = actions.flag_change(subject=subject, facts=data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        self.made = made
        return self.to("policyplan:screening", pk=made.pk)

    def said(self) -> Any:  # noqa: ANN401 -- a sentence
        return str(wording.SCREEN_FLAGGED).format(body=self.made.body.name)


class AskScreening(PicksSubject):
    right = "policyplan.ask_screening"
    template_name = "policyplan/screening_ask.html"
    form_class = forms.AskScreeningForm
    done = wording.SCREEN_ASKED

    def act(self, data: dict[str, Any]) -> str:
        subject = data.pop("subject")
        made = actions.ask_screening(subject=subject, facts=data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("policyplan:screening", pk=made.pk)


class WriteScreeningNote(OnScreening, ActPage):
    right = "policyplan.write_screening_note"
    template_name = "policyplan/screening_note.html"
    form_class = forms.ScreeningNoteForm

    def initial(self) -> dict[str, Any]:
        names = ("what", "for_whom", "from_when", "effect", "means", "version")
        return {name: getattr(self.subject, name) for name in names}

    def content(self) -> dict[str, Any]:
        return {"days": queries.days_to_read(on=clock.today())}

    def act(self, data: dict[str, Any]) -> str:
        version, at = data.pop("version"), clock.now()
        actions.write_screening_note(
            screening=self.subject, facts=data, version=version, by=self.person, at=at, root=settings.ADDRESS
        )
        return self.at_screening()

    def said(self) -> Any:  # noqa: ANN401 -- a sentence
        return str(wording.SCREEN_NOTED).format(body=self.subject.body.name)


class RecordScreening(OnScreening, ActPage):
    right = "policyplan.record_screening"
    template_name = "policyplan/screening_record.html"
    form_class = forms.ScreeningOutcomeForm

    def initial(self) -> dict[str, Any]:
        point = queries.points_of_screenings([self.subject]).get(self.subject.pk)
        met = point is not None and point.meeting.starts_at <= clock.now()
        on = clock.day_of(point.meeting.starts_at) if point and met else clock.today()
        return {**super().initial(), "on": on}

    def act(self, data: dict[str, Any]) -> str | HttpResponse:
        version, at = data.pop("version"), clock.now()
        self.told = actions.record_screening(
            screening=self.subject, facts=data, version=version, by=self.person, at=at, root=settings.ADDRESS
        )
        return self.at_screening()

    def said(self) -> Any:  # noqa: ANN401 -- a sentence
        dossier = self.told.dossier
        return str(wording.SCREEN_DONE_DOSSIER).format(number=dossier.number) if dossier else wording.SCREEN_DONE


class WithdrawScreening(OnScreening, ActPage):
    right = "policyplan.withdraw_screening"
    template_name = "policyplan/screening_withdraw.html"
    form_class = forms.WithdrawScreeningForm
    done = wording.SCREEN_WITHDRAWN

    def act(self, data: dict[str, Any]) -> str:
        actions.withdraw_screening(screening=self.subject, **data, by=self.person, at=clock.now())
        return self.at_screening()
