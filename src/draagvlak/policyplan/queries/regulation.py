"""The training regulation: its versions and articles, what it fixes for later stations, and how many read it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.example_articles import SIZES, Example, examples_for
from draagvlak.lib.text import clean_html, in_short
from draagvlak.policyplan import wording
from draagvlak.policyplan.figures import Difference, RuleValue, Share
from draagvlak.policyplan.models import Article, ArticleFor, FrameworkItem, Reading, Regulation, RegulationVersion
from draagvlak.policyplan.queries.differences import redlines
from draagvlak.policyplan.queries.plan import AT_WORK, first_to_show
from draagvlak.policyplan.rules import RULE_UNITS, holds_from, shares
from draagvlak.policyplan.states import Chapter, RuleKey, VersionState
from draagvlak.staff import queries as staff
from draagvlak.staff.models import FunctionGroup, Post, StaffMember
from draagvlak.staff.states import Statute
from draagvlak.stakeholders import queries as stakeholders

CHAPTERS = {chapter.value: turn for turn, chapter in enumerate(Chapter)}
WAS_ADOPTED = (VersionState.ADOPTED, VersionState.SUPERSEDED)
# From so many people on, the large set of examples is proposed.
LARGE_FROM = 50


def current_regulation() -> Regulation | None:
    return Regulation.objects.first()


def regulation_versions() -> QuerySet[RegulationVersion]:
    """Every version, oldest first."""
    rows = RegulationVersion.objects.select_related("regulation", "document", "dossier", "made_by", "organisation")
    return rows.order_by("number")


def regulation_at_work() -> RegulationVersion | None:
    """The version that is written, or lies before the bodies."""
    return regulation_versions().filter(state__in=AT_WORK).first()


def regulation_to_show() -> RegulationVersion | None:
    """The version at work, else the one that was adopted last, else the last."""
    return first_to_show(list(regulation_versions()))


def since(version: RegulationVersion) -> date | None:
    """The first day on which an adopted version holds; None for one that was not adopted."""
    adopted_on = clock.day_of(version.adopted_at) if version.adopted_at else None
    return holds_from(adopted_on=adopted_on, starts_on=version.starts_on)


def in_force_among(versions: Iterable[RegulationVersion], *, on: date) -> RegulationVersion | None:
    """The newest of these that holds on a day: an adopted one that begins later leaves the former one in force."""
    held = [one for one in versions if one.state in WAS_ADOPTED and (first := since(one)) is not None and first <= on]
    return max(held, key=lambda one: one.number, default=None)


def regulation_in_force(*, on: date) -> RegulationVersion | None:
    return in_force_among(regulation_versions().filter(state__in=WAS_ADOPTED), on=on)


def articles_of(version: RegulationVersion) -> list[Any]:
    """The articles in the order in which they are read, each with its `number`. Three statements."""
    groups = Prefetch("holds_for", ArticleFor.objects.select_related("function_group"))
    rows = Article.objects.filter(version=version).select_related("edited_by").prefetch_related(groups, "items")
    return numbered(rows)


def numbered(articles: Iterable[Article]) -> list[Any]:
    """Articles of one version in their order, each with its `number`."""
    found: list[Any] = sorted(articles, key=lambda one: (CHAPTERS[one.chapter], one.place, one.pk))
    for number, article in enumerate(found, start=1):
        article.number = number
    return found


def rule_in_words(rule: str, value: Decimal | None) -> str:
    """What the article fixes, as people read it; empty without a rule."""
    if not rule or value is None:
        return ""
    return f"{RuleKey(rule).label}: {value_in_words(rule, value)}"


def value_in_words(rule: str, value: Decimal) -> str:
    unit = RULE_UNITS[rule]
    if unit == "yes":
        return str(wording.RULE_YES if value else wording.RULE_NO)
    return str(wording.RULE_SAYS[unit]).format(value=in_short(value).replace(".", ","))


def regulation_snapshot(version: RegulationVersion) -> dict[str, Any]:
    """The whole regulation as plain values. A frozen version answers from its document."""
    if version.document is not None:
        return dict(json.loads(version.document.text))
    articles = articles_of(version)
    return {
        "title": version.regulation.title,
        "organisation": version.organisation.name,
        "version": version.number,
        "starts_on": version.starts_on.isoformat() if version.starts_on else "",
        "is_work_rule": version.regulation.is_work_rule,
        "chapters": [
            {"key": key, "title": str(Chapter(key).label), "articles": rows}
            for key in CHAPTERS
            if (rows := [_article_values(one) for one in articles if one.chapter == key])
        ],
    }


def _article_values(article: Any) -> dict[str, Any]:  # noqa: ANN401 -- an article with its number
    return {
        "key": article.key,
        "number": article.number,
        "title": article.title,
        "body": clean_html(article.body),
        "holds_for": [str(one) for one in article.holds_for.all()],
        "rests_on": [item.title for item in sorted(article.items.all(), key=lambda one: one.pk)],
        "source": article.source,
        "confidence": article.confidence,
        "rule": article.rule,
        "value": str(article.value) if article.value is not None else "",
        "fixes": rule_in_words(article.rule, article.value),
    }


def articles_in(values: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """key → article of a snapshot, in the order in which they are read."""
    return {one["key"]: one for chapter in values["chapters"] for one in chapter["articles"]}


def regulation_differences(older: RegulationVersion, newer: RegulationVersion) -> list[Difference]:
    """What changed between two versions, article by article, with <ins> and <del> around the words."""
    before, after = (articles_in(regulation_snapshot(one)) for one in (older, newer))
    renamed = {key for key, one in after.items() if before.get(key, one)["title"] != one["title"]}
    sides = [{str(k): _in_full(one, named=k in renamed) for k, one in side.items()} for side in (before, after)]
    found = redlines(*sides)
    names = {str(key): one["title"] for key, one in {**before, **after}.items()}
    return [replace(one, title=names[one.title]) for one in found]


def _in_full(article: Mapping[str, Any], *, named: bool) -> str:
    """named: whether the heading is told in the text, because it changed."""
    facts = [", ".join(article["holds_for"]), article["fixes"], article["source"]]
    rest = "".join(f"<p>{escape(one)}</p>" for one in facts if one)
    heading = f"<h3>{escape(article['title'])}</h3>" if named else ""
    return f"{heading}{article['body']}{rest}"


def regulation_rule(key: str, *, on: date) -> RuleValue | None:
    """What the regulation that is in force on a day fixes for a rule; None when it says nothing about it. Three statements.

    This is how a later station asks a term: regulation_rule("request_days", on=day).
    """
    version = regulation_in_force(on=on)
    first = since(version) if version else None
    if version is None or first is None:
        return None
    for article in numbered(Article.objects.filter(version=version)):
        if article.rule == key and article.value is not None:
            return RuleValue(key, article.value, RULE_UNITS[key], article.number, version.number, first)
    return None


def rule_is_in(version: RegulationVersion, rule: str, *, but: int = 0) -> Article | None:
    """The article of this version that fixes a rule, if it is not the article `but`."""
    return Article.objects.filter(version=version, rule=rule).exclude(key=but).first() if rule else None


def articles_on(item: FrameworkItem) -> list[Any]:
    """The articles of the version that people read now which rest on an item of the framework. Three statements."""
    version = regulation_in_force(on=clock.today()) or regulation_to_show()
    if version is None:
        return []
    resting = set(Article.objects.filter(version=version, items=item).values_list("pk", flat=True))
    return [one for one in numbered(Article.objects.filter(version=version)) if one.pk in resting]


def groups_for_articles(*, on: date) -> list[tuple[str, str]]:
    """For whom an article can hold, each as field and key with its name: function groups, and the statutes that somebody has
    or that an article names. Volunteers and trainees learn in most places, so they can always be chosen."""
    found = [(f"function_group:{one.pk}", one.name) for one in FunctionGroup.objects.order_by("name")]
    known = {Statute.VOLUNTEER.value, Statute.TRAINEE.value}
    known |= set(Post.objects.filter(staff.in_force(on)).order_by().values_list("statute", flat=True).distinct())
    known |= set(ArticleFor.objects.order_by().values_list("statute", flat=True).distinct())
    named = [one for one in Statute if one.value in known and one != Statute.UNKNOWN]
    return found + [(f"statute:{one.value}", str(one.label)) for one in named]


def size_here(*, on: date) -> str:
    """Which set of examples fits: small or large."""
    heads, _fte = stakeholders.heads_and_fte(on=on)
    return SIZES[heads >= LARGE_FROM]


def examples_not_taken(version: RegulationVersion, *, size: str) -> list[Example]:
    """The examples for a size of which no article with the same chapter and title stands in this version."""
    there = {(one.chapter, one.title) for one in Article.objects.filter(version=version)}
    return [
        one
        for one in examples_for(size)
        if not {(one.chapter, title) for title in (one.title.nl, one.title.fr, one.title.en)} & there
    ]


# Who read it


def reader_of(account: Account, *, on: date) -> StaffMember | None:
    """The person at work whom this account is; None for who is not at work here."""
    member = staff.staff_member_of(account)
    return member if member is not None and staff.is_at_work(member, on=on) else None


def reading_of(version: RegulationVersion, member: StaffMember | None) -> Reading | None:
    return Reading.objects.filter(version=version, member=member).first() if member else None


TO_READ = ComposedHere(lambda: regulation_versions().filter(state=VersionState.ADOPTED)[:1])


def version_to_read() -> RegulationVersion | None:
    """The adopted version that everybody at work is asked to read: the newest one, also before its first day."""
    return next(iter(TO_READ()), None)


def accounts_to_read(version: RegulationVersion, *, on: date) -> QuerySet[Account]:
    """Who is at work, can sign in, and did not confirm this version."""
    read = Reading.objects.filter(version=version, member__account__isnull=False).values("member__account")
    at_work = Account.objects.filter(pk__in=staff.accounts_at_work(on=on), is_active=True)
    return at_work.exclude(pk__in=read).order_by("pk")


def readers_shown(version: RegulationVersion, *, on: date) -> dict[str, Any]:
    """How many of who is at work read it: the whole, per function group, per team. Small groups are merged or left out."""
    found: dict[str, Any] = {}
    for name in ("function_group", "team"):
        rows, whole = shares(_shares_by(version, f"{name}__name", on=on))
        found[name] = rows
        found["whole"] = whole
    found["paper"] = Reading.objects.filter(version=version, entered_by__isnull=False).count()
    return found


def _shares_by(version: RegulationVersion, field: str, *, on: date) -> list[Share]:
    has_read = Exists(Reading.objects.filter(version=version, member=OuterRef("member")))
    posts = staff.main_posts(on=on).annotate(has_read=has_read).order_by()
    found: dict[str, list[int]] = {}
    for name, read, people in posts.values_list(field, "has_read").annotate(people=Count("pk")):
        row = found.setdefault(str(name or ""), [0, 0])
        row[0] += people
        row[1] += people if read else 0
    return [Share(name or str(wording.FOR_OTHERS), people, read) for name, (people, read) in found.items()]
