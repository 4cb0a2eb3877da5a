"""The line of sight, and what keeps a version from being submitted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Gap:
    """Something that is missing before a version can be submitted. what: a key of the wording; name: of which thing."""

    what: str
    name: str = ""


@dataclass(frozen=True)
class Difference:
    """One part of a plan in two versions. html: the text with <ins> and <del>; empty when nothing changed."""

    title: str
    html: str
    is_changed: bool


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph, item of a list or row of a table of a frozen text. key: the same as long as the text is."""

    key: str
    number: int
    part: str
    text: str
    is_heading: bool = False


@dataclass(frozen=True)
class Share:
    """How many people of a category took part. merged: how many categories are in it."""

    category: str
    people: int
    took_part: int
    merged: int = 1
