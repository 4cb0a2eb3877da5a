from django.conf import settings
from django.db import models

from draagvlak.decisions import wording
from draagvlak.decisions.rules import is_only_ratified
from draagvlak.decisions.states import (
    BallotState,
    Choice,
    DossierKind,
    DossierState,
    Duty,
    Majority,
    Quorum,
    Result,
    Strength,
    Together,
    Verdict,
    Way,
)
from draagvlak.documents.models import FrozenText
from draagvlak.lib.keys import drawn_key
from draagvlak.meetings.models import Matter
from draagvlak.stakeholders.models import Body, Seat
from draagvlak.stakeholders.states import Side
from draagvlak.tenancy.models import OrganisationOwned


class Mandate(OrganisationOwned):
    """A body speaks on a kind of dossier with a strength, within a term, on a ground; from a day until a day.

    term_days: calendar days, the day of sending not counted.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=DossierKind)
    strength = models.CharField(max_length=12, choices=Strength)
    term_days = models.PositiveSmallIntegerField()
    ground = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "body", "kind"],
                condition=models.Q(ends_on=None),
                name="decisions_one_mandate_per_body_and_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_strength_display()}"


class Separation(OrganisationOwned):
    """What the organisation chose for two duties that one person could fulfil in the same dossier; without a row the usual holds.

    A dossier keeps what held when it was opened, in its chain.
    """

    first = models.CharField(max_length=10, choices=Duty)
    second = models.CharField(max_length=10, choices=Duty)
    together = models.CharField(max_length=10, choices=Together)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "first", "second"], name="decisions_two_duties_have_one_rule"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_first_display()}, {self.get_second_display()}: {self.get_together_display()}"


class Dossier(OrganisationOwned):
    """One question put to the bodies, bound to one exact text."""

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=24, choices=DossierKind)
    title = models.CharField(max_length=250)
    document = models.ForeignKey(FrozenText, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=DossierState, default=DossierState.OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="decisions_dossiers_are_numbered"),
            models.CheckConstraint(
                condition=models.Q(state=DossierState.OPEN, settled_at=None)
                | ~models.Q(state=DossierState.OPEN) & models.Q(settled_at__isnull=False),
                name="decisions_an_ended_dossier_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def about(self) -> str:
        """What it is about, to be named in a sentence."""
        return str(wording.ABOUT[self.kind][0])

    @property
    def is_ratified(self) -> bool:
        """Whether it was adopted by who only ratifies. On a list, the parts are read before."""
        return self.state == DossierState.ADOPTED and is_only_ratified([part.strength for part in self.parts.all()])

    @property
    def said_state(self) -> str:
        """Where it stands, in words."""
        return str(Verdict.RATIFIED.label if self.is_ratified else DossierState(self.state).label)

    @property
    def after_no(self) -> str:
        """What follows when it is not approved, as a sentence."""
        return str(wording.ABOUT[self.kind][2])


class Part(OrganisationOwned):
    """A body's part in one dossier: the mandate as it stood when the dossier was opened. matter: the point for its agenda."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="parts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    strength = models.CharField(max_length=12, choices=Strength)
    due_on = models.DateField()
    ground = models.CharField(max_length=300)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["dossier", "body"], name="decisions_a_body_has_one_part")]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_strength_display()}"


class Entry(OrganisationOwned):
    """A link of a dossier's chain. Append-only on both engines; `seal` covers every other value and the seal before it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=20)
    at = models.CharField(max_length=40)
    by = models.JSONField()
    content = models.JSONField()
    previous = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="decisions_entries_follow_each_other")
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}.{self.number} {self.act}"


class Ballot(OrganisationOwned):
    """A vote of one body on the exact text of a dossier. Who may vote is fixed when it opens; counted or stopped, it is frozen.

    closes_at: the first moment at which no vote comes in any more. hands_for, hands_against, hands_abstained: raised in the
    room, entered by one and confirmed by another. The counts themselves stand in the dossier's chain.
    """

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="ballots")
    number = models.PositiveIntegerField()
    question = models.CharField(max_length=250)
    is_secret = models.BooleanField()
    quorum = models.CharField(max_length=12, choices=Quorum)
    majority = models.CharField(max_length=12, choices=Majority)
    counts_abstentions = models.BooleanField()
    most_proxies = models.PositiveSmallIntegerField(default=1)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closes_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=BallotState, default=BallotState.OPEN)
    result = models.CharField(max_length=10, choices=Result, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    hands_for = models.PositiveSmallIntegerField(default=0)
    hands_against = models.PositiveSmallIntegerField(default=0)
    hands_abstained = models.PositiveSmallIntegerField(default=0)
    hands_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    hands_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="decisions_ballots_are_numbered"),
            models.UniqueConstraint(
                fields=["part"],
                condition=models.Q(state=BallotState.OPEN),
                name="decisions_a_body_votes_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opened_at")), name="decisions_a_ballot_closes_after_it_opens"
            ),
            models.CheckConstraint(
                condition=models.Q(state=BallotState.OPEN, ended_at=None, result="")
                | models.Q(state=BallotState.COUNTED, ended_at__isnull=False) & ~models.Q(result="")
                | models.Q(state=BallotState.STOPPED, ended_at__isnull=False, result="") & ~models.Q(reason=""),
                name="decisions_an_ended_ballot_says_how",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    hands_by=None, hands_confirmed_by=None, hands_for=0, hands_against=0, hands_abstained=0
                )
                | models.Q(hands_by__isnull=False, is_secret=False),
                name="decisions_hands_are_raised_in_the_open",
            ),
            models.CheckConstraint(
                condition=models.Q(hands_confirmed_by=None) | ~models.Q(hands_confirmed_by=models.F("hands_by")),
                name="decisions_another_person_confirms_hands",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.question}"

    @property
    def hands(self) -> int:
        return self.hands_for + self.hands_against + self.hands_abstained

    @property
    def hands_wait(self) -> bool:
        """Whether hands were entered that nobody else confirmed yet."""
        return self.hands_by_id is not None and self.hands_confirmed_by_id is None


class ElectorateEntry(OrganisationOwned):
    """Somebody who may vote in a ballot: a seat as it was when the ballot opened. It says whether his vote came in, never which.

    account: empty for who has none and can only raise his hand. proxy: the line of who holds his proxy.
    """

    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, related_name="electorate")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    name = models.CharField(max_length=150)
    side = models.CharField(max_length=10, choices=Side, blank=True)
    way = models.CharField(max_length=6, choices=Way, blank=True)
    proxy = models.ForeignKey("self", on_delete=models.PROTECT, related_name="proxies", null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "seat"], name="decisions_a_seat_votes_once"),
            models.UniqueConstraint(fields=["ballot", "account"], name="decisions_a_person_votes_once"),
            models.CheckConstraint(
                condition=models.Q(proxy=None) | ~models.Q(proxy=models.F("id")),
                name="decisions_nobody_is_his_own_proxy",
            ),
            models.CheckConstraint(
                condition=~models.Q(way=Way.PROXY) | models.Q(proxy__isnull=False),
                name="decisions_a_vote_by_proxy_has_a_proxy",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_voted(self) -> bool:
        return self.way != Way.NONE


class Vote(OrganisationOwned):
    """One vote. Of a secret ballot it has no author, no moment and a key drawn by lot, and no table leads from it to a person.

    by: only in an open ballot. What this does not hold back while the ballot runs: record 19.
    """

    id = models.BigAutoField(primary_key=True, default=drawn_key)
    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=10, choices=Choice)
    by = models.ForeignKey(ElectorateEntry, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["by"], name="decisions_one_vote_each")]

    def __str__(self) -> str:
        return str(self.ballot_id)
