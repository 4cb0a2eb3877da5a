"""What every page shows around its own content: tasks, the cycle, the last seal. Asked only when a template uses it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from draagvlak.desk.queries import surroundings_of


def shell(request: HttpRequest) -> dict[str, Any]:
    organisation = getattr(request, "organisation", None)
    person: Any = request.user if hasattr(request, "user") else None
    around = SimpleLazyObject(lambda: surroundings_of(person, organisation).shell) if organisation is not None else None
    return {
        "organisation": organisation,
        "around": around,
        "is_demo": settings.IS_DEMO,
        "refused": None,
        "changed": None,
    }
