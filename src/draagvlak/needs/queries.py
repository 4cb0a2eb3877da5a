from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Case, Count, QuerySet, When

from draagvlak.lib.codes import digest_of, is_code, plain_code
from draagvlak.lib.composed import ComposedHere
from draagvlak.needs import wording
from draagvlak.needs.models import Signal
from draagvlak.needs.rules import may_be_named
from draagvlak.needs.states import GroupKind, SignalState, Urgency
from draagvlak.policyplan import queries as policyplan
from draagvlak.policyplan.models import Goal
from draagvlak.staff import queries as staff
from draagvlak.staff.models import FunctionGroup, Post, Site, Team

COLUMNS = (GroupKind.FUNCTION_GROUP, GroupKind.TEAM, GroupKind.SITE)
Counts = Mapping[tuple[str, int], int]


# Groups


def groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """What one can choose from, by kind; in one's own words where none fits. Three statements."""
    tables: tuple[tuple[Any, GroupKind, Any], ...] = (
        (wording.FUNCTION_GROUPS, GroupKind.FUNCTION_GROUP, FunctionGroup),
        (wording.TEAMS, GroupKind.TEAM, Team),
        (wording.SITES, GroupKind.SITE, Site),
    )
    return [
        (str(label), [(f"{kind.value}-{row.pk}", row.name) for row in table.objects.all()])
        for label, kind, table in tables
    ]


def group_behind(key: str, words: str) -> dict[str, Any] | None:
    """The fields of a signal for a choice; None when the group is not there."""
    kind, _dash, number = key.partition("-")
    if kind == GroupKind.ALL:
        return {"group_kind": GroupKind.ALL}
    if kind == GroupKind.WORDS:
        return {"group_kind": GroupKind.WORDS, "group_words": " ".join(words.split())[:150]}
    tables: dict[str, Any] = {"function_group": FunctionGroup, "team": Team, "site": Site}
    row = tables[kind].objects.filter(pk=number).first() if kind in tables and number.isdigit() else None
    return {"group_kind": GroupKind(kind), kind: row} if row else None


def people_in_groups(*, on: date) -> Counts:
    """(kind, key) → people at work in it on a day; everybody under ("all", 0). Four statements, whatever the numbers."""
    found: dict[tuple[str, int], int] = {("all", 0): staff.members_at_work(on=on).count()}
    for kind in COLUMNS:
        rows = Post.objects.filter(staff.in_force(on)).exclude(**{kind.value: None}).order_by().values_list(kind.value)
        found |= {(kind.value, key): people for key, people in rows.annotate(Count("member", distinct=True))}
    return found


def group_for_others(signal: Signal, counts: Counts) -> str:
    """The group as everybody may read it: by its name when it has five people or more, else nobody in particular."""
    if signal.group_kind == GroupKind.WORDS:
        return str(wording.SMALL_GROUP)
    key = ("all", 0) if signal.group_kind == GroupKind.ALL else (signal.group_kind, _key(signal))
    return group_told(signal) if may_be_named(counts.get(key, 0)) else str(wording.SMALL_GROUP)


def _key(signal: Signal) -> int:
    found: int = getattr(signal, f"{signal.group_kind}_id")
    return found


def group_told(signal: Signal) -> str:
    """The group as it was told, for who answers."""
    if signal.group_kind == GroupKind.ALL:
        return str(wording.EVERYONE)
    if signal.group_kind == GroupKind.WORDS:
        return signal.group_words
    return str(getattr(signal, signal.group_kind))


# Signals


def signals() -> QuerySet[Signal]:
    rows = Signal.objects.select_related("organisation", "function_group", "team", "site", "merged_into", "activity")
    return rows.select_related("answered_by")


def to_see_to() -> QuerySet[Signal]:
    """For who answers: what waits first, the most urgent first; without those that went into another, with how many did."""
    turn = Case(When(state=SignalState.RECEIVED, then=0), default=1)
    how = Case(When(urgency=Urgency.NOW, then=0), When(urgency=Urgency.THIS_YEAR, then=1), default=2)
    rows = signals().exclude(state=SignalState.MERGED).annotate(others=Count("merged"))
    return rows.order_by(turn, how, "came_on", "pk")


WAITING = ComposedHere(lambda: Signal.objects.filter(state=SignalState.RECEIVED).order_by().values_list("pk"))


def waiting() -> int:
    return len(WAITING())


def same_as(signal: Signal) -> list[Signal]:
    """What else waits, and could say the same."""
    return list(signals().filter(state=SignalState.RECEIVED).exclude(pk=signal.pk))


def merged_in(signal: Signal) -> list[Signal]:
    return list(signals().filter(merged_into=signal))


def heard() -> QuerySet[Signal]:
    """What was answered, for everybody; the latest answer first."""
    return signals().filter(state=SignalState.ANSWERED).order_by("-answered_on", "pk")


def behind(typed: str) -> Signal | None:
    """The signal that a code opens."""
    code = plain_code(typed)
    return signals().filter(code_sha256=digest_of(code)).first() if is_code(code) else None


def answer_to(signal: Signal) -> Signal:
    """Where its answer stands: with itself, or with the signal that it went into."""
    found = signal
    while found.merged_into_id is not None:
        found = signals().get(pk=found.merged_into_id)
    return found


def goals() -> Iterable[Goal]:
    """The goals of the plan that is shown, to which a possible activity can belong."""
    plan = policyplan.current_plan()
    version = policyplan.version_to_show(plan) if plan else None
    return policyplan.goals_of(version) if version else []
