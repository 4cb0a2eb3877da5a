from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from draagvlak.policyplan import forms, queries
from draagvlak.policyplan.models import Version


def unread_on_plan(request: HttpRequest, version: Version | None) -> Mapping[str, Any]:
    """For the page of the plan: which parts changed since this person last read it. At most four statements."""
    if version is None:
        return {}
    reading = queries.plan_reading_of(version.plan, request.user)  # type: ignore[arg-type]  # every door asks for sign-in
    stands = queries.revisions_in(version)
    changes = queries.unread(version, reading, stands=stands)
    return {
        "reading": reading,
        "unread": changes,
        "unread_parts": {change.part for change in changes},
        "unread_goals": {int(one.part.rpartition("-")[2]) for one in changes if one.part.startswith(queries.GOAL)},
        "seen_now": forms.ReadForm.written(stands),
    }
