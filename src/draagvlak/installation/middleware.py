"""Two things that every request needs before its page: the person's language, and the organisation's scope."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import translation
from django_scopes import scope

from draagvlak.tenancy.queries import is_guest_of, organisation_for

Next = Callable[[HttpRequest], HttpResponseBase]


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
