from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Outdated
from draagvlak.meetings import wording
from draagvlak.meetings.actions.reporting import refuse_before
from draagvlak.meetings.models import ActionPoint, AgendaItem, Reply
from draagvlak.meetings.rules import NotPossibleNow, refuse_empty, refuse_unless
from draagvlak.meetings.states import ItemKind, MinutesState
from draagvlak.notices.actions import queue
from draagvlak.stakeholders.states import BodyKind


@transaction.atomic
def add_action(*, item: AgendaItem, facts: Mapping[str, Any], by: Account, at: datetime) -> ActionPoint:
    """Somebody will do something. facts: what, account, member, owner_name (one of these three), due_on (or None)."""
    refuse_before(item.meeting, at=at)
    refuse_empty(facts["what"], str(wording.NO_WHAT))
    owner = {name: facts.get(name) for name in ("account", "member")}
    owner_name = "" if any(owner.values()) else facts.get("owner_name", "").strip()
    if not any(owner.values()):
        refuse_empty(owner_name, str(wording.NO_OWNER))
    action = ActionPoint.objects.create(
        item=item,
        what=" ".join(facts["what"].split()),
        owner_name=owner_name,
        due_on=facts.get("due_on"),
        added_by=by,
        added_at=at,
        **owner,
    )
    record("meetings.add_action", by=by, at=at, on=action)
    return action


@transaction.atomic
def finish_action(*, action: ActionPoint, note: str, by: Account, at: datetime) -> ActionPoint:
    """It is done, or no longer needed; note: what came of it."""
    held = _still_open(action)
    held.done_at, held.done_by, held.note = at, by, note.strip()
    held.save()
    record("meetings.finish_action", by=by, at=at, on=held)
    return held


@transaction.atomic
def hand_over_action(
    *, action: ActionPoint, to: Mapping[str, Any], seen: str, by: Account, at: datetime, root: str = ""
) -> ActionPoint:
    """Somebody else does it. What the minutes said stays said, from the moment that they were sent.

    to: account, member, owner_name (one of these three). seen: who did it when the page was opened.
    """
    held = _still_open(action)
    if held.doer != seen:
        raise Outdated(str(wording.TAKEN_OVER_ALREADY).format(name=held.doer))
    report = held.item.meeting.report
    former, is_told = held.doer, report is not None and report.state != MinutesState.DRAFT
    held.account, held.member, held.owner_name = to["account"], to["member"], to["owner_name"].strip()
    refuse_empty(held.owner_name if held.account is None and held.member is None else former, str(wording.NO_OWNER))
    refuse_unless(held.doer != former, str(wording.DOES_IT_ALREADY).format(name=former))
    held.agreed_with = held.agreed_with or (former if is_told else "")
    held.save()
    body = held.item.meeting.body
    details = {} if held.item.meeting.is_private else {"from": former, "to": held.doer}
    record("meetings.hand_over_action", by=by, at=at, on=held, details=details)
    if held.account is not None and held.account != by:
        link = root + reverse("meetings:actions", kwargs={"organisation": body.organisation.slug}) + "?toon=mijn"
        with override(held.account.language), scopes_disabled():
            words = {"name": held.account.name, "body": body.name, "link": link}
            subject, text = str(wording.HANDED_SUBJECT).format(**words), str(wording.HANDED_BODY).format(**words)
            queue(to=held.account.email, subject=subject, body=text, at=at, is_private=True)
    return held


def _still_open(action: ActionPoint) -> ActionPoint:
    """As it stands now, held until the end. Raises NotPossibleNow when it is done."""
    rows = ActionPoint.objects.select_for_update(of=("self",)).select_related(
        "account", "member", "item__meeting__body__organisation", "item__meeting__minutes"
    )
    held = rows.get(pk=action.pk)
    if held.done_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_DONE))
    return held


@transaction.atomic
def reply_to_advice(*, item: AgendaItem, text: str, by: Account, at: datetime) -> Reply:
    """What the employer does with an advice that stands in minutes that were sent."""
    report = item.meeting.report
    is_advice = item.kind == ItemKind.ADVICE and bool(item.decision) and item.meeting.body.kind != BodyKind.MANAGEMENT
    is_told = report is not None and report.state != MinutesState.DRAFT
    refuse_unless(is_advice and is_told and item.matter_id is None, str(wording.NOT_AN_ADVICE))
    refuse_empty(text, str(wording.NO_REPLY))
    if Reply.objects.filter(item=item).exists():
        raise NotPossibleNow(str(wording.ALREADY_REPLIED))
    reply = Reply.objects.create(item=item, text=text.replace("\r\n", "\n").strip(), by=by, at=at)
    record("meetings.reply_to_advice", by=by, at=at, on=reply)
    return reply
