"""The device that a request comes from, and whose accounts signed in from it before."""

import secrets
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.core.internal.ratelimit import truncate_ip
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

# What a visitor chose before signing in, kept in his session until he is known.
ASKED_LANGUAGE = "asked_language"
COOKIE, SALT = "device", "draagvlak.accounts.device"
YEAR = 365 * 24 * 3600
MOST_ACCOUNTS = 30
# Enough of the digest to tell the accounts of one device apart.
DIGITS = 16


class Device:
    """A signed cookie that lives a year: a random name for this browser and the accounts that signed in with it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._name, self._accounts = self._read(request.COOKIES.get(COOKIE, ""))
        self.is_changed = False

    @staticmethod
    def _read(cookie: str) -> tuple[str, list[str]]:
        try:
            kept = signing.loads(cookie, salt=SALT, max_age=YEAR)
        except signing.BadSignature:
            return secrets.token_urlsafe(18), []
        return kept["name"], kept["accounts"]

    @property
    def cookie(self) -> str:
        return signing.dumps({"name": self._name, "accounts": self._accounts}, salt=SALT)

    @property
    def network(self) -> str:
        """The address the request comes from; of an IPv6 address the part that one connection has."""
        return str(truncate_ip(get_adapter().get_client_ip(self._request)))

    def known_as(self, who: str) -> str:
        """The name of this device if the account with this digest signed in from it before, else empty."""
        return self._name if who[:DIGITS] in self._accounts else ""

    def remember(self, who: str) -> None:
        """The account signed in here; the cookie goes out with the answer."""
        others = [one for one in self._accounts if one != who[:DIGITS]]
        self._accounts = [*others, who[:DIGITS]][-MOST_ACCOUNTS:]
        self.is_changed = True


def remember_language(response: HttpResponseBase, language: str) -> None:
    """So that the next page before sign-in speaks it too."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


class DeviceOfThePerson:
    """Gives every request its device, and writes the cookie when somebody signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        device = request.device = Device(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if device.is_changed:
            response.set_cookie(
                COOKIE,
                device.cookie,
                max_age=YEAR,
                path=reverse("account_login"),
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response
