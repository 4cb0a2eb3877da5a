"""What was asked and not followed, so that the page on what was done with it shows each kind."""

from draagvlak.installation.demo.negotiations import SIGNED
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.actions import agreement as register
from draagvlak.policyplan.models import AgreementClause

ASKED = {
    "title": "Opleidingen alleen nog op dinsdag",
    "why": "We hoorden dat opleidingen voortaan op dinsdag vallen. Wie deeltijds werkt, is dan niet in huis.",
}
WITHDRAWN = "Het blijft zoals het is: elke dienst kiest zelf een dag. Daarom komt er geen nota."
NOT_KEPT = "Op Linde viel een vorming op een vrije dag. De uren zijn nog niet teruggegeven."


def lindehof(calendar: Calendar, cast: Cast) -> None:
    asked = plan.ask_screening(subject="project", facts=ASKED, by=cast["Dirk"], at=calendar.at(2), root=ROOT)
    plan.withdraw_screening(
        screening=asked, reason=WITHDRAWN, version=asked.version, by=cast["Amina"], at=calendar.at(1)
    )
    clause = AgreementClause.objects.get(agreement__subject=SIGNED, number=1)
    register.check_clause(
        clause=clause, on=calendar.day(2), is_kept=False, note=NOT_KEPT, by=cast["Ria"], at=calendar.at(1)
    )
