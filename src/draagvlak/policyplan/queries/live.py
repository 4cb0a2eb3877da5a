"""Figures that a writer puts in the text as {{a name}}: today's value in a draft, the value with its day once it is fixed."""

import re
from datetime import date
from decimal import Decimal
from html import unescape

from django.conf import settings
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import override

from draagvlak.lib.text import in_short
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.models import Project
from draagvlak.policyplan import wording
from draagvlak.policyplan.figures import LiveFigure
from draagvlak.policyplan.models import Contribution
from draagvlak.staff import queries as staff
from draagvlak.ui.said import day_said

# No mark-up inside: a name of which half is bold is not a name.
NAMED = re.compile(r"\{\{\s*([^{}<>]{1,150}?)\s*\}\}")


def live_figures(project: Project, *, on: date) -> list[LiveFigure]:
    """What can be put in the text, with its value on a day. Six statements, however many people there are."""
    people = staff.headcount(on=on, workers_only=True)
    group = planproject.group_of(project)
    said = Contribution.objects.filter(vision__project=project, is_withdrawn=False).count()
    groups = sorted((name, number) for name, number in people.by.get("function_group", {}).items() if name)
    seats = planproject.seats_of(group, on=on).count() if group else 0
    return [
        _named(wording.LIVE_PEOPLE_NAME, wording.LIVE_PEOPLE, number_format(people.total)),
        _named(wording.LIVE_FTE_NAME, wording.LIVE_FTE, number_format(in_short(Decimal(people.fte)))),
        _named(wording.LIVE_SEATS_NAME, wording.LIVE_SEATS, str(seats)),
        _named(wording.LIVE_ANSWERS_NAME, wording.LIVE_ANSWERS, number_format(said)),
        *[
            _named(wording.LIVE_GROUP_NAME, wording.LIVE_GROUP, number_format(number), name=name)
            for name, number in groups
        ],
    ]


def _named(called: Promise, label: Promise, value: str, **words: str) -> LiveFigure:
    """The figure by its name in the language of who reads, and by those in the others."""
    others = []
    for language, _label in settings.LANGUAGES:
        with override(language):
            others.append(str(called).format(**words))
    return LiveFigure(str(called).format(**words), str(label).format(**words), value, tuple(others))


def with_figures(body: str, figures: list[LiveFigure], *, on: date, is_fixed: bool) -> str:
    """A text with its figures filled in, each with where it comes from; a name that is none stays as it was typed."""
    known = {_plainly(name): figure.value for figure in figures for name in (*figure.others, figure.name)}
    words = wording.LIVE_FIXED if is_fixed else wording.LIVE_TODAY

    def filled(found: re.Match[str]) -> str:
        value = known.get(_plainly(unescape(found[1])))
        return found[0] if value is None else str(words).format(value=value, day=day_said(on))

    return NAMED.sub(filled, body)


def names_a_figure(body: str) -> bool:
    return NAMED.search(body) is not None


def _plainly(name: str) -> str:
    return " ".join(name.casefold().split())
