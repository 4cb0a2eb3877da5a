"""The plan as a project in the demo: Lindehof finished it over its promises, Ter Weide waits for its sponsor."""

from decimal import Decimal
from typing import Any

from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.lib.verify import text_seal
from draagvlak.planproject import actions as project
from draagvlak.planproject import queries
from draagvlak.planproject.models import Assignment, Milestone, OpenPoint, Phase, Project, Risk
from draagvlak.planproject.states import TimeKind
from draagvlak.staff.models import StaffMember
from draagvlak.stakeholders import actions as roles

MILESTONES = (
    ("start", "De werkgroep kent haar opdracht", 120),
    ("frame", "De visie is vastgesteld", 112),
    ("writing", "Het ontwerp is volledig", 70),
    ("consultation", "De ondernemingsraad gaf advies", 45),
    ("approval", "De raad van bestuur keurde het plan goed", 30),
)
# First name, half-days in all, what; three lines each.
WORK = (
    ("Bram", "2.5", "Vergadering van de werkgroep"),
    ("Carine", "2.25", "Deel over leidinggevenden geschreven"),
    ("Farid", "2", "Rondvraag bij logistiek"),
    ("Fatima", "2.75", "Vergadering na een nachtdienst"),
    ("Tom", "1.5", "Doelen nagelezen"),
)
ANSWERS = {
    "made_a_plan": 1,
    "sets_goals": 1,
    "finds_needs": 2,
    "knows_rules": 1,
    "follows_up": 1,
    "has_time": 2,
    "is_neutral": 1,
    "has_money": 2,
}


def lindehof_starts(calendar: Calendar, cast: Cast, running: Project) -> None:
    """Sponsor, phases, promises and the confirmation; then a partner for three work sessions."""
    koen, amina, els = cast["Koen"], cast["Amina"], cast["Els"]
    project.name_sponsor(project=running, sponsor=els, by=koen, at=calendar.at(135))
    project.plan_project(project=running, due_on=calendar.day(28), by=amina, at=calendar.at(135))
    for kind, days in ((TimeKind.COORDINATOR, 19), (TimeKind.MEMBERS, 24)):
        facts: dict[str, Any] = {"half_days": Decimal(days), "decided_by": "Directie"}
        project.promise_time(project=running, kind=kind, facts=facts, version=0, by=koen, at=calendar.at(135))
    for who, times, each in (("Ondernemingsraad", 3, "1"), ("Elke ploeg, ook ’s nachts", 8, "0.5")):
        facts = {"who": who, "times": times, "half_days": Decimal(each)}
        project.plan_contact(project=running, facts=facts, by=amina, at=calendar.at(135))
    money = {"amount": Decimal(2500), "source": "VTO-budget", "decided_by": "Directie", "on": calendar.day(135)}
    project.promise_money(project=running, facts=money, by=koen, at=calendar.at(135))
    point = {"what": "Wie vervangt de nachtploeg tijdens de vergaderingen?", "owner": koen, "due_on": calendar.day(125)}
    project.add_point(project=running, facts=point, by=els, at=calendar.at(134))
    seal = text_seal(queries.text_to_confirm(running, today=calendar.day(134)))
    project.confirm_project(project=running, seal=seal, by=els, at=calendar.at(134))
    for key, title, ago in MILESTONES:
        phase = Phase.objects.get(project=running, key=key)
        facts = {"title": title, "due_on": calendar.day(ago)}
        project.add_milestone(phase=phase, facts=facts, by=amina, at=calendar.at(133))
    answer = "Twee vervangers per vergadering, betaald uit het VTO-budget."
    project.close_point(point=OpenPoint.objects.get(), answer=answer, by=koen, at=calendar.at(132))
    _partner(calendar, cast, running)


def _partner(calendar: Calendar, cast: Cast, running: Project) -> None:
    koen, amina = cast["Koen"], cast["Amina"]
    remark = "Niemand van ons schreef al een plan over vier jaar."
    aid = project.weigh_partner(project=running, answers=ANSWERS, remark=remark, by=amina, at=calendar.at(132))
    reason = "Voor het schrijven zelf hebben we mensen. Voor de eerste gesprekken willen we iemand zonder belang."
    project.decide_partner(aid=aid, is_wanted=True, reason=reason, by=koen, at=calendar.at(132))
    facts: dict[str, Any] = {
        "name": "Procesbegeleiding De Brug",
        "kind": "freelance",
        "kbo": "0123.456.749",
        "contact": "Nele Smets",
        "email": "nele@debrug.example",
        "roles": ["guidance", "strategy"],
        "own_role": "",
        "clause_on": calendar.day(131),
    }
    partner = roles.add_partner(facts=facts, by=amina, at=calendar.at(131))
    session = {
        "partner": partner,
        "title": "Drie werksessies met de werkgroep",
        "question": "Leid de eerste drie bijeenkomsten, zodat ook wie zelden spreekt aan het woord komt.",
        "deliverable": "Een verslag per sessie en een lijst met wat de groep belangrijk vindt.",
        "starts_on": calendar.day(130),
        "ends_on": calendar.day(100),
        "half_days": Decimal(3),
        "cost": Decimal(1950),
    }
    project.give_assignment(project=running, facts=session, by=amina, at=calendar.at(131))


def lindehof_halfway(calendar: Calendar, cast: Cast, running: Project) -> None:
    """A report on the way, a risk, and the first result of the partner."""
    amina = cast["Amina"]
    facts = {
        "title": "De diensten krijgen hun mensen niet vrij",
        "chance": 3,
        "impact": 2,
        "measure": "Vergaderen op vaste dagen die in het rooster staan.",
        "owner": cast["Carine"],
    }
    project.add_risk(project=running, facts=facts, by=amina, at=calendar.at(108))
    for key in ("start", "frame"):
        phase = Phase.objects.get(project=running, key=key)
        project.finish_milestone(milestone=Milestone.objects.get(phase=phase), by=amina, at=calendar.at(112))
        project.finish_phase(phase=phase, by=amina, at=calendar.at(112))
    words = "De visie staat er, een week vroeger dan gedacht. De nachtploeg was op elke bijeenkomst. Het kader vraagt meer lezen dan we schatten."
    project.write_report(project=running, words=words, by=amina, at=calendar.at(108))
    done = Assignment.objects.get()
    verdict = "Rustig en eerlijk. Ook de keuken sprak mee."
    day = calendar.day(107)
    project.receive_result(assignment=done, received_on=day, verdict=verdict, by=amina, at=calendar.at(107))


def lindehof_ends(calendar: Calendar, cast: Cast, running: Project) -> None:
    """More time and money went into it than was promised; management closes it, a partner will evaluate the first year."""
    koen, amina = cast["Koen"], cast["Amina"]
    running.refresh_from_db()
    for turn, (first, days, what) in enumerate(WORK):
        member = StaffMember.objects.get(account=cast[first])
        for ago in (118, 96, 61):
            entry = {"kind": "members", "on": calendar.day(ago - turn), "half_days": Decimal(days), "what": what}
            project.log_time(project=running, facts=entry, member=member, by=amina, at=calendar.at(22))
    for kind, ago, days, what in (
        ("contacts", 90, "2", "Gesprekken met de ploegen"),
        ("contacts", 50, "3", "Overleg met de ondernemingsraad"),
        ("coordinator", 80, "9.5", "Het ontwerp geschreven"),
    ):
        entry = {"kind": kind, "on": calendar.day(ago), "half_days": Decimal(days), "what": what}
        project.log_time(project=running, facts=entry, member=None, by=amina, at=calendar.at(22))
    for ago, amount, what, reference in (
        (100, "1950", "Procesbegeleiding De Brug", "2031"),
        (55, "860", "Vervangers tijdens de vergaderingen", ""),
    ):
        spent = {"amount": Decimal(amount), "on": calendar.day(ago), "what": what, "reference": reference}
        project.use_money(project=running, facts=spent, by=amina, at=calendar.at(22))
    for milestone in Milestone.objects.filter(phase__project=running, done_at=None):
        project.finish_milestone(milestone=milestone, by=amina, at=calendar.at(22))
    for phase in Phase.objects.filter(project=running, done_at=None):
        project.finish_phase(phase=phase, by=amina, at=calendar.at(22))
    risk = Risk.objects.get()
    facts = {name: getattr(risk, name) for name in ("title", "chance", "impact", "measure", "owner")}
    project.change_risk(
        risk=risk, facts={**facts, "is_closed": True}, version=risk.version, by=amina, at=calendar.at(22)
    )
    words = "Het plan is goedgekeurd. De groep gaf meer tijd dan beloofd, vooral voor het schrijven. Dat plannen we volgende keer ruimer."
    project.write_report(project=running, words=words, by=amina, at=calendar.at(22))
    _evaluation(calendar, cast, running)
    note = "Het plan ligt er en is goedgekeurd. Wat blijft liggen: een vaste manier om te vragen hoe het met de nachtploeg gaat."
    project.end_project(project=running, note=note, by=koen, at=calendar.at(21))


def _evaluation(calendar: Calendar, cast: Cast, running: Project) -> None:
    amina = cast["Amina"]
    facts = {
        "partner": Assignment.objects.get().partner,
        "title": "Na een jaar: wat veranderde er?",
        "question": "Praat met tien collega’s en zeg ons wat het plan voor hen veranderde.",
        "deliverable": "Een verslag van vijf bladzijden zonder namen.",
        "starts_on": calendar.day(20),
        "ends_on": calendar.ahead(60),
        "half_days": Decimal(4),
        "cost": Decimal(2200),
    }
    given = project.give_assignment(project=running, facts=facts, by=amina, at=calendar.at(22))
    words = {"email": "nele@debrug.example", "name": "Nele Smets"}
    guest = project.invite_guest(assignment=given, **words, by=amina, at=calendar.at(22), root=ROOT)
    nele = cast.keep(guest.account)
    paper = "De vragen die we willen stellen.\n\n1. Wat leerde je dit jaar?\n2. Wie hielp je daarbij?\n"
    project.add_paper(assignment=given, name="vragen.txt", content=paper.encode(), by=amina, at=calendar.at(22))
    ours = "Dag Nele, hierbij de vragen. Kunnen de gesprekken in de eerste week van volgende maand?"
    project.write_message(assignment=given, text=ours, by=amina, at=calendar.at(22))
    theirs = "Dat past. Mag ik ook iemand van de nachtploeg spreken?"
    project.write_message(assignment=given, text=theirs, by=nele, at=calendar.at(21))


def terweide(calendar: Calendar, cast: Cast, running: Project) -> None:
    """The sponsor was asked and did not confirm yet; risks and open points stand there, and the aid waits for a decision."""
    lut, greet = cast["Lut"], cast["Greet"]
    project.name_sponsor(project=running, sponsor=cast["Wim"], by=lut, at=calendar.at(20))
    project.plan_project(project=running, due_on=calendar.ahead(210), by=greet, at=calendar.at(20))
    first = Phase.objects.get(project=running, key="start")
    for title, day in (
        ("De oproep is verstuurd", calendar.day(12)),
        ("De werkgroep is samengesteld", calendar.ahead(8)),
    ):
        facts: dict[str, Any] = {"title": title, "due_on": day}
        project.add_milestone(phase=first, facts=facts, by=greet, at=calendar.at(20))
    sent = Milestone.objects.get(phase=first, title="De oproep is verstuurd")  # long before the plan was made
    project.finish_milestone(milestone=sent, by=greet, at=calendar.at(20))
    for title, chance, impact, measure in (
        ("De woningen zien het als werk van de staf", 3, 3, "Eerst naar de teams gaan, dan pas schrijven."),
        ("Greet valt lang uit", 1, 3, "Charlotte leest alles mee en kan overnemen."),
        ("Het budget voor vervanging is te klein", 2, 2, "Vragen aan het sectorfonds."),
    ):
        facts = {"title": title, "chance": chance, "impact": impact, "measure": measure, "owner": greet}
        project.add_risk(project=running, facts=facts, by=greet, at=calendar.at(19))
    facts = {"what": "Mogen nachtbegeleiders de uren terugnemen?", "owner": lut, "due_on": calendar.ahead(12)}
    project.add_point(project=running, facts=facts, by=greet, at=calendar.at(19))
    money = {"amount": Decimal(1200), "source": "VTO-budget", "decided_by": "Directie", "on": calendar.day(18)}
    project.promise_money(project=running, facts=money, by=lut, at=calendar.at(18))
    project.weigh_partner(project=running, answers={**ANSWERS, "has_money": 0}, remark="", by=greet, at=calendar.at(17))
