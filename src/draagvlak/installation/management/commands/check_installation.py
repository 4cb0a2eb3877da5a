from typing import Any

from django.conf import settings
from django.core import checks
from django.core.mail import get_connection
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

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
        troubles = [*self.of_database(), *self.of_settings(), *self.of_mail()]
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
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            found.append("The database is older than the program; `draagvlak serve` brings it up to date.")
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                found += [PAST_THE_FENCE] if goes_past_the_fence(cursor) else []
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
