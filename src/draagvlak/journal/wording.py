"""What each act is called on a page. Every context adds its own when it is loaded."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, str | Promise] = {}
UNKNOWN_ACT = "No name for the act {act}"
BY_THE_SYSTEM = _("Draagvlak zelf")


def name_acts(names: Mapping[str, str | Promise]) -> None:
    """Give acts their words: "context.act" → what follows the person's name ("opende de oproep")."""
    ACTS.update(names)


def words_for(act: str) -> str:
    return str(ACTS[act])
