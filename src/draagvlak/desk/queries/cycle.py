from datetime import date
from typing import Any

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries as decisions
from draagvlak.decisions.rules import before_closing, is_only_ratified
from draagvlak.decisions.states import Strength
from draagvlak.desk import wording
from draagvlak.desk.figures import Cycle, Gate, Step
from draagvlak.desk.queries.view import Desk, desk_of
from draagvlak.lib.rights import may
from draagvlak.policyplan.states import CoreQuestion, VersionState
from draagvlak.tenancy.models import Organisation


def cycle_of(account: Account, organisation: Organisation, *, today: date) -> Cycle:
    """Where the organisation is in the eight steps, and what the next step needs."""
    return cycle_in(desk_of(account, organisation, today=today))


def cycle_in(desk: Desk) -> Cycle:
    """The same, of a view that is in hand."""
    gates = gates_of(desk)
    done = [all(gate.state == "done" for gate in group) for group in gates]
    now = next((number for number, is_done in enumerate(done) if not is_done), len(done))
    addresses = [desk.to("planproject:project"), desk.to("policyplan:vision"), desk.to("policyplan:plan")]
    steps = tuple(
        Step(
            number,
            str(name),
            "done" if number <= now and number <= len(done) else "now" if number == now + 1 else "later",
            addresses[number - 1] if number <= len(addresses) else "",
        )
        for number, name in enumerate(wording.STEPS, start=1)
    )
    return Cycle(steps, tuple(gates[now]) if now < len(gates) else ())


def gates_of(desk: Desk) -> tuple[list[Gate], list[Gate], list[Gate]]:
    """What the first three steps need before the next one; the later steps bring theirs when they are built."""
    return _gates_of_start(desk), _gates_of_vision(desk), _gates_of_plan(desk)


def _gate(name: Any, *, is_done: bool, address: str, note: Any = "") -> Gate:  # noqa: ANN401 -- lazy words
    return Gate(str(name), "done" if is_done else "open", str(note), address)


def _gates_of_start(desk: Desk) -> list[Gate]:
    is_composed = desk.group is not None and desk.had(desk.group.composed_at)
    has_group = is_composed or bool(desk.project and desk.project.no_group_reason)
    return [
        _gate(wording.GATE_SET_UP, is_done=desk.is_set_up, address=desk.to("stakeholders:set_up")),
        _gate(wording.GATE_STAFF, is_done=desk.has_staff, address=desk.to("staff:people")),
        _gate(wording.GATE_COORDINATOR, is_done=desk.has_coordinator, address=desk.to("stakeholders:who_does_what")),
        _gate(wording.GATE_GROUP, is_done=has_group, address=desk.to("planproject:project")),
    ]


def _gates_of_vision(desk: Desk) -> list[Gate]:
    note = str(wording.NOTE_ANSWERS).format(count=desk.settled)
    adopted = desk.vision is not None and desk.had(desk.vision.adopted_at)
    return [
        _gate(
            wording.GATE_ANSWERS,
            is_done=desk.settled == len(CoreQuestion),
            address=desk.to("policyplan:vision"),
            note=note,
        ),
        _gate(wording.GATE_VISION, is_done=adopted, address=desk.to("policyplan:vision")),
    ]


def _gates_of_plan(desk: Desk) -> list[Gate]:
    version = desk.version
    beyond_draft = bool(version and version.state != VersionState.DRAFT)
    dossier = version.dossier if version else None
    where = _standing_of(desk, dossier) if dossier else None
    is_adopted = bool(version and version.state == VersionState.ADOPTED)
    waits = {need.what for need in before_closing(where.needed)} if where and not is_adopted else set()
    informs = [part for part in where.parts if part.strength == Strength.INFORM] if where else []
    # Every version needs it anew, and the plan in force stays in force meanwhile.
    is_new = not is_adopted and any(one.state == VersionState.ADOPTED for one in desk.versions)
    approval = wording.GATE_NEW_APPROVAL if is_new else wording.GATE_APPROVAL
    ratifies = where is not None and is_only_ratified([part.strength for part in where.parts])
    note = (
        "" if beyond_draft or not version else str(wording.NOTE_GAPS).format(count=len(desk.gaps)) if desk.gaps else ""
    )
    has_frame = desk.has("framework")
    at_dossier = desk.to("policyplan:plan")
    # Who has no door to the dossier is led to the plan: a link is a promise.
    if dossier is not None and may(desk.account, "decisions.see_dossiers", desk.organisation):
        at_dossier = desk.to("decisions:dossier", number=dossier.number)
    return [
        _gate(wording.GATE_FRAME, is_done=has_frame, address=desk.to("policyplan:framework")),
        _gate(wording.GATE_DRAFT, is_done=beyond_draft, address=desk.to("policyplan:plan"), note=note),
        _gate(wording.GATE_ADVICE, is_done=where is not None and not waits - {"inform"}, address=at_dossier),
        *([_gate(wording.GATE_INFORMED, is_done="inform" not in waits, address=at_dossier)] if informs else []),
        _gate(wording.GATE_RATIFIED if ratifies else approval, is_done=is_adopted, address=at_dossier),
    ]


def _standing_of(desk: Desk, dossier: Any) -> Any:  # noqa: ANN401 -- a dossier and where it stands
    for known, where in desk.dossiers:
        if known.pk == dossier.pk:
            return where
    return desk.ask(f"standing {dossier.pk}", lambda: decisions.standing(dossier, today=desk.today))
