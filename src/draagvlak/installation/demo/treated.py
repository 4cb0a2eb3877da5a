"""What was asked and not followed, so that the page on what was done with it shows each kind."""

from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.actions import agreement as register
from draagvlak.policyplan.models import AgreementClause

ASKED = {
    "title": "Opleidingen alleen nog op dinsdag",
    "asked_why": "We hoorden dat opleidingen voortaan op dinsdag vallen. Wie deeltijds werkt, is dan niet in huis.",
}
WITHDRAWN = "Het blijft zoals het is: elke dienst kiest zelf een dag. Daarom komt er geen nota."
NOT_KEPT = "In de rusthuisvleugel viel de vorming van februari op een vrije dag, zonder dat de uren teruggegeven zijn."


def lindehof(calendar: Calendar, cast: Cast) -> None:
    asked = plan.ask_screening(subject="project", facts=ASKED, by=cast["Dirk"], at=calendar.at(2), root=ROOT)
    plan.withdraw_screening(
        screening=asked, reason=WITHDRAWN, version=asked.version, by=cast["Amina"], at=calendar.at(1)
    )
    clause = AgreementClause.objects.order_by("agreement", "number")[1]
    register.check_clause(
        clause=clause, on=calendar.day(2), is_kept=False, note=NOT_KEPT, by=cast["Ria"], at=calendar.at(1)
    )
