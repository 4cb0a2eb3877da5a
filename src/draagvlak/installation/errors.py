from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or came from elsewhere; the reason is for the log only."""
    del reason
    return render(request, "ui/errors/csrf.html", status=403)
