"""SQL that makes the database itself refuse changes, for both engines. Used by migrations only."""


def append_only(table: str, vendor: str) -> list[str]:
    """Statements after which rows of the table can be added but never changed or removed, by anybody."""
    return _guard(table, vendor, name="append_only", acts=("UPDATE", "DELETE"), condition="")


def frozen_when(table: str, vendor: str, *, condition: str) -> list[str]:
    """Statements after which a row cannot be changed or removed while the condition on OLD holds."""
    return _guard(table, vendor, name="frozen", acts=("UPDATE", "DELETE"), condition=condition)


def _guard(table: str, vendor: str, *, name: str, acts: tuple[str, ...], condition: str) -> list[str]:
    when = f"WHEN ({condition}) " if condition else ""
    says = f"{table} takes no more rows" if acts == ("INSERT",) else f"{table} may not be changed or removed"
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_{name}_{act.lower()} BEFORE {act} ON {table} FOR EACH ROW {when}"
            f"BEGIN SELECT RAISE(ABORT, '{says}'); END"
            for act in acts
        ]
    # PostgreSQL takes no subquery in WHEN, so the condition stands in the function.
    test = (
        f"IF NOT ({condition}) THEN IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END IF;"
        if condition
        else ""
    )
    body = f"BEGIN {test} RAISE EXCEPTION '{says}' USING ERRCODE = 'integrity_constraint_violation'; END"
    return [
        f"CREATE FUNCTION {table}_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {table}_{name} BEFORE {' OR '.join(acts)} ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_{name}()",
    ]


def undone(table: str, vendor: str, *, name: str) -> list[str]:
    """The reverse of either, for tests that must empty tables and for migrating down."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER {table}_{name}_{act}" for act in ("update", "delete")]
    return [f"DROP TRIGGER {table}_{name} ON {table}", f"DROP FUNCTION {table}_{name}()"]


def kept(table: str, vendor: str) -> list[str]:
    """Statements after which no row of the table can be removed, by anybody; its words may still change."""
    return _guard(table, vendor, name="kept", acts=("DELETE",), condition="")


def kept_when(table: str, vendor: str, *, condition: str) -> list[str]:
    """Statements after which no row can be removed while the condition on OLD holds; `no_longer_kept` is the reverse."""
    return _guard(table, vendor, name="kept", acts=("DELETE",), condition=condition)


def no_longer_kept(table: str, vendor: str) -> list[str]:
    """The reverse, for migrating down."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER {table}_kept_delete"]
    return [f"DROP TRIGGER {table}_kept ON {table}", f"DROP FUNCTION {table}_kept()"]


def closed_when(table: str, vendor: str, *, condition: str) -> list[str]:
    """Statements after which no row can be added while the condition on NEW holds."""
    return _guard(table, vendor, name="closed", acts=("INSERT",), condition=condition)


def no_longer_closed(table: str, vendor: str) -> list[str]:
    """The reverse, for migrating down."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER {table}_closed_insert"]
    return [f"DROP TRIGGER {table}_closed ON {table}", f"DROP FUNCTION {table}_closed()"]
