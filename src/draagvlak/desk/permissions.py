from draagvlak.accounts.models import Account
from draagvlak.lib import clock
from draagvlak.lib.rights import fact, permit
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.models import Body
from draagvlak.stakeholders.permissions import coordinates_training, directs, represents_workers, sits_in_board
from draagvlak.tenancy.permissions import belongs_here


@fact
def sits_in_this_body(account: Account, body: Body) -> bool:
    """Has a seat in this very body, on whatever side."""
    return body.kind in stakeholders.parts_of(account, body.organisation, on=clock.today()).bodies


permit("desk.see_my_tasks", belongs_here)
permit("desk.see_where", belongs_here)
# Who did what is open to whoever must be able to check it; private words are never in it.
permit("desk.see_journal", directs | coordinates_training | represents_workers | sits_in_board)
permit("desk.see_outbox", directs | coordinates_training)
permit("desk.mend_mail", directs | coordinates_training)
permit("desk.choose_mail", belongs_here)
permit("desk.see_room", sits_in_this_body)
# What was done with what was asked is followed by who represents the workers, and by who answers for it (row B5.6).
permit("desk.see_treated", directs | coordinates_training | represents_workers | sits_in_board)
# The sheet is prepared for the board by who leads the conversation.
permit("desk.see_sheet", sits_in_board | directs | coordinates_training)
