"""Signed agreements: the register, what is filed, what is followed up, and what asks for a look (row B5.4)."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.policyplan.figures import AgreementShown
from draagvlak.policyplan.models import (
    Agreement,
    AgreementClause,
    AgreementEnd,
    AgreementFile,
    Article,
    ClauseCheck,
    Filing,
    FrameworkItem,
    Negotiation,
    Signer,
    Watch,
)
from draagvlak.policyplan.queries.regulation import regulation_in_force, rule_in_words
from draagvlak.policyplan.states import TableSide
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import members_of

# From so many days before it, a yearly check is a task.
CHECK_AHEAD = timedelta(days=30)


def agreements() -> QuerySet[Agreement]:
    """Every signed agreement, the last one first, with what the register shows: six statements for any number."""
    checks = Prefetch("checks", ClauseCheck.objects.select_related("by").order_by("-on", "-pk"))
    clauses = AgreementClause.objects.prefetch_related(checks).order_by("number")
    return (
        Agreement.objects.select_related("organisation", "negotiation__body", "of_version__document")
        .prefetch_related(
            Prefetch("clauses", clauses),
            Prefetch("filings", Filing.objects.select_related("by").order_by("pk")),
            Prefetch("watches", Watch.objects.select_related("follower", "item").order_by("pk")),
        )
        .order_by("-signed_on", "-pk")
    )


def agreements_signed_by(body: Body, *, on: date) -> QuerySet[Agreement]:
    """The agreements that the side of a body signed and that are not over: management for the employer, else the delegation
    that negotiated. What holds only from a later day counts as well."""
    is_employer = body.kind == BodyKind.MANAGEMENT
    side = TableSide.EMPLOYER if is_employer else TableSide.WORKERS
    signed = agreements() if is_employer else agreements().filter(negotiation__body=body)
    still = signed.exclude(ends_on__lt=on).exclude(end__last_day__lt=on)
    return still.filter(pk__in=Signer.objects.filter(side=side).values("agreement"))


def agreement_of(negotiation: Negotiation) -> Agreement | None:
    """What a negotiation led to, once it was signed."""
    return Agreement.objects.filter(negotiation=negotiation).first()


def last_day(agreement: Agreement, end: AgreementEnd | None) -> date | None:
    """The last day on which it holds; None as long as it has none."""
    days = [day for day in (agreement.ends_on, end.last_day if end else None) if day]
    return min(days, default=None)


ENDS = ComposedHere(lambda *, agreements: AgreementEnd.objects.filter(agreement__in=agreements).select_related("by"))


def ends_of(found: Iterable[Agreement]) -> dict[int, AgreementEnd]:
    return {row.agreement_id: row for row in ENDS(agreements=tuple(one.pk for one in found))}


def is_in_force(agreement: Agreement, end: AgreementEnd | None, *, on: date) -> bool:
    last = last_day(agreement, end)
    return agreement.starts_on <= on and (last is None or on <= last)


def shown_agreements(found: Iterable[Agreement], *, on: date) -> list[AgreementShown]:
    rows = list(found)
    ends = ends_of(rows)
    return [_shown(one, ends.get(one.pk), on=on) for one in rows]


def _shown(one: Agreement, end: AgreementEnd | None, *, on: date) -> AgreementShown:
    clauses, watched = list(one.clauses.all()), {row.clause_id for row in one.watches.all()}
    lasts = [checks[0] for checks in (list(clause.checks.all()) for clause in clauses) if checks]
    return AgreementShown(
        agreement=one,
        is_in_force=is_in_force(one, end, on=on),
        filing=filing_of(one),
        clauses=len(clauses),
        watched=sum(clause.pk in watched for clause in clauses),
        not_kept=sum(not check.is_kept for check in lasts),
        last=max((check.on for check in lasts), default=None),
    )


def filing_of(agreement: Agreement) -> Filing | None:
    """The row that counts: the last one."""
    return next(iter(reversed(agreement.filings.all())), None)


def watch_over(agreement: Agreement) -> Watch | None:
    """Who follows the agreement as a whole."""
    return next((row for row in agreement.watches.all() if row.clause_id is None), None)


def signers_of(agreement: Agreement) -> QuerySet[Signer]:
    return Signer.objects.filter(agreement=agreement)


def files_of_agreement(agreement: Agreement) -> QuerySet[AgreementFile]:
    return AgreementFile.objects.filter(agreement=agreement).select_related("file__kept_by")


def clause_rows(agreement: Agreement, *, on: date) -> list[dict[str, Any]]:
    """Every clause with who follows it, what it is about, and when it was looked at."""
    watches = {row.clause_id: row for row in agreement.watches.all()}
    values = rules_in_force(on=on) if any(row.rule for row in watches.values()) else {}
    return [_clause_row(clause, watches.get(clause.pk), values, on=on) for clause in agreement.clauses.all()]


def _clause_row(
    clause: AgreementClause, watch: Watch | None, values: dict[str, Decimal | None], *, on: date
) -> dict[str, Any]:
    checks = list(clause.checks.all())
    says = rule_in_words(watch.rule, values.get(watch.rule)) if watch else ""
    return {
        "clause": clause,
        "watch": watch,
        "checks": checks,
        "last": checks[0] if checks else None,
        "is_late": bool(watch and watch.check_on and watch.check_on < on),
        "rule": says or (watch.get_rule_display() if watch else ""),
        "is_in_regulation": bool(says),
    }


def rules_in_force(*, on: date) -> dict[str, Decimal | None]:
    """What the regulation in force fixes: rule → value."""
    version = regulation_in_force(on=on)
    rows = Article.objects.filter(version=version).exclude(rule="") if version else Article.objects.none()
    return dict(rows.values_list("rule", "value"))


def clauses_on(item: FrameworkItem) -> list[Watch]:
    """The clauses of signed agreements that are about an item of the framework."""
    rows = Watch.objects.filter(item=item, clause__isnull=False).select_related("clause", "agreement")
    return list(rows.order_by("agreement", "clause__number"))


def is_followed_by(account: Account, clause: AgreementClause) -> bool:
    return Watch.objects.filter(clause=clause, follower=account).exists()


WATCHES = ComposedHere(lambda: Watch.objects.select_related("agreement", "clause", "follower").order_by("pk"))


FILED = ComposedHere(
    lambda *, agreements: (
        Filing.objects.filter(agreement__in=agreements).exclude(registration="").order_by().values_list("agreement")
    )
)


def watches_that_ask(organisation: Organisation, *, on: date) -> list[tuple[Watch, bool]]:
    """What asks for somebody's look, and whether its follower is still here: a check that nears, a deposit not complete."""
    wanted = [row for row in WATCHES() if row.clause_id is None or (row.check_on and row.check_on - CHECK_AHEAD <= on)]
    if not wanted:
        return []
    found = {row.agreement_id: row.agreement for row in wanted}
    ends = ends_of(found.values())
    done = {agreement for (agreement,) in FILED(agreements=tuple(found))}
    here = set(members_of(organisation).filter(pk__in=[row.follower_id for row in wanted]).values_list("pk", flat=True))
    return [
        (row, row.follower_id in here)
        for row in wanted
        if (row.agreement_id not in done if row.clause_id is None else _still_holds(row, ends, on=on))
    ]


def _still_holds(row: Watch, ends: dict[int, AgreementEnd], *, on: date) -> bool:
    last = last_day(row.agreement, ends.get(row.agreement_id))
    return last is None or on <= last
