"""News: what is meant for whom, who it reached in counts with a floor of five, and what people said about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.planproject.figures import Counted, Reached
from draagvlak.planproject.models import Addressee, Announcement, Candidacy, Feedback, PaperReach, Reading
from draagvlak.planproject.rules import FLOOR, floored, total_of
from draagvlak.planproject.states import AnnouncementState, CandidacyState
from draagvlak.staff import queries as staff
from draagvlak.staff.models import Post
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import members_of


def _meant_for(account: int, *, on: date) -> Q:
    """The condition that an announcement is for everyone, or for a group of the person with this account."""
    mine = staff.posts_of(account, on=on)
    named = Addressee.objects.filter(announcement=OuterRef("pk"))
    ours = named.filter(Q(function_group__in=mine.values("function_group")) | Q(statute__in=mine.values("statute")))
    return ~Exists(named) | Exists(ours)


def is_for(account: Account, announcement: Announcement, *, on: date) -> bool:
    """Whether the announcement was made known and is meant for this person."""
    if announcement.state == AnnouncementState.DRAFT:
        return False
    return Announcement.objects.filter(_meant_for(account.pk, on=on), pk=announcement.pk).exists()


def news_for(account: Account, *, on: date) -> QuerySet[Announcement]:
    """The news that is meant for this person, what was not read first. One statement."""
    read = Reading.objects.filter(announcement=OuterRef("pk"), account=account)
    published = Announcement.objects.filter(_meant_for(account.pk, on=on), state=AnnouncementState.PUBLISHED)
    ordered = published.order_by(Exists(read).asc(), "-published_at", "-pk")
    return ordered.annotate(is_read=Exists(read)).select_related("document")


UNREAD = ComposedHere(
    lambda *, account, on: Announcement.objects.filter(
        _meant_for(account, on=on),
        ~Exists(Reading.objects.filter(announcement=OuterRef("pk"), account=account)),
        state=AnnouncementState.PUBLISHED,
    ).order_by("-published_at", "-pk")
)


def unread_news(account: Account, *, on: date) -> list[Announcement]:
    return UNREAD(account=account.pk, on=on)


def announcements_to_finish() -> list[Announcement]:
    """For who writes them: drafts first, then what was withdrawn or has feedback that waits for an answer."""
    waiting = Count("feedback", filter=Q(feedback__answer=""))
    rows = Announcement.objects.annotate(waiting=waiting).order_by(F("published_at").desc(nulls_first=True), "-pk")
    return list(rows.exclude(state=AnnouncementState.PUBLISHED, waiting=0))


def read_on(account: Account, announcement: Announcement) -> Reading | None:
    return Reading.objects.filter(account=account, announcement=announcement).first()


def feedback_under(announcement: Announcement) -> QuerySet[Feedback]:
    """What was answered and may stand under the announcement, without names."""
    return Feedback.objects.filter(announcement=announcement, is_shown=True).exclude(answer="")


def feedback_of(account: Account, announcement: Announcement) -> QuerySet[Feedback]:
    """What this person said himself."""
    return Feedback.objects.filter(announcement=announcement, by=account)


def feedback_to_answer(announcement: Announcement | None = None) -> QuerySet[Feedback]:
    """What waits for an answer, with names: for who answers."""
    waiting = Feedback.objects.filter(answer="").select_related("by", "announcement")
    return waiting.filter(announcement=announcement) if announcement else waiting


EVERY_FEEDBACK = ComposedHere(feedback_to_answer)


def every_feedback_to_answer() -> list[Feedback]:
    """The same under whatever announcement, for what is asked again and again."""
    return EVERY_FEEDBACK()


# Whom an announcement is sent to


@dataclass(frozen=True)
class Receiver:
    """Somebody who gets a mail. can_open: has access, so that the link works for him."""

    address: str
    name: str
    language: str
    can_open: bool


def receivers(announcement: Announcement, organisation: Organisation, *, on: date) -> list[Receiver]:
    """Everyone with an address for whom the announcement is meant, each address once. Three statements."""
    people = members_of(organisation)
    at_work = staff.members_at_work(on=on)
    if _is_restricted(announcement):
        inside = _posts_in(announcement, on=on)
        people = people.filter(pk__in=inside.exclude(member__account=None).values("member__account"))
        at_work = at_work.filter(pk__in=inside.values("member"))
    found = {
        account.email.lower(): Receiver(account.email, str(account), account.language, can_open=True)
        for account in people
    }
    without = at_work.exclude(email="").exclude(account__in=members_of(organisation).order_by())
    for member in without:
        address = member.email.lower()
        found.setdefault(address, Receiver(member.email, str(member), member.language or "nl", can_open=False))
    return list(found.values())


def _is_restricted(announcement: Announcement) -> bool:
    return Addressee.objects.filter(announcement=announcement).exists()


def _posts_in(announcement: Announcement, *, on: date) -> QuerySet[Post]:
    """The running posts in the groups for which an announcement is meant."""
    named = Addressee.objects.filter(announcement=announcement)
    groups = named.filter(function_group__isnull=False).values("function_group")
    statutes = named.exclude(statute="").values("statute")
    return Post.objects.filter(staff.in_force(on), Q(function_group__in=groups) | Q(statute__in=statutes)).order_by()


# Reach, in counts that name nobody


@dataclass(frozen=True)
class Reach:
    """How far an announcement came. rows: per function group, floor of five. total: everybody together."""

    rows: tuple[Reached, ...]
    total: Reached
    on_paper: tuple[PaperReach, ...]


def reach_of(announcement: Announcement, organisation: Organisation, *, on: date) -> Reach:
    """Read and not read per function group of the people for whom it is meant. Four statements."""
    members = _posts_in(announcement, on=on).values("member") if _is_restricted(announcement) else None
    readers = Reading.objects.filter(announcement=announcement)
    papers = list(PaperReach.objects.filter(announcement=announcement).select_related("function_group", "by"))
    on_paper: dict[str, int] = {}
    for paper in papers:
        if paper.function_group:
            name = paper.function_group.name
            on_paper[name] = on_paper.get(name, 0) + paper.people
    counted = _counted("function_group__name", organisation, readers, on_paper, on=on, members=members)
    told = sum(paper.people for paper in papers)
    return Reach(tuple(floored(counted)), total_of(counted, on_paper=told), tuple(papers))


def _counted(
    category: str,
    organisation: Organisation,
    readings: QuerySet[Reading],
    on_paper: Mapping[str, int],
    *,
    on: date,
    members: Any = None,  # noqa: ANN401 -- keys for `in`
) -> list[Counted]:
    """People at work per category, each counted once in his main post. One statement."""
    reads = Q(member__account__in=readings.order_by().values("account"))
    stands = Q(member__in=Candidacy.objects.exclude(state=CandidacyState.WITHDRAWN).order_by().values("member"))
    access = Q(member__account__in=members_of(organisation).order_by().values("pk"))
    posts = staff.main_posts(on=on, members=members).order_by().values_list(category)
    rows = posts.annotate(
        people=Count("pk"),
        accounts=Count("pk", filter=access),
        read=Count("pk", filter=reads & access),
        stood=Count("pk", filter=stands),
        heard=Count("pk", filter=reads & access | stands),
    )
    return [
        Counted(str(name or ""), people, accounts, read, stood, heard, on_paper.get(str(name or ""), 0))
        for name, people, accounts, read, stood, heard in rows
    ]


def inclusion(organisation: Organisation, *, on: date) -> dict[str, tuple[list[Reached], Reached]]:
    """Whom we reach, per statute and per function group: by any announcement, as a candidate, or on paper (row B6.0)."""
    readings = Reading.objects.all()
    sums = (
        PaperReach.objects.order_by().values("announcement").annotate(told=Sum("people")).values_list("told", flat=True)
    )
    told = max(sums, default=0)
    found = {}
    for dimension, category, key in (
        ("statute", "statute", "statute"),
        ("function_group", "function_group__name", "function_group__name"),
    ):
        counted = _counted(category, organisation, readings, _most_on_paper(key), on=on)
        found[dimension] = (floored(counted), total_of(counted, on_paper=told))
    return found


def _most_on_paper(key: str) -> dict[str, int]:
    """Per category the most people that one announcement reached on paper, so that nobody is counted for each poster."""
    most: dict[str, int] = {}
    rows = PaperReach.objects.order_by().values_list("announcement", key).annotate(people=Sum("people"))
    for _announcement, name, people in rows:
        if name:
            most[name] = max(most.get(name, 0), people)
    return most


def read_share(organisation: Organisation, *, on: date) -> tuple[int, float | None]:
    """How many announcements are known, and which share of the people with access read each, on average.

    None when fewer than five people could read them. People outside the staff list are left out. Three statements.
    """
    at_work, known = staff.accounts_at_work(on=on), members_of(organisation).order_by()
    people = known.filter(pk__in=at_work).count()
    published = list(
        Announcement.objects.filter(state=AnnouncementState.PUBLISHED, addressees=None).values_list("pk", flat=True)
    )
    read = Reading.objects.filter(announcement__in=published, account__in=at_work).filter(account__in=known).count()
    if people < FLOOR or not published:
        return len(published), None
    return len(published), read / len(published) / people
