from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, Count, QuerySet, When

from draagvlak.accounts.models import Account
from draagvlak.initiatives.figures import Ended, Waiting
from draagvlak.initiatives.models import Point, Promise, Question, Words
from draagvlak.initiatives.states import EMPLOYERS, HEARING, LISTENING, WAITING, Outcome, QuestionKind, QuestionState
from draagvlak.lib.codes import digest_of, is_code, plain_code
from draagvlak.lib.composed import ComposedHere
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.models import AgendaItem
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.stakeholders.states import BodyKind, Side
from draagvlak.tenancy.models import Organisation

# Who listens


THAT_LISTEN = ComposedHere(lambda *, on: stakeholders.bodies(on=on).filter(kind__in=LISTENING, ends_on=None))


def body_that_listens(*, on: date) -> Body | None:
    """The body to which a question goes today; none where nobody represents the workers."""
    found = {body.kind: body for body in THAT_LISTEN(on=on)}
    return next((found[kind] for kind in LISTENING if kind in found), None)


def _is_for_workers(seat: Seat) -> bool:
    """In a joint body only the workers' side; in the delegation everyone who is not there for the employer."""
    return seat.side == Side.WORKERS or (seat.body.kind == BodyKind.UNION_DELEGATION and seat.side != Side.EMPLOYER)


def listeners_in(body: Body, *, on: date) -> list[Account]:
    """The people who read what is put to this body, by name; nobody once it has ended. Two statements."""
    if body.ends_on is not None:
        return []
    employers = {role.holder_id for role in stakeholders.roles(on=on) if role.kind in EMPLOYERS}
    found = {
        seat.holder.pk: seat.holder
        for seat in stakeholders.seats_in(body, on=on)
        if seat.holder and _is_for_workers(seat) and seat.holder_id not in employers
    }
    return sorted(found.values(), key=str)


def listens_in(account: Account, organisation: Organisation, *, on: date) -> list[Body]:
    """The bodies in which this person reads questions, remembered for the length of a request. One statement, none for who
    has no seat in such a body or speaks for the employer."""
    known, key = account.remembered, ("listens", organisation.pk, on)
    if key not in known:
        parts = stakeholders.parts_of(account, organisation, on=on)
        known[key] = []
        if parts.bodies & set(LISTENING) and not parts.roles & EMPLOYERS:
            seats = stakeholders.seats(on=on).filter(holder=account, body__kind__in=LISTENING)
            known[key] = [seat.body for seat in seats if _is_for_workers(seat)]
    found: list[Body] = known[key]
    return found


def keeps_register(account: Account, organisation: Organisation, *, on: date) -> bool:
    """Whether questions come to this person, or came in a body in which he still sits."""
    mine = listens_in(account, organisation, on=on)
    if not mine:
        return False
    return body_that_listens(on=on) in mine or Question.objects.filter(body__in=mine).exists()


def promise_of(body: Body) -> Promise:
    """The term of a body; unsaved, with the usual days, when it never chose one."""
    return Promise.objects.filter(body=body).first() or Promise(body=body)


# Questions


def questions() -> QuerySet[Question]:
    return Question.objects.select_related("organisation", "body", "asked_by", "taken_by", "written_by")


def asked_by(account: Account) -> QuerySet[Question]:
    """This person's own questions, those with a name, the last one first."""
    return questions().filter(asked_by=account).order_by("-asked_on", "-pk")


def behind(typed: str) -> Question | None:
    """The question that a code opens. Looked up by its digest, so that the time it takes tells nothing about the code."""
    code = plain_code(typed)
    return questions().filter(code_sha256=digest_of(code)).first() if is_code(code) else None


def words_in(question: Question) -> list[Words]:
    return list(Words.objects.filter(question=question).select_related("by"))


def register(bodies: Iterable[Body], *, state: str = "") -> QuerySet[Question]:
    """What was put to these bodies: what waits first, the oldest promise first; of one state where one is named."""
    turn = Case(When(state__in=WAITING, then=0), When(state=QuestionState.ANSWERED, then=1), default=2)
    found = questions().filter(body__in=list(bodies)).order_by(turn, "due_on", "pk")
    if state == "waiting":
        return found.filter(state__in=WAITING)
    if state in QuestionState.values:
        return found.filter(state=state)
    return found


def waiting(bodies: Iterable[Body], *, on: date, account: Account | None = None) -> Waiting:
    """What waits for an answer in these bodies: of one listener what he took up, else what nobody took up yet."""
    found = Question.objects.filter(body__in=list(bodies), state__in=WAITING, taken_by=account)
    days = list(found.order_by("due_on").values_list("due_on", flat=True))
    return Waiting(len(days), days[0] if days else None, sum(day < on for day in days))


def ended(bodies: Iterable[Body]) -> list[Ended]:
    """How questions ended, per kind and outcome: all that is counted of them. One statement."""
    closed = Question.objects.filter(body__in=list(bodies), state=QuestionState.CLOSED)
    rows = closed.order_by().values_list("kind", "outcome").annotate(Count("pk"))
    counted = {(kind, outcome): count for kind, outcome, count in rows}
    return [
        Ended(str(kind.label), str(outcome.label), counted[kind.value, outcome.value])
        for kind in QuestionKind
        for outcome in Outcome
        if (kind.value, outcome.value) in counted
    ]


def unread_answers(account: Account) -> int:
    """How many answers wait for who asked with a name."""
    return Question.objects.filter(asked_by=account, is_read=False).count()


# What is raised with the employer


def bodies_that_hear(*, on: date) -> QuerySet[Body]:
    """Where a point can be put: bodies in which the employer sits."""
    return stakeholders.bodies(on=on).filter(kind__in=HEARING)


def points_of(question: Question) -> list[tuple[Point, AgendaItem | None]]:
    """What was raised, each with its place on an agenda. Two statements."""
    points = list(Point.objects.filter(question=question).select_related("body", "raised_by"))
    places = meetings.places_of([point.matter_id for point in points if point.matter_id])
    return [(point, places.get(point.matter_id or 0)) for point in points]


def place_of(point: Point) -> AgendaItem | None:
    """Where a point stands on an agenda."""
    return meetings.places_of([point.matter_id]).get(point.matter_id) if point.matter_id else None


def said_on(place: AgendaItem | None) -> list[str]:
    """What the minutes that were sent say on a point; nothing before."""
    report: Any = place.meeting.report if place else None
    return meetings.said_on(place) if place and report and report.sent_at else []
