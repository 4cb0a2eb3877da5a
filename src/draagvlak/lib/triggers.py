"""SQL that makes the database itself refuse changes, for both engines. Used by migrations only."""

from collections.abc import Mapping, Sequence

from draagvlak.lib.tables import ByHand

# What each guard refuses.
ACTS = {"append_only": ("UPDATE", "DELETE"), "kept": ("DELETE",), "frozen": ("UPDATE", "DELETE"), "closed": ("INSERT",)}


def guards(
    *,
    append_only: Sequence[str] = (),
    kept: Sequence[str] = (),
    kept_when: Mapping[str, str] | None = None,
    frozen: Mapping[str, str] | None = None,
    closed: Mapping[str, str] | None = None,
) -> ByHand:
    """The operation of a migration after which the database refuses, whoever asks, what these tables do not allow.

    append_only: rows are added, never changed or removed. kept: no row is removed; its words may still change. kept_when:
    neither, while the condition on OLD holds. frozen: no row is changed or removed while the condition on OLD holds. closed:
    none is added while the condition on NEW holds.
    """
    put_on = [("append_only", table, "") for table in append_only]
    put_on += [("kept", table, "") for table in kept]
    put_on += [("kept", table, when) for table, when in (kept_when or {}).items()]
    put_on += [("frozen", table, when) for table, when in (frozen or {}).items()]
    put_on += [("closed", table, when) for table, when in (closed or {}).items()]

    def put(_apps, schema_editor):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 -- Django's own signature
        for name, table, condition in put_on:
            for statement in _guarded(table, schema_editor.connection.vendor, name, condition):
                schema_editor.execute(statement)

    def take_away(_apps, schema_editor):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 -- Django's own signature
        for name, table, _condition in put_on:
            for statement in undone(table, schema_editor.connection.vendor, name=name):
                schema_editor.execute(statement)

    return ByHand(put, take_away)


def _guarded(table: str, vendor: str, name: str, condition: str) -> list[str]:
    acts = ACTS[name]
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
    """The statements that take the guard of this name away: for migrating down, and for whoever plants a fault."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER {table}_{name}_{act.lower()}" for act in ACTS[name]]
    return [f"DROP TRIGGER {table}_{name} ON {table}", f"DROP FUNCTION {table}_{name}()"]
