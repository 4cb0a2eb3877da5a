from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email, validate_slug
from django.db import transaction
from django.utils.translation import override
from django_scopes import scope

from draagvlak.lib import clock
from draagvlak.stakeholders import actions
from draagvlak.tenancy.models import Organisation

LONGEST_SLUG, LONGEST_NAME = 40, 150


class Command(BaseCommand):
    help = "Found an organisation and invite its first manager."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--slug", required=True, help="its short name in the address, such as lindehof")
        parser.add_argument("--name", required=True)
        parser.add_argument("--manager-email", required=True)
        parser.add_argument("--manager-name", required=True)
        parser.add_argument("--joint-committee", default="")
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument(
            "--language", choices=languages, default=languages[0], help="of the manager's mail and pages"
        )

    @transaction.atomic
    def handle(self, *, slug: str, name: str, manager_email: str, manager_name: str, **options: Any) -> None:  # noqa: ANN401
        refuse_unreachable(slug, name, manager_email, manager_name)
        if Organisation.objects.filter(slug=slug).exists():
            raise CommandError(f"There is an organisation {slug} already.")
        at = clock.now()
        manager = actions.person(email=manager_email, name=manager_name, language=options["language"])
        words = {"slug": slug, "name": name, "joint_committee": options["joint_committee"]}
        with override(options["language"]):  # the bodies that always exist get a name
            organisation = actions.found_organisation(**words, manager=manager, at=at)
        with scope(organisation=organisation):
            actions.invite(account=manager, by=manager, at=at, root=settings.ADDRESS)
        self.stdout.write(f"Founded: {settings.ADDRESS}/o/{slug}/; {manager_email} gets an invitation.")


def refuse_unreachable(slug: str, name: str, email: str, person: str) -> None:
    """Raises CommandError for what no address, page or mail could carry."""
    if not is_valid(validate_slug, slug) or len(slug) > LONGEST_SLUG:
        raise CommandError(
            f"“{slug}” cannot stand in an address; use at most {LONGEST_SLUG} letters, digits and hyphens, such as de-eik."
        )
    for what, text in (("organisation", name), ("manager", person)):
        if not 0 < len(text.strip()) <= LONGEST_NAME:
            raise CommandError(f"The {what} needs a name of at most {LONGEST_NAME} characters.")
    if not is_valid(validate_email, email.strip()):
        raise CommandError(f"“{email}” is no e-mail address.")


def is_valid(test: Callable[[str], None], text: str) -> bool:
    try:
        test(text)
    except ValidationError:
        return False
    return True
