"""The yearly calendar: what comes back each year, how each day follows, and what the organisation does with it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404
from django.utils.translation import get_language

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.year_calendar import BODIES, YEARS, Entry
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.tenancy.models import Organisation
from draagvlak.ui.said import day_said
from draagvlak.ui.views import ActPage, ShowPage


def in_words(day: date) -> str:
    return day_said(day)


def steps_of(entry: Entry) -> Iterator[str]:
    """How the day follows, sentence by sentence."""
    language = get_language() or "nl"
    for step in reversed(entry.steps):
        if step.line is not None:
            yield str(wording.STEP_FROM).format(line=step.line.said(language))
    for step in entry.steps:
        words = {name: in_words(day) for name, day in (("day", step.day), ("start", step.start)) if day}
        yield str(wording.STEPS[step.kind]).format(amount=step.amount, **words)
    if entry.last is not None:
        yield str(wording.STEP_END)
    if entry.why_earlier is not None and entry.working_day is not None:
        words = {"why": entry.why_earlier.said(language), "day": in_words(entry.working_day)}
        yield str(wording.STEP_WORKING_DAY).format(**words)


class ShowCalendar(ShowPage):
    """A year, month by month, for everyone who works here; what is for the reader stands out."""

    right = "policyplan.see_calendar"
    template_name = "policyplan/calendar_show.html"

    @property
    def year(self) -> int:
        return int(self.kwargs.get("year", clock.today().year))

    def thing(self) -> Organisation:
        if self.year not in YEARS:
            raise Http404
        return super().thing()  # type: ignore[no-any-return]

    def content(self) -> dict[str, Any]:
        today, year = clock.today(), self.year
        facts = queries.facts_of(self.subject, on=today)
        rows = queries.rows_of(self.person, self.subject, facts=facts, year=year, on=today)
        own = dict(stakeholders.bodies(on=today).filter(kind__in=BODIES).values_list("kind", "name"))
        names = {**wording.WHO, **own}
        lines = [
            {"row": row, "who": [names[one] for one in row.entry.who], "steps": list(steps_of(row.entry))}
            for row in rows
        ]
        return {
            "year": year,
            "months": [(day, list(inside)) for day, inside in groupby(lines, _month)],
            "count": len(rows),
            "mine": sum(1 for row in rows if row.is_mine),
            "facts": facts,
            "year_end": date.fromisoformat(f"2001-{facts.year_end}"),
            "is_open": "druk" in self.request.GET,
            "today": today,
            "before": year - 1 if year - 1 in YEARS else None,
            "after": year + 1 if year + 1 in YEARS else None,
            "may_keep": may(self.request.user, "policyplan.keep_calendar", self.subject),
        }


def _month(line: dict[str, Any]) -> date | None:
    shown = line["row"].shown_on
    return shown.replace(day=1) if shown else None


class OfLine(ActPage):
    """An act on one line of the calendar of a year."""

    right = "policyplan.keep_calendar"

    def thing(self) -> Organisation:
        organisation: Organisation = super().thing()
        self.year, today = self.kwargs["year"], clock.today()
        entry = None
        if self.year in YEARS:
            entry = queries.entry_of(organisation, year=self.year, key=self.kwargs["key"], on=today)
        if entry is None:
            raise Http404
        self.entry = entry
        self.choice = queries.choice_of(year=self.year, key=entry.key)
        return organisation

    def content(self) -> dict[str, Any]:
        return {"entry": self.entry, "choice": self.choice, "year": self.year, "steps": list(steps_of(self.entry))}

    def back(self) -> str:
        return f"{self.to('policyplan:calendar_of_year', year=self.year)}#{self.entry.key}"


class TakeLine(OfLine):
    template_name = "policyplan/line_take.html"
    form_class = forms.TakeLineForm
    done = wording.LINE_TAKEN_OVER

    def initial(self) -> dict[str, Any]:
        role = queries.role_for(self.entry, on=clock.today())
        return {"on": self.choice.on or self.entry.working_day, "role": role, "version": self.choice.version}

    def act(self, data: dict[str, Any]) -> str:
        facts = data
        actions.take_line(entry=self.entry, year=self.year, facts=facts, by=self.person, at=clock.now())
        return self.back()


class RefuseLine(OfLine):
    template_name = "policyplan/line_refuse.html"
    form_class = forms.RefuseLineForm
    done = wording.LINE_REFUSED

    def initial(self) -> dict[str, Any]:
        return {"why": self.choice.refused_why, "version": self.choice.version}

    def act(self, data: dict[str, Any]) -> str:
        facts = data
        actions.refuse_line(entry=self.entry, year=self.year, facts=facts, by=self.person, at=clock.now())
        return self.back()


class MoveLine(OfLine):
    template_name = "policyplan/line_move.html"
    form_class = forms.MoveLineForm
    done = wording.LINE_MOVED

    def initial(self) -> dict[str, Any]:
        return {"on": self.choice.on, "why": self.choice.why, "version": self.choice.version}

    def act(self, data: dict[str, Any]) -> str:
        facts = data
        actions.move_line(entry=self.entry, year=self.year, facts=facts, by=self.person, at=clock.now())
        return self.back()
