"""What every request passes before its page: static files, the person's language, and the organisation's scope."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.utils import translation
from django_scopes import scope
from whitenoise.middleware import WhiteNoiseMiddleware

from draagvlak.accounts.wording import SENT_TOO_LATE
from draagvlak.tenancy.queries import is_guest_of, organisation_for

Next = Callable[[HttpRequest], HttpResponseBase]


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Our own static files, each read whole: they are small, and an asynchronous server cannot stream a file."""

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponse:  # noqa: ANN401 -- the library's own
        found = static_file.get_response(request.method, request.META)
        with found.file or nullcontext() as file:
            response = HttpResponse(file.read() if file else b"", status=int(found.status))
        del response["Content-Type"]
        for name, value in found.headers:
            response[name] = value
        return response


class SignInFirst(LoginRequiredMiddleware):
    """Every page asks for sign-in; who sent a form when his sign-in had ended hears that nothing arrived."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:  # noqa: ANN401 -- Django's own
        # What a script sends by itself (who is writing here) is no form of a person.
        if request.method == "POST" and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate":
            messages.warning(request, SENT_TOO_LATE)
        return super().handle_no_permission(request, view_func)


class LanguageOfThePerson:
    """Pages speak the language of the account; before sign-in the one chosen in a cookie, else what the browser asks."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = translation.get_language_from_request(request)
        language = request.user.language if request.user.is_authenticated else asked
        with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            response.headers.setdefault("Cache-Control", "private, no-cache")
            return response


class ScopeOfTheOrganisation:
    """The organisation in the address opens its scope for whoever belongs to it; for anybody else it does not exist.

    A guest meets a closed door everywhere but where a door says that it opens to guests. This stands before the rights,
    so that an old seat or role, or a new door, never lets a guest in.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.organisation = None  # type: ignore[attr-defined]
        try:
            slug = resolve(request.path_info).kwargs.get("organisation")
        except Resolver404:
            slug = None
        if slug is None or not request.user.is_authenticated:
            return self.get_response(request)
        organisation = organisation_for(request.user, slug=slug)
        if organisation is None:
            request.is_elsewhere = True  # type: ignore[attr-defined]
            return self.get_response(request)
        request.organisation = organisation  # type: ignore[attr-defined]
        with scope(organisation=organisation):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, _args: object, kwargs: dict[str, object]) -> None:
        if getattr(request, "is_elsewhere", False):
            raise Http404
        organisation: Any = request.organisation  # type: ignore[attr-defined]
        if organisation is None:
            return
        kwargs.pop("organisation", None)
        person: Any = request.user
        door = getattr(view, "view_class", None)
        if is_guest_of(person, organisation) and not getattr(door, "opens_to_guests", False):
            raise PermissionDenied
