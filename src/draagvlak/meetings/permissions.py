from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.meetings import queries, rules
from draagvlak.meetings.figures import Part
from draagvlak.meetings.models import ActionPoint, AgendaItem, Invitee, Meeting, Paper
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.permissions import coordinates_training, directs
from draagvlak.tenancy.permissions import belongs_here, is_guest_here

Thing = Body | Meeting | AgendaItem | Invitee | Paper | ActionPoint


def meeting_of(thing: Thing) -> Meeting | None:
    """The meeting that a thing is or belongs to; none for a body."""
    if isinstance(thing, ActionPoint):
        return thing.item.meeting
    return thing if isinstance(thing, Meeting) else None if isinstance(thing, Body) else thing.meeting


def body_of(thing: Thing) -> Body:
    meeting = meeting_of(thing)
    if meeting is not None:
        return meeting.body
    assert isinstance(thing, Body)  # noqa: S101 -- nothing else has no meeting
    return thing


def _part(account: Account, thing: Thing) -> Part:
    return queries.part_in(account, body_of(thing), on=clock.today())


@fact
def sees_meetings_of_the_body(account: Account, thing: Thing) -> bool:
    """Sits in the body, or is on the employer's side; the delegation keeps to itself."""
    return rules.sees(body_of(thing).kind, _part(account, thing))


@fact
def sits_in_the_body(account: Account, thing: Thing) -> bool:
    return _part(account, thing).sits


@fact
def is_asked_as_guest(account: Account, thing: Thing) -> bool:
    meeting = meeting_of(thing)
    return meeting is not None and queries.is_guest(account, meeting)


@fact
def is_open_guest(account: Account, thing: Thing) -> bool:
    """A guest of this very meeting, of any body, as long as its day is not over."""
    meeting = meeting_of(thing)
    return meeting is not None and queries.is_open_guest(account, meeting, at=clock.now())


@fact
def is_for_guests(_account: Account, paper: Paper) -> bool:
    return paper.is_for_guests


@fact
def runs_the_body(account: Account, thing: Thing) -> bool:
    """Its chair or secretary; the coordinator for the working group and the workers; management for itself and the board."""
    return rules.runs(body_of(thing).kind, _part(account, thing))


@fact
def may_propose(account: Account, thing: Thing) -> bool:
    """Sits in the body or runs it; the coordinator prepares for the board."""
    return rules.proposes(body_of(thing).kind, _part(account, thing))


@fact
def leads_the_body(account: Account, thing: Thing) -> bool:
    return rules.leads(body_of(thing).kind, _part(account, thing))


@fact
def proposed_it(account: Account, item: AgendaItem) -> bool:
    return item.proposed_by_id == account.pk


@fact
def is_the_one_asked(account: Account, invitee: Invitee) -> bool:
    return invitee.account_id == account.pk


@fact
def added_it(account: Account, paper: Paper) -> bool:
    return paper.added_by_id == account.pk


@fact
def is_to_do_it(account: Account, action: ActionPoint) -> bool:
    return action.account_id == account.pk


sees = sees_meetings_of_the_body | is_asked_as_guest

permit("meetings.see_meetings", belongs_here)
permit("meetings.see_meeting", sees)
permit("meetings.see_agenda", sees_meetings_of_the_body)
permit("meetings.follow_matters", sits_in_the_body | runs_the_body | directs | coordinates_training)
permit("meetings.run", runs_the_body)
permit("meetings.propose_item", may_propose)
permit("meetings.change_item", runs_the_body | (proposed_it & may_propose))
permit("meetings.answer_invitation", is_the_one_asked | runs_the_body)
permit("meetings.take_away_paper", runs_the_body | (added_it & may_propose))
permit("meetings.approve_in_writing", leads_the_body)
permit("meetings.reply_to_advice", directs & sees_meetings_of_the_body)
permit("meetings.share_paper", runs_the_body | (added_it & may_propose))
# The doors that a guest enters: this one meeting, what of it is meant for him, and his own answer (row B0.2).
as_guest = (is_guest_here | belongs_here) & is_open_guest
permit("meetings.see_as_guest", as_guest)
permit("meetings.see_paper_as_guest", as_guest & is_for_guests)
permit("meetings.finish_action", is_to_do_it | runs_the_body)
permit("meetings.hand_over_action", runs_the_body)
permit("meetings.keep_my_feed", belongs_here)
permit("meetings.take_excerpt", sees)
