"""What an act says when it may not happen."""

from collections.abc import Mapping
from types import MappingProxyType


class Refused(Exception):
    """The act may not happen now; the message is a full sentence for the person, in the person's language.

    The only exception that a view turns into words. Everything else is a fault of ours and reaches the error page.
    """


class Changed(Refused):
    """Somebody else changed the record since this person opened it.

    theirs: field name → value as it stands now, so that the page can show both texts and nothing is lost.
    version: the version the record has now; sending the form again with it means "I have seen theirs".
    """

    def __init__(self, sentence: str, *, theirs: Mapping[str, object], version: int, by: str = "") -> None:
        super().__init__(sentence)
        self.theirs = theirs
        self.version = version
        self.by = by


class Outdated(Refused):
    """What the person read before acting is no longer what stands there. The page shows what stands there now, and sending
    again is about that."""


class Trouble(Exception):
    """Something a person must hear, as a stable code with plain details; the sentence is made elsewhere."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details: Mapping[str, object] = MappingProxyType(details)

    def __str__(self) -> str:
        return f"{self.code} {dict(self.details)}"
