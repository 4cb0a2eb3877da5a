from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from draagvlak.accounts.models import Account
from draagvlak.desk import wording
from draagvlak.desk.figures import Cycle, MenuEntry, Shell, Surroundings
from draagvlak.desk.queries.cycle import cycle_of
from draagvlak.desk.queries.room import rooms_of
from draagvlak.desk.queries.tasks import tasks_for
from draagvlak.desk.queries.view import desk_of
from draagvlak.journal.queries import LastSeal, last_seal, until_next_act
from draagvlak.lib import clock
from draagvlak.lib.rights import may
from draagvlak.meetings import queries as meetings
from draagvlak.planproject import queries as planproject
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import is_guest_of


def surroundings_of(account: Account, organisation: Organisation) -> Surroundings:
    """What waits for this person, where we are, and what every page shows around its content.

    Nearly all of it follows from acts, and every act is in the journal: it is worked out again only when the journal grew,
    half an hour went by (a meeting begins and ends by the clock), or the person reads another language.
    """
    key = ("around", organisation.pk)
    if key in account.remembered:
        return account.remembered[key]  # type: ignore[no-any-return]
    now, today = clock.now(), clock.today()
    which = f"around:{account.pk}:{get_language()}:{today}:{now.hour}:{now.minute // 30}"
    found = until_next_act(which, lambda: _found_around(account, organisation, today=today))
    account.remembered[key] = found
    return found


def _found_around(account: Account, organisation: Organisation, *, today: date) -> Surroundings:
    if is_guest_of(account, organisation):
        return Surroundings((), Cycle((), ()), _shell_of_guest(account, organisation))
    tasks = tasks_for(account, organisation, today=today)
    cycle = cycle_of(account, organisation, today=today)
    shell = _shell(account, organisation, last_seal(organisation), cycle, len(tasks), today=today)
    return Surroundings(tuple(tasks), cycle, shell)


def _shell_of_guest(account: Account, organisation: Organisation) -> Shell:
    """The assignments of a guest, and the meetings to which he was asked."""
    here = {"organisation": organisation.slug}
    entries = [
        MenuEntry(str(one.name), reverse("meetings:see_as_guest", kwargs={**here, "pk": one.pk}))
        for one in meetings.open_as_guest(account, at=clock.now())
    ]
    if not entries or planproject.assignments_of_guest(account).exists():
        entries.insert(0, MenuEntry(str(wording.MY_ASSIGNMENTS), reverse("planproject:my_assignments", kwargs=here)))
    return Shell(tuple(entries), (), (), 0, "", is_guest=True)


def _shell(
    account: Account, organisation: Organisation, seal: LastSeal, cycle: Cycle, tasks_open: int, *, today: date
) -> Shell:
    def entry(name: Any, address: str, count: int = 0) -> MenuEntry:  # noqa: ANN401 -- lazy words
        return MenuEntry(str(name), reverse(address, kwargs={"organisation": organisation.slug}), count)

    parts = stakeholders.parts_of(account, organisation, on=today)
    runs_it = bool(parts.roles & {RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR})
    # A menu shows no door that stays shut: the same rights decide.
    follows = may(account, "decisions.see_dossiers", organisation)
    checks = may(account, "desk.see_journal", organisation)
    menu = [
        entry(wording.MY_TASKS, "desk:tasks", tasks_open),
        entry(wording.PEOPLE, "staff:people"),
        entry(wording.PLAN, "policyplan:plan"),
        *([entry(wording.MEETINGS, "decisions:dossiers")] if follows else []),
        entry(wording.GATHERINGS, "meetings:meetings"),
        entry(wording.WHO_DOES_WHAT, "stakeholders:who_does_what"),
    ]
    rooms = _rooms(parts.bodies, organisation)
    more = [*rooms, entry(wording.GROUP, "planproject:project"), entry(wording.FRAMEWORK, "policyplan:framework")]
    more += [entry(wording.MY_MAIL, "desk:my_mail"), entry(wording.WHERE, "desk:where")]
    more += [entry(wording.NEWS, "planproject:news"), entry(wording.MOMENTS, "stakeholders:moments")]
    if runs_it or BodyKind.WORKING_GROUP in parts.bodies:
        more += [entry(wording.STAKEHOLDERS, "stakeholders:register"), entry(wording.SUPPORT, "planproject:support")]
    more += _voice(account, organisation, today=today)
    more += [entry(wording.JOURNAL, "desk:journal")] if checks else []
    more += [entry(wording.TREATED, "desk:treated")] if may(account, "desk.see_treated", organisation) else []
    more += [entry(wording.OUTBOX, "desk:outbox")] if may(account, "desk.see_outbox", organisation) else []
    return Shell(
        tuple(menu),
        tuple(more),
        cycle.steps,
        seal.count,
        seal.seal,
        tasks_open,
        may_check=checks,
        may_follow=follows,
        rooms=tuple(rooms),
    )


def _voice(account: Account, organisation: Organisation, *, today: date) -> list[MenuEntry]:
    """What was heard and done; and the way to ask in confidence, for who works here, where somebody listens."""
    found = []
    if may(account, "needs.see_heard", organisation):
        found.append((wording.HEARD, "needs:heard"))
    if may(account, "initiatives.ask", organisation) and desk_of(account, organisation, today=today).listening:
        found.append((wording.VOICE, "initiatives:mine"))
    return [MenuEntry(str(name), reverse(to, kwargs={"organisation": organisation.slug})) for name, to in found]


def _rooms(bodies: frozenset[str], organisation: Organisation) -> list[MenuEntry]:
    """One room for who represents the workers, whatever the number of bodies: from there one goes to the others."""
    kinds = rooms_of(bodies)
    doors = [(wording.BOARD_ROOM, kind) for kind in kinds if kind == BodyKind.BOARD]
    doors += [(wording.OUR_ROOM, kind) for kind in kinds if kind != BodyKind.BOARD][:1]
    return [
        MenuEntry(str(name), reverse("desk:room", kwargs={"organisation": organisation.slug, "kind": kind}))
        for name, kind in doors
    ]
