import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from draagvlak.installation.demo.founding import LOGINS, found_all, is_founded
from draagvlak.installation.demo.steps import PASSWORD
from draagvlak.installation.management.commands.serve import port_number
from draagvlak.lib import clock
from draagvlak.tenancy.models import Organisation


class Command(BaseCommand):
    help = "Found three invented organisations and serve them; no mail leaves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port_number, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="only found the organisations")

    def handle(self, *, port: int, no_serve: bool, **_options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        if "DRAAGVLAK_ADDRESS" not in os.environ:
            # What mail says where to go, leads to this demo.
            settings.ADDRESS = f"http://127.0.0.1:{port}"
            settings.CSRF_TRUSTED_ORIGINS = [settings.ADDRESS]
        call_command("migrate", verbosity=0)
        if Organisation.objects.exists() and not (settings.DIRECTORY / "demo").exists():
            raise CommandError(f"{settings.DIRECTORY} holds real organisations; name another folder with --directory.")
        (settings.DIRECTORY / "demo").touch()
        if not is_founded():
            self.stdout.write("Founding three organisations …")
            self.stdout.flush()
            found_all(today=clock.today())
        self.tell(port)
        if not no_serve:
            self.stdout.flush()
            os.environ["DRAAGVLAK_DEMO"] = "1"
            settings.IS_DEMO = True
            settings.SENDS_MAIL = False
            call_command("serve", port=port)

    def tell(self, port: int) -> None:
        self.stdout.write(f"\n  http://127.0.0.1:{port}/    password for everyone: {PASSWORD}\n\n")
        for role, email, where in LOGINS:
            if where:
                self.stdout.write(f"  {where}\n")
            self.stdout.write(f"    {email:<28} {role}\n")
        self.stdout.write("\n  Stop with Ctrl-C.\n")
