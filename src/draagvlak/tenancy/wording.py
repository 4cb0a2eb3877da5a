"""Sentences for the log, not for people: a foreign row is a fault of ours."""

FOREIGN_ROW = "Writing {row} outside its organisation"
