"""Undoing a list: everyone exactly back as before."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.staff import wording
from draagvlak.staff.actions import store
from draagvlak.staff.actions.lists import moved
from draagvlak.staff.actions.trials import print_of
from draagvlak.staff.models import ImportRow, StaffImport, StaffMember
from draagvlak.staff.rules import ImportQuoted, Known, NotTheLast, PeopleChanged
from draagvlak.staff.states import ImportState, Verdict

NAMED = 3
"""How many people a sentence names."""


@transaction.atomic
def undo_import(*, staff_import: StaffImport, by: Account | None, at: datetime) -> StaffImport:
    """Put everyone back as before the list. Only the last list can be undone, and only while nothing rests on its people.

    Raises NotTheLast, ImportEnded, PeopleChanged when somebody changed since, ImportQuoted when a later station, or an
    account, rests on somebody whom the list brought. Seats that fell free stay free, access that ended stays ended.
    """
    staff_import = moved(staff_import, ImportState.UNDONE)
    if StaffImport.objects.filter(state=ImportState.DONE, done_at__gt=staff_import.done_at).exists():
        raise NotTheLast(str(wording.NOT_THE_LAST))
    touched = ImportRow.objects.filter(staff_import=staff_import).exclude(after="")
    new = dict(touched.filter(verdict=Verdict.NEW).values_list("member", "after"))
    changed = {row.member_id: row for row in touched.exclude(verdict=Verdict.NEW)}
    known = {person.key: person for person in store.load()}
    prints: dict[Any, str] = {**{key: row.after for key, row in changed.items()}, **new}
    _refuse_changed(known, prints)
    _refuse_invited(list(new))
    back = [store.from_snapshot(key, row.before) for key, row in changed.items() if key is not None]
    _keep_decided_groups(back)
    store.save_changed(back, known, store.Places())
    try:
        with transaction.atomic():
            store.remove_people([key for key in new if key is not None])
    except (ProtectedError, IntegrityError) as failed:
        raise ImportQuoted(str(wording.IMPORT_QUOTED)) from failed
    _remove_places(staff_import)
    staff_import.undone_at = at
    staff_import.save()
    record("staff.undo_import", by=by, at=at, on=staff_import)
    return staff_import


def _refuse_changed(known: Mapping[int, Known], prints: Mapping[int | None, str]) -> None:
    others = [
        known[key].name
        for key, after in prints.items()
        if key is not None and key in known and print_of(known[key]) != after
    ]
    if others or len(prints) != len(set(prints) & set(known)):
        raise PeopleChanged(str(wording.CHANGED_SINCE).format(names=_named(others)))


def _refuse_invited(keys: Sequence[int | None]) -> None:
    with_account = StaffMember.objects.exclude(account=None).order_by("last_name", "first_name")
    invited = [str(member) for member in with_account if member.pk in set(keys)]
    if invited:
        raise ImportQuoted(str(wording.INVITED_SINCE).format(names=_named(invited)))


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")


def _keep_decided_groups(people: Sequence[Known]) -> None:
    """What was decided about functions since the list stays decided."""
    groups = store.decided_groups()
    for person in people:
        for employment in person.employments:
            for post in employment.posts:
                post.values["function_group"] = groups.get(post.values["function"]) or post.values["function_group"]


def _remove_places(staff_import: StaffImport) -> None:
    """Take away the teams, sites and function groups that the list brought, unless something rests on them by now."""
    for kind, key in staff_import.brought:
        try:
            with transaction.atomic():
                store.PLACES[kind].objects.filter(pk=key).delete()
        except (ProtectedError, IntegrityError):
            continue
