"""Example articles for a training regulation, in three languages: a start that every organisation changes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from draagvlak.lib.law_data import Texts

SIZES = ("small", "large")


@dataclass(frozen=True)
class Example:
    """One article. confidence: verified, to_check or own; rests_on: keys of rules of the law library; value: in the unit of
    the rule, 1 for yes."""

    key: str
    chapter: str
    sizes: tuple[str, ...]
    title: Texts
    body: Texts
    source: str
    confidence: str
    rule: str
    value: Decimal | None
    rests_on: tuple[str, ...]


@cache
def examples() -> tuple[Example, ...]:
    """Every example, in the order of the chapters."""
    text = Path(__file__).with_name("articles_be.toml").read_text(encoding="utf-8")
    return tuple(_read(one) for one in tomllib.loads(text, parse_float=Decimal)["article"])


def examples_for(size: str) -> tuple[Example, ...]:
    """Those proposed to a small or a large organisation."""
    return tuple(one for one in examples() if size in one.sizes)


def _read(one: Mapping[str, Any]) -> Example:
    return Example(
        key=one["key"],
        chapter=one["chapter"],
        sizes=tuple(one["sizes"]),
        title=Texts(**one["title"]),
        body=Texts(**one["body"]),
        source=one.get("source", ""),
        confidence=one.get("confidence", "own"),
        rule=one.get("rule", ""),
        value=Decimal(one["value"]) if "value" in one else None,
        rests_on=tuple(one.get("rests_on", ())),
    )
