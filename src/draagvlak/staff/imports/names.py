"""Names of people: taken apart when they stand in one column, and written with small letters when all are capitals."""

import re
from collections.abc import Iterable

from draagvlak.staff.imports.cleaning import clean, is_national_number, key, plain
from draagvlak.staff.imports.words import GIVEN_NAMES, PARTICLES

_WORD = re.compile(r"[^\s\-'\u2019]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?-?)+")
_ORDER_SAMPLE = 500
# A number as payrolls print it before a name, and behind it in brackets or after a dash.
_NUMBER_BEFORE = re.compile(r"\(?(\d[\d./-]*)\)?\s*[-:\u2013]?\s+(?=[^\W\d])")
_NUMBER_BEHIND = re.compile(r"(?<=[^\W\d])(?:\s*[(\[](\d+)[)\]]|\s+[-\u2013]\s+(\d+))$")

# How somebody is addressed, and the cross of somebody who died; short ones that may be names only with their point.
_TITLE = re.compile(
    r"(?:(?:mevr(?:ouw)?|mej(?:uffrouw)?|mw|dhr|de heer|heer|meneer|dr|mr|mrs|ms|mme|mlle|madame|monsieur|mademoiselle|drs)(?:\.\s*|\s+)"
    r"|(?:m|ir|ing|lic|prof|me)\.\s*)(?=[^\W\d])",
    re.IGNORECASE,
)
_CROSSES = "\u2020\u271d\u271e\u271f"
_BRACKETS_BEHIND = re.compile(r"(?<=[^\s(\[])\s*[(\[](?=[^)\]]*[^\W\d])[^()\[\]]*[)\]]$")
_DASH_BEHIND = re.compile(r"\s+[-\u2013\u2014]\s*([^\W\d].*)$|\s*[-\u2013\u2014]\s+([^\W\d].*)$")
# Words that tell how somebody is at work; behind a dash a name with a capital is the second half of a double name.
_AT_WORK = re.compile(
    r"verlof|ziek|interim|onderbreking|krediet|zwanger|bevalling|moederschap|vaderschap|afwezig|langdurig|stagiair|student|vervang"
    r"|dienst|pensioen|landingsbaan|conge|maladie|malade|credit|absent|stage|pause|leave|sick|maternity|overleden|decede"
)


def bare_name(name: str) -> tuple[str, bool]:
    """A name without the title before it and without what stands beside it, in brackets or behind a dash; and whether
    anything but a title was left out. A number in brackets is that of a payroll, see `without_number`."""
    bare = name.strip(f" {_CROSSES}")
    was_beside = any(sign in name for sign in _CROSSES)
    while bare != (shorter := _TITLE.sub("", bare, count=1) if _TITLE.match(bare) else bare):
        bare = shorter
    # Where nothing but a remark stands, it may be the name.
    while (match := _BRACKETS_BEHIND.search(bare)) is not None:
        bare, was_beside = bare[: match.start()].rstrip(), True
    match = _DASH_BEHIND.search(bare)
    if match is not None and match.start() and _is_remark(match[1] or match[2]):
        bare, was_beside = bare[: match.start()].rstrip(), True
    return bare, was_beside


def _is_remark(text: str) -> bool:
    return text[0].islower() or bool(_AT_WORK.search(plain(text)))


def in_small_letters(name: str) -> str:
    """A name written all in capitals with a capital per word (VAN DEN BERGHE, O'BRIEN, IJZERMAN); others as they are."""
    if name[1:].islower():
        return name
    words = name.split()
    # "van den BROECK" shouts as well; "Van den Broeck" and "McLeod" do not.
    loud = any(len(word) > 1 and word.isupper() for word in words)
    if not loud or _INITIALS.fullmatch(name) or not all(word.isupper() or _is_particle(word) for word in words):
        return name
    return _WORD.sub(_capitalised, name).replace("'T ", "'t ").replace("\u2019T ", "\u2019t ")


def _capitalised(match: re.Match[str]) -> str:
    word = match[0]
    if "." in word or not word.isupper() or word in {"II", "III"}:
        return word
    head = 2 if word.startswith("IJ") and len(word) > 2 else 1
    # The Turkish capital İ would become an i with a loose dot.
    return word[:head] + word[head:].replace("İ", "i").lower()


def without_number(name: str) -> tuple[str, str]:
    """A full name and the number that a payroll printed before or behind it, empty when there is none."""
    match = _NUMBER_BEFORE.match(name)
    if match is not None:
        return name[match.end() :], match[1]
    match = _NUMBER_BEHIND.search(name)
    return (name[: match.start()], match[1] or match[2]) if match is not None else (name, "")


def without_first_name(full: str, first_name: str) -> str:
    """The last name out of a full name when the first name is known; the whole of it when that does not stand in it."""
    words, first = full.replace(",", " ").split(), [plain(word) for word in first_name.split()]
    small = [plain(word) for word in words]
    if len(words) > len(first) and small[-len(first) :] == first:
        return " ".join(words[: -len(first)])
    if len(words) > len(first) and small[: len(first)] == first:
        return " ".join(words[len(first) :])
    return clean(full)


def are_numbered(names: Iterable[str]) -> bool:
    """Whether a column of full names gives every name a number of its own, as a payroll does."""
    numbers: dict[str, str] = {}
    for name in filter(None, names):
        bare, number = without_number(name)
        if not number or is_national_number(number) or numbers.setdefault(number, bare) != bare:
            return False
    return len(set(numbers.values())) * 10 > len(numbers) * 9


def split_name(name: str, *, first_name_first: bool) -> tuple[str, str]:
    """A full name as (first name, last name).

    A comma or capitals say what the last name is; a particle (Van den, El, De) begins it; else the order decides.
    """
    if "," in name:
        last, first = name.split(",", 1)
        return clean(first), clean(last)
    words = name.split()
    if len(words) < 2:
        return "", name
    return _by_capitals(words) or _by_order(words, first_name_first=first_name_first)


def _by_capitals(words: list[str]) -> tuple[str, str] | None:
    capitals = [len(word) > 1 and word.isupper() and not _INITIALS.fullmatch(word) for word in words]
    count = sum(capitals)
    if not count or count == len(words):
        return None
    if all(capitals[:count]):
        return " ".join(words[count:]), " ".join(words[:count])
    # Particles in front of capitals belong to the last name: Piet van den BROECK.
    start = len(words) - count
    if not all(capitals[start:]):
        return None
    while start > 1 and _is_particle(words[start - 1]):
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _by_order(words: list[str], *, first_name_first: bool) -> tuple[str, str]:
    if _is_particle(words[0]) or not first_name_first:
        end = 0
        while end < len(words) - 2 and _is_particle(words[end]):
            end += 1
        return " ".join(words[end + 1 :]), " ".join(words[: end + 1])
    start = next((place for place, word in enumerate(words) if place and _is_particle(word)), 1)
    start = min(start, len(words) - 1)
    return " ".join(words[:start]), " ".join(words[start:])


def _is_particle(word: str) -> bool:
    return plain(word).replace("\u2019", "'") in PARTICLES


def first_name_comes_first(label: str, names: Iterable[str]) -> bool:
    """In which order a column of full names is written.

    The header decides when it names both; else the particles and the well-known first names in the column vote.
    Without a majority the last name comes first, as on most Belgian lists.
    """
    word = key(label)
    first = min((word.find(part) for part in ("voornaam", "prenom", "first", "given") if part in word), default=-1)
    if first >= 0:
        rest = re.sub("voornaam|prenom|first(?:name)?|given(?:name)?", "#", word)
        last = min(
            (rest.find(part) for part in ("naam", "nom", "last", "surname", "family") if part in rest), default=-1
        )
        if last >= 0:
            return rest.find("#") < last
    return sum(_vote(name) for _, name in zip(range(_ORDER_SAMPLE), names, strict=False)) > 0


def _vote(name: str) -> int:
    words = without_number(name)[0].split()
    if len(words) < 2 or "," in name:
        return 0
    if _is_particle(words[0]):
        return -1
    first, last = plain(words[0]) in GIVEN_NAMES, plain(words[-1]) in GIVEN_NAMES
    return int(any(map(_is_particle, words[1:-1]))) + first - last
