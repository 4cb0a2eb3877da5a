"""A project in the state that a test needs, made by the acts themselves."""

from datetime import timedelta
from decimal import Decimal

from draagvlak.lib import clock
from draagvlak.lib.verify import text_seal
from draagvlak.planproject import actions, queries


def a_project(*, by, at, **facts):
    words = {"title": "Plan", "first_year": 2027, "last_year": 2030, "assignment": "Maak het.", **facts}
    return actions.start_project(**words, by=by, at=at)


def confirmed(project, *, sponsor, by, at):
    """The project with a sponsor who said yes, so that it is at work."""
    actions.name_sponsor(project=project, sponsor=sponsor, by=by, at=at)
    return confirm(project, by=sponsor, at=at)


def confirm(project, *, by, at):
    seal = text_seal(queries.text_to_confirm(project, today=clock.day_of(at)))
    return actions.confirm_project(project=project, seal=seal, by=by, at=at)


def planned(project, *, by, at, days=100):
    actions.plan_project(project=project, due_on=clock.day_of(at) + timedelta(days=days), by=by, at=at)
    return list(project.phases.all())


def a_partner(*, by, at, **facts):
    from draagvlak.stakeholders.actions import add_partner

    words = {"name": "De Brug", "kind": "freelance", "clause_on": clock.day_of(at), **facts}
    return add_partner(facts=words, by=by, at=at)


def wanted(project, *, by, at):
    """The organisation decided to work with a partner."""
    aid = actions.weigh_partner(project=project, answers=answers(1), remark="", by=by, at=at)
    return actions.decide_partner(aid=aid, is_wanted=True, reason="Zelf nog nooit gedaan.", by=by, at=at)


def an_assignment(project, *, by, at, partner=None, **facts):
    if queries.aid_of(project) is None:
        wanted(project, by=by, at=at)
    today = clock.day_of(at)
    words = {
        "partner": partner or a_partner(by=by, at=at),
        "title": "Werksessies",
        "question": "Leid drie sessies.",
        "deliverable": "Een verslag.",
        "starts_on": today,
        "ends_on": today + timedelta(days=30),
        "half_days": Decimal(3),
        "cost": Decimal(900),
        **facts,
    }
    return actions.give_assignment(project=project, facts=words, by=by, at=at)


def answers(points):
    from draagvlak.planproject.states import AidQuestion

    return dict.fromkeys(AidQuestion.values, points)
