import hashlib
import logging
import os
import threading
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections, connection
from django.db.migrations.executor import MigrationExecutor

from draagvlak import __version__
from draagvlak.decisions.jobs import count_due
from draagvlak.desk.jobs import go_round
from draagvlak.installation.management.commands.migrate import refuse_another_version
from draagvlak.installation.taken import taken
from draagvlak.lib import clock
from draagvlak.notices.actions import send_waiting
from draagvlak.ui.actions import forget_sent_forms

TICK_SECONDS = 2.0
ROUND_SECONDS = 180.0
LAST_PORT = 65_535
# Other versions of htmx, which its package brings along.
UNUSED = ["htmx-2*", "htmax*"]

log = logging.getLogger(__name__)


def port_number(text: str) -> int:
    """The number of a port that a server may listen on. Raises ArgumentTypeError with a sentence."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT):
        message = f"“{text}” is no port; it is a number from 1 to {LAST_PORT}."
        raise ArgumentTypeError(message)
    return int(text)


class Command(BaseCommand):
    help = "Serve the pages, and send the mail that waits."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port_number, default=urlsplit(settings.ADDRESS).port or 8000)
        parser.add_argument(
            "--host", default="127.0.0.1", help="address to listen on; a proxy for https stands in front"
        )
        parser.add_argument("--workers", type=int, default=1)

    def handle(self, **options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        with taken(settings.DIRECTORY, alone=False):
            self.run(options)

    def run(self, options: dict[str, Any]) -> None:
        refuse_another_version()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Bringing the database up to date …")
            call_command("migrate", verbosity=0)
        call_command("check", databases=["default"])
        collect_static_files()
        stop = threading.Event()
        worker = threading.Thread(target=keep_sending, args=(stop,), daemon=True)
        worker.start()
        try:
            serve(options["host"], options["port"], options["workers"])
        finally:
            stop.set()
            worker.join(timeout=TICK_SECONDS)


def collect_static_files() -> None:
    """Collect and compress what pages load, when anything of it changed since the last time."""
    told = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            told.update(f"{path} {storage.size(path)} {storage.get_modified_time(path).timestamp()}".encode())
    stamp = Path(settings.STATIC_ROOT) / "collected.stamp"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == told.hexdigest():
        return
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
    stamp.write_text(told.hexdigest(), encoding="ascii")


def serve(host: str, port: int, workers: int = 1) -> None:
    """Run the server until it is told to stop. Raises CommandError when the port is taken."""
    os.environ["DRAAGVLAK_DIRECTORY"] = str(settings.DIRECTORY)
    try:
        uvicorn.run(
            "draagvlak.installation.asgi:application",
            host=host,
            port=port,
            workers=workers if workers > 1 else None,
            log_level="warning",
            lifespan="off",
            proxy_headers=settings.SECURE_PROXY_SSL_HEADER is not None,
        )
    except SystemExit as ended:
        if ended.code:
            raise CommandError(f"Port {port} cannot be used; name another with --port.") from None


def keep_sending(stop: threading.Event) -> None:
    """Count ballots that are over and send what waits in the outbox, every few seconds, until told to stop; now and then see
    whether digests are due.

    In the demo digests are made and nothing leaves. Without a mail server none are made: they would leave all at once on
    the day that one is named.
    """
    next_round = time.monotonic()
    while not stop.wait(TICK_SECONDS):
        close_old_connections()
        try:
            count_due(at=clock.now())
            if (settings.SENDS_MAIL or settings.IS_DEMO) and time.monotonic() >= next_round:
                next_round = time.monotonic() + ROUND_SECONDS
                go_round(at=clock.now())
                forget_sent_forms(at=clock.now())
            while settings.SENDS_MAIL and not stop.is_set() and send_waiting(at=clock.now()):
                pass
        except Exception:
            # Whatever it is, mail must go on leaving when it is over.
            log.exception("Sending mail broke off; it is tried again in %s seconds", TICK_SECONDS)
