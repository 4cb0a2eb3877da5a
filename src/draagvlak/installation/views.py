"""The doors of the installation itself: the start, the errors, and three open pages for machines."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views import View
from django.views.decorators.http import require_safe

from draagvlak import __version__
from draagvlak.lib import clock
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.exports import feed_of_meetings
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.exports import events_of_days
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


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """A person's meetings and days to mind for a calendar program, under a secret address. No words of an agenda or of a
    note, no names of others.

    A programme that has it already gets 304, by its ETag: meetings can also leave the feed, so a date alone cannot tell.
    """
    feed = meetings.feed_behind(secret)
    if feed is None:
        raise Http404
    found = meetings.feed_meetings(feed.account, at=clock.now())
    with translation.override(feed.account.language):
        days = events_of_days(policyplan.days_of(feed.account, at=clock.now()), root=settings.ADDRESS)
        text = feed_of_meetings(found, root=settings.ADDRESS, days=days)
    tag = quote_etag(sha256(text.encode()).hexdigest())
    facts = {
        "ETag": tag,
        "Last-Modified": http_date(meetings.last_changed(found, feed).timestamp()),
        "Cache-Control": "private",
        "Content-Disposition": 'inline; filename="vergaderingen.ics"',
        "X-Robots-Tag": "noindex",
    }
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=facts)
    return get_conditional_response(request, etag=tag, response=answer) or answer


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return render(request, "ui/errors/403.html", status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    del exception
    return render(request, "ui/errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/errors/500.html", status=500)
