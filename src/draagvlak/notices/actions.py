from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.mime.text import MIMEText

from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageState
from draagvlak.tenancy.models import current_organisation

MOST_TRIES = 6


@dataclass(frozen=True)
class Invitation:
    """What a calendar program reads: an iCalendar object (RFC 5545) and the method of RFC 5546, REQUEST or CANCEL."""

    calendar: str
    method: str


def queue(
    *, to: str, subject: str, body: str, at: datetime, is_private: bool = False, invitation: Invitation | None = None
) -> Message:
    """Put a mail in the outbox; it leaves only when the transaction of the act is on disk."""
    return Message.objects.create(
        organisation=current_organisation(),
        to=to,
        subject=" ".join(subject.split())[:250],
        body=body,
        is_private=is_private,
        calendar=invitation.calendar if invitation else "",
        calendar_method=invitation.method if invitation else "",
        queued_at=at,
        try_after=at,
    )


def queue_many(letters: Iterable[tuple[str, str, str]], *, at: datetime) -> int:
    """Put the same news for many people in the outbox at once. letters: address, subject, body. Returns how many."""
    organisation = current_organisation()
    messages = [
        Message(
            organisation=organisation,
            to=to,
            subject=" ".join(subject.split())[:250],
            body=body,
            queued_at=at,
            try_after=at,
        )
        for to, subject, body in letters
    ]
    return len(Message.objects.bulk_create(messages, batch_size=500))


def send_waiting(*, at: datetime, most: int = 50) -> int:
    """Send what waits, each message claimed first so that two workers never send it twice. Returns how many left.

    A message that a worker claimed and never finished stays "being sent" and is shown as such: sending it again
    could be twice, which is worse than asking a person.
    """
    sent = 0
    for key in (
        Message.objects.filter(state=MessageState.WAITING, try_after__lte=at)
        .order_by("queued_at")
        .values_list("pk", flat=True)[:most]
    ):
        if Message.objects.filter(pk=key, state=MessageState.WAITING).update(state=MessageState.SENDING):
            sent += _send_one(Message.objects.get(pk=key), at=at)
    return sent


def written(message: Message) -> EmailMessage:
    """The mail as it travels. A meeting goes along as text/calendar with its method, so that a calendar takes it in."""
    mail = EmailMessage(message.subject, message.body, to=[message.to], connection=get_connection())
    if message.calendar:
        part = MIMEText(message.calendar, "calendar", "utf-8")
        part.set_param("method", message.calendar_method)
        part.set_param("component", "VEVENT")
        part.add_header("Content-Disposition", "attachment", filename="vergadering.ics")
        mail.attach(part)
    return mail


def _send_one(message: Message, *, at: datetime) -> int:
    try:
        written(message).send()
    except OSError as trouble:
        message.tries += 1
        message.state = MessageState.GIVEN_UP if message.tries >= MOST_TRIES else MessageState.WAITING
        message.try_after = at + timedelta(minutes=2**message.tries)
        message.trouble = str(trouble)[:250]
        message.save()
        return 0
    with transaction.atomic():
        message.state, message.sent_at, message.tries = MessageState.SENT, at, message.tries + 1
        if message.is_private:
            message.body = ""
        message.save()
    return 1
