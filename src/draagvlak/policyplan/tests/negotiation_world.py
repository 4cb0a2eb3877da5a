"""What the tests of negotiations and agreements arrange with."""

from datetime import timedelta

from draagvlak.lib import clock
from draagvlak.policyplan.actions import agreement as register
from draagvlak.policyplan.actions import negotiation as table
from draagvlak.policyplan.models import Clause
from draagvlak.policyplan.queries import negotiation as queries

ROOT = "https://vto.example"
TEXT = "<p>Vorming telt als werktijd.</p>"


def begin(by, now, subject="Vorming op het werk"):
    facts = {"subject": subject, "level": "company", "aim_on": clock.day_of(now) + timedelta(days=60)}
    return table.open_negotiation(facts=facts, by=by, at=now, root=ROOT)


def put(negotiation, by, now, title="Werktijd", body=TEXT):
    words = {"title": title, "body": body, "because": ""}
    return table.add_clause(negotiation=negotiation, words=words, by=by, at=now, root=ROOT)


def propose(clause, by, now, body="<p>Vorming en reistijd tellen als werktijd.</p>", version=1, title="Werktijd"):
    words = {"title": title, "body": body, "because": "Anders."}
    return table.propose_text(clause=clause, words=words, version=version, by=by, at=now, root=ROOT)


def agree(clause, *people, at, sha256=None):
    for one in people:
        found = queries.clause_at(clause.negotiation, clause.number)
        seal = sha256 or queries.last_text(found).sha256
        table.agree_to_text(clause=found, sha256=seal, by=one, at=at, root=ROOT)


def state(clause):
    return queries.state_of(queries.clause_at(clause.negotiation, clause.number)).value


def paper_facts(now, **more):
    today = clock.day_of(now)
    signers = {"employer": ["Koen Baert"], "workers": ["Ria Aerts, ACV Puls"]}
    return register.Signed(**{"signed_on": today, "starts_on": today, "signers": signers, "notice_months": 3, **more})


def sign(negotiation, by, now, **more):
    from draagvlak.lib.verify import text_seal

    words = {"seal": text_seal(queries.negotiation_text(negotiation)), "follower": by, "paper": None, **more}
    signed = words.pop("signed", paper_facts(now))
    return register.sign_agreement(negotiation=negotiation, signed=signed, **words, by=by, at=now, root=ROOT)


def signed_agreement(koen, ria, now):
    """Two clauses, agreed and signed; a third that was withdrawn."""
    negotiation = begin(ria, now)
    for title in ("Werktijd", "Vijf dagen"):
        agree(put(negotiation, ria, now, title=title), ria, koen, at=now)
    table.withdraw_clause(clause=put(negotiation, ria, now, title="Weg"), reason="Niet nu", by=ria, at=now)
    return sign(negotiation, ria, now)


def clauses(negotiation):
    return list(Clause.objects.filter(negotiation=negotiation))
