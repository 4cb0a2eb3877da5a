from datetime import datetime, timedelta

from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from draagvlak.notices.models import Message
from draagvlak.notices.states import MessageState
from draagvlak.tenancy.models import current_organisation

MOST_TRIES = 6


def queue(*, to: str, subject: str, body: str, at: datetime, is_private: bool = False) -> Message:
    """Put a mail in the outbox; it leaves only when the transaction of the act is on disk."""
    return Message.objects.create(
        organisation=current_organisation(),
        to=to,
        subject=" ".join(subject.split())[:250],
        body=body,
        is_private=is_private,
        queued_at=at,
        try_after=at,
    )


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


def _send_one(message: Message, *, at: datetime) -> int:
    try:
        EmailMessage(message.subject, message.body, to=[message.to], connection=get_connection()).send()
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
