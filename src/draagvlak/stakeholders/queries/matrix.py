"""The responsibility matrix as it is read: who takes which part, who accepted, and what does not hold."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language

from draagvlak.accounts.models import Account
from draagvlak.journal import queries as journal
from draagvlak.lib.clock import day_of
from draagvlak.lib.composed import ComposedHere
from draagvlak.stakeholders.figures import Column, Fault, Matrix, Row
from draagvlak.stakeholders.models import (
    Acceptance,
    Agreement,
    Duty,
    MatrixReview,
    MatrixRole,
    Responsibility,
    RoleAssignment,
)
from draagvlak.stakeholders.queries.organisation import bodies, heads_and_fte, profile, roles_held, seats_held
from draagvlak.stakeholders.rules import OVERLOAD, faults_of, overloaded, points_of, size_of
from draagvlak.stakeholders.states import BodyKind, MatrixRoleKind, RoleKind
from draagvlak.stakeholders.wording.catalogue import ALSO_CALLED, ALSO_SAID, GROUPS, OF_BODY, ONE_THING
from draagvlak.tenancy.models import current_organisation
from draagvlak.tenancy.queries import members_of

# Kinds whose holders each accept for themselves; a body accepts through any of its members.
EACH = {*RoleKind.values, MatrixRoleKind.OWN.value}
# The body that speaks for a kind of role.
BODY_OF = {
    MatrixRoleKind.BOARD: BodyKind.BOARD,
    MatrixRoleKind.WORKS_COUNCIL: BodyKind.WORKS_COUNCIL,
    MatrixRoleKind.UNION_DELEGATION: BodyKind.UNION_DELEGATION,
    MatrixRoleKind.WORKERS: BodyKind.WORKING_GROUP,
}


@dataclass(frozen=True)
class Found:
    """Everything the matrix is read from, asked once."""

    roles: Sequence[MatrixRole]
    lines: Sequence[Responsibility]
    letters: Mapping[int, Mapping[int, str]]
    answers: Mapping[int, Sequence[Acceptance]]
    holders: Mapping[int, Sequence[Account]]


COLUMNS = ComposedHere(lambda: MatrixRole.objects.filter(ends_on=None).select_related("holder"))
LINES = ComposedHere(lambda: Responsibility.objects.order_by("position", "pk"))
ANSWERS = ComposedHere(lambda: Acceptance.objects.select_related("by"))


def matrix_exists() -> bool:
    return MatrixRole.objects.exists()


def matrix_roles() -> list[MatrixRole]:
    """The columns that are in use, in their order."""
    return COLUMNS()


def holders_by_role(columns: Iterable[MatrixRole], *, on: date) -> dict[int, list[Account]]:
    """Column → the accounts that hold it on a day. Two statements, and one for own roles."""
    columns = list(columns)
    here = _with_access(column.holder_id for column in columns if column.holder_id is not None)
    held: dict[str, list[Account]] = {}
    for role in roles_held(on=on):
        held.setdefault(role.kind, []).append(role.holder)
    for seat in seats_held(on=on):
        if seat.holder is not None:
            held.setdefault(f"body {seat.body.kind}", []).append(seat.holder)
    found = {}
    for column in columns:
        kind = MatrixRoleKind(column.kind)
        if kind == MatrixRoleKind.OWN:
            people = [column.holder] if column.holder and column.holder_id in here else []
        elif kind in BODY_OF:
            people = held.get(f"body {BODY_OF[kind]}", [])
        else:
            people = held.get(kind, [])
        found[column.pk] = list(dict.fromkeys(people))
    return found


def _with_access(keys: Iterable[int]) -> set[int]:
    """Which of these accounts have access now: whoever left holds no role of our own any more."""
    asked, organisation = set(keys), current_organisation()
    if not asked or organisation is None:
        return set()
    return set(members_of(organisation).filter(pk__in=asked).order_by().values_list("pk", flat=True))


LETTERS = ComposedHere(lambda: RoleAssignment.objects.order_by("pk").values_list("responsibility", "role", "letter"))


def read(*, on: date) -> Found:
    """Six statements, however large the matrix is."""
    columns = matrix_roles()
    letters: dict[int, dict[int, str]] = {}
    for line, role, letter in LETTERS():
        inside = letters.setdefault(line, {})
        inside[role] = "".join(sorted(inside[role] + letter, key="ARCIS".index)) if role in inside else letter
    answers: dict[int, list[Acceptance]] = {}
    for answer in ANSWERS():
        answers.setdefault(answer.role_id, []).append(answer)
    return Found(columns, LINES(), letters, answers, holders_by_role(columns, on=on))


def matrix(*, on: date) -> Matrix:
    found = read(on=on)
    names = _names_of_bodies(on)
    columns = tuple(_column(role, found, names) for role in found.roles)
    rows = [_row(line, found, columns) for line in found.lines]
    shown = tuple(row for row, line in zip(rows, found.lines, strict=True) if line.is_on)
    faults = [fault for row in shown for fault in faults_of(row.key, row.title, _by_name(row, columns))]
    faults += [*_faults_of_people(found, columns, shown)]
    last = MatrixReview.objects.first()
    hidden = tuple(row for row, line in zip(rows, found.lines, strict=True) if not line.is_on)
    return Matrix(columns, shown, tuple(faults), last.on if last else None, hidden)


def matrix_shown(*, on: date) -> Matrix:
    """The matrix for a page that only shows it; one statement as long as nothing happened since somebody asked."""
    return journal.until_next_act(f"matrix:{on}:{get_language()}", lambda: matrix(on=on))


def _names_of_bodies(on: date) -> dict[str, str]:
    """How this organisation calls its bodies (row C4)."""
    return dict(bodies(on=on).values_list("kind", "name"))


def _name(role: MatrixRole, names: Mapping[str, str]) -> str:
    own = role.name or (
        "" if role.kind in {MatrixRoleKind.WORKERS, MatrixRoleKind.MANAGEMENT} else names.get(role.kind, "")
    )
    said = own or str(role.get_kind_display())
    return said[:1].upper() + said[1:]


def _column(role: MatrixRole, found: Found, names: Mapping[str, str]) -> Column:
    people = found.holders[role.pk]
    last = last_answers(found.answers.get(role.pk, ()), since=role.asked_at)
    said = [answer for account, answer in last.items() if account in {p.pk for p in people} or not people]
    yes = [answer for answer in said if answer.is_yes]
    asks = next((answer for answer in said if not answer.is_yes), None)
    newest = max(yes, key=lambda answer: answer.at, default=None)
    return Column(
        key=role.pk,
        kind=role.kind,
        name=_name(role, names),
        people=tuple(str(p) for p in people),
        state=_state(role, people=len(people), yes=len(yes), has_question=asks is not None),
        accepted=len(yes),
        asked=len(people) if role.kind in EACH else min(len(people), 1),
        on=newest.at if newest else None,
        who=str(asks.by) if asks else str(newest.by) if newest else "",
        question=asks.question if asks else "",
    )


def last_answers(answers: Iterable[Acceptance], *, since: Any) -> dict[int, Acceptance]:  # noqa: ANN401 -- a moment or None
    """The last answer of each account since it was asked."""
    return {one.by_id: one for one in answers if since is None or one.at >= since}


def _state(role: MatrixRole, *, people: int, yes: int, has_question: bool) -> str:
    if role.kind == MatrixRoleKind.PARTNERS:
        return "yes" if yes else "recorded"
    if has_question:
        return "question"
    if not people:
        return "nobody"
    enough = people if role.kind in EACH else 1
    return "yes" if yes >= enough else "asked"


def _row(line: Responsibility, found: Found, columns: Sequence[Column]) -> Row:
    letters = found.letters.get(line.pk, {})
    inside = tuple(letters.get(column.key, "") for column in columns)
    named = {column.name: parts for column, parts in zip(columns, inside, strict=True) if parts}
    faults = tuple(fault.what for fault in faults_of(line.pk, line.title, named)) if line.is_on else ()
    return Row(line.pk, line.title, line.group, line.weight, inside, faults)


def _by_name(row: Row, columns: Sequence[Column]) -> dict[str, str]:
    return {column.name: parts for column, parts in zip(columns, row.letters, strict=True) if parts}


def _faults_of_people(found: Found, columns: Sequence[Column], rows: Sequence[Row]) -> Iterable[Fault]:
    """Roles with work and nobody in them, and people who carry too much."""
    load: dict[Account, int] = {}
    for place, (role, column) in enumerate(zip(found.roles, columns, strict=True)):
        work = [(row.letters[place], row.weight) for row in rows if {"A", "R"} & set(row.letters[place])]
        if work and column.state == "nobody" and role.kind != MatrixRoleKind.WORKERS:
            yield Fault("nobody_holds", 0, column.name)
        if role.kind in EACH:
            for person in found.holders[role.pk]:
                load[person] = load.get(person, 0) + points_of(work)
    for name, points in overloaded((str(person), points) for person, points in load.items()):
        yield Fault("overload", 0, name, (str(points), str(OVERLOAD)))


def columns_of(account: Account, found: Found) -> list[MatrixRole]:
    """The columns in which this account takes part; everybody who works here is among the workers."""
    return [
        role
        for role in found.roles
        if role.kind == MatrixRoleKind.WORKERS or account.pk in {p.pk for p in found.holders[role.pk]}
    ]


def roles_to_answer(account: Account, found: Found) -> list[MatrixRole]:
    """The roles whose parts this person still has to accept."""
    open_ones = []
    for role in found.roles:
        people = {p.pk for p in found.holders[role.pk]}
        last = last_answers(found.answers.get(role.pk, ()), since=role.asked_at)
        if role.asked_at is None or account.pk not in people or account.pk in last:
            continue
        if role.kind in EACH or not any(answer.is_yes for answer in last.values()):
            open_ones.append(role)
    return open_ones


def questions_in(found: Found) -> list[Acceptance]:
    """The questions that stand open: the last word of somebody who was asked."""
    return [
        answer
        for role in found.roles
        for answer in last_answers(found.answers.get(role.pk, ()), since=role.asked_at).values()
        if not answer.is_yes
    ]


def review_due(found: Found) -> date | None:
    """When the matrix should be looked at again: a year after the last look, or after it began. None without one."""
    began = [day_of(role.asked_at) for role in found.roles if role.asked_at]
    if not began:
        return None
    last = reviewed_on() or min(began)
    return date(last.year + 1, last.month, min(last.day, 28))


@dataclass(frozen=True)
class Part:
    """A line of somebody's own list. done: how it was ticked off this year, or None."""

    line: Responsibility
    letters: str
    role: str
    done: Duty | None


def parts_in_matrix(account: Account, *, year: int, on: date, found: Found | None = None) -> list[Part]:
    """What this person carries out, decides or is asked about; carrying out and deciding first (row C3)."""
    found = found or read(on=on)
    names, mine = _names_of_bodies(on), columns_of(account, found)
    done = {duty.responsibility_id: duty for duty in Duty.objects.filter(by=account, year=year)}
    parts = [
        Part(line, letters, _name(role, names), done.get(line.pk))
        for line in found.lines
        if line.is_on
        for role in mine
        if (letters := found.letters.get(line.pk, {}).get(role.pk, ""))
    ]
    return sorted(parts, key=lambda part: (not {"A", "R"} & set(part.letters), part.line.position))


def reviewed_on() -> date | None:
    return MatrixReview.objects.values_list("on", flat=True).first()


def agreements(*, on: date) -> Collection[Agreement]:
    """What was agreed and still holds."""
    rows = Agreement.objects.filter(agreed_on__lte=on).exclude(ends_on__lt=on)
    return list(rows.select_related("written_by"))


# Who do I ask?


def who_to_ask(words: str, *, on: date) -> list[tuple[Row, list[Column], list[Column]]]:
    """The lines that fit somebody's own words, best first: each with who decides and who carries out."""
    wanted, same = _stems(words), _stems(str(ONE_THING))
    if not wanted:
        return []
    whole = matrix(on=on)
    keys = dict(Responsibility.objects.values_list("pk", "key"))
    what = dict(Responsibility.objects.values_list("pk", "what"))
    scored = []
    for row in whole.rows:
        deciders, doers = _with("A", row, whole.columns), _with("R", row, whole.columns)
        said = _stems(f"{row.title} {ALSO_SAID.get(keys[row.key], '')} {what[row.key]}")
        # What the task is called goes before who does it: somebody may also know only the role, or the name.
        called = _stems(" ".join(str(word) for one in (*deciders, *doers) for word in _names(one)))
        score = [
            sum(
                any(_fits(word, one) for word in words for one in (same if asked in same else {asked}))
                for asked in wanted
            )
            for words in (said, called)
        ]
        if any(score):
            scored.append((score, (row, deciders, doers)))
    scored.sort(key=lambda pair: pair[0], reverse=True)
    return [found for _score, found in scored[:8]]


def _with(letter: str, row: Row, columns: Sequence[Column]) -> list[Column]:
    return [column for column, parts in zip(columns, row.letters, strict=True) if letter in parts]


def _names(one: Column) -> tuple[Any, ...]:
    """Whatever somebody may call it: the role, who holds it, and what one says in the corridor."""
    return (one.name, *one.people, ALSO_CALLED.get(one.kind, ""))


def _fits(word: str, asked: str) -> bool:
    if len(word) < SHORTEST_STEM or len(asked) < SHORTEST_STEM:
        return word == asked
    return word.startswith(asked) or asked.startswith(word)


def _stems(text: str) -> set[str]:
    """Words without accents and endings, so that "aanvragen" finds "aanvraag".

    Of two letters only a short name says something: in capitals (HR, OR), or when it is all that was asked (a phone makes it "Or").
    """
    short = re.findall(r"\b[A-Z]{2}\b|^\W*[A-Za-z]{2}\W*$", text)
    flat = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    found = {word[: max(4, len(word) - 2)] for word in re.findall(r"[a-z]{3,}", flat)}
    return (found | {re.sub(r"\W", "", word).casefold() for word in short}) - EMPTY_WORDS


SHORTEST_STEM = 3
EMPTY_WORDS = {
    "wie",
    "wat",
    "hoe",
    "waar",
    "doen",
    "doet",
    "een",
    "het",
    "van",
    "voor",
    "met",
    "moet",
    "kan",
    "ik",
    "over",
    "mijn",
    "naar",
    "who",
    "what",
    "how",
    "the",
    "qui",
    "que",
    "quoi",
    "les",
    "pour",
}


def present_kinds(*, on: date) -> set[str]:
    """The kinds of role that this organisation has: held, or not recorded as absent; and for a body, existing."""
    absent = set(profile().absent) - {role.kind for role in roles_held(on=on)}
    existing = set(bodies(on=on).values_list("kind", flat=True))
    always = {MatrixRoleKind.MANAGEMENT, MatrixRoleKind.TRAINING_COORDINATOR, MatrixRoleKind.WORKERS}
    people = {MatrixRoleKind.LINE_MANAGER, MatrixRoleKind.HR_OFFICER, MatrixRoleKind.PARTNERS}
    asked = {MatrixRoleKind.BOARD, MatrixRoleKind.WORKS_COUNCIL, MatrixRoleKind.UNION_DELEGATION}
    kinds = {kind for kind in asked if kind in existing} | {kind for kind in people if kind not in absent} | always
    return {kind.value for kind in kinds}


def group_titles(whole: Matrix) -> dict[str, str]:
    """What stands above the tasks of each group; the board as this organisation calls it (row C4)."""
    titles = {key: str(said) for key, said in GROUPS.items()}
    board = next((column.name for column in whole.columns if column.kind == MatrixRoleKind.BOARD), "")
    return titles | ({"board": str(OF_BODY).format(body=board)} if board else {})


def usual_size(*, on: date) -> str:
    """The preset that is proposed, by the number of workers."""
    heads, _fte = heads_and_fte(on=on)
    return size_of(heads)
