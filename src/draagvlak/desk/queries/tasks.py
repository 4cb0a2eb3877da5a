from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries as decisions
from draagvlak.decisions.queries import separation
from draagvlak.decisions.states import Duty
from draagvlak.desk import wording
from draagvlak.desk.figures import Task
from draagvlak.desk.queries.support import tasks_of_support
from draagvlak.desk.queries.tasks_of_agreements import tasks_of_agreements
from draagvlak.desk.queries.tasks_of_ballots import tasks_of_ballots
from draagvlak.desk.queries.tasks_of_bodies import tasks_of_access, tasks_of_bodies, tasks_of_people
from draagvlak.desk.queries.tasks_of_individuals import tasks_of_individuals
from draagvlak.desk.queries.tasks_of_margin import tasks_of_margin
from draagvlak.desk.queries.tasks_of_meetings import tasks_of_meetings, tasks_of_minutes
from draagvlak.desk.queries.tasks_of_needs import tasks_of_needs
from draagvlak.desk.queries.tasks_of_project import tasks_of_project
from draagvlak.desk.queries.tasks_of_regulation import tasks_of_regulation
from draagvlak.desk.queries.tasks_of_rounds import tasks_of_rounds
from draagvlak.desk.queries.tasks_of_screening import tasks_of_screening
from draagvlak.desk.queries.tasks_of_voice import tasks_of_voice
from draagvlak.desk.queries.view import Desk, desk_of
from draagvlak.notices import queries as notices
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.states import CharterState
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.rules import follows_up
from draagvlak.policyplan.states import CoreQuestion, VersionState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.models import Organisation
from draagvlak.ui.said import day_said


def tasks_for(account: Account, organisation: Organisation, *, today: date) -> list[Task]:
    """Everything that waits for this person, dated ones first. Runs inside the organisation's scope."""
    desk = desk_of(account, organisation, today=today)
    found = [
        *_tasks_of_roles(desk),
        *_tasks_of_start(desk),
        *tasks_of_people(desk),
        *tasks_of_access(desk),
        *_tasks_of_group(desk),
        *_tasks_of_charter(desk),
        *_tasks_of_plan(desk),
        *_tasks_of_decisions(desk),
        *_tasks_of_follow_up(desk),
        *_tasks_of_matrix(desk),
        *_tasks_of_mail(desk),
        *tasks_of_project(desk),
        *tasks_of_meetings(desk),
        *tasks_of_minutes(desk),
        *tasks_of_support(desk),
        *tasks_of_rounds(desk),
        *tasks_of_ballots(desk),
        *tasks_of_voice(desk),
        *tasks_of_regulation(desk),
        *tasks_of_margin(desk),
        *tasks_of_screening(desk),
        *tasks_of_needs(desk),
        *tasks_of_bodies(desk),
        *tasks_of_agreements(desk),
        *tasks_of_individuals(desk),
    ]
    return sorted(found, key=lambda task: (task.due_on is None, task.due_on or today))


def _tasks_of_roles(desk: Desk) -> Iterator[Task]:
    for role in desk.roles:
        if role.holder_id != desk.account.pk or role.accepted_at is not None:
            continue
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
    calls: list[Any] = (
        list(planproject.calls().filter(project=desk.project, decided_at=None)) if desk.has("calls") else []
    )
    if desk.runs_it and not calls and not desk.project.no_group_reason:
        yield Task(str(wording.TASK_CALL), desk.to("planproject:project"), str(wording.TASK_CALL_WHY), minutes=10)
    for call in calls:
        if desk.runs_it and call.is_over(on=desk.today):
            yield _choosing(desk, call)
    for call in planproject.open_calls_for(desk.member, today=desk.today) if desk.has("calls") and desk.member else ():
        title = call.title if call.title.endswith(("?", "!", ".")) else f"{call.title}."
        why = str(wording.TASK_STAND_WHY).format(call=title)
        yield Task(
            str(wording.TASK_STAND), desk.to("planproject:submit_candidacy", pk=call.pk), why, call.closes_on, minutes=5
        )


def _choosing(desk: Desk, call: Any) -> Task:  # noqa: ANN401 -- a row of the station below
    """Compose the group; where chances were published, draw it when the seed is known."""
    draw = planproject.published_draw(desk.project) if desk.project else None
    if draw is None:
        why = str(wording.TASK_COMPOSE_WHY).format(count=call.candidates, seats=call.seats)
        address = desk.to("planproject:compose_group", pk=call.pk)
        return Task(str(wording.TASK_COMPOSE), address, why, call.answer_by, minutes=30)
    why = str(wording.TASK_DRAW_WHY).format(source=draw.seed_source, day=day_said(draw.seed_on))
    return Task(str(wording.TASK_DRAW), desk.to("planproject:draw", pk=call.pk), why, draw.seed_on, minutes=10)


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
    for dossier, where in desk.dossiers:
        yield from _tasks_of_remarks(desk, dossier, where)
        for need in where.needed:
            part = next(part for part in where.parts if part.key == need.part)
            duty = Duty.REPLY if need.what == "reply" else separation.duty_of_part(part)
            task = _task_of_need(desk, dossier, part, need)
            # Who did what the organisation keeps apart from it is not asked.
            if task is not None and not separation.stands_in_the_way(duty, desk.account, where):
                yield task


def _task_of_need(desk: Desk, dossier: Any, part: Any, need: Any) -> Task | None:  # noqa: ANN401 -- rows of the station below
    """What is needed in a dossier, as a task of who does it; None for everybody else, and while it is blocked."""
    address, words = desk.to("decisions:dossier", number=dossier.number), {"body": part.body, "title": dossier.title}
    if need.what == "reply":
        if RoleKind.MANAGEMENT not in desk.parts.roles:
            return None
        why = str(wording.TASK_REPLY_WHY).format(**words, what=dossier.about)
        place = {"number": dossier.number, "voice": need.point.voice, "point": need.point.number}
        title = str(wording.TASKS_REPLY[part.strength]).format(point=need.point.number)
        return Task(title, desk.to("decisions:reply", **place), why, minutes=15)
    title = str(wording.TASKS_DECIDE[need.what]).format(**words)
    if need.what == "inform":
        place = {"number": dossier.number, "part": part.key}
        address, why = desk.to("decisions:record_information", **place), str(wording.TASK_INFORM_WHY)
        return Task(title, address, why, minutes=5) if _informs(desk) else None
    if need.is_blocked:
        return None
    if need.what == "register":
        return Task(title, address, str(wording.TASK_REGISTER_WHY), minutes=15) if _informs(desk) else None
    why = str(wording.TASK_VOICE_WHY).format(body=part.body)
    return Task(title, address, why, need.due_on, minutes=30) if _writes_down(desk, part) else None


def _tasks_of_remarks(desk: Desk, dossier: Any, where: Any) -> Iterator[Task]:  # noqa: ANN401 -- rows of the station below
    """What others asked about a text that lies before them, for who may answer."""
    if not desk.runs_it:
        return
    waiting = [
        one for one in decisions.remarks_in(where.entries) if one.answer is None and one.email != desk.account.email
    ]
    if waiting:
        title = str(wording.TASK_ANSWER_QUESTIONS % {"number": len(waiting)})
        address = f"{desk.to('decisions:dossier', number=dossier.number)}#vraag-{waiting[0].number}"
        yield Task(title, address, dossier.title, minutes=10)


def _tasks_of_follow_up(desk: Desk) -> Iterator[Task]:
    """The days of the framework, for whose role it is, who follows an item up, or else coordinates; and the yearly evaluation."""
    coordinates = RoleKind.TRAINING_COORDINATOR in desk.parts.roles
    held = frozenset(role.kind for role in desk.roles)
    for one in (
        ()
        if not desk.has("deadlines")
        else desk.ask("deadlines", lambda: policyplan.deadlines_that_ask(today=desk.today))
    ):
        if follows_up(role=one.role, owner=one.item.owner_id, me=desk.account.pk, mine=desk.parts.roles, held=held):
            why = str(wording.TASK_DEADLINE_WHY).format(item=one.item)
            # A day that the law named comes with a sentence about the law; what to do is to see to it.
            title, why = (
                (str(wording.TASK_DEADLINE_OF_LAW).format(item=one.item), one.what)
                if one.parameter
                else (one.what, why)
            )
            yield Task(title, desk.to("policyplan:finish_deadline", pk=one.pk), why, one.on)
    if coordinates and desk.plan is not None:
        since = desk.ask("plan review", lambda: policyplan.review_due(desk.versions))
        if since is not None and since <= desk.today:
            yield Task(
                str(wording.TASK_REVIEW),
                desk.to("policyplan:review_plan"),
                str(wording.TASK_REVIEW_WHY),
                since,
                minutes=45,
            )


def _tasks_of_matrix(desk: Desk) -> Iterator[Task]:
    """Accept one's parts; and for who divides the tasks: begin, answer questions, look again every year (rows B0.3 to B0.5)."""
    found = desk.parts_found if desk.has("matrix") else None
    for role in stakeholders.roles_to_answer(desk.account, found) if found else ():
        title = str(wording.TASK_ANSWER_ROLE).format(role=role)
        yield Task(title, desk.to("stakeholders:answer_role", pk=role.pk), str(wording.TASK_ANSWER_ROLE_WHY), minutes=5)
    if not desk.runs_it or not desk.is_set_up:
        return
    if found is None:
        yield Task(
            str(wording.TASK_MATRIX), desk.to("stakeholders:start_matrix"), str(wording.TASK_MATRIX_WHY), minutes=15
        )
        return
    if stakeholders.questions_in(found):
        yield Task(
            str(wording.TASK_ROLE_QUESTION),
            desk.to("stakeholders:matrix"),
            str(wording.TASK_ROLE_QUESTION_WHY),
            minutes=5,
        )
    due_on = desk.ask("matrix review", lambda: stakeholders.review_due(found))
    if due_on is not None and due_on <= desk.today and RoleKind.TRAINING_COORDINATOR in desk.parts.roles:
        yield Task(
            str(wording.TASK_MATRIX_REVIEW),
            desk.to("stakeholders:review_matrix"),
            str(wording.TASK_MATRIX_REVIEW_WHY),
            due_on,
            minutes=20,
        )


def _tasks_of_charter(desk: Desk) -> Iterator[Task]:
    """The group at work: its agreements, and what each member took on (rows A4.1 to A4.3)."""
    group = desk.group
    if group is None:
        return
    where = desk.ask("at work", lambda: planproject.at_work(group, on=desk.today))
    seat = desk.ask("seat", lambda: planproject.seat_of(desk.account, group, on=desk.today))
    at_group = desk.to("planproject:group")
    if desk.runs_it and where.in_force is None and where.charter is None:
        yield Task(
            str(wording.TASK_CHARTER), desk.to("planproject:write_charter"), str(wording.TASK_CHARTER_WHY), minutes=30
        )
    elif desk.runs_it and group.working_since is None and where.in_force is not None:
        title = wording.TASK_START_WORK if not where.missing else wording.TASK_BEFORE_WORK
        yield Task(str(title), at_group, str(wording.TASK_START_WORK_WHY), minutes=5)
    if desk.runs_it and (free := desk.ask("free seats", lambda: _free_to_fill(desk, group))):
        yield Task(
            str(wording.TASK_FILL_SEAT), at_group, str(wording.TASK_FILL_SEAT_WHY).format(count=free), minutes=10
        )
    asked = where.charter is not None and where.charter.state == CharterState.ASKED
    if seat is not None and asked and seat.pk not in {answer.seat_id for answer in where.answers}:
        address = desk.to("planproject:answer_charter")
        yield Task(str(wording.TASK_ANSWER_CHARTER), address, str(wording.TASK_ANSWER_CHARTER_WHY), minutes=5)
    for task in planproject.tasks_that_ask(desk.account, group, today=desk.today) if seat is not None else ():
        address = desk.to("planproject:finish_group_task", pk=task.pk)
        yield Task(task.what, address, str(wording.TASK_OF_GROUP_WHY), task.due_on)
    yield from _tasks_left(desk)


def _free_to_fill(desk: Desk, group: Any) -> int:  # noqa: ANN401 -- a row of the station below
    """The free seats while somebody waits for one: without anybody on the reserve list there is nothing to do about them."""
    free = planproject.free_seats(group, on=desk.today)
    return free if free and planproject.reserves(group).exists() else 0


def _tasks_left(desk: Desk) -> Iterator[Task]:
    """What somebody left behind in the group is given to somebody else, or nobody is reminded of it."""
    if RoleKind.TRAINING_COORDINATOR not in desk.parts.roles or not desk.has("tasks left"):
        return
    for task in planproject.tasks_left(desk.group, on=desk.today):
        title = str(wording.TASK_LEFT).format(what=task.what)
        why = str(wording.TASK_LEFT_WHY).format(name=task.owner.member)
        yield Task(title, desk.to("planproject:change_group_task", pk=task.pk), why, task.due_on)


def _tasks_of_mail(desk: Desk) -> Iterator[Task]:
    """What the program may not decide alone, for who runs the organisation."""
    count = notices.asks_a_person(desk.organisation) if desk.runs_it and desk.has("mail") else 0
    if count:
        title = str(wording.TASK_MAIL % {"number": count})
        yield Task(title, f"{desk.to('desk:outbox')}?state=asks", str(wording.TASK_MAIL_WHY), minutes=5)


def _informs(desk: Desk) -> bool:
    """Who has the task to write down that a body was informed: who coordinates training, else who directs."""
    role = RoleKind.TRAINING_COORDINATOR if desk.has_coordinator else RoleKind.MANAGEMENT
    return role in desk.parts.roles


def _writes_down(desk: Desk, part: Any) -> bool:  # noqa: ANN401 -- of the station below
    """Who sits in the body; and of one that voted and let its term pass, also who informs it."""
    is_late = part.ballot == "binds" and part.due_on < desk.today
    return _speaks(desk, part.kind) or (is_late and _informs(desk))


def _speaks(desk: Desk, kind: str) -> bool:
    role = {BodyKind.MANAGEMENT: RoleKind.MANAGEMENT, BodyKind.WORKERS: RoleKind.TRAINING_COORDINATOR}.get(
        BodyKind(kind)
    )
    return role in desk.parts.roles if role else kind in desk.parts.bodies


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
