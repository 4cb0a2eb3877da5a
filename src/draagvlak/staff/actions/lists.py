"""Reading a staff list: a trial in words, then all or nothing."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.staff import wording
from draagvlak.staff.actions import store
from draagvlak.staff.actions.trials import digest_of, rows_of, with_outcome
from draagvlak.staff.imports import (
    Table,
    TableWarning,
    Trouble,
    column_warnings,
    normalised_header,
    open_table,
    propose_mapping,
    read_rows,
)
from draagvlak.staff.models import ColumnMemory, Employment, ImportRow, StaffImport
from draagvlak.staff.rules import (
    Comparer,
    Comparison,
    ImportEnded,
    Known,
    ListUnreadable,
    PeopleChanged,
    refuse_unless_ready,
    who_left,
)
from draagvlak.staff.states import IMPORT_TRANSITIONS, ImportState
from draagvlak.ui.said import day_said


def remembered_columns() -> dict[str, str]:
    """What column titles meant before, as a person corrected them."""
    return dict(ColumnMemory.objects.values_list("header", "field"))


def opened(content: bytes, *, name: str, sheet: str) -> Table:
    """The table in a file. Raises ListUnreadable with a sentence when the file cannot be read at all."""
    try:
        return open_table(content, name=name, sheet=sheet or None)
    except Trouble as trouble:
        raise ListUnreadable(wording.sentence_for(trouble.code, trouble.details)) from trouble


@transaction.atomic
def receive_list(*, content: bytes, facts: Mapping[str, Any], by: Account | None, at: datetime) -> StaffImport:
    """Keep a list with a proposal of what its columns mean. Nothing about people changes, nothing is compared yet.

    facts: `name` of the file, `sheet` or empty, `as_of` the day it describes. Raises ListUnreadable.
    """
    table = opened(content, name=facts["name"], sheet=facts.get("sheet", ""))
    mapping = propose_mapping(table, remembered_columns())
    return StaffImport.objects.create(
        file_name=facts["name"][:200],
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        sheet=table.sheet[:120],
        table=_shown(table, mapping),
        mapping=mapping,
        as_of=facts["as_of"],
        read_at=at,
        read_by=by,
    )


def _shown(table: Table, mapping: Mapping[str, int]) -> dict[str, Any]:
    # Of the columns only what a person should know before choosing; the trial tells the rest.
    odd = [one for one in column_warnings(table, mapping) if one.code in {"other_end_dates", "same_title"}]
    return {
        "columns": [{"label": column.label, "samples": column.samples[:3]} for column in table.columns],
        "warnings": [{"code": one.code, "details": dict(one.details)} for one in [*table.warnings, *odd]],
        "sheets": table.sheets,
    }


@transaction.atomic
def choose_columns(*, staff_import: StaffImport, mapping: Mapping[str, int], at: datetime) -> StaffImport:
    """Say which column is which field, and compare: the trial. Nothing about people changes.

    mapping: field → column index. Raises ListUnreadable when no column tells who a row is about, ImportEnded.
    """
    refuse_unless_ready(mapping, sentence=str(wording.NO_NAMES))
    staff_import = locked(staff_import)
    _refuse_unless_trial(staff_import, ImportState.DONE)
    staff_import.mapping = dict(mapping)
    table, comparison = _compared(staff_import, today=clock.day_of(at))
    _keep_trial(staff_import, table, comparison)
    return staff_import


@transaction.atomic
def try_again(*, staff_import: StaffImport, at: datetime) -> StaffImport:
    """Compare the same list once more, because people changed since the trial."""
    return choose_columns(staff_import=staff_import, mapping=_indexes(staff_import), at=at)


@transaction.atomic
def try_list(
    *, content: bytes, facts: Mapping[str, Any], mapping: Mapping[str, int] | None, by: Account | None, at: datetime
) -> StaffImport:
    """Receive a list and try it in one go. mapping: None takes the proposal; see `receive_list` and `choose_columns`."""
    staff_import = receive_list(content=content, facts=facts, by=by, at=at)
    return choose_columns(
        staff_import=staff_import, mapping=staff_import.mapping if mapping is None else mapping, at=at
    )


def _indexes(staff_import: StaffImport) -> dict[str, int]:
    return {str(name): int(index) for name, index in staff_import.mapping.items()}


def _compared(staff_import: StaffImport, *, today: date) -> tuple[Table, Comparison]:
    """The plan of this list against the people as they are now."""
    table = opened(bytes(staff_import.content), name=staff_import.file_name, sheet=staff_import.sheet)
    mapping = _indexes(staff_import)
    groups = store.decided_groups()
    rows = [with_group(row, groups) for row in read_rows(table, mapping, today=today)]
    done = StaffImport.objects.filter(state=ImportState.DONE).aggregate(last=Max("as_of"))
    comparer = Comparer(store.load(), mapped=mapping, as_of=staff_import.as_of, seen_until=done["last"])
    return table, comparer.compare(rows)


def with_group(row: Any, groups: Mapping[str, str]) -> Any:  # noqa: ANN401 -- a row that can be used, or a refused one
    """The row with the function group that somebody decided for its function; that goes before what the list says."""
    group = groups.get(getattr(row, "function", ""))
    return replace(row, function_group=group) if group else row


def _keep_trial(staff_import: StaffImport, table: Table, comparison: Comparison) -> None:
    rows = rows_of(staff_import, comparison)
    staff_import.rows.all().delete()
    ImportRow.objects.bulk_create(rows, batch_size=store.MANY)
    warnings = [*table.warnings, *column_warnings(table, _indexes(staff_import))]
    tells_first_days = "start_date" in staff_import.mapping or "no_start_date" in {one.code for one in warnings}
    if comparison.counts["new"] and not tells_first_days:
        warnings.append(TableWarning("no_first_days"))
    newest = StaffImport.objects.filter(state=ImportState.DONE).aggregate(last=Max("as_of"))["last"]
    if newest is not None and staff_import.as_of < newest:
        warnings.append(TableWarning("older_list", {"day": day_said(newest)}))
    # Read again by the name of its sheet, the list says no more what stands beside it.
    beside = [one for one in staff_import.table.get("warnings", ()) if one["code"] == "other_sheets"]
    told = [{"code": one.code, "details": dict(one.details)} for one in warnings]
    staff_import.table["warnings"] = [*beside, *told]
    staff_import.counts, staff_import.plan = comparison.counts, digest_of(rows)
    staff_import.save(update_fields=["mapping", "table", "counts", "plan"])


@transaction.atomic
def carry_out(
    *, staff_import: StaffImport, leavers: Collection[int] = (), by: Account | None, at: datetime
) -> StaffImport:
    """Do what the trial showed, all or nothing. leavers: keys of people who are gone and really left before this list.

    The list is compared once more. Raises PeopleChanged when that shows something else than the trial did, ImportEnded when
    the list was carried out or dropped before, ListUnreadable when it contradicts itself.
    """
    staff_import = moved(staff_import, ImportState.DONE)
    table, comparison = _compared(staff_import, today=clock.day_of(at))
    rows = rows_of(staff_import, comparison)
    if digest_of(rows) != staff_import.plan:
        raise PeopleChanged(str(wording.TRIAL_OUTDATED))
    left = comparison.end_leavers(leavers, as_of=staff_import.as_of)
    staff_import.brought = _save(comparison, [*comparison.changed_people, *left])
    staff_import.rows.all().delete()
    ImportRow.objects.bulk_create(with_outcome(rows, comparison), batch_size=store.MANY)
    _remember(table, _indexes(staff_import))
    staff_import.counts = {**comparison.counts, "left": len(left)}
    _forget_file(staff_import)
    staff_import.done_at = at
    staff_import.save()
    record("staff.read_list", by=by, at=at, on=staff_import, details=staff_import.counts)
    store.tell_the_planner()
    _tell_who_left([*comparison.changed_people, *left], comparison.before, by=by, at=at)
    return staff_import


def _save(comparison: Comparison, changed: Sequence[Known]) -> list[tuple[str, int]]:
    places = store.Places()
    try:
        with transaction.atomic():
            store.save_new(comparison.new_people, places)
            store.save_changed(changed, comparison.before, places)
    except IntegrityError as failed:
        raise ListUnreadable(str(wording.CONTRADICTION)) from failed
    return places.brought


def _tell_who_left(people: Sequence[Known], before: dict[int, Known], *, by: Account | None, at: datetime) -> None:
    """Tell of everyone whom we knew and who leaves, so that later stations free the seats that fall empty."""
    keys = [employment.key for employment in who_left(people, before) if employment.key is not None]
    for employment in Employment.objects.filter(pk__in=keys).select_related("member").order_by("pk"):
        record("staff.end_employment", by=by, at=at, on=employment)


def _remember(table: Table, mapping: Mapping[str, int]) -> None:
    """Keep what the person corrected: column title → field, empty for a column that is not used."""
    fields = {index: name for name, index in mapping.items()}
    proposed = {index: name for name, index in propose_mapping(table, remembered_columns()).items()}
    corrected: dict[str, str] = {}
    for column in table.columns:
        name = fields.get(column.index, "")
        if name != proposed.get(column.index, ""):
            header = normalised_header(column.label)[:200]
            corrected[header] = name or corrected.get(header, "")
    for header, name in corrected.items():
        ColumnMemory.objects.update_or_create(header=header, defaults={"field": name})


def _forget_file(staff_import: StaffImport) -> None:
    staff_import.content, staff_import.table = b"", {}


def locked(staff_import: StaffImport) -> StaffImport:
    """The list, locked together with the people of its organisation: one list at a time is carried out or undone."""
    store.lock_people()
    return StaffImport.objects.select_for_update().get(pk=staff_import.pk)


def moved(staff_import: StaffImport, to: ImportState) -> StaffImport:
    """The list in its new state, not saved yet. Raises ImportEnded when it cannot go there any more."""
    staff_import = locked(staff_import)
    _refuse_unless_trial(staff_import, to)
    staff_import.state = to
    return staff_import


def _refuse_unless_trial(staff_import: StaffImport, to: ImportState) -> None:
    if to not in IMPORT_TRANSITIONS[ImportState(staff_import.state)]:
        raise ImportEnded(str(wording.IMPORT_ENDED).format(state=staff_import.get_state_display()))


@transaction.atomic
def drop_list(*, staff_import: StaffImport, by: Account | None, at: datetime) -> StaffImport:
    """Put a trial away; neither the file nor its rows are kept."""
    staff_import = moved(staff_import, ImportState.DROPPED)
    _forget_file(staff_import)
    staff_import.rows.all().delete()
    staff_import.save()
    record("staff.drop_list", by=by, at=at, on=staff_import)
    return staff_import
