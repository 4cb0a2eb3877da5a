"""A ballot at the same moment: `python -m draagvlak.decisions.tests.race CASE` in an installation of its own on SQLite, which
has its tables, or `run(CASE)` on the database of the tests. What became of it, as plain values.
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier


def main(case: str) -> dict[str, object]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "draagvlak.installation.settings"
    import django

    django.setup()
    return run(case)


def founded():
    """An organisation whose council of five votes in secret until a moment. The ballot, its voters and that moment."""
    from django_scopes import scope

    from draagvlak.accounts.models import Account
    from draagvlak.decisions import actions
    from draagvlak.decisions.models import Part
    from draagvlak.decisions.states import DossierKind
    from draagvlak.documents.actions import freeze
    from draagvlak.lib import clock
    from draagvlak.stakeholders import actions as roles
    from draagvlak.stakeholders.models import Body

    now = clock.now()
    people = [
        Account.objects.create_user(f"p{turn}@example.org", "geheim-genoeg", name=f"P{turn}") for turn in range(5)
    ]
    first = people[0]
    house = roles.found_organisation(slug="huis", name="Huis", joint_committee="330", manager=first, at=now)
    with scope(organisation=house):
        names = {"board": "Bestuur", "works_council": "Raad"}
        facts = {"name": "Huis", "joint_committee": "330", "heads": 120, "fte": 80, "hours_per_half_day": 4}
        roles.describe_organisation(facts=facts, by=first, at=now)
        roles.answer_bodies(present=names, by=first, at=now)
        body = Body.objects.get(kind="works_council")
        for person in people:
            words = {"function": "member", "side": "", "starts_on": clock.day_of(now), "by": first, "at": now}
            roles.seat(body=body, holder=person, **words)
        actions.set_usual_mandates(by=first, at=now)
        text = freeze(title="Plan", text="Plan", at=now)
        dossier = actions.open_dossier(kind=DossierKind.POLICY_PLAN, title="Plan", document=text, by=first, at=now)
        part = Part.objects.select_related("dossier__document", "body").get(dossier=dossier, body=body)
        rule = {
            "quorum": "none",
            "majority": "more",
            "counts_abstentions": False,
            "most_proxies": 1,
            "question": "Goed?",
        }
        rule |= {"is_secret": True, "closes_at": now + timedelta(hours=1), "document_sha256": text.sha256}
        ballot = actions.open_ballot(part=part, facts=rule, by=first, at=now)
    return house, ballot, people, text.sha256


def run(case: str) -> dict[str, object]:
    from django_scopes import scope

    from draagvlak.decisions import queries
    from draagvlak.decisions.models import Entry, Vote

    house, ballot, people, sha256 = founded()
    acts = CASES[case](ballot, people, sha256)
    told = at_once(house, acts)
    with scope(organisation=house):
        ballot.refresh_from_db()
        counted = queries.counted(ballot)
        return {
            "told": told,
            "votes": Vote.objects.count(),
            "voted": ballot.electorate.exclude(way="").count(),
            "state": ballot.state,
            "counted": counted.counts.total if counted and counted.counts else None,
            "counts_in_chain": Entry.objects.filter(act="ballot_count").count(),
        }


def at_once(house, acts):
    """Every act in a thread and a connection of its own, all from the same moment. What each was told, "" when it went well."""
    from django.db import connection
    from django_scopes import scope

    from draagvlak.lib.refusals import Refused

    start = Barrier(len(acts))

    def one(act):
        try:
            with scope(organisation=house):
                start.wait(timeout=20)
                act()
        except Refused as refused:
            return str(refused)
        else:
            return ""
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def voting(ballot, person, sha256, *, at, choice="for"):
    from draagvlak.decisions import actions
    from draagvlak.decisions.models import ElectorateEntry
    from draagvlak.decisions.states import Choice

    def act():
        line = ElectorateEntry.objects.get(ballot=ballot, account=person)
        actions.cast_vote(line=line, choice=Choice(choice), document_sha256=sha256, by=person, at=at)

    return act


def counting(ballot, person, *, at):
    from draagvlak.decisions import actions

    return lambda: actions.close_ballot(ballot=ballot, by=person, at=at)


def closing_second(ballot, people, sha256):
    """Two devices of two people in the last moment, and the count that begins with the next one."""
    last = ballot.closes_at - timedelta(microseconds=1)
    voters = [voting(ballot, person, sha256, at=last) for person in people[:4]]
    return [
        *voters,
        counting(ballot, people[0], at=ballot.closes_at),
        voting(ballot, people[4], sha256, at=ballot.closes_at),
    ]


def two_devices(ballot, people, sha256):
    """The same person votes on two devices, for here and against there."""
    at = ballot.opened_at
    return [voting(ballot, people[0], sha256, at=at, choice=choice) for choice in ("for", "against")]


def two_counts(ballot, people, _sha256):
    return [counting(ballot, person, at=ballot.closes_at) for person in people[:2]]


CASES = {one.__name__: one for one in (closing_second, two_devices, two_counts)}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])))
