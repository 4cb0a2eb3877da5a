"""People by hand, of every statute."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed
from draagvlak.staff import wording
from draagvlak.staff.actions import store
from draagvlak.staff.models import Employment, FunctionGroup, FunctionName, Post, Site, StaffMember, Team
from draagvlak.staff.rules import PERSONAL, EmploymentGone, NumberTaken, refuse_reversed

PLACES = {"function_group": FunctionGroup, "team": Team, "site": Site}


@transaction.atomic
def register(
    *, person: Mapping[str, Any], post: Mapping[str, Any], starts_on: date, by: Account | None, at: datetime
) -> StaffMember:
    """Somebody comes to work, in any statute. person and post: the fields of StaffMember and Post by name.

    A place (team, site, function group) may be given as a row or by its name. Raises NumberTaken.
    """
    store.lock_people()
    _refuse_taken(person.get("personnel_number", ""))
    member = StaffMember.objects.create(**person)
    employment = Employment.objects.create(member=member, starts_on=starts_on)
    Post.objects.create(employment=employment, member=member, starts_on=starts_on, **_with_places(post))
    record("staff.register", by=by, at=at, on=member)
    return member


def _refuse_taken(number: str, *, but: StaffMember | None = None) -> None:
    others = StaffMember.objects.filter(personnel_number__iexact=number)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if number and others.exists():
        raise NumberTaken(str(wording.NUMBER_TAKEN).format(number=number))


def _with_places(post: Mapping[str, Any]) -> dict[str, Any]:
    """The post with places found or made by their name, and the function group that was decided for the function."""
    given = dict(post)
    for kind, model in PLACES.items():
        if isinstance(name := given.get(kind), str):
            known = model.objects.filter(name__iexact=name).first() if name else None
            given[kind] = known or (model.objects.create(name=name) if name else None)
    decided = FunctionName.objects.filter(name=given.get("function", "")).exclude(group=None).first()
    if decided is not None:
        given["function_group"] = decided.group
    return given


@transaction.atomic
def change_person(
    *, member: StaffMember, facts: Mapping[str, Any], version: int, by: Account | None, at: datetime
) -> StaffMember:
    """Correct somebody's own data. version: the one the person who edits saw. Raises Changed, NumberTaken."""
    store.lock_people()
    member = StaffMember.objects.select_for_update().get(pk=member.pk)
    if member.version != version:
        differs = [name for name in PERSONAL if name in facts and getattr(member, name) != facts[name]]
        theirs = {name: getattr(member, name) for name in differs}
        raise Changed(str(wording.SOMEONE_CHANGED), theirs=theirs, version=member.version)
    _refuse_taken(facts.get("personnel_number", ""), but=member)
    for name, value in facts.items():
        setattr(member, name, value)
    member.version += 1
    member.save()
    record("staff.change_person", by=by, at=at, on=member)
    return member


@transaction.atomic
def change_function(
    *,
    employment: Employment,
    post: Mapping[str, Any],
    starts_on: date,
    version: int | None = None,
    by: Account | None,
    at: datetime,
) -> Post:
    """Somebody does something else from a day on: another function, team, site, statute or fraction.

    What ran until then ends the day before; on the first day of a post it is that post that is corrected. Later posts stay.
    version: that of the person, as who edits saw it; None for who read it in this very act. Raises EndsBeforeStart when the
    day lies outside the employment, EmploymentGone, Changed.
    """
    _take(employment)
    _take_version(employment.member_id, version)
    refuse_reversed(starts_on=employment.starts_on, ends_on=starts_on, sentence=str(wording.OUTSIDE_EMPLOYMENT))
    if employment.ends_on is not None:
        refuse_reversed(starts_on=starts_on, ends_on=employment.ends_on, sentence=str(wording.OUTSIDE_EMPLOYMENT))
    given = _with_places(post)
    running = (
        Post.objects.select_for_update().filter(employment=employment, starts_on__lte=starts_on).order_by("-starts_on")
    )
    last = running[0]
    if last.starts_on == starts_on:
        for name, value in given.items():
            setattr(last, name, value)
        changed = last
    else:
        changed = Post(
            employment=employment, member_id=employment.member_id, starts_on=starts_on, ends_on=last.ends_on, **given
        )
        last.ends_on = starts_on - timedelta(days=1)
        last.save()
    changed.save()
    record("staff.change_function", by=by, at=at, on=employment)
    return changed


def _take_version(member: int, version: int | None) -> None:
    """The next version of somebody's data. Raises Changed when it is not the one that was seen any more."""
    now = StaffMember.objects.select_for_update().values_list("version", flat=True).get(pk=member)
    if version is not None and version != now:
        raise Changed(str(wording.SOMEONE_CHANGED), theirs={}, version=now)
    StaffMember.objects.filter(pk=member).update(version=now + 1)


def _take(employment: Employment) -> None:
    """Lock the people, and read the employment as it stands by then. Raises EmploymentGone."""
    store.lock_people()
    try:
        employment.refresh_from_db(fields=["starts_on", "ends_on"])
    except Employment.DoesNotExist as gone:
        raise EmploymentGone(str(wording.EMPLOYMENT_GONE)) from gone


@transaction.atomic
def end_employment(*, employment: Employment, ends_on: date, by: Account | None, at: datetime) -> Employment:
    """Somebody leaves. ends_on: the last day, included. Later stations free the seats that fall empty.

    Raises EndsBeforeStart, EmploymentGone.
    """
    _take(employment)
    _take_version(employment.member_id, None)
    refuse_reversed(starts_on=employment.starts_on, ends_on=ends_on, sentence=str(wording.ENDS_BEFORE_START))
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
    store.lock_people()
    known = {group.name.casefold(): group for group in FunctionGroup.objects.all()}
    decided = {one.name: one for one in FunctionName.objects.all()}
    changed = 0
    for name, group_name in groups.items():
        group = known.get(group_name.casefold()) if group_name else None
        if group_name and group is None:
            group = known[group_name.casefold()] = FunctionGroup.objects.create(name=group_name)
        if name not in decided or decided[name].group_id != (group.pk if group else None):
            FunctionName.objects.update_or_create(name=name, defaults={"group": group})
            changed += _regroup(name, group)
    record("staff.group_functions", by=by, at=at, details={"functions": len(groups)})
    return changed


def _regroup(function: str, group: FunctionGroup | None) -> int:
    posts = Post.objects.filter(function=function)
    others = posts.exclude(function_group=group) if group else posts.exclude(function_group=None)
    return others.update(function_group=group)
