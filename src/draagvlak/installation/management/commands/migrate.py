from typing import Any

from django.core.management.commands import migrate
from django_scopes import scopes_disabled


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """A step that changes data sees the rows of every organisation."""
        with scopes_disabled():
            super().handle(*args, **options)
