"""Undoing a list: everyone exactly back as before."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from draagvlak.accounts.models import Account
from draagvlak.accounts.queries import account_of
from draagvlak.journal.actions import record
from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageState
from draagvlak.staff import wording
from draagvlak.staff.actions import store
from draagvlak.staff.actions.lists import moved
from draagvlak.staff.actions.trials import print_of
from draagvlak.staff.models import ImportRow, StaffImport, StaffMember
from draagvlak.staff.rules import ImportQuoted, Known, NotTheLast, PeopleChanged
from draagvlak.staff.states import ImportState, Verdict
from draagvlak.tenancy.models import Membership, current_organisation

NAMED = 3
"""How many people a sentence names."""


@transaction.atomic
def undo_import(*, staff_import: StaffImport, by: Account | None, at: datetime) -> StaffImport:
    """Put everyone back as before the list. Only the last list can be undone, and only while nothing rests on its people.

    Raises NotTheLast, ImportEnded, PeopleChanged when somebody changed since, ImportQuoted when a later station, or an
    account, rests on somebody whom the list brought. What the list itself set going goes back with it: the seats that newcomers
    got, their invitations, mail that did not leave. Seats that fell free stay free, access that ended stays ended.
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
    _refuse_invited(list(new), since=staff_import.done_at or at)
    back = [store.from_snapshot(key, row.before) for key, row in changed.items() if key is not None]
    _keep_decided_groups(back)
    store.save_changed(back, known, store.Places())
    staff_import.undone_at = at
    staff_import.save()
    brought = [key for key in new if key is not None]
    try:
        with transaction.atomic():
            store.remove_employments(brought)
            _tell(staff_import, brought, by=by, at=at)
            store.remove_people(brought)
    except (ProtectedError, IntegrityError) as failed:
        raise ImportQuoted(str(wording.IMPORT_QUOTED)) from failed
    _remove_places(staff_import)
    return staff_import


def _tell(staff_import: StaffImport, keys: Sequence[int], *, by: Account | None, at: datetime) -> None:
    """Let later stations take back what they did of themselves when the list came: a seat, an invitation.

    Told while the people are still there and work here no more: whatever a person did about them since, still holds them.
    """
    addresses, since = _addresses_of(keys), staff_import.done_at or at
    unaware = set(addresses) - _take_back_mail(addresses, since=since)
    record("staff.undo_import", by=by, at=at, on=staff_import)
    # Who never heard of the invitation is not told either that it is cancelled.
    _take_back_mail(unaware, since=since)


def _addresses_of(keys: Sequence[int]) -> list[str]:
    """The addresses that only these people have: what was written to anybody else as well, stays."""
    mine: set[str] = set()
    others: set[str] = set()
    for key, email in StaffMember.objects.exclude(email="").values_list("pk", "email"):
        (mine if key in set(keys) else others).add(email.lower())
    addresses = sorted(mine - others)
    return [one for one in addresses if account_of(one) is None]


def _take_back_mail(addresses: Collection[str], *, since: datetime) -> set[str]:
    """Mail of this organisation to these addresses that did not leave yet does not leave any more.

    Returns the addresses to which something did leave since that moment, or may have left.
    """
    told = set()
    mail = Message.objects.filter(organisation=current_organisation(), queued_at__gte=since)
    for key, to, state in mail.values_list("pk", "to", "state"):
        if to.lower() not in addresses:
            continue
        if state in {MessageState.WAITING, MessageState.HELD}:
            # A worker may take it at this very moment.
            skipped = mail.filter(pk=key, state=state).update(state=MessageState.SKIPPED)
            told |= set() if skipped else {to.lower()}
        elif state not in {MessageState.SKIPPED, MessageState.GIVEN_UP}:
            told.add(to.lower())
    return told


def _refuse_changed(known: Mapping[int, Known], prints: Mapping[int | None, str]) -> None:
    others = [
        known[key].name
        for key, after in prints.items()
        if key is not None and key in known and print_of(known[key]) != after
    ]
    if others or len(prints) != len(set(prints) & set(known)):
        raise PeopleChanged(str(wording.CHANGED_SINCE).format(names=_named(others)))


def _refuse_invited(keys: Sequence[int | None], *, since: datetime) -> None:
    """Who was invited because he is on the list keeps it there. Who could sign in before it, and only said since then who he
    is on it, stays as he was before."""
    with_account = StaffMember.objects.exclude(account=None).order_by("last_name", "first_name")
    those = [member for member in with_account if member.pk in set(keys)]
    had_access = Membership.objects.filter(organisation=current_organisation(), starts_at__lt=since)
    earlier = set(had_access.values_list("account", flat=True))
    invited = [str(member) for member in those if member.account_id not in earlier]
    if invited:
        raise ImportQuoted(str(wording.INVITED_SINCE).format(names=_named(invited)))
    StaffMember.objects.filter(pk__in=[member.pk for member in those]).update(account=None)


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
