"""Reading a staff list: a trial in words, then all or nothing, and undo."""

import copy
import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.staff import wording
from draagvlak.staff.actions import store
from draagvlak.staff.imports import Problem, Trouble, normalised_header, open_table, propose_mapping, read_rows
from draagvlak.staff.models import ColumnMemory, Employment, FunctionName, ImportRow, Post, StaffImport, StaffMember
from draagvlak.staff.rules import Comparer, Comparison, ImportEnded, ImportQuoted, Known, ListUnreadable, NotTheLast, Step, end
from draagvlak.staff.states import IMPORT_TRANSITIONS, ImportState


def remembered_columns() -> dict[str, str]:
    """What column titles meant before, as a person corrected them."""
    return dict(ColumnMemory.objects.values_list("header", "field"))


@transaction.atomic
def try_list(
    *, content: bytes, facts: Mapping[str, Any], mapping: Mapping[str, int] | None, by: Account | None, at: datetime
) -> StaffImport:
    """Read a list as a trial: nothing about people changes.

    facts: `name` of the file, `sheet` or empty, `as_of` the day it describes. mapping: field → column index; None takes the
    proposal. Raises ListUnreadable with a sentence when the file cannot be read at all.
    """
    try:
        table = open_table(content, name=facts["name"], sheet=facts.get("sheet") or None)
    except Trouble as trouble:
        raise ListUnreadable(wording.sentence_for(trouble.code, trouble.details)) from trouble
    chosen = dict(mapping) if mapping is not None else propose_mapping(table, remembered_columns())
    if not {"personnel_number", "name", "last_name"} & set(chosen):
        raise ListUnreadable(str(wording.NO_NAMES))
    staff_import = StaffImport.objects.create(
        file_name=facts["name"][:200],
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        sheet=table.sheet or "",
        mapping=chosen,
        as_of=facts["as_of"],
        read_at=at,
        read_by=by,
    )
    comparison, _before = compare(staff_import, today=clock.day_of(at))
    staff_import.counts = comparison.counts
    staff_import.save()
    _write_rows(staff_import, comparison, {})
    return staff_import


def compare(staff_import: StaffImport, *, today: date) -> tuple[Comparison, dict[int, store.Snapshot]]:
    """The plan of this list against the people as they are now, and how those people stood before."""
    table = open_table(bytes(staff_import.content), name=staff_import.file_name, sheet=staff_import.sheet or None)
    mapping = {str(name): int(index) for name, index in staff_import.mapping.items()}
    rows = read_rows(table, mapping, today=today)
    known = store.load()
    before = {person.key: copy.deepcopy(person) for person in known}
    comparer = Comparer(known, mapped=frozenset(mapping), as_of=staff_import.as_of)
    groups = dict(FunctionName.objects.exclude(group=None).values_list("name", "group__name"))
    comparison = comparer.compare([_with_group(row, groups) for row in rows], known)
    changed = {step.person.key for step in comparison.steps if step.person and step.person.key and step.verdict == "changed"}
    return comparison, {key: store.snapshot(before[key]) for key in changed}


def _with_group(row: Any, groups: Mapping[str, str]) -> Any:  # noqa: ANN401 -- a row that can be used, or a refused one
    """Fill in the function group from what was decided for this function before, when the list does not give one."""
    if getattr(row, "function", "") and not row.function_group and row.function in groups:
        return replace(row, function_group=groups[row.function])
    return row


def _write_rows(staff_import: StaffImport, comparison: Comparison, before: Mapping[int, store.Snapshot]) -> None:
    rows = [
        ImportRow(
            staff_import=staff_import,
            number=step.row.number,
            verdict=step.verdict,
            name=f"{step.row.first_name} {step.row.last_name}".strip()[:170],
            messages=[*_problems(step.row.problems), *_changes(step)],
            member_id=step.person.key or None if step.person else None,
            before=before.get(step.person.key, {}) if step.person else {},
        )
        for step in comparison.steps
    ]
    rows += [
        ImportRow(staff_import=staff_import, number=row.number, verdict="refused", name="", messages=_problems(row.problems))
        for row in comparison.refused
    ]
    rows += [
        ImportRow(staff_import=staff_import, number=0, verdict="gone", name=_name(person), member_id=person.key) for person in comparison.gone
    ]
    ImportRow.objects.bulk_create(rows, batch_size=500)


def _name(person: Known) -> str:
    return f"{person.values['first_name']} {person.values['last_name']}".strip()[:170]


def _problems(problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [{"code": problem.code, "field": problem.field, "value": problem.value[:80]} for problem in problems]


def _changes(step: Step) -> list[dict[str, str]]:
    return [{"code": "change", "field": name, "from": was, "to": now} for name, was, now in step.changes]


@transaction.atomic
def carry_out(
    *, staff_import: StaffImport, leavers: Collection[int] = (), remember: Mapping[str, str] | None = None, by: Account | None, at: datetime
) -> StaffImport:
    """Do what the trial showed, all or nothing. leavers: keys of people who are gone and really left on the day of the list.

    remember: column title → field, as the person corrected the proposal. The list is compared once more, because people may
    have changed since the trial.
    """
    staff_import = _moved(staff_import, ImportState.DONE)
    comparison, before = compare(staff_import, today=clock.day_of(at))
    before.update(_end_leavers(comparison, set(leavers), staff_import.as_of))
    news = _distinct(step.person for step in comparison.steps if step.person is not None and not step.person.key)
    changed = _distinct(step.person for step in comparison.steps if step.person is not None and step.person.key in before)
    left = [person for person in comparison.gone if person.key in before]
    try:
        with transaction.atomic():
            store.save_new(news)
            store.save_changed([*changed, *left])
    except IntegrityError as failed:
        raise ListUnreadable(str(wording.CONTRADICTION)) from failed
    staff_import.rows.all().delete()
    _write_rows(staff_import, comparison, before)
    ImportRow.objects.bulk_update(_with_before(staff_import, left, before), ["before"])
    _remember(remember or {})
    staff_import.counts, staff_import.content, staff_import.done_at = comparison.counts, b"", at
    staff_import.save()
    record("staff.read_list", by=by, at=at, on=staff_import, details={**comparison.counts, "left": len(left)})
    return staff_import


def _with_before(staff_import: StaffImport, left: Sequence[Known], before: Mapping[int, store.Snapshot]) -> list[ImportRow]:
    keys = {person.key for person in left}
    rows = list(ImportRow.objects.filter(staff_import=staff_import, verdict="gone", member__in=keys))
    for row in rows:
        row.before = before[row.member_id]
    return rows


def _distinct(people: Any) -> list[Known]:  # noqa: ANN401 -- any iterable of people
    return list({id(person): person for person in people}.values())


def _end_leavers(comparison: Comparison, leavers: set[int], on: date) -> dict[int, store.Snapshot]:
    before = {}
    for person in comparison.gone:
        if person.key in leavers:
            before[person.key] = store.snapshot(person)
            for employment in person.employments:
                if employment.ends_on is None or employment.ends_on > on:
                    end(employment, on)
    return before


def _remember(columns: Mapping[str, str]) -> None:
    for header, name in columns.items():
        ColumnMemory.objects.update_or_create(header=normalised_header(header)[:200], defaults={"field": name})


def _moved(staff_import: StaffImport, to: ImportState) -> StaffImport:
    locked = StaffImport.objects.select_for_update().get(pk=staff_import.pk)
    if to not in IMPORT_TRANSITIONS[ImportState(locked.state)]:
        raise ImportEnded(str(wording.IMPORT_ENDED).format(state=locked.get_state_display()))
    locked.state = to
    locked.save()
    return locked


@transaction.atomic
def drop_list(*, staff_import: StaffImport, by: Account | None, at: datetime) -> StaffImport:
    """Put a trial away; the file is not kept."""
    staff_import = _moved(staff_import, ImportState.DROPPED)
    staff_import.content = b""
    staff_import.save()
    record("staff.drop_list", by=by, at=at, on=staff_import)
    return staff_import


@transaction.atomic
def undo_import(*, staff_import: StaffImport, by: Account | None, at: datetime) -> StaffImport:
    """Put everyone back as before the list. Only the last list can be undone, and only while nothing rests on its people."""
    later = StaffImport.objects.filter(state=ImportState.DONE, done_at__gt=staff_import.done_at or at)
    if later.exists():
        raise NotTheLast(str(wording.NOT_THE_LAST))
    staff_import = _moved(staff_import, ImportState.UNDONE)
    rows = list(ImportRow.objects.filter(staff_import=staff_import, member__isnull=False))
    back = {row.member_id: store.from_snapshot(row.member_id, row.before) for row in rows if row.before}
    store.save_changed(list(back.values()))
    new = _born_here(staff_import)
    try:
        with transaction.atomic():
            Post.objects.filter(member__in=new).delete()
            Employment.objects.filter(member__in=new).delete()
            StaffMember.objects.filter(pk__in=new).delete()
    except (ProtectedError, IntegrityError) as failed:
        raise ImportQuoted(str(wording.IMPORT_QUOTED)) from failed
    staff_import.undone_at = at
    staff_import.save()
    record("staff.undo_import", by=by, at=at, on=staff_import)
    return staff_import


def _born_here(staff_import: StaffImport) -> list[int]:
    return list(ImportRow.objects.filter(staff_import=staff_import, verdict="new", member__isnull=False).values_list("member", flat=True))
