"""At the table: only who sits there enters."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.lib.verify import text_seal
from draagvlak.meetings.queries import meetings
from draagvlak.policyplan.actions import agreement as signing
from draagvlak.policyplan.actions import negotiation as acts
from draagvlak.policyplan.exports import negotiation as exports
from draagvlak.policyplan.forms import negotiation as forms
from draagvlak.policyplan.models import AtTheTable, Clause, Negotiation, NegotiationVersion
from draagvlak.policyplan.queries import agreement as register
from draagvlak.policyplan.queries import negotiation as table
from draagvlak.policyplan.states import SPEAKING_SIDES, AgreementLevel, ClauseState, NegotiationState
from draagvlak.policyplan.wording import negotiation as wording
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.views import ActPage, Door, ShowPage


class Table(Door):
    """What the pages of one negotiation and the acts on it share. Only who sits at the table knows of it."""

    known_by = "policyplan.see_negotiation"
    subject: Negotiation

    def thing(self) -> Negotiation:
        return get_object_or_404(table.negotiations(), number=self.kwargs["number"])

    @property
    def side(self) -> str:
        return table.side_of(self.person, self.subject, on=clock.today())

    def back(self) -> str:
        return self.to("policyplan:negotiation", number=self.kwargs["number"])


class AtTable(Table, ShowPage):
    """A page of one negotiation."""

    right = "policyplan.see_negotiation"


class ShowNegotiation(AtTable):
    """Every clause as it stands, who is to move, and what was said and frozen."""

    template_name = "policyplan/negotiation_show.html"

    def content(self) -> dict[str, Any]:
        negotiation, side = self.subject, self.side
        clauses = table.shown_clauses(negotiation, side=side)
        found = [one.clause for one in clauses]
        speaks = table.speaks_for(side)
        states = [one.state for one in clauses]
        return {
            "clauses": clauses,
            "side": side,
            "speaks": speaks and negotiation.state == NegotiationState.RUNNING,
            "runs": negotiation.state == NegotiationState.RUNNING,
            "waiting": table.waits_for(found, side) if speaks else [],
            "open": sum(state == ClauseState.OPEN for state in states),
            "agreed": sum(state == ClauseState.AGREED for state in states),
            "is_ready": table.is_ready(found),
            "table": table.table_of(negotiation, on=clock.today()),
            "talks": [(one, _may_see(self.person, one.meeting)) for one in table.talks_of(negotiation)[:30]],
            "versions": list(table.versions_of_negotiation(negotiation)),
            "agreement": register.agreement_of(negotiation),
            "sides": wording.N_SIDES,
        }


def _may_see(person: Any, meeting: Any) -> bool:  # noqa: ANN401 -- an account, and a meeting or nothing
    return meeting is not None and may(person, "meetings.see_meeting", meeting)


class OpenNegotiation(ActPage):
    right = "policyplan.open_negotiation"
    template_name = "policyplan/negotiation_open.html"
    form_class = forms.NegotiationForm
    done = wording.N_OPENED

    def initial(self) -> dict[str, Any]:
        return {"level": AgreementLevel.COMPANY}

    def act(self, data: dict[str, Any]) -> str:
        data.pop("version")
        made = acts.open_negotiation(facts=data, by=self.person, at=clock.now(), root=settings.ADDRESS)
        return self.to("policyplan:negotiation", number=made.number)


class TableAct(Table, ActPage):
    """An act on one negotiation, of who speaks for a side."""

    right = "policyplan.negotiate"

    def words(self) -> dict[str, Any]:
        return {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}


class ChangeNegotiation(TableAct):
    template_name = "policyplan/negotiation_change.html"
    form_class = forms.NegotiationForm

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.subject, name) for name in ("subject", "level", "aim_on", "version")}

    def act(self, data: dict[str, Any]) -> str:
        version = data.pop("version")
        words = {"negotiation": self.subject, "facts": data, "version": version}
        acts.change_negotiation(**words, by=self.person, at=clock.now())
        return self.back()


class AddToTable(TableAct):
    template_name = "policyplan/table_add.html"
    form_class = forms.SeatForm
    name = ""

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def initial(self) -> dict[str, Any]:
        return {"place": "expert"}

    def said(self) -> str:
        return str(wording.N_ADDED).format(name=self.name)

    def act(self, data: dict[str, Any]) -> str:
        self.name = data["account"].name
        words = {"account": data["account"], "is_expert": data["place"] == "expert", **self.words()}
        acts.add_to_table(negotiation=self.subject, **words)
        return self.back()


class LeaveTable(ActPage):
    known_by = "policyplan.see_negotiation"
    right = "policyplan.leave_table"
    template_name = "policyplan/table_leave.html"

    def thing(self) -> AtTheTable:
        found = AtTheTable.objects.select_related("account", "negotiation__organisation", "negotiation__body")
        return get_object_or_404(found, pk=self.kwargs["pk"], negotiation__number=self.kwargs["number"], left_at=None)

    def said(self) -> str:
        return str(wording.N_LEFT).format(name=self.subject.account.name)

    def act(self, _data: dict[str, Any]) -> str:
        acts.leave_table(person=self.subject, by=self.person, at=clock.now())
        return self.to("policyplan:negotiation", number=self.kwargs["number"])


class AddClause(TableAct):
    template_name = "policyplan/clause_add.html"
    form_class = forms.ClauseForm
    done = wording.N_PROPOSED

    def act(self, data: dict[str, Any]) -> str:
        acts.add_clause(negotiation=self.subject, words=data, **self.words())
        return self.back()


class ShowClause(AtTable):
    """Every text of a clause, what each changed, and who agreed to it."""

    template_name = "policyplan/clause_show.html"

    def content(self) -> dict[str, Any]:
        clause = clause_of(self.subject, self.kwargs["point"])
        return {
            "clause": clause,
            "text": table.last_text(clause),
            "state": table.state_of(clause),
            "history": table.history_of_clause(clause),
            "speaks": table.speaks_for(self.side) and self.subject.state == NegotiationState.RUNNING,
            "sides": wording.N_SIDES,
        }


def clause_of(negotiation: Negotiation, number: int) -> Clause:
    found = table.clause_at(negotiation, number)
    if found is None:
        raise Http404
    return found


class OnClause(TableAct):
    """An act on one clause, back to where it stands in the whole."""

    def content(self) -> dict[str, Any]:
        clause = self.clause()
        agreed = {one.side: one for one in table.last_text(clause).consents.all()}
        first = next((side for side in SPEAKING_SIDES if side != self.side and side in agreed), "")
        return {
            "clause": clause,
            "text": table.last_text(clause),
            "state": table.state_of(clause),
            "agreed": agreed,
            "agreed_first": wording.N_AGREED_ALREADY if self.side in agreed else wording.N_AGREED_FIRST.get(first, ""),
            "sides": wording.N_SIDES,
        }

    def clause(self) -> Clause:
        return clause_of(self.subject, self.kwargs["point"])

    def back(self) -> str:
        return f"{super().back()}#punt-{self.kwargs['point']}"


class ProposeText(OnClause):
    template_name = "policyplan/clause_propose.html"
    form_class = forms.ClauseForm
    done = wording.N_PROPOSED

    def initial(self) -> dict[str, Any]:
        text = table.last_text(self.clause())
        return {"title": text.title, "body": text.body, "version": text.number}

    def act(self, data: dict[str, Any]) -> str:
        acts.propose_text(clause=self.clause(), words=data, version=data["version"], **self.words())
        return self.back()


class AgreeToText(OnClause):
    template_name = "policyplan/clause_agree.html"
    form_class = forms.AgreeForm
    both = False

    def initial(self) -> dict[str, Any]:
        return {"seal": table.last_text(self.clause()).sha256}

    def said(self) -> Any:  # noqa: ANN401 -- a lazy sentence
        return wording.N_AGREED_BOTH if self.both else wording.N_AGREED_HALF

    def act(self, data: dict[str, Any]) -> str:
        self.both = acts.agree_to_text(clause=self.clause(), sha256=data["seal"], **self.words())
        return self.back()


class WithdrawClause(OnClause):
    template_name = "policyplan/clause_withdraw.html"
    form_class = forms.WithdrawForm
    done = wording.N_WITHDREW

    def act(self, data: dict[str, Any]) -> str:
        acts.withdraw_clause(clause=self.clause(), reason=data["reason"], by=self.person, at=clock.now())
        return self.back()


class NoteTalk(TableAct):
    right = "policyplan.note_talk"
    template_name = "policyplan/talk_note.html"
    form_class = forms.TalkForm

    def form_words(self) -> dict[str, Any]:
        return {"found": table.meetings_to_quote(self.person, on=clock.today())}

    def initial(self) -> dict[str, Any]:
        return {"met_on": clock.today()}

    def act(self, data: dict[str, Any]) -> str:
        meeting = meetings().filter(pk=data["meeting"]).first() if data["meeting"] else None
        words = {"met_on": data["met_on"], "text": data["text"], "meeting": meeting}
        acts.note_talk(negotiation=self.subject, **words, by=self.person, at=clock.now())
        return f"{self.back()}#gesprekken"


class FreezeNegotiation(TableAct):
    template_name = "policyplan/negotiation_freeze.html"
    form_class = forms.FreezeForm
    number = 0

    def said(self) -> str:
        return str(wording.N_FROZEN).format(number=self.number)

    def act(self, data: dict[str, Any]) -> str:
        words = {"negotiation": self.subject, "why": data["why"]}
        self.number = acts.freeze_negotiation(**words, by=self.person, at=clock.now()).number
        return self.to("policyplan:negotiation_version", number=self.subject.number, version=self.number)


def version_of(negotiation: Negotiation, number: int) -> NegotiationVersion:
    return get_object_or_404(table.versions_of_negotiation(negotiation), number=number)


class ShowNegotiationVersion(AtTable):
    template_name = "policyplan/negotiation_version.html"

    def content(self) -> dict[str, Any]:
        version = version_of(self.subject, self.kwargs["version"])
        others = [one for one in table.versions_of_negotiation(self.subject) if one.number != version.number]
        return {
            "version": version,
            "values": table.values_of(version),
            "others": others,
            "states": dict(ClauseState.choices),
        }


class CompareNegotiation(AtTable):
    """What changed between two versions, clause by clause; the older stands first, whichever was asked first."""

    template_name = "policyplan/negotiation_compare.html"

    def content(self) -> dict[str, Any]:
        first, last = sorted((self.kwargs["older"], self.kwargs["newer"]))
        older, newer = version_of(self.subject, first), version_of(self.subject, last)
        found = table.negotiation_differences(older, newer)
        parts = {"changed_parts": [d for d in found if d.is_changed], "same": [d for d in found if not d.is_changed]}
        return {"older": older, "newer": newer, **parts}


class DownloadNegotiation(AtTable):
    """A version as PDF or DOCX."""

    def get(self, _request: Any, **_kwargs: object) -> HttpResponse:  # noqa: ANN401 -- Django's own
        version = version_of(self.subject, self.kwargs["version"])
        suffix = self.kwargs["suffix"]
        name = f"onderhandeling-{self.subject.number}-v{version.number}.{suffix}"
        return sent(exports.version_document(version, suffix=suffix), suffix=suffix, name=name)


def sent(content: bytes, *, suffix: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=exports.MEDIA_TYPES[suffix], headers=headers)


class StopNegotiation(TableAct):
    template_name = "policyplan/negotiation_stop.html"
    form_class = forms.StopForm
    done = wording.N_STOPPED

    def act(self, data: dict[str, Any]) -> str:
        acts.stop_negotiation(negotiation=self.subject, reason=data["reason"], **self.words())
        return self.to("policyplan:agreements")


class SignAgreement(TableAct):
    template_name = "policyplan/agreement_sign.html"
    form_class = forms.SignForm
    done = wording.N_SIGNED

    def form_words(self) -> dict[str, Any]:
        return {"people": members_of(self.request.organisation)}  # type: ignore[attr-defined]

    def initial(self) -> dict[str, Any]:
        return {
            "seal": text_seal(table.negotiation_text(self.subject)),
            "signed_on": clock.today(),
            "starts_on": clock.today(),
            "duration": "open",
            "follower": self.person,
        }

    def content(self) -> dict[str, Any]:
        clauses = table.shown_clauses(self.subject, side=self.side)
        return {
            "agreed": [one for one in clauses if one.state == ClauseState.AGREED],
            "open": [one for one in clauses if one.state == ClauseState.OPEN],
        }

    def act(self, data: dict[str, Any]) -> str:
        made = signing.sign_agreement(
            negotiation=self.subject,
            signed=self.filled.signed(),
            seal=data["seal"],
            follower=data["follower"],
            paper=forms.paper_of(data["file"], most=exports.LARGEST),
            **self.words(),
        )
        return self.to("policyplan:agreement", pk=made.pk)
