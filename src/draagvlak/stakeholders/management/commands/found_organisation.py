from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django_scopes import scope

from draagvlak.lib import clock
from draagvlak.stakeholders import actions
from draagvlak.tenancy.models import Organisation


class Command(BaseCommand):
    help = "Found an organisation and invite its first manager."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--slug", required=True, help="its short name in the address, such as lindehof")
        parser.add_argument("--name", required=True)
        parser.add_argument("--manager-email", required=True)
        parser.add_argument("--manager-name", required=True)
        parser.add_argument("--joint-committee", default="")

    @transaction.atomic
    def handle(self, *, slug: str, name: str, manager_email: str, manager_name: str, **options: Any) -> None:  # noqa: ANN401
        if Organisation.objects.filter(slug=slug).exists():
            raise CommandError(f"There is an organisation {slug} already.")
        at = clock.now()
        manager = actions.person(email=manager_email, name=manager_name)
        words = {"slug": slug, "name": name, "joint_committee": options["joint_committee"]}
        organisation = actions.found_organisation(**words, manager=manager, at=at)
        with scope(organisation=organisation):
            actions.invite(account=manager, by=manager, at=at, root=settings.ADDRESS)
        self.stdout.write(f"Founded: {settings.ADDRESS}/o/{slug}/; {manager_email} gets an invitation.")
