"""Notes in the margin: the list, a new one, and everything one can do with one."""

import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.forms import Form
from django.http import Http404
from django.shortcuts import get_object_or_404
from lxml.html.diff import htmldiff

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.text import clean_html
from draagvlak.policyplan import actions, forms, queries, wording
from draagvlak.policyplan.models import MarginNote, Plan
from draagvlak.policyplan.queries import Placed
from draagvlak.policyplan.rules import NoteRefused
from draagvlak.policyplan.states import NoteKind, NoteState, VersionState
from draagvlak.policyplan.views.starting import StartsNew
from draagvlak.ui.views import ActPage, ListPage

# What one can look at, by the word in the address.
SHOWN = ("", "mijn", "voor-mij", "klaar", "alles")


def the_plan() -> Plan:
    plan = queries.current_plan()
    if plan is None:
        raise Http404
    return plan


class ShowNotes(ListPage):
    """Every note, in the order of the text: what is open, mine, for me, done, or all."""

    right = "policyplan.write_notes"
    template_name = "policyplan/notes.html"
    per_page = 20

    def thing(self) -> Plan:
        return the_plan()

    def choice(self) -> str:
        asked = self.request.GET.get("toon", "")
        return asked if asked in SHOWN else ""

    def rows(self) -> Any:  # noqa: ANN401 -- a list, in the order of the text
        rows, choice = queries.notes_of(self.subject), self.choice()
        if choice == "klaar":
            rows = rows.exclude(state=NoteState.OPEN)
        elif choice != "alles":
            rows = rows.filter(state=NoteState.OPEN)
        if choice == "mijn":
            rows = rows.filter(by=self.person)
        elif choice == "voor-mij":
            rows = queries.notes_for(self.person, rows)
        return [one for one in queries.placed(rows, self.parts()) if self.part() in ("", one.note.part)]

    def parts(self) -> dict[str, queries.Part]:
        if not hasattr(self, "found"):
            self.version = queries.version_to_show(self.subject)
            self.found = queries.parts_of(self.version)
        return self.found

    def part(self) -> str:
        """The one part to which the list is held, if any."""
        asked = self.request.GET.get("deel", "")
        return asked if asked in self.parts() else ""

    def content(self) -> dict[str, Any]:
        parts = self.parts()
        return {
            "choice": self.choice(),
            "only": parts.get(self.part()),
            "is_draft": self.version is not None and self.version.state == VersionState.DRAFT,
            "today": clock.today(),
        }


class WriteNote(ActPage):
    """A note at the part in the address; without one, choose a part first."""

    right = "policyplan.write_notes"
    template_name = "policyplan/note_write.html"
    form_class: ClassVar[type[Form]] = forms.NoteForm
    told: tuple[str, ...] = ()

    def thing(self) -> Plan:
        plan = the_plan()
        self.version: Any = queries.version_to_show(plan)
        self.parts = queries.parts_of(self.version)
        self.part = self.parts.get(self.request.GET.get("deel", ""))
        return plan

    def form_words(self) -> dict[str, Any]:
        return {"people": queries.writers(self.subject.organisation, on=clock.today())}

    def form(self, *sent: Any) -> Any:  # noqa: ANN401 -- POST and FILES, or nothing
        form: Any = super().form(*sent)
        form.fields["named"].queryset = form.fields["named"].queryset.exclude(pk=self.person.pk)
        return form

    def initial(self) -> dict[str, Any]:
        return {"kind": NoteKind.COMMENT, "quote": self.request.GET.get("woorden", "")[:1000]}

    def content(self) -> dict[str, Any]:
        return {
            "part": self.part,
            "parts": list(self.parts.values()),
            "is_draft": self.version is not None and self.version.state == VersionState.DRAFT,
        }

    def said(self) -> str:
        if not self.told:
            return str(wording.NOTE_SAVED)
        return str(wording.NOTE_SENT).format(names=", ".join(self.told))

    def act(self, data: dict[str, Any]) -> str:
        facts = {name: data[name] for name in ("kind", "quote", "text", "replacement")}
        facts["part"] = self.part.key if self.part else ""
        facts["given"] = actions.Given(data["assigned_to"], data["due_on"])
        note = actions.write_note(
            plan=self.subject, facts=facts, named=data["named"], by=self.person, at=clock.now(), root=settings.ADDRESS
        )
        self.told = told_of(note, self.person)
        return self.to("policyplan:plan") + f"#o{note.pk}"


def told_of(note: MarginNote, person: Any) -> tuple[str, ...]:  # noqa: ANN401 -- an account
    """By name, who was told of a note: asked to look, or seeing to it."""
    asked = [one.account.name for one in queries.asked_under(note) if one.done_at is None]
    given = [note.assigned_to.name] if note.assigned_to and note.assigned_to_id != person.pk else []
    return tuple(dict.fromkeys([*given, *asked]))


class OfNote(ActPage):
    """An act on one note. What becomes of it stands above the form."""

    right = "policyplan.write_notes"

    def thing(self) -> MarginNote:
        rows = MarginNote.objects.select_related(
            "plan__organisation", "organisation", "by", "assigned_to", "decided_by"
        )
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def placed(self) -> Placed:
        self.version = queries.version_to_show(self.subject.plan)
        self.parts = queries.parts_of(self.version)
        return queries.placed([self.subject], self.parts)[0]

    def content(self) -> dict[str, Any]:
        return {"one": self.placed(), "note": self.subject, "today": clock.today()}

    def back(self) -> str:
        return self.to("policyplan:note", pk=self.subject.pk)

    def on_the_plan(self) -> str:
        return self.to("policyplan:plan") + f"#{self.subject.part}"


class AnswerNote(OfNote):
    """A note with everything under it, and what one can do."""

    template_name = "policyplan/note_show.html"
    form_class = forms.ReplyForm
    done = wording.NOTE_REPLIED

    def form_words(self) -> dict[str, Any]:
        writers = queries.writers(self.subject.organisation, on=clock.today())
        return {"people": writers.exclude(pk=self.person.pk)}

    def content(self) -> dict[str, Any]:
        asked = list(queries.asked_under(self.subject))
        thread = list(queries.thread_of(self.subject))
        is_alone = not any(reply.by_id != self.subject.by_id for reply in thread)
        writers = set(queries.writers(self.subject.organisation, on=clock.today()).values_list("pk", flat=True))
        return {
            **super().content(),
            "thread": thread,
            "asked": [one for one in asked if one.done_at is None],
            "asks_me": any(one.account_id == self.person.pk and one.done_at is None for one in asked),
            "may_change": is_alone and may(self.person, "policyplan.change_note", self.subject),
            "assignee_left": self.subject.assigned_to_id is not None and self.subject.assigned_to_id not in writers,
            "once_settle": secrets.token_urlsafe(16),
            "once_read": secrets.token_urlsafe(16),
        }

    def act(self, data: dict[str, Any]) -> str:
        actions.answer_note(
            note=self.subject,
            text=data["text"],
            named=data["named"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.back()


class ChangeNote(OfNote):
    right = "policyplan.change_note"
    template_name = "policyplan/note_change.html"
    form_class = forms.WordsForm

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("kind", "quote", "text", "replacement", "version")}

    def content(self) -> dict[str, Any]:
        found = super().content()
        return {**found, "part": self.parts.get(self.subject.part)}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.change_note(note=self.subject, facts=data, version=version, by=self.person, at=clock.now())
        return self.back()


class WithdrawNote(OfNote):
    right = "policyplan.change_note"
    template_name = "policyplan/note_act.html"
    done = wording.NOTE_WITHDRAWN

    def content(self) -> dict[str, Any]:
        return {**super().content(), "words": wording.NOTE_DOES["withdraw"], "is_danger": True}

    def act(self, _data: dict[str, Any]) -> str:
        actions.withdraw_note(note=self.subject, by=self.person, at=clock.now())
        return self.on_the_plan()


class SettleNote(OfNote):
    template_name = "policyplan/note_act.html"
    done = wording.NOTE_SETTLED

    def content(self) -> dict[str, Any]:
        return {**super().content(), "words": wording.NOTE_DOES["settle"]}

    def act(self, _data: dict[str, Any]) -> str:
        actions.settle_note(note=self.subject, by=self.person, at=clock.now())
        return self.on_the_plan()


class ReopenNote(OfNote):
    template_name = "policyplan/note_act.html"
    done = wording.NOTE_REOPENED

    def content(self) -> dict[str, Any]:
        return {**super().content(), "words": wording.NOTE_DOES["reopen"]}

    def act(self, _data: dict[str, Any]) -> str:
        actions.reopen_note(note=self.subject, by=self.person, at=clock.now())
        return self.back()


class ReadNote(OfNote):
    right = "policyplan.read_note"
    template_name = "policyplan/note_act.html"
    done = wording.NOTE_READ

    def content(self) -> dict[str, Any]:
        return {**super().content(), "words": wording.NOTE_DOES["read"]}

    def act(self, _data: dict[str, Any]) -> str:
        actions.read_note(note=self.subject, by=self.person, at=clock.now())
        return self.back()


class AssignNote(OfNote):
    template_name = "policyplan/note_assign.html"
    form_class = forms.AssignForm
    given: Any = None

    def form_words(self) -> dict[str, Any]:
        return {"people": queries.writers(self.subject.organisation, on=clock.today())}

    def initial(self) -> dict[str, Any]:
        note = self.subject
        return {"assigned_to": note.assigned_to, "due_on": note.due_on, "version": note.assigned_version}

    def said(self) -> str:
        return str(wording.NOTE_GIVEN if self.given else wording.NOTE_GIVEN_AWAY).format(name=self.given)

    def act(self, data: dict[str, Any]) -> str:
        self.given = data["assigned_to"]
        actions.assign_note(
            note=self.subject,
            given=actions.Given(data["assigned_to"], data["due_on"]),
            version=data["version"],
            by=self.person,
            at=clock.now(),
            root=settings.ADDRESS,
        )
        return self.back()


class DeclineNote(OfNote):
    template_name = "policyplan/note_decline.html"
    form_class = forms.DeclineForm
    done = wording.NOTE_DECLINED

    def act(self, data: dict[str, Any]) -> str:
        actions.decline_note(note=self.subject, reason=data["reason"], by=self.person, at=clock.now())
        return self.on_the_plan()


class TakeOverNote(StartsNew, OfNote):
    """What the text becomes, and one button; or why it cannot, and the way to write it by hand."""

    template_name = "policyplan/note_take_over.html"
    done = wording.NOTE_TAKEN_OVER

    def content(self) -> dict[str, Any]:
        found = super().content()
        change, why_not = self._change()
        return {**found, "change": change, "why_not": why_not, **self.warning()}

    def _change(self) -> tuple[str, str]:
        if not self.subject.is_suggestion or not self.subject.is_open:
            return "", ""
        try:
            made = queries.suggested(self.subject, self.parts.get(self.subject.part))
        except NoteRefused as refused:
            return "", str(refused)
        after = clean_html(made.after) if made.field == "body" else made.after
        return htmldiff(made.before or "<p></p>", after or "<p></p>"), ""

    def check(self) -> None:
        self.placed()
        super().check()

    def act(self, _data: dict[str, Any]) -> str:
        actions.take_over_note(note=self.subject, by=self.person, at=clock.now())
        return self.on_the_plan()
