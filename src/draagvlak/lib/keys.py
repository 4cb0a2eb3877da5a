"""Keys of rows that must not tell when they came."""

import secrets

# Below 2 to the 53rd every whole number survives a reader that knows only floating numbers, such as a browser.
LARGEST_KEY = 2**52
# Digits of a number that always fits where keys are kept (2^63 has nineteen).
LONGEST_KEY = 18


def drawn_key() -> int:
    """A key that says nothing about the order in which rows came."""
    return secrets.randbelow(LARGEST_KEY) + 1


def key_in(text: str) -> int | None:
    """The key that a text from outside names; None where it is no number, or one that no row can have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY else None
