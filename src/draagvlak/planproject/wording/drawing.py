"""The words of the fair draw: why it cannot start, and what would make it possible."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from draagvlak.lib.draw import Change, Infeasible, Trouble

# Why a fair draw cannot start, by the codes of lib.draw; the names in braces are its details.
DRAW_TROUBLES = {
    "too_large": _("Het bestand {name} is groter dan {limit_mb} MB."),
    "not_utf8": _("Het bestand {name} is geen tekst in UTF-8. Bewaar het als “CSV UTF-8”."),
    "empty": _("Het bestand {name} is leeg."),
    "broken_row": _("{name}, rij {row}: dit is niet te lezen."),
    "odd_row": _("{name}, rij {row}: er staan {cells} vakken, en de eerste rij heeft er {columns}."),
    "column_twice": _("{name}: de kolom {column} staat er twee keer."),
    "column_missing": _("{name}: de kolom {column} ontbreekt."),
    "cell_empty": _("{name}, rij {row}: {column} is leeg."),
    "not_whole": _("{name}, rij {row}: {column} moet een geheel getal zijn, 0 of meer, en er staat “{value}”."),
    "min_over_max": _(
        "{name}, rij {row}: voor {category}, {value} is het minimum {least} groter dan het maximum {most}."
    ),
    "quota_twice": _("{name}, rij {row}: {category}, {value} staat er twee keer."),
    "id_twice": _("{name}, rij {row}: de kandidaat {id} staat er twee keer."),
    "too_many_quotas": _("{name}: er zijn meer dan {limit} quota."),
    "too_many_candidates": _("{name}: er zijn meer dan {limit} kandidaten."),
    "no_candidates": _("{name}: er staat geen enkele kandidaat in."),
    "seats_too_few": _("Er moet minstens één zetel zijn."),
    "seats_too_many": _("Er kunnen hoogstens {limit} zetels zijn."),
    "too_few_candidates": _("Er is niets te loten: {candidates} op de lijst, {seats} te kiezen."),
    "seed_empty": _("De startwaarde van de loting is leeg."),
    "seed_too_long": _("De startwaarde van de loting telt hoogstens {limit} tekens."),
    "seed_two_lines": _("De startwaarde van de loting staat op één regel, zonder onzichtbare tekens."),
    "too_few_with_value": _(
        "voor {category}, {value} is het minimum {least}, en het aantal kandidaten daarmee is {candidates}"
    ),
    "least_over_seats": _("de minima voor {category} zijn samen {least}, en er zijn {seats} zetels"),
    "most_under_seats": _("met de maxima voor {category} raken hoogstens {most} van de {seats} zetels bezet"),
}
DRAW_INFEASIBLE = _("Geen enkele groep voldoet aan alle quota.")
DRAW_WHY = _("De reden: {reasons}.")
DRAW_TOGETHER = _("Elk quotum kan op zichzelf, maar samen gaan ze niet.")
DRAW_CHANGES = _("De kleinste verandering waarmee het wel kan: {changes}.")
DRAW_CHANGE = {
    "least": _("{category}, {value}: minimum van {now} naar {needed}"),
    "most": _("{category}, {value}: maximum van {now} naar {needed}"),
}


Named = Callable[[str, str], tuple[str, str]]
"""A category and a value of it, as people call them."""


def as_it_stands(category: str, value: str) -> tuple[str, str]:
    return category, value


def draw_sentence(trouble: Trouble, named: Named = as_it_stands) -> str:
    """Why the draw cannot start, as one or more full sentences on one line."""
    if not isinstance(trouble, Infeasible):
        details = dict(trouble.details)
        if "category" in details:
            words = named(str(details["category"]), str(details.get("value", "")))
            details |= dict(zip(("category", "value"), words, strict=True))
        return str(DRAW_TROUBLES[trouble.code]).format(**details)
    why = str(DRAW_WHY).format(reasons="; ".join(draw_sentence(one, named) for one in trouble.reasons))
    how = str(DRAW_CHANGES).format(changes=draw_changes(trouble.changes, named))
    return f"{DRAW_INFEASIBLE} {why if trouble.reasons else DRAW_TOGETHER} {how}"


def draw_changes(changes: Iterable[Change], named: Named = as_it_stands) -> str:
    """The quotas to relax and by how much."""
    said = []
    for one in changes:
        category, value = named(one.category, one.value)
        words = {"category": category, "value": value, "now": one.now, "needed": one.needed}
        said.append(str(DRAW_CHANGE[one.bound]).format(**words))
    return "; ".join(said)


def limit_said(people: int, standing: int) -> str:
    """What is known of a category for which limits are asked: how many work here, how many of them stand."""
    here = ngettext("%(number)s collega", "%(number)s collega’s", people) % {"number": people}
    return f"{here}, {ngettext('%(number)s kandidaat', '%(number)s kandidaten', standing) % {'number': standing}}"
