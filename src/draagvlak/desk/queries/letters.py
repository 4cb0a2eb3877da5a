"""Digests and reminders: what a person's tasks look like by mail. Titles only, nothing that people wrote to each other."""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts.models import Account
from draagvlak.accounts.queries import who_came_in
from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.desk.queries.view import desk_of
from draagvlak.notices import queries as notices
from draagvlak.notices.figures import Letter
from draagvlak.notices.models import Message, Preference
from draagvlak.notices.rules import digest_is_due, is_reminded
from draagvlak.notices.states import EditionKind, Rhythm
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import members_of
from draagvlak.ui.said import day_said

LONGEST_LIST = 30
LOOK_AHEAD = 62

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reader:
    """Somebody in one organisation, what that person wants by mail, and the messages that wait for the next digest."""

    account: Account
    organisation: Organisation
    wanted: Preference
    held: Sequence[Message] = ()


def readers(organisation: Organisation, *, after: int, most: int) -> QuerySet[Account]:
    """The next ones who may get a mail: with access, and who came in at least once. after: the key of the last one."""
    return who_came_in(members_of(organisation)).filter(pk__gt=after).order_by("pk")[:most]


def letters_for(accounts: Collection[Account], organisation: Organisation, *, on: date) -> list[Letter]:
    """The mail of one day for these people, each in the own language; nothing for whom nothing waits."""
    wanted = notices.preferences_of(accounts)
    held = notices.held_for(organisation, [account.email for account in accounts])
    found: list[Letter] = []
    shared: dict[str, Any] = {}
    for account in accounts:
        reader = Reader(account, organisation, wanted[account.pk], held.get(account.email, []))
        if not _may_hear(reader.wanted, on=on):
            continue
        desk = desk_of(account, organisation, today=on)
        desk.known.update(shared)
        try:
            with override(account.language):
                letter = letter_for(reader, tasks_for(account, organisation, today=on), on=on)
        except Exception:
            # One person's tasks that cannot be worked out must not keep everyone else's mail from leaving.
            log.exception("No mail of %s for account %s in %s", on, account.pk, organisation.slug)
            continue
        shared = desk.shared()
        if letter is not None:
            found.append(letter)
    return found


def _may_hear(wanted: Preference, *, on: date) -> bool:
    if wanted.rhythm == Rhythm.AT_ONCE:
        return bool(wanted.reminder_days) and on.weekday() not in wanted.quiet_days
    return digest_is_due(wanted.rhythm, on=on, quiet=wanted.quiet_days)


def next_letter(reader: Reader, tasks: Sequence[Task], *, today: date) -> tuple[date, Letter] | None:
    """The next mail this person would get if nothing changed, with its day; None when none comes in two months."""
    for days in range(1, LOOK_AHEAD):
        on = today + timedelta(days=days)
        if letter := letter_for(reader, tasks, on=on):
            return on, letter
    return None


def letter_for(reader: Reader, tasks: Sequence[Task], *, on: date) -> Letter | None:
    """The mail of one day, in the active language; None when nothing waits or this is no day for it."""
    wanted = reader.wanted
    tasks = [task for task in tasks if not task.is_private]
    if wanted.rhythm == Rhythm.AT_ONCE:
        near = [
            task
            for task in tasks
            if task.due_on and is_reminded(task.due_on, on=on, before=wanted.reminder_days, quiet=wanted.quiet_days)
        ]
        return _reminder(reader, near, on=on) if near else None
    if (tasks or reader.held) and digest_is_due(wanted.rhythm, on=on, quiet=wanted.quiet_days):
        return _digest(reader, tasks, on=on)
    return None


def _digest(reader: Reader, tasks: Sequence[Task], *, on: date) -> Letter:
    facts = {"count": len(tasks), "organisation": reader.organisation.name}
    blocks = [_block(str(wording.DIGEST_TASKS % facts), _listed(tasks, on=on))] if tasks else []
    if reader.held:
        blocks.append(_block(str(wording.DIGEST_NOTES), [message.subject for message in reader.held]))
    subject = wording.DIGEST_SUBJECT % facts if tasks else str(wording.DIGEST_NOTES_SUBJECT).format(**facts)
    return _letter(reader, EditionKind.DIGEST, str(subject), blocks)


def _reminder(reader: Reader, tasks: Sequence[Task], *, on: date) -> Letter:
    facts = {"count": len(tasks), "organisation": reader.organisation.name}
    block = _block(str(wording.REMINDER_TASKS % facts), _listed(tasks, on=on))
    return _letter(reader, EditionKind.REMINDER, str(wording.REMINDER_SUBJECT % facts), [block])


def _listed(tasks: Sequence[Task], *, on: date) -> list[str]:
    lines = []
    for task in tasks[:LONGEST_LIST]:
        words = wording.TASK_LATE if task.due_on and task.due_on < on else wording.TASK_UNTIL
        until = day_said(task.due_on) if task.due_on else ""
        lines.append(str(words).format(title=task.title, day=until) if until else task.title)
    if more := len(tasks) - LONGEST_LIST if len(tasks) > LONGEST_LIST else 0:
        lines.append(str(wording.MORE_TASKS % {"count": more}))
    return lines


def _block(said: str, points: Sequence[str]) -> str:
    return "\n".join([said, *(f"- {point}" for point in points)])


def _letter(reader: Reader, kind: EditionKind, subject: str, blocks: Sequence[str]) -> Letter:
    account = reader.account
    place = settings.ADDRESS + reverse("desk:tasks", kwargs={"organisation": reader.organisation.slug})
    greeting = str(wording.GREETING).format(name=account.name)
    body = "\n\n".join([greeting, *blocks, f"{wording.SEE_TASKS}\n{place}"]) + "\n"
    held = tuple(message.pk for message in reader.held) if kind == EditionKind.DIGEST else ()
    return Letter(
        account=account.pk,
        to=account.email,
        language=account.language,
        kind=kind,
        subject=subject,
        body=body,
        held=held,
    )
