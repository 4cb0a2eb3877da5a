"""Django's PostgreSQL backend that tells the server, before a statement, which organisation's scope is open."""

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base
from django_scopes import get_scope
from psycopg import Error
from psycopg_pool import ConnectionPool

from draagvlak.lib.fences import EVERY, SETTING


def wanted() -> str:
    """What the server should know now: a key, EVERY while scopes are off, nothing while none is open."""
    scope = get_scope()
    if not scope.get("_enabled", True):
        return EVERY
    organisation = scope.get("organisation")
    return str(organisation.pk) if organisation else ""


class DatabaseWrapper(base.DatabaseWrapper):
    """told: what the server knows, or None when that is not sure; it forgets with a rollback what it was told since."""

    told: str | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(self._tell)

    def _tell(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 -- Django's own signature
        now = wanted()
        if now != self.told:
            with self.connection.cursor() as cursor:
                cursor.execute("SELECT set_config(%s, %s, false)", [SETTING, now])
            self.told = now
        return execute(sql, params, many, context)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 -- Django's own signature
        """One that still works. After the server was started anew every one that waits in the pool is dead: the next is tried
        at once, where the pool's own check waits longer after each and gives up before it came to a new one."""
        for _ in range(self.pool.max_size if self.pool else 0):  # type: ignore[attr-defined]  # the stubs do not know it
            connection = super().get_new_connection(conn_params)
            try:
                ConnectionPool.check_connection(connection)
            except Error:
                self.pool.putconn(connection)  # type: ignore[attr-defined]  # the stubs do not know it
            else:
                return connection
        return super().get_new_connection(conn_params)

    def init_connection_state(self) -> None:
        self.told = None
        super().init_connection_state()

    def _rollback(self) -> Any:  # noqa: ANN401 -- Django's own signature
        self.told = None
        return super()._rollback()  # type: ignore[misc]  # the stubs do not know it

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]  # the stubs do not know it
        self.told = None
