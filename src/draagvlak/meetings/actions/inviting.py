from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.accounts.queries import account_of
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.meetings import queries, wording
from draagvlak.meetings.actions.letters import Letter, send
from draagvlak.meetings.models import ActionPoint, Invitee, Meeting
from draagvlak.meetings.rules import AlreadyInvited, refuse_number_invited, refuse_unless
from draagvlak.meetings.states import Answer, MeetingState
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders.actions import ask_to_sign_in, person
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.actions import admit
from draagvlak.tenancy.queries import belongs_to


def ask_everyone(meeting: Meeting) -> list[Invitee]:
    """Invite whoever sits in the body on the day of the meeting."""
    asked = queries.asked_by(meeting.body, on=clock.day_of(meeting.starts_at))
    words = {
        "nobody": str(wording.NOBODY_INVITED).format(body=meeting.body.name),
        "too_many": str(wording.TOO_MANY_INVITED).format(count=len(asked)),
    }
    refuse_number_invited(len(asked), **words)
    Invitee.objects.bulk_create([Invitee(meeting=meeting, account=one.account, member=one.member) for one in asked])
    return queries.invitees_of(meeting)


@transaction.atomic
def match_invitees(*, meeting: Meeting, by: Account, at: datetime, root: str = "") -> list[Invitee]:
    """Invite who came into the body since, and take the invitation back from who left it. Returns everyone invited now."""
    known = queries.invitees_of(meeting)
    by_key = {key: one for one in known for key in _keys(one.account, one.member)}
    new, kept = [], set()
    for asked in queries.asked_by(meeting.body, on=clock.day_of(meeting.starts_at)):
        found = next((by_key[key] for key in _keys(asked.account, asked.member) if key in by_key), None)
        if found is None:
            new.append(asked)
        else:
            kept.add(found.pk)
            _sits_there(found, asked)
    gone = [one for one in known if one.pk not in kept and not one.is_guest]
    if not gone and not new:
        return known
    # In these two nobody has a seat: who directs, and who works here.
    by_seat = meeting.body.kind not in {BodyKind.MANAGEMENT, BodyKind.WORKERS}
    why = wording.SEAT_ENDED_BODY if by_seat else wording.UNINVITED_BODY
    send(Letter(meeting, wording.UNINVITED_SUBJECT, why, by, root, at, method="CANCEL"), gone)
    Invitee.objects.filter(pk__in=[one.pk for one in gone]).delete()
    made = [Invitee.objects.create(meeting=meeting, account=one.account, member=one.member) for one in new]
    send(Letter(meeting, wording.INVITED_SUBJECT, wording.INVITED_BODY, by, root, at, method="REQUEST"), made)
    details = {"invited": len(made), "taken_back": len(gone)}
    record("meetings.match_invitees", by=by, at=at, on=meeting, details=details)
    return queries.invitees_of(meeting)


def match_coming(*, body: Body, by: Account, at: datetime, root: str = "") -> None:
    """Who has a seat in a body changed: the invitations to all its coming meetings follow."""
    for meeting in queries.planned_of(body, at=at):
        match_invitees(meeting=meeting, by=by, at=at, root=root)


def _keys(account: Account | None, member: StaffMember | None) -> list[tuple[str, int]]:
    """By what somebody is recognised: a colleague stays the same person when an account comes."""
    found = [("member", member.pk)] if member is not None else []
    return [*found, ("account", account.pk)] if account is not None else found


def _sits_there(invitee: Invitee, asked: queries.Asked) -> None:
    """A guest who got a seat is a guest no longer; a colleague who got an account is that account."""
    if invitee.is_guest or (invitee.account, invitee.member) != (asked.account, asked.member):
        invitee.account, invitee.member = asked.account, asked.member
        invitee.is_guest, invitee.guest_name, invitee.guest_address = False, "", ""
        invitee.save()


def recognise(*, account: Account) -> int:
    """A colleague who was asked or agreed to something without an account now has one. Returns how many rows that are."""
    asked = Invitee.objects.filter(member__account=account, account=None)
    asked = asked.exclude(meeting__in=Invitee.objects.filter(account=account).values("meeting"))
    agreed = ActionPoint.objects.filter(member__account=account, account=None)
    return sum(rows.update(account=account) for rows in (asked, agreed))


@transaction.atomic
def invite_guest(*, meeting: Meeting, facts: Mapping[str, str], by: Account, at: datetime, root: str = "") -> Invitee:
    """Ask somebody from outside the body. facts: name, email.

    Who belongs to the organisation sees the meeting, but that of the delegation. Anybody else becomes a guest, and finds a
    page for this one meeting; without a password he gets a secret link of his own to choose one.
    """
    refuse_unless(meeting.state == MeetingState.PLANNED, str(wording.NOT_PLANNED))
    refuse_unless(meeting.starts_at > at, str(wording.BEGUN))
    name, email = facts["name"].strip(), facts["email"].strip()
    account = account_of(email)
    for one in queries.invitees_of(meeting):
        if one.address.lower() == email.lower() or (account is not None and one.account_id == account.pk):
            raise AlreadyInvited(str(wording.ALREADY_INVITED).format(name=one.person))
    if account is None or not belongs_to(account, meeting.organisation):
        account = _let_in(meeting, name=name, email=email, by=by, at=at, root=root)
    guest = Invitee.objects.create(
        meeting=meeting, account=account, guest_name=name, guest_address=email, is_guest=True
    )
    send(Letter(meeting, wording.INVITED_SUBJECT, wording.INVITED_BODY, by, root, at, method="REQUEST"), [guest])
    record("meetings.invite_guest", by=by, at=at, on=meeting)
    return guest


def _let_in(meeting: Meeting, *, name: str, email: str, by: Account, at: datetime, root: str) -> Account | None:
    """A guest's access to the organisation: it opens what names him, and nothing else. None for a colleague who has no
    account: that is for who keeps the staff list. No journal but that of the meeting names whom a body invites."""
    if StaffMember.objects.filter(email__iexact=email).exists():
        return None
    account = person(email=email, name=name, language=by.language)
    admit(account=account, organisation=meeting.organisation, at=at, is_guest=True)
    ask_to_sign_in(account=account, organisation=meeting.organisation, by=by, at=at, root=root)
    return account


@transaction.atomic
def uninvite_guest(*, invitee: Invitee, by: Account, at: datetime, root: str = "") -> None:
    """Take the invitation of a guest back: his page closes at once, and his calendar forgets it."""
    meeting = invitee.meeting
    refuse_unless(invitee.is_guest, str(wording.NOT_A_GUEST))
    refuse_unless(meeting.state == MeetingState.PLANNED, str(wording.NOT_PLANNED))
    taken_back = Letter(meeting, wording.UNINVITED_SUBJECT, wording.UNINVITED_BODY, by, root, at, method="CANCEL")
    send(taken_back, [invitee])
    invitee.delete()
    record("meetings.uninvite_guest", by=by, at=at, on=meeting)


@transaction.atomic
def answer_invitation(*, invitee: Invitee, answer: Answer, reason: str, by: Account, at: datetime) -> Invitee:
    """Say whether somebody comes. The reason of a no stays between this person and who convenes: no journal, no mail."""
    meeting = invitee.meeting
    refuse_unless(meeting.state == MeetingState.PLANNED, str(wording.NOT_PLANNED))
    refuse_unless(meeting.starts_at > at, str(wording.BEGUN))
    invitee.answer, invitee.answered_at = answer, at
    invitee.reason = reason.strip() if answer == Answer.DECLINED else ""
    invitee.save()
    record("meetings.answer_invitation", by=by, at=at, on=meeting)
    return invitee
