from datetime import date

from draagvlak.staff import queries as staff
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.queries.organisation import seats_in
from draagvlak.stakeholders.states import BodyKind

People = dict[str, tuple[str, str]]


def reached_in(body: Body, *, on: date) -> People:
    """address → name and language of who has a seat on a day; of the workers themselves, everybody at work with an address.

    Two statements at most.
    """
    if body.kind == BodyKind.WORKERS:
        members = staff.members_at_work(on=on).select_related("account")
        return dict(found for member in members if (found := _reached(member)) is not None)
    return {seat.address: (seat.person, seat.language) for seat in seats_in(body, on=on) if seat.address}


def _reached(member: StaffMember) -> tuple[str, tuple[str, str]] | None:
    """Address, name and language of somebody at work: of the account, else as the staff list has them."""
    account = member.account
    if account is not None and account.is_active:
        return account.email, (account.name, account.language)
    return (member.email, (str(member), member.language or "nl")) if member.email else None
