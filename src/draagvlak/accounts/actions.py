from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.adapter import get_adapter as get_sessions_adapter
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from draagvlak.accounts.models import Account, SignInFailure
from draagvlak.accounts.rules import FORGET_AFTER, Counter, wait_left

# A code of an authenticator app counts for its own half minute and the one before and after it.
CODE_LIVES = timedelta(seconds=100)


def key_of(email: str) -> str:
    """The digest under which tries for this address are counted."""
    return salted_hmac("draagvlak.accounts.key", email.strip().lower(), algorithm="sha256").hexdigest()


@transaction.atomic
def take_try(counters: Sequence[Counter], *, at: datetime) -> timedelta:
    """Count one try on each counter, before it is known whether it is right. Returns zero, or how long to wait; then
    nothing was counted. The rows are locked, so of many tries at once no more get through than one by one."""
    SignInFailure.objects.filter(last_at__lt=at - FORGET_AFTER).delete()
    rows = []
    for counter in sorted(counters, key=lambda one: (one.who, one.source)):
        named = {"account_key": counter.who, "source": counter.source}
        SignInFailure.objects.get_or_create(**named, defaults={"since": at, "last_at": at})
        rows.append((counter.limit, SignInFailure.objects.select_for_update().get(**named)))
    waits = [wait_left(limit, count=row.count, since=row.since, last_at=row.last_at, now=at) for limit, row in rows]
    if any(waits):
        transaction.set_rollback(True)
        return max(waits)
    for limit, row in rows:
        if at >= row.since + limit.window:
            row.count, row.since = 0, at
        row.count, row.last_at = row.count + 1, at
        row.save()
    return timedelta()


@transaction.atomic
def give_back(counters: Sequence[Counter]) -> None:
    """The try was right: the account's own count is wiped, a shared one loses this try."""
    for counter in counters:
        row = SignInFailure.objects.filter(account_key=counter.who, source=counter.source)
        if counter.limit.is_wiped_by_success:
            row.delete()
        else:
            row.filter(count__gt=0).update(count=F("count") - 1)


@transaction.atomic
def confirm_address(account: Account) -> None:
    """The account's address is really this person's: a link that was mailed there was used, or the organisation's own
    sign-in says so."""
    EmailAddress.objects.filter(user=account).exclude(email=account.email).delete()
    EmailAddress.objects.update_or_create(
        user=account, email=account.email, defaults={"verified": True, "primary": True}
    )


@transaction.atomic
def change_me(*, account: Account, facts: dict[str, Any]) -> None:
    """The person's own name, language and theme."""
    account.name, account.language, account.theme = facts["name"], facts["language"], facts["theme"]
    account.save(update_fields=["name", "language", "theme"])


@transaction.atomic
def change_language(*, account: Account, language: str) -> None:
    """The language of the person's pages and mails from now on."""
    account.language = language
    account.save(update_fields=["language"])


def end_sessions(sessions: Sequence[UserSession]) -> None:
    """Sign out on other devices; they notice it at their next page."""
    get_sessions_adapter().end_sessions(sessions)


@transaction.atomic
def spend_code(authenticator: Authenticator, *, code: str, at: datetime) -> bool:
    """Whether this code of an authenticator app is used for the first time; whoever looked over a shoulder is refused."""
    row = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    digest = salted_hmac("draagvlak.accounts.code", code.replace(" ", ""), algorithm="sha256").hexdigest()
    spent = row.data.get("spent", {})
    if (
        constant_time_compare(spent.get("code", ""), digest)
        and at.timestamp() - spent["at"] < CODE_LIVES.total_seconds()
    ):
        return False
    row.data["spent"] = authenticator.data["spent"] = {"code": digest, "at": at.timestamp()}
    row.save(update_fields=["data"])
    return True
