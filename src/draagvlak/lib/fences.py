"""SQL of the second fence around an organisation's rows: row-level security of PostgreSQL. Used by migrations only.

The first fence is the scope in the program. This one holds where code goes past the scope: the database itself shows and
takes only rows of the organisation that the connection was told (installation/fenced). SQLite has no such thing.
"""

from collections.abc import Sequence

from django.db.migrations import CreateModel

from draagvlak.lib.tables import ByHand

# What a connection was told: the key of an organisation, EVERY when scopes are off on purpose, or nothing.
SETTING = "draagvlak.organisation"
EVERY = "*"


def fenced(table: str) -> list[str]:
    """Statements after which the table shows only rows of the organisation that was told, also to its owner.

    A row without an organisation is about an account itself; the fence does not hold it.
    """
    told = f"(SELECT current_setting('{SETTING}', true))"
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_of_one ON {table} USING (COALESCE(organisation_id::text, {told}) = {told})",
        f"CREATE POLICY {table}_of_every ON {table} USING ({told} = '{EVERY}')",
    ]


def unfenced(table: str) -> list[str]:
    """The reverse, for migrating down."""
    return [
        f"DROP POLICY {table}_of_every ON {table}",
        f"DROP POLICY {table}_of_one ON {table}",
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ]


def fence_around(context: str, models: Sequence[CreateModel]) -> ByHand:
    """The fence around those of the tables, made in this migration of this context, whose rows are of an organisation."""
    return fence(*(f"{context}_{one.name_lower}" for one in models if "organisation" in dict(one.fields)))


def fence(*tables: str) -> ByHand:
    """The operation of a migration that puts the fence around tables; nothing on SQLite."""

    def put(_apps, schema_editor):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 -- Django's own signature
        for table in tables if schema_editor.connection.vendor == "postgresql" else ():
            for statement in fenced(table):
                schema_editor.execute(statement)

    def take_away(_apps, schema_editor):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 -- Django's own signature
        for table in tables if schema_editor.connection.vendor == "postgresql" else ():
            for statement in unfenced(table):
                schema_editor.execute(statement)

    return ByHand(put, take_away)
