"""The commands of the console script, each a Django management command under its plain name."""

import gc
import os
import secrets
import sys
from argparse import SUPPRESS
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from draagvlak.installation.place import directory, is_installed, leave_as_it_was, missing_folders, names_in, secret_key
from draagvlak.lib.refusals import Refused

# name → (app, module). The order is that of the help.
COMMANDS = {
    "demo": ("installation", "demo"),
    "serve": ("installation", "serve"),
    "check": ("installation", "check_installation"),
    "send-mail": ("installation", "send_mail"),
    "backup": ("installation", "backup"),
    "restore": ("installation", "restore"),
    "found-organisation": ("stakeholders", "found_organisation"),
    "import-staff": ("staff", "import_staff"),
    "draw": ("planproject", "draw"),
    "export-plan": ("policyplan", "export_plan"),
    "export-dossier": ("decisions", "export_dossier"),
}
# What begins an installation, and what asks for none. Everything else needs one that is there.
BEGINS = frozenset({"demo", "serve", "restore", "manage"})
NEEDS_NONE = frozenset({"draw"})
USAGE = """draagvlak COMMAND [--directory D] …

{commands}
  verify              check an exported dossier, offline and without this program's data
  manage              any command of the framework underneath

draagvlak COMMAND --help tells more."""
HELP = {"--help", "-h", "help"}
HIDDEN = (
    "--version",
    "--settings",
    "--pythonpath",
    "--traceback",
    "--no-color",
    "--force-color",
    "--skip-checks",
    "-v",
)


def command(name: str) -> BaseCommand:
    app, module = COMMANDS[name]
    found: BaseCommand = import_module(f"draagvlak.{app}.management.commands.{module}").Command()
    return found


def run(words: Sequence[str]) -> int:
    """Run one command. Returns 0 only on success; a failure is one sentence on standard error."""
    name = words[0] if words else "--help"
    place = directory()
    missing, kept = missing_folders(place), names_in(place)
    # Where settings were loaded before, they know their place.
    is_new = not settings.configured and not is_installed(place)
    try:
        if is_new and name not in BEGINS:
            # Nothing is made for a command that only reads: not the folder, and no secret in it.
            os.environ.setdefault("DRAAGVLAK_SECRET_KEY", secrets.token_urlsafe(48))
        else:
            secret_key(place)
    except OSError as failed:
        sys.stderr.write(f"draagvlak: {sentence_of(failed)}\n")
        return 1
    if name not in COMMANDS.keys() | HELP | {"manage"}:
        sys.stderr.write(f"draagvlak: there is no command {name}; draagvlak --help names them all.\n")
        return 2
    _load()
    if name in HELP:
        lines = [f"  {one:<20}{str(command(one).help).splitlines()[0]}" for one in COMMANDS]
        sys.stdout.write(USAGE.format(commands="\n".join(lines)) + "\n")
        return 0 if words else 2
    if name == "manage":
        from django.core.management import execute_from_command_line  # noqa: PLC0415 -- only for this one word

        execute_from_command_line(["draagvlak manage", *words[1:]])
        return 0
    status = _run(name, list(words[1:]), nowhere=place if is_new and name not in BEGINS | NEEDS_NONE else None)
    if status and is_new and name == "restore":
        leave_as_it_was(place, kept=kept, missing=missing)
    return status


def _load() -> None:
    """Load what every command needs, and take it out of the search for circles, which begins now."""
    django.setup()
    gc.freeze()
    gc.enable()


def _run(name: str, words: list[str], *, nowhere: Path | None) -> int:
    """nowhere: a folder that holds no installation, while the command needs one."""
    one = command(name)
    # Whether models and addresses agree with each other is asked of the code (`./dev check`), not of every operator: it loads
    # every page for a command that shows none.
    one.requires_system_checks = []
    parser = one.create_parser("draagvlak", name)
    # Read before anything else was loaded; named here so that the help tells it.
    parser.add_argument("--directory", metavar="D", help="where the data lives, else DRAAGVLAK_DIRECTORY")
    for action in parser._actions:  # noqa: SLF001 -- argparse has no other way to hide what only developers use
        if set(action.option_strings) & set(HIDDEN):
            action.help = SUPPRESS
    try:
        # Words that cannot be read are a CommandError as well.
        options = vars(parser.parse_args(words))
        for told_otherwise in ("args", "directory"):
            options.pop(told_otherwise, None)
        refuse_nowhere(nowhere)
        one.execute(**options)
    except (CommandError, Refused) as failed:
        sys.stderr.write(f"draagvlak {name}: {str(failed).removeprefix('Error: ')}\n")
        return getattr(failed, "returncode", 1) or 1
    except OSError as failed:
        sys.stderr.write(f"draagvlak {name}: {sentence_of(failed)}\n")
        return 1
    except DatabaseError as failed:
        sys.stderr.write(f"draagvlak {name}: {sentence_about_database(failed)}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def refuse_nowhere(place: Path | None) -> None:
    """place: where no installation is while one is needed, or None. Raises CommandError."""
    if place is None:
        return
    first = next(one for one in (place, *place.parents) if one.exists())
    if not first.is_dir():
        raise CommandError(f"{first} is not a folder.")
    raise CommandError(f"There is no installation in {place}; `draagvlak serve` begins one.")


def sentence_of(failed: OSError) -> str:
    """What the system refused, without its numbers and without names of files that live only while we write."""
    if not isinstance(failed.filename, str):
        return f"{failed.strerror}." if failed.strerror else str(failed)
    place = Path(failed.filename)
    if isinstance(failed, FileExistsError | NotADirectoryError):
        return f"{place} is not a folder."
    if isinstance(failed, FileNotFoundError) and not place.parent.exists():
        return f"There is no folder {place.parent}."
    if isinstance(failed, PermissionError):
        return f"There is no right to use {place}."
    return f"{place}: {failed.strerror}."


def sentence_about_database(failed: DatabaseError) -> str:
    """Tables that are not there or not of this version say what to do; anything else says what the database said."""
    if is_behind():
        return f"The database of {directory()} is not ready for this version; `draagvlak serve` brings it up to date."
    return f"The database refused: {str(failed).splitlines()[0] if str(failed) else type(failed).__name__}."


def is_behind() -> bool:
    """Whether the database lacks steps of this version; no when it cannot even be asked."""
    from django.db import connection  # noqa: PLC0415 -- settings are known only now
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    try:
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return False
