from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django_scopes import scopes_disabled


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """A step that changes data sees the rows of every organisation. Tables of another version are left as they are."""
        refuse_another_version(options["database"])
        with scopes_disabled():
            super().handle(*args, **options)


def refuse_another_version(database: str = "default") -> None:
    """Steps were taken in this database that this version does not know, of parts that it does know: CommandError."""
    unknown = steps_of_another_version(set(MigrationLoader(connections[database]).applied_migrations))
    if unknown:
        raise CommandError(
            f"This database was made by another version of Draagvlak ({', '.join(unknown[:3])}), and stays as it is. "
            "Go on with that version, or name an empty folder or database."
        )


def steps_of_another_version(taken: set[tuple[str, str]]) -> list[str]:
    """Those of the steps (part, name) that this version does not know, of parts that it does know."""
    loader = MigrationLoader(None)
    strange = taken - set(loader.disk_migrations)
    for step in loader.disk_migrations.values():
        # Steps that were brought together count only when all of them were taken.
        if taken.issuperset(step.replaces):
            strange.difference_update(step.replaces)
    return sorted(f"{part}.{step}" for part, step in strange if part in loader.migrated_apps)
