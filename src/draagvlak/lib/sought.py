"""Looking for a name as somebody types it: capitals and accents make no difference, on either database.

    Account.objects.filter(name__plain__contains=plain("Zoe"))    # finds Zoë, and ZOË

One letter stands for one letter, so that both databases and the words that are sought are folded by the same table.
"""

import unicodedata
from typing import Any

from django.db.backends.signals import connection_created
from django.db.models import CharField, Transform

# Latin letters with accents, of every language that names here may come from; and those that no accent explains.
_ACCENTED = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_OTHER = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "ß": "s", "ð": "d", "þ": "t", "ħ": "h"}
TABLE = {
    sign: letter
    for sign in _ACCENTED
    if (letter := _OTHER.get(sign, unicodedata.normalize("NFKD", sign)[0].lower())) != sign and letter.isascii()
} | {"’": "'", "‘": "'"}
_LETTERS = str.maketrans(TABLE)


def plain(text: str) -> str:
    """The text in small letters without accents. A letter that is written as two signs counts as the one that it is."""
    return unicodedata.normalize("NFC", text).translate(_LETTERS).lower()


@CharField.register_lookup
class Plain(Transform):
    """A column as `plain` makes a text."""

    lookup_name = "plain"
    function = "draagvlak_plain"

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:  # noqa: ANN401 -- Django's own
        signs, letters = "".join(TABLE), "".join(TABLE.values()).replace("'", "''")
        template = f"lower(translate(%(expressions)s, '{signs}', '{letters}'))"
        return self.as_sql(compiler, connection, template=template)


def _plain(text: str | None) -> str | None:
    return None if text is None else plain(text)


def _teach(connection: Any, **_: object) -> None:  # noqa: ANN401 -- Django's own
    if connection.vendor == "sqlite":
        connection.connection.create_function("draagvlak_plain", 1, _plain, deterministic=True)


connection_created.connect(_teach)
