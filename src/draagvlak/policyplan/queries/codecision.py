"""Deciding together: who is asked, what was said per line, what became of it, and the budget that comes out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Max, Prefetch, Q, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.journal import queries as journal
from draagvlak.journal.models import Record
from draagvlak.lib.composed import ComposedHere
from draagvlak.policyplan.figures import BudgetSum, GroupCount
from draagvlak.policyplan.models import (
    Article,
    Codecision,
    CodecisionGroup,
    CodecisionPerson,
    CodecisionSeat,
    Line,
    LineVoice,
)
from draagvlak.policyplan.queries.regulation import (
    articles_in,
    articles_of,
    regulation_at_work,
    regulation_snapshot,
    regulation_to_show,
    regulation_versions,
    rule_in_words,
)
from draagvlak.policyplan.rules import budget_sums, counted
from draagvlak.policyplan.states import BudgetCategory, CodecisionState, LineKind, Stand, VersionState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind, RoleKind, SeatFunction

# Bodies without seats of their own: who manages is asked by his role, and everybody is asked in a consultation.
LONGEST_TITLE = 200
SEATLESS = (BodyKind.WORKERS, BodyKind.MANAGEMENT)
ROLES = (RoleKind.LINE_MANAGER, RoleKind.MANAGEMENT)


def codecisions() -> QuerySet[Codecision]:
    return Codecision.objects.select_related("organisation", "made_by")


def discarded(pk: int) -> Record | None:
    """The act by which a round with this key was thrown away."""
    acts = journal.records().filter(act="policyplan.discard_codecision", subject_type="policyplan.Codecision")
    return acts.filter(subject_id=str(pk)).first()


def codecisions_for(account: Account, *, keeps: bool) -> QuerySet[Codecision]:
    """The rounds this person may read, the newest first. keeps: he prepares and concludes rounds, so he reads every one; else
    those in which he is asked."""
    return codecisions() if keeps else codecisions().filter(people__account=account)


def progress_of(rounds: Iterable[Codecision]) -> dict[int, tuple[int, int]]:
    """Round → how many people are asked, and how many of them said something. One statement."""
    people = CodecisionPerson.objects.filter(codecision__in=list(rounds)).order_by().values_list("codecision")
    spoke = Count("pk", distinct=True, filter=Q(voices__isnull=False))
    rows = people.annotate(asked=Count("pk", distinct=True), spoke=spoke)
    return {key: (asked, count) for key, asked, count in rows}


def groups_to_decide(*, on: date) -> list[tuple[str, str]]:
    """Whom a round can ask, each as field and key with its name."""
    found = [(f"role:{role.value}", str(role.label)) for role in ROLES]
    bodies = [one for one in stakeholders.bodies(on=on) if one.kind not in SEATLESS]
    return found + [(f"body_id:{one.pk}", one.name) for one in bodies]


def people_of(group: CodecisionGroup, *, on: date) -> list[tuple[Account | None, Any, str]]:
    """Who speaks for a group on a day: account, person at work, name; who only stands in for somebody does not."""
    if group.body is not None:
        seats = stakeholders.seats_in(group.body, on=on).exclude(function=SeatFunction.SUBSTITUTE)
        return [
            (seat.holder or (seat.member.account if seat.member else None), seat.member, seat.person) for seat in seats
        ]
    held = stakeholders.roles(on=on).filter(kind=group.role, starts_on__lte=on)
    return [(role.holder, None, role.holder.name) for role in held]


def groups_of(codecision: Codecision) -> list[CodecisionGroup]:
    return list(CodecisionGroup.objects.filter(codecision=codecision).select_related("body"))


def person_asked(account: Account, codecision: Codecision) -> CodecisionPerson | None:
    """This person's place in a round; None for who is not asked. Remembered for the length of a request."""
    known, key = account.remembered, ("codecision", codecision.pk)
    if key not in known:
        known[key] = CodecisionPerson.objects.filter(codecision=codecision, account=account).first()
    found: CodecisionPerson | None = known[key]
    return found


def people_asked(codecision: Codecision) -> list[CodecisionPerson]:
    """Everybody who is asked, by name, each with the groups he speaks for. Two statements."""
    seats = Prefetch("seats", CodecisionSeat.objects.select_related("group"))
    rows = CodecisionPerson.objects.filter(codecision=codecision).select_related("account")
    return list(rows.prefetch_related(seats))


def lines_of(codecision: Codecision) -> list[Any]:
    """The lines, each with what became of it, what was said, and the count per group in `result`. Four statements."""
    said = Prefetch("voices", LineVoice.objects.select_related("person", "entered_by").order_by("person__name", "pk"))
    rows = Line.objects.filter(codecision=codecision).select_related("concluded__concluded_by", "taken")
    people = people_asked(codecision)
    names = {str(one.pk): one.name for one in people}
    places: dict[str, list[str]] = {}
    for one in people:
        for seat in one.seats.all():
            places.setdefault(seat.group.name, []).append(str(one.pk))
    found: list[Any] = list(rows.prefetch_related(said))
    for line in found:
        stands = {str(one.person_id): one.stand for one in line.voices.all()}
        line.result = [_named(row, names) for row in counted(places, stands, stands=Stand.values)]
        line.conclusion = getattr(line, "concluded", None)
        line.is_taken = hasattr(line, "taken")
    return found


def _named(row: GroupCount, names: Mapping[str, str]) -> GroupCount:
    return GroupCount(row.name, row.people, row.counts, tuple(names[key] for key in row.missing))


def budget_of(lines: list[Any]) -> tuple[list[BudgetSum], BudgetSum] | None:
    """The sums of the budget lines among these, with their category in words; None when there are none."""
    rows = [
        (
            line.category,
            line.amount,
            *((line.conclusion.verdict, line.conclusion.amount) if line.conclusion else ("", None)),
        )
        for line in lines
        if line.kind == LineKind.BUDGET
    ]
    if not rows:
        return None
    found, whole = budget_sums(rows)
    named = [BudgetSum(str(BudgetCategory(one.category).label), one.proposed, one.agreed) for one in found]
    return named, whole


def agreed_budget() -> list[dict[str, Any]]:
    """Every budget line that was agreed in a concluded round, newest round first: what a later budget can quote.

    amount: in euro, as it was concluded; a line that does not go on is not in it.
    """
    rows = Line.objects.filter(kind=LineKind.BUDGET, codecision__state=CodecisionState.CONCLUDED)
    rows = rows.select_related("concluded", "codecision").order_by("-codecision", "number")
    return [
        {
            "round": line.codecision,
            "line": line,
            "category": line.category,
            "title": line.title,
            "amount": line.concluded.amount if line.concluded.verdict == "changed" else line.amount,
        }
        for line in rows
        if line.concluded.verdict != "dropped"
    ]


def results_of_codecision(lines: list[Any]) -> dict[str, Any]:
    """What is kept at the end: per line the verdict and the counts, and the budget; amounts as text, exact."""
    budget = budget_of(lines)
    return {
        "lines": [
            {
                "number": line.number,
                "verdict": line.conclusion.verdict,
                "groups": [[row.name, row.people, dict(row.counts), len(row.missing)] for row in line.result],
            }
            for line in lines
        ],
        "budget": {
            "categories": [[row.category, str(row.proposed), str(row.agreed)] for row in budget[0]],
            "proposed": str(budget[1].proposed),
            "agreed": str(budget[1].agreed),
        }
        if budget
        else None,
    }


def last_article_asked() -> int:
    """The highest key of an article that a round ever asked about; no new article gets it."""
    return int(Line.objects.aggregate(last=Max("article"))["last"] or 0)


def articles_to_ask(codecision: Codecision) -> list[Any]:
    """The articles of the draft of which no line stands in this round yet, with their number."""
    version = regulation_to_show()
    if version is None or version.state != VersionState.DRAFT:
        return []
    there = set(Line.objects.filter(codecision=codecision, article__isnull=False).values_list("article", flat=True))
    return [one for one in articles_of(version) if one.key not in there]


def texts_of_article(key: int) -> dict[str, str]:
    """Title, new text (of the draft) and old text (of the version adopted last) of an article; empty where it does not stand."""
    version = regulation_to_show()
    draft = {one.key: one for one in articles_of(version)} if version and version.state == VersionState.DRAFT else {}
    adopted = regulation_versions().filter(state=VersionState.ADOPTED).first()
    old = articles_in(regulation_snapshot(adopted)).get(key) if adopted else None
    new = draft.get(key)
    fixed = rule_in_words(new.rule, new.value) if new else ""
    return {
        "title": (f"{new.title} ({fixed})"[:LONGEST_TITLE] if fixed else new.title)
        if new
        else (old or {}).get("title", ""),
        "new_text": new.body if new else "",
        "old_text": (old or {}).get("body", ""),
    }


def facts_of_adopted_article(key: int) -> dict[str, Any]:
    """Title, and the rule with its value, of an article in the version adopted last; empty where it does not stand there."""
    adopted = regulation_versions().filter(state=VersionState.ADOPTED).first()
    found = Article.objects.filter(version=adopted, key=key).first() if adopted else None
    return {name: getattr(found, name) for name in ("title", "rule", "value")} if found else {}


def revision_of_article(key: int) -> int:
    """Of an article as it stands in the draft; 0 where it does not."""
    version = regulation_at_work()
    found = [one.revision for one in articles_of(version) if one.key == key] if version else []
    return found[0] if found else 0


RUNNING = ComposedHere(lambda: codecisions().filter(state__in=[CodecisionState.OPENED, CodecisionState.CLOSED]))


def codecisions_open() -> list[Codecision]:
    """The rounds that people can answer, or whose end has to be written down."""
    return RUNNING()


def still_speaks(person: CodecisionPerson, *, on: date) -> bool:
    """Whether this person still sits in one of the groups for which he is asked, or holds its role. Three statements at most."""
    groups = [seat.group for seat in person.seats.select_related("group")]
    bodies, roles = [one.body_id for one in groups if one.body_id], [one.role for one in groups if one.role]
    himself = Q(member=person.member_id) if person.member_id else Q(pk=None)
    if person.account_id:
        himself |= Q(holder=person.account_id) | Q(member__account=person.account_id)
    seats = stakeholders.seats(on=on).filter(himself, body__in=bodies).exclude(function=SeatFunction.SUBSTITUTE)
    if bodies and seats.exists():
        return True
    held = stakeholders.roles(on=on).filter(kind__in=roles, starts_on__lte=on, holder=person.account_id)
    return bool(roles and person.account_id) and held.exists()


def who_still_speak(codecision: Codecision, *, on: date) -> list[CodecisionPerson]:
    """Those who are asked and still sit in one of the groups. Asked for a letter, not for a page."""
    return [one for one in people_asked(codecision) if still_speaks(one, on=on)]


def lines_to_say(account: Account, codecision: Codecision, *, on: date) -> int:
    """How many lines this person did not answer yet; 0 for who is not asked, or sits in none of the groups any more."""
    person = person_asked(account, codecision)
    if person is None:
        return 0
    said = LineVoice.objects.filter(person=person).values("line")
    left = Line.objects.filter(codecision=codecision).exclude(pk__in=said).count()
    return left if left and still_speaks(person, on=on) else 0


def next_to_say(person: CodecisionPerson, *, after: int) -> Line | None:
    """The next line that this person did not answer yet, behind a line first, then from the start."""
    said = LineVoice.objects.filter(person=person).values("line")
    return _next(Line.objects.filter(codecision=person.codecision_id).exclude(pk__in=said), after=after)


def next_to_conclude(codecision: Codecision, *, after: int) -> Line | None:
    """The next line of which nobody wrote what it becomes."""
    return _next(Line.objects.filter(codecision=codecision, concluded=None), after=after)


def _next(waiting: QuerySet[Line], *, after: int) -> Line | None:
    return waiting.filter(number__gt=after).first() or waiting.first()
