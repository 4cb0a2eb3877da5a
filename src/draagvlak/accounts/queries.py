from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.accounts.rules import names_of_device


@dataclass(frozen=True)
class SecondFactors:
    """What the account has for the second step: an app, passkeys, recovery codes that were not used yet."""

    has_app: bool
    passkeys: int
    codes_left: int

    @property
    def is_on(self) -> bool:
        return self.has_app or bool(self.passkeys)


@dataclass(frozen=True)
class Session:
    """A place where the person is signed in. browser, system: empty when not recognised."""

    key: int
    browser: str
    system: str
    address: str
    since: datetime
    is_here: bool


def account_of(email: str) -> Account | None:
    """The account with this address, if it may sign in."""
    return Account.objects.filter(email=email.strip().lower(), is_active=True).first()


def accounts_of(emails: Iterable[str]) -> QuerySet[Account]:
    """The same for many addresses at once."""
    return Account.objects.filter(email__in={email.strip().lower() for email in emails}, is_active=True)


def who_came_in(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """Of these accounts the ones that are in use: a password was chosen, or the organisation's own sign-in was used."""
    return accounts.filter(
        ~Q(password__startswith=UNUSABLE_PASSWORD_PREFIX) | Q(last_login__isnull=False), is_active=True
    )


def second_factors_of(account: Account) -> SecondFactors:
    kinds: dict[str, list[Authenticator]] = {}
    for one in Authenticator.objects.filter(user=account):
        kinds.setdefault(one.type, []).append(one)
    codes = kinds.get(Authenticator.Type.RECOVERY_CODES, [])
    return SecondFactors(
        has_app=bool(kinds.get(Authenticator.Type.TOTP)),
        passkeys=len(kinds.get(Authenticator.Type.WEBAUTHN, [])),
        codes_left=len(codes[0].wrap().get_unused_codes()) if codes else 0,
    )


def sessions_of(account: Account) -> list[UserSession]:
    """Where the account is signed in now, newest first; sessions that are over are dropped on the way."""
    return sorted(UserSession.objects.purge_and_list(account), key=lambda one: one.created_at, reverse=True)


def described(session: UserSession, *, here: str) -> Session:
    """here: the key of the session that asks."""
    browser, system = names_of_device(session.user_agent)
    return Session(session.pk, browser, system, session.ip, session.created_at, session.session_key == here)
