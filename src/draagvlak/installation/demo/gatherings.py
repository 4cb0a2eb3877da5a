"""The meetings of the three organisations: called together, minuted, approved, and what is still to come."""

from datetime import datetime, time
from typing import Any

from draagvlak.accounts.models import Account
from draagvlak.installation.demo import texts
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.meetings import actions, queries
from draagvlak.meetings.models import AgendaItem, Invitee, Meeting
from draagvlak.meetings.states import Answer, ItemKind, Repeat
from draagvlak.stakeholders.models import Body

Words = dict[str, Any]
GROUP = (
    (
        ("Kennismaken en de opdracht", "Iedereen vertelt wat in zijn ploeg leeft. We kiezen drie vragen om mee terug te nemen.", ""),
        ("Hoe werken we samen?", "Wie ’s nachts werkt, kan niet om 14 uur.", "We vergaderen om de beurt om 14 en om 20 uur."),
    ),
    (
        ("De vier kernvragen", "Per vraag lezen we wat collega’s schreven. Over de plaats van vorming zijn we het nog niet eens.", ""),
        ("Vervanging tijdens opleiding", "Zonder vervanging blijft het bij plannen. We hebben eerst cijfers nodig.", ""),
    ),
    (("Het kader: wat moet, wat mag", "De lijst met wetten en subsidies is overlopen.", "De visietekst dementie komt in het kader."),),
    (
        ("De doelen van het plan", "Elk doel kreeg iemand die het opvolgt.", "We leggen vier doelen voor."),
        ("Hoe gaat het verder?", "De groep komt opnieuw samen als het plan goedgekeurd is.", ""),
    ),
)  # fmt: skip
AGAIN = "Vervanging tijdens opleiding"
FIGURES = "Hoeveel mensen volgden vorig jaar een opleiding?\n\nTijd: wie vervangt wie?\n"


def _meeting(body: Body, by: Account, calendar: Calendar, ago: int, *, on: int, **facts: Any) -> list[Meeting]:  # noqa: ANN401 -- fields of a form
    """Convene a body so many days ago, for a day that lies `on` days ago (negative: ahead)."""
    hours: Words = {"title": "", "starts": time(14), "ends": time(16), "place": "Vergaderzaal Beuk"}
    words = {**hours, "day": calendar.day(on), **facts}
    return actions.convene(body=body, facts=words, by=by, at=calendar.at(ago, 9), root=ROOT)


def _body(kind: str) -> Body:
    return Body.objects.select_related("organisation").get(kind=kind, ends_on=None)


def _fresh(meeting: Meeting) -> Meeting:
    return queries.meetings().get(pk=meeting.pk)


def _point(meeting: Meeting, title: str, by: Account, calendar: Calendar, ago: int, **facts: Any) -> AgendaItem:  # noqa: ANN401 -- fields of a form
    words = {"title": title, "kind": ItemKind.DISCUSSION, "minutes": None, "preparation": "", **facts}
    return actions.propose_item(meeting=_fresh(meeting), facts=words, by=by, at=calendar.at(ago, 9))


def _report(meeting: Meeting, said: dict[int, Words], by: Account, when: list[datetime], *, excused: str = "") -> None:
    """Who was there, what was said, sent to everybody."""
    people = {
        one.pk: ("excused", "") if excused and one.person.startswith(excused) else ("present", "")
        for one in queries.invitees_of(meeting)
    }
    actions.record_attendance(meeting=_fresh(meeting), people=people, by=by, at=when[0])
    nothing: Words = {"outcome": "", "decision": "", "how": "", "comes_back": False}
    words = {key: {**nothing, **more} for key, more in said.items()}
    actions.write_minutes(meeting=_fresh(meeting), said=words, version=0, by=by, at=when[1])
    actions.send_minutes(meeting=_fresh(meeting), by=by, at=when[2], root=ROOT)


def _after(calendar: Calendar, ago: int, hour: int = 17) -> list[datetime]:
    return [calendar.at(ago, hour) for _turn in range(3)]


def _answer(meeting: Meeting, account: Account, answer: Answer, at: datetime, reason: str = "") -> None:
    invitee = Invitee.objects.select_related("meeting__body").get(meeting=meeting, account=account)
    actions.answer_invitation(invitee=invitee, answer=answer, reason=reason, by=account, at=at)


def _approve(meeting: Meeting, by: Account, calendar: Calendar, ago: int, *, approved_in: Meeting | None) -> None:
    report = _fresh(meeting).report
    if report is not None:
        actions.approve_minutes(minutes=report, approved_in=approved_in, remarks="", by=by, at=calendar.at(ago, 22))


def board_conversation(calendar: Calendar, cast: Cast) -> None:
    """Row B2.1: the board speaks about the importance and the place of training, with a sheet of figures and questions."""
    els, amina = cast["Els"], cast["Amina"]
    (meeting,) = _meeting(
        _body("board"), els, calendar, 165, on=162, title="Gesprek over vorming", starts=time(19, 30), ends=time(21, 30)
    )
    sheet = queries.preparation_sheet(on=calendar.day(164))
    title = "Het belang en de plaats van vorming in ons huis"
    item = _point(meeting, title, amina, calendar, 164, preparation=sheet, minutes=45)
    actions.send_papers(meeting=_fresh(meeting), by=els, at=calendar.at(164), root=ROOT)
    said = {
        item.pk: {
            "outcome": "De raad ziet vorming als een middel om mensen te houden. Wie ’s nachts werkt, dreigt uit de boot te vallen. Een plan voor vier jaar is nodig, gemaakt met de mensen zelf.",
            "decision": "De directie start een project voor een beleidsplan en de raad maakt er elk jaar tijd voor.",
            "how": "consensus",
        }
    }
    _report(meeting, said, els, _after(calendar, 162, 22))
    item.refresh_from_db()
    item.meeting = _fresh(meeting)
    facts = {"what": "Start het project voor het beleidsplan", "account": cast["Koen"], "due_on": calendar.day(155)}
    started = actions.add_action(item=item, facts=facts, by=els, at=calendar.at(162, 23))
    actions.finish_action(action=started, note="Gestart.", by=cast["Koen"], at=calendar.at(161))


def group_convened(calendar: Calendar, cast: Cast) -> None:
    """The four meetings of the working group, planned in one go."""
    amina = cast["Amina"]
    made = _meeting(
        _body("working_group"),
        amina,
        calendar,
        128,
        on=127,
        title="Werkgroep vorming",
        every=Repeat.TWO_WEEKLY,
        count=4,
    )
    for first in ("Bram", "Carine", "Farid"):
        _answer(made[0], cast[first], Answer.ACCEPTED, calendar.at(128, 12))
    group_met(calendar, cast, 0, 127)


def group_met(calendar: Calendar, cast: Cast, turn: int, ago: int) -> None:
    """One of the four: its minutes, its actions, and the approval of the minutes before."""
    amina = cast["Amina"]
    made = list(Meeting.objects.select_related("body").filter(body=_body("working_group")).order_by("starts_at"))
    meeting, said = made[turn], {}
    for title, outcome, decision in GROUP[turn]:
        item = _point(meeting, title, amina, calendar, ago)
        how = "consensus" if decision else ""
        said[item.pk] = {"outcome": outcome, "decision": decision, "how": how, "comes_back": title == AGAIN}
    for item in queries.items_of(meeting):
        if item.about_id:
            said[item.pk] = {"decision": "Goedgekeurd zonder opmerkingen.", "how": "consensus"}
        elif item.pk not in said:
            said[item.pk] = {"outcome": "Overlopen."}
    _report(meeting, said, amina, _after(calendar, ago), excused="Fatima" if turn == 0 else "")
    if turn:
        _approve(made[turn - 1], amina, calendar, ago, approved_in=_fresh(meeting))
    _agree(meeting, turn, calendar, cast, ago)
    if turn == len(made) - 1:
        _approve(meeting, amina, calendar, ago - 2, approved_in=None)


def _agree(meeting: Meeting, turn: int, calendar: Calendar, cast: Cast, ago: int) -> None:
    agreed = (
        (("Vraag in je ploeg: wat wil je leren?", "Bram", "Elf antwoorden uit Beuk."),),
        (("Tel hoeveel uren vervanging er vorig jaar waren", "Hilde", "412 uren, staat in het plan."),),
        (),
        (("Hang de doelen uit in elke verpleegpost", "Carine", ""),),
    )
    for what, first, note in agreed[turn]:
        item = queries.items_of(meeting)[-1]
        item.meeting = _fresh(meeting)
        due = calendar.ahead(5) if not note else calendar.day(ago - 10)
        words = {"what": what, "account": cast[first], "due_on": due}
        action = actions.add_action(item=item, facts=words, by=cast["Amina"], at=calendar.at(ago, 20))
        if note:
            actions.finish_action(action=action, note=note, by=cast[first], at=calendar.at(ago, 21))


def council_met(calendar: Calendar, cast: Cast) -> None:
    """The works council spoke about the plan; its advice stands in the minutes and in the dossier."""
    koen, dirk = cast["Koen"], cast["Dirk"]
    (meeting,) = _meeting(
        _body("works_council"), koen, calendar, 56, on=50, title="Maandvergadering", starts=time(8), ends=time(10)
    )
    (asked,) = [one for one in queries.items_of(meeting) if one.matter_id and one.kind == "advice"]  # it came by itself
    item = _point(meeting, "Een vast bedrag voor vervanging", dirk, calendar, 55, kind=ItemKind.ADVICE, minutes=30)
    actions.add_paper(
        meeting=_fresh(meeting), name="vragen-bij-het-plan.txt", content=FIGURES.encode(), by=koen, at=calendar.at(55)
    )
    actions.send_papers(meeting=_fresh(meeting), by=koen, at=calendar.at(55), root=ROOT)
    said: dict[int, Words] = {
        asked.pk: {
            "outcome": "De coördinator licht de nieuwe tekst toe. Over de nacht is iedereen het nu eens.",
            "decision": "Gunstig, met twee opmerkingen: tel mee wie vijftig of ouder is, en voorzie een vast bedrag voor vervanging.",
            "how": "vote",
            "votes_for": 2,
            "votes_abstained": 1,
        },
        item.pk: {
            "outcome": "Zonder vervanging blijft vorming op papier staan.",
            "decision": "Leg elk jaar een vast bedrag voor vervanging vast, en geef de raad de cijfers per leeftijd.",
            "how": "consensus",
        },
    }
    for one in queries.items_of(meeting):
        if one.matter_id and one.pk != asked.pk:  # the note on the kitchen
            said[one.pk] = {"outcome": "De raad vraagt keuze voor wie met de bus komt. De directie zegt dat toe."}
    _report(meeting, said, dirk, _after(calendar, 50, 11))
    item = next(one for one in queries.items_of(meeting) if one.pk == asked.pk)
    item.meeting = _fresh(meeting)
    facts = {"what": "Bezorg de raad de cijfers per leeftijd", "account": dirk, "due_on": calendar.ahead(9)}
    actions.add_action(item=item, facts=facts, by=dirk, at=calendar.at(50, 12))


def council_answered(calendar: Calendar, cast: Cast) -> None:
    (item,) = queries.advice_without_reply()
    text = "Wij volgen het advies: het bedrag voor vervanging komt in het budget. De cijfers per leeftijd komen elk jaar in het verslag."
    actions.reply_to_advice(item=item, text=text, by=cast["Koen"], at=calendar.at(45))


def board_met(calendar: Calendar, cast: Cast) -> None:
    """The board approves the minutes of its conversation, and the plan."""
    els, body = cast["Els"], _body("board")
    first = Meeting.objects.select_related("body").get(body=body)
    (meeting,) = _meeting(body, els, calendar, 44, on=30, starts=time(19), ends=time(21))
    (item,) = [one for one in queries.items_of(meeting) if one.matter_id]  # the dossier came by itself
    agreed: Words = {"decision": "Goedgekeurd.", "how": "consensus"}
    said = {one.pk: dict(agreed) for one in queries.items_of(meeting)}
    said[item.pk] |= {"outcome": texts.MINUTES, "how": "vote", "votes_for": 2}
    _report(meeting, said, els, _after(calendar, 30, 22))
    _approve(first, els, calendar, 30, approved_in=_fresh(meeting))


def lindehof_ahead(calendar: Calendar, cast: Cast) -> None:
    """What is still to come: the council next month, with what was left open, and a guest."""
    dirk = cast["Dirk"]
    (meeting,) = _meeting(
        _body("works_council"), dirk, calendar, 6, on=-12, title="Maandvergadering", starts=time(8), ends=time(10)
    )
    _point(meeting, "Vorming op zaterdag: wie wil en wie kan?", cast["Nadia"], calendar, 5, minutes=30)
    actions.add_paper(
        meeting=_fresh(meeting), name="bevraging-zaterdag.txt", content=FIGURES.encode(), by=dirk, at=calendar.at(5)
    )
    actions.add_paper(
        meeting=_fresh(meeting),
        name="vraag-aan-het-vormingsfonds.txt",
        content=b"Betaalt het fonds een opleiding op zaterdag?\n",
        by=dirk,
        at=calendar.at(5),
        is_for_guests=True,
    )
    guest = {"name": "Leen Somers, vormingsfonds", "email": "leen.somers@fonds.example"}
    leen = actions.invite_guest(meeting=_fresh(meeting), facts=guest, by=dirk, at=calendar.at(5), root=ROOT).account
    if leen is not None:
        cast.keep(leen)
    _answer(meeting, cast["Nadia"], Answer.DECLINED, calendar.at(4), reason="Ik heb die nacht dienst.")


def terweide_ahead(calendar: Calendar, cast: Cast) -> None:
    """The board of Ter Weide will speak about training."""
    lut = cast["Lut"]
    (meeting,) = _meeting(
        _body("board"),
        lut,
        calendar,
        3,
        on=-20,
        title="Raad van december",
        starts=time(20),
        ends=time(22),
        place="Het Erf",
    )
    sheet = queries.preparation_sheet(on=calendar.today)
    _point(meeting, "Het belang en de plaats van vorming", cast["Greet"], calendar, 3, preparation=sheet, minutes=40)


def kompas_ahead(calendar: Calendar, cast: Cast) -> None:
    """The whole team of Kompas meets about the four questions."""
    (meeting,) = _meeting(
        _body("working_group"), cast["Iris"], calendar, 9, on=-6, title="Teamvergadering", place="Buurthuis"
    )
    _point(meeting, "Onze vier vragen over leren", cast["Karim"], calendar, 8, minutes=45)
