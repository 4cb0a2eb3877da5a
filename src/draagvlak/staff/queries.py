from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Sum, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.formats import number_format
from django.utils.functional import cached_property

from draagvlak.accounts.models import Account
from draagvlak.journal import queries as journal
from draagvlak.lib.composed import ComposedHere
from draagvlak.lib.sought import plain
from draagvlak.staff import wording
from draagvlak.staff.figures import (
    AGE_CLASSES,
    DIMENSIONS,
    Headcount,
    Listed,
    Nameable,
    Person,
    Places,
    age_borders,
    age_class,
)
from draagvlak.staff.models import Employment, ImportRow, Post, Site, StaffImport, StaffMember, Team
from draagvlak.staff.rules import EMPTY, NotNamed, labelled, meant, near
from draagvlak.staff.states import WORKERS, ImportState, Sex, Shift, Statute, Verdict
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.queries import belongs_to

MOST_NAMED = 5  # of the people who may be meant


def in_force(on: date) -> Q:
    """The condition that a period with starts_on and ends_on holds on a day."""
    return Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on))


# The order in which the first post is the main one of a day, and the last one that somebody had.
MAIN_FIRST = (F("fraction").desc(nulls_last=True), "starts_on", "pk")
LAST_FIRST = (F("ends_on").desc(nulls_first=True), "-starts_on", F("fraction").desc(nulls_last=True), "-pk")


def main_posts(*, on: date, members: Collection[int] | None = None) -> QuerySet[Post]:
    """One post per person at work on a day: the one with the largest fraction, the oldest when equal.

    Asks at once who has several, so that the posts themselves are found in the plainest way.
    """
    posts = Post.objects.filter(in_force(on))
    if members is not None:
        posts = posts.filter(member__in=members)
    if several := list(_with_several(posts)):
        posts = posts.exclude(pk__in=_all_but_first(posts.filter(member__in=several)))
    return posts.select_related("member", "function_group", "team", "site")


def _with_several(posts: QuerySet[Post]) -> QuerySet[Post, int]:
    """The people who have more than one of these posts."""
    counted = posts.order_by().values("member").annotate(held=Count("pk")).filter(held__gt=1)
    return counted.values_list("member", flat=True)


def _all_but_first(posts: QuerySet[Post]) -> list[int]:
    seen: set[int] = set()
    others = []
    for member, post in posts.order_by("member", *MAIN_FIRST).values_list("member", "pk"):
        if member in seen:
            others.append(post)
        seen.add(member)
    return others


def last_posts() -> QuerySet[Post]:
    """The last post of everybody, leavers included; of several that ended on one day the largest.

    Only the posts of who has several are numbered: asking again for each row takes a minute at 5,000, numbering all of them
    three times as long as this.
    """
    posts = Post.objects.all()
    place = Window(RowNumber(), partition_by=F("member"), order_by=LAST_FIRST)
    several = _with_several(posts)
    first = posts.filter(member__in=several).annotate(place=place).filter(place=1).order_by().values("pk")
    chosen = posts.filter(~Q(member__in=several) | Q(pk__in=first))
    return chosen.select_related("member", "function_group", "team", "site")


# The columns of the dimensions, in their order; the age class is worked out.
CATEGORIES = ("function_group__name", "shift", "statute", "site__name", "member__sex")


def people_at_work(*, on: date, members: Collection[int] | None = None) -> list[Person]:
    """Everyone at work on a day, or those of `members` who are, with the categories each is counted in, by name. Two
    statements."""
    order = ("member__last_name", "member__first_name", "member")
    facts = ("member", "member__first_name", "member__last_name", "member__personnel_number", "function", "team__name")
    rows = main_posts(on=on, members=members).order_by(*order).values_list(*facts, "member__birth_date", *CATEGORIES)
    people = []
    for member, first, last, number, function, team, born, *categories in rows:
        inside = (category or "" for category in (*categories, age_class(born, on=on)))
        name = f"{first} {last}".strip() or number
        people.append(Person(member, name, function, team or "", dict(zip(DIMENSIONS, inside, strict=True))))
    return people


def headcount(*, on: date, workers_only: bool = False) -> Headcount:
    """People at work on a day, by every dimension. workers_only: without volunteers, trainees, agency workers … Three statements.

    Counted in two steps: the database counts each combination of categories, then these few are added up.
    """
    posts, running = main_posts(on=on), Post.objects.filter(in_force(on))
    if workers_only:
        posts, running = posts.filter(statute__in=WORKERS), running.filter(statute__in=WORKERS)
    by: dict[str, Counter[str]] = {dimension: Counter() for dimension in DIMENSIONS}
    total = 0
    combinations = posts.order_by().values_list(*CATEGORIES).annotate(age=_age_class(on), people=Count("pk"))
    for *categories, people in combinations:
        total += people
        for dimension, category in zip(DIMENSIONS, categories, strict=True):
            by[dimension][category or ""] += people
    fte = running.aggregate(fte=Sum("fraction"))["fte"] or Decimal(0)
    return Headcount(on=on, total=total, fte=str(fte.quantize(Decimal("0.01"))), by=by)


def headcount_shown(*, on: date) -> Headcount:
    """The headcount for a page that only shows it; one statement as long as nothing happened since somebody asked."""
    return journal.until_next_act(f"headcount:{on}", lambda: headcount(on=on))


def _age_class(on: date) -> Case:
    """The age class on a day, worked out by the database."""
    younger = [When(member__birth_date__gt=day, then=Value(name)) for day, name in age_borders(on)]
    unknown = When(member__birth_date=None, then=Value(""))
    return Case(unknown, *younger, default=Value(AGE_CLASSES[-1]), output_field=CharField())


MEMBER_OF = ComposedHere(lambda *, account: StaffMember.objects.filter(account=account)[:1])


def staff_member_of(account: Account) -> StaffMember | None:
    """The person at work that this account is, in the organisation whose scope is open; leavers included."""
    return next(iter(MEMBER_OF(account=account.pk)), None)


def person_with_address(email: str, *, on: date) -> StaffMember | None:
    """The one person at work on a day with this address and no account; None where it is nobody, or more than one."""
    if not email:
        return None
    found = list(members_at_work(on=on).filter(email__iexact=email, account=None).order_by()[:2])
    return found[0] if len(found) == 1 else None


EMPLOYED = ComposedHere(
    lambda *, member, on: Employment.objects.filter(in_force(on), member=member).values_list("pk")[:1]
)


def is_at_work(member: StaffMember, *, on: date) -> bool:
    return bool(EMPLOYED(member=member.pk, on=on))


WORKS = ComposedHere(
    lambda *, account, on: members_at_work(on=on).filter(account=account).order_by().values_list("pk")[:1]
)


def can_sign_in(member: StaffMember) -> bool:
    """Whether the person has a way in to this organisation."""
    return member.account is not None and belongs_to(member.account, member.organisation)


def works_here(account: Account, organisation: Organisation, *, on: date) -> bool:
    """Whether the person is at work here on a day, whatever the statute; remembered for the length of a request."""
    known, key = account.remembered, ("works", organisation.pk, on)
    if key not in known:
        known[key] = bool(WORKS(account=account.pk, on=on))
    return bool(known[key])


def anybody_at_work(*, on: date) -> bool:
    return Employment.objects.filter(in_force(on)).order_by().exists()


def members_at_work(*, on: date) -> QuerySet[StaffMember]:
    """Everyone at work on a day, by name."""
    at_work = Employment.objects.filter(in_force(on)).values("member")
    return StaffMember.objects.filter(pk__in=at_work)


def nameable(members: QuerySet[StaffMember], *, on: date, numbers: bool) -> list[Nameable]:
    """These people, each with a label of his own, by name. One statement, and one more when there are namesakes.

    numbers: whether the reader may see personnel numbers.
    """
    rows = members.values_list("pk", "first_name", "last_name", "personnel_number")
    people = [(key, f"{a} {b}".strip() or number, number if numbers else "") for key, a, b, number in rows]
    heard = Counter((name, number) for _key, name, number in people)
    alike = [key for key, name, number in people if heard[name, number] > 1]
    return labelled(people, places_by_member(alike, on=on) if alike else {})


class Roll:
    """People who can be named in a text field; a NamedField reads the labels and asks who is meant."""

    def __init__(self, members: QuerySet[StaffMember], *, on: date, numbers: bool) -> None:
        self.members, self.on, self.numbers = members, on, numbers

    @cached_property
    def people(self) -> list[Nameable]:
        return nameable(self.members, on=self.on, numbers=self.numbers)

    def labels(self) -> list[str]:
        return [one.label for one in self.people]

    def label_of(self, member: StaffMember) -> str:
        return next((one.label for one in self.people if one.key == member.pk), str(member))

    def called(self, typed: str) -> StaffMember:
        """Who is meant. Raises NotNamed with a sentence that names who may be, each with function and team."""
        found = meant(typed, self.people)
        if len(found) == 1:
            return self.members.get(pk=found[0].key)
        if found:
            raise NotNamed(str(wording.MORE_THAN_ONE).format(names=self._in_words(found)))
        names = self._in_words(near(typed, self.people, most=MOST_NAMED))
        words = wording.NOBODY_NEAR if names else wording.NOBODY_CALLED_SO
        raise NotNamed(str(words).format(typed=typed, names=names))

    def _in_words(self, people: Sequence[Nameable]) -> str:
        shown = people[:MOST_NAMED]
        where = places_by_member([one.key for one in shown], on=self.on) if shown else {}
        named = [(one.label, where.get(one.key, "")) for one in shown]
        words = "; ".join(label if place in label else f"{label}, {place}" for label, place in named)
        return f"{words} …" if len(people) > MOST_NAMED else words


def places_by_member(members: Collection[int], *, on: date) -> dict[int, str]:
    """Function and team of these people on a day, in words, by key. One statement."""
    people = people_at_work(on=on, members=members)
    return {one.member: ", ".join(filter(None, (one.function, one.team))) for one in people}


def people_list(
    *,
    on: date,
    search: str = "",
    scope: str = "now",
    only: Mapping[str, str] = MappingProxyType({}),
    numbers: bool = False,
) -> QuerySet[Post]:
    """Everybody's main post by name, for a list. scope: now (at work on the day), left, or all (last post of each).

    only: key of a team or site, or a statute, by name. numbers: whether a word may also be a personnel number.
    """
    posts = main_posts(on=on) if scope == "now" else last_posts()
    if scope == "left":
        at_work = Employment.objects.filter(in_force(on)).values("member")
        posts = posts.filter(ends_on__lt=on).exclude(member__in=at_work)
    for word in plain(search).split()[:5]:
        named = Q(member__first_name__plain__contains=word) | Q(member__last_name__plain__contains=word)
        known = Q(member__personnel_number__iexact=word) if numbers else Q()
        placed = Q(function__plain__contains=word) | Q(team__name__plain__contains=word)
        posts = posts.filter(named | placed | known | Q(site__name__plain__contains=word))
    return posts.filter(**only).order_by("member__last_name", "member__first_name", "member")


# What a row of the list of people is made of, in the order of `listed`.
ROW = (
    "member_id",
    "member__first_name",
    "member__last_name",
    "member__personnel_number",
    "function",
    "statute",
    "team__name",
    "site__name",
    "ends_on",
)


def listed(row: tuple[Any, ...], *, on: date, in_full: bool) -> Listed:
    """A row of the list of people. in_full: for somebody who may see persons."""
    member, first, last, number, function, statute, team, site, ends_on = row
    left = wording.plain(ends_on) if in_full and ends_on and ends_on < on else ""
    if in_full and not function:
        function = str(Statute(statute).label)
    return Listed(str(member), f"{first} {last}".strip() or number, function, team or "", site or "", left)


def places() -> dict[str, list[tuple[str, str]]]:
    """The teams and sites: key and name. One statement."""
    found: dict[str, list[tuple[str, str]]] = {"team": [], "site": []}
    teams, sites = (
        model.objects.order_by().annotate(kind=Value(kind)).values_list("kind", "pk", "name")
        for kind, model in (("team", Team), ("site", Site))
    )
    for kind, key, name in teams.union(sites, all=True).order_by("name"):
        found[kind].append((str(key), name))
    return found


def employments_of(member: StaffMember) -> list[tuple[Employment, list[Post]]]:
    """A person's employments, newest first, each with its posts, newest first. Two statements."""
    posts: dict[int, list[Post]] = {}
    rows = Post.objects.filter(member=member).select_related("function_group", "team", "site").order_by("-starts_on")
    for post in rows:
        posts.setdefault(post.employment_id, []).append(post)
    return [
        (one, posts.get(one.pk, [])) for one in Employment.objects.filter(member=member).order_by("-starts_on", "pk")
    ]


def functions(*, on: date) -> list[tuple[str, int, str]]:
    """Every function of people at work: its name, how many people, and its group, by name."""
    counted: dict[str, Counter[str]] = {}
    for name, group in main_posts(on=on).exclude(function="").values_list("function", "function_group__name"):
        counted.setdefault(name, Counter())[group or ""] += 1
    return [(name, groups.total(), groups.most_common(1)[0][0]) for name, groups in sorted(counted.items())]


def imports() -> QuerySet[StaffImport]:
    """Every list that was read, newest first, without the files themselves."""
    return StaffImport.objects.select_related("read_by").defer("content")


def last_done() -> StaffImport | None:
    return imports().filter(state=ImportState.DONE).order_by("-done_at").first()


def rows_of(staff_import: StaffImport, *, verdict: str = "") -> QuerySet[ImportRow]:
    """The rows of a list in its order. Without what is only needed for undoing."""
    rows = ImportRow.objects.filter(staff_import=staff_import).defer("before", "after")
    return rows.filter(verdict=verdict) if verdict else rows


def weighed(rows: QuerySet[ImportRow]) -> QuerySet[ImportRow]:
    """The same rows, first what asks for a look: refused, changed, new, and last what stays as it is."""
    order = (Verdict.REFUSED, Verdict.CHANGED, Verdict.NEW, Verdict.GONE, Verdict.UNCHANGED)
    weight = Case(*[When(verdict=verdict, then=Value(place)) for place, verdict in enumerate(order)])
    return rows.order_by(weight, "number", "pk")


# Fields whose values are kept as codes, with the words for them.
_WORDS: dict[str, dict[str, Any]] = {
    "statute": dict(Statute.choices),
    "sex": dict(Sex.choices),
    "shift": dict(Shift.choices),
}


def message_in_words(message: Mapping[str, str]) -> str:
    """One message of a row of a list as a sentence, its values as people write them."""
    field = message.get("field", "")
    shown = {name: _shown(field, message[name]) for name in ("from", "to", "value") if name in message}
    return wording.message_in_words({**message, **shown})


def _shown(field: str, value: str) -> str:
    if field in _WORDS:
        return "" if value in EMPTY else str(_WORDS[field].get(value, value))
    try:
        if field == "fraction":
            number = Decimal(value).normalize()
            return number_format(number) if number.is_finite() else value
        return wording.plain(date.fromisoformat(value)) if field in wording.DAYS else value
    except (ArithmeticError, ValueError):
        return value


def posts_of(account: int, *, on: date) -> QuerySet[Post]:
    """The posts on a day of the person with this account."""
    return Post.objects.filter(in_force(on), member__account=account)


PLACES = ComposedHere(lambda *, account, on: posts_of(account, on=on).values_list("function_group", "team", "statute"))


def places_of(account: Account, *, on: date) -> Places:
    """The function groups, teams and statutes of this person on a day; empty for who is not at work. One statement."""
    posts = PLACES(account=account.pk, on=on)
    return Places(
        function_groups=frozenset(group for group, _team, _statute in posts if group),
        teams=frozenset(team for _group, team, _statute in posts if team),
        statutes=frozenset(statute for _group, _team, statute in posts),
    )


def accounts_at_work(*, on: date, **only: Any) -> Any:  # noqa: ANN401 -- function_group, team or statute; keys for `in`
    """The keys of the accounts of people at work on a day, or only those of a function group, team or statute."""
    posts = Post.objects.filter(in_force(on), member__account__isnull=False, **only)
    return posts.order_by().values("member__account")
