"""The line of sight as a drawing (the framework left, the goals in the middle, what could be learnt right), and the workshop's
matrix as a sheet to take to the year plan."""

import textwrap
from collections.abc import Sequence
from typing import Any

from django.utils.formats import number_format

from draagvlak.documents.exports import sheet_of
from draagvlak.lib.text import in_short
from draagvlak.policyplan import wording
from draagvlak.policyplan.figures import Box, Drawing, GoalRow, Matrix, Sight
from draagvlak.policyplan.states import Bearing

WIDTH, BOX, GAP, LINE, PAD = 1080, 320, 12, 19, 8
COLUMNS = (0, (WIDTH - BOX) // 2, WIDTH - BOX)
# So many characters fit in a box in our typeface at the size of the drawing; at most two lines, the whole in the title.
ACROSS, LINES = 40, 2
# Kind, key, title, and whether it hangs loose.
Thing = tuple[str, int, str, bool]
# Kind, the thing itself, and the goals that rest on it.
Below = tuple[str, Any, Sequence[Any]]


def drawing(sight: Sight) -> Drawing:
    """Boxes and curves. Of the framework only what a goal rests on and what still waits for a goal."""
    below = [("item", one, goals) for one, goals in sight.items if _is_drawn(one, goals)]
    below += [("wanted", one, goals) for one, goals in sight.organisation_goals]
    left = [(kind, one.pk, one.title, not goals) for kind, one, goals in _by_first_goal(below, sight)]
    middle = [
        ("goal", rest.goal.number, str(rest.goal), not rest.items and rest.goal.mission_id is None)
        for rest in sight.goals
    ]
    right = [("activity", one.pk, one.title, False) for rest in sight.goals for one in rest.activities]
    height = max(_height(things) for things in (left, middle, right))
    columns = [_column(x, things, height) for x, things in zip(COLUMNS, (left, middle, right), strict=True)]
    boxes = [box for column in columns for box in column]
    return Drawing(WIDTH, height, BOX, boxes, _curves(sight, {box.key: box for box in boxes}))


def _is_drawn(item: Any, goals: Sequence[Any]) -> bool:  # noqa: ANN401 -- an item of the framework
    return bool(goals) or item.bearing == Bearing.OBLIGATION


def _by_first_goal(below: Sequence[Below], sight: Sight) -> list[Below]:
    """In the order of the goals, so that few curves cross; what waits for a goal at the end."""
    last = len(sight.goals) + 1
    place = {rest.goal.number: turn for turn, rest in enumerate(sight.goals)}
    return sorted(below, key=lambda one: min((place[goal.number] for goal in one[2]), default=last))


def _column(x: int, things: Sequence[Thing], within: int) -> list[Box]:
    """One under the other over the whole height, so that a short column stands beside the middle of a long one."""
    room = (within - _height(things)) // len(things) if things else 0
    boxes, y = [], room // 2
    for kind, key, title, is_loose in things:
        lines = _lines_of(title)
        height = len(lines) * LINE + 2 * PAD
        boxes.append(Box((kind, key), x, y, height, lines, title, is_loose))
        y += height + GAP + room
    return boxes


def _height(things: Sequence[Thing]) -> int:
    return sum(len(_lines_of(title)) * LINE + 2 * PAD + GAP for _kind, _key, title, _is_loose in things)


def _lines_of(title: str) -> list[str]:
    return textwrap.wrap(title, ACROSS, max_lines=LINES, placeholder=" …", break_on_hyphens=False) or [title]


def _curves(sight: Sight, boxes: dict[tuple[str, int], Box]) -> list[str]:
    ends = []
    for rest in sight.goals:
        goal = boxes["goal", rest.goal.number]
        below = {item.pk for item in rest.items} | {rest.goal.mission_id} - {None}
        ends += [(boxes["item", item], goal) for item in sorted(below)]
        ends.append((boxes["wanted", rest.goal.organisation_goal_id], goal))
        ends += [(goal, boxes["activity", one.pk]) for one in rest.activities]
    return [_curve(start, end) for start, end in ends]


def _curve(start: Box, end: Box) -> str:
    here, there = start.y + start.height // 2, end.y + end.height // 2
    half = (start.x + BOX + end.x) // 2
    return f"M{start.x + BOX} {here}C{half} {here} {half} {there} {end.x} {there}"


def workshop_sheet(matrix: Matrix) -> bytes:
    """One line per activity; a goal without any has a line of its own, so that it is not forgotten."""
    rows = [line for row in matrix.rows for line in _lines(row)]
    return sheet_of([str(title) for title in wording.SHEET], rows, widths=(40, 30, 30, 44, 24, 24, 9, 9, 9))


def _lines(row: GoalRow) -> list[list[str]]:
    head = [str(row.goal), row.goal.indicator]
    activities = [one for _name, cell in row.cells for one in cell]
    return [
        [
            *head,
            one.competence,
            one.title,
            str(one.get_form_display()) if one.form else "",
            one.for_whom,
            "" if one.people is None else str(one.people),
            "" if one.hours is None else number_format(in_short(one.hours)),
            "" if one.people is None or one.hours is None else number_format(in_short(one.people * one.hours)),
        ]
        for one in activities
    ] or [[*head, *[""] * 7]]
