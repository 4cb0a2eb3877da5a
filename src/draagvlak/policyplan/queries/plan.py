import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Prefetch, QuerySet

from draagvlak.lib import clock
from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.law import so_many_days_before
from draagvlak.lib.text import clean_html, plain
from draagvlak.lib.verify import text_seal
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.models import Project
from draagvlak.policyplan import wording
from draagvlak.policyplan.figures import Gap
from draagvlak.policyplan.models import (
    Answer,
    Contribution,
    Deadline,
    FrameworkItem,
    Goal,
    GoalItem,
    GoalReview,
    ItemFile,
    OrganisationGoal,
    Plan,
    Review,
    Section,
    Version,
    Vision,
    VisionVersion,
)
from draagvlak.policyplan.models.versions import DecidedVersion
from draagvlak.policyplan.queries.live import live_figures, names_a_figure, with_figures
from draagvlak.policyplan.queries.starting import is_still_starting
from draagvlak.policyplan.rules import gaps_before_submission, next_year
from draagvlak.policyplan.states import CoreQuestion, ItemKind, LearningForm, Position, VersionState

AnyVersion = TypeVar("AnyVersion", bound=DecidedVersion)
AT_WORK = (VersionState.DRAFT, VersionState.SUBMITTED)


PLAN = ComposedHere(lambda: Plan.objects.select_related("project")[:1])
VISION = ComposedHere(
    lambda *, project: Vision.objects.filter(project=project).select_related("adopted_by").order_by("pk")[:1]
)
ANSWERS = ComposedHere(lambda *, vision: Answer.objects.filter(vision=vision).select_related("edited_by"))


def current_plan() -> Plan | None:
    return next(iter(PLAN()), None)


def plan_of(project: Project) -> Plan | None:
    """The plan that came out of a project, or none."""
    return Plan.objects.select_related("project").filter(project=project).first()


def version_at_work(plan: Plan) -> Version | None:
    """The version that is written, or lies before the bodies."""
    return Version.objects.filter(plan=plan, state__in=AT_WORK).select_related("dossier", "document").first()


def version_in_force(plan: Plan) -> Version | None:
    return Version.objects.filter(plan=plan, state=VersionState.ADOPTED).select_related("dossier", "document").first()


def version_to_show(plan: Plan) -> Version | None:
    """What people see first: the version at work, else the one in force, else the last."""
    return first_to_show(list(versions_of(plan)))


def first_to_show(versions: Sequence[AnyVersion]) -> AnyVersion | None:
    """The same, of versions in their order that were asked before."""
    by_state = {version.state: version for version in versions}
    wanted = (*AT_WORK, VersionState.ADOPTED)
    return next((by_state[state] for state in wanted if state in by_state), versions[-1] if versions else None)


def versions_of(plan: Plan) -> QuerySet[Version]:
    rows = Version.objects.filter(plan=plan).select_related("plan__project", "dossier", "document", "made_by")
    return rows.order_by("number")


VERSIONS = ComposedHere(versions_of)


def every_version(plan: Plan) -> list[Version]:
    """The same in full, for what is asked again and again."""
    return VERSIONS(plan=plan.pk)


def versions_on(plan: Plan, *, on: date) -> list[Version]:
    """The versions that were made by a day, each with the state it had at its end; only to look at, never to save."""
    found = [version for version in versions_of(plan) if clock.day_of(version.made_at) <= on]
    last = max((version.number for version in found if _is_past(version.adopted_at, on=on)), default=0)
    for version in found:
        version.state = _state_on(version, on=on, is_last=version.number == last)
    return found


def _state_on(version: Version, *, on: date, is_last: bool) -> VersionState:
    if _is_past(version.adopted_at, on=on):
        return VersionState.ADOPTED if is_last else VersionState.SUPERSEDED
    if version.dossier is None or not _is_past(version.dossier.opened_at, on=on):
        return VersionState.DRAFT
    return VersionState.SET_ASIDE if _is_past(version.dossier.settled_at, on=on) else VersionState.SUBMITTED


def _is_past(moment: datetime | None, *, on: date) -> bool:
    return moment is not None and clock.day_of(moment) <= on


def sections_of(version: Version) -> QuerySet[Section]:
    return Section.objects.filter(version=version).select_related("edited_by")


def goals_of(version: Version) -> QuerySet[Goal]:
    return Goal.objects.filter(version=version).select_related("organisation_goal", "mission").prefetch_related("items")


def organisation_goals() -> QuerySet[OrganisationGoal]:
    return OrganisationGoal.objects.all()


def framework() -> QuerySet[FrameworkItem]:
    return FrameworkItem.objects.select_related("owner")


def deadlines_of(item: FrameworkItem) -> QuerySet[Deadline]:
    return Deadline.objects.filter(item=item).select_related("done_by")


def deadlines_ahead() -> QuerySet[Deadline]:
    """Every day of the framework by which something is still to be done, the first one first."""
    return Deadline.objects.filter(done_at=None).select_related("item", "item__owner")


AHEAD = ComposedHere(deadlines_ahead)


def deadlines_that_ask(*, today: date) -> list[Deadline]:
    """Those that are a task now: their day is near or has passed."""
    return [one for one in AHEAD() if so_many_days_before(one.on, one.warn_days) <= today]


def files_of(item: FrameworkItem) -> QuerySet[ItemFile]:
    return ItemFile.objects.filter(item=item, taken_away_at=None).select_related("file", "file__kept_by")


def reviews_of(plan: Plan) -> QuerySet[Review]:
    """The evaluations of a plan, over all its versions, newest first."""
    goals = Prefetch("goals", GoalReview.objects.select_related("goal"))
    rows = Review.objects.filter(version__plan=plan).select_related("version", "made_by")
    return rows.prefetch_related(goals)


def last_review_of(goal: Goal) -> GoalReview | None:
    """How far a goal was the last time that the plan was evaluated, in whatever version."""
    reviews = GoalReview.objects.filter(goal__version__plan=goal.version.plan_id, goal__number=goal.number)
    return reviews.select_related("review").order_by("-review__on", "-review").first()


LAST_REVIEW = ComposedHere(lambda *, plan: Review.objects.filter(version__plan=plan).values_list("on")[:1])


def review_due(versions: Sequence[Version]) -> date | None:
    """The day on which the plan in force should be evaluated again: a year after the last time, or after its adoption.

    versions: all of the plan. None when none of them is in force.
    """
    version = next((one for one in versions if one.state == VersionState.ADOPTED), None)
    if version is None or version.adopted_at is None:
        return None
    ((last,),) = LAST_REVIEW(plan=version.plan_id) or [(date.min,)]
    return next_year(max(last, clock.day_of(version.adopted_at)))


def missions() -> QuerySet[FrameworkItem]:
    return framework().filter(kind=ItemKind.MISSION)


def coverage(version: Version | None) -> dict[int, list[Goal]]:
    """Framework item → the goals of this version that answer it, or that rest on it as a sentence of the mission. Two
    statements."""
    if version is None:
        return {}
    answered = GoalItem.objects.filter(goal__version=version).select_related("goal")
    links = {(link.goal.number, link.item_id): link.goal for link in answered}
    resting = Goal.objects.filter(version=version, mission__isnull=False)
    links |= {(goal.number, goal.mission_id): goal for goal in resting if goal.mission_id}
    found: dict[int, list[Goal]] = {}
    for (_number, item), goal in sorted(links.items(), key=lambda pair: pair[0]):
        found.setdefault(item, []).append(goal)
    return found


def vision_of(project: Project | None) -> Vision | None:
    return next(iter(VISION(project=project.pk)), None) if project else None


def answers_of(vision: Vision | None) -> dict[str, Answer]:
    """Core question → merged answer, for the questions that have one."""
    rows = ANSWERS(vision=vision.pk) if vision else []
    return {answer.question: answer for answer in rows}


def text_of_answers(answers: Mapping[str, Answer]) -> str:
    """The merged answers with what was chosen besides the words, in the one way in which they are sealed."""
    said = {one: {"text": answer.text, "facts": answer.facts} for one, answer in answers.items()}
    return json.dumps(said, sort_keys=True, ensure_ascii=False)


def seal_of_answers(answers: Mapping[str, Answer]) -> str:
    """The seal of the merged answers as they stand."""
    return text_seal(text_of_answers(answers))


def versions_of_vision(vision: Vision | None) -> QuerySet[VisionVersion]:
    """What was adopted, each time that it was."""
    return VisionVersion.objects.filter(vision=vision).select_related("document", "adopted_by")


def answers_adopted(version: VisionVersion) -> list[Answer]:
    """The answers as they were adopted, in the order of the questions; not saved."""
    said = json.loads(version.document.text)
    return [Answer(question=one, **said[one]) for one in CoreQuestion if one in said]


def earlier_positions(project: Project) -> list[Answer]:
    """What earlier visions that were adopted said of the place of VTO, oldest cycle first (row A8.2)."""
    said = Answer.objects.filter(question=CoreQuestion.POSITION, vision__adopted_at__isnull=False)
    earlier = said.filter(vision__project__lt=project.pk).select_related("vision__project")
    return list(earlier.order_by("vision__project__first_year", "vision__project"))


def contributions_to(vision: Vision | None, question: str | None = None) -> QuerySet[Contribution]:
    rows = Contribution.objects.filter(vision=vision, is_withdrawn=False).select_related("by")
    return rows.filter(question=question) if question else rows


def gaps(version: Version) -> list[Gap]:
    """What is missing before this version may be submitted."""
    project = version.plan.project
    vision = vision_of(project)
    settled = answers_of(vision)
    answers = {
        str(question.label): plain(settled[question].text)
        if question in settled and settled[question].is_settled
        else ""
        for question in CoreQuestion
    }
    return gaps_before_submission(
        has_group=planproject.group_of(project) is not None or bool(project.no_group_reason),
        answers=answers,
        is_vision_adopted=bool(vision and vision.adopted_at),
        sections={
            str(section): "" if is_still_starting(section.key, section.body) else plain(section.body)
            for section in sections_of(version)
        },
        goals=goals_of(version).count(),
    )


def snapshot(version: Version, *, on: date | None = None, is_fixed: bool = False) -> dict[str, Any]:
    """The whole plan as plain values: what is read, printed, compared, sealed. A frozen version answers from its document.

    on: the day of the figures in the text; without one they stay as they were typed. is_fixed: they stand with that day.
    """
    if version.document is not None:
        return dict(json.loads(version.document.text))
    project = version.plan.project
    return {
        "title": version.plan.title,
        "organisation": version.organisation.name,
        "period": [project.first_year, project.last_year],
        "version": version.number,
        "sections": _with_figures(
            [_section_values(s) for s in sections_of(version)], project, on=on, is_fixed=is_fixed
        ),
        "vision": _vision_values(vision_of(project)),
        "framework": [_item_values(item) for item in framework()],
        "goals": [_goal_values(goal) for goal in goals_of(version)],
        "making_of": _making_of(project, on=on),
    }


def fixed(version: Version, *, at: datetime) -> dict[str, Any]:
    """The same at the moment at which a text is laid down: its figures stand with their day."""
    return snapshot(version, on=clock.day_of(at), is_fixed=True)


def _section_values(section: Section) -> dict[str, Any]:
    """Questions that help somebody to begin are no text of the plan: nobody else reads them, and nothing seals them."""
    body = "" if is_still_starting(section.key, section.body) else clean_html(section.body)
    return {"key": section.key, "title": str(section), "body": body}


def _with_figures(
    sections: list[dict[str, Any]], project: Project, *, on: date | None, is_fixed: bool
) -> list[dict[str, Any]]:
    if on is None or not any(names_a_figure(section["body"]) for section in sections):
        return sections
    figures = live_figures(project, on=on)
    return [{**s, "body": with_figures(s["body"], figures, on=on, is_fixed=is_fixed)} for s in sections]


def _vision_values(vision: Vision | None) -> list[dict[str, Any]]:
    settled = answers_of(vision)
    return [
        {"question": str(question.label), "text": clean_html(answer.text), "facts": _facts_in_words(answer)}
        for question in CoreQuestion
        if (answer := settled.get(question)) is not None
    ]


def _facts_in_words(answer: Answer) -> list[list[str]]:
    facts = answer.facts
    if answer.question == CoreQuestion.UNDERSTANDING:
        return [[str(LearningForm(form).label)] for form in facts.get("forms", [])]
    if answer.question == CoreQuestion.POSITION:
        names = {"today": str(wording.TODAY), "wanted": str(wording.WANTED)}
        return [[name, str(Position(facts[key]).label)] for key, name in names.items() if facts.get(key)]
    if answer.question == CoreQuestion.CONTRIBUTION:
        return [
            [str(label), facts.get(key, ""), facts.get(f"{key}_indicator", "")]
            for key, label in wording.POLICIES.items()
            if facts.get(key)
        ]
    return []


def _item_values(item: FrameworkItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "kind": str(item.get_kind_display()),
        "bearing": str(item.get_bearing_display()),
        "extract": item.extract,
        "meaning": item.meaning,
        "source": item.source,
        "confidence": item.confidence,
    }


def _goal_values(goal: Goal) -> dict[str, Any]:
    return {
        "number": goal.number,
        "title": goal.title,
        "body": clean_html(goal.body),
        "organisation_goal": goal.organisation_goal.title,
        "mission": goal.mission.title if goal.mission else "",
        "question": str(goal.get_question_display()) if goal.question else "",
        "answers": [item.title for item in goal.items.all()],
        "indicator": goal.indicator,
        "baseline": goal.baseline,
        "target": goal.target,
        "due_on": goal.due_on.isoformat(),
        "owner": goal.owner,
    }


def _making_of(project: Project, *, on: date | None) -> dict[str, Any]:
    # Without a day, whoever stays.
    seated = on or date.max
    group = planproject.group_of(project)
    vision = vision_of(project)
    said = list(contributions_to(vision))
    return {
        "assignment": project.assignment,
        "no_group_reason": project.no_group_reason,
        "sponsor": _sponsor_values(project),
        "group": {
            "is_whole_team": group.is_whole_team,
            "composed_on": clock.day_of(group.composed_at).isoformat(),
            "members": [str(seat.member) for seat in planproject.seats_of(group, on=seated)],
            "reason": group.reason,
            "comparison": {
                "index": {k: str(v) for k, v in group.comparison["index"].items()},
                "people": group.comparison["people"],
            },
        }
        if group
        else None,
        "contributions": len(said),
        "contributors": len({c.by_id for c in said}),
    }


def _sponsor_values(project: Project) -> dict[str, str] | None:
    """Who stands behind the project, and the day on which he confirmed goals, means and time; empty when he did not."""
    if project.sponsor is None:
        return None
    confirmed = project.sponsor_confirmed_at
    return {"name": str(project.sponsor), "confirmed_on": clock.day_of(confirmed).isoformat() if confirmed else ""}


def canonical_text(values: dict[str, Any]) -> str:
    """The text that is sealed: the plan's values as JSON with sorted keys, one value per line, so that people can read it."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, indent=1)
