"""A body votes: open, cast, give away, count hands, count, stop; and what came of it."""

from datetime import time, timedelta
from typing import Any

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404

from draagvlak.decisions import actions, forms, queries, wording
from draagvlak.decisions.models import Ballot, ElectorateEntry, Part
from draagvlak.decisions.queries.lapsed import has_lapsed, open_choice
from draagvlak.decisions.rules import LAPSING, is_over
from draagvlak.decisions.states import BallotState, Choice, Result, Way
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.stakeholders.states import Side
from draagvlak.ui.views import ActPage, ShowPage

USUAL_DAYS = 7
USUAL_HOUR = time(17)


class OfBallot:
    """The ballot in the address, by its number in the organisation."""

    kwargs: dict[str, Any]

    def thing(self) -> Ballot:
        return get_object_or_404(queries.ballots(), number=self.kwargs["number"])


class OpenBallot(ActPage):
    right = "decisions.open_ballot"
    template_name = "decisions/ballot_open.html"
    form_class = forms.BallotForm
    done = wording.BALLOT_OPENED

    def thing(self) -> Part:
        parts = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
        return get_object_or_404(parts, pk=self.kwargs["part"], dossier__number=self.kwargs["number"])

    def initial(self) -> dict[str, Any]:
        # Where nothing is to be voted the act says so; the page of it still opens.
        question = wording.QUESTIONS.get(self.subject.strength, "{title}")
        days = clock.today() + timedelta(days=USUAL_DAYS)
        return {
            "question": str(question).format(title=self.subject.dossier.title)[:250],
            "closes_on": min(days, self.subject.due_on) if self.subject.strength in LAPSING else days,
            "closes_time": USUAL_HOUR,
            "document_sha256": self.subject.dossier.document.sha256,
        }

    def content(self) -> dict[str, Any]:
        seats = queries.seats_that_vote(self.subject.body, on=clock.today())
        return {"dossier": self.subject.dossier, "seats": seats}

    def act(self, _data: dict[str, Any]) -> str:
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        opened = actions.open_ballot(part=self.subject, facts=self.filled.facts(), **words)
        return self.to("decisions:ballot", number=opened.number)


def how_it_stands(ballot: Ballot) -> dict[str, Any]:
    """In words of the page: does it take votes, does it wait to be counted."""
    is_open = ballot.state == BallotState.OPEN
    over = is_over(closes_at=ballot.closes_at, at=clock.now())
    return {
        "ballot": ballot,
        "dossier": ballot.part.dossier,
        "takes_votes": is_open and not over,
        "waits": is_open and over,
        "stopped_for": ballot.reason.rstrip(". "),
        "results": dict(Result.choices),
        "choices": dict(Choice.choices),
        "ways": dict(Way.choices),
        "sides": dict(Side.choices),
    }


def has_ended(line: ElectorateEntry) -> bool:
    return line.seat.ends_on is not None and line.seat.ends_on < clock.today()


class ShowBallot(OfBallot, ShowPage):
    """Who votes, until when, by which rule, how many did; and once counted, what it came to."""

    right = "decisions.see_ballot"
    template_name = "decisions/ballot_show.html"

    def content(self) -> dict[str, Any]:
        ballot, today = self.subject, clock.today()
        ballot.lines = lines = queries.electorate(ballot)
        lapsed = {line.pk for line in lines if has_lapsed(line, ballot)}
        runs = ballot.state == BallotState.OPEN and may(self.person, "decisions.run_ballot", ballot)
        stands = how_it_stands(ballot)
        waiting = [line for line in lines if not line.has_voted and not has_ended(line)]
        mine = next((line for line in lines if line.account_id == self.person.pk), None)
        counted = queries.counted(ballot) if ballot.state == BallotState.COUNTED else None
        confirms = mine is not None and not has_ended(mine)
        return {
            **stands,
            "lines": lines,
            "voted": sum(line.has_voted for line in lines),
            "all": counted.seats if counted else len(lines) - len(lapsed),
            "lapsed": lapsed,
            "mine": mine,
            "to_cast": queries.votes_waiting(ballot, self.person, on=today) if stands["takes_votes"] else [],
            "to_change": self.to_change(lines) if stands["takes_votes"] and not ballot.is_secret else [],
            "runs": runs,
            "may_count": runs and not ballot.hands_wait and (stands["waits"] or not waiting),
            "may_confirm": ballot.hands_wait and confirms and ballot.hands_by_id != self.person.pk,
            "counted": counted,
            "took_part": queries.took_part(ballot, counted) if counted else [],
            "may_see_dossier": may(self.person, "decisions.see_dossier", ballot.part.dossier),
            "document": self.to("policyplan:document", number=ballot.part.dossier.number),
        }

    def to_change(self, lines: list[ElectorateEntry]) -> list[ElectorateEntry]:
        """The votes that this person cast in the open and can still cast otherwise."""
        cast = [line for line in lines if line.way in {Way.DEVICE, Way.PROXY}]
        return [line for line in cast if (line.proxy or line).account_id == self.person.pk]


class OfLine:
    """One vote of a ballot: the person's own, or one for which he holds a proxy."""

    kwargs: dict[str, Any]
    subject: Any
    person: Any
    right = "decisions.vote"

    def thing(self) -> ElectorateEntry:
        rows = ElectorateEntry.objects.select_related("account", "seat", "proxy", "ballot__part__dossier__document")
        rows = rows.select_related("ballot__part__body", "ballot__organisation", "organisation")
        return get_object_or_404(rows, pk=self.kwargs["line"], ballot__number=self.kwargs["number"])

    def cast_before(self) -> Choice | None:
        """What this person voted on the line, in an open ballot; who gave a proxy does not read what came of it."""
        is_own = (self.subject.proxy or self.subject).account_id == self.person.pk
        return open_choice(self.subject) if is_own else None


class CastVote(OfLine, ActPage):
    """For the telephone: the question, the text with its seal, three large choices."""

    template_name = "decisions/vote_cast.html"
    form_class = forms.VoteForm
    done = wording.VOTE_CAST

    def initial(self) -> dict[str, Any]:
        sealed = {"document_sha256": self.subject.ballot.part.dossier.document.sha256}
        before = self.cast_before()
        return {**sealed, "choice": before.value} if before else sealed

    def content(self) -> dict[str, Any]:
        stands = how_it_stands(self.subject.ballot)
        before = self.cast_before()
        more = {"before": wording.CHOICES[before] if before else ""}
        return {**stands, **more, "document": self.to("policyplan:document", number=stands["dossier"].number)}

    def act(self, data: dict[str, Any]) -> str:
        self.before = self.cast_before()
        words = {"choice": Choice(data["choice"]), "document_sha256": data["document_sha256"]}
        line = actions.cast_vote(line=self.subject, **words, by=self.person, at=clock.now())
        # Where a sent form led to is kept with who sent it: it says that he voted, and never what.
        self.now = self.cast_before()
        return self.to("decisions:vote_counted", number=self.kwargs["number"], line=line.pk)

    def said(self) -> str:
        """Of an open vote also what, and what it replaced: two windows that say otherwise must not pass in silence."""
        if self.now is None:
            return str(self.done)
        choice = wording.CHOICES[self.now]
        if self.before is None:
            return str(wording.VOTE_CAST_AS).format(choice=choice)
        said = wording.VOTE_KEPT if self.before == self.now else wording.VOTE_REPLACED
        return str(said).format(before=wording.CHOICES[self.before], choice=choice)


class VoteCounted(OfLine, ShowPage):
    """The proof for the voter: that his vote is in, and on which text."""

    template_name = "decisions/vote_counted.html"

    def content(self) -> dict[str, Any]:
        if not self.subject.has_voted:
            raise Http404
        ballot = self.subject.ballot
        ballot.lines = queries.electorate(ballot)
        stands = how_it_stands(ballot)
        more = queries.votes_waiting(ballot, self.person, on=clock.today()) if stands["takes_votes"] else []
        cast = self.cast_before()
        return {**stands, "more": more, "cast": wording.CHOICES[cast] if cast else ""}


class GiveProxy(OfBallot, ActPage):
    right = "decisions.give_proxy"
    template_name = "decisions/proxy_give.html"
    form_class = forms.ProxyForm
    done = wording.PROXY_GIVEN

    def lines(self) -> tuple[ElectorateEntry, list[ElectorateEntry]]:
        """The person's own line, and the others who could vote for him."""
        lines = queries.electorate(self.subject)
        mine = next(line for line in lines if line.account_id == self.person.pk)
        others = [line for line in lines if line.account_id and line.pk != mine.pk and line.side == mine.side]
        others = [line for line in others if not has_ended(line)]
        return mine, others

    def form_words(self) -> dict[str, Any]:
        return {"holders": self.lines()[1]}

    def content(self) -> dict[str, Any]:
        mine, others = self.lines()
        return {**how_it_stands(self.subject), "mine": mine, "others": others}

    def act(self, data: dict[str, Any]) -> str:
        mine, others = self.lines()
        holder = next(line for line in others if str(line.pk) == data["holder"])
        actions.give_proxy(line=mine, holder=holder, by=self.person, at=clock.now())
        return self.to("decisions:ballot", number=self.subject.number)


class OnBallot(OfBallot, ActPage):
    """An act on a ballot that leads back to it."""

    def content(self) -> dict[str, Any]:
        return how_it_stands(self.subject)

    def act(self, data: dict[str, Any]) -> str:
        self.carry_out(data)
        return self.to("decisions:ballot", number=self.subject.number)

    def carry_out(self, data: dict[str, Any]) -> None:
        raise NotImplementedError


class WithdrawProxy(OnBallot):
    right = "decisions.give_proxy"
    template_name = "decisions/proxy_withdraw.html"
    done = wording.PROXY_WITHDRAWN

    def content(self) -> dict[str, Any]:
        return {**super().content(), "mine": queries.line_of(self.person, self.subject)}

    def carry_out(self, _data: dict[str, Any]) -> None:
        mine = queries.line_of(self.person, self.subject)
        if mine is None:
            raise Http404
        actions.withdraw_proxy(line=mine, by=self.person, at=clock.now())


class EnterHands(OnBallot):
    """Hands raised in the room, counted by who runs the vote."""

    right = "decisions.run_ballot"
    template_name = "decisions/hands_enter.html"
    form_class = forms.HandsForm
    done = wording.HANDS_SAVED

    def form_words(self) -> dict[str, Any]:
        free = [line for line in queries.electorate(self.subject) if not line.has_voted and line.proxy is None]
        return {"lines": [line for line in free if not has_ended(line)]}

    def carry_out(self, data: dict[str, Any]) -> None:
        present = {int(key) for key in data["present"]}
        words = {"by": self.person, "at": clock.now()}
        actions.enter_hands(ballot=self.subject, present=present, raised=self.filled.raised(), **words)


class ConfirmHands(OnBallot):
    right = "decisions.confirm_hands"
    template_name = "decisions/hands_confirm.html"
    done = wording.HANDS_CONFIRMED

    def carry_out(self, _data: dict[str, Any]) -> None:
        actions.confirm_hands(ballot=self.subject, by=self.person, at=clock.now())


class TakeBackHands(OnBallot):
    right = "decisions.run_ballot"
    template_name = "decisions/hands_take_back.html"
    done = wording.HANDS_TAKEN_BACK

    def carry_out(self, _data: dict[str, Any]) -> None:
        actions.take_back_hands(ballot=self.subject, by=self.person, at=clock.now())


class CloseBallot(OnBallot):
    right = "decisions.run_ballot"
    template_name = "decisions/ballot_close.html"
    done = wording.BALLOT_CLOSED

    def carry_out(self, _data: dict[str, Any]) -> None:
        actions.close_ballot(ballot=self.subject, by=self.person, at=clock.now(), root=settings.ADDRESS)


class WithdrawBallot(OnBallot):
    right = "decisions.run_ballot"
    template_name = "decisions/ballot_withdraw.html"
    form_class = forms.StopForm
    done = wording.BALLOT_WITHDRAWN

    def carry_out(self, data: dict[str, Any]) -> None:
        words = {"by": self.person, "at": clock.now(), "root": settings.ADDRESS}
        actions.withdraw_ballot(ballot=self.subject, reason=data["reason"], **words)
