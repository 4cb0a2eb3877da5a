from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.planproject import queries
from draagvlak.planproject.models import (
    Announcement,
    Assignment,
    Candidacy,
    GroupSeat,
    GroupTask,
    OpenPoint,
    Project,
    TimeEntry,
)
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.permissions import coordinates_training, directs, represents_workers, sits_in_board
from draagvlak.tenancy.models import Organisation, OrganisationOwned
from draagvlak.tenancy.permissions import belongs_here, is_guest_here, organisation_of


@fact
def works_here(account: Account, thing: Organisation | OrganisationOwned) -> bool:
    """The account is a person at work in the organisation."""
    return staff.works_here(account, organisation_of(thing), on=clock.today())


@fact
def is_candidate(account: Account, candidacy: Candidacy) -> bool:
    return candidacy.member.account_id == account.pk


@fact
def has_no_login(_account: Account, candidacy: Candidacy) -> bool:
    """The candidate stood on paper and cannot sign in."""
    return candidacy.member.account_id is None


@fact
def nobody_coordinates(_account: Account, thing: Organisation | OrganisationOwned) -> bool:
    return not stakeholders.coordinators(on=clock.today()).exists()


@fact
def sits_in_the_group(account: Account, thing: Organisation | OrganisationOwned) -> bool:
    """Remembered on the account for the length of a request, like every part."""
    today = clock.today()
    known, key = account.remembered, ("sits in the group", organisation_of(thing).pk, today)
    if key not in known:
        known[key] = queries.is_group_member(account, on=today)
    return bool(known[key])


@fact
def is_sponsor(account: Account, project: Project) -> bool:
    return project.sponsor_id == account.pk


@fact
def owns_point(account: Account, point: OpenPoint) -> bool:
    return point.owner_id == account.pk


@fact
def gave_this_time(account: Account, entry: TimeEntry) -> bool:
    return entry.account_id == account.pk or (entry.member is not None and entry.member.account_id == account.pk)


@fact
def is_guest_for_it(account: Account, assignment: Assignment) -> bool:
    """A guest of this very assignment, as long as it runs."""
    return queries.is_guest_for(account, assignment)


@fact
def is_addressed(account: Account, announcement: Announcement) -> bool:
    """The announcement was made known, and is meant for this person too."""
    return queries.is_for(account, announcement, on=clock.today())


@fact
def has_this_seat(account: Account, seat: GroupSeat) -> bool:
    return seat.member.account_id == account.pk


@fact
def owns_the_task(account: Account, task: GroupTask) -> bool:
    """The task is this person's, or that of whom he stands in for."""
    substitute = task.owner.substitute
    return account.pk in {task.owner.member.account_id, substitute.account_id if substitute else None}


runs_it = directs | coordinates_training
works_on_it = runs_it | sits_in_the_group
follows_it = works_on_it | represents_workers | sits_in_board

permit("planproject.see_project", belongs_here)
permit("planproject.start_project", runs_it)
permit("planproject.choose_no_group", directs)
permit("planproject.open_call", runs_it)
permit("planproject.close_call", runs_it)
permit("planproject.see_call", belongs_here)
permit("planproject.submit_candidacy", works_here)
permit("planproject.change_candidacy", is_candidate)
permit("planproject.withdraw_candidacy", is_candidate | (coordinates_training & has_no_login))
permit("planproject.enter_paper_candidacy", coordinates_training)
permit("planproject.see_candidacies", runs_it)
permit("planproject.compose_group", runs_it)
# What somebody needs to take part says something of his health or his home: who directs reads it only where nobody coordinates.
permit("planproject.see_needs", coordinates_training | (directs & nobody_coordinates))
permit("planproject.see_comparison", follows_it)
permit("planproject.see_group", belongs_here)
permit("planproject.write_charter", works_on_it)
permit("planproject.answer_charter", sits_in_the_group)
permit("planproject.answer_for_others", coordinates_training)
permit("planproject.finish_group_task", owns_the_task | coordinates_training)
permit("planproject.see_plan", follows_it)
permit("planproject.name_sponsor", runs_it | sits_in_board)
permit("planproject.confirm_project", is_sponsor)
permit("planproject.add_point", runs_it | is_sponsor)
permit("planproject.close_point", runs_it | owns_point)
permit("planproject.keep_plan", runs_it)
permit("planproject.end_project", directs)
permit("planproject.promise_means", runs_it)
permit("planproject.log_time", coordinates_training | sits_in_the_group)
permit("planproject.withdraw_time", coordinates_training | gave_this_time)
permit("planproject.weigh_partner", works_on_it)
permit("planproject.decide_partner", directs)
permit("planproject.keep_assignments", runs_it)
# The doors that a guest enters: his own assignment, its papers and its messages, and nothing else (row B0.2).
permit("planproject.see_assignment", runs_it | (is_guest_here & is_guest_for_it))
permit("planproject.see_my_assignments", is_guest_here)
permit("planproject.see_news", belongs_here)
permit("planproject.see_announcement", is_addressed & belongs_here | works_on_it)
permit("planproject.give_feedback", is_addressed & belongs_here)
permit("planproject.announce", works_on_it)
permit("planproject.answer_feedback", works_on_it)
permit("planproject.see_support", works_on_it)
permit("planproject.keep_constituency", has_this_seat | coordinates_training)
