"""The rows of a trial: what each would do or did, as they are kept."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from draagvlak.staff.actions.store import Snapshot, snapshot
from draagvlak.staff.figures import Problem
from draagvlak.staff.models import ImportRow, StaffImport
from draagvlak.staff.rules import Comparison, Known, Step
from draagvlak.staff.states import Verdict

Message = dict[str, str]


def rows_of(staff_import: StaffImport, comparison: Comparison) -> list[ImportRow]:
    """One row per row of the list in its order, then one per person who is gone. Not written yet."""
    rows = [
        ImportRow(
            staff_import=staff_import,
            number=step.row.number,
            verdict=step.verdict,
            name=step.person.name[:170],
            messages=[*_problems(step.row.problems), *_changes(step)],
            member_id=step.person.key or None,
        )
        for step in comparison.steps
    ]
    rows += [
        ImportRow(
            staff_import=staff_import,
            number=row.number,
            verdict=Verdict.REFUSED,
            name=f"{row.person.first_name} {row.person.last_name}".strip()[:170] if row.person else "",
            messages=_problems(row.problems),
        )
        for row in comparison.refused
    ]
    return rows + [
        ImportRow(
            staff_import=staff_import,
            number=0,
            verdict=Verdict.GONE,
            name=person.name[:170],
            member_id=person.key,
            messages=[{"code": "gone", "field": "", "value": _post(person, staff_import)}],
        )
        for person in comparison.gone
    ]


def _post(person: Known, staff_import: StaffImport) -> str:
    """What somebody who is gone did last, so that he is recognised."""
    running = [one for one in person.employments if one.covers(staff_import.as_of)]
    values = running[-1].post_on(staff_import.as_of).values if running else {}
    return ", ".join(str(values[name]) for name in ("function", "team") if values.get(name))


def _problems(problems: Sequence[Problem]) -> list[Message]:
    return [{"code": problem.code, "field": problem.field, "value": problem.value[:80]} for problem in problems]


def _changes(step: Step) -> list[Message]:
    return [{"code": "change", "field": name, "from": was, "to": now} for name, was, now in step.changes]


def digest_of(rows: Sequence[ImportRow]) -> str:
    """Changes with anything that the trial shows."""
    return _sha256([[row.number, row.verdict, row.name, row.messages, row.member_id] for row in rows])


def print_of(person: Known) -> str:
    """Changes with anything about the person that a list can change, except function groups: those are decided apart."""
    kept = snapshot(person)
    for employment in kept["employments"]:
        for post in employment["posts"]:
            post["values"] = _as_kept(post["values"])
    return _sha256(kept)


def _as_kept(values: Snapshot) -> Snapshot:
    """Values of a post as they compare after a round through the tables: places by one spelling, four decimals."""
    fraction = values["fraction"]
    places = {name: values[name].casefold() for name in ("team", "site")}
    return {
        "statute": values["statute"],
        "function": values["function"],
        "shift": values["shift"],
        "fraction": None if fraction is None else f"{float(fraction):.4f}",
        **places,
    }


def _sha256(value: Any) -> str:  # noqa: ANN401 -- anything that JSON can hold
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def with_outcome(rows: list[ImportRow], comparison: Comparison) -> list[ImportRow]:
    """The rows after carrying out: who became whom, how people were before, and how they are now."""
    for row, step in zip(rows, comparison.steps, strict=False):
        row.member_id = step.person.key
    people = {person.key: person for person in [*comparison.new_people, *comparison.changed_people, *comparison.gone]}
    marked: set[int] = set()
    for row in rows:
        key = row.member_id
        # Once per person, on the row that changes something.
        if key is None or key in marked or row.verdict in {Verdict.UNCHANGED, Verdict.REFUSED}:
            continue
        before = comparison.before.get(key)
        if row.verdict == Verdict.NEW or before is not None:
            marked.add(key)
            row.before = snapshot(before) if before is not None else {}
            row.after = print_of(people[key])
    return rows
