from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.meetings import wording
from draagvlak.meetings.actions.reporting import refuse_before
from draagvlak.meetings.models import ActionPoint, AgendaItem, Reply
from draagvlak.meetings.rules import NotPossibleNow, refuse_empty, refuse_unless
from draagvlak.meetings.states import ItemKind, MinutesState
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
    if action.done_at is not None:
        raise NotPossibleNow(str(wording.ALREADY_DONE))
    action.done_at, action.done_by, action.note = at, by, note.strip()
    action.save()
    record("meetings.finish_action", by=by, at=at, on=action)
    return action


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
