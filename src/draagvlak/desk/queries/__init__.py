"""One person's view: what waits, where we are in the cycle, and what stands around every page."""

from draagvlak.desk.queries.cycle import cycle_of
from draagvlak.desk.queries.guests import guests_with_nothing_open
from draagvlak.desk.queries.letters import letters_for, next_letter, readers
from draagvlak.desk.queries.room import ROOMS, room_of, rooms_of, sheet_of
from draagvlak.desk.queries.shell import surroundings_of
from draagvlak.desk.queries.tasks import grouped, tasks_for
from draagvlak.desk.queries.treated import counted_per_source, in_order, spread_over_groups, treated_in, years_of
from draagvlak.desk.queries.where import where_we_are

__all__ = [
    "ROOMS",
    "counted_per_source",
    "cycle_of",
    "grouped",
    "guests_with_nothing_open",
    "in_order",
    "letters_for",
    "next_letter",
    "readers",
    "room_of",
    "rooms_of",
    "sheet_of",
    "spread_over_groups",
    "surroundings_of",
    "tasks_for",
    "treated_in",
    "where_we_are",
    "years_of",
]
