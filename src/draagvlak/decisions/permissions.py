from draagvlak.accounts.models import Account
from draagvlak.decisions import queries
from draagvlak.decisions.models import Ballot, Dossier, ElectorateEntry, Part
from draagvlak.decisions.rules import LAPSING, WHOLE_TERM
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.meetings import queries as meetings
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.permissions import coordinates_training, directs, represents_workers, sits_in_board
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.models import Organisation
from draagvlak.tenancy.permissions import belongs_here, organisation_of


@fact
def speaks_for_the_body(account: Account, part: Part) -> bool:
    """Sits in the body of this part, in a joint one not for the employer while somebody sits there for the workers; management
    speaks for itself, and the coordinator writes down what the workers said."""
    parts = stakeholders.parts_of(account, part.organisation, on=clock.today())
    if part.body.kind == BodyKind.MANAGEMENT:
        return RoleKind.MANAGEMENT in parts.roles
    if part.body.kind == BodyKind.WORKERS:
        return RoleKind.TRAINING_COORDINATOR in parts.roles
    sits = part.body.kind in parts.bodies
    return sits and not stakeholders.leaves_it_to_the_workers(account, part.body, on=clock.today())


@fact
def informs_the_body(account: Account, part: Part) -> bool:
    """Hands the papers over for the employer: directs, or coordinates training."""
    roles = stakeholders.parts_of(account, part.organisation, on=clock.today()).roles
    return bool(roles & {RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR})


@fact
def writes_down_for_who_is_silent(account: Account, part: Part) -> bool:
    """Informs the body, where it would otherwise hold up a dossier for ever: a register that nobody closes, or an advice that the
    body voted on in time and did not write down. What was voted then says which answer it can be."""
    if not informs_the_body(account, part):
        return False
    if part.strength in WHOLE_TERM:
        return True
    is_over = part.strength in LAPSING and clock.today() > part.due_on
    return is_over and queries.ballot_that_binds(part) is not None


@fact
def runs_the_vote(account: Account, thing: Part | Ballot) -> bool:
    """The chair or the secretary of the body; where it has neither, who may write down what it says."""
    part = thing.part if isinstance(thing, Ballot) else thing
    on = clock.today()
    if meetings.part_in(account, part.body, on=on).keeps:
        return True
    return speaks_for_the_body(account, part) and not stakeholders.has_keeper(part.body, on=on)


@fact
def may_vote(account: Account, ballot: Ballot) -> bool:
    """Stands in the electorate of this ballot, also when the seat ended since: the act then says why it cannot be."""
    return ballot.electorate.filter(account=account).exists()


@fact
def votes_for_this_line(account: Account, line: ElectorateEntry) -> bool:
    """It is the person's own line, or he holds its proxy."""
    return account.pk in {line.account_id, line.proxy.account_id if line.proxy else None}


@fact
def is_asked_with_all(account: Account, thing: Organisation | Dossier) -> bool:
    """Is at work where no body speaks for the workers: then they are informed and heard themselves, each of them."""
    on = clock.today()
    if not staff.works_here(account, organisation_of(thing), on=on):
        return False
    if isinstance(thing, Dossier):
        return thing.parts.filter(body__kind=BodyKind.WORKERS).exists()
    speaks = stakeholders.body_that_speaks(on=on)
    return speaks is not None and speaks.kind == BodyKind.WORKERS


takes_part = directs | coordinates_training | represents_workers | sits_in_board
follows = takes_part | is_asked_with_all

permit("decisions.see_every_dossier", takes_part)
permit("decisions.see_dossiers", follows)
permit("decisions.see_dossier", follows)
permit("decisions.export_dossier", follows)
permit("decisions.add_remark", follows)
permit("decisions.answer_remark", directs | coordinates_training)
permit("decisions.check_file", belongs_here)
permit("decisions.record_voice", speaks_for_the_body | writes_down_for_who_is_silent)
# Who informs must be able to prove it: a body that says nothing would else stop what it has no voice in.
permit("decisions.record_information", speaks_for_the_body | informs_the_body)
permit("decisions.reply", directs)
permit("decisions.see_mandates", belongs_here)
permit("decisions.set_mandate", directs)
permit("decisions.set_separation", directs)
permit("decisions.open_ballot", runs_the_vote)
permit("decisions.run_ballot", runs_the_vote)
permit("decisions.see_ballot", takes_part | may_vote)
permit("decisions.vote", votes_for_this_line)
permit("decisions.give_proxy", may_vote)
permit("decisions.confirm_hands", may_vote)
permit("decisions.download_dossier", follows)
permit("decisions.download_advice", follows)
