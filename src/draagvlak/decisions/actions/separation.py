from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from draagvlak.accounts.models import Account
from draagvlak.decisions import wording
from draagvlak.decisions.models import Separation
from draagvlak.decisions.queries import separation
from draagvlak.decisions.states import Duty, Together
from draagvlak.journal.actions import record
from draagvlak.lib.refusals import Changed


@transaction.atomic
def set_separation(*, wanted: Mapping[tuple[Duty, Duty], Together], version: int, by: Account, at: datetime) -> None:
    """Choose for every two duties whether one person may fulfil both in the same dossier; for dossiers opened from now on.

    version: the sum of the versions that this person saw; Changed when it is another by now.
    """
    held = separation.chosen()
    if version != (now := separation.version()):
        raise Changed(str(wording.SEPARATION_CHANGED), theirs={}, version=now)
    for (first, second), together in wanted.items():
        if held[first, second] == together:
            continue
        row, is_new = Separation.objects.get_or_create(first=first, second=second, defaults={"together": together})
        if not is_new:
            row.together, row.version = together, row.version + 1
            row.save()
        record(
            "decisions.set_separation",
            by=by,
            at=at,
            on=row,
            details={"duty_1": str(first), "duty_2": str(second), "together": str(together)},
        )
