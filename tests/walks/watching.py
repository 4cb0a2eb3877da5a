"""What must hold after every step of a walk, read from the tables and from the exported dossiers, not from the actions.

One statement reads every row that an act could touch; texts that triggers freeze (a dossier's words) are read when a row of
theirs appears, and all once more at the end of each walk.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any

from django.db import connection

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.figures import Point, Reply, Says, Voice
from draagvlak.decisions.models import Dossier, Entry, Mandate, Part
from draagvlak.decisions.rules import outcome_of
from draagvlak.documents.models import FrozenText
from draagvlak.journal.models import Head, Record
from draagvlak.lib import clock
from draagvlak.lib.verify import examine, seal_of, text_seal
from draagvlak.meetings.models import Matter
from draagvlak.notices.models import Message
from draagvlak.policyplan.models import Goal, GoalItem, Plan, Section, Version
from draagvlak.stakeholders.models import Body, Role, Seat

WATCHED = {
    Version: None,
    Section: None,
    Goal: None,
    GoalItem: None,
    Plan: None,
    Dossier: None,
    Part: None,
    Entry: ["id", "dossier_id", "number", "act", "at", "previous", "seal"],
    FrozenText: ["id", "title", "sha256", "frozen_at"],
    Mandate: None,
    Body: None,
    Seat: None,
    Role: ["id", "kind", "holder_id", "starts_on", "ends_on"],
    Matter: None,
    Head: None,
    Message: ["id", "to", "subject", "state"],
}
COLUMNS = {
    model: [name for name in names or [f.column for f in model._meta.concrete_fields] if name != "organisation_id"]
    for model, names in WATCHED.items()
}
WIDEST = max(map(len, COLUMNS.values()))


@cache
def _reading(here: int) -> str:
    parts = []
    for model, names in COLUMNS.items():
        table = model._meta.db_table
        cells = [f"""CAST({connection.ops.quote_name(name)} AS text)""" for name in names]
        # Messages may be many and none is ever changed by these acts: how many there are says enough.
        if model is Message:
            cells = ["CAST(count(*) AS text)"]
        padded = cells + ["''"] * (WIDEST - len(cells))
        parts.append(f"SELECT '{model.__name__}', {', '.join(padded)} FROM {table} WHERE organisation_id = {here}")
    return " UNION ALL ".join(parts)


@dataclass(frozen=True)
class Row:
    """One row as text: its columns by name."""

    cells: dict[str, str]

    def __getattr__(self, name: str) -> str:
        try:
            return self.cells[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass
class Sight:
    """Everything that an act could have touched, at one moment."""

    rows: frozenset[tuple[Any, ...]]

    @cached_property
    def by_model(self) -> dict[str, dict[str, Row]]:
        names = {model.__name__: columns for model, columns in COLUMNS.items()}
        found: dict[str, dict[str, Row]] = {model: {} for model in names}
        for model, *cells in self.rows:
            if model != "Message":
                found[model][cells[0]] = Row(dict(zip(names[model], cells, strict=False)))
        return found

    def of(self, model: type) -> list[Row]:
        return sorted(self.by_model[model.__name__].values(), key=lambda row: int(row.id))

    def only(self, model: type, **wanted: str) -> list[Row]:
        return [row for row in self.of(model) if all(row.cells[key] == value for key, value in wanted.items())]


def look(organisation: int) -> Sight:
    with connection.cursor() as cursor:
        cursor.execute(_reading(organisation))
        return Sight(frozenset(cursor.fetchall()))


@dataclass
class Chain:
    """A dossier as its exported file tells it, and nothing else."""

    number: int
    records: list[dict[str, Any]]

    @property
    def sha256(self) -> str:
        return str(self.records[0]["content"]["document"]["sha256"])

    @property
    def opened_on(self) -> date:
        return clock.day_of(datetime.fromisoformat(self.records[0]["at"]))

    @property
    def is_closed(self) -> bool:
        return any(record["act"] in {"settle", "withdraw"} for record in self.records)

    @property
    def result(self) -> str:
        return next((r["content"]["result"] for r in self.records if r["act"] == "settle"), "")

    def parts(self, until: int | None = None) -> tuple[Says, ...]:
        """Who speaks and what was said, up to a record."""
        told = self.records[:until]
        replies = {
            (r["content"]["voice"], r["content"]["point"]): Reply(
                r["number"], r["content"]["verdict"], r["content"]["text"], r["by"]["name"], r["at"]
            )
            for r in told
            if r["act"] == "reply"
        }
        voices = {r["content"]["part"]: _voice(r, replies) for r in told if r["act"] == "voice"}
        return tuple(
            Says(
                p["part"],
                p["kind"],
                p["body"],
                p["strength"],
                date.fromisoformat(p["due_on"]),
                p["ground"],
                voices.get(p["part"]),
            )
            for p in self.records[0]["content"]["parts"]
        )


def _voice(record: dict[str, Any], replies: dict[Any, Reply]) -> Voice:
    said = record["content"]
    points = tuple(
        Point(record["number"], p["number"], p["text"], replies.get((record["number"], p["number"])))
        for p in said["points"]
    )
    return Voice(
        record["number"],
        said["part"],
        said["body"],
        said["strength"],
        said["verdict"],
        said["votes"],
        said["note"],
        record["by"]["name"],
        record["at"],
        points,
    )


def _ended_as_it_should(chain: Chain, today: date) -> None:
    """What must be there when a dossier ends, reckoned here and not by the rule of the product."""
    said = {part.key: part.voice.verdict for part in chain.parts() if part.voice}
    no = {"if_amended", "refused", "no_agreement", "not_approved", "not_ratified"}
    assert (chain.result == "rejected") == bool(no & set(said.values())), "a no and the outcome disagree"
    if chain.result != "adopted":
        return
    for part in chain.parts():
        may_be_silent = part.strength in {"consult", "advice"} and today > part.due_on
        assert part.key in said or may_be_silent, f"adopted without {part.body}, which {part.strength}"
        points = part.voice.points if part.voice else ()
        assert all(point.reply for point in points), "adopted with a point that was not answered"
    for record in chain.records:
        if record["act"] == "voice" and record["content"]["verdict"] == "informed":
            assert record["content"]["met_on"], "informed on no day"
            assert record["content"]["handed_over"], "informed without papers"
        if record["act"] == "voice" and record["content"]["strength"] == "post":
            open_until = next(
                p["due_on"] for p in chain.records[0]["content"]["parts"] if p["part"] == record["content"]["part"]
            )
            assert record["at"][:10] > open_until, "the register was closed too early"
        if record["act"] == "voice" and record["content"]["verdict"] == "agreed":
            assert record["content"]["agreement"]["sha256"], "an agreement without its seal"
    order = [r["content"]["strength"] for r in chain.records if r["act"] == "voice"]
    ends = [strength for strength in order if strength in {"approval", "ratify"}]
    assert ends == sorted(ends), "ratified before it was approved"
    assert ends, "nobody ended it"


def chain_of(pk: str) -> Chain:
    """The dossier as it is exported, examined by the program that a union's own expert runs."""
    dossier = Dossier.objects.get(pk=pk)
    exported = decisions.exported(dossier)
    receipt = f"{len(exported['records'])}:{exported['head']}"
    verdict = examine(json.dumps(exported, ensure_ascii=False).encode(), [receipt], "en")
    assert verdict.code == 0, f"dossier {dossier.number} does not verify: {verdict.sentences}"
    return Chain(dossier.number, exported["records"])


class Watch:
    """Looks after each step. `seen`: (dossier, record) → the hash that the person read who made it, kept outside the product."""

    def __init__(self, organisation: int) -> None:
        self.organisation = organisation
        self.sight = look(organisation)
        self.chains: dict[str, Chain] = {}
        self.frozen: dict[str, frozenset[Any]] = {}
        self.seen: dict[tuple[str, int], str] = {}
        self.journal = self._head()
        self.history: dict[str, list[str]] = {}

    def after(self, *, changed: bool) -> None:
        """changed: whether the act happened. A refused act leaves every row as it was."""
        now = look(self.organisation)
        if not changed:
            assert now.rows == self.sight.rows, (
                f"a refused act changed {sorted(now.rows ^ self.sight.rows, key=str)[:3]}"
            )
            return
        before, self.sight = self.sight, now
        self._read_chains(before)
        self._versions_hold()
        self._votes_hold(before)
        self._journal_holds()

    def at_the_end(self) -> None:
        for dossier in self.sight.of(Dossier):
            assert chain_of(dossier.id).records == self.chains[dossier.id].records, "a record was rewritten"
        for text in FrozenText.objects.all():
            assert text_seal(text.text) == text.sha256, "a frozen text changed"

    def _read_chains(self, before: Sight) -> None:
        for dossier in self.sight.of(Dossier):
            was = before.only(Entry, dossier_id=dossier.id)
            entries = self.sight.only(Entry, dossier_id=dossier.id)
            if dossier.id not in self.chains or [e.seal for e in was] != [e.seal for e in entries]:
                known, chain = self.chains.get(dossier.id), chain_of(dossier.id)
                assert known is None or chain.records[: len(known.records)] == known.records, "a record was rewritten"
                self.chains[dossier.id] = chain

    def _versions_hold(self) -> None:
        versions = self.sight.of(Version)
        states = [version.state for version in versions]
        assert states.count("adopted") <= 1, "two versions in force"
        assert states.count("draft") + states.count("submitted") <= 1, "two versions at work"
        texts = {text.id: text for text in self.sight.of(FrozenText)}
        for version in versions:
            if version.state == "draft":
                continue
            content = self._content_of(version)
            assert self.frozen.setdefault(version.id, content) == content, f"version {version.number} changed"
            dossier = self.sight.by_model["Dossier"][version.dossier_id]
            chain = self.chains[dossier.id]
            hashes = {texts[version.document_id].sha256, texts[dossier.document_id].sha256, chain.sha256}
            assert len(hashes) == 1, f"version {version.number} and its dossier hold other texts"
            shown = json.loads(chain.records[0]["content"]["document"]["text"])
            rows = self.sight.only(Section, version_id=version.id)
            assert [s["body"] for s in shown["sections"]] == [row.body for row in rows], "another text was sealed"
            goals = sorted(self.sight.only(Goal, version_id=version.id), key=lambda row: int(row.number))
            assert [g["title"] for g in shown["goals"]] == [row.title for row in goals], "other goals were sealed"
            allowed = {
                "open": {"submitted"},
                "adopted": {"adopted", "superseded"},
                "rejected": {"set_aside"},
                "withdrawn": {"set_aside"},
            }[dossier.state]
            assert version.state in allowed, f"version {version.number} is {version.state}, its dossier {dossier.state}"

    def _content_of(self, version: Row) -> frozenset[Any]:
        goals = self.sight.only(Goal, version_id=version.id)
        links = [tuple(r.cells.values()) for goal in goals for r in self.sight.only(GoalItem, goal_id=goal.id)]
        rows = [tuple(r.cells.values()) for r in (*self.sight.only(Section, version_id=version.id), *goals)]
        return frozenset([*rows, *links, version.number, version.document_id, version.dossier_id])

    def _votes_hold(self, before: Sight) -> None:
        today = clock.today()
        for dossier in self.sight.of(Dossier):
            chain = self.chains[dossier.id]
            for record in chain.records:
                if record["act"] != "voice":
                    continue
                seen = self.seen.get((dossier.id, record["number"]))
                assert seen == chain.sha256, f"a voter read {seen}, the dossier decides on {chain.sha256}"
            assert chain.is_closed == (dossier.state != "open"), "the chain and the dossier disagree on the end"
            was = before.by_model["Dossier"].get(dossier.id)
            just_settled = chain.result and was is not None and was.state == "open"
            if dossier.state == "open":
                assert outcome_of(chain.parts(), today=today) == "", "decided, and not settled"
            elif just_settled:
                ruled = outcome_of(chain.parts(len(chain.records) - 1), today=today)
                assert ruled == chain.result == dossier.state, (
                    f"settled as {dossier.state}, the rule says {ruled or 'nothing'}"
                )
                _ended_as_it_should(chain, today)
            elif dossier.state != "withdrawn":
                assert chain.result == dossier.state, "the outcome changed afterwards"

    @staticmethod
    def _head() -> tuple[int, str]:
        head = Head.objects.get(organisation__slug="lindehof")
        return head.count, head.seal

    def _journal_holds(self) -> None:
        """Each new record of the journal seals itself and the one before it, and the head is the last."""
        count, seal = self.journal
        for row in Record.objects.filter(number__gt=count).select_related("by").order_by("number"):
            line = {
                "organisation": "lindehof",
                "number": count + 1,
                "at": row.at.astimezone(clock.BRUSSELS).isoformat(),
                "by": row.by.email if row.by else "",
                "act": row.act,
                "subject": [row.subject_type, row.subject_id, row.subject_name] if row.subject_type else [],
                "details": row.details,
                "previous": seal,
            }
            assert (row.number, row.previous, row.seal) == (count + 1, seal, seal_of(line)), f"journal {row.number}"
            count, seal = row.number, row.seal
        self.journal = self._head()
        assert self.journal == (count, seal), "the journal's head is not its last record"
