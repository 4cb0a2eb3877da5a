"""What changed between two texts, part by part."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from draagvlak.lib.redline import compare
from draagvlak.policyplan import wording
from draagvlak.policyplan.figures import Difference
from draagvlak.policyplan.models import Version
from draagvlak.policyplan.queries.plan import snapshot


def differences(older: Version, newer: Version, *, on: date | None = None, is_whole: bool = False) -> list[Difference]:
    """What changed between two versions, part by part, with <ins> and <del> around the words. is_whole: nothing is shortened.

    on: the day of the figures in a draft.
    """
    before, after = _parts(snapshot(older, on=on)), _parts(snapshot(newer, on=on))
    found = []
    for key in dict.fromkeys([*before, *after]):
        old, was = before.get(key, ("", ""))
        title, now = after.get(key, (old, ""))
        if old and key in after and old != title:
            was, now = f"<h3>{escape(old)}</h3>{was}", f"<h3>{escape(title)}</h3>{now}"
        found.append(_difference(title, was, now, is_whole=is_whole))
    return found


def redlines(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    """The same for any two texts in titled parts of rich text."""
    return [
        _difference(title, before.get(title, ""), after.get(title, "")) for title in dict.fromkeys([*before, *after])
    ]


def _difference(title: str, was: str, now: str, *, is_whole: bool = False) -> Difference:
    segments = compare(was, now, is_whole=is_whole) if was != now else []
    is_changed = any(segment.kind != "same" for segment in segments)
    html = "".join(segment.html for segment in segments) if is_changed else ""
    return Difference(title, html, is_changed, segments)


def _parts(values: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """What names a part in every version → its title and its text."""
    parts = {
        section.get("key", section["title"]): (section["title"], section["body"]) for section in values["sections"]
    }
    for answer in values["vision"]:
        facts = _listed([": ".join(filter(None, row)) for row in answer["facts"]])
        parts[f"visie {answer['question']}"] = answer["question"], answer["text"] + facts
    for goal in values["goals"]:
        rows = [
            goal["organisation_goal"],
            goal["mission"],
            goal.get("question", ""),  # a text that was sealed before goals named their question has none
            goal["indicator"],
            f"{goal['baseline']} → {goal['target']}",
            goal["due_on"],
            goal["owner"],
        ]
        title = f"{goal['number']}. {goal['title']}"
        parts[f"doel {goal['number']}"] = title, goal["body"] + _listed([*rows, *goal["answers"]])
    parts["kader"] = (
        str(wording.FRAME_TITLE),
        _listed([f"{item['title']}: {item['meaning']}" for item in values["framework"]]),
    )
    return parts


def _listed(rows: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(row)}</li>" for row in rows if row) + "</ul>" if any(rows) else ""
