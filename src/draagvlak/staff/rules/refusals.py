"""What may not happen with people and lists."""

from collections.abc import Collection
from datetime import date

from draagvlak.lib.refusals import Refused


class ImportEnded(Refused):
    """The list was carried out, dropped or undone before."""


class ImportQuoted(Refused):
    """Something rests on a person whom the list brought."""


class PeopleChanged(Refused):
    """People changed since the trial, or since the list was carried out."""


class NotNamed(Refused):
    """A typed name or number that is nobody's, or that of more than one."""


class NotTheLast(Refused):
    """A later list must be undone first."""


class ListUnreadable(Refused):
    """The file is no list that can be used."""


class NumberTaken(Refused):
    """Somebody else has this personnel number."""


class EmploymentGone(Refused):
    """The employment is no more: the list that brought it was undone."""


class EndsBeforeStart(Refused):
    """The last day lies before the first."""


def refuse_unless_ready(fields: Collection[str], *, sentence: str) -> None:
    """A list must say who each row is about: by number or by name. Raises ListUnreadable."""
    if not {"personnel_number", "name", "last_name"} & set(fields):
        raise ListUnreadable(sentence)


def refuse_reversed(*, starts_on: date, ends_on: date | None, sentence: str) -> None:
    """Raises EndsBeforeStart. ends_on: the last day, included, or None."""
    if ends_on is not None and ends_on < starts_on:
        raise EndsBeforeStart(sentence)
