"""Support and communication in the demo: a full register with a trend, one that only begins, and news with its readers."""

from decimal import Decimal
from typing import Any

from draagvlak.accounts.models import Account
from draagvlak.installation.demo import support_texts as texts
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.planproject import actions as project
from draagvlak.planproject.models import Announcement, GroupSeat
from draagvlak.planproject.states import Direction, FeedbackAnswer
from draagvlak.staff.actions import change_person
from draagvlak.staff.models import FunctionGroup, StaffMember
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Stakeholder
from draagvlak.stakeholders.states import AttitudeLevel, Involvement


def lindehof(calendar: Calendar, cast: Cast) -> None:
    more = [one for group, people in texts.MORE_ACCOUNTS for one in join(calendar, cast, group, people)]
    register(calendar, cast)
    contacts(calendar, cast)
    news(calendar, cast, more)
    constituencies(calendar, cast)
    roles.tell_of_moments(at=calendar.at(0, 8), root=ROOT)


def join(calendar: Calendar, cast: Cast, group: str, people: int) -> list[Account]:
    """Colleagues from the floor who asked for an account in the meantime."""
    found = StaffMember.objects.filter(account=None, email="", posts__function_group__name=group)
    joined = []
    for member in found.distinct().order_by("pk")[:people]:
        facts = {"email": f"medewerker{member.pk}@lindehof.example"}
        changed = change_person(
            member=member, facts=facts, version=member.version, by=cast["Hilde"], at=calendar.at(23, 12)
        )
        account = roles.invite_member(member=changed, by=cast["Hilde"], at=calendar.at(23, 12), root=ROOT)
        account.password = cast.hashed
        account.save()
        joined.append(account)
    return joined


def register(calendar: Calendar, cast: Cast) -> None:
    amina = cast["Amina"]
    roles.propose_register(by=amina, at=calendar.at(22))
    families: dict[str, Any] = {
        "name": "Families van bewoners",
        "interest": 3,
        "influence": 2,
        "needs": "Horen waar zij op letten bij wie hier werkt.",
        "questions": [],
        "mode": Involvement.CONSULT,
        "channel": "familieraad",
        "message": "",
        "responsible": amina,
    }
    roles.add_stakeholder(who="", facts=families, by=amina, at=calendar.at(22))
    for one in Stakeholder.objects.all():
        first, last, why = texts.ATTITUDES.get(str(one), (2, 3, ""))
        measures = [(first, 150, "")] + ([(last, 22, why)] if last else [])
        for level, ago, seen in measures:
            at = calendar.at(22)
            roles.measure_attitude(
                stakeholder=one, level=AttitudeLevel(level), on=calendar.day(ago), why=seen, by=amina, at=at
            )
    board = next(one for one in Stakeholder.objects.all() if one.kind == "body" and one.influence == 5)  # noqa: PLR2004
    changed = {"channel": "vergadering van de raad", "message": "Leren is geen kost maar een keuze."}
    roles.change_stakeholder(stakeholder=board, facts=changed, version=board.version, by=amina, at=calendar.at(21))


def contacts(calendar: Calendar, cast: Cast) -> None:
    known = {str(one): one for one in Stakeholder.objects.all()}
    for who, ago, what, feedback, answer in texts.CONTACTS:
        if who not in known:
            continue
        facts = {
            "planned_on": calendar.day(ago),
            "mode": known[who].mode,
            "channel": texts.CHANNELS.get(who, "teamvergadering"),
            "what": what,
            "half_days": Decimal("0.5"),
            "notice_days": 7,
        }
        contact = roles.plan_contact(stakeholder=known[who], facts=facts, by=cast["Amina"], at=calendar.at(21))
        if ago <= 0 or not feedback:
            continue
        done = {
            "done_on": calendar.day(ago),
            "half_days_used": Decimal("0.75") if answer else Decimal("0.5"),
            "evidence": "Verslag in de map van de werkgroep.",
            "feedback": feedback,
            "answer": answer,
            "measure_on": None,
        }
        roles.finish_contact(contact=contact, facts=done, version=1, by=cast["Amina"], at=calendar.at(20))


def news(calendar: Calendar, cast: Cast, more: list[Account]) -> None:
    amina = cast["Amina"]
    readers = [cast[first] for first in ("Bram", "Carine", "Dirk", "Fatima", "Nadia", "Rosa", "Sofie", "Tom", "Els")]
    for turn, (title, body, is_assignment) in enumerate(texts.NEWS):
        known = publish(calendar, amina, title, body, ago=18 - 7 * turn, is_assignment=is_assignment)
        for reader in [*readers[turn:], *more[turn::2]]:
            project.mark_read(announcement=known, by=reader, at=calendar.at(17 - 7 * turn, 20))
        if is_assignment:
            on_paper(calendar, amina, known)
            talk(calendar, cast, known)
    draft = {"title": texts.DRAFT[0], "body": texts.DRAFT[1], "is_assignment": False}
    kitchen = FunctionGroup.objects.get(name="Keuken en schoonmaak")
    audience = [f"function_group:{kitchen.pk}"]
    project.write_announcement(facts=draft, audience=audience, by=cast["Bram"], at=calendar.at(2))


def publish(calendar: Calendar, by: Account, title: str, body: str, *, ago: int, is_assignment: bool) -> Announcement:
    facts = {"title": title, "body": body, "is_assignment": is_assignment}
    written = project.write_announcement(facts=facts, by=by, at=calendar.at(ago))
    return project.publish_announcement(announcement=written, by=by, at=calendar.at(ago), root=ROOT)


def on_paper(calendar: Calendar, by: Account, known: Announcement) -> None:
    for place, people, group, statute in texts.PAPER:
        facts = {
            "place": place,
            "on": calendar.day(16),
            "people": people,
            "function_group": FunctionGroup.objects.filter(name=group).first(),
            "statute": statute,
        }
        project.add_paper_reach(announcement=known, facts=facts, by=by, at=calendar.at(16))


def talk(calendar: Calendar, cast: Cast, known: Announcement) -> None:
    for first, text, answer, reply in texts.FEEDBACK:
        given = project.give_feedback(announcement=known, text=text, by=cast[first], at=calendar.at(15, 21))
        if answer:
            words = {"reply": reply, "is_shown": True}
            project.answer_feedback(
                feedback=given,
                answer=FeedbackAnswer(answer),
                words=words,
                by=cast["Amina"],
                at=calendar.at(14),
                root=ROOT,
            )


def constituencies(calendar: Calendar, cast: Cast) -> None:
    for first, text, errands in texts.CONSTITUENCIES:
        seat = GroupSeat.objects.get(member__account=cast[first], ends_on=None)
        facts = {"text": text, "function_group": None, "team": None}
        project.set_constituency(seat=seat, facts=facts, version=0, by=cast[first], at=calendar.at(2))
        for ago, direction, what in errands:
            day, way = calendar.day(ago), Direction(direction)
            project.add_errand(seat=seat, on=day, direction=way, what=what, by=cast[first], at=calendar.at(2))


def terweide(calendar: Calendar, cast: Cast) -> None:
    """Only begun: the start set, with nobody spoken to yet but the council."""
    greet = cast["Greet"]
    roles.propose_register(by=greet, at=calendar.at(3))
    council = Stakeholder.objects.get(body__kind="works_council")
    roles.measure_attitude(
        stakeholder=council, level=AttitudeLevel.NEUTRAL, on=calendar.day(3), why="", by=greet, at=calendar.at(3)
    )
    facts = {
        "planned_on": calendar.ahead(12),
        "mode": Involvement.ADVISE,
        "channel": "ondernemingsraad",
        "what": "Hoe maken we het vormingsplan, en wanneer vragen we jullie advies?",
        "half_days": Decimal("0.5"),
        "notice_days": 14,
    }
    roles.plan_contact(stakeholder=council, facts=facts, by=greet, at=calendar.at(3))


def kompas(calendar: Calendar, cast: Cast) -> None:
    known = publish(calendar, cast["Iris"], *texts.KOMPAS, ago=6, is_assignment=True)
    project.mark_read(announcement=known, by=cast["Karim"], at=calendar.at(5, 20))
