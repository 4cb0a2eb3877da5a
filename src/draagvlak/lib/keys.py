"""Keys of rows that must not tell when they came."""

import secrets

# Below 2 to the 53rd every whole number survives a reader that knows only floating numbers, such as a browser.
LARGEST_KEY = 2**52


def drawn_key() -> int:
    """A key that says nothing about the order in which rows came."""
    return secrets.randbelow(LARGEST_KEY) + 1
