"""Acts on the responsibility matrix: begin with a preset, change a line, take one's part, look at it every year."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from draagvlak.accounts.models import Account
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.refusals import Changed, Outdated
from draagvlak.stakeholders import queries, wording
from draagvlak.stakeholders.figures import CATALOGUE
from draagvlak.stakeholders.models import (
    Acceptance,
    Agreement,
    Duty,
    MatrixReview,
    MatrixRole,
    Responsibility,
    RoleAssignment,
)
from draagvlak.stakeholders.rules import (
    AlreadyHeld,
    NotFree,
    refuse_reversed_period,
    refuse_two_deciders,
    usual_parts,
)
from draagvlak.stakeholders.states import MatrixRoleKind, Size


@transaction.atomic
def start_matrix(*, size: Size, by: Account, at: datetime) -> int:
    """Take the whole catalogue in, with the lines of the preset switched on (rows B0.3 and B0.6). Returns how many are on."""
    if queries.matrix_exists():
        raise AlreadyHeld(str(wording.MATRIX_EXISTS))
    today = clock.day_of(at)
    kinds = queries.present_kinds(on=today)
    columns = {
        kind.value: MatrixRole.objects.create(kind=kind, position=place, asked_at=at)
        for place, kind in enumerate(MatrixRoleKind)
        if kind.value in kinds
    }
    parts = {key: dict(letters) for key, letters in usual_parts(size=size, present=kinds).items()}
    everything = usual_parts(size=Size.LARGE, present=kinds)
    lines = Responsibility.objects.bulk_create(
        [
            Responsibility(
                key=entry.key,
                group=entry.group,
                weight=entry.weight,
                position=place * 10,
                is_on=entry.key in parts,
            )
            for place, entry in enumerate(CATALOGUE)
        ]
    )
    RoleAssignment.objects.bulk_create(
        RoleAssignment(responsibility=line, role=columns[kind], letter=letter)
        for line in lines
        for kind, letters in everything[line.key].items()
        for letter in letters
    )
    record("stakeholders.start_matrix", by=by, at=at, details={"size": size.value, "lines": len(parts)})
    return len(parts)


@transaction.atomic
def widen_matrix(*, by: Account | None, at: datetime) -> list[MatrixRole]:
    """A column for each role or body that came since the matrix was begun, with the usual parts of the catalogue; who decides
    stays who decides. A column that was taken away does not come back by itself. Returns the new columns.
    """
    if not queries.matrix_exists():
        return []
    kinds = queries.present_kinds(on=clock.day_of(at))
    missing = kinds - set(MatrixRole.objects.values_list("kind", flat=True))
    usual = usual_parts(size=Size.LARGE, present=kinds)
    lines = {line.key: line for line in Responsibility.objects.exclude(key="")} if missing else {}
    decided = (
        set(RoleAssignment.objects.filter(letter="A").values_list("responsibility", flat=True)) if missing else set()
    )
    made = []
    for place, kind in enumerate(MatrixRoleKind):
        if kind.value not in missing:
            continue
        column = MatrixRole.objects.create(kind=kind, position=place, asked_at=at)
        RoleAssignment.objects.bulk_create(
            RoleAssignment(responsibility=line, role=column, letter=letter)
            for key, line in lines.items()
            for letter in usual[key].get(kind.value, "")
            if letter != "A" or line.pk not in decided
        )
        record("stakeholders.add_matrix_role", by=by, at=at, on=column)
        made.append(column)
    return made


@transaction.atomic
def set_line(
    *,
    line: Responsibility,
    facts: Mapping[str, Any],
    letters: Mapping[int, str],
    version: int,
    by: Account,
    at: datetime,
) -> Responsibility:
    """Change a line. facts: title, what, weight, is_on. letters: key of the role → its letters; version: the one that was seen.

    Whoever gets something to decide or to carry out is asked to accept again. Raises Changed and TwoDecide.
    """
    line = Responsibility.objects.select_for_update().get(pk=line.pk)
    held, was_on = _letters_of(line), line.is_on
    if line.version != version:
        theirs = {str(wording.FIELD_NAMES[name]): getattr(line, name) for name in ("title", "what")}
        raise Changed(
            str(wording.LINE_CHANGED),
            theirs={**theirs, str(wording.FIELD_NAMES["parts"]): _parts_in_words(held)},
            version=line.version,
        )
    wanted = {role: "".join(dict.fromkeys(parts)) for role, parts in letters.items() if parts}
    if facts["is_on"]:
        refuse_two_deciders({str(key): parts for key, parts in wanted.items()}, sentence=str(wording.TWO_DECIDE))
    line.word(facts["title"])
    for name in ("what", "weight", "is_on"):
        setattr(line, name, facts[name])
    line.version += 1
    line.save()
    # What a line that was off already held was nobody's work yet.
    _write_letters(line, held if was_on else {}, wanted, is_new_work=bool(facts["is_on"]), at=at)
    record(
        "stakeholders.set_line", by=by, at=at, on=line, details={"parts": sorted(_parts_in_words(wanted).split(", "))}
    )
    return line


def _letters_of(line: Responsibility) -> dict[int, str]:
    found: dict[int, str] = {}
    for one in RoleAssignment.objects.filter(responsibility=line):
        found[one.role_id] = found.get(one.role_id, "") + one.letter
    return found


def _parts_in_words(letters: Mapping[int, str]) -> str:
    names = {role.pk: str(role) for role in MatrixRole.objects.filter(pk__in=letters)}
    return ", ".join(f"{names[key]}: {parts}" for key, parts in letters.items() if key in names)


def _write_letters(
    line: Responsibility, held: Mapping[int, str], wanted: Mapping[int, str], *, is_new_work: bool, at: datetime
) -> None:
    RoleAssignment.objects.filter(responsibility=line).delete()
    RoleAssignment.objects.bulk_create(
        RoleAssignment(responsibility=line, role_id=role, letter=letter)
        for role, letters in wanted.items()
        for letter in letters
    )
    more_work = [key for key, parts in wanted.items() if ({"A", "R"} & set(parts)) - set(held.get(key, ""))]
    if is_new_work:
        MatrixRole.objects.filter(pk__in=more_work).update(asked_at=at)


@transaction.atomic
def add_line(*, facts: Mapping[str, Any], letters: Mapping[int, str], by: Account, at: datetime) -> Responsibility:
    """An own line (rows B1.15, B5.11 and B7.7). facts: title, what, weight."""
    refuse_two_deciders({str(key): parts for key, parts in letters.items()}, sentence=str(wording.TWO_DECIDE))
    last = Responsibility.objects.aggregate(last=Max("position"))["last"] or 0
    line = Responsibility(group="own", position=last + 10, what=facts["what"], weight=facts["weight"])
    line.word(facts["title"])
    line.save()
    _write_letters(line, {}, {key: parts for key, parts in letters.items() if parts}, is_new_work=True, at=at)
    record("stakeholders.add_line", by=by, at=at, on=line)
    return line


@transaction.atomic
def add_matrix_role(*, name: str, holder: Account, by: Account, at: datetime) -> MatrixRole:
    """A role of our own, held by one person (row C6)."""
    last = MatrixRole.objects.aggregate(last=Max("position"))["last"] or 0
    role = MatrixRole.objects.create(
        kind=MatrixRoleKind.OWN, name=name.strip(), holder=holder, position=last + 1, asked_at=at
    )
    record("stakeholders.add_matrix_role", by=by, at=at, on=role)
    return role


@transaction.atomic
def end_matrix_role(*, role: MatrixRole, by: Account, at: datetime) -> MatrixRole:
    """Take a column away; refused while it still has parts in lines that are on."""
    taken = RoleAssignment.objects.filter(role=role, responsibility__is_on=True).count()
    if taken:
        raise NotFree(str(wording.ROLE_NOT_FREE).format(count=taken))
    role.ends_on = clock.day_of(at)
    role.save()
    record("stakeholders.end_matrix_role", by=by, at=at, on=role)
    return role


@transaction.atomic
def answer_role(*, role: MatrixRole, is_yes: bool, question: str, read: str, by: Account, at: datetime) -> Acceptance:
    """Say yes to the parts of a role, or ask something first (row B0.5). read: `asking` of the role as it was shown; a yes to
    fewer parts than there are now is no yes."""
    if not is_yes and not question.strip():
        raise NotFree(str(wording.QUESTION_EMPTY))
    if is_yes and read != role.asking:
        raise Outdated(str(wording.PARTS_ADDED))
    answer = Acceptance.objects.create(role=role, by=by, is_yes=is_yes, question=question.strip(), at=at)
    record("stakeholders.answer_role", by=by, at=at, on=role, details={"is_yes": is_yes})
    return answer


@transaction.atomic
def tick_duty(*, line: Responsibility, year: int, note: str, by: Account, at: datetime) -> Duty:
    """Tick a line of one's own list off for a year, or change the note."""
    duty, _is_new = Duty.objects.update_or_create(
        responsibility=line, by=by, year=year, defaults={"note": note.strip(), "at": at}
    )
    record("stakeholders.tick_duty", by=by, at=at, on=line, details={"year": year})
    return duty


@transaction.atomic
def review_matrix(*, note: str, by: Account, at: datetime) -> MatrixReview:
    """The yearly look: it still holds, or it was mended."""
    review = MatrixReview.objects.create(on=clock.day_of(at), note=note.strip(), by=by)
    record("stakeholders.review_matrix", by=by, at=at, on=review)
    return review


@transaction.atomic
def add_agreement(*, facts: Mapping[str, Any], by: Account, at: datetime) -> Agreement:
    """facts: text, between, agreed_on."""
    agreement = Agreement.objects.create(**facts, written_by=by)
    record("stakeholders.add_agreement", by=by, at=at, on=agreement)
    return agreement


@transaction.atomic
def end_agreement(*, agreement: Agreement, ends_on: date, by: Account, at: datetime) -> Agreement:
    refuse_reversed_period(starts_on=agreement.agreed_on, ends_on=ends_on, sentence=str(wording.PERIOD_REVERSED))
    agreement.ends_on = ends_on
    agreement.save()
    record("stakeholders.end_agreement", by=by, at=at, on=agreement)
    return agreement
