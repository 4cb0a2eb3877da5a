"""Where no body speaks for the workers, each of them gets the papers, reads the dossier and may say something (facts 2.1 to 2.4)."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.decisions import actions
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierKind
from draagvlak.documents.actions import freeze
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageKind
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body
from tests import standing

FACTS = {**standing.FACTS, "heads": 12, "fte": Decimal(9)}


@pytest.fixture
def small(organisation, koen, amina, now):
    """A house with a board and no body of workers, its set-up finished."""
    roles.describe_organisation(facts=FACTS, by=koen, at=now)
    roles.answer_bodies(present={"board": "Raad van bestuur"}, by=koen, at=now)
    roles.finish_set_up(absent={"line_manager": "test", "hr_officer": "test"}, by=koen, at=now)
    return organisation


@pytest.fixture
def put(small, amina, now):
    def make(title="Plan"):
        text = freeze(title=title, text=f'{{"title": "{title}"}}', at=now)
        return actions.open_dossier(
            kind=DossierKind.POLICY_PLAN, title=title, document=text, by=amina, at=now, root="https://huis.example"
        )

    return make


def door(organisation, name, **words):
    return reverse(f"decisions:{name}", kwargs={"organisation": organisation.slug, **words})


def papers():
    return Message.objects.filter(kind=MessageKind.PAPERS)


def receipts():
    return Message.objects.filter(kind=MessageKind.RECEIPT)


def test_everybody_at_work_with_an_address_gets_the_papers_with_the_seal(small, bram, employ, put):
    employ("Farid", email="farid@example.org", language="fr")
    employ("Rosa")
    dossier = put()
    part = dossier.parts.get(body__kind="workers")
    assert sorted(one.to for one in papers()) == [bram.email, "farid@example.org"]
    to_bram = papers().get(to=bram.email)
    assert f"1:{dossier.entries.get(number=1).seal}" in to_bram.body
    assert f"https://huis.example/o/{small.slug}/overleg/{dossier.number}/" in to_bram.body
    assert (papers().get(to="farid@example.org").language, part.strength) == ("fr", "advice")


def test_they_read_it_and_say_something_and_nothing_more(small, bram, put, signed_in):
    dossier = put()
    client = signed_in(bram)
    assert client.get(door(small, "dossiers")).status_code == 200
    page = client.get(door(small, "dossier", number=dossier.number))
    assert (page.status_code, "Stel een vraag of zeg iets" in page.content.decode()) == (200, True)
    said = {"text": "Wat met wie ’s nachts werkt?", "once": "a"}
    assert client.post(door(small, "add_remark", number=dossier.number), said).status_code == 302
    assert dossier.entries.get(act="remark").by["email"] == bram.email
    part = dossier.parts.get(body__kind="workers")
    spoken = client.get(door(small, "record_voice", number=dossier.number, part=part.pk))
    assert (
        spoken.status_code,
        client.get(door(small, "reply", number=dossier.number, voice=1, point=1)).status_code,
    ) == (
        403,
        403,
    )


def test_what_was_decided_before_without_them_stays_shut(small, bram, put, signed_in):
    asked = put()
    other = put("Zonder hen")
    other.parts.filter(body__kind="workers").update(body=Body.objects.get(kind="management", ends_on=None))
    client = signed_in(bram)
    listed = client.get(door(small, "dossiers")).content.decode()
    assert (f"/overleg/{asked.number}/" in listed, f"/overleg/{other.number}/" in listed) == (True, False)
    assert client.get(door(small, "dossier", number=other.number)).status_code == 403


def test_who_left_or_belongs_elsewhere_reads_nothing(small, put, new_account, employ, greet, signed_in, today):
    from draagvlak.tenancy.actions import admit

    gone = new_account("Weg")
    admit(account=gone, organisation=small, at=small.founded_at)
    dossier = put()
    address = door(small, "dossier", number=dossier.number)
    assert signed_in(gone).get(address).status_code == 403
    assert signed_in(greet).get(address).status_code == 404


def test_they_hear_how_it_ended_with_the_seal_and_nothing_of_what_comes_between(small, bram, employ, put, amina, now):
    employ("Farid", email="farid@example.org", language="fr")
    dossier = put()
    actions.add_remark(dossier=dossier, text="Wat met de nacht?", by=amina, at=now)
    workers = {bram.email, "farid@example.org"}
    assert not workers & {one.to for one in receipts()}
    entry = actions.withdraw_dossier(dossier=dossier, reason="Anders.", by=amina, at=now, root="https://huis.example")
    assert {one.to for one in receipts()} == workers | {amina.email}
    assert receipts().get(to="farid@example.org").subject.startswith("Preuve")
    assert all(f"{entry.number}:{entry.seal}" in one.body for one in receipts())


def test_where_a_council_speaks_who_works_here_gets_nothing(set_up, bram, dirk, amina, now, signed_in):
    text = freeze(title="Plan", text='{"title": "Plan"}', at=now)
    dossier = actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=text, by=amina, at=now)
    assert dirk.email in {one.to for one in papers()}
    assert bram.email not in {one.to for one in papers()}
    assert signed_in(bram).get(door(set_up, "dossier", number=dossier.number)).status_code == 403


def test_as_many_statements_for_forty_as_for_four(small, employ, put):
    def statements():
        with CaptureQueriesContext(connection) as seen:
            put(f"Plan {Dossier.objects.count()}")
        return len(seen)

    for at in range(4):
        employ(f"Eerst {at}", email=f"eerst{at}@example.org")
    put("Vooraf")
    few = statements()
    for at in range(40):
        employ(f"Dan {at}", email=f"dan{at}@example.org")
    assert statements() <= few
