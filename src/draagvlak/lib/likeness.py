"""Are two names those of two people, or may they be one person written in two ways?"""

import re
import unicodedata
from difflib import SequenceMatcher

ALIKE = 0.7
"""From here on two spellings may be one name: Mohamed and Mohammed."""
SMALL_WORD = 3
"""Most letters of a word such as van, den or el."""


def _core(name: str) -> str:
    """The name as it compares, without the small words in it (van, de, el), which many share."""
    return "".join(word for part in name.split() if len(word := _folded(part)) > SMALL_WORD) or _folded(name)


def _folded(text: str) -> str:
    """Only letters, small and without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if sign.isalpha())


def _may_be_one(one: str, other: str) -> bool:
    """Equal, a part of each other (An and An-Sofie, J. and Jan), or nearly the same."""
    shorter, longer = sorted((_core(one), _core(other)), key=lambda name: (len(name), name))
    if not shorter:
        return True
    # Two letters inside another name are chance, as a word of it they are not.
    if len(shorter) == 1:
        return longer.startswith(shorter)
    if (len(shorter) >= SMALL_WORD and shorter in longer) or shorter in _parts(one) & _parts(other):
        return True
    return SequenceMatcher(None, shorter, longer, autojunk=False).ratio() >= ALIKE


def are_clearly_other(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether both the first and the last name differ; each name as (first, last).

    What is not filled in tells nothing. Swapped names, and a word that both share, may be one person.
    """
    if not all((*one, *other)):
        return False
    if _may_be_one(one[0], other[0]) or _may_be_one(one[1], other[1]):
        return False
    if _may_be_one(one[0], other[1]) and _may_be_one(one[1], other[0]):
        return False
    return not _words(one) & _words(other)


def _parts(name: str) -> set[str]:
    """The words of a name, and all of it."""
    return {_core(name), *(_folded(word) for word in re.split(r"[\s-]+", name))}


def _words(name: tuple[str, str]) -> set[str]:
    """The words that tell people apart: particles (van, de, el) do not."""
    return {folded for word in re.split(r"[\s-]+", " ".join(name)) if len(folded := _folded(word)) > SMALL_WORD}
