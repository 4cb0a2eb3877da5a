"""What representatives of workers do beside deciding: changes that they screen, signals without a source, their own tasks."""

from typing import Any

from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.needs import actions as needs
from draagvlak.needs import queries as told
from draagvlak.needs.models import Signal
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.models import Screening
from draagvlak.stakeholders import actions as roles
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.tenancy.models import Organisation

# Everyone may read the answer to an invented signal: the code stands in the guide.
CODE = "LNDH-SGNL-KREN"
ROSTERS = {
    "title": "De keuken begint een half uur vroeger",
    "what": "Het ontbijt komt een half uur vroeger op de kamers. De vroege dienst in de keuken begint om 6 uur in plaats van half 7.",
    "for_whom": "Keukenmedewerkers van de vroege dienst",
    "from_when": "na de volgende uurroosterronde",
    "effect": "De overdracht met de nacht valt in hetzelfde half uur. Wie met de bus komt, heeft er dan nog geen.",
    "means": "Een vaste vervanger in de eerste maand.",
}
REMARK = "Wij vragen dat wie met de bus komt, mag kiezen voor de late dienst. De directie zegt dat toe."
MENTORS = {
    "title": "Mentoren krijgen twee uur per maand",
    "what": "Wie een nieuwe collega begeleidt, krijgt daar twee uur per maand voor in het uurrooster.",
    "for_whom": "De mentoren in zorg en verpleging",
    "from_when": "1 januari",
    "effect": "Die twee uur vallen weg uit de gewone dienst. De planning vangt ze op.",
    "means": "Twaalf mentoren, samen 288 uur per jaar.",
}
SOFTWARE = {
    "title": "Nieuwe planningssoftware",
    "why": "Collega’s horen dat de planning vanaf de lente zelf voorstelt wie een dienst overneemt. Wij kregen daar nog niets over te lezen.",
}


def lindehof_screens(calendar: Calendar, cast: Cast) -> Screening:
    """Before the council met: the kitchen begins earlier."""
    return plan.flag_change(subject="project", facts=ROSTERS, by=cast["Amina"], at=calendar.at(66), root=ROOT)


def lindehof_screened(calendar: Calendar, cast: Cast, screening: Screening) -> None:
    """What came of it in the meeting."""
    said = {"outcome": "remark", "text": REMARK, "on": calendar.day(50)}
    plan.record_screening(screening=screening, facts=said, version=1, by=cast["Dirk"], at=calendar.at(49), root=ROOT)


def lindehof(calendar: Calendar, cast: Cast) -> None:
    plan.flag_change(subject="project", facts=MENTORS, by=cast["Amina"], at=calendar.at(15), root=ROOT)
    plan.ask_screening(subject="project", facts=SOFTWARE, by=cast["Dirk"], at=calendar.at(15), root=ROOT)
    _signals(calendar, cast)
    _tasks(calendar, cast)


def _signals(calendar: Calendar, cast: Cast) -> None:
    here = Body.objects.select_related("organisation").get(kind="board", ends_on=None).organisation
    lift = "Bijna niemand durft met de nieuwe tillift te werken. De handleiding ligt in het Engels in een lade."
    again = "De tillift op Eik staat stil. We tillen weer met twee."
    first = _told(here, calendar, CODE, lift, "Zorg", urgency="now", helps="Iemand die het een paar keer voordoet.")
    second = _told(here, calendar, "LNDHSGNLTWEE", again, "Zorg", urgency="this_year")
    phone = "Gesprekken met familie van bewoners met dementie lopen vaak mis. Je weet niet wat je mag zeggen."
    third = _told(here, calendar, "LNDHSGNLDREE", phone, "Linde")
    night = "In de nacht weet niemand hoe het nieuwe registratieprogramma werkt als er iets fout gaat."
    _told(here, calendar, "LNDHSGNLVYER", night, "", group_words="wie ’s nachts werkt")
    amina = cast["Amina"]
    needs.merge(signal=first, others=[second.pk], version=1, by=amina, at=calendar.at(14))
    taken: dict[str, Any] = {
        "kind": "taken_up",
        "goal": 1,
        "activity": "Twee uur oefenen met de tillift, op de eigen afdeling",
        "heard": "De nieuwe tillift blijft staan omdat mensen niet zeker zijn hoe ze werkt.",
        "answer": "We zetten oefenen op de eigen afdeling bij wat we kunnen leren. De handleiding komt er in het Nederlands.",
    }
    needs.answer(signal=first, facts=taken, version=2, by=amina, at=calendar.at(14))
    exists: dict[str, Any] = {
        "kind": "exists",
        "goal": None,
        "activity": "",
        "heard": "Gesprekken met familie over dementie zijn moeilijk.",
        "answer": "Elke derde dinsdag is er intervisie over zulke gesprekken. Je leidinggevende plant je in als je het vraagt.",
    }
    needs.answer(signal=third, facts=exists, version=1, by=amina, at=calendar.at(14))


def _told(here: Organisation, calendar: Calendar, code: str, what: str, group: str, **more: str) -> Signal:
    """Sent by nobody. group: the name of a function group or team, empty for words of one's own."""
    keys = {name: key for _label, rows in told.groups() for key, name in rows}
    usual = {"what": what, "how_often": "weekly", "urgency": "can_wait", "helps": "", "group_words": "", **more}
    facts = {**usual, "group": keys.get(group, "words")}
    return needs.signal(facts=facts, organisation=here, code=code, at=calendar.at(15), root=ROOT)


def _tasks(calendar: Calendar, cast: Cast) -> None:
    """The delegation and the council each keep a list of their own."""
    rows = (
        ("union_delegation", "Ria", "Ga langs bij de nachtploeg over vorming", 10),
        ("union_delegation", "Ria", "Vraag de andere huizen hoe zij mentoren vrijmaken", None),
        ("works_council", "Dirk", "Lees de nota over de mentoren samen met de ploeg van Beuk", 8),
    )
    for kind, first, what, days in rows:
        body = Body.objects.select_related("organisation").get(kind=kind, ends_on=None)
        seat = Seat.objects.get(body=body, holder=cast[first], ends_on=None)
        facts = {"what": what, "seat": seat, "due_on": calendar.ahead(days) if days else None}
        roles.add_body_task(body=body, facts=facts, by=cast[first], at=calendar.at(13), root=ROOT)


def terweide(calendar: Calendar, here: Organisation) -> None:
    """One signal that waits."""
    what = "Nieuwe begeleiders weten niet hoe ze rustig blijven bij agressie."
    _told_of_all(here, calendar, "WEYDSGNLEENS", what)


def kompas(calendar: Calendar, here: Organisation, cast: Cast) -> None:
    """A small house: the workers themselves speak, and everybody reads the note."""
    facts = {
        "title": "Eén avond per week open",
        "what": "Het buurthuis blijft op donderdag open tot negen uur.",
        "for_whom": "Alle begeleiders",
        "from_when": "",
        "effect": "Om de drie weken een avond. Die uren komen terug op vrijdag.",
        "means": "",
    }
    plan.flag_change(subject="project", facts=facts, by=cast["Iris"], at=calendar.at(2), root=ROOT)
    _told_of_all(here, calendar, "KMPSSGNLEENS", "We weten te weinig over schulden van mensen die hier komen.")


def _told_of_all(here: Organisation, calendar: Calendar, code: str, what: str) -> None:
    facts = {
        "what": what,
        "group": "all",
        "group_words": "",
        "how_often": "weekly",
        "urgency": "this_year",
        "helps": "",
    }
    needs.signal(facts=facts, organisation=here, code=code, at=calendar.at(2), root=ROOT)
