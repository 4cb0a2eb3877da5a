"""A measure for some people: who is asked, who spoke, what is missing (rows B5.1 and C1)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, When

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.policyplan.figures import Concerned, MeasureShown
from draagvlak.policyplan.models import (
    ConcernedPerson,
    IndividualAnswer,
    IndividualConsultation,
    Screening,
    Statement,
)
from draagvlak.policyplan.rules import COUNTED_FROM
from draagvlak.policyplan.states import IndividualState
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import Organisation, current_organisation
from draagvlak.tenancy.queries import members_of


def individuals() -> QuerySet[IndividualConsultation]:
    """What runs first, then what is prepared; the latest first."""
    states = IndividualState
    turn = Case(When(state=states.ASKED, then=0), When(state=states.DRAFT, then=1), default=2)
    rows = IndividualConsultation.objects.select_related("organisation", "started_by", "ended_by", "screening")
    return rows.order_by(turn, "-started_on", "-pk")


def individuals_for(account: Account, *, keeps: bool, represents: bool) -> QuerySet[IndividualConsultation]:
    """What this reader finds on the list: who keeps them all; who represents workers what was asked; others their own."""
    found = individuals()
    if keeps:
        return found
    asked = found.exclude(asked_on=None)
    return asked if represents else asked.filter(pk__in=_own(account).values("consultation"))


def _own(account: Account, *, delegates: bool = False) -> QuerySet[ConcernedPerson]:
    """Where this person was asked himself; delegates: or stands beside somebody, as long as he is in the delegation."""
    rows = ConcernedPerson.objects.exclude(consultation__asked_on=None).order_by()
    return rows.filter(Q(member__account=account) | Q(delegate=account) if delegates else Q(member__account=account))


def counted(found: QuerySet[IndividualConsultation]) -> QuerySet[IndividualConsultation]:
    """The same rows, with how many people are concerned and how many of them spoke."""
    spoke = Count("people", filter=Q(people__statements__isnull=False), distinct=True)
    return found.annotate(concerned=Count("people", distinct=True), spoke=spoke)


def shown_to(
    account: Account, found: Sequence[IndividualConsultation], *, keeps: bool, represents: bool, delegates: bool
) -> list[MeasureShown]:
    """Rows of the list as this reader may see them. One statement."""
    mine: dict[int, list[ConcernedPerson]] = {}
    rows = _own(account, delegates=delegates).filter(consultation__in=[one.pk for one in found])
    for person in rows.select_related("member"):
        mine.setdefault(person.consultation_id, []).append(person)
    shown = []
    for one in found:
        people, spoke = getattr(one, "concerned"), getattr(one, "spoke")  # noqa: B009 -- annotated
        is_told = keeps or (represents and people >= COUNTED_FROM)
        shown.append(MeasureShown(one, people if is_told else None, spoke if is_told else None, mine.get(one.pk, [])))
    return shown


def records() -> QuerySet[ConcernedPerson]:
    wanted = ("consultation__organisation", "consultation__ended_by", "member__account", "delegate", "organisation")
    return ConcernedPerson.objects.select_related(*wanted)


def has_own_record(account: Account) -> bool:
    """Whether this person was ever asked himself."""
    known, key = account.remembered, ("individual",)
    if key not in known:
        known[key] = _own(account).exists()
    return bool(known[key])


def sits_in_delegation(account: Account, organisation: Organisation, *, on: date) -> bool:
    return BodyKind.UNION_DELEGATION in stakeholders.parts_of(account, organisation, on=on).bodies


DELEGATES = ComposedHere(lambda *, body, on: stakeholders.seats_in(body, on=on))


def delegation(*, on: date) -> list[Seat]:
    """Who sits in the union delegation on a day; nobody where there is none. Two statements."""
    body = stakeholders.body_of_kind(BodyKind.UNION_DELEGATION, on=on)
    return DELEGATES(body=body.pk, on=on) if body else []


def statements_of(person: ConcernedPerson) -> list[Statement]:
    return list(Statement.objects.filter(person=person).select_related("by").order_by("pk"))


def answers_to(person: ConcernedPerson) -> list[IndividualAnswer]:
    """What management answered, in its order."""
    rows = IndividualAnswer.objects.filter(person=person, is_given=True)
    return list(rows.select_related("by").order_by("pk"))


def prepared_for(person: ConcernedPerson) -> IndividualAnswer | None:
    """The last answer to this person, when it is one that management did not give yet."""
    last = IndividualAnswer.objects.filter(person=person).select_related("by").order_by("-pk").first()
    return last if last is not None and not last.is_given else None


def last_remarks(person: ConcernedPerson) -> Statement | None:
    return Statement.objects.filter(person=person).exclude(text="").order_by("-pk").first()


def standing_of(consultation: IndividualConsultation, *, on: date) -> list[Concerned]:
    return standings([consultation], on=on).get(consultation.pk, [])


def standings(found: Iterable[IndividualConsultation], *, on: date) -> dict[int, list[Concerned]]:
    """consultation → where everybody concerned stands on a day. Four statements, one more where somebody has an account and
    one where somebody chose a delegate."""
    people = list(_heard().filter(consultation__in=list(found)))
    members = {one.member_id for one in people}
    at_work = set(staff.members_at_work(on=on).filter(pk__in=members).values_list("pk", flat=True)) if people else set()
    return _standings(people, at_work, with_access(people), on=on)


def _heard() -> QuerySet[ConcernedPerson]:
    """Everybody concerned, with what he said and what was answered, each in its order."""
    wanted = ("consultation", "organisation", "member__account", "delegate")
    return ConcernedPerson.objects.select_related(*wanted).prefetch_related("statements", "answers")


def _standings(
    people: Collection[ConcernedPerson], at_work: Collection[int], entering: Mapping[int, Account], *, on: date
) -> dict[int, list[Concerned]]:
    beside = {seat.holder_id for seat in delegation(on=on)} if any(one.delegate_id for one in people) else set()
    standing: dict[int, list[Concerned]] = {}
    for one in people:
        shown = _concerned(one, on=on, at_work=at_work, entering=entering, beside=beside)
        standing.setdefault(one.consultation_id, []).append(shown)
    return standing


def with_access(people: Collection[ConcernedPerson]) -> dict[int, Account]:
    """person → account, of who can open the page today. One statement where somebody has an account, else none."""
    keys = {one.member.account_id for one in people if one.member.account_id is not None}
    if not keys:
        return {}
    here = members_of(next(iter(people)).organisation).filter(pk__in=keys)
    return _entering(people, set(here.values_list("pk", flat=True)))


def _entering(people: Collection[ConcernedPerson], here: Collection[int]) -> dict[int, Account]:
    """here: keys of accounts with access."""
    accounts = {one.pk: one.member.account for one in people if one.member.account is not None}
    return {pk: account for pk, account in accounts.items() if account.is_active and account.pk in here}


def _concerned(
    person: ConcernedPerson,
    *,
    on: date,
    at_work: Collection[int],
    entering: Mapping[int, Account],
    beside: Collection[int | None],
) -> Concerned:
    said, answers, account = list(person.statements.all()), list(person.answers.all()), entering.get(person.pk)
    # Whose account was closed while he was asked did not have his whole term: his silence says nothing until he has the sheet.
    # What has ended stays as it was, with who stood beside whom.
    runs = person.consultation.state == IndividualState.ASKED
    by_mail = person.mailed_on is not None and (account is not None or not runs)
    last = max((one.pk for one in said if one.has_remarks), default=0)
    given = max((one.upon_id for one in answers if one.is_given), default=0)
    prepared = max((one.upon_id for one in answers if not one.is_given), default=0)
    return Concerned(
        key=person.pk,
        name=str(person.member),
        member=person.member_id,
        account=account.pk if account is not None else None,
        delegate=person.delegate_id,
        delegate_name=str(person.delegate or "") if person.delegate_id in beside or not runs else "",
        last_on=person.last_on,
        was_asked=by_mail or person.paper_on is not None,
        paper_on=person.paper_on,
        spoke=bool(said),
        has_remarks=bool(last),
        is_answered=bool(last) and given >= last,
        is_prepared=bool(last) and given < last <= prepared,
        has_left=person.member_id not in at_work,
        is_over=person.last_on is not None and person.last_on < on,
    )


# What the desk asks whenever a measure runs.
ASKED = ComposedHere(lambda: individuals().filter(state=IndividualState.ASKED))
HEARD = ComposedHere(lambda: _heard().filter(consultation__state=IndividualState.ASKED))
AT_WORK = ComposedHere(lambda *, on: _those_asked(staff.members_at_work(on=on), "member"))
ENTERING = ComposedHere(lambda: _those_asked(_everybody_here(), "member__account"))


def _everybody_here() -> QuerySet[Account]:
    organisation = current_organisation()
    return members_of(organisation) if organisation else Account.objects.none()


def _those_asked(rows: QuerySet[Any], key: str) -> QuerySet[Any]:
    asked = ConcernedPerson.objects.filter(consultation__state=IndividualState.ASKED).order_by()
    return rows.filter(pk__in=asked.values(key)).order_by().values_list("pk")


def running_individuals(*, on: date) -> list[tuple[IndividualConsultation, list[Concerned]]]:
    """What people are asked about now, each with where everybody stands. One statement where nothing runs, else five to seven."""
    found = ASKED()
    if not found:
        return []
    people, at_work, here = HEARD(), {pk for (pk,) in AT_WORK(on=on)}, {pk for (pk,) in ENTERING()}
    standing = _standings(people, at_work, _entering(people, here), on=on)
    return [(one, standing.get(one.pk, [])) for one in found]


def individuals_from(screening: Screening) -> QuerySet[IndividualConsultation]:
    return individuals().filter(screening=screening)


def accounts(keys: Collection[int]) -> QuerySet[Account]:
    return Account.objects.filter(pk__in=list(keys)).order_by("name")
