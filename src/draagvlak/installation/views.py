"""The doors of the installation itself: the start, the errors, and two open pages for machines."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View

from draagvlak import __version__
from draagvlak.tenancy.queries import is_guest_of, organisations_of


class Start(View):
    """To the organisation of the person, or a choice between them."""

    def get(self, request: HttpRequest) -> HttpResponse:
        person: Any = request.user
        mine = list(organisations_of(person))
        places = [(one, "planproject:my_assignments" if is_guest_of(person, one) else "desk:tasks") for one in mine]
        if len(places) == 1:
            return redirect(places[0][1], organisation=mine[0].slug)
        doors = [(one, reverse(name, kwargs={"organisation": one.slug})) for one, name in places]
        return render(request, "installation/start.html", {"doors": doors})


@login_not_required
def health(_request: HttpRequest) -> HttpResponse:
    """For a watchdog: the program runs and the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "version": __version__})


@login_not_required
def security_txt(_request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to report a weakness."""
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {settings.SECURITY_EXPIRES}",
        "Preferred-Languages: nl, fr, en",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return render(request, "ui/errors/403.html", status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return render(request, "ui/errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/errors/500.html", status=500)
