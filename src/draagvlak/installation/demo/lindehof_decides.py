"""How De Lindehof decided: the council first said no to the hours, the text changed, everybody spoke again."""

from typing import Any

from draagvlak.decisions import queries as decisions
from draagvlak.decisions.actions import add_remark, record_voice, reply
from draagvlak.decisions.models import Dossier, Part
from draagvlak.decisions.states import Answer
from draagvlak.installation.demo import gatherings, texts
from draagvlak.installation.demo.steps import ROOT, Calendar, Cast
from draagvlak.policyplan import actions as plan
from draagvlak.policyplan.models import Plan, Section
from draagvlak.policyplan.queries import version_at_work
from draagvlak.policyplan.states import SectionKey


def decide(calendar: Calendar, cast: Cast, written: Plan) -> None:
    """The council first said no to the hours; the text changed, so everybody spoke again about the new text."""
    koen, amina, dirk = cast["Koen"], cast["Amina"], cast["Dirk"]
    first = plan.submit_version(plan=written, by=amina, at=calendar.at(80), root=ROOT)
    speak(
        first,
        "works_council",
        dirk,
        calendar,
        72,
        verdict="unfavourable",
        votes=(3, 6, 1),
        points=(
            "Wie alleen ’s nachts werkt, kan bijna nooit deelnemen. Voorzie elk jaar minstens één moment ’s avonds of op zaterdag.",
        ),
    )
    reply(
        dossier=first,
        voice=2,
        point=1,
        answer=Answer.FOLLOWED,
        text="Wij volgen dit advies en passen het deel “Voor wie” aan.",
        by=koen,
        at=calendar.at(70),
        root=ROOT,
    )
    version = version_at_work(written)
    section = Section.objects.get(version=version, key=SectionKey.TARGET_GROUPS)
    plan.write_section(
        plan=written,
        key=SectionKey.TARGET_GROUPS,
        body=texts.NIGHT,
        revision=section.revision,
        by=amina,
        at=calendar.at(68),
    )
    second = plan.submit_version(plan=written, by=amina, at=calendar.at(60), root=ROOT)
    add_remark(dossier=second, text=texts.REMARK, by=cast["Els"], at=calendar.at(57))
    gatherings.council_met(calendar, cast)
    points = (
        "Zeg in het plan hoeveel collega’s van 50 en ouder een opleiding volgden, en wat er gebeurt als dat te weinig is.",
        "Zonder vervanging blijft vorming op papier staan. Wij vragen een vast bedrag voor vervanging.",
    )
    speak(second, "works_council", dirk, calendar, 50, verdict="with_remarks", votes=(8, 1, 1), points=points)
    voice = next(entry.number for entry in decisions.entries_of(second) if entry.act == "voice")
    reply(
        dossier=second,
        voice=voice,
        point=1,
        answer=Answer.PARTLY,
        text="Het aandeel komt elk jaar in het verslag. Een vast minimum leggen we niet op: kleine teams zouden collega’s moeten verplichten.",
        by=koen,
        at=calendar.at(46),
        root=ROOT,
    )
    reply(
        dossier=second,
        voice=voice,
        point=2,
        answer=Answer.FOLLOWED,
        text="Het budget voorziet een vast bedrag voor vervanging. Het staat in het deel over tijd en middelen van het jaarbudget.",
        by=koen,
        at=calendar.at(45),
        root=ROOT,
    )
    gatherings.council_answered(calendar, cast)
    add_remark(dossier=second, text=texts.REMARK_ANSWER, by=amina, at=calendar.at(44))
    gatherings.board_met(calendar, cast)
    meeting = {"met_on": calendar.day(30), "minutes": texts.MINUTES}
    speak(second, "board", cast["Els"], calendar, 30, verdict="approved", votes=(5, 0, 0), points=(), **meeting)


def speak(dossier: Dossier, kind: str, by: Any, calendar: Calendar, ago: int, **said: Any) -> None:  # noqa: ANN401 -- the words of a body
    part = Part.objects.select_related("dossier", "dossier__document", "body").get(dossier=dossier, body__kind=kind)
    votes = dict(zip(("for", "against", "abstained"), said["votes"], strict=True))
    words: dict[str, Any] = {
        "verdict": said["verdict"],
        "votes": votes,
        "points": list(said["points"]),
        "note": "",
        "document_sha256": dossier.document.sha256,
        **{name: said[name] for name in ("met_on", "minutes") if name in said},
    }
    record_voice(part=part, said=words, by=by, at=calendar.at(ago), root=ROOT)
