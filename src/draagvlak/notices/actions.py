import logging
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as hour
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language, override
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.accounts.queries import account_of, accounts_of
from draagvlak.lib import clock
from draagvlak.lib.law import end_of_day
from draagvlak.lib.letter import Foot, as_html, as_text
from draagvlak.lib.refusals import Changed
from draagvlak.lib.smtp import Outcome, outcome_of
from draagvlak.notices import queries, wording
from draagvlak.notices.figures import Letter, Note, Step
from draagvlak.notices.models import Edition, MailRound, Message, Preference
from draagvlak.notices.rules import (
    AWAY,
    DAYS_OF_THE_WEEK,
    DIGEST_HOUR,
    FURTHEST_REMINDER,
    LONGEST_SENDING,
    MOST_TRIES,
    NoDayLeft,
    NotADay,
    NotThisState,
    next_loud_day,
    wait_after,
)
from draagvlak.notices.states import ASKS_A_PERSON, MessageKind, MessageState, Rhythm
from draagvlak.tenancy.models import Organisation, current_organisation
from draagvlak.tenancy.queries import members_of

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Invitation:
    """What a calendar program reads: an iCalendar object (RFC 5545) and the method of RFC 5546: REQUEST, CANCEL, or
    PUBLISH for the organiser's own copy."""

    calendar: str
    method: str


def queue(  # noqa: PLR0913 -- a mail with all that goes with it
    *,
    to: str,
    subject: str,
    body: str,
    at: datetime,
    is_private: bool = False,
    is_required: bool = True,
    kind: MessageKind = MessageKind.NOTE,
    invitation: Invitation | None = None,
) -> Message:
    """Put a mail in the outbox; it leaves only when the transaction of the act is on disk.

    is_required: it leaves at once. Otherwise as the receiver chose: at once but not on a quiet day, told in the next
    digest, or not at all. It is written in the language of the account with this address, else in the active one.
    """
    account = account_of(to)
    language = account.language if account else get_language() or settings.LANGUAGE_CODE
    note = Note(account.email if account else to, language, subject, body)
    message = _as_mail(note, kind=kind, is_required=is_required or is_private, at=at)
    message.is_private = is_private
    if invitation:
        message.calendar, message.calendar_method = invitation.calendar, invitation.method
    if account and _is_tunable(message):
        message.state, message.try_after = _as_chosen(queries.preference_of(account), at=at)
    message.save()
    return message


def queue_many(
    notes: Sequence[Note], *, at: datetime, is_required: bool = True, kind: MessageKind = MessageKind.NOTE
) -> int:
    """Put mail for many people in the outbox, as `queue` does for one, with as many statements for five as for 5,000.

    Returns how many people are told by mail, at once or in their digest: not who wants only what is required.
    """
    messages = [_as_mail(note, kind=kind, is_required=is_required, at=at) for note in notes]
    tunable = [message for message in messages if _is_tunable(message)]
    accounts = {account.email: account for account in accounts_of(message.to for message in tunable)}
    wanted = queries.preferences_of(accounts.values()) if accounts else {}
    for message in tunable:
        if account := accounts.get(message.to.lower()):
            message.state, message.try_after = _as_chosen(wanted[account.pk], at=at)
    Message.objects.bulk_create(messages, batch_size=500)
    return sum(message.state != MessageState.SKIPPED for message in messages)


def take_back(*, subjects: Collection[str], queued_at: datetime) -> int:
    """Mail of one act in this organisation that did not leave yet does not leave any more. Returns how many."""
    still = Message.objects.filter(state__in=[MessageState.WAITING, MessageState.HELD], queued_at=queued_at)
    mine = still.filter(organisation=current_organisation(), subject__in=[_one_line(subject) for subject in subjects])
    return mine.update(state=MessageState.SKIPPED)


def _as_mail(note: Note, *, kind: MessageKind, is_required: bool, at: datetime) -> Message:
    return Message(
        organisation=current_organisation(),
        to=note.to,
        kind=kind,
        language=note.language,
        subject=_one_line(note.subject),
        body=note.body,
        is_required=is_required,
        queued_at=at,
        try_after=at,
    )


def _is_tunable(message: Message) -> bool:
    return not message.is_required and message.organisation is not None


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:250]


def _as_chosen(wanted: Preference, *, at: datetime) -> tuple[MessageState, datetime]:
    if wanted.rhythm == Rhythm.REQUIRED:
        return MessageState.SKIPPED, at
    if wanted.rhythm != Rhythm.AT_ONCE:
        return MessageState.HELD, at
    today = clock.day_of(at)
    loud = next_loud_day(today, quiet=wanted.quiet_days)
    return MessageState.WAITING, at if loud == today else datetime.combine(loud, hour(DIGEST_HOUR), clock.BRUSSELS)


def send_waiting(*, at: datetime, most: int = 50) -> int:
    """Send what waits, each message claimed first so that two workers never send it twice. Returns how many left.

    A message that a worker claimed and never finished becomes "unknown whether it arrived": sending it again could be
    twice, which is worse than asking a person. A server that is away costs no message a try.
    """
    began = time.monotonic()

    def now() -> datetime:
        return at + timedelta(seconds=time.monotonic() - began)

    with scopes_disabled():  # the mail of every organisation leaves by the same door
        if not Message.objects.filter(state__in=[MessageState.WAITING, MessageState.SENDING]).exists():
            return 0
        _set_aside(at=at)
        due = Message.objects.filter(state=MessageState.WAITING, try_after__lte=at).order_by("queued_at", "pk")
        keys = list(due.values_list("pk", flat=True)[:most])
        return _send_all(keys, now) if keys else 0


def _set_aside(*, at: datetime) -> None:
    """What was claimed too long ago asks a person; what is of no use any more is skipped."""
    stuck = Q(claimed_at=None) | Q(claimed_at__lte=at - LONGEST_SENDING)
    Message.objects.filter(stuck, state=MessageState.SENDING).update(state=MessageState.UNKNOWN)
    with transaction.atomic():
        late = Message.objects.filter(state=MessageState.WAITING, drop_after__lte=at)
        dropped = [
            key for key in late.values_list("pk", flat=True) if late.filter(pk=key).update(state=MessageState.SKIPPED)
        ]
        # What a digest told of was not told when the digest stayed here: it goes along with the next.
        told = Message.objects.filter(bundled_in__in=dropped, state=MessageState.BUNDLED)
        told.update(state=MessageState.HELD, bundled_in=None)


def _send_all(keys: Sequence[int], now: Callable[[], datetime]) -> int:
    sent, connection = 0, get_connection()
    try:
        for key in keys:
            if not _is_open(connection, now):
                break
            message = _claim(key, at=now())
            if message is None:
                continue
            outcome = _send_one(message, connection, now)
            sent += outcome is None
            if outcome in {Outcome.AWAY, Outcome.UNKNOWN}:
                _close(connection)
    finally:
        _close(connection)
    return sent


def _is_open(connection: BaseEmailBackend, now: Callable[[], datetime]) -> bool:
    """Reach the server before a message is claimed; when it is away, everything waits a little and keeps its tries."""
    try:
        connection.open()
    except OSError as trouble:
        log.warning("The mail server does not answer: %s", trouble)
        _close(connection)
        Message.objects.filter(state=MessageState.WAITING, try_after__lte=now()).update(
            try_after=now() + AWAY, trouble=str(trouble)[:250]
        )
        return False
    return True


def _close(connection: BaseEmailBackend) -> None:
    with suppress(OSError):
        connection.close()


def _claim(key: int, *, at: datetime) -> Message | None:
    """Take a message for this worker alone; None when another one has it."""
    mine = Message.objects.filter(pk=key, state=MessageState.WAITING).update(state=MessageState.SENDING, claimed_at=at)
    return Message.objects.select_related("organisation").get(pk=key) if mine else None


def _send_one(message: Message, connection: BaseEmailBackend, now: Callable[[], datetime]) -> Outcome | None:
    """Send a claimed message and write down what came of it. Returns None when the server took it."""
    try:
        written(message, connection=connection).send()
    except OSError as error:
        outcome, said = outcome_of(error, is_underway=getattr(connection, "is_underway", True))
        _write_down(message, **_consequence(message, outcome, at=now()), trouble=said[:250])
        return outcome
    except ValueError as fault:  # an address or a header that no mail can have; nothing left
        _write_down(message, state=MessageState.GIVEN_UP, trouble=str(fault)[:250])
        return Outcome.NEVER
    kept = {"body": "", "calendar": ""} if message.is_private else {}
    _write_down(message, state=MessageState.SENT, sent_at=now(), tries=message.tries + 1, trouble="", **kept)
    return None


def _consequence(message: Message, outcome: Outcome, *, at: datetime) -> dict[str, Any]:
    tries = message.tries + 1
    if outcome is Outcome.UNKNOWN:
        return {"state": MessageState.UNKNOWN, "tries": tries}
    if outcome is Outcome.AWAY:
        return {"state": MessageState.WAITING, "try_after": at + AWAY}
    is_over = outcome is Outcome.NEVER or tries >= MOST_TRIES
    return {
        "state": MessageState.GIVEN_UP if is_over else MessageState.WAITING,
        "tries": tries,
        "try_after": at + wait_after(tries),
    }


def _write_down(message: Message, **facts: Any) -> None:  # noqa: ANN401 -- fields of the message
    """Only while it is still ours: a person may have decided about it since."""
    ours = [MessageState.SENDING, MessageState.UNKNOWN]
    Message.objects.filter(pk=message.pk, claimed_at=message.claimed_at, state__in=ours).update(**facts)


def written(message: Message, *, connection: BaseEmailBackend | None = None) -> EmailMultiAlternatives:
    """The mail as it travels: plain text and the same as HTML, in the language of the receiver.

    A meeting goes along twice, as calendar programs want it: beside the text with its method, so that a calendar takes
    it in, and as a file for who opens it by hand.
    """
    foot = foot_of(message)
    headers = {"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"}
    if message.kind == MessageKind.DIGEST and foot.place:
        headers["List-Unsubscribe"] = f"<{foot.place}>"
    mail = EmailMultiAlternatives(
        message.subject, as_text(message.body, foot=foot), to=[message.to], headers=headers, connection=connection
    )
    if html := html_of(message, foot=foot):
        mail.attach_alternative(html, "text/html")
    if message.calendar:
        mail.attach_alternative(message.calendar, f"text/calendar; method={message.calendar_method}; component=VEVENT")
        mail.attach("vergadering.ics", message.calendar.encode(), "application/ics")
    return mail


def html_of(message: Message, *, foot: Foot) -> str:
    """The HTML part; empty when the mail is too long to be shown so."""
    sender = message.organisation.name if message.organisation else wording.HOUSE
    return as_html(message.body, subject=message.subject, sender=sender, language=message.language, foot=foot)


def foot_of(message: Message) -> Foot:
    """Why somebody gets this mail, and where to choose; only who can sign in gets the way there."""
    organisation, kind = message.organisation, message.kind
    with override(message.language):
        if organisation is None or kind == MessageKind.ACCOUNT:
            return Foot(str(wording.WHY_ACCOUNT))
        if kind == MessageKind.INVITATION:
            return Foot(str(wording.WHY_INVITED).format(organisation=organisation))
        why = str(wording.WHY_REQUIRED if message.is_required else wording.WHY_TUNED).format(organisation=organisation)
        if not members_of(organisation).filter(email=message.to).exists():
            return Foot(why)
        place = reverse(settings.MAIL_PREFERENCES_URL, kwargs={"organisation": organisation.slug})
        return Foot(why, str(wording.CHANGE), settings.ADDRESS + place)


@transaction.atomic
def send_again(message: Message, *, at: datetime) -> Message:
    """A person decided that a message leaves once more; it keeps its Message-ID, so that two copies can be known as one."""
    held = _held(message, states=ASKS_A_PERSON)
    held.state, held.try_after, held.claimed_at, held.drop_after = MessageState.WAITING, at, None, None
    held.tries, held.trouble = 0, ""
    held.save()
    return held


@transaction.atomic
def confirm_arrival(message: Message, *, at: datetime) -> Message:
    """A person knows that a message did arrive."""
    held = _held(message, states=(MessageState.UNKNOWN,))
    held.state, held.sent_at, held.trouble = MessageState.SENT, held.claimed_at or at, ""
    held.body, held.calendar = ("", "") if held.is_private else (held.body, held.calendar)
    held.save()
    return held


def _held(message: Message, *, states: Sequence[MessageState]) -> Message:
    held = Message.objects.select_for_update().get(pk=message.pk)
    if held.state not in states:
        raise NotThisState(str(wording.NOT_STUCK))
    return held


@transaction.atomic
def choose(*, account: Account, facts: Mapping[str, Any], version: int, at: datetime) -> Preference:
    """What somebody wants by mail. facts: rhythm, reminder_days, quiet_days. Messages that waited for a digest follow."""
    if any(not 0 <= days <= FURTHEST_REMINDER for days in facts["reminder_days"]):
        raise NotADay(str(wording.NOT_A_REMINDER))
    if set(facts["quiet_days"]) >= set(DAYS_OF_THE_WEEK):
        raise NoDayLeft(str(wording.NO_DAY_LEFT))
    wanted = queries.preference_of(account)
    if wanted.version != version:
        raise Changed(str(wording.CHANGED), theirs=in_words(wanted), version=wanted.version)
    wanted.rhythm, wanted.version = facts["rhythm"], wanted.version + 1
    wanted.reminder_days = sorted(set(facts["reminder_days"]), reverse=True)
    wanted.quiet_days = sorted(set(facts["quiet_days"]))
    wanted.save()
    held = Message.objects.filter(state=MessageState.HELD, organisation=wanted.organisation, to=account.email)
    if wanted.rhythm == Rhythm.AT_ONCE:
        held.update(state=MessageState.WAITING, try_after=at)
    elif wanted.rhythm == Rhythm.REQUIRED:
        held.update(state=MessageState.SKIPPED)
    return wanted


def in_words(wanted: Preference) -> dict[str, object]:
    """A preference as a person reads it."""
    return {
        "rhythm": wanted.get_rhythm_display(),
        "reminder_days": ", ".join(str(days) for days in wanted.reminder_days),
        "quiet_days": ", ".join(str(WEEKDAYS[day]) for day in wanted.quiet_days),
    }


@transaction.atomic
def publish(letters: Sequence[Letter], *, step: Step, organisation: Organisation, at: datetime) -> int:
    """Put the digests and reminders of one step of the day's round in the outbox. Returns how many.

    All of a step or nothing, and only if the round still stands where the step began: another worker may have been first.
    """
    organisation.hold()
    round_of_day, _is_new = MailRound.objects.get_or_create(on=step.on)
    if round_of_day.finished_at is not None or round_of_day.reached != step.before:
        return 0
    messages = Message.objects.bulk_create([_as_message(one, step=step, at=at) for one in letters])
    Edition.objects.bulk_create(
        [
            Edition(account_id=letter.account, on=step.on, kind=letter.kind, message=message)
            for letter, message in zip(letters, messages, strict=True)
        ]
    )
    for letter, message in zip(letters, messages, strict=True):
        if letter.held:
            told = Message.objects.filter(pk__in=letter.held, state=MessageState.HELD)
            told.update(state=MessageState.BUNDLED, bundled_in=message)
    round_of_day.reached = step.reached
    round_of_day.save()
    return len(messages)


def _as_message(letter: Letter, *, step: Step, at: datetime) -> Message:
    """It says how things stand on its day, so it is of no use on the next."""
    message = _as_mail(letter, kind=MessageKind(letter.kind), is_required=False, at=at)
    message.drop_after = end_of_day(step.on)
    return message


@transaction.atomic
def finish_round(*, step: Step, organisation: Organisation, at: datetime) -> None:
    """Everyone was looked at on this day."""
    organisation.hold()
    round_of_day, _is_new = MailRound.objects.get_or_create(on=step.on)
    if round_of_day.reached == step.reached:
        round_of_day.finished_at = round_of_day.finished_at or at
        round_of_day.save()
