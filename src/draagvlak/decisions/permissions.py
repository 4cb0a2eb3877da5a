from draagvlak.accounts.models import Account
from draagvlak.decisions.models import Part
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.permissions import coordinates_training, directs, represents_workers, sits_in_board
from draagvlak.stakeholders.states import BodyKind, RoleKind
from draagvlak.tenancy.permissions import belongs_here


@fact
def speaks_for_the_body(account: Account, part: Part) -> bool:
    """Sits in the body of this part; management speaks for itself, and the coordinator writes down what the workers said."""
    parts = stakeholders.parts_of(account, part.organisation, on=clock.today())
    if part.body.kind == BodyKind.MANAGEMENT:
        return RoleKind.MANAGEMENT in parts.roles
    if part.body.kind == BodyKind.WORKERS:
        return RoleKind.TRAINING_COORDINATOR in parts.roles
    return part.body.kind in parts.bodies


takes_part = directs | coordinates_training | represents_workers | sits_in_board

permit("decisions.see_dossiers", takes_part)
permit("decisions.see_dossier", takes_part)
permit("decisions.export_dossier", takes_part)
permit("decisions.add_remark", takes_part)
permit("decisions.check_file", belongs_here)
permit("decisions.record_voice", speaks_for_the_body)
permit("decisions.reply", directs)
permit("decisions.see_mandates", belongs_here)
permit("decisions.set_mandate", directs)
