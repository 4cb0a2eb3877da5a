"""Between the people in hand (rules.Known) and the tables: loading everyone at once, saving only what changed."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from draagvlak.staff.models import Employment, FunctionGroup, Named, Post, Site, StaffMember, Team
from draagvlak.staff.rules import OF_POST, PERSONAL, Known, KnownEmployment, KnownPost

PLACES: dict[str, type[Named]] = {"function_group": FunctionGroup, "team": Team, "site": Site}
Snapshot = dict[str, Any]


def load(keys: Iterable[int] | None = None) -> list[Known]:
    """Everyone, or the people with these keys, with their employments and posts. Three statements."""
    members, employments, posts = StaffMember.objects.all(), Employment.objects.all(), Post.objects.all()
    if keys is not None:
        wanted = list(keys)
        members, employments, posts = members.filter(pk__in=wanted), employments.filter(member__in=wanted), posts.filter(member__in=wanted)
    people = {m["pk"]: Known(m["pk"], {name: m[name] for name in PERSONAL}) for m in members.values("pk", *PERSONAL)}
    contracts: dict[int, KnownEmployment] = {}
    for e in employments.order_by("starts_on", "pk").values("pk", "member", "starts_on", "ends_on"):
        contracts[e["pk"]] = KnownEmployment(e["pk"], e["starts_on"], e["ends_on"], [])
        people[e["member"]].employments.append(contracts[e["pk"]])
    names = ("statute", "function", "function_group__name", "team__name", "site__name", "fraction", "shift")
    for p in posts.order_by("starts_on", "pk").values("pk", "employment", "starts_on", "ends_on", *names):
        values = {name: p.get(name, p.get(f"{name}__name")) or _empty(name) for name in (*OF_POST, "shift")}
        contracts[p["employment"]].posts.append(KnownPost(p["pk"], p["starts_on"], p["ends_on"], values))
    return list(people.values())


def _empty(name: str) -> str | None:
    return None if name == "fraction" else ""


def snapshot(person: Known) -> Snapshot:
    """The person as plain values that JSON can keep, so that an import can be undone."""
    return {
        "values": {name: _plain(value) for name, value in person.values.items()},
        "employments": [
            {
                "starts_on": e.starts_on.isoformat(),
                "ends_on": _plain(e.ends_on),
                "posts": [
                    {
                        "starts_on": p.starts_on.isoformat(),
                        "ends_on": _plain(p.ends_on),
                        "values": {name: _plain(value) for name, value in p.values.items()},
                    }
                    for p in e.posts
                ],
            }
            for e in person.employments
        ],
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 -- dates and numbers to text, the rest as it is
    return str(value) if isinstance(value, Decimal | date) else value


def from_snapshot(key: int, kept: Snapshot) -> Known:
    """The reverse of `snapshot`."""
    values = {**kept["values"], "birth_date": _day(kept["values"]["birth_date"])}
    employments = [
        KnownEmployment(None, _must(e["starts_on"]), _day(e["ends_on"]), [_post(p) for p in e["posts"]]) for e in kept["employments"]
    ]
    return Known(key, values, employments)


def _post(kept: Snapshot) -> KnownPost:
    values = dict(kept["values"])
    if values.get("fraction") is not None:
        values["fraction"] = Decimal(values["fraction"])
    return KnownPost(None, _must(kept["starts_on"]), _day(kept["ends_on"]), values)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _must(text: str) -> date:
    return date.fromisoformat(text)


class Places:
    """Teams, sites and function groups by name; a new name becomes a new place."""

    def __init__(self) -> None:
        self.known = {name: {place.name: place.pk for place in model.objects.all()} for name, model in PLACES.items()}

    def key(self, kind: str, name: str | None) -> int | None:
        if not name:
            return None
        if name not in self.known[kind]:
            self.known[kind][name] = PLACES[kind].objects.create(name=name).pk
        return self.known[kind][name]


def save_new(people: Sequence[Known]) -> None:
    """Write new people with everything they hold, many at once; gives each its key."""
    members = StaffMember.objects.bulk_create([StaffMember(**person.values) for person in people], batch_size=500)
    for person, member in zip(people, members, strict=True):
        person.key = member.pk
    save_employments(people)


def save_changed(people: Sequence[Known]) -> None:
    """Write changed people: their own values, and their employments and posts anew."""
    keys = [person.key for person in people]
    rows = {member.pk: member for member in StaffMember.objects.filter(pk__in=keys)}
    for person in people:
        for name, value in person.values.items():
            setattr(rows[person.key], name, value)
        rows[person.key].version += 1
    StaffMember.objects.bulk_update(rows.values(), [*PERSONAL, "version"], batch_size=500)
    Post.objects.filter(member__in=keys).delete()
    Employment.objects.filter(member__in=keys).delete()
    save_employments(people)


def save_employments(people: Sequence[Known]) -> None:
    places = Places()
    pairs = [(person, employment) for person in people for employment in person.employments]
    written = Employment.objects.bulk_create(
        [Employment(member_id=p.key, starts_on=e.starts_on, ends_on=e.ends_on) for p, e in pairs], batch_size=500
    )
    posts = []
    for (person, employment), row in zip(pairs, written, strict=True):
        for post in employment.posts:
            kept = {name: post.values.get(name) or _empty(name) for name in ("statute", "function", "fraction", "shift")}
            at = {f"{kind}_id": places.key(kind, post.values.get(kind)) for kind in PLACES}
            posts.append(Post(employment=row, member_id=person.key, starts_on=post.starts_on, ends_on=post.ends_on, **kept, **at))
    Post.objects.bulk_create(posts, batch_size=500)
