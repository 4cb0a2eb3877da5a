"""What the tests of ballots begin with: a council of five that is asked for advice, and a board of two."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.models import ElectorateEntry, Part
from draagvlak.decisions.states import Choice, DossierKind
from draagvlak.documents.actions import freeze
from draagvlak.lib import clock
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import SeatFunction, Side

NAMES = ("Anna", "Bert", "Cleo", "Daan")
USUAL = {"quorum": "half", "majority": "more", "counts_abstentions": False, "most_proxies": 1}


@pytest.fixture
def council(set_up, bodies, dirk, koen, new_account, now):
    """Dirk and four more: by first name. Anna is the secretary; Bert sits for the employer."""
    people = {"Dirk": dirk}
    for first in NAMES:
        people[first] = new_account(first)
        side = Side.EMPLOYER if first == "Bert" else Side.WORKERS
        function = SeatFunction.SECRETARY if first == "Anna" else SeatFunction.MEMBER
        words = {"function": function, "side": side, "starts_on": clock.day_of(now), "by": koen, "at": now}
        roles.seat(body=bodies["works_council"], holder=people[first], **words)
    return people


@pytest.fixture
def asked(set_up, amina, els, dirk, now):
    """A dossier that waits for the advice of the council."""
    document = freeze(title="Plan", text='{"title": "Plan"}', at=now)
    return actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=amina, at=now)


@pytest.fixture
def part_of(asked):
    def find(kind="works_council"):
        rows = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
        return rows.get(dossier=asked, body__kind=kind)

    return find


@pytest.fixture
def open_ballot(asked, part_of, council, now):
    """open_ballot(is_secret=True): of the council, until tomorrow."""

    def make(kind="works_council", *, by=None, at=now, **facts):
        words = {**USUAL, "question": "Een gunstig advies?", "is_secret": False, "closes_at": now + timedelta(days=1)}
        words |= {"document_sha256": asked.document.sha256, **facts}
        return actions.open_ballot(part=part_of(kind), facts=words, by=by or council["Anna"], at=at)

    return make


@pytest.fixture
def line():
    def find(ballot, account):
        return ElectorateEntry.objects.get(ballot=ballot, account=account)

    return find


@pytest.fixture
def vote(asked, line, now):
    """vote(ballot, anna, "for"): his own vote; of another with of=."""

    def cast(ballot, account, choice, *, of=None, at=now):
        words = {"choice": Choice(choice), "document_sha256": asked.document.sha256}
        return actions.cast_vote(line=line(ballot, of or account), **words, by=account, at=at)

    return cast


@pytest.fixture
def vote_all(vote, council):
    """vote_all(ballot, "for for against abstained for"): by name, Dirk last."""

    def cast(ballot, choices):
        for account, choice in zip(
            (*(council[name] for name in NAMES), council["Dirk"]), choices.split(), strict=False
        ):
            vote(ballot, account, choice)

    return cast


@pytest.fixture
def opened_with(set_up, amina, koen, els, dirk, now):
    """opened_with(works_council="consult", board="ratify"): a running dossier in which exactly these bodies have a part."""

    def make(*, term=15, **strengths):
        kind = DossierKind.POLICY_PLAN
        yesterday = clock.day_of(now) - timedelta(days=1)
        for former in queries.mandates(kind, on=clock.day_of(now)):
            actions.end_mandate(mandate=former, ends_on=yesterday, by=koen, at=now)
        for name, strength in strengths.items():
            body = Body.objects.get(kind=name, ends_on=None)
            facts = {"strength": strength, "term_days": term, "ground": "statuten"}
            actions.set_mandate(body=body, kind=kind, facts=facts, by=koen, at=now)
        document = freeze(title="Plan", text='{"title": "Plan"}', at=now)
        return actions.open_dossier(kind=kind, title="Plan", document=document, by=amina, at=now)

    return make


@pytest.fixture
def voice_of(now):
    """voice_of(dossier, "board", "ratified", by=els): what a body said, written down by the action."""

    def make(dossier, kind, verdict, *, by, at=now, **more):
        part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body__kind=kind)
        said = {"verdict": verdict, "votes": {"for": 0, "against": 0, "abstained": 0}, "points": [], "note": ""}
        said |= {"document_sha256": dossier.document.sha256, **more}
        return actions.record_voice(part=part, said=said, by=by, at=at)

    return make


@pytest.fixture
def door_of(set_up):
    """door_of("record_voice", dossier, "board"): the address of a page about a dossier, or about a body's part in it."""

    def make(name, dossier, kind="", **more):
        words = {"organisation": set_up.slug, "number": dossier.number, **more}
        if kind:
            words["part"] = Part.objects.get(dossier=dossier, body__kind=kind).pk
        return reverse(f"{'' if ':' in name else 'decisions:'}{name}", kwargs=words)

    return make
