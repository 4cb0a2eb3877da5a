"""Who carries the plan: the sponsor of its project, with what he confirmed, and what the board decided last (row B2.0)."""

from datetime import date

from draagvlak.decisions import queries as decisions
from draagvlak.lib import clock
from draagvlak.planproject import queries as planproject
from draagvlak.planproject.models import Project
from draagvlak.policyplan.figures import Carried
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind


def carried_by(project: Project, *, on: date) -> Carried:
    """Eight statements at most, however many people there are."""
    sponsor, last = project.sponsor, decisions.last_decision_of(BodyKind.BOARD)
    board = stakeholders.body_of_kind(BodyKind.BOARD, on=on)
    in_board = {seat.holder_id for seat in stakeholders.seats_in(board, on=on)} if board else set()
    can_carry = sponsor is not None and planproject.possible_sponsors(on=on).filter(pk=sponsor.pk).exists()
    return Carried(
        sponsor=str(sponsor) if sponsor else "",
        since=planproject.sponsor_since(project),
        confirmed_on=clock.day_of(project.sponsor_confirmed_at) if project.sponsor_confirmed_at else None,
        confirmed=project.confirmed.text if project.confirmed else "",
        can_carry=can_carry,
        is_of_board=sponsor is not None and sponsor.pk in in_board,
        last=last,
        last_on=clock.day_of(last.settled_at) if last and last.settled_at else None,
        has_board=board is not None,
    )
