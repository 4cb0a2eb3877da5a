from datetime import date, datetime
from typing import Any

from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.decisions import queries as decisions
from draagvlak.desk.queries.present import kinds_present
from draagvlak.initiatives import queries as initiatives
from draagvlak.lib import clock
from draagvlak.planproject import queries as planproject
from draagvlak.policyplan import queries as policyplan
from draagvlak.staff import queries as staff
from draagvlak.stakeholders import queries as stakeholders
from draagvlak.stakeholders.states import RoleKind
from draagvlak.tenancy.models import Organisation

# Facts that are the same for everyone in the organisation on one day: worked out for one person, they hold for the next.
FOR_ALL = (
    "present",
    "negotiations",
    "watches",
    "project",
    "group",
    "vision",
    "settled",
    "plan",
    "versions",
    "gaps",
    "dossiers",
    "roles",
    "profile",
    "matrix",
    "matrix review",
    "at work",
    "free seats",
    "deadlines",
    "plan review",
    "moments",
    "consultations",
    "remarks waiting",
    "ballots",
    "listening",
    "codecisions",
    "regulation",
    "screenings",
    "screening points",
    "individuals",
)


class Desk:
    """One person's view over one organisation on one day; each fact is asked once, when it is first needed."""

    def __init__(self, account: Account, organisation: Organisation, *, today: date) -> None:
        self.account, self.organisation, self.today = account, organisation, today
        self.parts = stakeholders.parts_of(account, organisation, on=today)
        self.known: dict[str, Any] = {}

    def ask(self, name: str, answer: Any) -> Any:  # noqa: ANN401 -- remembers any answer
        if name not in self.known:
            self.known[name] = answer()
        return self.known[name]

    def has(self, kind: str) -> bool:
        """Whether there is anything of a kind (`present.KINDS`); where not, nothing further is asked about it."""
        return kind in self.ask("present", lambda: kinds_present(self.organisation))

    def shared(self) -> dict[str, Any]:
        """What was asked so far and holds for everyone."""
        return {name: self.known[name] for name in FOR_ALL if name in self.known}

    @property
    def runs_it(self) -> bool:
        return bool(self.parts.roles & {RoleKind.MANAGEMENT, RoleKind.TRAINING_COORDINATOR})

    @property
    def project(self) -> Any:  # noqa: ANN401 -- a project or None
        return self.ask("project", planproject.current_project)

    @property
    def group(self) -> Any:  # noqa: ANN401 -- a group or None
        return self.ask("group", lambda: planproject.group_of(self.project))

    @property
    def vision(self) -> Any:  # noqa: ANN401 -- a vision or None
        return self.ask("vision", lambda: policyplan.vision_of(self.project))

    @property
    def settled(self) -> int:
        """How many core questions have a finished answer."""
        return int(self.ask("settled", lambda: sum(a.is_settled for a in policyplan.answers_of(self.vision).values())))

    @property
    def plan(self) -> Any:  # noqa: ANN401 -- a plan or None
        return self.ask("plan", policyplan.current_plan)

    @property
    def version(self) -> Any:  # noqa: ANN401 -- a version or None
        return policyplan.first_to_show(self.versions)

    @property
    def versions(self) -> list[Any]:
        return list(self.ask("versions", lambda: policyplan.every_version(self.plan) if self.plan else []))

    @property
    def gaps(self) -> list[Any]:
        return list(self.ask("gaps", lambda: policyplan.gaps(self.version) if self.version else []))

    @property
    def dossiers(self) -> list[tuple[Any, Any]]:
        """The dossiers that run, each with where it stands."""
        if not self.has("dossiers"):
            return []
        found = self.ask(
            "dossiers",
            lambda: [(one, decisions.standing(one, today=self.today)) for one in decisions.every_open_dossier()],
        )
        return list(found)

    @property
    def has_staff(self) -> bool:
        return bool(self.ask("has_staff", lambda: self.has("staff")))

    @property
    def has_coordinator(self) -> bool:
        return bool(self.coordinators)

    @property
    def coordinators(self) -> list[Any]:
        return [role for role in self.roles if role.kind == RoleKind.TRAINING_COORDINATOR]

    @property
    def roles(self) -> list[Any]:
        return list(self.ask("roles", lambda: stakeholders.roles_held(on=self.today)))

    @property
    def parts_found(self) -> Any:  # noqa: ANN401 -- what the responsibility matrix is read from
        return self.ask("matrix", lambda: stakeholders.read(on=self.today))

    @property
    def member(self) -> Any:  # noqa: ANN401 -- the person at work that this account is, or None
        return self.ask("member", lambda: staff.staff_member_of(self.account))

    @property
    def listening(self) -> Any:  # noqa: ANN401 -- the body that reads questions in confidence, or None
        return self.ask("listening", lambda: initiatives.body_that_listens(on=self.today))

    @property
    def is_set_up(self) -> bool:
        return self.had(self.ask("profile", stakeholders.profile).set_up_at)

    def had(self, moment: datetime | None) -> bool:
        """Whether this was so by the day of the view."""
        return moment is not None and clock.day_of(moment) <= self.today

    def to(self, name: str, **words: Any) -> str:  # noqa: ANN401 -- parts of an address
        return reverse(name, kwargs={"organisation": self.organisation.slug, **words})


def desk_of(account: Account, organisation: Organisation, *, today: date) -> Desk:
    """The view of this person, kept for the length of a request so that nothing is asked twice."""
    key = ("desk", organisation.pk, today)
    if key not in account.remembered:
        account.remembered[key] = Desk(account, organisation, today=today)
    found: Desk = account.remembered[key]
    return found
