from draagvlak.lib.rights import permit
from draagvlak.stakeholders.permissions import coordinates_training, directs, represents_workers, sits_in_board
from draagvlak.tenancy.permissions import belongs_here

permit("desk.see_my_tasks", belongs_here)
permit("desk.see_where", belongs_here)
# Who did what is open to whoever must be able to check it; private words are never in it.
permit("desk.see_journal", directs | coordinates_training | represents_workers | sits_in_board)
permit("desk.see_outbox", directs | coordinates_training)
permit("desk.mend_mail", directs | coordinates_training)
permit("desk.choose_mail", belongs_here)
