"""The one typed front of the permission library: facts about persons, and the table "act → who & when".

A fact is a predicate over (account, thing). Facts combine with & | ~. `permit` writes one line of a context's
table; `may` asks it. Nothing outside this file imports the library.
"""

from collections.abc import Callable
from typing import Any

from rules.permissions import add_perm, has_perm, perm_exists, permissions
from rules.predicates import Predicate, predicate

Fact = Predicate


def fact(test: Callable[[Any, Any], bool]) -> Fact:
    """Make a fact of a function (account, thing) → bool. Someone who is not signed in holds no fact."""

    def holds(account: Any, thing: Any = None) -> bool:  # noqa: ANN401 -- anything can be the subject of a right
        return bool(account is not None and account.is_authenticated and test(account, thing))

    return predicate(holds, name=test.__name__)


def permit(act: str, when: Fact) -> None:
    """Write one line of the table of rights. Raises KeyError when the act already has a line."""
    add_perm(act, when)


def may(account: object, act: str, thing: object = None) -> bool:
    """Whether this account may do this act on this thing. An act without a line in a table is a fault: KeyError."""
    if not perm_exists(act):
        message = f"No line for {act} in any table of rights"
        raise KeyError(message)
    return bool(has_perm(act, account, thing))


def table() -> dict[str, Fact]:
    """Every line of every table, for the documentation and the matrix test."""
    return dict(permissions)
