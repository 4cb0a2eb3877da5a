from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, QuerySet, When

from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.law import parameter
from draagvlak.meetings import queries as meetings
from draagvlak.meetings.models import AgendaItem
from draagvlak.policyplan.models import FrameworkItem, RegulationVersion, Screening, Version
from draagvlak.policyplan.queries.plan import current_plan, framework, versions_of
from draagvlak.policyplan.queries.regulation import regulation_versions
from draagvlak.policyplan.states import ScreeningAbout, ScreeningState, VersionState
from draagvlak.policyplan.wording import screening as wording
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.states import BodyKind

AT_WORK = (VersionState.DRAFT, VersionState.SUBMITTED)
# The law's term for papers that a works council gets before a meeting; for a screening it is a good habit, to be checked.
TERM = "efi_docs_days_before"


def days_to_read(*, on: date) -> int:
    """So many days the body can read a note before the meeting that speaks on it."""
    return parameter(TERM, on=on).whole


def screenings() -> QuerySet[Screening]:
    """What waits first, the latest first."""
    turn = Case(When(state=ScreeningState.ASKED, then=0), When(state=ScreeningState.LYING, then=1), default=2)
    rows = Screening.objects.select_related("organisation", "body__organisation", "asked_by", "told_by", "dossier")
    return rows.order_by(turn, "-outcome_on", "-asked_on", "-pk")


RUNNING = ComposedHere(lambda: screenings().filter(state__in=[ScreeningState.ASKED, ScreeningState.LYING]))


def running_screenings() -> list[Screening]:
    """Those of which the outcome is not known yet."""
    return RUNNING()


def screenings_of(body: Body) -> QuerySet[Screening]:
    return screenings().filter(body=body)


def screened_by_all(*, on: date) -> bool:
    """Whether the workers themselves speak here, so that everybody reads the notes."""
    body = stakeholders.body_that_speaks(on=on)
    return body is not None and body.kind == BodyKind.WORKERS


def points_of_screenings(found: Iterable[Screening]) -> dict[int, AgendaItem]:
    """screening → its point on an agenda, for those that have one. One statement."""
    keys = {one.pk: one.matter_id for one in found if one.matter_id}
    places = meetings.places_of(list(keys.values())) if keys else {}
    return {pk: places[matter] for pk, matter in keys.items() if matter in places}


def what_can_be_screened() -> list[tuple[str, str]]:
    """What is being prepared, as a choice: its key and its name. Another project or measure is none of these."""
    plan = current_plan()
    found = [one for one in versions_of(plan) if one.state in AT_WORK] if plan else []
    rows = [(f"plan-{one.pk}", _named(str(one.plan), one.number)) for one in found]
    articles = regulation_versions().filter(state__in=AT_WORK).select_related("regulation")
    rows += [(f"regulation-{one.pk}", _named(one.regulation.title, one.number)) for one in articles]
    rows += [(f"framework-{one.pk}", str(wording.SCREEN_ITEM).format(title=one.title)) for one in framework()]
    return rows


def _named(title: str, number: int) -> str:
    return str(wording.SCREEN_VERSION).format(title=title, number=number)


def subject_behind(key: str) -> dict[str, Any] | None:
    """The fields of a screening for a choice: about, the row it is about, and the title. None when it is gone meanwhile."""
    kind, _dash, number = key.partition("-")
    if kind == ScreeningAbout.PROJECT:
        return {"about": ScreeningAbout.PROJECT, "title": ""}
    if not number.isdigit():
        return None
    tables: dict[str, tuple[str, Any]] = {
        "plan": ("plan_version", Version.objects.select_related("plan")),
        "regulation": ("regulation_version", RegulationVersion.objects.select_related("regulation")),
        "framework": ("item", FrameworkItem.objects),
    }
    field, rows = tables.get(kind, ("", None))
    row = rows.filter(pk=number).first() if rows is not None else None
    if row is None:
        return None
    title = (
        row.title if kind == "framework" else _named(str(row.plan if kind == "plan" else row.regulation), row.number)
    )
    return {"about": ScreeningAbout(kind), field: row, "title": title[:200]}


def running_screening_of(subject: dict[str, Any]) -> Screening | None:
    """The screening about the same row that has no outcome yet."""
    row = {name: value for name, value in subject.items() if name not in {"about", "title"}}
    if not row:
        return None
    return Screening.objects.filter(**row, state__in=[ScreeningState.ASKED, ScreeningState.LYING]).first()


def note_in_words(screening: Screening) -> str:
    """The note as plain text, as a dossier freezes it."""
    parts = [
        (wording.SCREEN_TEXT_WHAT, screening.what),
        (wording.SCREEN_TEXT_WHOM, screening.for_whom),
        (wording.SCREEN_TEXT_WHEN, screening.from_when),
        (wording.SCREEN_TEXT_EFFECT, screening.effect),
        (wording.SCREEN_TEXT_MEANS, screening.means),
    ]
    said = [f"{head}\n{text}" for head, text in parts if text]
    asks = str(wording.SCREEN_TEXT_ASKS).format(body=screening.body.name)
    if screening.outcome_text:
        said.append(f"{asks}\n{screening.outcome_text}")
    return "\n\n".join([screening.title, *said])


def dossier_of_text(screening: Screening) -> Any:  # noqa: ANN401 -- a dossier or None
    """The dossier in which the text itself already lies before the bodies."""
    version = screening.plan_version or screening.regulation_version
    dossier = version.dossier if version else None
    return dossier if dossier is not None and dossier.state == "open" else None
