from datetime import date
from typing import Any

from django.core.cache import cache
from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.desk import wording
from draagvlak.desk.figures import MenuEntry, Shell
from draagvlak.desk.queries.cycle import cycle_of
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.journal.queries import LastSeal, last_seal
from draagvlak.lib import clock
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import RoleKind
from draagvlak.tenancy.models import Organisation


def shell_for(account: Account, organisation: Organisation) -> Shell:
    """What every page shows around its content. Counted again only when the journal grew or the day changed."""
    today, seal = clock.today(), last_seal(organisation)
    key = f"shell:{organisation.pk}:{account.pk}:{account.language}:{seal.seal[:16]}:{today}"
    known = cache.get(key)
    if known is None:
        tasks = tasks_for(account, organisation, today=today)
        known = _shell(account, organisation, seal, tasks_open=len(tasks), today=today)
        cache.set(key, known, 3600)
    return known  # type: ignore[no-any-return]


def _shell(account: Account, organisation: Organisation, seal: LastSeal, *, tasks_open: int, today: date) -> Shell:
    def entry(name: Any, address: str, count: int = 0) -> MenuEntry:  # noqa: ANN401 -- lazy words
        return MenuEntry(str(name), reverse(address, kwargs={"organisation": organisation.slug}), count)

    parts = stakeholders.parts_of(account, organisation, on=today)
    runs_it = bool(parts.roles & {RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR})
    speaks = runs_it or bool(parts.bodies)
    menu = [
        entry(wording.MY_TASKS, "desk:tasks", tasks_open),
        entry(wording.PEOPLE, "staff:people"),
        entry(wording.PLAN, "policyplan:plan"),
        *([entry(wording.MEETINGS, "decisions:dossiers")] if speaks else []),
        entry(wording.WHO_DOES_WHAT, "stakeholders:who_does_what"),
    ]
    more = [entry(wording.GROUP, "planproject:project"), entry(wording.FRAMEWORK, "policyplan:framework")]
    if speaks:
        more.append(entry(wording.JOURNAL, "desk:journal"))
    if runs_it:
        more.append(entry(wording.OUTBOX, "desk:outbox"))
    return Shell(
        tuple(menu), tuple(more), cycle_of(account, organisation, today=today).steps, seal.count, seal.seal, tasks_open
    )
