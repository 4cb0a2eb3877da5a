"""How PostgreSQL's own tools reach our database."""

import os
from typing import Any

from django.conf import settings

from draagvlak.lib.fences import EVERY, SETTING


def words_for_tools() -> tuple[list[str], dict[str, str]]:
    """Arguments and environment for pg_dump and pg_restore; the password never stands in the arguments."""
    database: dict[str, Any] = settings.DATABASES["default"]
    host = database.get("HOST") or database.get("OPTIONS", {}).get("host", "")
    pairs = {"--host": host, "--port": database.get("PORT"), "--username": database.get("USER")}
    words = [f"{name}={value}" for name, value in pairs.items() if value]
    # A backup holds the rows of every organisation.
    options = f"{os.environ.get('PGOPTIONS', '')} -c {SETTING}={EVERY}".strip()
    env = {**os.environ, "PGPASSWORD": str(database.get("PASSWORD") or ""), "PGOPTIONS": options}
    return [*words, f"--dbname={database['NAME']}"], env
