"""The training regulation: its articles while it is a draft, then the road of every text that is decided on."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import get_language

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries as decisions
from draagvlak.decisions.actions import see_to_the_register, set_usual_mandates
from draagvlak.decisions.models import Dossier
from draagvlak.decisions.states import DossierKind
from draagvlak.journal import queries as journal
from draagvlak.journal.actions import record
from draagvlak.lib import clock
from draagvlak.lib.example_articles import Example
from draagvlak.lib.refusals import Changed
from draagvlak.lib.text import clean_html
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.actions.reading import ask_to_read
from draagvlak.policyplan.actions.versions import end_with_dossier, make_way_for, put_to_bodies
from draagvlak.policyplan.models import Article, ArticleFor, ArticleItem, FrameworkItem, Regulation, RegulationVersion
from draagvlak.policyplan.rules import NotWritable, RegulationRefused
from draagvlak.policyplan.states import VersionState

KIND = DossierKind.TRAINING_REGULATION


@transaction.atomic
def start_regulation(
    *, title: str, is_work_rule: bool, taken: Collection[Example], by: Account, at: datetime
) -> Regulation:
    """Begin the regulation with a first draft. taken: examples that stand in it from the start. Raises RegulationRefused.

    Where no body has a voice on it yet, the usual ones get theirs.
    """
    if Regulation.objects.exists():
        raise RegulationRefused(str(wording.REGULATION_EXISTS))
    regulation = Regulation.objects.create(title=title.strip(), is_work_rule=is_work_rule)
    version = RegulationVersion.objects.create(regulation=regulation, number=1, made_by=by, made_at=at)
    _take(version, taken, by=by, at=at)
    if not decisions.mandates(KIND, on=clock.day_of(at)).exists():
        set_usual_mandates(by=by, at=at, kind=KIND, council_decides=is_work_rule)
    if is_work_rule:
        see_to_the_register(kind=KIND, by=by, at=at)
    record("policyplan.start_regulation", by=by, at=at, on=regulation, details={"articles": len(taken)})
    return regulation


@transaction.atomic
def take_examples(*, regulation: Regulation, taken: Collection[Example], by: Account, at: datetime) -> int:
    """Put examples that do not stand in the draft yet behind what stands there. Returns how many."""
    version = draft_of(regulation)
    there = set(Article.objects.filter(version=version).values_list("chapter", "title"))
    fresh = [one for one in taken if (one.chapter, one.title.said(get_language() or "nl")) not in there]
    _take(version, fresh, by=by, at=at)
    record("policyplan.take_examples", by=by, at=at, on=version, details={"articles": len(fresh)})
    return len(fresh)


def _take(version: RegulationVersion, taken: Iterable[Example], *, by: Account, at: datetime) -> None:
    language, known = get_language() or "nl", dict(FrameworkItem.objects.values_list("library_key", "pk"))
    rules = set(Article.objects.filter(version=version).exclude(rule="").values_list("rule", flat=True))
    for one in taken:
        fixes = {"rule": one.rule, "value": one.value} if one.rule and one.rule not in rules else {}
        article = Article.objects.create(
            version=version,
            key=_next_key(version.regulation),
            chapter=one.chapter,
            place=_last_place(version, one.chapter) + 1,
            title=one.title.said(language)[:150],
            body=clean_html(one.body.said(language)),
            source=one.source,
            confidence=one.confidence,
            edited_by=by,
            edited_at=at,
            **fixes,
        )
        rests_on = [ArticleItem(article=article, item_id=known[key]) for key in one.rests_on if key in known]
        ArticleItem.objects.bulk_create(rests_on)
        rules.add(one.rule)


def draft_of(regulation: Regulation) -> RegulationVersion:
    """The draft, with the regulation locked. Raises NotWritable while none is written."""
    Regulation.objects.select_for_update().get(pk=regulation.pk)
    version = queries.regulation_to_show()
    if version is None or version.state != VersionState.DRAFT:
        raise NotWritable(str(wording.REGULATION_FIXED).format(number=version.number if version else ""))
    return version


def _next_key(regulation: Regulation) -> int:
    """A number that no article has or had in a version that is kept, nor one that was removed from this draft."""
    last = Article.objects.filter(version__regulation=regulation).aggregate(last=Max("key"))["last"] or 0
    return max(int(last), queries.last_article_asked()) + 1


def _last_place(version: RegulationVersion, chapter: str) -> int:
    rows = Article.objects.filter(version=version, chapter=chapter)
    return int(rows.aggregate(last=Max("place"))["last"] or 0)


@transaction.atomic
def add_article(
    *,
    regulation: Regulation,
    facts: Mapping[str, Any],
    holds_for: Collection[Mapping[str, Any]],
    items: Collection[FrameworkItem],
    by: Account,
    at: datetime,
) -> Article:
    """Put an article last in its chapter of the draft. facts: fields of Article by name. holds_for: rows of ArticleFor, as
    field and value. Raises NotWritable and RegulationRefused."""
    version = draft_of(regulation)
    _refuse_rule(version, facts["rule"])
    words = {**facts, "body": clean_html(facts["body"]), "edited_by": by, "edited_at": at}
    place = _last_place(version, facts["chapter"]) + 1
    revision = journal.last_seal(regulation.organisation).count + 1
    key = _next_key(regulation)
    article = Article.objects.create(version=version, key=key, place=place, revision=revision, **words)
    _link(article, holds_for, items)
    record("policyplan.add_article", by=by, at=at, on=article, details={"version": version.number})
    return article


@transaction.atomic
def change_article(  # noqa: PLR0913 -- the article is named by regulation and key
    *,
    regulation: Regulation,
    key: int,
    facts: Mapping[str, Any],
    holds_for: Collection[Mapping[str, Any]],
    items: Collection[FrameworkItem],
    revision: int,
    by: Account,
    at: datetime,
) -> Article:
    """revision: the one the writer saw. Raises Changed, NotWritable and RegulationRefused."""
    article = article_in_draft(regulation, key)
    if article.revision != revision:
        raise Changed(
            str(wording.SOMEONE_CHANGED).format(name=article.edited_by or wording.SOMEONE),
            theirs={name: getattr(article, name) for name in facts},
            version=article.revision,
            by=str(article.edited_by or ""),
        )
    _refuse_rule(article.version, facts["rule"], but=key)
    if facts["chapter"] != article.chapter:
        article.place = _last_place(article.version, facts["chapter"]) + 1
    write(article, facts, by=by, at=at)
    ArticleFor.objects.filter(article=article).delete()
    ArticleItem.objects.filter(article=article).delete()
    _link(article, holds_for, items)
    record("policyplan.change_article", by=by, at=at, on=article, details={"version": article.version.number})
    return article


def article_in_draft(regulation: Regulation, key: int) -> Article:
    """Raises RegulationRefused when somebody took it out."""
    version = draft_of(regulation)
    found = Article.objects.select_related("edited_by", "version").filter(version=version, key=key).first()
    if found is None:
        raise RegulationRefused(str(wording.ARTICLE_GONE))
    return found


def write(article: Article, facts: Mapping[str, Any], *, by: Account, at: datetime) -> None:
    """Save these fields. Its revision becomes one that it never had, in any version: the number of the act in the journal."""
    for name, value in {**facts, "body": clean_html(facts["body"])}.items():
        setattr(article, name, value)
    article.revision = journal.last_seal(article.organisation).count + 1
    article.edited_by, article.edited_at = by, at
    article.save()


def _refuse_rule(version: RegulationVersion, rule: str, *, but: int = 0) -> None:
    taken = queries.rule_is_in(version, rule, but=but)
    if taken is not None:
        raise RegulationRefused(str(wording.RULE_TAKEN).format(title=taken.title))


def _link(article: Article, holds_for: Collection[Mapping[str, Any]], items: Collection[FrameworkItem]) -> None:
    ArticleFor.objects.bulk_create([ArticleFor(article=article, **one) for one in holds_for])
    ArticleItem.objects.bulk_create([ArticleItem(article=article, item=item) for item in items])


@transaction.atomic
def move_article(*, regulation: Regulation, key: int, after: int, by: Account, at: datetime) -> Article:
    """Put an article behind another one of its chapter. after: the key of that one, 0 for the first place."""
    article = article_in_draft(regulation, key)
    rows = Article.objects.filter(version=article.version, chapter=article.chapter).exclude(pk=article.pk)
    before = rows.filter(key=after).first()
    if after and before is None:
        raise RegulationRefused(str(wording.ARTICLE_GONE))
    place = before.place + 1 if before else 1
    rows.filter(place__gte=place).update(place=F("place") + 1)
    article.place = place
    article.save()
    record("policyplan.move_article", by=by, at=at, on=article, details={"version": article.version.number})
    return article


@transaction.atomic
def remove_article(*, regulation: Regulation, key: int, by: Account, at: datetime) -> None:
    article = article_in_draft(regulation, key)
    record("policyplan.remove_article", by=by, at=at, on=article, details={"title": article.title})
    article.delete()


@transaction.atomic
def new_regulation_version(
    *, regulation: Regulation, why: str, effect: str = "", by: Account, at: datetime
) -> RegulationVersion:
    """A new draft as a copy of the version that is shown; a running dossier about it stops. Raises NotWritable."""
    Regulation.objects.select_for_update().get(pk=regulation.pk)
    former = queries.regulation_to_show()
    if former is None:
        raise LookupError
    number = (queries.regulation_versions().aggregate(last=Max("number"))["last"] or 0) + 1
    make_way_for(number, former=former, by=by, at=at)
    why = why.strip() or str(wording.NEW_VERSION).format(number=former.number)
    version = RegulationVersion.objects.create(
        regulation=regulation, number=number, made_by=by, made_at=at, why=why[:300], effect=effect
    )
    for article in queries.articles_of(former):
        groups, items = list(article.holds_for.all()), list(article.items.all())
        article.pk, article.version = None, version
        article._state.adding = True
        article.save()
        holds_for = [{"function_group": one.function_group, "statute": one.statute} for one in groups]
        _link(article, holds_for, items)
    record("policyplan.new_regulation_version", by=by, at=at, on=version)
    return version


@transaction.atomic
def submit_regulation(
    *, regulation: Regulation, starts_on: date | None, by: Account, at: datetime, root: str = ""
) -> Dossier:
    """Freeze the draft and put it to the bodies. starts_on: its first day in force, empty for the day of its adoption.

    Raises NotWritable, RegulationRefused without an article, and NoMandate when no body may approve it.
    """
    version = draft_of(regulation)
    if not Article.objects.filter(version=version).exists():
        raise RegulationRefused(str(wording.REGULATION_EMPTY))
    if starts_on is not None and starts_on < clock.day_of(at):
        raise RegulationRefused(str(wording.START_PAST))
    version.starts_on = starts_on
    title = f"{regulation.title} ({version.number})"
    words = (title, queries.canonical_text(queries.regulation_snapshot(version)))
    heard = queries.heard_before(version)
    dossier = put_to_bodies(version, kind=KIND, words=words, heard=heard, by=by, at=at, root=root)
    record("policyplan.submit_regulation", by=by, at=at, on=version, details={"sha256": dossier.document.sha256})
    return dossier


@transaction.atomic
def close_regulation(*, dossier: Dossier, by: Account | None, at: datetime, root: str = "") -> None:
    """The version ends with its dossier. Once it is adopted, everybody at work is asked to read it."""
    version = queries.regulation_versions().filter(dossier=dossier).first()
    if version is None:
        return
    beside = RegulationVersion.objects.filter(regulation=version.regulation, state=VersionState.ADOPTED)
    if end_with_dossier(version, beside=beside, dossier=dossier, at=at):
        record("policyplan.adopt_regulation", by=by, at=at, on=version)
        ask_to_read(version, at=at, root=root)
    else:
        record("policyplan.set_regulation_aside", by=by, at=at, on=version)
