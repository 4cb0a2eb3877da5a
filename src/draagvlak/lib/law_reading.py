"""How law_be.toml and an operator's own files with law are read. Used through lib/law.py.

A file holds `[source.KEY]` with nl, fr, en; `[[parameter]]` and `[[rule]]` entries as in law_be.toml, `[[line]]` entries as
in calendar_be.toml. Whatever an entry
lacks, has too much or has in a wrong form stops the program at the start with the file and the key.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace as changed
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from draagvlak.lib.law_data import (
    LANGUAGES,
    RULE_TEXTS,
    BrokenLaw,
    Conditions,
    Follows,
    Law,
    Line,
    Parameter,
    Rule,
    Texts,
)

BUILT_IN = Path(__file__).with_name("law_be.toml")
CALENDAR = Path(__file__).with_name("calendar_be.toml")
Entry = Mapping[str, Any]


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("value is not a whole number")
    return value


def _decimal(value: object) -> Decimal:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        raise ValueError('value is not a number between quotes such as "14.91"')
    return Decimal(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text is missing")
    return value


def _day(value: object) -> str:
    date.fromisoformat(f"2001-{_text(value)}")  # not a leap year: 29 February is no day of every year
    return _text(value)


def _date(value: object) -> date:
    if type(value) is not date:
        raise ValueError("a date is not written as 2026-11-22")
    return value


KINDS: dict[str, Callable[[object], int | Decimal | date | str]] = {
    "whole": _whole,
    "decimal": _decimal,
    "day": _day,
    "date": _date,
    "text": _text,
}


def _texts(value: object) -> Texts:
    if not isinstance(value, dict) or value.keys() != set(LANGUAGES):
        raise ValueError("a text must be there in exactly nl, fr and en")
    return Texts(*(_text(value[language]) for language in LANGUAGES))


def _one_of(value: object, *allowed: str) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return str(value)


def _common(entry: Entry, sources: Mapping[str, Texts]) -> dict[str, Any]:
    """What parameters and rules share: key, period, source, confidence, when written down and when compared."""
    valid_from, valid_to = _date(entry["valid_from"]), entry.get("valid_to")
    if valid_to is not None and _date(valid_to) < valid_from:
        raise ValueError("valid_to lies before valid_from")
    return {
        "key": _text(entry["key"]),
        "valid_from": valid_from,
        "valid_to": valid_to,
        "source": sources[entry["source"]],
        "article": entry.get("article", ""),
        "confidence": _one_of(entry["confidence"], "verified", "to_check"),
        "recorded_on": _date(entry["recorded_on"]),
        "checked_on": _date(entry["checked_on"]) if "checked_on" in entry else None,
    }


COMMON = {"key", "valid_from", "valid_to", "source", "article", "confidence", "recorded_on", "checked_on"}
BODIES = ("works_council", "safety_committee", "union_delegation")
SIZES = {"min_heads", "max_heads", "min_fte"}


def _parameter(entry: Entry, sources: Mapping[str, Texts]) -> Parameter:
    if strange := entry.keys() - COMMON - {"kind", "value", "unit", "note", "joint_committee"}:
        raise ValueError(f"unknown field {sorted(strange)}")
    kind = _one_of(entry["kind"], *KINDS)
    return Parameter(
        **_common(entry, sources),
        kind=kind,
        value=KINDS[kind](entry["value"]),
        unit=_text(entry["unit"]),
        note=_texts(entry["note"]),
        joint_committee=entry.get("joint_committee", ""),
    )


def _conditions(entry: Entry) -> Conditions:
    if strange := entry.keys() - SIZES - {"bodies", "without", "joint_committees", "region"}:
        raise ValueError(f"unknown condition {sorted(strange)}")
    sizes = {name: entry.get(name) for name in SIZES}
    if not all(size is None or type(size) in (int, str) for size in sizes.values()):
        raise ValueError("a size is neither a whole number nor the key of a parameter")
    return Conditions(
        **sizes,
        bodies=frozenset(_one_of(body, *BODIES, "none") for body in entry.get("bodies", [])),
        without=frozenset(_one_of(body, *BODIES) for body in entry.get("without", [])),
        joint_committees=tuple(_text(one) for one in entry.get("joint_committees", [])),
        region=_one_of(entry.get("region", "BE"), "BE", "VL", "BR", "WA"),
    )


def _rule(entry: Entry, sources: Mapping[str, Texts]) -> Rule:
    if strange := entry.keys() - COMMON - {"kind", "bearing", "applies_when", *RULE_TEXTS}:
        raise ValueError(f"unknown field {sorted(strange)}")
    texts: dict[str, Any] = {name: _texts(entry[name]) for name in RULE_TEXTS}
    return Rule(
        **_common(entry, sources),
        **texts,
        kind=_one_of(entry["kind"], "law", "subsidy_rule", "recognition_norm", "collective_agreement", "policy"),
        bearing=_one_of(entry["bearing"], "obligation", "goal", "opportunity"),
        conditions=_conditions(entry.get("applies_when", {})),
    )


BODY_WORDS = ("board", "plan_body", "workers", *BODIES)
ROLES = ("management", "training_coordinator", "hr_officer", "line_manager")
# What each way of following needs beside its kind.
WAYS = {
    "day": ({"day"}, set()),
    "period": ({"first", "last"}, set()),
    "year_end": ({"months"}, {"from_months"}),
    "before": ({"line", "days"}, set()),
    "after": ({"line"}, {"days", "months"}),
    "each": (set[str](), set[str]()),
}


def _follows(entry: Entry) -> Follows:
    kind = _one_of(entry["kind"], *WAYS)
    needs, may_have = WAYS[kind]
    given = entry.keys() - {"kind"}
    if given - needs - may_have or needs - given or (kind == "after" and len(given) != len(needs) + 1):
        raise ValueError(f"a day that follows as {kind} has other fields than {sorted(given)}")
    for name in given & {"first", "last"}:
        _day(entry[name])
    for name in given & {"days", "months", "from_months"}:
        if type(entry[name]) not in ((int,) if name == "from_months" else (int, str)):
            raise ValueError(f"{name} is neither a whole number nor the key of a parameter")
    return Follows(kind=kind, **{name: entry[name] for name in given})


def _line(entry: Entry, sources: Mapping[str, Texts]) -> Line:
    own = {"bearing", "what", "why", "who", "task_for", "rule", "follows", "rests_on", "applies_when"}
    if strange := entry.keys() - COMMON - own:
        raise ValueError(f"unknown field {sorted(strange)}")
    return Line(
        **_common(entry, sources),
        bearing=_one_of(entry["bearing"], "duty", "habit"),
        what=_texts(entry["what"]),
        why=_texts(entry["why"]),
        who=tuple(_one_of(one, *ROLES, *BODY_WORDS) for one in entry["who"]),
        task_for=_one_of(entry["task_for"], *ROLES),
        rule=entry.get("rule", ""),
        follows=_follows(entry["follows"]),
        rests_on=tuple(_text(one) for one in entry.get("rests_on", [])),
        conditions=_conditions(entry.get("applies_when", {})),
    )


def _refuse_loose_ends(law: Law) -> Law:
    """A line follows another that is there, and in the end one with a day of its own."""
    lines = {line.key: line for line in law.lines}
    known = {parameter.key for parameter in law.parameters}
    for line in law.lines:
        if unknown := set(line.keys()) - known:
            raise BrokenLaw(f"line {line.key}: no parameter {sorted(unknown)}")
        seen, here = set[str](), line
        while here.follows.line:
            if here.key in seen or here.follows.line not in lines or lines[here.follows.line].follows.kind == "each":
                raise BrokenLaw(f"line {line.key}: no day follows from {here.follows.line}")
            seen.add(here.key)
            here = lines[here.follows.line]
    return law


def _outside(old: Parameter, newer: Sequence[Parameter]) -> Iterator[Parameter]:
    """The parts of an older value's period that no newer value of a later file takes over."""
    for new in newer:
        if (new.key, new.joint_committee) != (old.key, old.joint_committee) or not overlap(old, new):
            continue
        if old.valid_from < new.valid_from:
            yield from _outside(changed(old, valid_to=new.valid_from - timedelta(days=1)), newer)
        if new.valid_to and (old.valid_to is None or new.valid_to < old.valid_to):
            yield from _outside(changed(old, valid_from=new.valid_to + timedelta(days=1)), newer)
        return
    yield old


def overlap(one: Parameter, other: Parameter) -> bool:
    """Whether two values share a day."""
    return one.valid_from <= (other.valid_to or date.max) and other.valid_from <= (one.valid_to or date.max)


def _refuse_overlap(entries: Sequence[Parameter]) -> None:
    ordered = sorted(entries, key=lambda p: (p.key, p.joint_committee, p.valid_from))
    for one, other in pairwise(ordered):
        if (one.key, one.joint_committee) == (other.key, other.joint_committee) and overlap(one, other):
            raise BrokenLaw(f"parameter {one.key}: two values on {other.valid_from}")


def _read(path: Path, kind: str, entries: object, read: Callable[[Entry], Any]) -> list[Any]:
    found = []
    for place, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
        try:
            found.append(read(entry))
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            name = entry.get("key", place) if isinstance(entry, dict) else place
            raise BrokenLaw(f"{path.name}, {kind} {name}: {fault}") from fault
    return found


def _by_key(path: Path, kind: str, entries: object, read: Callable[[Entry], Any]) -> dict[str, Any]:
    """Entries of which a later file takes over the whole key."""
    found = _read(path, kind, entries, read)
    if len({one.key for one in found}) < len(found):
        raise BrokenLaw(f"{path.name}: a {kind} stands twice")
    return {one.key: one for one in found}


@lru_cache(maxsize=8)
def _loaded(paths: tuple[Path, ...]) -> Law:
    sources: dict[str, Texts] = {}
    found: list[Parameter] = []
    rules: dict[str, Rule] = {}
    lines: dict[str, Line] = {}
    for path in (BUILT_IN, CALENDAR, *paths):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as fault:
            raise BrokenLaw(f"{path.name}: {fault}") from fault
        if strange := data.keys() - {"source", "parameter", "rule", "line"}:
            raise BrokenLaw(f"{path.name}: unknown part {sorted(strange)}")
        for key, names in data.get("source", {}).items():
            sources[key] = _read(path, "source", {"key": key, "names": names}, lambda entry: _texts(entry["names"]))[0]
        newer = _read(path, "parameter", data.get("parameter", []), lambda entry: _parameter(entry, sources))
        _refuse_overlap(newer)
        found = [part for old in found for part in _outside(old, newer)] + newer
        rules |= _by_key(path, "rule", data.get("rule", []), lambda entry: _rule(entry, sources))
        lines |= _by_key(path, "line", data.get("line", []), lambda entry: _line(entry, sources))
    return _refuse_loose_ends(Law(tuple(found), tuple(rules.values()), tuple(lines.values())))


def load(paths: Sequence[Path] = ()) -> Law:
    """The built-in law, then each file of the operator over it: a parameter takes over its own period, a rule and
    a line of the calendar their key.

    Read once per process for the same paths. Raises BrokenLaw.
    """
    return _loaded(tuple(Path(path) for path in paths))
