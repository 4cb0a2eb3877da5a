from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.desk import actions, forms, queries, wording
from draagvlak.desk.figures import Treated
from draagvlak.desk.queries.letters import Reader
from draagvlak.desk.states import Treatment
from draagvlak.journal import queries as journal
from draagvlak.journal.wording import words_for
from draagvlak.lib import clock
from draagvlak.lib.keys import key_in
from draagvlak.lib.rights import may
from draagvlak.notices import queries as notices
from draagvlak.notices.actions import foot_of, html_of, in_words
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageKind, MessageState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, ListPage, ShowPage

# A mail is shown as a page of its own that can do nothing: no script, nothing loaded, no form; only its own style.
SEALED_OFF = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Tasks(ShowPage):
    """What waits for me."""

    right = "desk.see_my_tasks"
    template_name = "desk/tasks.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        around = queries.surroundings_of(self.person, self.subject)
        tasks, cycle = list(around.tasks), around.cycle
        now = next((step for step in cycle.steps if step.state == "now"), None)
        groups = queries.grouped(tasks, today=today)
        return {
            "groups": groups,
            "tasks": tasks,
            "late": sum(1 for task in tasks if task.due_on and task.due_on < today),
            "first": groups[0][1][0] if groups else None,
            "cycle": cycle,
            "now": now,
            "today": today,
        }


class Where(ShowPage):
    """Where are we? The eight steps, what each needs, and by when."""

    right = "desk.see_where"
    template_name = "desk/where.html"

    def content(self) -> dict[str, Any]:
        asked = self.request.GET.get("project", "")
        key = key_in(asked)
        where = queries.where_we_are(self.person, self.subject, today=clock.today(), project=key)
        return {"where": where, "chosen": key}


class Room(ShowPage):
    """The room of one body, for who sits in it: the workers' representation and the board, with parts by body."""

    right = "desk.see_room"
    template_name = "desk/room.html"

    def thing(self) -> Body:
        bodies = Body.objects.select_related("organisation").filter(kind__in=queries.ROOMS)
        return get_object_or_404(bodies, kind=self.kwargs["kind"], ends_on=None)

    def content(self) -> dict[str, Any]:
        today, body = clock.today(), self.subject
        mine = stakeholders.parts_of(self.person, body.organisation, on=today).bodies
        others = stakeholders.bodies(on=today).filter(kind__in=queries.rooms_of(mine), ends_on=None).exclude(pk=body.pk)
        return {
            **queries.room_of(self.person, body, today=today),
            "today": today,
            "is_board": body.kind == BodyKind.BOARD,
            "others": list(others),
            "may_see_plan": may(self.person, "planproject.see_plan", body.organisation),
            "may_convene": may(self.person, "meetings.run", body),
        }


class BoardSheet(ShowPage):
    """What is known and what is open, on one sheet to print before the board speaks about training."""

    right = "desk.see_sheet"
    template_name = "desk/board_sheet.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        body = stakeholders.body_that_steers(on=today)
        if body is None:
            raise Http404
        found = queries.sheet_of(self.person, body, today=today)
        meeting = found["meeting"]
        proposes = meeting is not None and may(self.person, "meetings.propose_item", meeting)
        return {
            **found,
            "today": today,
            "proposes": proposes,
            "sits": body.kind == BodyKind.BOARD and may(self.person, "desk.see_room", body),
        }


class ShowTreated(ListPage):
    """What was asked or said, what was done with it and why not, and over whom the plan spreads training (row B5.6).

    Year, source and answer stand in the address; without an answer it shows what was followed in part or not at all.
    """

    right = "desk.see_treated"
    template_name = "desk/treated.html"
    per_page = 25
    everything = "alles"

    @cached_property
    def years(self) -> list[int]:
        return queries.years_of(today=clock.today())

    @cached_property
    def year(self) -> int:
        asked = {str(one): one for one in self.years}
        return asked.get(self.request.GET.get("jaar", ""), self.years[0])

    @cached_property
    def found(self) -> dict[str, list[Treated]]:
        return queries.treated_in(self.person, self.subject, year=self.year, today=clock.today())

    def chosen(self) -> tuple[str, str]:
        """The source and the answer that are shown; what is not known is as if it was not asked."""
        source, answer = self.request.GET.get("bron", ""), self.request.GET.get("antwoord", "")
        known = {*Treatment.values, self.everything}
        return source if source in self.found else "", answer if answer in known else ""

    def rows(self) -> list[Treated]:
        source, answer = self.chosen()
        wanted = {"": {Treatment.PARTLY, Treatment.NOT}, self.everything: set(Treatment)}.get(answer, {answer})
        read = [self.found[source]] if source else self.found.values()
        return queries.in_order([one for rows in read for one in rows if one.answer in wanted])

    def content(self) -> dict[str, Any]:
        source, answer = self.chosen()
        counted = queries.counted_per_source(self.found)
        whole = {key: sum(one.counts[key] or 0 for one in counted) for key in Treatment.values}
        return {
            "years": self.years,
            "year": self.year,
            "counted": counted,
            "whole": whole,
            "total": sum(whole.values()),
            "source": next((one for one in counted if one.key == source), None),
            "answer": answer,
            "answers": Treatment.choices,
            "words": dict(Treatment.choices),
            "spread": queries.spread_over_groups(self.person, self.subject, today=clock.today()),
        }


class Journal(ListPage):
    """Who did what, when, on what."""

    right = "desk.see_journal"
    template_name = "desk/journal.html"

    def rows(self) -> QuerySet[Any]:
        return journal.records()

    def show(self, status: int = 200, **more: Any) -> Any:  # noqa: ANN401 -- the base's own words
        for row in more["page"]:
            row.words = words_for(row.act)
        return super().show(status, **more)


def _with_known(organisation: Organisation, *, state: str = "", kind: str = "") -> QuerySet[Message]:
    """The mail of the organisation, each with whether it knows the receiver."""
    found = notices.outbox(organisation, state=state, kind=kind)
    return found.annotate(is_known=Exists(members_of(organisation).filter(email=OuterRef("to"))))


class Outbox(ListPage):
    """The mail that leaves, or would leave in the demo; state and kind stand in the address."""

    right = "desk.see_outbox"
    template_name = "desk/outbox.html"

    def rows(self) -> QuerySet[Any]:
        asked = self.request.GET
        return _with_known(self.subject, state=asked.get("state", ""), kind=asked.get("kind", ""))

    def content(self) -> dict[str, Any]:
        return {
            "states": MessageState.choices,
            "kinds": MessageKind.choices,
            "state": self.request.GET.get("state", ""),
            "kind": self.request.GET.get("kind", ""),
            "asks": notices.asks_a_person(self.subject),
        }


class MailAsSent(ShowPage):
    """One mail as a mail program shows it; a mail with a secret is shown to nobody."""

    right = "desk.see_outbox"

    def thing(self) -> Message:
        rows = notices.outbox(super().thing()).filter(is_private=False).select_related("organisation")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        html = html_of(self.subject, foot=foot_of(self.subject))
        shown = HttpResponse(
            html or self.subject.body, content_type="text/html" if html else "text/plain; charset=utf-8"
        )
        shown["Content-Security-Policy"] = SEALED_OFF
        return shown


class MendsMail(ActPage):
    """An act on a mail that did not simply leave."""

    right = "desk.mend_mail"

    def thing(self) -> Message:
        return get_object_or_404(_with_known(super().thing()), pk=self.kwargs["pk"])


class SendMailAgain(MendsMail):
    template_name = "desk/mail_send_again.html"
    done = wording.SENT_AGAIN

    def act(self, data: dict[str, Any]) -> str:
        actions.send_mail_again(message=self.subject, by=self.person, at=clock.now(), **data)
        return self.to("desk:outbox")


class ConfirmMail(MendsMail):
    template_name = "desk/mail_confirm.html"
    done = wording.ARRIVAL_CONFIRMED

    def act(self, data: dict[str, Any]) -> str:
        actions.confirm_mail(message=self.subject, by=self.person, at=clock.now(), **data)
        return self.to("desk:outbox")


class MyMail(ActPage):
    """What I want by mail from this organisation, and what would come next."""

    right = "desk.choose_mail"
    template_name = "desk/my_mail.html"
    form_class = forms.MailForm
    done = wording.MY_MAIL_SAVED

    def initial(self) -> dict[str, Any]:
        wanted = notices.preference_of(self.person)
        return {
            "rhythm": wanted.rhythm,
            "reminder_days": in_words(wanted)["reminder_days"],
            "quiet_days": wanted.quiet_days,
            "version": wanted.version,
        }

    def content(self) -> dict[str, Any]:
        held = notices.held_for(self.subject, [self.person.email]).get(self.person.email, [])
        reader = Reader(self.person, self.subject, notices.preference_of(self.person), held)
        tasks = queries.surroundings_of(self.person, self.subject).tasks
        return {"next": queries.next_letter(reader, tasks, today=clock.today())}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        actions.choose_mail(account=self.person, facts=data, version=version, at=clock.now())
        return self.to("desk:my_mail")
