from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django_scopes import scope

from draagvlak.lib.whole import write_whole
from draagvlak.policyplan import exports, queries
from draagvlak.tenancy.models import Organisation


class Command(BaseCommand):
    help = "Write the policy plan in force, or else the newest version, as PDF or DOCX."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisation", required=True, help="its slug")
        parser.add_argument("--format", choices=["pdf", "docx"], required=True)
        parser.add_argument("--out", type=Path, required=True)

    def handle(self, *, organisation: str, out: Path, **options: Any) -> None:  # noqa: ANN401
        here = Organisation.objects.filter(slug=organisation).first()
        if here is None:
            raise CommandError(f"There is no organisation {organisation}.")
        with scope(organisation=here):
            plan = queries.current_plan()
            version = (queries.version_in_force(plan) or queries.version_to_show(plan)) if plan else None
            if version is None:
                raise CommandError(f"{here} has no policy plan yet.")
            write_whole(out, exports.pdf(version) if options["format"] == "pdf" else exports.docx(version))
            self.stdout.write(f"Written: {out}, version {version.number}.")
