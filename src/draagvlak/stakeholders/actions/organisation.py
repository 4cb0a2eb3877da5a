from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.text import capfirst
from django.utils.translation import override
from django_scopes import scope

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed
from draagvlak.notices.actions import queue
from draagvlak.notices.states import MessageKind
from draagvlak.staff.models import StaffMember, Team
from draagvlak.stakeholders import queries, wording
from draagvlak.stakeholders.actions.seats import refuse_who_sits_for_workers
from draagvlak.stakeholders.models import Body, HalfDay, Profile, Role, Seat
from draagvlak.stakeholders.rules import (
    AlreadyHeld,
    NoAddress,
    NobodyLeft,
    NoTimeGiven,
    NotYours,
    OutsideMandate,
    refuse_reversed_period,
)
from draagvlak.stakeholders.states import ASKED_BODIES, Actor, BodyKind, RoleKind
from draagvlak.tenancy.actions import admit, found
from draagvlak.tenancy.models import Organisation, current_organisation
from draagvlak.tenancy.queries import belongs_to


@transaction.atomic
def found_organisation(
    *, slug: str, name: str, manager: Account, joint_committee: str = "", at: datetime
) -> Organisation:
    """A new organisation with its first manager; management and the workers themselves always exist as bodies."""
    organisation = found(slug=slug, name=name, joint_committee=joint_committee)
    with scope(organisation=organisation):
        admit(account=manager, organisation=organisation, at=at)
        Profile.objects.create()
        record("stakeholders.found_organisation", by=manager, at=at, on=organisation)
        for kind in (BodyKind.MANAGEMENT, BodyKind.WORKERS):
            install_body(kind=kind, name=capfirst(str(kind.label)), starts_on=clock.day_of(at), by=manager, at=at)
        assign_role(kind=RoleKind.MANAGEMENT, holder=manager, starts_on=clock.day_of(at), by=manager, at=at)
    return organisation


def person(*, email: str, name: str, language: str = "nl") -> Account:
    """The account with this address, made without a password when it is new: the invitation lets the person choose one."""
    known = Account.objects.filter(email__iexact=email.strip()).first()
    return known or Account.objects.create_user(email.strip(), name=name.strip(), language=language)


@transaction.atomic
def invite(
    *,
    account: Account,
    by: Account,
    at: datetime,
    root: str,
    member: StaffMember | None = None,
    is_guest: bool = False,
) -> None:
    """Give access and, to someone without a password, a mail with a link to choose one.

    root: address of this installation, such as https://vto.example.be. member: the person at work whom the account is.
    is_guest: somebody of a partner, who enters only his own assignment (row B0.2).
    """
    organisation = current_organisation()
    if organisation is None:
        raise LookupError
    admit(account=account, organisation=organisation, at=at, is_guest=is_guest)
    if member is not None:
        member.account = account
        member.save()
        Seat.objects.filter(member=member, holder=None).update(holder=account)
    ask_to_sign_in(account=account, organisation=organisation, by=by, at=at, root=root)
    record("stakeholders.invite", by=by, at=at, on=account)


def ask_to_sign_in(*, account: Account, organisation: Organisation, by: Account, at: datetime, root: str) -> None:
    """To someone without a password: a mail with a secret link of his own to choose one. The caller records the act."""
    if not account.has_usable_password():
        where = {
            "uid": urlsafe_base64_encode(force_bytes(account.pk)),
            "token": default_token_generator.make_token(account),
        }
        with override(account.language):
            facts = {
                "name": account.name,
                "organisation": organisation.name,
                "by": str(by),
                "link": root + reverse("choose_password", kwargs=where),
            }
            # Whoever founds an organisation invites nobody but himself.
            words = (
                (wording.FOUNDED_SUBJECT, wording.FOUNDED_BODY)
                if account == by
                else (wording.INVITATION_SUBJECT, wording.INVITATION_BODY)
            )
            subject, body = (str(one).format(**facts) for one in words)
        queue(to=account.email, subject=subject, body=body, at=at, is_private=True, kind=MessageKind.INVITATION)


@transaction.atomic
def invite_member(*, member: StaffMember, by: Account, at: datetime, root: str) -> Account:
    """Invite somebody of the staff list at the address that stands there."""
    if not member.email:
        raise NoAddress(str(wording.NO_ADDRESS))
    account = person(email=member.email, name=str(member), language=member.language or "nl")
    can_sign_in = account.has_usable_password()
    if member.account_id == account.pk and can_sign_in and belongs_to(account, member.organisation):
        raise AlreadyHeld(str(wording.ALREADY_INVITED).format(name=member))
    invite(account=account, by=by, at=at, root=root, member=member)
    if can_sign_in:
        _welcome_back(account, member.organisation, by=by, at=at, root=root)
    return account


def _welcome_back(account: Account, organisation: Organisation, *, by: Account, at: datetime, root: str) -> None:
    """Who chose a password before needs no link to do so."""
    link = root + reverse("desk:tasks", kwargs={"organisation": organisation.slug})
    words = {"name": account.name, "organisation": organisation.name, "by": str(by), "link": link}
    with override(account.language):
        subject, body = str(wording.WELCOME_SUBJECT).format(**words), str(wording.WELCOME_BODY).format(**words)
    queue(to=account.email, subject=subject, body=body, at=at, kind=MessageKind.INVITATION)


@transaction.atomic
def describe_organisation(
    *, facts: Mapping[str, Any], version: int | None = None, by: Account, at: datetime
) -> Profile:
    """The first step of the set-up: name, joint committee, regions, size, length of a half-day, end of the financial year.

    version: that of the profile, as who edits saw it; None for who read it in this very act. Raises Changed.
    """
    organisation = current_organisation()
    assert organisation is not None  # noqa: S101 -- an action without a scope is a fault of ours
    profile = queries.profile()
    if version is not None and version != profile.version:
        raise Changed(str(wording.SET_UP_CHANGED), theirs={}, version=profile.version)
    organisation.name, organisation.joint_committee = facts["name"], facts["joint_committee"]
    organisation.version += 1
    organisation.save()
    profile.heads, profile.fte = facts["heads"], facts["fte"] or Decimal(0)
    profile.hours_per_half_day = facts["hours_per_half_day"]
    profile.year_end = facts.get("year_end") or profile.year_end
    profile.regions = list(facts.get("regions") or profile.regions)
    profile.version += 1
    profile.save()
    record("stakeholders.describe_organisation", by=by, at=at, on=organisation)
    return profile


@transaction.atomic
def answer_bodies(*, present: Mapping[str, str], version: int | None = None, by: Account, at: datetime) -> None:
    """The second step of the set-up. present: kind → the name that this organisation gives the body; the rest is absent.

    version: that of the profile, as who answers saw it; None for who read it in this very act. Raises Changed.
    """
    today = clock.day_of(at)
    profile = queries.profile()
    if version is not None and version != profile.version:
        names = dict(queries.bodies(on=today).values_list("kind", "name"))
        theirs: dict[str, object] = {kind.value: names.get(kind.value, "") for kind in ASKED_BODIES}
        raise Changed(str(wording.BODIES_CHANGED), theirs=theirs, version=profile.version)
    absent = {key: why for key, why in profile.absent.items() if key not in set(BodyKind.values)}
    for kind in ASKED_BODIES:
        body = queries.body_of_kind(kind, on=today)
        name = present.get(kind, "").strip()
        if name and body is None:
            install_body(kind=kind, name=name, starts_on=today, by=by, at=at)
        elif name and body is not None and (body.name != name or body.ends_on is not None):
            is_back, was, body.name, body.ends_on = body.ends_on is not None, body.name, name, None
            body.save()
            if is_back:  # it was said today that it is not there, and that was a mistake
                record("stakeholders.install_body", by=by, at=at, on=body)
            else:
                record("stakeholders.rename_body", by=by, at=at, on=body, details={"was": was, "is": name})
        elif not name:
            absent[kind.value] = "set_up"
            if body is not None and body.ends_on is None:
                _refuse_end(body, by=by, on=today)
                body.ends_on = today
                body.save()
                record("stakeholders.end_body", by=by, at=at, on=body)
    profile.absent = absent
    profile.version += 1
    profile.save()


def _refuse_end(body: Body, *, by: Account, on: date) -> None:
    """A delegation in which somebody sits is not taken away by the employer: with a new one he would choose who is in it."""
    if queries.fills_its_own_seats(body, on=on) and queries.sits_for_the_workers_in(by, since=on) != body:
        raise NotYours(str(wording.DELEGATION_HAS_MEMBERS).format(body=body.name))


@transaction.atomic
def finish_set_up(*, absent: Mapping[str, str], by: Account, at: datetime) -> Profile:
    """The last step: every actor is held or recorded as not present, and the organisation can begin."""
    profile = queries.profile()
    profile.absent = {**{key: why for key, why in profile.absent.items() if key in set(BodyKind.values)}, **absent}
    profile.save()
    if still_open := queries.open_actors(on=clock.day_of(at)):
        raise NobodyLeft(
            str(wording.ACTOR_OPEN).format(actors=", ".join(str(Actor(actor).label) for actor in still_open))
        )
    profile.set_up_at = profile.set_up_at or at
    profile.save()
    record("stakeholders.set_up", by=by, at=at, on=profile)
    return profile


def install_body(*, kind: BodyKind, name: str, starts_on: date, by: Account, at: datetime) -> Body:
    body = Body.objects.create(kind=kind, name=name, starts_on=starts_on)
    record("stakeholders.install_body", by=by, at=at, on=body)
    return body


@transaction.atomic
def seat_group(*, name: str, members: Sequence[StaffMember], by: Account, at: datetime) -> Body:
    """The working group as a body of its own, with a seat for everyone in it; a former one ends."""
    today = clock.day_of(at)
    former = queries.body_of_kind(BodyKind.WORKING_GROUP, on=today)
    if former is not None:
        former.ends_on = today
        former.save()
        record("stakeholders.end_body", by=by, at=at, on=former)
    body = install_body(kind=BodyKind.WORKING_GROUP, name=name, starts_on=today, by=by, at=at)
    Seat.objects.bulk_create(
        [Seat(body=body, holder=member.account, member=member, starts_on=today) for member in members]
    )
    for member in members:
        if member.account is not None:
            member.account.forget()
    return body


def seat_one_more(*, member: StaffMember, at: datetime) -> Seat | None:
    """A seat in the working group for somebody who comes later; the station that decides so records it."""
    today = clock.day_of(at)
    body = queries.body_of_kind(BodyKind.WORKING_GROUP, on=today)
    if body is None:
        return None
    if member.account is not None:
        member.account.forget()
    return Seat.objects.create(body=body, holder=member.account, member=member, starts_on=today)


def unseat_member(*, member: StaffMember, ends_on: date, today: date) -> None:
    """Free the seat of somebody in the working group; the station that decides so records it."""
    held = Seat.objects.filter(Q(ends_on=None) | Q(ends_on__gt=today), body__kind=BodyKind.WORKING_GROUP)
    for seat in held.filter(member=member):
        seat.ends_on = max(ends_on, seat.starts_on)
        seat.save()


@transaction.atomic
def assign_role(
    *, kind: RoleKind, holder: Account, starts_on: date, by: Account, at: datetime, team: Team | None = None
) -> Role:
    """Give a role other than coordinator; that one is appointed, with a mandate and time.

    Raises TwoSides when who sits for the workers would direct or keep the staff records.
    """
    _refuse_held(kind, holder, team, starts_on=starts_on)
    if kind in queries.EMPLOYERS_ROLES:
        refuse_who_sits_for_workers(holder, since=starts_on)
    role = Role.objects.create(
        kind=kind, holder=holder, starts_on=starts_on, team=team, accepted_at=at if holder == by else None
    )
    _admit_holder(role, at=at)
    record("stakeholders.assign_role", by=by, at=at, on=role)
    return role


@transaction.atomic
def appoint_coordinator(*, holder: Account, facts: Mapping[str, Any], by: Account, at: datetime) -> Role:
    """Rows A6.5 and B2.5: person, time, from–to, mandate, substitute. facts: the fields of Role by name."""
    refuse_reversed_period(
        starts_on=facts["starts_on"], ends_on=facts.get("ends_on"), sentence=str(wording.PERIOD_REVERSED)
    )
    if not facts.get("half_days_per_week"):
        raise NoTimeGiven(str(wording.NO_TIME))
    period = {"starts_on": facts["starts_on"], "ends_on": facts.get("ends_on")}
    _refuse_held(RoleKind.TRAINING_COORDINATOR, holder, None, **period)
    role = Role.objects.create(
        kind=RoleKind.TRAINING_COORDINATOR, holder=holder, accepted_at=at if holder == by else None, **facts
    )
    _admit_holder(role, at=at)
    if role.substitute:
        admit(account=role.substitute, organisation=role.organisation, at=at)
    details = {"half_days_per_week": str(role.half_days_per_week)}
    record("stakeholders.appoint_coordinator", by=by, at=at, on=role, details=details)
    return role


def _refuse_held(
    kind: RoleKind, holder: Account, team: Team | None, *, starts_on: date, ends_on: date | None = None
) -> None:
    """A mandate may follow another one, from its last day on; it never lies over it."""
    over = Q(ends_on__gt=starts_on) & (Q(starts_on__lte=ends_on) if ends_on else Q())
    if Role.objects.filter(Q(ends_on=None) | over, kind=kind, holder=holder, team=team).exists():
        raise AlreadyHeld(str(wording.ALREADY_HELD).format(name=holder))


def _admit_holder(role: Role, *, at: datetime) -> None:
    admit(account=role.holder, organisation=role.organisation, at=at)
    role.holder.forget()


@transaction.atomic
def accept_role(*, role: Role, by: Account, at: datetime) -> Role:
    if role.accepted_at is not None:
        raise AlreadyHeld(str(wording.ROLE_TAKEN))
    role.accepted_at = at
    role.save()
    record("stakeholders.accept_role", by=by, at=at, on=role)
    return role


@transaction.atomic
def end_role(*, role: Role, ends_on: date, by: Account, at: datetime) -> Role:
    refuse_reversed_period(starts_on=role.starts_on, ends_on=ends_on, sentence=str(wording.PERIOD_REVERSED))
    next_day = min(ends_on, date.max - timedelta(days=1)) + timedelta(days=1)
    others = Role.objects.filter(kind=RoleKind.MANAGEMENT, ends_on=None, starts_on__lte=next_day).exclude(pk=role.pk)
    if role.kind == RoleKind.MANAGEMENT and not others.exists():
        raise NobodyLeft(str(wording.LAST_MANAGER))
    role.ends_on = ends_on
    role.save()
    role.holder.forget()
    record("stakeholders.end_role", by=by, at=at, on=role)
    return role


@transaction.atomic
def plan_half_day(*, role: Role, on: date, is_afternoon: bool, by: Account, at: datetime) -> HalfDay:
    """Keep half a day free for the training policy, inside the mandate. Raises OutsideMandate."""
    if on < role.starts_on or (role.ends_on is not None and on > role.ends_on):
        raise OutsideMandate(str(wording.OUTSIDE_MANDATE))
    half_day, is_new = HalfDay.objects.get_or_create(role=role, on=on, is_afternoon=is_afternoon)
    if not is_new:
        raise AlreadyHeld(str(wording.HALF_DAY_PLANNED))
    record("stakeholders.plan_half_day", by=by, at=at, on=half_day)
    return half_day


@transaction.atomic
def use_half_day(*, half_day: HalfDay, by: Account, at: datetime) -> HalfDay:
    """The half-day really went to the training policy."""
    half_day.is_used = True
    half_day.save()
    record("stakeholders.use_half_day", by=by, at=at, on=half_day)
    return half_day
