"""A walk through a policy plan and its dossiers: every act at random, by anybody, at any moment, through the real actions.

A step asks the table of rights at the door, as a page does, then calls the action. What should have come of it is worked out
here from the rows of before, in words of our own; `watching` then looks at everything.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from draagvlak.decisions import actions as decisions
from draagvlak.decisions.models import Dossier, Mandate, Part
from draagvlak.decisions.rules import needs_of
from draagvlak.decisions.states import VERDICTS, Answer, DossierKind, Strength, Verdict
from draagvlak.lib import clock
from draagvlak.lib.refusals import Refused
from draagvlak.lib.rights import may
from draagvlak.lib.text import clean_html, plain
from draagvlak.policyplan import actions as policyplan
from draagvlak.policyplan.models import Goal, Plan, Section, Version
from draagvlak.policyplan.states import SectionKey
from draagvlak.stakeholders import actions as stakeholders
from draagvlak.stakeholders.models import Body, Role, Seat
from draagvlak.stakeholders.states import RoleKind, SeatFunction
from tests.walks.watching import Chain, Row, Watch

WORDS = ("<p>Ieder leert.</p>", "<p>Ook wie 's nachts werkt.</p>", "<p>Ja<script>kwaad()</script></p>", "<p> </p>")
KEYS = (SectionKey.WHY, SectionKey.MEANS)
SPEAKING = ("works_council", "union_delegation", "board")
# Whoever ends the dossier, the last one last; and what each strength may say, in words of our own.
ENDS = ("approval", "ratify")
MAY_LAPSE = ("consult", "advice")
YES = {"favourable", "with_remarks", "consented", "agreed", "approved", "ratified"}
NO = {"if_amended", "refused", "no_agreement", "not_approved", "not_ratified"}
MAY_SAY = {
    "inform": {"informed"},
    "consult": {"no_remarks", "remarks"},
    "post": {"nothing_written", "written"},
    "advice": {"favourable", "with_remarks", "unfavourable"},
    "consent": {"consented", "if_amended", "refused"},
    "negotiation": {"agreed", "no_agreement"},
    "approval": {"approved", "not_approved"},
    "ratify": {"ratified", "not_ratified"},
}
HASTY = 3
# Who speaks with which strength, in the order of SPEAKING: so that every strength is heard and dossiers still end.
MIXES = (
    ("consult", "negotiation", "approval"),
    ("advice", "approval", "ratify"),
    ("consult", "consent", "ratify"),
    ("consent", "negotiation", "ratify"),
    ("advice", "inform", "approval"),
    ("consent", "post", "approval"),
    # Here nobody can end a dossier, until somebody gets another mandate.
    ("advice", "inform", "consult"),
)
AGREEMENT = {
    "subject": "Vorming",
    "signed_on": date(2027, 3, 1),
    "sha256": "a" * 64,
    "clauses": [(1, "b" * 64)],
    "address": "/o/lindehof/beleidsplan/cao/1/",
}
NO_VOTES = {"for": 0, "against": 0, "abstained": 0}
VOTES = (NO_VOTES, NO_VOTES, {"for": 4, "against": 1, "abstained": 1}, {"for": 1, "against": 4, "abstained": 0})
PAUSES = (
    *(timedelta(seconds=40), timedelta(hours=9), timedelta(days=1), timedelta(days=4), timedelta(days=17)),
    timedelta(seconds=-3),  # the clock of a machine is set right now and then
)

people = st.sampled_from(["koen", "amina", "dirk", "ria", "els", "mia", "bram", "greet"])
writers = st.sampled_from(["amina", "koen", "amina", "koen", "bram"])
keys = st.sampled_from(KEYS)
words = st.sampled_from(WORDS)
is_fresh = st.sampled_from([False, True, False])
numbers = st.integers(0, 3)
# The page warns that saving stops a running dossier; most people then only look. Else no dossier would live to be decided.
chances = st.integers(0, 9)
# Now and then the one who speaks read another paper.
others = st.sampled_from([False, False, False, False, True])
# Now and then he forgets what must lie beside it: the signed agreement, or how the papers came there.
complete = st.sampled_from([True, False])


@dataclass
class House:
    """One organisation, built once; every walk begins in it and is rolled back to it."""

    organisation: Any
    people: dict[str, Any]
    plan: Plan
    clock: Any
    begins_at: datetime
    goal: dict[str, Any]


@dataclass
class Tally:
    """What the walks of one run came to."""

    steps: int = 0
    walks: int = 0
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    spoke: Counter[str] = field(default_factory=Counter)


def has_dossier(walk: "PlanWalk") -> bool:
    return bool(walk.watch.chains)


def asks_somebody(walk: "PlanWalk") -> bool:
    return (found := walk.dossier(0)) is not None and found[0].state == "open"


class PlanWalk(RuleBasedStateMachine):
    house: House
    tally: Tally
    turn: int = 0

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.house.clock.move_to(self.house.begins_at)
        self.watch = Watch(self.house.organisation.pk)
        self.watch.after(changed=True)
        self.plan = Plan.objects.select_related("project").get(pk=self.house.plan.pk)
        self.read: dict[tuple[str, Any], Row] = {}
        self.tally.walks += 1
        self.is_broken = False

    def teardown(self) -> None:
        try:
            if self.is_broken:  # the step that failed says it better
                return
            self.watch.at_the_end()
            self.tally.ended.update(dossier.state for dossier in self.watch.sight.of(Dossier))
        finally:
            transaction.savepoint_rollback(self.savepoint)

    # What the walk knows, from the rows as they were before the step.

    def holds(self, who: str, *roles: str) -> bool:
        rows = self.watch.sight.only(Role, holder_id=str(self.house.people[who].pk))
        return any(row.kind in roles and _in_force(row) for row in rows)

    def sits(self, who: str, *kinds: str) -> bool:
        bodies = {b.id for b in self.watch.sight.of(Body) if b.kind in kinds and not b.ends_on}
        rows = self.watch.sight.only(Seat, holder_id=str(self.house.people[who].pk))
        return any(row.body_id in bodies and _in_force(row) for row in rows)

    def seats(self, by: str, kind: str) -> bool:
        """Whether this person may fill and end the seats of such a body: a delegation in which somebody sits does so itself."""
        bodies = {b.id for b in self.watch.sight.of(Body) if b.kind == "union_delegation" and not b.ends_on}
        if kind == "union_delegation" and any(
            row.body_id in bodies and _in_force(row) for row in self.watch.sight.of(Seat)
        ):
            return self.sits(by, kind)
        return self.writes(by)

    def shown(self) -> Row:
        versions = {version.state: version for version in self.watch.sight.of(Version)}
        last = self.watch.sight.of(Version)[-1]
        return next((versions[s] for s in ("draft", "submitted", "adopted") if s in versions), last)

    def section(self, key: str) -> Row:
        return self.watch.sight.only(Section, version_id=self.shown().id, key=str(key))[0]

    def goal(self, number: int) -> Row | None:
        found = self.watch.sight.only(Goal, version_id=self.shown().id, number=str(number))
        return found[0] if found else None

    def dossier(self, back: int) -> tuple[Row, Chain] | None:
        """The last dossier, or one of those before it."""
        rows = self.watch.sight.of(Dossier)
        if not rows:
            return None
        row = rows[max(len(rows) - 1 - back, 0)]
        return row, self.watch.chains[row.id]

    def body(self, kind: str) -> Body:
        return Body.objects.get(kind=kind)

    # A step.

    def attempt(
        self, who: str, right: str, subject: Any, act: Any, *, allowed: bool, happens: bool | None, changes: bool = True
    ) -> Any:
        """Ask at the door, act, and hold the outcome against what should come of it. happens: None when either is right."""
        self.is_broken = True
        name, person = right.split(".")[1], self.house.people[who]
        self.tally.steps += 1
        person.forget()
        entered, answer = may(person, right, subject), None
        assert entered == allowed, f"{who} {'may' if entered else 'may not'} {right}"
        why = "NoRight"
        if entered:
            try:
                answer = act(person)
            except Refused as refused:
                why = type(refused).__name__
        done = entered and (answer is not None)
        note(f"{clock.now():%d/%m %H:%M} {who} {name}: {'done' if done else why}")
        if allowed and happens is not None:
            assert done == happens, f"{who} {name}: {'it happened' if done else why}"
        (self.tally.done if done else self.tally.refused)[name if done else f"{name} {why}"] += 1
        self.watch.after(changed=done and changes)
        self.is_broken = False
        return answer

    def _nothing(self) -> None:
        """There is nothing of the kind: the page would answer 404."""
        self.tally.steps += 1

    # Writing.

    def writes(self, who: str) -> bool:
        return self.holds(who, RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR)

    @rule(who=writers, what=st.sampled_from([*KEYS, 1, 2, 3]))
    def open_form(self, who: str, what: Any) -> None:
        """Somebody sees a section or a goal as it stands now, and may send the form much later."""
        self.tally.steps += 1
        seen = self.goal(what) if isinstance(what, int) else self.section(what)
        if seen is not None:
            self.read[who, what] = seen

    def dares(self, who: str, chance: int) -> bool:
        return chance == 7 or not self.writes(who) or not asks_somebody(self)

    @rule(who=writers, key=keys, body=words, is_fresh=is_fresh, chance=chances)
    def write_section(self, who: str, key: SectionKey, body: str, is_fresh: bool, chance: int = 7) -> None:
        stands = self.section(key)
        seen = stands if is_fresh else self.read.get((who, key), stands)
        if not self.dares(who, chance):
            body = seen.body  # sends the form as it was
        wanted = clean_html(body)
        is_new = wanted not in {stands.body, seen.body}
        if seen.body == stands.body:
            happens = True if seen.revision == stands.revision else None
        else:
            # Every text here is one paragraph, so two changes touch. Who changed nothing, or the same, changes nothing.
            happens = False if is_new else None

        def act(person: Any) -> Any:
            return policyplan.write_section(
                plan=self.plan, key=key, body=body, revision=int(seen.revision), by=person, at=clock.now()
            )

        right = self.writes(who)
        self.attempt(who, "policyplan.write", self.plan, act, allowed=right, happens=happens, changes=is_new)

    @rule(
        who=people,
        what=st.sampled_from(["set", "change", "change", "remove"]),
        number=numbers,
        word=words,
        is_fresh=is_fresh,
        chance=chances,
    )
    def write_goal(self, who: str, what: str, number: int, word: str, is_fresh: bool, chance: int) -> None:
        if not self.dares(who, chance):
            return self.open_form(who=who, what=number)
        stands = self.goal(number)
        if what == "set":
            self.set_goal(who)
        elif stands is None:  # the page answers 404
            self.tally.steps += 1
        elif what == "remove":
            self.remove_goal(who, number)
        else:
            seen = stands if is_fresh else self.read.get((who, number), stands)
            self.change_goal(who, number, plain(word) or "Rust", seen, stands)
        return None

    def set_goal(self, who: str) -> None:
        def act(person: Any) -> Any:
            return policyplan.set_goal(plan=self.plan, facts=self.house.goal, items=[], by=person, at=clock.now())

        self.attempt(who, "policyplan.write", self.plan, act, allowed=self.writes(who), happens=True)

    def change_goal(self, who: str, number: int, title: str, seen: Row, stands: Row) -> None:
        happens = seen.title == stands.title and (True if seen.revision == stands.revision else None)
        words = {"facts": {**self.house.goal, "title": title}, "items": [], "revision": int(seen.revision)}

        def act(person: Any) -> Any:
            return policyplan.change_goal(plan=self.plan, number=number, **words, by=person, at=clock.now())

        self.attempt(who, "policyplan.write", self.plan, act, allowed=self.writes(who), happens=happens)

    def remove_goal(self, who: str, number: int) -> None:
        def act(person: Any) -> Any:
            policyplan.remove_goal(plan=self.plan, number=number, by=person, at=clock.now())
            return True

        self.attempt(who, "policyplan.write", self.plan, act, allowed=self.writes(who), happens=True)

    @rule(who=people, chance=chances)
    def new_version(self, who: str, chance: int = 7) -> None:
        if not self.dares(who, chance):
            return self.open_form(who=who, what=KEYS[0])

        def act(person: Any) -> Any:
            return policyplan.new_version(plan=self.plan, by=person, at=clock.now())

        happens = self.shown().state != "draft"
        self.attempt(who, "policyplan.write", self.plan, act, allowed=self.writes(who), happens=happens)
        return None

    # Asking.

    def is_complete(self) -> bool:
        version = self.shown()
        sections = self.watch.sight.only(Section, version_id=version.id)
        return (
            version.state == "draft"
            and all(plain(row.body).strip() for row in sections)
            and bool(self.watch.sight.only(Goal, version_id=version.id))
            and any(mandate.strength in ENDS and _in_force(mandate) for mandate in self.watch.sight.of(Mandate))
        )

    @rule(who=people)
    def submit(self, who: str) -> None:
        def act(person: Any) -> Any:
            return policyplan.submit_version(plan=self.plan, by=person, at=clock.now())

        right, complete = self.writes(who), self.is_complete()
        dossier = self.attempt(who, "policyplan.submit_version", self.plan, act, allowed=right, happens=complete)
        if dossier is not None:
            chain = self.watch.chains[str(dossier.pk)]
            asked = {part.body for part in chain.parts()}
            held = [row for row in self.watch.sight.of(Mandate) if _in_force(row)]
            names = {self.watch.sight.by_model["Body"][row.body_id].name for row in held}
            assert asked == names, "others were asked than those who hold a mandate"

    @rule(number=st.integers(0, 9))
    def complete_and_submit(self, number: int) -> None:
        """What a careful coordinator does, so that walks come further than chance would take them."""
        who = "amina" if self.writes("amina") else "koen"
        state = self.shown().state
        if state == "submitted" and number != 7:
            return self.open_form(who=who, what=KEYS[number % 2])
        if state != "draft":
            return self.new_version(who=who, chance=7)
        for key in KEYS:
            if not plain(self.section(key).body).strip():
                return self.write_section(who=who, key=key, body=WORDS[number % 2], is_fresh=True, chance=7)
        if not self.watch.sight.only(Goal, version_id=self.shown().id):
            return self.set_goal(who)
        return self.submit(who=who)

    # Speaking.

    @precondition(has_dossier)
    @rule(who=people, text=st.sampled_from(["Waarom?", "Goed zo.", " "]), back=st.sampled_from([0, 0, 1]))
    def remark(self, who: str, text: str, back: int) -> None:
        if (found := self.dossier(back)) is None:
            return
        dossier = Dossier.objects.get(pk=found[0].id)

        def act(person: Any) -> Any:
            return decisions.add_remark(dossier=dossier, text=text, by=person, at=clock.now())

        right = self.writes(who) or self.sits(who, *SPEAKING)
        happens = found[0].state == "open" and bool(text.strip())
        self.attempt(who, "decisions.add_remark", dossier, act, allowed=right, happens=happens)

    @precondition(has_dossier)
    @rule(
        who=people,
        kind=st.sampled_from(SPEAKING),
        verdict=st.sampled_from(list(Verdict)),
        back=st.sampled_from([0, 0, 1, 2]),
        read=st.sampled_from([0, 0, 0, 1, 9]),
        votes=st.sampled_from(VOTES),
        words=st.sampled_from([("Meer nacht.", "Meer tijd."), ("Te laat.",), ("", " "), ()]),
        signed=st.sampled_from([AGREEMENT, None]),
    )
    def speak(
        self, who: str, kind: str, verdict: str, back: int, read: int, votes: Any, words: Any, signed: Any
    ) -> None:
        """Somebody writes down a voice, who read the paper of this dossier, or of an earlier one, or something else."""
        if (found := self.dossier(back)) is None:
            return
        paper = self.dossier(back + read)
        sha256 = paper[1].sha256 if paper and read < 9 else "0" * 64
        said = {"verdict": verdict, "votes": votes, "points": words, "sha256": sha256, "agreement": signed}
        self._voice(who, found, kind, said)

    def _go_on(self, word: int, is_other: bool, is_complete: bool) -> None:
        """What is asked next is done by who should do it, mostly having read the paper: most walks get somewhere."""
        row, chain = self.dossier(0)
        needs = needs_of(chain.parts(), today=clock.today())
        if not needs:
            return self._nothing()
        # Who is hasty does what comes last first.
        need = needs[-1] if word == HASTY else next((one for one in needs if not one.is_blocked), needs[0])
        if need.what == "register" and need.is_blocked and need.due_on is not None:
            return self._wait(need.due_on + timedelta(days=1) - clock.today())
        if (point := need.point) is not None:
            who = next((name for name in self.house.people if self.holds(name, RoleKind.MANAGEMENT)), "koen")
            return self._reply(who, (row, chain), (point.voice, point.number))
        part = next(part for part in chain.parts() if part.key == need.part)
        knows = self.writes if part.strength == "inform" else lambda name: self.sits(name, part.kind)
        who = next((name for name in self.house.people if knows(name)), "dirk")
        verdicts = VERDICTS[Strength(part.strength)]
        verdict = verdicts[0 if word == HASTY else min(word, len(verdicts) - 1)]
        sha256 = "0" * 64 if is_other else chain.sha256
        points = ("Meer nacht.",) if is_complete or part.strength != "inform" else ()
        said = {"verdict": verdict, "votes": NO_VOTES, "points": points, "sha256": sha256}
        said["agreement"] = AGREEMENT if is_complete else None
        return self._voice(who, (row, chain), part.kind, said)

    go_on = precondition(asks_somebody)(
        rule(word=st.sampled_from([0, 1, 0, 0, 2, HASTY]), is_other=others, is_complete=complete)(_go_on)
    )
    go_on_again = precondition(asks_somebody)(
        rule(word=st.sampled_from([1, 0, 0]), is_other=others, is_complete=complete)(_go_on)
    )

    def _voice(self, who: str, found: tuple[Row, Chain], kind: str, said: dict[str, Any]) -> None:
        row, chain = found
        part = Part.objects.select_related("dossier__document", "body").filter(dossier=row.id, body__kind=kind).first()
        if part is None:  # the page answers 404
            return self._nothing()
        note_of = said["points"][0] if said["points"] else ""
        # Beside a plain yes or no to a text nobody asks anything.
        points = () if said["verdict"] in {"consented", "refused"} else said["points"]

        def act(person: Any) -> Any:
            words = {"verdict": said["verdict"], "votes": said["votes"], "points": points, "note": note_of}
            words["agreement"] = said["agreement"]
            if said["verdict"] == "informed":
                words |= {"met_on": clock.today(), "handed_over": note_of}
            entry = decisions.record_voice(
                part=part, said={**words, "document_sha256": said["sha256"]}, by=person, at=clock.now()
            )
            self.watch.seen[row.id, entry.number] = said["sha256"]
            return entry

        informs = part.strength == "inform"
        # Who must be able to prove that he informed, and who must be able to close a register that nobody closes.
        right = self.sits(who, kind) or (part.strength in {"inform", "post"} and self.writes(who))
        happens = self._is_heard(row, chain, part.pk, said, note_of)
        door = "decisions.record_information" if informs else "decisions.record_voice"
        if self.attempt(who, door, part, act, allowed=right, happens=happens) is not None:
            self.tally.spoke[part.strength] += 1
        return None

    @staticmethod
    def _is_heard(row: Row, chain: Chain, key: int, said: dict[str, Any], reason: str) -> bool:
        today, verdict = clock.today(), said["verdict"]
        mine = next(part for part in chain.parts() if part.key == key)
        votes = said["votes"]
        return (
            row.state == "open"
            and said["sha256"] == chain.sha256
            and verdict in MAY_SAY[mine.strength]
            and mine.voice is None
            and not (mine.strength in MAY_LAPSE and today > mine.due_on)
            and not (mine.strength == "post" and today <= mine.due_on)
            and not _waits(mine.strength, chain, today)
            and (
                verdict not in {"with_remarks", "unfavourable", "remarks", "written", "if_amended"}
                or any(p.strip() for p in said["points"])
            )
            and (mine.strength in {"inform", "consult", "post"} or not any(votes.values()) or _fits(verdict, votes))
            and (verdict != "agreed" or said["agreement"] is not None)
            # No mail ever leaves in a walk, so it is always told how the papers came there.
            and (verdict != "informed" or (bool(reason.strip()) and chain.opened_on <= today))
            and (verdict not in NO - {"if_amended"} or bool(reason.strip()))
        )

    @precondition(has_dossier)
    @rule(
        who=people, number=st.integers(1, 3), text=st.sampled_from(["Ja.", "Nee, want.", " "]), back=st.integers(0, 1)
    )
    def reply(self, who: str, number: int, text: str, back: int) -> None:
        if (found := self.dossier(back)) is None:
            return
        voices = [r["number"] for r in found[1].records if r["act"] == "voice"]
        self._reply(who, found, (voices[-1] if voices else 2, number), text)

    def _reply(self, who: str, found: tuple[Row, Chain], where: tuple[int, int], text: str = "Ja.") -> None:
        row, chain = found
        dossier = Dossier.objects.get(pk=row.id)
        points = [point for part in chain.parts() if part.voice for point in part.voice.points]
        waits = any((p.voice, p.number) == where and p.reply is None for p in points)

        def act(person: Any) -> Any:
            place = {"voice": where[0], "point": where[1]}
            return decisions.reply(dossier=dossier, **place, answer=Answer.PARTLY, text=text, by=person, at=clock.now())

        happens = row.state == "open" and waits and bool(text.strip())
        right = self.holds(who, RoleKind.MANAGEMENT)
        self.attempt(who, "decisions.reply", dossier, act, allowed=right, happens=happens)

    @precondition(has_dossier)
    @rule(back=st.sampled_from([0, 1]), chance=chances)
    def withdraw(self, back: int, chance: int) -> None:
        """The dossier itself is stopped. No page does so without a new version; the next one that asks for decisions may."""
        found = self.dossier(back)
        if found is None or (chance != 7 and found[0].state == "open"):
            return
        dossier = Dossier.objects.get(pk=found[0].id)

        def act(person: Any) -> Any:
            return decisions.withdraw_dossier(dossier=dossier, reason="Anders.", by=person, at=clock.now())

        right, happens = self.writes("koen"), found[0].state == "open"
        self.attempt("koen", "policyplan.write", self.plan, act, allowed=right, happens=happens)

    # Who may speak, and when.

    @rule(
        who=people, kind=st.sampled_from(SPEAKING), strength=st.sampled_from([None, *Strength]), days=st.integers(0, 20)
    )
    def change_mandate(self, who: str, kind: str, strength: Strength | None, days: int) -> None:
        if strength is None:
            self.end_mandate(who, kind, [-1, -1, 0, 5][days % 4])
        else:
            self.set_mandate(who, kind, strength, days)

    @initialize(place=st.integers(0, len(MIXES) - 1), days=st.sampled_from([0, 9, 15]))
    def share_voices(self, place: int, days: int) -> None:
        """Each walk begins in a house that shares out its voices in another way; every batch of walks counts from another one, so
        that none is left out by chance."""
        mix = MIXES[(place + self.turn) % len(MIXES)]
        who = next((name for name in self.house.people if self.holds(name, RoleKind.MANAGEMENT)), "koen")
        for kind, strength in zip(SPEAKING, mix, strict=True):
            self.set_mandate(who, kind, Strength(strength), days)

    def set_mandate(self, who: str, kind: str, strength: Strength, days: int) -> None:
        body, facts = self.body(kind), {"strength": strength, "term_days": days, "ground": "statuten"}

        def act(person: Any) -> Any:
            kind_of = DossierKind.POLICY_PLAN
            return decisions.set_mandate(body=body, kind=kind_of, facts=facts, by=person, at=clock.now())

        right = self.holds(who, RoleKind.MANAGEMENT)
        self.attempt(who, "decisions.set_mandate", body, act, allowed=right, happens=True)

    def end_mandate(self, who: str, kind: str, days: int) -> None:
        mandate = Mandate.objects.filter(body__kind=kind, ends_on=None).first()
        if mandate is None:
            return self._nothing()

        def act(person: Any) -> Any:
            ends_on = clock.today() + timedelta(days=days)
            return decisions.end_mandate(mandate=mandate, ends_on=ends_on, by=person, at=clock.now())

        right = self.holds(who, RoleKind.MANAGEMENT)
        self.attempt(who, "decisions.set_mandate", mandate, act, allowed=right, happens=True)
        return None

    @rule(
        by=people,
        who=st.sampled_from(["koen", "amina", "dirk", "ria", "els", "mia", "bram"]),
        kind=st.sampled_from([*SPEAKING, "management", "training_coordinator"]),
        days=st.sampled_from([None, -1, 0, 3]),
    )
    def change_hands(self, by: str, who: str, kind: str, days: int | None) -> None:
        """A seat or a role begins (days: None), or ends so many days from now."""
        if kind in SPEAKING:
            return self.take_seat(by, who, kind) if days is None else self.leave_seat(by, who, days)
        return self.take_role(by, who, RoleKind(kind)) if days is None else self.end_role(by, who, days)

    def take_seat(self, by: str, who: str, kind: str) -> None:
        def act(person: Any) -> Any:
            return stakeholders.seat(
                body=self.body(kind),
                holder=self.house.people[who],
                function=SeatFunction.MEMBER,
                starts_on=clock.today(),
                by=person,
                at=clock.now(),
            )

        body = self.body(kind)
        self.attempt(by, "stakeholders.keep_seats", body, act, allowed=self.seats(by, kind), happens=None)

    def leave_seat(self, by: str, who: str, days: int) -> None:
        seat = Seat.objects.filter(holder=self.house.people[who], ends_on=None).first()
        if seat is None:
            return self._nothing()

        def act(person: Any) -> Any:
            ends_on = clock.today() + timedelta(days=days)
            return stakeholders.unseat(seat=seat, ends_on=ends_on, by=person, at=clock.now(), reason="Een verkiezing.")

        allowed = self.seats(by, seat.body.kind)
        self.attempt(by, "stakeholders.keep_seats", seat, act, allowed=allowed, happens=None)
        return None

    def take_role(self, by: str, who: str, role: RoleKind) -> None:
        holder, starts_on = self.house.people[who], clock.today()

        def act(person: Any) -> Any:
            if role == RoleKind.MANAGEMENT:
                return stakeholders.assign_role(
                    kind=role, holder=holder, starts_on=starts_on, by=person, at=clock.now()
                )
            facts = {"starts_on": starts_on, "half_days_per_week": Decimal(1), "mandate": "Bewaakt."}
            return stakeholders.appoint_coordinator(holder=holder, facts=facts, by=person, at=clock.now())

        directs = self.holds(by, RoleKind.MANAGEMENT)
        right, allowed = "stakeholders.assign_role", self.writes(by)
        if role != RoleKind.MANAGEMENT:
            right, allowed = "stakeholders.appoint_coordinator", directs or self.sits(by, "board")
        self.attempt(by, right, self.house.organisation, act, allowed=allowed, happens=None)

    def end_role(self, by: str, who: str, days: int) -> None:
        role = Role.objects.filter(holder=self.house.people[who], ends_on=None).first()
        if role is None:
            return self._nothing()

        def act(person: Any) -> Any:
            ends_on = clock.today() + timedelta(days=days)
            return stakeholders.end_role(role=role, ends_on=ends_on, by=person, at=clock.now())

        right = self.writes(by)
        self.attempt(by, "stakeholders.assign_role", self.house.organisation, act, allowed=right, happens=None)
        return None

    @rule(pause=st.sampled_from(PAUSES))
    def time_passes(self, pause: timedelta) -> None:
        self._wait(pause)

    def _wait(self, pause: timedelta) -> None:
        self.tally.steps += 1
        self.house.clock.shift(pause)
        self.watch.after(changed=False)


def _fits(verdict: str, votes: dict[str, int]) -> bool:
    return (verdict in YES) == (votes["for"] > votes["against"])


def _waits(strength: str, chain: Chain, today: date) -> bool:
    """Whether somebody else must do something before who ends the dossier can: reckoned from the chain, in words of our own."""
    if strength not in ENDS:
        return False
    before = ("inform", "consult", "post", "advice", "consent", "negotiation", *ENDS[: ENDS.index(strength)])
    for part in chain.parts():
        if part.voice is not None:
            if any(point.reply is None for point in part.voice.points):
                return True
        elif part.strength in before and not (part.strength in MAY_LAPSE and today > part.due_on):
            return True
    return False


def _in_force(row: Row) -> bool:
    today = clock.today()
    return date.fromisoformat(row.starts_on) <= today and (not row.ends_on or date.fromisoformat(row.ends_on) >= today)
