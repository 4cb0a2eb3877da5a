import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django_scopes import scope

from draagvlak.lib import clock
from draagvlak.staff import actions, queries, wording
from draagvlak.staff.actions.lists import opened, remembered_columns
from draagvlak.staff.figures import is_possible_first_day
from draagvlak.staff.imports import FIELDS, MAX_BYTES, Trouble, mapping_from_words, propose_mapping
from draagvlak.staff.models import StaffImport
from draagvlak.tenancy.models import Organisation

COUNTS = ("rows", "new", "changed", "unchanged", "refused", "gone")


class Command(BaseCommand):
    help = "Read a staff list: xlsx, ods or text with separators. All or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--organisation", required=True, help="its slug")
        parser.add_argument("--sheet", default="")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar='"COLUMN=field"',
            help=f"say which column is which field; may be repeated; fields: {', '.join(FIELDS)}",
        )
        parser.add_argument(
            "--as-of",
            type=day,
            default=None,
            help="the day that the list describes; today when left out",
        )
        parser.add_argument("--dry-run", action="store_true", help="change nothing, only say what would happen")
        parser.add_argument("--json", action="store_true", help="print one JSON object: the counts and the messages")

    def handle(self, *, file: Path, organisation: str, **options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        here = Organisation.objects.filter(slug=organisation).first()
        if here is None:
            raise CommandError(f"There is no organisation {organisation}.")
        if file.is_dir():
            raise CommandError(f"{file} is a folder. Name the list in it.")
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if file.stat().st_size > MAX_BYTES:
            raise CommandError(
                wording.sentence_for(
                    "file_too_large",
                    {"name": file.name, "megabytes": file.stat().st_size // 2**20, "limit_mb": MAX_BYTES // 2**20},
                )
            )
        with scope(organisation=here), transaction.atomic():
            done, odd = read(file, options)
            found = {**{name: done.counts.get(name, 0) for name in COUNTS}, "messages": [*odd, *messages(done)]}
            if options["dry_run"]:
                transaction.set_rollback(True)
        self.tell(found, options)

    def tell(self, found: dict[str, Any], options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for message in found["messages"]:
            self.stdout.write(f"{message['row']:>6}  {message['text']}")
        counted = ", ".join(f"{found[name]} {name}" for name in COUNTS)
        self.stdout.write(f"{counted}.{' Nothing was changed.' if options['dry_run'] else ''}")


def day(text: str) -> date:
    """The day that was written as year-month-day. Raises ArgumentTypeError with a sentence."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is no day; write it as 2026-01-31."
        raise ArgumentTypeError(message) from None
    if not is_possible_first_day(found, today=clock.today()):
        message = (
            f"“{text}” is too long ago or too far ahead; a list describes a day from 1940 on, at most two years ahead."
        )
        raise ArgumentTypeError(message)
    return found


def read(file: Path, options: dict[str, Any]) -> tuple[StaffImport, list[dict[str, Any]]]:
    """Try the list and, unless it is a dry run, carry it out; also what is odd about the list as a whole.

    Raises CommandError or a refusal with a sentence.
    """
    content, at = file.read_bytes(), clock.now()
    # A name may hold bytes that are no letters; no table and no terminal takes those.
    name = file.name.encode(errors="replace").decode()
    facts = {"name": name, "sheet": options["sheet"], "as_of": options["as_of"] or clock.today()}
    table = opened(content, name=name, sheet=options["sheet"])
    try:
        mapping = mapping_from_words(table, options["map"], propose_mapping(table, remembered_columns()))
    except Trouble as trouble:
        raise CommandError(wording.sentence_for(trouble.code, trouble.details)) from trouble
    trial = actions.try_list(content=content, facts=facts, mapping=mapping, by=None, at=at)
    odd = [oddity(one["code"], one["details"]) for one in trial.table["warnings"]]
    return (trial if options["dry_run"] else actions.carry_out(staff_import=trial, by=None, at=at)), odd


def oddity(code: str, details: dict[str, Any]) -> dict[str, Any]:
    """What is odd about the whole list, as a message: on the first row that it is about, or 0."""
    row = details.get("row") or next(iter(details.get("rows", ())), 0)
    return {"row": row, "code": code, "field": "", "value": "", "text": wording.sentence_for(code, details)}


def messages(done: StaffImport) -> list[dict[str, Any]]:
    """Everything that a row has to say, in its order; 0 is somebody who is not in the list any more."""
    return [
        {
            "row": row.number,
            "code": message["code"],
            "field": message.get("field", ""),
            "value": message.get("value", message.get("to", "")),
            "text": f"{row.name}: {queries.message_in_words(message)}".removeprefix(": "),
        }
        for row in done.rows.all()
        for message in row.messages
    ]
