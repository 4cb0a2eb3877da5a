"""The commands of the console script, each a Django management command under its plain name."""

import sys
from argparse import SUPPRESS
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import django
from django.core.management.base import BaseCommand, CommandError

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
USAGE = """draagvlak COMMAND [--directory D] …

{commands}
  verify              check an exported dossier, offline and without this program's data
  manage              any command of the framework underneath

draagvlak COMMAND --help tells more."""
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
    if name in {"--help", "-h", "help"}:
        django.setup()
        lines = [f"  {one:<20}{str(command(one).help).splitlines()[0]}" for one in COMMANDS]
        sys.stdout.write(USAGE.format(commands="\n".join(lines)) + "\n")
        return 0 if words else 2
    if name == "manage":
        from django.core.management import execute_from_command_line  # noqa: PLC0415 -- only for this one word

        execute_from_command_line(["draagvlak manage", *words[1:]])
        return 0
    if name not in COMMANDS:
        sys.stderr.write(f"draagvlak: there is no command {name}; draagvlak --help names them all.\n")
        return 2
    return _run(name, list(words[1:]))


def _run(name: str, words: list[str]) -> int:
    django.setup()
    one = command(name)
    parser = one.create_parser("draagvlak", name)
    for action in parser._actions:  # noqa: SLF001 -- argparse has no other way to hide what only developers use
        if set(action.option_strings) & set(HIDDEN):
            action.help = SUPPRESS
    try:
        # Words that cannot be read are a CommandError as well.
        options = vars(parser.parse_args(words))
        options.pop("args", None)
        one.execute(**options)
    except (CommandError, Refused) as failed:
        sys.stderr.write(f"draagvlak {name}: {str(failed).removeprefix('Error: ')}\n")
        return getattr(failed, "returncode", 1) or 1
    except OSError as failed:
        sys.stderr.write(f"draagvlak {name}: {sentence_of(failed)}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def sentence_of(failed: OSError) -> str:
    """What the system refused, without its numbers and without names of files that live only while we write."""
    if not isinstance(failed.filename, str):
        return str(failed)
    place = Path(failed.filename)
    if isinstance(failed, FileNotFoundError) and not place.parent.exists():
        return f"There is no folder {place.parent}."
    if isinstance(failed, PermissionError):
        return f"There is no right to use {place}."
    return f"{place}: {failed.strerror}."
