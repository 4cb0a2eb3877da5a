"""Between the people in hand (rules.Known) and the tables: loading everyone at once, saving only what changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import F

from draagvlak.staff.models import Employment, FunctionGroup, FunctionName, Named, Post, Site, StaffMember, Team
from draagvlak.staff.rules import OF_POST, PERSONAL, Known, KnownEmployment, KnownPost
from draagvlak.tenancy.models import Organisation, current_organisation

PLACES: dict[str, type[Named]] = {"function_group": FunctionGroup, "team": Team, "site": Site}
PLAIN = ("statute", "function", "fraction", "shift")
MANY = 500
"""How many keys go into one statement."""
Snapshot = dict[str, Any]


def lock_people() -> None:
    """Until the end of the transaction nobody else changes people of this organisation, by hand or by list.

    Taken before anything about them is read, so that whoever comes second sees what the first one did.
    """
    organisation = current_organisation()
    Organisation.objects.select_for_update(no_key=True).filter(pk=organisation.pk if organisation else 0).first()


def load() -> list[Known]:
    """Everyone, with their employments and posts. Three statements."""
    members, employments, posts = StaffMember.objects.all(), Employment.objects.all(), Post.objects.all()
    people = {
        m["pk"]: Known(m["pk"], {name: m[name] for name in PERSONAL})
        for m in members.order_by("pk").values("pk", *PERSONAL)
    }
    contracts: dict[int, KnownEmployment] = {}
    for key, member, starts_on, ends_on in employments.order_by("starts_on", "pk").values_list(
        "pk", "member", "starts_on", "ends_on"
    ):
        contracts[key] = KnownEmployment(key, starts_on, ends_on, [])
        people[member].employments.append(contracts[key])
    names = ("statute", "function", "function_group__name", "team__name", "site__name", "fraction", "shift")
    for key, employment, starts_on, ends_on, *values in posts.order_by("starts_on", "pk").values_list(
        "pk", "employment", "starts_on", "ends_on", *names
    ):
        given = {name: value or _empty(name) for name, value in zip(OF_POST, values, strict=True)}
        contracts[employment].posts.append(KnownPost(key, starts_on, ends_on, given))
    return list(people.values())


def _empty(name: str) -> str | None:
    return None if name == "fraction" else ""


def snapshot(person: Known) -> Snapshot:
    """The person as plain values that JSON can keep, so that an import can be undone."""
    return {
        "values": {name: _plain(value) for name, value in person.values.items()},
        "employments": [
            {**_period(e), "posts": [{**_period(p), "values": _plain_values(p)} for p in e.posts]}
            for e in person.employments
        ],
    }


def _period(one: KnownEmployment | KnownPost) -> Snapshot:
    return {"key": one.key, "starts_on": one.starts_on.isoformat(), "ends_on": _plain(one.ends_on)}


def _plain_values(post: KnownPost) -> Snapshot:
    return {name: _plain(value) for name, value in post.values.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 -- dates and numbers to text, the rest as it is
    return str(value) if isinstance(value, Decimal | date) else value


def from_snapshot(key: int, kept: Snapshot) -> Known:
    """The reverse of `snapshot`."""
    values = {**kept["values"], "birth_date": _day(kept["values"]["birth_date"])}
    employments = [
        KnownEmployment(e["key"], _must(e["starts_on"]), _day(e["ends_on"]), [_post(p) for p in e["posts"]])
        for e in kept["employments"]
    ]
    return Known(key, values, employments)


def _post(kept: Snapshot) -> KnownPost:
    values = dict(kept["values"])
    if values.get("fraction") is not None:
        values["fraction"] = Decimal(values["fraction"])
    return KnownPost(kept["key"], _must(kept["starts_on"]), _day(kept["ends_on"]), values)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _must(text: str) -> date:
    return date.fromisoformat(text)


def decided_groups() -> dict[str, str]:
    """function → function group, as somebody decided for the whole organisation."""
    return {
        str(name): str(group)
        for name, group in FunctionName.objects.exclude(group=None).values_list("name", "group__name")
    }


class Places:
    """Teams, sites and function groups by name, without regard to case; a new name becomes a new place.

    brought: (kind, key) of the places that are new.
    """

    def __init__(self) -> None:
        self.known = {
            kind: {name.casefold(): key for name, key in model.objects.values_list("name", "pk")}
            for kind, model in PLACES.items()
        }
        self.brought: list[tuple[str, int]] = []

    def key(self, kind: str, name: str | None) -> int | None:
        if not name:
            return None
        known: dict[str, int] = self.known[kind]
        if name.casefold() not in known:
            known[name.casefold()] = PLACES[kind].objects.create(name=name).pk
            self.brought.append((kind, known[name.casefold()]))
        return known[name.casefold()]


def save_new(people: Sequence[Known], places: Places) -> None:
    """Write new people with everything they hold, many at once; gives each its key."""
    members = StaffMember.objects.bulk_create([StaffMember(**person.values) for person in people], batch_size=MANY)
    for person, member in zip(people, members, strict=True):
        person.key = member.pk
    save_employments(people, places)


def save_changed(people: Sequence[Known], before: Mapping[int, Known], places: Places) -> None:
    """Write changed people. Where an employment changed, the employments and posts are written anew under the same keys.

    before: the people as they stand in the tables.
    """
    for part in _parts(people):
        StaffMember.objects.filter(pk__in=part).update(version=F("version") + 1)
    for name in PERSONAL:
        others = [one for one in people if one.values[name] != before[one.key].values[name]]
        _set_one(name, others)
    moved = [person for person in people if person.employments != before[person.key].employments]
    for part in _parts(moved):
        Post.objects.filter(member__in=part).delete()
        Employment.objects.filter(member__in=part).delete()
    save_employments(moved, places)


def _set_one(name: str, people: Sequence[Known]) -> None:
    """Write one field of these people. Field by field, because few differ; all at once takes ten times longer."""
    rows = {member.pk: member for part in _parts(people) for member in StaffMember.objects.filter(pk__in=part)}
    for person in people:
        setattr(rows[person.key], name, person.values[name])
    StaffMember.objects.bulk_update(list(rows.values()), [name], batch_size=MANY)


def _parts(people: Sequence[Known]) -> Iterable[list[int]]:
    keys = [person.key for person in people]
    return (keys[start : start + MANY] for start in range(0, len(keys), MANY))


def save_employments(people: Sequence[Known], places: Places) -> None:
    """Write every employment and post of these people; gives each its key."""
    pairs = [(person, employment) for person in people for employment in person.employments]
    contracts = [
        Employment(pk=e.key, member_id=person.key, starts_on=e.starts_on, ends_on=e.ends_on) for person, e in pairs
    ]
    Employment.objects.bulk_create(contracts, batch_size=MANY)
    inside: list[tuple[KnownPost, Post]] = []
    for (person, employment), row in zip(pairs, contracts, strict=True):
        employment.key = row.pk
        inside += [
            (post, _row(post, employment_id=row.pk, member_id=person.key, places=places)) for post in employment.posts
        ]
    Post.objects.bulk_create([row for _post, row in inside], batch_size=MANY)
    for post, written in inside:
        post.key = written.pk


def _row(post: KnownPost, *, employment_id: int, member_id: int, places: Places) -> Post:
    kept = {name: post.values.get(name) or _empty(name) for name in PLAIN}
    at = {f"{kind}_id": places.key(kind, post.values.get(kind)) for kind in PLACES}
    row = Post(pk=post.key, employment_id=employment_id, member_id=member_id, **kept, **at)
    row.starts_on, row.ends_on = post.starts_on, post.ends_on
    return row


def remove_employments(keys: Sequence[int]) -> None:
    """Take out whatever these people did here; they stay."""
    for start in range(0, len(keys), MANY):
        part = keys[start : start + MANY]
        Post.objects.filter(member__in=part).delete()
        Employment.objects.filter(member__in=part).delete()


def remove_people(keys: Sequence[int]) -> None:
    """Take people without employments out. Raises ProtectedError when a later station rests on one of them."""
    for start in range(0, len(keys), MANY):
        StaffMember.objects.filter(pk__in=keys[start : start + MANY]).delete()


def tell_the_planner() -> None:
    """Let PostgreSQL look how many rows there are now. Until it does so by itself, up to a minute later, it plans as for an empty
    table: after a list of 5,000 people the question how many are at work took 275 ms, and 3 ms afterwards."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in (StaffMember, Employment, Post):
                cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
