from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.planproject import queries
from draagvlak.planproject.models import Announcement, Candidacy, GroupSeat
from draagvlak.staff import queries as staff
from draagvlak.stakeholders.permissions import coordinates_training, directs, represents_workers, sits_in_board
from draagvlak.tenancy.models import Organisation, OrganisationOwned
from draagvlak.tenancy.permissions import belongs_here


@fact
def works_here(account: Account, _thing: Organisation | OrganisationOwned) -> bool:
    """The account is a person at work in the organisation whose scope is open."""
    member = staff.staff_member_of(account)
    return member is not None and staff.is_at_work(member, on=clock.today())


@fact
def is_candidate(account: Account, candidacy: Candidacy) -> bool:
    return candidacy.member.account_id == account.pk


@fact
def sits_in_the_group(account: Account, _thing: Organisation | OrganisationOwned) -> bool:
    return queries.is_group_member(account, on=clock.today())


@fact
def is_addressed(account: Account, announcement: Announcement) -> bool:
    """The announcement was made known, and is meant for this person too."""
    return queries.is_for(account, announcement, on=clock.today())


@fact
def has_this_seat(account: Account, seat: GroupSeat) -> bool:
    return seat.member.account_id == account.pk


runs_or_sits = directs | coordinates_training | sits_in_the_group

permit("planproject.see_project", belongs_here)
permit("planproject.start_project", directs | coordinates_training)
permit("planproject.choose_no_group", directs)
permit("planproject.open_call", directs | coordinates_training)
permit("planproject.close_call", directs | coordinates_training)
permit("planproject.see_call", belongs_here)
permit("planproject.submit_candidacy", works_here)
permit("planproject.change_candidacy", is_candidate)
permit("planproject.withdraw_candidacy", is_candidate)
permit("planproject.enter_paper_candidacy", coordinates_training)
permit("planproject.see_candidacies", directs | coordinates_training)
permit("planproject.compose_group", directs | coordinates_training)
permit(
    "planproject.see_comparison",
    directs | coordinates_training | sits_in_the_group | represents_workers | sits_in_board,
)
permit("planproject.see_news", belongs_here)
permit("planproject.see_announcement", is_addressed & belongs_here | runs_or_sits)
permit("planproject.give_feedback", is_addressed & belongs_here)
permit("planproject.announce", runs_or_sits)
permit("planproject.answer_feedback", runs_or_sits)
permit("planproject.see_support", runs_or_sits)
permit("planproject.keep_constituency", has_this_seat | coordinates_training)
