"""Named answers of this station."""

from draagvlak.planproject.queries.group import (
    calls,
    calls_open,
    candidacies_to_weigh,
    candidacy_of,
    comparison,
    composition_preview,
    current_project,
    group_of,
    is_group_member,
    open_calls_for,
    seats_of,
    tally,
)

__all__ = [
    "calls",
    "calls_open",
    "candidacies_to_weigh",
    "candidacy_of",
    "comparison",
    "composition_preview",
    "current_project",
    "group_of",
    "is_group_member",
    "open_calls_for",
    "seats_of",
    "tally",
]
