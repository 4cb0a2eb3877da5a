"""The groups of the demo at work: agreements approved, a newer version before the members, goals and tasks."""

from collections.abc import Sequence
from typing import Any

from draagvlak.accounts.models import Account
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.planproject import actions as project
from draagvlak.planproject.models import Charter, GroupSeat, Project, WorkingGroup
from draagvlak.planproject.states import MemberRole

AGREED = {
    "assignment": "We schrijven een beleidsplan voor leren dat elke dienst herkent, en leggen het voor.",
    "may": "write",
    "method": "We komen vier keer samen, telkens twee uur. Wie niet kan komen, zegt vooraf wat hij belangrijk vindt.",
    "decision_rule": "consensus",
    "confidentiality": "Wat iemand over een collega vertelt, blijft in de groep.",
    "means": "Vier dagdelen per lid, vervanging voor wie ’s nachts werkt, en het lokaal naast de cafetaria.",
    "consultation": "Elke ploeg hoort ons voor we beginnen en voor we afronden. De ondernemingsraad krijgt het ontwerp.",
}


def seat_of(account: Account) -> GroupSeat:
    return GroupSeat.objects.select_related("member__account").get(member__account=account, ends_on=None)


def approve(charter: Charter, calendar: Calendar, ago: int, members: Sequence[Account]) -> None:
    for one in members:
        at = calendar.at(ago)
        said = {"is_yes": True, "remark": "", "read": charter.edition}
        project.answer_charter(charter=charter, seat=seat_of(one), said=said, by=one, at=at)


def lindehof(calendar: Calendar, cast: Cast, running: Project) -> None:
    group = WorkingGroup.objects.get(project=running)
    amina = cast["Amina"]
    charter = project.write_charter(group=group, facts=AGREED, version=0, by=amina, at=calendar.at(134))
    project.ask_members(charter=charter, by=amina, at=calendar.at(133), root=ROOT)
    members = [cast[first] for first in ("Bram", "Carine", "Dirk", "Fatima", "Nadia", "Sofie")]
    approve(charter, calendar, 132, members)
    for first, role in (("Carine", MemberRole.CHAIR), ("Sofie", MemberRole.SECRETARY)):
        seat = seat_of(cast[first])
        project.give_member_role(seat=seat, facts={"role": role}, version=seat.version, by=amina, at=calendar.at(131))
    goal: dict[str, Any] = {
        "title": "Een ontwerp dat elke dienst gelezen heeft",
        "measure": "diensten die reageerden",
        "target": "6 van 6",
        "due_on": calendar.day(100),
        "owner": seat_of(cast["Carine"]),
        "state": "open",
    }
    first_goal = project.set_group_goal(group=group, goal=None, facts=goal, version=0, by=amina, at=calendar.at(131))
    second = {**goal, "title": "De nacht denkt mee", "measure": "antwoorden uit de nachtploeg", "target": "5"}
    project.set_group_goal(group=group, goal=None, facts=second, version=0, by=amina, at=calendar.at(131))
    project.start_work(group=group, by=amina, at=calendar.at(130))
    for what, first, ahead, is_done in (
        ("Bevraag de nachtploeg", "Fatima", -120, True),
        ("Vertel op de afdeling wat het plan verandert", "Bram", 5, False),
        ("Maak een affiche van de doelen", "Sofie", 20, False),
    ):
        facts = {"what": what, "owner": seat_of(cast[first]), "due_on": calendar.ahead(ahead), "remind_days": 7}
        at = calendar.at(129)
        task = project.set_group_task(group=group, task=None, facts=facts, version=0, by=amina, at=at)
        if is_done:
            project.finish_group_task(task=task, note="Zeven collega’s antwoordden.", by=amina, at=calendar.at(129))
    reached, at = {**goal, "state": "reached"}, calendar.at(129)
    project.set_group_goal(group=group, goal=first_goal, facts=reached, version=1, by=amina, at=at)


def follow_up(calendar: Calendar, cast: Cast, running: Project) -> None:
    """After the approval the group goes on: a new version of the agreements is being written."""
    group = WorkingGroup.objects.get(project=running)
    facts = {**AGREED, "assignment": "We volgen op of het plan werkt, en vertellen het twee keer per jaar verder."}
    project.write_charter(group=group, facts=facts, version=0, by=cast["Amina"], at=calendar.at(21))


def kompas(calendar: Calendar, cast: Cast, running: Project) -> None:
    group = WorkingGroup.objects.get(project=running)
    facts = {**AGREED, "assignment": "We schrijven samen een kort leerplan.", "may": "decide", "means": ""}
    charter = project.write_charter(group=group, facts=facts, version=0, by=cast["Iris"], at=calendar.at(28))
    project.ask_members(charter=charter, by=cast["Iris"], at=calendar.at(27), root=ROOT)
    approve(charter, calendar, 26, [cast["Karim"], cast["Lotte"]])
