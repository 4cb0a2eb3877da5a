"""Whom somebody means with a typed name or personnel number."""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from draagvlak.staff.figures import Nameable


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they compare: no case, no accents, no signs between them."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"\w+", "".join(sign for sign in parts if not unicodedata.combining(sign))))


def labelled(people: Sequence[tuple[int, str, str]], where: Mapping[int, str]) -> list[Nameable]:
    """Everybody with a label of his own: name with personnel number; else, of namesakes, with where they work.

    people: key, name and number; where: function and team, by key. Namesakes who work at the same place are numbered.
    """
    heard = Counter((name, number) for _key, name, number in people)
    seen: Counter[str] = Counter()
    found = []
    for key, name, number in people:
        place = where.get(key, "")
        label = _with(name, number or (place if heard[name, number] > 1 else ""))
        seen[label] += 1
        if seen[label] > 1:
            label = _with(name, ", ".join(filter(None, (number or place, str(seen[label])))))
        found.append(Nameable(key, name, number, label))
    return found


def _with(name: str, more: str) -> str:
    return f"{name} ({more})" if more else name


def meant(text: str, people: Iterable[Nameable]) -> list[Nameable]:
    """Who is meant, by the surest reading that fits anybody: the label, the number, the whole name, some of its words."""
    wanted, known = words_of(text), [(one, words_of(one.name)) for one in people]
    if not wanted:
        return []
    readings = (
        [one for one, _name in known if one.label == text.strip()],
        [one for one, _name in known if words_of(one.label) == wanted],
        [one for one, _name in known if one.number and words_of(one.number) == wanted],
        [one for one, name in known if sorted(name) == sorted(wanted)],
        [one for one, name in known if set(wanted) <= set(name)],
    )
    return next(filter(None, readings), [])


def near(text: str, people: Iterable[Nameable], *, most: int) -> list[Nameable]:
    """Who may be meant when nobody is called so: written almost the same, or with a word that begins so."""
    wanted, known = words_of(text), [(one, words_of(one.name)) for one in people]
    by_name = {" ".join(name): one for one, name in reversed(known)}
    alike = [by_name[name] for name in difflib.get_close_matches(" ".join(wanted), by_name, n=most, cutoff=0.75)]
    begun = [one for one, name in known if any(word.startswith(part) for part in wanted for word in name)]
    return list(dict.fromkeys([*alike, *begun]))[:most]
