"""What a list does to the people we know: who is on it, who is gone, what it means for each."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from draagvlak.staff.figures import Problem, RefusedRow, StaffRow
from draagvlak.staff.rules.people import Comparison, Known, Step
from draagvlak.staff.rules.persons import Line, ListFacts, OnePerson
from draagvlak.staff.rules.recognising import Recogniser, has_other_names, is_somebody_else

# Who stands outside a payroll: missed only in a list that holds this very kind of people.
OUTSIDE_PAYROLL = frozenset(
    {"volunteer", "trainee", "agency_worker", "self_employed", "seconded", "ibo", "apprentice", "art60"}
)


class Comparer:
    """Compares a list with the people we know. The people are changed in hand, not in any table.

    mapped: the fields that the list has a column for. as_of: the day the list describes; a changed post counts from then.
    seen_until: the day of the last list that was carried out. Whoever was at work then really was, so a later first day
    is a new contract; otherwise it corrects the one we had.
    """

    def __init__(
        self, known: Sequence[Known], *, mapped: Collection[str], as_of: date, seen_until: date | None = None
    ) -> None:
        self.known = known
        self.facts = ListFacts(frozenset(mapped), as_of, seen_until)

    def compare(self, rows: Sequence[StaffRow | RefusedRow]) -> Comparison:
        """The plan for all rows, in their order. A new person all of whose rows are refused is nobody."""
        usable = [row for row in rows if isinstance(row, StaffRow)]
        refused = [row for row in rows if isinstance(row, RefusedRow)]
        lines = [Line(row, person) for row, person in zip(usable, Recogniser(self.known, usable).people(), strict=True)]
        before = self._take(lines)
        present = {id(line.person) for line in lines if not line.is_about_somebody_else}
        present |= self._meant_by([row.person for row in refused if row.person])
        refused += [line.refused(line.refusal) for line in lines if line.refusal]
        steps = [_step(line) for line in lines if not line.refusal]
        gone = self._gone(present, {row.statute or "unknown" for row in usable})
        return Comparison(steps, sorted(refused, key=lambda row: row.number), gone, before)

    def _take(self, lines: Sequence[Line]) -> dict[int, Known]:
        """Do to each person what the list says. Returns the people whom it changes as they were, by key."""
        of_person: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            if line.person.key and is_somebody_else(line.person, line.row):
                line.refusal = Problem("number_of_someone_else", "personnel_number", line.person.name)
            elif line.person.key and has_other_names(line.person, line.row):
                # Perhaps the same person: who reads the list says so, by hand.
                line.refusal = Problem("number_of_other_name", "personnel_number", line.person.name)
            else:
                of_person[id(line.person)].append(line)
        before = {}
        for inside in of_person.values():
            one = OnePerson(inside[0].person, inside, self.facts)
            was = one.person.copy() if one.person.key else None
            if one.take() and was is not None:
                before[was.key] = was
        return before

    def _meant_by(self, rows: Sequence[StaffRow]) -> set[int]:
        return {id(person) for person in Recogniser(self.known, rows).people()}

    def _gone(self, present: set[int], kinds: set[str]) -> list[Known]:
        missed = kinds & OUTSIDE_PAYROLL
        payroll = bool(kinds - OUTSIDE_PAYROLL)
        return [p for p in self.known if id(p) not in present and self._is_missed(p, missed, payroll=payroll)]

    def _is_missed(self, person: Known, kinds: set[str], *, payroll: bool) -> bool:
        """At work on the day of the list, and of a kind that such a list holds: volunteers are not missed in a payroll."""
        as_of = self.facts.as_of
        running = [one for one in person.employments if one.covers(as_of) and one.ends_on != as_of]
        statutes = {one.post_on(as_of).values["statute"] for one in running}
        return bool(statutes & kinds or (payroll and statutes - OUTSIDE_PAYROLL))


def _step(line: Line) -> Step:
    verdict = "new" if not line.person.key else "changed" if line.changes else "unchanged"
    return Step(line.row, verdict, line.person, [] if verdict == "new" else line.changes)
