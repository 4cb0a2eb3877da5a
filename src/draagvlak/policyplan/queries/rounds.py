"""Consultation rounds: the passages of the frozen text, who is asked, what was said, and what may be shown of who took part."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from lxml import html as markup

from draagvlak.accounts.models import Account
from draagvlak.lib.composed import ComposedHere
from draagvlak.policyplan import wording
from draagvlak.policyplan.figures import Passage, Share
from draagvlak.policyplan.models import Bundle, Consultation, Participation, Remark, Version
from draagvlak.policyplan.queries import hearing
from draagvlak.policyplan.rules import shares
from draagvlak.policyplan.states import ConsultationState, FollowUp
from draagvlak.staff.models import FunctionGroup, Post, Site, Team
from draagvlak.staff.queries import in_force, main_posts
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Seat
from draagvlak.stakeholders.states import BodyKind

# What a round can ask, by the fields of Asked; all but the last are fields of a post as well.
PLACES = ("function_group", "team", "site", "body")
NOT_ASKED = (BodyKind.BOARD, BodyKind.WORKERS, BodyKind.MANAGEMENT)
# Part of a line; everything else in a rich text is a block of its own.
INLINE = {"strong", "em", "u", "s", "a", "sub", "sup", "br", "span", "b", "i"}


def consultations() -> QuerySet[Consultation]:
    """Every round, the newest first."""
    rows = Consultation.objects.select_related(
        "organisation", "document", "of_version", "plan", "regulation_version__regulation"
    )
    return rows.prefetch_related("asked")


def consultation_open(subject: hearing.Subject) -> Consultation | None:
    """The round about this subject that is not concluded yet: people write, or the group answers."""
    rows = consultations().filter(state=ConsultationState.OPENED)
    return rows.filter(**hearing.rows_about(subject)).first()


OPENED = ComposedHere(lambda: consultations().filter(state=ConsultationState.OPENED))


def consultations_open() -> list[Consultation]:
    """Every round that is not concluded yet, at most one about each subject."""
    return OPENED()


def subjects_to_ask_about() -> list[hearing.Subject]:
    """What a round can be opened about now: a draft is written, and no round about it runs."""
    return [one for one in hearing.subjects() if hearing.draft_about(one) and consultation_open(one) is None]


def passages_of(consultation: Consultation) -> list[Passage]:
    """Everything in the frozen text that one can say something about, numbered in the order in which it is read."""
    found: list[Passage] = []
    for key, title, body in hearing.parts_of(consultation):
        found.append(Passage(key, len(found) + 1, title, title, is_heading=True))
        for place, text in enumerate(_blocks(body), start=1):
            found.append(Passage(f"{key}-{place}", len(found) + 1, title, text))
    return found


def _blocks(body: str) -> Iterator[str]:
    """Every word of a rich text once, in the smallest blocks, as plain words; a row of a table is one. An item or a cell that
    holds more gives its own words first."""
    yield from _inside(markup.fragment_fromstring(body, create_parent="div"))


def _inside(block: Any) -> Iterator[str]:  # noqa: ANN401 -- an element of lxml, which has no types
    words = [block.text or ""]
    for child in block:
        if child.tag in INLINE:
            words.append(_words_of(child))
        else:
            if text := " ".join("".join(words).split()):
                yield text
            words = []
            if child.tag == "tr":
                cells = (" ".join(_words_of(cell).split()) for cell in child)
                yield from filter(None, [" · ".join(filter(None, cells))])
            else:
                yield from _inside(child)
        words.append(child.tail or "")
    if text := " ".join("".join(words).split()):
        yield text


def _words_of(element: Any) -> str:  # noqa: ANN401 -- an element of lxml, which has no types
    """All that stands in it; what is no part of a word stands apart."""
    apart = "" if element.tag in INLINE - {"br"} else " "
    inside = "".join(_words_of(child) + (child.tail or "") for child in element)
    return f"{apart}{element.text or ''}{inside}{apart}"


def groups_to_ask(*, on: date) -> list[tuple[str, str]]:
    """The groups that a round can ask, each as field and key with its name. The board speaks later, about the whole; the
    workers themselves are asked by asking no group, and management by its roles sees every remark."""
    found = [(f"function_group:{one.pk}", one.name) for one in FunctionGroup.objects.order_by("name")]
    found += [
        (f"team:{one.pk}", str(wording.ROUND_TEAM).format(name=one.name)) for one in Team.objects.order_by("name")
    ]
    found += [
        (f"site:{one.pk}", str(wording.ROUND_SITE).format(name=one.name)) for one in Site.objects.order_by("name")
    ]
    bodies = [one for one in stakeholders.bodies(on=on) if one.kind not in NOT_ASKED]
    return found + [(f"body:{one.pk}", one.name) for one in bodies]


def passage_of(consultation: Consultation, key: str) -> Passage | None:
    return next((one for one in passages_of(consultation) if one.key == key), None)


def _asked_posts(consultation: Consultation, *, on: date) -> tuple[Q, list[int]]:
    """The condition on posts of who is asked, and the bodies that are asked; without any group everybody at work is."""
    rows = list(consultation.asked.all())
    if not rows:
        return in_force(on), []
    groups = Q(function_group__in=[row.function_group_id for row in rows if row.function_group_id])
    groups |= Q(team__in=[row.team_id for row in rows if row.team_id])
    groups |= Q(site__in=[row.site_id for row in rows if row.site_id])
    return in_force(on) & groups, [row.body_id for row in rows if row.body_id]


def is_asked(account: Account, consultation: Consultation, *, on: date) -> bool:
    """Whether this round asks this person. Where the person stands is remembered on the account for the length of a request."""
    known, key = account.remembered, ("places", consultation.organisation_id, on)
    if key not in known:
        known[key] = _places_of(account, on=on)
    is_at_work, places = known[key]
    groups = {(name, getattr(row, f"{name}_id")) for row in consultation.asked.all() for name in PLACES}
    return bool(groups & places) if groups else is_at_work


POSTS_OF = ComposedHere(
    lambda *, account, on: Post.objects.filter(in_force(on), member__account=account).values_list(*PLACES[:-1])
)
SEATED = ComposedHere(
    lambda *, account, on: (
        Seat.objects.filter(in_force(on)).filter(Q(holder=account) | Q(member__account=account)).values_list("body")
    )
)


def _places_of(account: Account, *, on: date) -> tuple[bool, frozenset[tuple[str, int]]]:
    """Whether the person is at work, and the groups and bodies he belongs to, by field of Asked and key. Two statements."""
    posts = POSTS_OF(account=account.pk, on=on)
    places = {(name, key) for post in posts for name, key in zip(PLACES, post, strict=False) if key}
    return bool(posts), frozenset(places | {("body", body) for (body,) in SEATED(account=account.pk, on=on)})


def accounts_asked(consultation: Consultation, *, on: date) -> QuerySet[Account]:
    """Who is asked and can sign in. One statement, and one for the groups."""
    posts, bodies = _asked_posts(consultation, on=on)
    seats = Seat.objects.filter(in_force(on), body__in=bodies).order_by()
    staff = Post.objects.filter(posts, member__account__isnull=False).order_by()
    keys = Q(pk__in=staff.values("member__account")) | Q(pk__in=seats.filter(holder__isnull=False).values("holder"))
    return Account.objects.filter(keys, is_active=True).order_by("pk")


def shares_of(consultation: Consultation, *, on: date) -> list[Share]:
    """Per function group how many people are asked and how many took part, each counted once. Not fit to be shown: see
    `results_of`. Who sits in a body and is not at work here stands under no group."""
    posts, bodies = _asked_posts(consultation, on=on)
    took = Participation.objects.filter(consultation=consultation).order_by().values("account")
    seats = Seat.objects.filter(in_force(on), body__in=bodies).order_by()
    members = Q(member__in=Post.objects.filter(posts).order_by().values("member")) | Q(
        member__in=seats.filter(member__isnull=False).values("member")
    )
    rows = main_posts(on=on).filter(members).order_by().values_list("function_group__name")
    counted = rows.annotate(people=Count("pk"), took=Count("pk", filter=Q(member__account__in=took)))
    found = {str(name or ""): Share(str(name or ""), people, took) for name, people, took in counted}
    if bodies:
        inside = main_posts(on=on).order_by().values("member__account")
        outside = Account.objects.filter(pk__in=seats.filter(holder__isnull=False).values("holder"))
        outside = outside.exclude(pk__in=inside.filter(member__account__isnull=False))
        before = found.get("", Share("", 0, 0))
        more, came = outside.count(), outside.filter(pk__in=took).count()
        found[""] = Share("", before.people + more, before.took_part + came)
    return [row for row in found.values() if row.people]


def results_of(consultation: Consultation, *, on: date) -> dict[str, Any]:
    """What everybody may know: counts, and participation where five people or more stand behind a number."""
    rows, whole = shares(shares_of(consultation, on=on))
    bundles = bundles_of(consultation)
    said = [remark for bundle in bundles for remark in bundle.said]
    verdicts = Counter(bundle.verdict for bundle in bundles)
    return {
        "shares": [[row.category, row.people, row.took_part, row.merged] for row in rows],
        "whole": [whole.people, whole.took_part] if whole else None,
        "remarks": len(said),
        "behalf": sum(remark.behalf_of for remark in said),
        "verdicts": {str(verdict): verdicts[verdict] for verdict in FollowUp},
    }


def has_taken_part(account: Account, consultation: Consultation) -> bool:
    return Participation.objects.filter(consultation=consultation, account=account).exists()


def remarks_by(account: Account, consultation: Consultation) -> list[Remark]:
    """What this person wrote; without names nobody knows, so nothing."""
    return _placed(Remark.objects.filter(consultation=consultation, by=account), passages_of(consultation))


def count_remarks(consultation: Consultation) -> int:
    return Remark.objects.filter(consultation=consultation).count()


def bundles_of(consultation: Consultation) -> list[Any]:
    """Every bundle with remarks in it, in the order of the text; each with `said`, its remarks with their passage, and
    `place`, where one sees the answer in the text. Three statements, and one for the regulation."""
    passages, places = passages_of(consultation), dict(hearing.places_of(consultation))
    remarks = Prefetch("remarks", Remark.objects.select_related("by"))
    rows = Bundle.objects.filter(consultation=consultation).select_related("answered_by").prefetch_related(remarks)
    found: list[Any] = []
    for bundle in rows:
        bundle.said = _placed(bundle.remarks.all(), passages)  # type: ignore[attr-defined]  # for the page only
        bundle.place = places.get(bundle.section, "")  # type: ignore[attr-defined]  # for the page only
        if bundle.said:  # type: ignore[attr-defined]
            found.append(bundle)
    return sorted(found, key=lambda bundle: (bundle.said[0].number, bundle.pk))


def _placed(remarks: Iterable[Remark], passages: list[Passage]) -> list[Any]:
    """The remarks in the order of the text, each with its number, its part and its quote."""
    known = {one.key: one for one in passages}
    found: list[Any] = list(remarks)
    for remark in found:
        passage = known.get(remark.passage)
        remark.number = passage.number if passage else 0
        remark.part = passage.part if passage else str(wording.ROUND_WHOLE)
        remark.quote = passage.text if passage else ""
    return sorted(found, key=lambda remark: (remark.number, remark.pk))


def unanswered(consultation: Consultation) -> int:
    """How many bundles with remarks in them have no answer yet."""
    rows = Bundle.objects.filter(consultation=consultation, verdict="", remarks__isnull=False)
    return rows.distinct().count()


def consultations_behind(version: Version) -> QuerySet[Consultation]:
    """The concluded rounds on this version or an earlier one of the same plan, oldest first: for the annex of the plan."""
    rows = consultations().filter(plan=version.plan_id, of_version__number__lte=version.number)
    return rows.filter(state=ConsultationState.CONCLUDED).order_by("concluded_at")
