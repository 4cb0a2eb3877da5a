import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django_scopes import scope

from draagvlak.decisions import queries
from draagvlak.decisions.states import DossierKind, DossierState
from draagvlak.lib.whole import write_whole
from draagvlak.tenancy.models import Organisation


class Command(BaseCommand):
    help = "Write a decision dossier into a file that `draagvlak verify` checks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--organisation", required=True, help="its slug")
        parser.add_argument("--dossier", type=int, help="its number; without it the dossier of the plan in force")
        parser.add_argument("--out", type=Path, required=True)

    def handle(self, *, organisation: str, dossier: int | None, out: Path, **_options: Any) -> None:  # noqa: ANN401
        here = Organisation.objects.filter(slug=organisation).first()
        if here is None:
            raise CommandError(f"There is no organisation {organisation}.")
        with scope(organisation=here):
            rows = queries.dossiers()
            adopted = rows.filter(kind=DossierKind.POLICY_PLAN, state=DossierState.ADOPTED).order_by("-settled_at")
            found = rows.filter(number=dossier).first() if dossier is not None else adopted.first()
            if found is None:
                raise CommandError(f"{here} has no {'plan in force' if dossier is None else f'dossier {dossier}'}.")
            text = json.dumps(queries.exported(found), ensure_ascii=False, indent=1)
        write_whole(out, text.encode())
        self.stdout.write(f"Written: {out}, dossier {found.number}.")
