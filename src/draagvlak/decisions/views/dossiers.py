import io
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404

from draagvlak.decisions import actions, forms, queries, wording
from draagvlak.decisions.figures import Need, Says, Standing
from draagvlak.decisions.models import Dossier, Part
from draagvlak.decisions.queries import earlier, separation
from draagvlak.decisions.queries.ended import how_it_ended, states_of
from draagvlak.decisions.rules import (
    BINDING,
    CLOSING,
    NEEDS_AGREEMENT,
    WITHOUT_BALLOT,
    WITHOUT_TERM,
    before_closing,
    may_still_speak,
    needed_before,
)
from draagvlak.decisions.states import (
    VERDICTS,
    Answer,
    BallotState,
    DossierState,
    Duty,
    Result,
    Strength,
    Verdict,
)
from draagvlak.lib import clock, verify
from draagvlak.lib.rights import may
from draagvlak.meetings.models import AgendaItem
from draagvlak.notices.states import MessageState
from draagvlak.ui.views import ActPage, ListPage, ShowPage


class Dossiers(ListPage):
    right = "decisions.see_dossiers"
    template_name = "decisions/dossiers.html"

    def rows(self) -> QuerySet[Dossier]:
        every = may(self.request.user, "decisions.see_every_dossier", self.subject)
        rows = queries.dossiers() if every else queries.dossiers_for_all()
        return rows.prefetch_related("parts")


class OfDossier:
    """Pages on one dossier, named by its number in the organisation."""

    kwargs: dict[str, Any]

    def thing(self) -> Dossier:
        return get_object_or_404(queries.dossiers(), number=self.kwargs["number"])


def ends_in_agreement(strength: str) -> bool:
    """Whether a body with this strength may say that there is an agreement: that is done where one chooses it."""
    return any(verdict in NEEDS_AGREEMENT for verdict in VERDICTS[Strength(strength)])


def door_of(part: Part) -> str:
    """Where one writes down what a body says, or that it was informed; the right is called the same."""
    return "record_information" if part.strength == Strength.INFORM else "record_voice"


class ShowDossier(OfDossier, ShowPage):
    """Advice beside reply, the term, the chain, and how to check it oneself."""

    right = "decisions.see_dossier"
    template_name = "decisions/dossier_show.html"

    def content(self) -> dict[str, Any]:
        today = clock.today()
        where = queries.standing(self.subject, today=today)
        # Of a dossier that has ended, nothing is asked any more.
        needed = where.needed if self.subject.state == DossierState.OPEN else ()
        rows = Part.objects.filter(dossier=self.subject).select_related("body__organisation", "dossier", "matter")
        parts = {part.pk: part for part in rows}
        mine = [part for part in parts.values() if may(self.request.user, f"decisions.{door_of(part)}", part)]
        can = [
            (part, next(n for n in needed if n.part == part.pk and n.what != "reply"))
            for part in mine
            if any(n.part == part.pk and n.what != "reply" for n in needed)
        ]
        replies = [need for need in needed if need.what == "reply"]
        return {
            "where": where,
            **self.voting([part for part, need in can if not need.is_blocked]),
            "places": (places := self.places(list(parts.values()))),
            "ended": how_it_ended(self.subject, where),
            "states": states_of(self.subject),
            "before": earlier.put_forward_before(self.subject),
            "earlier": earlier.amendments_asked_before(self.subject),
            "printable": {one.key for one in where.parts if self.is_printable(one, today)},
            "too_late": {key for key, place in places.items() if place and self.is_late(parts[key], place)},
            "can_speak": [self.asked(part, need, where) for part, need in can],
            "can_reply": may(self.request.user, "decisions.reply", self.subject),
            "reply_apart": separation.why_not(Duty.REPLY, self.person, where),
            "doubled": separation.doubled(where),
            "replies": replies,
            "blocked": [actions.words_for(need, where) for need in before_closing(needed)],
            "ready": wording.READY_FOR.get(needed[0].what if needed else "", wording.READY_FOR[CLOSING[0]]),
            **self.labels(where),
            "remarks": queries.remarks_in(where.entries),
            "can_answer": may(self.person, "decisions.answer_remark", self.subject),
            "heard": queries.heard_in(where.entries[0]),
            "today": today,
            "version_address": self.to("policyplan:document", number=self.subject.number),
        }

    def asked(self, part: Part, need: Need, where: Standing) -> dict[str, Any]:
        """What this person can write down for a body, and what must come first."""
        place = {"number": self.subject.number, "part": part.pk}
        return {
            "part": part,
            "is_blocked": need.is_blocked,
            "address": self.to(f"decisions:{door_of(part)}", **place),
            "title": str(wording.VOICE_TITLES[part.strength]).format(body=part.body.name),
            "waits": [actions.words_for(one, where) for one in needed_before(part.strength, where.needed) or [need]],
            "apart": separation.why_not(separation.duty_in(part), self.person, where),
            "agreement": self.to("policyplan:link_agreement", **place) if ends_in_agreement(part.strength) else "",
        }

    @staticmethod
    def labels(where: Standing) -> dict[str, Any]:
        points = {part.key: str(wording.POINT_FROM.get(part.strength, "")) for part in where.parts}
        return {
            "verdicts": dict(Verdict.choices),
            "done_with": wording.DONE_WITH,
            "answers": dict(Answer.choices),
            "strengths": dict(Strength.choices),
            "mail_states": dict(MessageState.choices),
            "to_sign": wording.PAPERS_TO_SIGN,
            "points_from": {part.key: points[part.key].format(body=part.body) for part in where.parts},
        }

    def voting(self, ready: list[Part]) -> dict[str, Any]:
        """The ballots of this dossier, and of which bodies that may speak now this person can open one."""
        ballots = queries.ballots_of(self.subject)
        running = {ballot.part_id: ballot for ballot in ballots if ballot.state == BallotState.OPEN}
        decided = {ballot.part_id for ballot in ballots if ballot.result in BINDING}
        asked = [part for part in ready if part.strength not in WITHOUT_BALLOT]
        free = [part for part in asked if part.pk not in running and part.pk not in decided]
        mine = [part for part in free if may(self.person, "decisions.open_ballot", part)]
        on = clock.today()
        return {
            "ballots": ballots,
            "running": running,
            "can_vote_on": [part for part in mine if len(queries.seats_that_vote(part.body, on=on)) > 1],
            "results": dict(Result.choices),
        }

    def places(self, parts: list[Part]) -> dict[int, AgendaItem | None]:
        """part → the point on the agenda of its body, or None while that waits; only of bodies whose meetings this person sees."""
        found = queries.places_of(parts)
        asked = [part for part in parts if part.pk in found or (part.matter and part.matter.withdrawn_at is None)]
        return {part.pk: found.get(part.pk) for part in asked if may(self.person, "meetings.see_agenda", part.body)}

    def is_printable(self, part: Says, today: date) -> bool:
        """Whether there is a paper of this body: what it said, or the form to say it on."""
        is_open = self.subject.state == DossierState.OPEN
        return part.voice is not None or may_still_speak(part, is_open=is_open, today=today)

    @staticmethod
    def is_late(part: Part, place: AgendaItem) -> bool:
        return part.strength not in WITHOUT_TERM and clock.day_of(place.meeting.starts_at) > part.due_on


class ExportDossier(OfDossier, ShowPage):
    """The dossier as a file that anybody can check without us."""

    right = "decisions.export_dossier"

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        name = f"dossier-{self.subject.organisation.slug}-{self.subject.number}.json"
        words = {"ensure_ascii": False, "indent": 1}
        return JsonResponse(
            queries.exported(self.subject),
            json_dumps_params=words,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class Checker(ShowPage):
    """The program that checks a dossier, one readable file."""

    right = "decisions.check_file"

    def get(self, _request: HttpRequest, **_kwargs: object) -> HttpResponse:
        text = Path(verify.__file__).read_text(encoding="utf-8")
        return HttpResponse(
            text,
            content_type="text/x-python; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="verify.py"'},
        )


class CheckFile(ActPage):
    """Check a file here, with the very same program; nothing is kept."""

    right = "decisions.check_file"
    template_name = "decisions/check_file.html"
    form_class = forms.CheckForm

    def act(self, data: dict[str, Any]) -> HttpResponse:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "dossier.json"
            file.write_bytes(data["file"].read())
            words = [str(file), "--language", self.request.LANGUAGE_CODE[:2]]
            if data["receipt"].strip():
                words += ["--receipt", data["receipt"]]
            said, wrong = io.StringIO(), io.StringIO()
            with redirect_stdout(said), redirect_stderr(wrong):
                status = verify.main(words)
        found = (said.getvalue() + wrong.getvalue()).strip().splitlines()
        return self.show(form=self.form(), once="", holds=status == 0, found=found)
