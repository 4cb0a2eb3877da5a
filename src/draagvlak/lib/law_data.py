"""The law as data: texts in three languages, parameters over a period, rules with their conditions. See lib/law.py."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import date
from decimal import Decimal
from typing import Any

LANGUAGES = ("nl", "fr", "en")
RULE_TEXTS = ("title", "extract", "meaning", "for_whom", "frequency", "evidence")
MONTHS = {
    "nl": (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
# What stands in a sentence where the value on that day is not known.
NOT_KNOWN = {"nl": "(na te kijken)", "fr": "(à vérifier)", "en": "(to be checked)"}
BLANK = re.compile(r"\{([a-z0-9_]+)\}")


class UnknownParameter(LookupError):
    """No value is known for this key on this day (and for this joint committee)."""


class BrokenLaw(ValueError):
    """A file with law does not have the form it must have; the message names the file and the entry."""


@dataclass(frozen=True)
class Texts:
    """One sentence in the three languages."""

    nl: str
    fr: str
    en: str

    def said(self, language: str) -> str:
        """The sentence in "nl", "fr" or "en"; a region such as "nl-be" is ignored, another language gets Dutch."""
        return {"fr": self.fr, "en": self.en}.get(language[:2], self.nl)


@dataclass(frozen=True)
class Parameter:
    """One value of the law over one period, with where it comes from and how sure it is.

    kind: whole | decimal | day (a day of every year, "MM-DD") | date | text. unit: days, months, heads, percent, …
    joint_committee: "" for everyone, else the committee (and those under it) for which the value holds.
    """

    key: str
    kind: str
    value: int | Decimal | date | str
    unit: str
    valid_from: date
    valid_to: date | None
    source: Texts
    article: str
    confidence: str
    recorded_on: date
    checked_on: date | None
    note: Texts
    joint_committee: str

    @property
    def is_checked(self) -> bool:
        """Whether the fact was read in a stored source; if not, the page says "to be checked"."""
        return self.confidence == "verified"

    @property
    def whole(self) -> int:
        """The value as a whole number, in `unit`; TypeError if it is of another kind."""
        if isinstance(self.value, int):
            return self.value
        raise TypeError(f"{self.key} is not a whole number but {self.kind}")

    @property
    def decimal(self) -> Decimal:
        """The value as an exact number, in `unit`; TypeError if it is a date or a text."""
        if isinstance(self.value, (int, Decimal)):
            return Decimal(self.value)
        raise TypeError(f"{self.key} is not a number but {self.kind}")

    @property
    def calendar_date(self) -> date:
        """The value as one calendar date; TypeError if it is of another kind."""
        if isinstance(self.value, date):
            return self.value
        raise TypeError(f"{self.key} is not a date but {self.kind}")

    @property
    def text(self) -> str:
        """The value as a text; TypeError if it is of another kind."""
        if isinstance(self.value, str) and self.kind == "text":
            return self.value
        raise TypeError(f"{self.key} is not a text but {self.kind}")

    def day_in(self, year: int) -> date:
        """The day of that year for a value such as 31 March; TypeError if the value is of another kind."""
        if self.kind == "day" and isinstance(self.value, str):
            return date.fromisoformat(f"{year:04}-{self.value}")
        raise TypeError(f"{self.key} is not a day of the year but {self.kind}")

    def holds_on(self, on: date) -> bool:
        """Whether the value is in force on that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def shown(self, language: str) -> str:
        """The value as a reader of that language writes it: 31 maart, 14,91."""
        language = language if language in LANGUAGES else "nl"
        if self.kind in {"day", "date"}:
            shown = self.day_in(2000) if self.kind == "day" else self.calendar_date
            number = "1er" if language == "fr" and shown.day == 1 else str(shown.day)
            year = "" if self.kind == "day" else f" {shown.year}"
            return f"{number} {MONTHS[language][shown.month - 1]}{year}"
        if self.kind == "text":
            return self.text
        thousands, point = {"nl": (".", ","), "fr": ("\u202f", ","), "en": (",", ".")}[language]
        return f"{self.value:,}".translate({ord(","): thousands, ord("."): point})


@dataclass(frozen=True)
class Conditions:
    """When a rule applies. A size is a number or the key of a parameter.

    bodies: any of these is there ("none" = no body at all); without: none of these is there.
    """

    min_heads: int | str | None
    max_heads: int | str | None
    min_fte: int | str | None
    bodies: frozenset[str]
    without: frozenset[str]
    joint_committees: tuple[str, ...]
    region: str

    def allows(self, present: frozenset[str], joint_committee: str, regions: Collection[str]) -> bool:
        """Whether the bodies present, the joint committee and one of the regions fit; the size is asked of the law."""
        of_committee = any(under(joint_committee, wanted) for wanted in self.joint_committees or ("",))
        of_bodies = (not self.bodies or bool(self.bodies & present)) and not self.without & present
        return of_committee and of_bodies and self.region in {"BE", *regions}


@dataclass(frozen=True)
class Rule:
    """One rule of the frame: an obligation, goal or opportunity, in own words, with source and evidence.

    kind: law | subsidy_rule | recognition_norm | collective_agreement | policy. bearing: obligation | goal | opportunity.
    The texts may hold {parameter_key}; `rules_for` fills them for the day asked. days: once filled, the keys of the
    parameters that stood in `frequency`, of which those that are a day are deadlines.
    """

    key: str
    kind: str
    bearing: str
    title: Texts
    extract: Texts
    meaning: Texts
    for_whom: Texts
    frequency: Texts
    evidence: Texts
    source: Texts
    article: str
    confidence: str
    conditions: Conditions
    valid_from: date
    valid_to: date | None
    recorded_on: date
    checked_on: date | None
    days: frozenset[str] = frozenset()

    def texts(self) -> dict[str, Texts]:
        """The six texts that a person reads, by name."""
        return {name: getattr(self, name) for name in RULE_TEXTS}

    def blanks(self) -> set[str]:
        """The keys of the parameters that stand in its texts or sizes."""
        spoken = " ".join(getattr(text, language) for text in self.texts().values() for language in LANGUAGES)
        sizes = (self.conditions.min_heads, self.conditions.max_heads, self.conditions.min_fte)
        return set(BLANK.findall(spoken)) | {size for size in sizes if isinstance(size, str)}


@dataclass(frozen=True)
class Follows:
    """How the day of a line of the yearly calendar follows. kind says which of the fields count.

    day: the key of a parameter that is a day. period: first and last ("MM-DD"). year_end: months after the last day of the
    financial year; with from_months it is a period from then on. before, after: days or months from another line.
    each: no day of its own, because something else starts it each time. days and months are numbers or keys of parameters.
    """

    kind: str
    day: str = ""
    first: str = ""
    last: str = ""
    line: str = ""
    days: int | str | None = None
    months: int | str | None = None
    from_months: int | None = None

    def keys(self) -> set[str]:
        """The keys of the parameters that it rests on."""
        return {key for key in (self.day, self.days, self.months) if isinstance(key, str) and key}


@dataclass(frozen=True)
class Line:
    """One line of the yearly calendar: what comes back, for whom, and how its day follows.

    bearing: duty | habit; a habit is good practice that no law asks for. who: roles and bodies; plan_body stands for who
    advises on the training plan here, workers for everyone who works here. task_for: the role whose task it becomes.
    rule: the rule of the library that it comes from, "" for none.
    """

    key: str
    bearing: str
    what: Texts
    why: Texts
    who: tuple[str, ...]
    task_for: str
    rule: str
    follows: Follows
    rests_on: tuple[str, ...]
    conditions: Conditions
    source: Texts
    article: str
    confidence: str
    valid_from: date
    valid_to: date | None
    recorded_on: date
    checked_on: date | None

    def holds_on(self, on: date) -> bool:
        """Whether the line is in force on that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def keys(self) -> list[str]:
        """The keys of all parameters that the line rests on: those of its day, of its sizes, and others."""
        sizes = (self.conditions.min_heads, self.conditions.max_heads, self.conditions.min_fte)
        own = self.follows.keys() | {size for size in sizes if isinstance(size, str)}
        return [*sorted(own), *(key for key in self.rests_on if key not in own)]


@dataclass(frozen=True)
class Law:
    """All parameters, rules and lines of the yearly calendar that were loaded."""

    parameters: tuple[Parameter, ...]
    rules: tuple[Rule, ...]
    lines: tuple[Line, ...] = ()

    def parameter(self, key: str, *, on: date, joint_committee: str = "") -> Parameter:
        """The value in force on that day; the one of the nearest joint committee wins over the general one."""
        known = [
            p for p in self.parameters if p.key == key and p.holds_on(on) and under(joint_committee, p.joint_committee)
        ]
        if not known:
            raise UnknownParameter(f"{key} has no value on {on}")
        return max(known, key=lambda p: len(p.joint_committee))

    def fits(self, rule: Rule | Line, *, heads: int, fte: Decimal, on: date) -> bool:
        """Whether an organisation of this size falls under the rule or the line."""

        def size(limit: int | str | None, otherwise: int) -> Decimal:
            if isinstance(limit, str):
                return self.parameter(limit, on=on).decimal
            return Decimal(otherwise if limit is None else limit)

        when = rule.conditions
        return size(when.min_heads, heads) <= heads <= size(when.max_heads, heads) and size(when.min_fte, 0) <= fte

    def filled(self, rule: Rule, *, on: date, joint_committee: str) -> Rule:
        """The rule with the values of that day in its texts; a value nobody knows stands there as "to be checked"."""

        def value(key: str, language: str) -> str:
            try:
                return self.parameter(key, on=on, joint_committee=joint_committee).shown(language)
            except UnknownParameter:
                return NOT_KNOWN[language]

        def said(text: Texts, language: str) -> str:
            return BLANK.sub(lambda blank: value(blank[1], language), text.said(language))

        texts: dict[str, Any] = {
            name: Texts(*(said(text, language) for language in LANGUAGES)) for name, text in rule.texts().items()
        }
        return changed(rule, **texts, days=frozenset(BLANK.findall(rule.frequency.nl)))


def under(joint_committee: str, wanted: str) -> bool:
    """Whether a joint committee is the wanted one or a part of it: 330.01 is under 330, and everything is under ""."""
    return not wanted or joint_committee == wanted or joint_committee.startswith(f"{wanted}.")
