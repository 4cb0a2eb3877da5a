"""A dossier and the advice of one body on paper: what the pages show, to keep, to sign, or to fill in by hand."""

import json
from datetime import date
from typing import Any

from django.utils.text import capfirst

from draagvlak.decisions import queries, wording
from draagvlak.decisions.actions.chain import address_of
from draagvlak.decisions.figures import Linked, Received, Says, Voice
from draagvlak.decisions.models import Dossier, Part
from draagvlak.decisions.queries import papers, separation
from draagvlak.decisions.queries.ended import how_it_ended, states_of
from draagvlak.decisions.rules import (
    NEEDS_AGREEMENT,
    NEEDS_PROOF,
    WHOLE_TERM,
    WITHOUT_BALLOT,
    WITHOUT_TERM,
    asks_replies,
    gives_points,
    may_still_speak,
)
from draagvlak.decisions.states import VERDICTS, Answer, DossierState, Result, Strength, Verdict
from draagvlak.documents.exports import paper
from draagvlak.documents.models import FrozenText
from draagvlak.lib import clock
from draagvlak.notices.states import MessageState
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import BodyKind
from draagvlak.ui.said import day_said
from draagvlak.ui.templatetags.house import moment

Facts = list[tuple[Any, str]]
POINTS_TO_WRITE = range(1, 5)
LINES_TO_WRITE = range(12)
HAND_IN = {BodyKind.WORKERS: wording.HAND_IN_WORKERS, BodyKind.MANAGEMENT: wording.HAND_IN_MANAGEMENT}
LABELS: dict[str, Any] = {
    "done_with": wording.DONE_WITH,
    "verdicts": dict(Verdict.choices),
    "answers": dict(Answer.choices),
    "results": dict(Result.choices),
    "strengths": dict(Strength.choices),
}


def dossier_paper(dossier: Dossier, *, today: date, root: str, suffix: str) -> bytes:
    """Everything that stands in the dossier. root: address of this installation. suffix: pdf or docx."""
    where = queries.standing(dossier, today=today)
    opening, last = where.entries[0], where.entries[-1]
    words = {
        **LABELS,
        "states": states_of(dossier),
        "dossier": dossier,
        "is_open": dossier.state == DossierState.OPEN,
        "where": where,
        "facts": _facts_of_dossier(dossier, opening.by),
        "ended": how_it_ended(dossier, where),
        "voices": [(part, _facts_of_voice(part, root=root)) for part in where.parts if part.voice],
        "silent": [part for part in where.parts if not part.voice],
        "sent": papers.papers_sent(dossier, opening),
        "ballots": queries.ballots_told(dossier, where.entries),
        "remarks": queries.remarks_in(where.entries),
        "heard": queries.heard_in(opening),
        "doubled": separation.doubled(where),
        "head": f"{last.number}:{last.seal}",
        "address": root + address_of(dossier),
        "file": f"dossier-{dossier.organisation.slug}-{dossier.number}.json",
    }
    title = str(wording.PAPER_DOSSIER).format(number=dossier.number, title=dossier.title)
    return _made("decisions/print/dossier.html", words, title=title, dossier=dossier, suffix=suffix)


def advice_paper(part: Part, *, today: date, root: str, suffix: str) -> bytes:
    """What a body said, to sign; or the form for it, as long as it can still speak."""
    dossier = part.dossier
    where = queries.standing(dossier, today=today)
    mine = next(says for says in where.parts if says.key == part.pk)
    is_form = may_still_speak(mine, is_open=dossier.state == DossierState.OPEN, today=today)
    verdicts = VERDICTS[Strength(part.strength)]
    spoke_on = (mine.voice.met_on or clock.day_of(mine.voice.at)) if mine.voice else today
    words = {
        **LABELS,
        "states": states_of(dossier),
        "dossier": dossier,
        "is_open": dossier.state == DossierState.OPEN,
        "part": mine,
        "is_form": is_form,
        "facts": [*_facts_of_part(part), *(_facts_of_voice(mine, root=root) if mine.voice else [])],
        "ended": how_it_ended(dossier, where),
        "choices": [Verdict(verdict).label for verdict in verdicts],
        "gives_points": gives_points(verdicts),
        "asks_replies": asks_replies(verdicts),
        "needs_agreement": any(verdict in NEEDS_AGREEMENT for verdict in verdicts),
        "may_vote": part.strength not in WITHOUT_BALLOT,
        "informs": part.strength == Strength.INFORM,
        "is_register": part.strength in WHOLE_TERM,
        "lines": LINES_TO_WRITE,
        "day_of": _day_of(mine),
        "heading": wording.HEADINGS_SAID[part.strength],
        "goes_on": wording.GOES_ON_WITHOUT.get(part.strength, ""),
        "points": POINTS_TO_WRITE,
        "hand_in": _hand_in(part),
        "signers": stakeholders.signers(part.body, on=spoke_on),
        "address": root + address_of(dossier),
    }
    is_sheet = is_form and part.strength not in WHOLE_TERM
    what = wording.PAPER_FORM if is_sheet else wording.PAPERS_SAID[part.strength]
    title = str(what).format(body=mine.body)
    return _made("decisions/print/advice.html", words, title=title, dossier=dossier, suffix=suffix)


def _hand_in(part: Part) -> str:
    """To whom the filled-in form goes. That a body was informed, the coordinator writes down."""
    informs = part.strength == Strength.INFORM
    sentence = wording.HAND_IN_WORKERS if informs else HAND_IN.get(BodyKind(part.body.kind), wording.HAND_IN)
    return str(sentence).format(body=part.body.name)


def _day_of(part: Says) -> Any:  # noqa: ANN401 -- lazy words
    """What the day is called that stands with what a body said."""
    if part.strength != Strength.INFORM:
        return wording.FACT_MET
    return wording.FACT_ANNOUNCED if part.kind == BodyKind.WORKERS else wording.FACT_ON_AGENDA


def _made(template: str, words: dict[str, Any], *, title: str, dossier: Dossier, suffix: str) -> bytes:
    return paper(template, words, title=title, organisation=dossier.organisation.name, suffix=suffix)


def _version_of(document: FrozenText) -> str:
    """The number that the text carries in itself; empty for a text without one."""
    try:
        said = json.loads(document.text)
    except ValueError:
        return ""
    return str(said.get("version", "")) if isinstance(said, dict) else ""


def _facts_of_text(dossier: Dossier) -> Facts:
    return [
        (wording.FACT_TEXT, dossier.document.title),
        (wording.FACT_VERSION, _version_of(dossier.document)),
        (wording.FACT_SEAL, dossier.document.sha256),
    ]


def _facts_of_dossier(dossier: Dossier, by: str) -> Facts:
    opened = str(wording.SAID_WHEN).format(when=day_said(clock.day_of(dossier.opened_at)), name=by)
    return [
        (wording.FACT_KIND, capfirst(dossier.get_kind_display())),
        (wording.FACT_OPENED, opened),
        (wording.FACT_STATE, capfirst(str(states_of(dossier)[dossier.state]))),
        *_facts_of_text(dossier),
    ]


def _facts_of_part(part: Part) -> Facts:
    dossier = part.dossier
    return [
        (wording.FACT_ABOUT, dossier.title),
        (wording.FACT_DOSSIER, str(dossier.number)),
        *(fact for fact in _facts_of_text(dossier) if fact[1] != dossier.title),
        (wording.FACT_STRENGTH, capfirst(part.get_strength_display())),
        (wording.FACT_DUE, "" if part.strength in WITHOUT_TERM else day_said(part.due_on)),
        (wording.FACT_GROUND, part.ground),
    ]


def _facts_of_voice(part: Says, *, root: str) -> Facts:
    voice = part.voice
    assert voice is not None  # noqa: S101 -- asked only of who spoke
    noted = str(wording.SAID_WHEN).format(when=day_said(clock.day_of(voice.at)), name=voice.by)
    what = (
        [] if voice.verdict in NEEDS_PROOF else [(wording.FACT_SAID, capfirst(str(LABELS["verdicts"][voice.verdict])))]
    )
    facts: Facts = [*what]
    if voice.met_on:
        facts.append((_day_of(part), day_said(voice.met_on)))
    facts += _facts_of_papers(voice)
    if any(voice.votes.values()):
        names = {"a": "for", "b": "against", "c": "abstained"}
        counts = {letter: voice.votes.get(name, 0) for letter, name in names.items()}
        facts.append((wording.FACT_VOTES, str(wording.VOTES_COUNTED).format(**counts)))
    if voice.ballot:
        facts.append((wording.FACT_BALLOT, str(voice.ballot)))
    if voice.agreement:
        facts += _facts_of_agreement(voice.agreement, root=root)
    return [*facts, (wording.FACT_NOTED, noted)]


def _facts_of_papers(voice: Voice) -> Facts:
    """How the papers came to a body that was informed; the template leaves out what is empty."""
    if voice.verdict not in NEEDS_PROOF:
        return []
    return [
        (wording.FACT_BY_MAIL, "; ".join(_received(one) for one in voice.papers if one.state)),
        (wording.FACT_HANDED_OVER, voice.handed_over),
    ]


def _received(one: Received) -> str:
    when = moment(one.at) if one.at else ""
    state = "" if one.state == MessageState.SENT else f" ({MessageState(one.state).label})"
    return f"{one.name}, {when}{state}"


def _facts_of_agreement(linked: Linked, *, root: str) -> Facts:
    when = day_said(linked.signed_on)
    return [
        (wording.FACT_AGREEMENT, str(wording.AGREEMENT_SIGNED).format(subject=linked.subject, when=when)),
        (wording.FACT_AGREEMENT_SEAL, linked.sha256),
        (wording.FACT_AGREEMENT_ADDRESS, root + linked.address),
    ]
