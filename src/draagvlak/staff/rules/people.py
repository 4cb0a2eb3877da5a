"""People in hand: as they are known, and what a list does to them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from draagvlak.staff.figures import RefusedRow, StaffRow

PERSONAL = ("personnel_number", "first_name", "last_name", "email", "sex", "birth_date", "language")
OF_POST = ("statute", "function", "function_group", "team", "site", "fraction", "shift")
# What counts as not filled in.
EMPTY = ("", None, "unknown")
A_DAY = timedelta(days=1)
# Years that somebody may turn this year; wide, for volunteers and trainees count as well.
YOUNGEST, OLDEST = 12, 100
Change = tuple[str, str, str]
"""A field, what it was and what it becomes, as text."""


@dataclass
class KnownPost:
    """A post as it stands; values by name, places by their name. key: None for a post that is not in a table yet."""

    key: int | None
    starts_on: date
    ends_on: date | None
    values: dict[str, Any]

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)


@dataclass
class KnownEmployment:
    """A period in service with its posts, oldest first. ends_on is the last day, included."""

    key: int | None
    starts_on: date
    ends_on: date | None
    posts: list[KnownPost]

    def covers(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)

    def overlaps(self, starts_on: date, ends_on: date | None) -> bool:
        return (ends_on is None or self.starts_on <= ends_on) and (self.ends_on is None or self.ends_on >= starts_on)

    def post_on(self, day: date) -> KnownPost:
        """The post in force on a day; the first or the last one when the day lies before or after all of them."""
        running = [post for post in self.posts if post.starts_on <= day]
        return running[-1] if running else self.posts[0]

    def move(self, *, starts_on: date, ends_on: date | None) -> None:
        """Give the employment another first or last day; posts that fall outside never happened."""
        inside = [post for post in self.posts if _meet(post, starts_on, ends_on)]
        self.posts[:] = inside or [self.post_on(starts_on)]
        self.starts_on, self.ends_on = starts_on, ends_on
        self.posts[0].starts_on, self.posts[-1].ends_on = starts_on, ends_on


def _meet(post: KnownPost, starts_on: date, ends_on: date | None) -> bool:
    return (ends_on is None or post.starts_on <= ends_on) and (post.ends_on is None or post.ends_on >= starts_on)


@dataclass
class Known:
    """A person as we know him, with every employment and post, oldest first. key: 0 for somebody new."""

    key: int
    values: dict[str, Any]
    employments: list[KnownEmployment] = field(default_factory=list)

    @property
    def name(self) -> str:
        full = f"{self.values['first_name']} {self.values['last_name']}".strip()
        return full or str(self.values["personnel_number"])

    def copy(self) -> "Known":
        """The person as he is now; later changes to one do not touch the other."""
        employments = [
            KnownEmployment(e.key, e.starts_on, e.ends_on, [_copy(post) for post in e.posts]) for e in self.employments
        ]
        return Known(self.key, dict(self.values), employments)


def _copy(post: KnownPost) -> KnownPost:
    return KnownPost(post.key, post.starts_on, post.ends_on, dict(post.values))


@dataclass
class Step:
    """What one row of the list does to one person."""

    row: StaffRow
    verdict: str
    person: Known
    changes: list[Change] = field(default_factory=list)


@dataclass
class Comparison:
    """The plan: a step per row that can be used, the rows that cannot, and who is not in the list any more.

    before: key of each person the list changes → the person as he was.
    """

    steps: list[Step]
    refused: list[RefusedRow]
    gone: list[Known]
    before: dict[int, Known] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """rows = new + changed + unchanged + refused, counted in rows; gone, counted in people."""
        verdicts = [step.verdict for step in self.steps]
        return {
            "rows": len(self.steps) + len(self.refused),
            **{name: verdicts.count(name) for name in ("new", "changed", "unchanged")},
            "refused": len(self.refused),
            "gone": len(self.gone),
        }

    @property
    def new_people(self) -> list[Known]:
        return distinct(step.person for step in self.steps if step.verdict == "new")

    @property
    def changed_people(self) -> list[Known]:
        return distinct(step.person for step in self.steps if step.person.key in self.before)

    def end_leavers(self, keys: Iterable[int], *, as_of: date) -> list[Known]:
        """End the employments of these people who are gone, on the day before the list. Returns who left."""
        wanted = set(keys)
        left = [person for person in self.gone if person.key in wanted]
        for person in left:
            self.before[person.key] = person.copy()
            for employment in person.employments:
                if employment.covers(as_of):
                    ends_on = leavers_last_day(employment.starts_on, as_of=as_of)
                    employment.move(starts_on=employment.starts_on, ends_on=ends_on)
        return left


def distinct(people: Iterable[Known]) -> list[Known]:
    """Each person once, in the order of appearance."""
    return list({id(person): person for person in people}.values())


def is_possible_birth(born: date, *, today: date) -> bool:
    """Whether somebody of this birth date can be on a staff list, volunteers and trainees included."""
    return YOUNGEST <= today.year - born.year <= OLDEST


def leavers_last_day(starts_on: date, *, as_of: date) -> date:
    """Who is missing in a list of a day worked until the day before it, or on his only day."""
    return max(starts_on, as_of - A_DAY)


def last_day(person: Known) -> date | None:
    """The last day at work, None while it is not known."""
    ends = [employment.ends_on for employment in person.employments]
    return None if not ends or None in ends else max(end for end in ends if end is not None)


def who_left(people: Iterable[Known], before: dict[int, Known]) -> list[KnownEmployment]:
    """The employment whose end makes somebody leave, or leave earlier than was known; a new contract is no leaving."""
    left = []
    for person in people:
        now, was = last_day(person), last_day(before[person.key])
        if now is not None and (was is None or now < was):
            left.append(max(person.employments, key=lambda one: (one.ends_on or now, one.starts_on)))
    return left
