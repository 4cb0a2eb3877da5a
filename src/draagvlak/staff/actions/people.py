from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.staff import wording
from draagvlak.staff.models import Employment, FunctionGroup, FunctionName, Post, StaffMember
from draagvlak.staff.rules import ImportQuoted


@transaction.atomic
def register(*, person: Mapping[str, Any], post: Mapping[str, Any], starts_on: date, by: Account | None, at: datetime) -> StaffMember:
    """Somebody comes to work, in any statute. person and post: the fields of StaffMember and Post by name."""
    number = person.get("personnel_number", "")
    if number and StaffMember.objects.filter(personnel_number=number).exists():
        raise ImportQuoted(str(wording.NUMBER_TAKEN).format(number=number))
    member = StaffMember.objects.create(**person)
    employment = Employment.objects.create(member=member, starts_on=starts_on)
    Post.objects.create(employment=employment, member=member, starts_on=starts_on, **post)
    record("staff.register", by=by, at=at, on=member)
    return member


@transaction.atomic
def change_person(
    *, member: StaffMember, facts: Mapping[str, Any], version: int, by: Account | None, at: datetime
) -> StaffMember:
    """Correct somebody's own data. version: the one the person who edits saw."""
    member = StaffMember.objects.select_for_update().get(pk=member.pk)
    if member.version != version:
        theirs = {name: getattr(member, name) for name in facts}
        raise Changed(str(wording.SOMEONE_CHANGED), theirs=theirs, version=member.version)
    for name, value in facts.items():
        setattr(member, name, value)
    member.version += 1
    member.save()
    record("staff.change_person", by=by, at=at, on=member)
    return member


@transaction.atomic
def end_employment(*, employment: Employment, ends_on: date, by: Account | None, at: datetime) -> Employment:
    """Somebody leaves. ends_on: the last day, included. Later stations free the seats that fall empty."""
    if ends_on < employment.starts_on:
        raise ImportQuoted(str(wording.ENDS_BEFORE_START))
    employment.ends_on = ends_on
    employment.save()
    Post.objects.filter(employment=employment, starts_on__gt=ends_on).delete()
    last = Post.objects.filter(employment=employment).order_by("-starts_on").first()
    if last is not None:
        last.ends_on = ends_on
        last.save()
    record("staff.end_employment", by=by, at=at, on=employment)
    return employment


@transaction.atomic
def group_functions(*, groups: Mapping[str, str], by: Account | None, at: datetime) -> int:
    """Decide to which function group each function belongs. groups: function → group name, "" for none.

    Counts for everyone with that function, from the first post on, and for the lists to come. Returns how many posts changed.
    """
    changed = 0
    for name, group_name in groups.items():
        group = FunctionGroup.objects.get_or_create(name=group_name)[0] if group_name else None
        FunctionName.objects.update_or_create(name=name, defaults={"group": group})
        changed += Post.objects.filter(function=name).exclude(function_group=group).update(function_group=group)
    record("staff.group_functions", by=by, at=at, details={"functions": len(groups)})
    return changed

