"""How De Lindehof decided: the council first said no to the hours, the text changed, everybody spoke again."""

from typing import Any

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.actions import add_remark, answer_remark, record_voice, reply
from draagvlak.decisions.models import Dossier, Part
from draagvlak.decisions.states import Answer
from draagvlak.installation.demo import gatherings, history, margin, representatives, texts
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.models import Plan, Screening, Section
from draagvlak.policyplan.queries import version_at_work
from draagvlak.policyplan.states import SectionKey


def decide(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """The council first said no to the hours; the text changed, so everybody spoke again about the new text."""
    margin.lindehof(calendar, cast, written)
    refused(calendar, cast, written)
    screening = representatives.lindehof_screens(calendar, cast)
    history.read(calendar, cast, written)
    approved(calendar, cast, written, screening)


def refused(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """The first time: an unfavourable advice, a promise, and the text that changes."""
    first = plan.submit_version(plan=written, by=cast["Amina"], at=calendar.at(80), root=ROOT)
    points = (
        "Wie alleen ’s nachts werkt, kan bijna nooit deelnemen. Voorzie elk jaar minstens één moment ’s avonds of op zaterdag.",
    )
    said: dict[str, Any] = {"verdict": "unfavourable", "votes": (1, 2, 0), "points": points}
    speak(first, "works_council", cast["Dirk"], calendar, 72, **said)
    answer(first, 1, Answer.FOLLOWED, "Wij volgen dit advies en passen het deel “Voor wie” aan.", calendar, cast, 70)
    section = Section.objects.get(version=version_at_work(written), key=SectionKey.TARGET_GROUPS)
    words: dict[str, Any] = {"key": SectionKey.TARGET_GROUPS, "body": texts.NIGHT, "revision": section.revision}
    plan.write_section(plan=written, **words, by=cast["Amina"], at=calendar.at(68))


def approved(calendar: Calendar, cast: Cast, written: Plan, screening: Screening) -> None:
    """The second time: remarks, advice in two points, an answer to each, and the board."""
    amina, els = cast["Amina"], cast["Els"]
    second = plan.submit_version(plan=written, by=amina, at=calendar.at(60), root=ROOT)
    asked = add_remark(dossier=second, text=texts.REMARK, by=els, at=calendar.at(57))
    gatherings.council_met(calendar, cast)
    points = (
        "Zeg in het plan hoeveel collega’s van 50 en ouder een opleiding volgden, en wat er gebeurt als dat te weinig is.",
        "Zonder vervanging blijft vorming op papier staan. Wij vragen een vast bedrag voor vervanging.",
    )
    said: dict[str, Any] = {"verdict": "with_remarks", "votes": (2, 0, 1), "points": points}
    speak(second, "works_council", cast["Dirk"], calendar, 50, **said)
    representatives.lindehof_screened(calendar, cast, screening)
    answers = (
        (
            Answer.PARTLY,
            "Het aandeel komt elk jaar in het verslag. Een vast minimum leggen we niet op: kleine teams zouden collega’s moeten verplichten.",
        ),
        (
            Answer.FOLLOWED,
            "Het budget voorziet een vast bedrag voor vervanging. Het staat in het deel over tijd en middelen van het jaarbudget.",
        ),
    )
    for point, (kind, text) in enumerate(answers, start=1):
        answer(second, point, kind, text, calendar, cast, 47 - point)
    gatherings.council_answered(calendar, cast)
    answer_remark(dossier=second, remark=asked.number, text=texts.REMARK_ANSWER, by=amina, at=calendar.at(44))
    inform(second, calendar, amina, 40)
    gatherings.board_met(calendar, cast)
    held: dict[str, Any] = {"met_on": calendar.day(30), "minutes": texts.MINUTES}
    speak(second, "board", els, calendar, 30, verdict="approved", votes=(2, 0, 0), points=(), **held)


def answer(dossier: Dossier, point: int, kind: Answer, text: str, calendar: Calendar, cast: Cast, ago: int) -> None:  # noqa: PLR0913 -- a line of the story
    """The employer's reply to a point of the council's advice."""
    voice = next(entry.number for entry in decisions.entries_of(dossier) if entry.act == "voice")
    words: dict[str, Any] = {"voice": voice, "point": point, "answer": kind, "text": text}
    reply(dossier=dossier, **words, by=cast["Koen"], at=calendar.at(ago), root=ROOT)


def inform(dossier: Dossier, calendar: Calendar, by: Any, ago: int) -> None:  # noqa: ANN401 -- an account
    """The delegation had the point on its agenda; the coordinator writes that down."""
    told: dict[str, Any] = {"met_on": calendar.day(ago), "handed_over": "Op papier, aan de hoofdafgevaardigde."}
    speak(
        dossier,
        "union_delegation",
        by,
        calendar,
        ago,
        verdict="informed",
        votes=(0, 0, 0),
        points=(),
        **told,
    )


def speak(dossier: Dossier, kind: str, by: Any, calendar: Calendar, ago: int, **said: Any) -> None:  # noqa: ANN401 -- the words of a body
    part = Part.objects.select_related("dossier", "dossier__document", "body").get(dossier=dossier, body__kind=kind)
    votes = dict(zip(("for", "against", "abstained"), said["votes"], strict=True))
    words: dict[str, Any] = {
        "verdict": said["verdict"],
        "votes": votes,
        "points": list(said["points"]),
        "note": "",
        "document_sha256": dossier.document.sha256,
        **{name: said[name] for name in ("met_on", "minutes", "handed_over") if name in said},
    }
    record_voice(part=part, said=words, by=by, at=calendar.at(ago), root=ROOT)
