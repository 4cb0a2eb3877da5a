from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from draagvlak.decisions.jobs import count_due
from draagvlak.desk.jobs import go_round
from draagvlak.lib import clock
from draagvlak.notices import queries as notices
from draagvlak.notices.actions import send_waiting
from draagvlak.notices.states import ASKS_A_PERSON, MessageState


class Command(BaseCommand):
    help = "Send the mail that waits, and today's digests and reminders, once; `serve` does the same all the time."

    def handle(self, **_options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        if not settings.SENDS_MAIL:
            raise CommandError("No mail server is named (EMAIL_URL), so nothing can leave.")
        count_due(at=clock.now())
        made, sent = go_round(at=clock.now()), 0
        while notices.is_due(at=clock.now()):
            sent += send_waiting(at=clock.now())
        standing = notices.standing()
        waits = standing.counts.get(MessageState.WAITING, 0)
        asks = sum(standing.counts.get(state, 0) for state in ASKS_A_PERSON)
        self.stdout.write(
            f"{made} digests, reminders and moments made, {sent} mails sent, {waits} wait, {asks} ask a person."
        )
        if standing.trouble:
            raise CommandError(f"Some mail could not leave yet: {standing.trouble}")
