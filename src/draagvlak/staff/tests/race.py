"""Two people carry out two lists of one organisation at the same moment, on an SQLite database of its own and with the
settings of an installation: `python -m draagvlak.staff.tests.race immediate` prints what became of them as JSON.

`deferred` instead takes the guard away (a transaction that may write begins as one that writes), for the twin.
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError


def main(mode: str) -> dict[str, object]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "draagvlak.installation.settings"
    import django
    from django.conf import settings

    settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] = mode.upper()
    django.setup()
    return both_at_once()


def both_at_once() -> dict[str, object]:
    from django.db import OperationalError, connection
    from django_scopes import scope

    from draagvlak.lib import clock
    from draagvlak.lib.refusals import Refused
    from draagvlak.staff.actions import carry_out, lists
    from draagvlak.staff.models import StaffMember
    from draagvlak.staff.tests.factories import tried
    from draagvlak.tenancy.models import Organisation

    founded = Organisation.objects.create(slug="lindehof", name="De Lindehof")
    with scope(organisation=founded):
        trials = [
            tried(*rows, header="Naam;Voornaam;Team") for rows in (("Peeters;An;A", "Claes;Bo;A"), ("Peeters;An;B",))
        ]
    meeting = Barrier(2)

    def one(trial):
        try:
            with scope(organisation=founded):
                carry_out(staff_import=trial, by=None, at=clock.now())
        except (Refused, OperationalError) as refused:
            return f"{type(refused).__name__}: {refused}"
        else:
            return ""
        finally:
            connection.close()

    lists.digest_of = meeting_before(lists.digest_of, meeting)
    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(one, trials))
    with scope(organisation=founded):
        names = sorted(StaffMember.objects.values_list("first_name", flat=True))
    return {"told": told, "names": names}


def meeting_before(act, meeting):
    """The act, before which two people wait for each other for a moment, so that both have compared before one writes."""

    def waits(*args):
        # When the guard keeps the other one out, go on alone.
        with suppress(BrokenBarrierError):
            meeting.wait(timeout=1.5)
        return act(*args)

    return waits


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])))
