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
