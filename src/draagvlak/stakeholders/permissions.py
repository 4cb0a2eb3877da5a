from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.rights import Fact, fact, permit
from draagvlak.stakeholders import queries
from draagvlak.stakeholders.models import Body, BodyTask, MatrixRole, Role, Seat
from draagvlak.stakeholders.states import BodyKind, MatrixRoleKind, RoleKind
from draagvlak.tenancy.models import Membership, Organisation, OrganisationOwned
from draagvlak.tenancy.permissions import belongs_here, organisation_of

Thing = Organisation | OrganisationOwned


def _parts(account: Account, thing: Thing | Membership) -> queries.Parts:
    return queries.parts_of(account, organisation_of(thing), on=clock.today())


@fact
def directs(account: Account, thing: Thing) -> bool:
    """Holds the role of management in the organisation of the thing."""
    return RoleKind.MANAGEMENT in _parts(account, thing).roles


@fact
def coordinates_training(account: Account, thing: Thing) -> bool:
    return RoleKind.TRAINING_COORDINATOR in _parts(account, thing).roles


@fact
def keeps_staff_records(account: Account, thing: Thing) -> bool:
    return RoleKind.HR_OFFICER in _parts(account, thing).roles


@fact
def leads_a_team(account: Account, thing: Thing) -> bool:
    return RoleKind.LINE_MANAGER in _parts(account, thing).roles


def sits_in(*kinds: BodyKind) -> Fact:
    """The fact of holding a seat in a body of one of these kinds."""

    def sits(account: Account, thing: Thing) -> bool:
        return bool(_parts(account, thing).bodies & {kind.value for kind in kinds})

    sits.__name__ = "sits_in_" + "_or_".join(kind.value for kind in kinds)
    return fact(sits)


sits_in_board = sits_in(BodyKind.BOARD)
represents_workers = sits_in(BodyKind.WORKS_COUNCIL, BodyKind.UNION_DELEGATION, BodyKind.SAFETY_COMMITTEE)


sits_in_working_group = sits_in(BodyKind.WORKING_GROUP)


@fact
def holds_this_role(account: Account, role: Role) -> bool:
    return role.holder_id == account.pk


@fact
def takes_this_part(account: Account, role: MatrixRole) -> bool:
    """Holds the role of a column; what partners agreed, the coordinator writes down."""
    if role.kind == MatrixRoleKind.PARTNERS:
        return RoleKind.TRAINING_COORDINATOR in _parts(account, role).roles
    holders = queries.holders_by_role([role], on=clock.today())[role.pk]
    return account.pk in {holder.pk for holder in holders}


@fact
def is_own_access(account: Account, membership: Membership) -> bool:
    return membership.account_id == account.pk


@fact
def is_access_of_who_directs(_account: Account, membership: Membership) -> bool:
    held = queries.parts_of(membership.account, membership.organisation, on=clock.today())
    return RoleKind.MANAGEMENT in held.roles


permit("stakeholders.see_matrix", belongs_here)
permit("stakeholders.keep_matrix", directs | coordinates_training)
permit("stakeholders.answer_role", takes_this_part)
permit("stakeholders.tick_duty", belongs_here)
permit("stakeholders.see_who_does_what", belongs_here)
permit("stakeholders.set_up", directs | coordinates_training)
permit("stakeholders.assign_role", directs | coordinates_training)
permit("stakeholders.appoint_coordinator", directs | sits_in_board)
permit("stakeholders.accept_role", holds_this_role)
permit("stakeholders.invite", directs | coordinates_training | keeps_staff_records)
# A way in is taken away by who may give one; nobody locks himself out, and a manager only a manager.
permit("stakeholders.see_access", directs | coordinates_training | keeps_staff_records)
permit(
    "stakeholders.end_access",
    (directs | ((coordinates_training | keeps_staff_records) & ~is_access_of_who_directs)) & ~is_own_access,
)
permit("stakeholders.recognise_me", belongs_here)
permit("stakeholders.plan_half_day", holds_this_role)
permit("stakeholders.keep_partners", directs | coordinates_training)
# How a stakeholder stands towards the plan judges people: only who makes the plan reads it.
permit("stakeholders.keep_register", directs | coordinates_training | sits_in_working_group)
permit("stakeholders.see_moments", belongs_here)

# The doors of the staff station stand one floor lower and know no roles; their lines of the table stand here.
permit("staff.see_people", belongs_here)
permit("staff.see_person", directs | coordinates_training | keeps_staff_records | leads_a_team)
permit("staff.change_person", directs | coordinates_training | keeps_staff_records)
permit("staff.read_list", directs | coordinates_training | keeps_staff_records)
permit("staff.undo_import", directs | coordinates_training | keeps_staff_records)


@fact
def sits_in_that_body(account: Account, thing: Body | BodyTask | Seat) -> bool:
    """Has a seat today in the body of the thing."""
    return _body_of(thing).kind in _parts(account, thing).bodies


def _body_of(thing: Body | BodyTask | Seat) -> Body:
    return thing if isinstance(thing, Body) else thing.body


@fact
def has_members_of_its_own(_account: Account, thing: Body | Seat) -> bool:
    """Is a union delegation in which somebody sits: it seats its own people."""
    return queries.fills_its_own_seats(_body_of(thing), on=clock.today())


# What a body sets itself to do is nobody else's (row B5.11).
permit("stakeholders.keep_body_tasks", sits_in_that_body)
# Who sits in the delegation is never for the employer to say; only its first member is entered by who sets the house up.
permit(
    "stakeholders.keep_seats",
    (has_members_of_its_own & sits_in_that_body & ~directs & ~keeps_staff_records)
    | (~has_members_of_its_own & (directs | coordinates_training)),
)
