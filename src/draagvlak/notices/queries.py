from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.db.models import Count, QuerySet
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.notices.figures import Standing
from draagvlak.notices.models import MailRound, Message, Preference
from draagvlak.notices.states import ASKS_A_PERSON, MessageKind, MessageState
from draagvlak.tenancy.models import Organisation


def outbox(organisation: Organisation, *, state: str = "", kind: str = "") -> QuerySet[Message]:
    """The organisation's mail, newest first; of one state or kind where one is named, `asks` for what asks a person."""
    found = Message.objects.filter(organisation=organisation).order_by("-queued_at", "-pk")
    if state in MessageState.values:
        found = found.filter(state=state)
    if state == "asks":
        found = found.filter(state__in=ASKS_A_PERSON)
    return found.filter(kind=kind) if kind in MessageKind.values else found


def asks_a_person(organisation: Organisation) -> int:
    """How many messages a person must look at: unknown whether they arrived, or given up."""
    return outbox(organisation, state="asks").count()


def standing() -> Standing:
    """All the mail of the installation, for who runs it."""
    with scopes_disabled():
        counts = dict(Message.objects.values_list("state").annotate(Count("pk")).order_by())
        trouble = Message.objects.filter(state=MessageState.WAITING).exclude(trouble="").first()
    return Standing(counts, trouble.trouble if trouble else "")


def is_due(*, at: datetime) -> bool:
    """Whether a message may leave now."""
    with scopes_disabled():
        return Message.objects.filter(state=MessageState.WAITING, try_after__lte=at).exists()


def preference_of(account: Account) -> Preference:
    """What the person wants in the organisation whose scope is open; unsaved, with the usual, for who never chose."""
    return Preference.objects.filter(account=account).first() or Preference(account=account)


def preferences_of(accounts: Iterable[Account]) -> dict[int, Preference]:
    """The same for many at once, by the key of the account."""
    asked = list(accounts)
    kept = {one.account_id: one for one in Preference.objects.filter(account__in=asked)}
    return {account.pk: kept.get(account.pk) or Preference(account=account) for account in asked}


def held_for(organisation: Organisation, addresses: Collection[str]) -> dict[str, list[Message]]:
    """The messages that wait for the next digest of these people, by address in small letters, oldest first."""
    found: dict[str, list[Message]] = {}
    waiting = Message.objects.filter(state=MessageState.HELD, organisation=organisation, to__in=addresses)
    for message in waiting.order_by("queued_at", "pk"):
        found.setdefault(message.to, []).append(message)
    return found


def without_round(*, on: date) -> QuerySet[Organisation]:
    """The organisations whose round of this day is not finished."""
    with scopes_disabled():
        done = MailRound.objects.filter(on=on, finished_at__isnull=False).values("organisation")
        return Organisation.objects.exclude(pk__in=done).order_by("pk")


def reached(*, on: date) -> int:
    """How far the round of this day has come, in the organisation whose scope is open; 0 when it has not begun."""
    round_of_day = MailRound.objects.filter(on=on).first()
    return round_of_day.reached if round_of_day else 0


def papers_with(organisation: Organisation, seal: str) -> list[Message]:
    """The mails by which papers went out that quote this seal, oldest first."""
    sent = Message.objects.filter(organisation=organisation, kind=MessageKind.PAPERS, body__contains=seal)
    return list(sent.order_by("queued_at", "pk"))
