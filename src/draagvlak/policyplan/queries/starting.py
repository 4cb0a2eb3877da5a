"""The texts with which the sections of a plan may begin, in three languages and two sizes."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from django.utils.translation import get_language

from draagvlak.lib.text import clean_html, plain
from draagvlak.policyplan.models import Section, Version
from draagvlak.policyplan.states import PlanSize, SectionKey

LANGUAGES = ("nl", "fr", "en")


@lru_cache(maxsize=1)
def _texts() -> dict[str, dict[str, dict[str, str]]]:
    """Language → size → key of a section → rich text."""
    folder = files("draagvlak.policyplan") / "starting"
    return {one: tomllib.loads((folder / f"{one}.toml").read_text(encoding="utf-8")) for one in LANGUAGES}


def starting_texts(size: PlanSize) -> dict[str, str]:
    """Key of a section → the text it begins with, in the language of the page; nothing for an empty plan."""
    if size == PlanSize.EMPTY:
        return {}
    language = (get_language() or "nl")[:2]
    return _texts()[language if language in LANGUAGES else "nl"][size.value]


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """Key of a section → the words of each text that it may begin with."""
    return {
        key: frozenset(
            _plainly(clean_html(sizes[size][key]))
            for sizes in _texts().values()
            for size in (PlanSize.SHORT, PlanSize.LONG)
        )
        for key in SectionKey.values
    }


def _plainly(body: str) -> str:
    """The words alone: an editor writes spaces and paragraphs in its own way."""
    return " ".join(plain(body).split())


def starting_parts(version: Version) -> set[str]:
    """The sections of a version that hold nothing but a text to begin with."""
    rows = Section.objects.filter(version=version).values_list("key", "body")
    return {key for key, body in rows if body and is_still_starting(key, body)}


def is_still_starting(key: str, body: str) -> bool:
    """Whether a section holds nothing but a text it began with: nobody wrote anything in it yet."""
    return _plainly(body) in _words()[key]
