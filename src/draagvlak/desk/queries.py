from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.core.cache import cache
from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries as decisions
from draagvlak.desk import wording
from draagvlak.desk.figures import Cycle, Gate, MenuEntry, Shell, Step, Task
from draagvlak.journal.queries import LastSeal, last_seal
from draagvlak.lib import clock
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.states import CoreQuestion, VersionState
from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.models import Organisation


class Desk:
    """One person's view over one organisation on one day; each fact is asked once, when it is first needed."""

    def __init__(self, account: Account, organisation: Organisation, *, today: date) -> None:
        self.account, self.organisation, self.today = account, organisation, today
        self.parts = stakeholders.parts_of(account, organisation, on=today)
        self.known: dict[str, Any] = {}

    def ask(self, name: str, answer: Any) -> Any:  # noqa: ANN401 -- remembers any answer
        if name not in self.known:
            self.known[name] = answer()
        return self.known[name]

    @property
    def runs_it(self) -> bool:
        return bool(self.parts.roles & {RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR})

    @property
    def project(self) -> Any:  # noqa: ANN401 -- a project or None
        return self.ask("project", planproject.current_project)

    @property
    def group(self) -> Any:  # noqa: ANN401 -- a group or None
        return self.ask("group", lambda: planproject.group_of(self.project))

    @property
    def vision(self) -> Any:  # noqa: ANN401 -- a vision or None
        return self.ask("vision", lambda: policyplan.vision_of(self.project))

    @property
    def settled(self) -> int:
        """How many core questions have a finished answer."""
        return int(self.ask("settled", lambda: sum(a.is_settled for a in policyplan.answers_of(self.vision).values())))

    @property
    def plan(self) -> Any:  # noqa: ANN401 -- a plan or None
        return self.ask("plan", policyplan.current_plan)

    @property
    def version(self) -> Any:  # noqa: ANN401 -- a version or None
        return self.ask("version", lambda: policyplan.version_to_show(self.plan) if self.plan else None)

    @property
    def gaps(self) -> list[Any]:
        return list(self.ask("gaps", lambda: policyplan.gaps(self.version) if self.version else []))

    @property
    def has_staff(self) -> bool:
        return bool(self.ask("has_staff", StaffMember.objects.exists))

    @property
    def has_coordinator(self) -> bool:
        return bool(self.ask("coordinator", lambda: stakeholders.coordinators(on=self.today).exists()))

    @property
    def is_set_up(self) -> bool:
        return self.ask("profile", stakeholders.profile).set_up_at is not None

    def to(self, name: str, **words: Any) -> str:  # noqa: ANN401 -- parts of an address
        return reverse(name, kwargs={"organisation": self.organisation.slug, **words})


def tasks_for(account: Account, organisation: Organisation, *, today: date) -> list[Task]:
    """Everything that waits for this person, dated ones first. Runs inside the organisation's scope."""
    desk = Desk(account, organisation, today=today)
    found = [
        *_tasks_of_roles(desk),
        *_tasks_of_start(desk),
        *_tasks_of_group(desk),
        *_tasks_of_plan(desk),
        *_tasks_of_decisions(desk),
    ]
    return sorted(found, key=lambda task: (task.due_on is None, task.due_on or today))


def _tasks_of_roles(desk: Desk) -> Iterator[Task]:
    for role in stakeholders.roles_to_accept(desk.account, on=desk.today):
        yield Task(
            str(wording.TASK_ACCEPT).format(role=role.get_kind_display()),
            desk.to("stakeholders:accept_role", pk=role.pk),
            str(wording.TASK_ACCEPT_WHY),
            minutes=2,
        )


def _tasks_of_start(desk: Desk) -> Iterator[Task]:
    if not desk.runs_it:
        return
    if not desk.is_set_up:
        yield Task(str(wording.TASK_SET_UP), desk.to("stakeholders:set_up"), str(wording.TASK_SET_UP_WHY), minutes=10)
    if not desk.has_staff:
        yield Task(str(wording.TASK_IMPORT), desk.to("staff:read_list"), str(wording.TASK_IMPORT_WHY), minutes=10)
    if not desk.has_coordinator and RoleKind.MANAGEMENT in desk.parts.roles:
        yield Task(
            str(wording.TASK_COORDINATOR),
            desk.to("stakeholders:appoint_coordinator"),
            str(wording.TASK_COORDINATOR_WHY),
            minutes=5,
        )


def _tasks_of_group(desk: Desk) -> Iterator[Task]:
    if desk.runs_it and desk.is_set_up and desk.project is None:
        yield Task(
            str(wording.TASK_PROJECT), desk.to("planproject:start_project"), str(wording.TASK_PROJECT_WHY), minutes=10
        )
    if desk.project is None or desk.group is not None:
        return
    calls: list[Any] = list(planproject.calls().filter(project=desk.project, decided_at=None))
    if desk.runs_it and not calls and not desk.project.no_group_reason:
        yield Task(str(wording.TASK_CALL), desk.to("planproject:project"), str(wording.TASK_CALL_WHY), minutes=10)
    for call in calls:
        if desk.runs_it and call.is_over(on=desk.today):
            why = str(wording.TASK_COMPOSE_WHY).format(count=call.candidates, seats=call.seats)
            yield Task(
                str(wording.TASK_COMPOSE),
                desk.to("planproject:compose_group", pk=call.pk),
                why,
                call.answer_by,
                minutes=30,
            )
    member = staff.staff_member_of(desk.account)
    for call in planproject.open_calls_for(member, today=desk.today) if member else ():
        why = str(wording.TASK_STAND_WHY).format(call=call.title)
        yield Task(
            str(wording.TASK_STAND), desk.to("planproject:submit_candidacy", pk=call.pk), why, call.closes_on, minutes=5
        )


def _tasks_of_plan(desk: Desk) -> Iterator[Task]:
    if desk.project is None or (desk.group is None and not desk.project.no_group_reason):
        return
    if desk.vision is None or desk.vision.adopted_at is None:
        yield from _tasks_of_vision(desk)
    elif desk.plan is None and desk.runs_it:
        yield Task(str(wording.TASK_PLAN), desk.to("policyplan:start_plan"), str(wording.TASK_PLAN_WHY), minutes=5)
    if desk.plan is not None and desk.runs_it and desk.version.state == VersionState.DRAFT:
        if desk.gaps:
            why = str(wording.TASK_WRITE_WHY).format(count=len(desk.gaps))
            yield Task(str(wording.TASK_WRITE), desk.to("policyplan:plan"), why)
        else:
            yield Task(
                str(wording.TASK_SUBMIT), desk.to("policyplan:submit_version"), str(wording.TASK_SUBMIT_WHY), minutes=10
            )


def _tasks_of_vision(desk: Desk) -> Iterator[Task]:
    said = {c.by_id for c in policyplan.contributions_to(desk.vision)} if desk.vision else set()
    if desk.account.pk not in said:
        yield Task(
            str(wording.TASK_CONTRIBUTE), desk.to("policyplan:vision"), str(wording.TASK_CONTRIBUTE_WHY), minutes=5
        )
    if desk.settled < len(CoreQuestion):
        if desk.runs_it:
            why = str(wording.TASK_SETTLE_WHY).format(count=desk.settled)
            yield Task(str(wording.TASK_SETTLE), desk.to("policyplan:vision"), why, minutes=60)
    elif RoleKind.MANAGEMENT in desk.parts.roles or BodyKind.BOARD in desk.parts.bodies:
        yield Task(
            str(wording.TASK_ADOPT_VISION),
            desk.to("policyplan:adopt_vision"),
            str(wording.TASK_ADOPT_VISION_WHY),
            minutes=10,
        )


def _tasks_of_decisions(desk: Desk) -> Iterator[Task]:
    for dossier in decisions.open_dossiers():
        where = decisions.standing(dossier, today=desk.today)
        for need in where.needed:
            part = next(part for part in where.parts if part.key == need.part)
            address = desk.to("decisions:dossier", number=dossier.number)
            if need.what == "reply" and need.point and RoleKind.MANAGEMENT in desk.parts.roles:
                why = str(wording.TASK_REPLY_WHY).format(body=part.body, title=dossier.title)
                place = desk.to(
                    "decisions:reply", number=dossier.number, voice=need.point.voice, point=need.point.number
                )
                yield Task(str(wording.TASK_REPLY).format(point=need.point.number), place, why, minutes=15)
            elif need.what != "reply" and not need.is_blocked and _speaks(desk, part.kind):
                title = {
                    "voice": wording.TASK_ADVICE,
                    "consent": wording.TASK_CONSENT,
                    "approval": wording.TASK_APPROVE,
                }[need.what]
                why = str(wording.TASK_VOICE_WHY).format(body=part.body)
                yield Task(str(title).format(title=dossier.title), address, why, need.due_on, minutes=30)


def _speaks(desk: Desk, kind: str) -> bool:
    role = {BodyKind.MANAGEMENT: RoleKind.MANAGEMENT, BodyKind.WORKERS: RoleKind.TRAINING_COORDINATOR}.get(
        BodyKind(kind)
    )
    return role in desk.parts.roles if role else kind in desk.parts.bodies


def cycle_of(account: Account, organisation: Organisation, *, today: date) -> Cycle:
    """Where the organisation is in the eight steps, and what the next step needs."""
    desk = Desk(account, organisation, today=today)
    gates = (_gates_of_start(desk), _gates_of_vision(desk), _gates_of_plan(desk))
    done = [all(gate.state == "done" for gate in group) for group in gates]
    now = next((number for number, is_done in enumerate(done) if not is_done), len(done))
    addresses = [desk.to("planproject:project"), desk.to("policyplan:vision"), desk.to("policyplan:plan")]
    steps = tuple(
        Step(
            number,
            str(name),
            "done" if number <= now and number <= len(done) else "now" if number == now + 1 else "later",
            addresses[number - 1] if number <= len(addresses) else "",
        )
        for number, name in enumerate(wording.STEPS, start=1)
    )
    return Cycle(steps, tuple(gates[now]) if now < len(gates) else ())


def _gate(name: Any, *, is_done: bool, address: str, note: Any = "") -> Gate:  # noqa: ANN401 -- lazy words
    return Gate(str(name), "done" if is_done else "open", str(note), address)


def _gates_of_start(desk: Desk) -> list[Gate]:
    has_group = desk.group is not None or bool(desk.project and desk.project.no_group_reason)
    return [
        _gate(wording.GATE_SET_UP, is_done=desk.is_set_up, address=desk.to("stakeholders:set_up")),
        _gate(wording.GATE_STAFF, is_done=desk.has_staff, address=desk.to("staff:people")),
        _gate(wording.GATE_COORDINATOR, is_done=desk.has_coordinator, address=desk.to("stakeholders:who_does_what")),
        _gate(wording.GATE_GROUP, is_done=has_group, address=desk.to("planproject:project")),
    ]


def _gates_of_vision(desk: Desk) -> list[Gate]:
    note = str(wording.NOTE_ANSWERS).format(count=desk.settled)
    adopted = bool(desk.vision and desk.vision.adopted_at)
    return [
        _gate(
            wording.GATE_ANSWERS,
            is_done=desk.settled == len(CoreQuestion),
            address=desk.to("policyplan:vision"),
            note=note,
        ),
        _gate(wording.GATE_VISION, is_done=adopted, address=desk.to("policyplan:vision")),
    ]


def _gates_of_plan(desk: Desk) -> list[Gate]:
    version = desk.version
    beyond_draft = bool(version and version.state != VersionState.DRAFT)
    dossier = version.dossier if version else None
    where = decisions.standing(dossier, today=desk.today) if dossier else None
    advised = bool(where and not [need for need in where.needed if need.what != "approval"])
    note = (
        "" if beyond_draft or not version else str(wording.NOTE_GAPS).format(count=len(desk.gaps)) if desk.gaps else ""
    )
    has_frame = bool(policyplan.framework().exists())
    at_dossier = desk.to("decisions:dossier", number=dossier.number) if dossier else desk.to("policyplan:plan")
    return [
        _gate(wording.GATE_FRAME, is_done=has_frame, address=desk.to("policyplan:framework")),
        _gate(wording.GATE_DRAFT, is_done=beyond_draft, address=desk.to("policyplan:plan"), note=note),
        _gate(wording.GATE_ADVICE, is_done=advised, address=at_dossier),
        _gate(
            wording.GATE_APPROVAL, is_done=bool(version and version.state == VersionState.ADOPTED), address=at_dossier
        ),
    ]


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


def grouped(tasks: list[Task], *, today: date) -> list[tuple[str, list[Task]]]:
    """First what is late or due today, and the first undated one when nothing is; then by week."""
    week_ends = today + timedelta(days=6 - today.weekday())
    groups: dict[str, list[Task]] = {
        str(name): [] for name in (wording.FIRST, wording.THIS_WEEK, wording.NEXT_WEEK, wording.LATER)
    }
    for task in tasks:
        if task.due_on is None:
            name = wording.LATER if groups[str(wording.FIRST)] else wording.FIRST
        elif task.due_on <= today:
            name = wording.FIRST
        else:
            name = (
                wording.THIS_WEEK
                if task.due_on <= week_ends
                else wording.NEXT_WEEK
                if task.due_on <= week_ends + timedelta(days=7)
                else wording.LATER
            )
        groups[str(name)].append(task)
    return [(name, inside) for name, inside in groups.items() if inside]
