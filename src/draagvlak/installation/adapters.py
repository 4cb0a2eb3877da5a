"""How the sign-in library behaves in this house.

The library asks these classes at every turn, so no signals are needed. They stand on the top floor because they join
three lower ones: limits and words (accounts), the outbox (notices) and the journal.
"""

from base64 import urlsafe_b64encode
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as library
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override

from draagvlak.accounts import wording
from draagvlak.accounts.actions import change_language, confirm_address, give_back, key_of, take_try
from draagvlak.accounts.middleware import ASKED_LANGUAGE, remember_language
from draagvlak.accounts.models import Account
from draagvlak.accounts.queries import account_of
from draagvlak.accounts.rules import WARNING, Counter, minutes, names_of_device, password_counters
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.notices.actions import queue
from draagvlak.notices.states import MessageKind
from draagvlak.ui.templatetags.house import moment

LONGEST_BROWSER = 200


def device_in_words(user_agent: str) -> str:
    """The device as a person knows it, for a mail."""
    browser, system = names_of_device(user_agent)
    if browser and system:
        return str(wording.BROWSER_ON).format(browser=browser, system=system)
    return browser or system or str(wording.UNKNOWN_DEVICE)


def _speak_as_asked(request: HttpRequest, user: Account) -> None:
    """Who chose a language before signing in, goes on in it."""
    asked = request.session.pop(ASKED_LANGUAGE, user.language)
    if asked != user.language:
        change_language(account=user, language=asked)
        with override(asked):
            messages.info(request, wording.LANGUAGE_CHANGED)


class HouseAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": wording.NOT_TOGETHER,
        "enter_current_password": wording.WRONG_PASSWORD,
        "incorrect_password": wording.WRONG_PASSWORD,
        "incorrect_code": wording.WRONG_CODE,
        "rate_limited": wording.SLOWER,
        "too_many_login_attempts": wording.SLOWER,
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Nobody makes an account: somebody is invited."""
        return False

    # Limits

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 -- the library's own
        device, who = request.device, key_of(credentials.get("email", ""))  # type: ignore[attr-defined]
        self._counters = password_counters(who=who, device=device.known_as(who), network=device.network)
        if wait := take_try(self._counters, at=clock.now()):
            self._warn(credentials.get("email", ""), who)
            raise ValidationError(wording.WAIT_PASSWORD % {"number": minutes(wait)}, code="wait")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Account | None:  # noqa: ANN401 -- the library's own
        account: Account | None = super().authenticate(request, **credentials)
        if account is not None:
            give_back(self._counters)
        return account

    def _warn(self, email: str, who: str) -> None:
        """One line in the journal, at most once an hour for an account."""
        at, account = clock.now(), account_of(email)
        if take_try([Counter(who, "warning", WARNING)], at=at):
            return
        with transaction.atomic():
            record("accounts.too_many_wrong", by=None, at=at, on=account or Account(pk=0, email=email))
            if account is None:  # the same work for an address that has no account, so that the time tells nothing
                transaction.set_rollback(True)

    def clean_password(self, password: str, user: Account | None = None) -> str:
        """The library's checks in our words."""
        try:
            return str(super().clean_password(password, user=user))
        except ValidationError as refused:
            ours = {
                "password_too_short": wording.TOO_SHORT,
                "password_too_common": wording.TOO_COMMON,
                "password_too_similar": wording.TOO_SIMILAR,
            }
            raise ValidationError([ours.get(one.code or "", one.message) for one in refused.error_list]) from None

    # Signing in

    def respond_user_inactive(self, request: HttpRequest, _user: Account) -> HttpResponse:
        messages.error(request, wording.ACCESS_ENDED)
        return redirect("account_login")

    def login(self, request: HttpRequest, user: Account) -> None:
        self._is_first = user.last_login is None
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: Account, **words: Any) -> HttpResponse:  # noqa: ANN401 -- the library's own
        device, who = request.device, key_of(user.email)  # type: ignore[attr-defined]
        with transaction.atomic():
            response: HttpResponse = super().post_login(request, user, **words)
            record("accounts.sign_in", by=user, at=clock.now(), on=user)
            if not device.known_as(who) and not self._is_first:
                self.send_notification_mail("accounts/new_device", user)
        device.remember(who)
        if (words.get("signal_kwargs") or {}).get("sociallogin"):
            request.session.set_expiry(0)  # as long as the browser is open; the organisation's sign-in decides the rest
        _speak_as_asked(request, user)
        remember_language(response, user.language)
        return response

    @transaction.atomic
    def set_password(self, user: Account, password: str) -> None:
        super().set_password(user, password)
        record("accounts.change_password", by=user, at=clock.now(), on=user)

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        return reverse("accounts:me")

    # Words

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        said = message or wording.MESSAGES.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said), extra_tags=extra_tags)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Account,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Something changed on the account: written in the journal and told by mail, both or neither."""
        with transaction.atomic():
            if act := wording.ACT_OF_NOTICE.get(template_prefix):
                record(act, by=user, at=clock.now(), on=user)
            self.send_mail(template_prefix, email or user.email, {"user": user, **(context or {})})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Into the outbox, in the language of the person. A mail that we have no words for is a fault: KeyError."""
        account, at = context["user"], clock.now()
        with override(account.language):
            subject, body = wording.MAILS[template_prefix]
            facts = {
                "name": account.name,
                "moment": moment(at),
                "device": device_in_words(self.get_http_user_agent(library.request)[:LONGEST_BROWSER]),
                "ip": self.get_client_ip(library.request),
                "reset": settings.ADDRESS + reverse("account_reset_password"),
            }
            words = "".join(str(part) for part in (wording.GREETING, body, wording.DETAILS, wording.NOT_YOU))
            queue(
                to=email,
                subject=str(subject),
                body=words.format(**facts),
                at=at,
                is_private=True,
                kind=MessageKind.ACCOUNT,
            )

    def send_password_reset_mail(self, user: Account, email: str, context: dict[str, Any]) -> None:
        del email  # only ever to the address that the account has
        with override(user.language):
            words = str(wording.GREETING) + str(wording.RESET_BODY)
            body = words.format(name=user.name, link=context["password_reset_url"])
            queue(
                to=user.email,
                subject=str(wording.RESET_SUBJECT),
                body=body,
                at=clock.now(),
                is_private=True,
                kind=MessageKind.ACCOUNT,
            )


SEALED = "sealed:"


def _strongbox() -> Fernet:
    """Encrypts with a key that is derived from the installation's secret, for this one purpose."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"draagvlak second step")
    return Fernet(urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))


class HouseMFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": wording.WRONG_CODE,
        "cannot_generate_recovery_codes": wording.NO_SECOND_STEP,
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Draagvlak"}

    def encrypt(self, text: str) -> str:
        """Secrets of a second step lie in the database under a key that does not: it stands in secret.key."""
        return SEALED + _strongbox().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What was kept before this came is read as it is. Raises InvalidToken when secret.key is another one."""
        if not encrypted_text.startswith(SEALED):
            return encrypted_text
        return _strongbox().decrypt(encrypted_text.removeprefix(SEALED).encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """On white of its own: a dark page would make it unreadable."""
        drawn = str(super().build_totp_svg(url))
        return drawn.replace("<path", '<rect width="100%" height="100%" fill="#fff"/><path', 1)

    def generate_authenticator_name(self, user: Account, kind: Any) -> str:  # noqa: ANN401 -- the library's own
        number = user.authenticator_set.filter(type=kind).count() + 1  # type: ignore[attr-defined]
        return str(wording.PASSKEY_NAME).format(number=number)


class HouseSocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Sign-in of the organisation itself. It opens the door of an account that was invited, and makes none."""

    def authenticate_by_email(self, sociallogin: Any) -> tuple[Account, str] | None:  # noqa: ANN401 -- the library's own
        """Only on an address that the other side calls verified, in so many words."""
        for address in sociallogin.email_addresses:
            address.verified = address.verified is True or address.verified == "true"
            account = account_of(address.email) if address.verified else None
            if account is not None:
                confirm_address(account)
                return account, account.email
        return None

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:  # noqa: ANN401 -- the library's own
        if sociallogin.state.get("process", "login") != "login":
            raise ImmediateHttpResponse(redirect("accounts:me"))
        if not sociallogin.is_existing:
            facts = {"provider": sociallogin.provider.name}
            raise ImmediateHttpResponse(render(request, "socialaccount/unknown_person.html", facts, status=403))


class HouseSessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]
    @transaction.atomic
    def end_sessions(self, sessions: Any) -> None:  # noqa: ANN401 -- the library's own
        super().end_sessions(sessions)
        for session in sessions:
            record("accounts.sign_out_elsewhere", by=session.user, at=clock.now(), on=session.user)
