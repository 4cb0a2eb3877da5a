"""Text as people typed it, made clean: strange spaces, invisible signs, accents, words to compare."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from draagvlak.staff.imports.tables import Cell

# Excel writes control characters inside shared strings as _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SPACES = re.compile(r"\s+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_FORMULA = re.compile(r"[=@+]|-[\w(\"']")
# ="00123" is the habit of many exports to keep leading zeros; there is nothing to evaluate in it.
_QUOTED_LITERAL = re.compile(r'="([\w .,/-]*)"')
# What spreadsheet programs print for a cell that went wrong, in Dutch, French and English: #N/B, #VERW!, #NOM?, #DIV/0!
_ERROR = re.compile(r"#(?:[a-z]+[!?]|[a-z]{1,5}/[a-z0-9]{1,2}!?)")
_NATIONAL_AS_PRINTED = re.compile(r"\d\d\.\d\d\.\d\d[- ]\d{3}[. -]\d\d")
# A national number between other signs; whether it is one, its check digits tell.
_NATIONAL_INSIDE = re.compile(r"(?<!\d)\d\d[ ./-]?\d\d[ ./-]?\d\d[ ./-]{0,3}\d{3}[ ./-]?\d\d(?!\d)")
# What announced the number, and the brackets around it, say nothing without it.
_ANNOUNCED = re.compile(
    r"[(\[]?\s*(?:\b(?:rijksregister(?:nummer|nr)?|rr|rrn|r\.r\.n?\.?|insz|niss|nn|registre national)[ .:°-]*)?\0[ .,:-]*[)\]]?",
    re.IGNORECASE,
)
# Letters that decomposition does not turn into a plain letter.
_PLAIN = str.maketrans(
    {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d"}
)


_SHORTEST_NATIONAL = 11


def clean(text: str) -> str:
    """The text without strange or double spaces and without invisible characters; diacritics stay."""
    if text.isascii() and text.isprintable() and "  " not in text and "_x" not in text:
        return text.strip()
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = unicodedata.normalize("NFC", text)
    # Format characters (zero width, soft hyphen, direction marks), lone surrogates and other invisible ones vanish;
    # tabs and line ends are spaces.
    kept = [sign for sign in text if sign.isspace() or unicodedata.category(sign)[0] != "C"]
    return _SPACES.sub(" ", "".join(kept)).strip()


def plain(text: str) -> str:
    """The text in small letters without accents, for comparing."""
    text = text.lower()
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def key(text: str) -> str:
    """Only the letters and digits of the text, small and without accents: two spellings of a word compare equal."""
    return "".join(sign for sign in plain(text) if sign.isalnum())


def normalised_header(label: str) -> str:
    """How a header is remembered: without case, accents, spaces, signs, and units in brackets."""
    bare = _BRACKETS.sub(" ", label)
    # A fraction in words needs its sign: a header "%" has no letter to remember.
    return key(bare) or key(label) or clean(label)


def as_text(cell: Cell) -> str:
    """The cell as a clean text: whole numbers without `.0`, dates as year-month-day."""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet program would start a formula on this text."""
    return bool(_FORMULA.match(text)) and not _QUOTED_LITERAL.fullmatch(text)


def unquoted(text: str) -> str:
    """The text inside the harmless wrapper `="…"` that exports use to keep leading zeros."""
    match = _QUOTED_LITERAL.fullmatch(text)
    return match[1].strip() if match else text


def is_blank(cells: Sequence[Cell]) -> bool:
    """Whether no cell of the row holds anything visible."""
    for cell in cells:  # noqa: SIM110 -- a generator here costs a quarter of the time of reading a text file
        if not isinstance(cell, str) or (cell and (cell[0].isalnum() or clean(cell))):
            return False
    return True


def is_error(text: str) -> bool:
    """Whether a text in small letters is what a spreadsheet program prints for a cell that went wrong."""
    return text.startswith("#") and bool(_ERROR.fullmatch(text))


def is_national_number(text: str) -> bool:
    """Whether the text is a number of the National Register or a BIS number: 11 digits, the last two check the others.

    A spreadsheet takes the zero off the number of somebody born in a year that ends on 00 to 09.
    """
    if not 10 <= len(text) <= 17:
        return False
    digits = "".join(sign for sign in text if sign not in " ./-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in {10, 11}:
        return False
    digits = digits.zfill(11)
    number, check = int(digits[:9]), int(digits[9:])
    # The month of a BIS number is 20 or 40 higher. From 2000 on a 2 goes before the nine digits.
    month = int(digits[2:4]) % 20 <= 12
    return month and check in {97 - number % 97, 97 - (2_000_000_000 + number) % 97}


def is_printed_national_number(text: str) -> bool:
    """Whether the text is written in the way that only a national number is: 80.02.01-123.45."""
    return bool(_NATIONAL_AS_PRINTED.fullmatch(text)) and is_national_number(text)


def without_national_number(text: str) -> tuple[str, bool]:
    """The text without the national numbers in it, and whether there were any."""
    if len(text) < _SHORTEST_NATIONAL:
        return text, False
    marked = _NATIONAL_INSIDE.sub(lambda match: "\0" if is_national_number(match[0]) else match[0], text)
    if marked == text:
        return text, False
    return clean(_ANNOUNCED.sub(" ", marked).replace("\0", " ")).strip(" ,;:-/"), True


def are_national_numbers(cells: Iterable[Cell]) -> bool:
    """Whether a column holds national numbers: most of what is filled in is one. One in seventy numbers is one by chance."""
    filled = [text for cell in cells if cell != "" and (text := as_text(cell))]
    return bool(filled) and sum(map(is_national_number, filled)) * 2 > len(filled)
