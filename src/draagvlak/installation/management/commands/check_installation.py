import os
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.mail import get_connection
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django_scopes import scopes_disabled

from draagvlak.documents.models import StoredFile
from draagvlak.documents.queries import place_of
from draagvlak.installation.management.commands.migrate import steps_of_another_version

NAMED = 3
"""How many names a sentence holds."""
PAST_THE_FENCE = (
    "The role in DATABASE_URL goes past row-level security, so the database does not keep organisations apart; "
    "use a role that owns the database and is neither superuser nor BYPASSRLS."
)


def goes_past_the_fence(cursor: Any) -> bool:  # noqa: ANN401 -- any cursor on PostgreSQL
    """Whether PostgreSQL lets this role see every row, whatever it was told (see lib/fences.py)."""
    cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    return bool(cursor.fetchone()[0])


class Command(BaseCommand):
    help = "Say what is wrong with this installation: settings, database, mail, durability."

    def handle(self, **_options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        troubles = [*self.of_database(), *self.of_folder(), *self.of_settings(), *self.of_mail()]
        for trouble in troubles:
            self.stdout.write(f"- {trouble}")
        if troubles:
            raise CommandError(f"{len(troubles)} thing(s) must be mended.")
        self.stdout.write(f"All is well: {settings.DIRECTORY}, {connection.vendor}, {settings.ADDRESS}.")

    def of_database(self) -> list[str]:
        try:
            executor = MigrationExecutor(connection)
        except OperationalError as failed:
            return [f"The database cannot be reached: {failed}"]
        found = []
        if unknown := steps_of_another_version(set(executor.loader.applied_migrations)):
            found.append(f"The database was made by another version of Draagvlak ({', '.join(unknown[:NAMED])}).")
        elif executor.migration_plan(executor.loader.graph.leaf_nodes()):
            found.append("The database is older than the program; `draagvlak serve` brings it up to date.")
        else:
            found += self.of_files()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                found += [PAST_THE_FENCE] if goes_past_the_fence(cursor) else []
        return found

    def of_files(self) -> list[str]:
        """Rows promise files that the disk must hold."""
        with scopes_disabled():
            missing = [place for one in StoredFile.objects.order_by("pk") if not (place := place_of(one)).is_file()]
        if not missing:
            return []
        named = ", ".join(map(str, missing[:NAMED])) + (", …" if len(missing) > NAMED else "")
        return [f"{len(missing)} file(s) that people put in are not there: {named}. Restore them from a backup."]

    def of_folder(self) -> list[str]:
        """Whether a write in the folders of the data works; only trying tells, a disk may be full or may not be written to."""
        found = []
        for place in (settings.DIRECTORY, Path(settings.MEDIA_ROOT)):
            # The folder of the files is made with the first one.
            if not os.path.lexists(place):
                continue
            try:
                with tempfile.TemporaryFile(dir=place) as stream:
                    stream.write(b"x")
                    stream.flush()
                    os.fsync(stream.fileno())
            except OSError as failed:
                found.append(f"Nothing can be written in {place}: {failed.strerror}.")
        return found

    def of_settings(self) -> list[str]:
        found = checks.run_checks(include_deployment_checks=True, databases=["default"])
        return [str(message.msg) for message in found if message.level >= checks.WARNING and not message.is_silenced()]

    def of_mail(self) -> list[str]:
        if not settings.SENDS_MAIL:
            self.stdout.write("Mail stays in the outbox: no mail server is named (EMAIL_URL).")
            return []
        try:
            with get_connection():
                return []
        except OSError as failed:
            return [f"The mail server does not answer: {failed}"]
