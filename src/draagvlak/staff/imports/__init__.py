"""Reads a staff list (xlsx, ods, text with separators) into plain rows; knows no table and no framework.

`open_table` opens the file, `propose_mapping` and `mapping_from_words` say which column is which field, `read_rows`
turns the rows into people. Whatever is wrong comes as a stable code with plain details; sentences are made elsewhere.
"""

from draagvlak.lib.refusals import Trouble
from draagvlak.staff.figures import Problem, RefusedRow, StaffRow
from draagvlak.staff.imports.cleaning import normalised_header
from draagvlak.staff.imports.mapping import mapping_from_words, propose_mapping
from draagvlak.staff.imports.opening import open_table
from draagvlak.staff.imports.rows import column_warnings, read_rows
from draagvlak.staff.imports.tables import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    Column,
    Row,
    Table,
    TableWarning,
    UnreadableFile,
    WrongMapping,
)
from draagvlak.staff.imports.words import FIELDS

__all__ = [
    "FIELDS",
    "MAX_BYTES",
    "MAX_COLUMNS",
    "MAX_ROWS",
    "Column",
    "Problem",
    "RefusedRow",
    "Row",
    "StaffRow",
    "Table",
    "TableWarning",
    "Trouble",
    "UnreadableFile",
    "WrongMapping",
    "column_warnings",
    "mapping_from_words",
    "normalised_header",
    "open_table",
    "propose_mapping",
    "read_rows",
]
