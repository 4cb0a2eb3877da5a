"""Rows that name nobody: an open place, a team, a group of people."""

import re

from draagvlak.staff.imports.cleaning import plain
from draagvlak.staff.imports.words import words

_OPEN = words(
    "vacant vacante vacature vacatures nn nnb ntb tbd tba tebegeven overtedragen nadertebepalen nogtebepalen tebepalen"
    " nogintevullen intevullen aantewerven nogaantewerven onbekend open interim interimkracht interimair interimaire uitzendkracht"
    " vervanger vervanging jobstudent jobstudenten stagiair stagiairs vrijwilligers apourvoir postevacant posteapourvoir"
    " postevacante aengager adefinir inconnu remplacant remplacement tobehired tobefilled tobeannounced tobeconfirmed unknown"
    " openstaand nogniemand niemand nobody reserve dummy test"
)
_FIRST_WORDS = words("vacant vacante vacature vacatures team afdeling leefgroep equipe nachtteam nachtploeg")
_GROUP = re.compile(
    r"(?:nacht|dag|avond|weekend|week|vroeg|late?|vlieg|mobiele?|zorg|keuken|poets|schoonmaak|onthaal|logistiek|technische?|flex|vervangings?"
    r"|interim|stagiairs?|vrijwilligers)(?:team|ploeg|equipe|pool|dienst)(?:en|s)?"
)
# A group with how many are in it: KEUKEN (2).
_COUNTED = re.compile(r"[^\W\d]+\s*\(\s*\d{1,2}\s*\)")


def names_nobody(text: str) -> bool:
    """Whether what stands where a name should stand is that of nobody. text: the words as they stood, in their order."""
    small = plain(text).strip()
    letters = "".join(sign for sign in small if sign.isalpha())
    if not letters:
        return False
    return (
        letters in _OPEN
        or re.split(r"[\W\d_]+", small.strip(" ("))[0] in _FIRST_WORDS
        or bool(_GROUP.fullmatch(letters))
        or bool(_COUNTED.fullmatch(text.strip()))
    )
