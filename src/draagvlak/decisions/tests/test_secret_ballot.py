"""A secret ballot, with the database in hand: two worlds in which two people voted the other way round look the same.

Whatever a table holds that leads from a person to his choice differs between the two, so this finds it without knowing where
to look. The twins plant such a thread and must be found.
"""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.db import connection, transaction
from django.urls import reverse

from draagvlak.decisions import actions, queries
from draagvlak.decisions.actions import ballots, counting
from draagvlak.decisions.models import ElectorateEntry, Vote
from draagvlak.decisions.tests.conftest import NAMES
from draagvlak.decisions.views.ballots import CastVote

ONE = dict(zip((*NAMES, "Dirk"), ("for", "against", "for", "abstained", "for"), strict=True))
# The same votes, but Bert, Cleo and Daan turned around.
OTHER = {**ONE, "Bert": "for", "Cleo": "abstained", "Daan": "against"}


@pytest.fixture
def world(open_ballot, council, asked, line, signed_in, set_up, now):
    """world({"Anna": "for", …}): everybody votes through the page, the secretary counts; every row of every table after that."""
    ballot = open_ballot(is_secret=True, question="Gunstig?")
    pages = {name: signed_in(account) for name, account in council.items()}

    def live(choices):
        with transaction.atomic(), time_machine.travel(now + timedelta(hours=1), tick=False):
            for name, choice in choices.items():
                where = {"organisation": set_up.slug, "number": ballot.number}
                where["line"] = line(ballot, council[name]).pk
                sent = {"choice": choice, "document_sha256": asked.document.sha256, "once": name}
                answer = pages[name].post(reverse("decisions:cast_vote", kwargs=where), sent)
                assert answer.status_code == 302
            actions.close_ballot(ballot=ballot, by=council["Anna"], at=now + timedelta(hours=2))
            assert queries.counted(ballot).counts.by_choice() == {"for": 3, "against": 1, "abstained": 1}
            seen = everything()
            transaction.set_rollback(True)
        # What a browser was given goes with the world.
        for page in pages.values():
            page.cookies.pop("messages", None)
        return seen

    return live


def everything():
    """table → its rows, without the numbers that only say in which order rows came, which a rollback does not give back."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            found[table] = sorted(
                repr({k: v for k, v in row.items() if k not in {"id", "session_key"}}) for row in rows
            )
    return found


def differing(first, second):
    return {table for table in first if first[table] != second[table]}


def test_nothing_in_any_table_tells_who_voted_what(world):
    assert differing(world(ONE), world(OTHER)) == set()


def test_the_world_that_is_looked_at_holds_the_votes_and_who_voted(world):
    seen = world(ONE)
    assert len(seen["decisions_vote"]) == 5
    assert sum("'way': 'device'" in row for row in seen["decisions_electorateentry"]) == 5
    assert len(seen["ui_sentform"]) >= 5


def test_twin_an_author_on_a_vote_is_found(world, monkeypatch):
    real = Vote.objects.create

    class Signed:
        def __getattr__(self, name):
            return getattr(Vote._default_manager, name)

        def create(self, **facts):
            facts["by"] = ElectorateEntry.objects.filter(ballot=facts["ballot"], way="").first()
            return real(**facts)

    monkeypatch.setattr(ballots, "Vote", type("Planted", (), {"objects": Signed()}))
    monkeypatch.setattr(counting, "_cut_the_thread", lambda _ballot, **_words: None)
    assert differing(world(ONE), world(OTHER)) == {"decisions_vote"}


def test_twin_a_sent_form_that_keeps_the_choice_is_found(world, monkeypatch):
    real = CastVote.act
    monkeypatch.setattr(CastVote, "act", lambda self, data: f"{real(self, data)}#{data['choice']}")
    assert differing(world(ONE), world(OTHER)) == {"ui_sentform"}


def test_twin_a_journal_that_tells_the_choice_is_found(world, monkeypatch):
    real = ballots.cast_vote

    def telling(**words):
        line = real(**words)
        ballots.record(
            "decisions.secret_vote", by=words["by"], at=words["at"], on=line, details={"choice": words["choice"]}
        )
        return line

    monkeypatch.setattr(actions, "cast_vote", telling)
    assert "journal_record" in differing(world(ONE), world(OTHER))


def test_no_column_of_a_vote_says_when_or_by_whom():
    assert {field.name for field in Vote._meta.get_fields()} == {"id", "organisation", "ballot", "choice", "by"}
    named = {model._meta.label for model in apps.get_models() for field in model._meta.get_fields() if field.is_relation and not field.auto_created and field.related_model is Vote}  # fmt: skip
    assert named == set()


def test_keys_are_drawn_by_lot_and_anew_when_it_is_counted(open_ballot, vote, council, now):
    ballot, order = open_ballot(is_secret=True), []
    for name in (*NAMES, "Dirk"):
        vote(ballot, council[name], "for")
        order.append((set(Vote.objects.values_list("pk", flat=True)) - set(order)).pop())
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    after = set(Vote.objects.values_list("pk", flat=True))
    assert (len(after), after & set(order)) == (5, set())
    assert all(key > 2**20 for key in after)


@pytest.fixture
def written_together():
    """How many votes PostgreSQL shows as written in the transaction of a line of the electorate that stands apart from others."""

    def count():
        with connection.cursor() as cursor:
            cursor.execute("SELECT xmin::text, count(*) FROM decisions_vote GROUP BY 1")
            return sorted(number for _transaction, number in cursor.fetchall())

    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL shows in which transaction a row was written")
    return count


def test_after_counting_all_votes_were_written_in_one_transaction(
    open_ballot, vote_all, council, now, written_together
):
    ballot = open_ballot(is_secret=True)
    vote_all(ballot, "for for against abstained for")
    assert written_together() == [1, 1, 1, 1, 1]
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    assert written_together() == [5]


def test_twin_without_writing_anew_each_vote_still_shows_its_transaction(
    open_ballot, vote_all, council, now, written_together, monkeypatch
):
    monkeypatch.setattr(counting, "_cut_the_thread", lambda _ballot, **_words: None)
    ballot = open_ballot(is_secret=True)
    vote_all(ballot, "for for against abstained for")
    actions.close_ballot(ballot=ballot, by=council["Anna"], at=now)
    assert written_together() == [1, 1, 1, 1, 1]


def test_too_few_votes_are_wiped_and_told_to_nobody(open_ballot, vote, council, now, asked, signed_in, set_up):
    ballot = open_ballot(is_secret=True)
    for name in ("Anna", "Cleo"):
        vote(ballot, council[name], "against")
    at = now + timedelta(days=1)
    closed = actions.close_ballot(ballot=ballot, by=council["Anna"], at=at)
    assert (closed.result, Vote.objects.count()) == ("too_few", 0)
    entry = queries.entries_of(asked)[-1]
    assert (entry.content["counts"], len(entry.content["took_part"])) == ({}, 2)
    page = signed_in(council["Dirk"]).get(reverse("decisions:ballot", args=[set_up.slug, ballot.number]))
    assert "Ze zijn gewist zonder te tellen" in page.content.decode()


def test_everybody_reads_beforehand_that_the_same_vote_by_all_tells_all(open_ballot, council, signed_in, set_up, line):
    ballot = open_ballot(is_secret=True)
    where = {"organisation": set_up.slug, "number": ballot.number, "line": line(ballot, council["Cleo"]).pk}
    for name in ("ballot", "cast_vote"):
        words = where if name == "cast_vote" else {key: where[key] for key in ("organisation", "number")}
        page = signed_in(council["Cleo"]).get(reverse(f"decisions:{name}", kwargs=words)).content.decode()
        assert "Stemt iedereen hetzelfde, dan weet iedereen het toch" in page
