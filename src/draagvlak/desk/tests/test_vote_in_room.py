"""A body that votes now reads so in its room and on the dossier: until when, and where."""

from datetime import timedelta

import pytest
from django.urls import reverse

from draagvlak.decisions import actions as decisions
from draagvlak.decisions.models import Part
from draagvlak.decisions.states import DossierKind, Majority, Quorum
from draagvlak.documents.actions import freeze
from draagvlak.stakeholders import actions as roles


@pytest.fixture
def ballot(set_up, bodies, dirk, new_account, koen, now, today):
    """The council votes on a plan until the day after tomorrow."""
    nadia = new_account("Nadia")
    words = {"function": "secretary", "side": "workers", "starts_on": today, "by": koen, "at": now}
    roles.seat(body=bodies["works_council"], holder=nadia, **words)
    document = freeze(title="Plan", text="Plan", at=now)
    dossier = decisions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=document, by=koen, at=now)
    rows = Part.objects.select_related("dossier__document", "dossier__organisation", "body__organisation")
    facts = {"question": "Een gunstig advies?", "is_secret": False, "quorum": Quorum.HALF, "majority": Majority.MORE}
    facts |= {"counts_abstentions": False, "most_proxies": 0, "closes_at": now + timedelta(days=2)}
    part = rows.get(dossier=dossier, body__kind="works_council")
    return decisions.open_ballot(part=part, facts={**facts, "document_sha256": document.sha256}, by=nadia, at=now)


def address_of(organisation, name, **words):
    return reverse(name, kwargs={"organisation": organisation.slug, **words})


def test_the_room_shows_the_vote_its_last_moment_and_the_way_to_it(set_up, ballot, dirk, signed_in):
    seen = signed_in(dirk).get(address_of(set_up, "desk:room", kind="works_council"))
    page = seen.content.decode()
    assert "jullie stemmen nu" in page
    assert f"Stemming {ballot.number}, tot " in page
    assert address_of(set_up, "decisions:ballot", number=ballot.number) in page
    assert [(one.state, one.ballot) for one in seen.context["asked"]] == [("votes", ballot.number)]
    assert seen.context["matters"] == []


def test_the_room_of_another_body_does_not_say_that_it_votes(set_up, ballot, els, signed_in):
    page = signed_in(els).get(address_of(set_up, "desk:room", kind="board")).content.decode()
    assert "jullie stemmen nu" not in page


def test_once_it_was_stopped_the_room_counts_the_days_again(set_up, ballot, dirk, now, signed_in):
    decisions.withdraw_ballot(ballot=ballot, reason="Een fout.", by=ballot.opened_by, at=now)
    seen = signed_in(dirk).get(address_of(set_up, "desk:room", kind="works_council"))
    assert [(one.state, one.ballot) for one in seen.context["asked"]] == [("wait", 0)]


def test_the_dossier_shows_the_vote_and_not_that_this_body_waits_for_a_meeting(set_up, ballot, dirk, signed_in):
    page = signed_in(dirk).get(address_of(set_up, "decisions:dossier", number=1)).content.decode()
    assert f"Stemming {ballot.number}, tot " in page
    assert "wacht op de volgende vergadering" not in page
