"""Codes with which a person without a name comes back to what was said: drawn before sending, kept as a digest only."""

import hashlib
import secrets

# Without what is easily mistaken on paper: I, O, 0 and 1.
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LONG = 12


def drawn_code() -> str:
    """A new code, as people copy it."""
    return in_fours("".join(secrets.choice(SIGNS) for _turn in range(LONG)))


def plain_code(typed: str) -> str:
    """A code as it is kept and compared: capitals, without spaces and dashes."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def is_code(code: str) -> bool:
    return len(code) == LONG and set(code) <= set(SIGNS)


def in_fours(code: str) -> str:
    """A code as people copy it: ABCD-EFGH-JKLM."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def digest_of(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
