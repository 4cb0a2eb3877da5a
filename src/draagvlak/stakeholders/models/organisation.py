from datetime import UTC
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from draagvlak.staff.models import StaffMember, Team
from draagvlak.stakeholders.states import (
    BodyKind,
    Letter,
    MatrixRoleKind,
    PartnerKind,
    Region,
    RoleKind,
    SeatFunction,
    Side,
    Weight,
)
from draagvlak.stakeholders.wording.catalogue import TITLES, in_every_language
from draagvlak.tenancy.models import OrganisationOwned
from draagvlak.ui.said import day_said

ENDS_AFTER_START = models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on"))


def usual_regions() -> list[str]:
    return [Region.FLANDERS.value]


class Profile(OrganisationOwned):
    """What the set-up asked about the organisation. heads and fte: what the person typed, until a staff list is read.

    absent: actors recorded as not present → the reason. hours_per_half_day: converts half-days (row C5).
    year_end: the last day of the financial year, "MM-DD". regions: those in which it has a house, at least one.
    """

    heads = models.PositiveIntegerField(default=0)
    fte = models.DecimalField(max_digits=8, decimal_places=2, default=Decimal(0))
    hours_per_half_day = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal("3.8"))
    year_end = models.CharField(max_length=5, default="12-31")
    regions = models.JSONField(default=usual_regions)
    absent = models.JSONField(default=dict, blank=True)
    set_up_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="stakeholders_one_profile_per_organisation")
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class Body(OrganisationOwned):
    """A body with a say, under the name that this organisation gives it."""

    kind = models.CharField(max_length=20, choices=BodyKind)
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_AFTER_START, name="stakeholders_body_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                condition=models.Q(ends_on=None),
                name="stakeholders_one_body_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(OrganisationOwned):
    """A person sits in a body from a day until a day.

    holder: the account, empty for a colleague who has none (a working group seats people without e-mail too).
    member: the person at work, empty for somebody from outside, such as a board member. One of the two is always there.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    function = models.CharField(max_length=10, choices=SeatFunction, default=SeatFunction.MEMBER)
    side = models.CharField(max_length=10, choices=Side, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_AFTER_START, name="stakeholders_seat_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["body", "holder"],
                condition=models.Q(ends_on=None),
                name="stakeholders_one_seat_per_person_in_a_body",
            ),
            models.UniqueConstraint(
                fields=["body", "member"],
                condition=models.Q(ends_on=None),
                name="stakeholders_one_seat_per_colleague_in_a_body",
            ),
            models.CheckConstraint(
                condition=models.Q(holder__isnull=False) | models.Q(member__isnull=False),
                name="stakeholders_a_seat_is_somebodys",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_function_display()} {self.body}"

    @property
    def person(self) -> str:
        """The name of who sits there."""
        return str(self.holder or self.member)

    @property
    def address(self) -> str:
        """Where mail reaches this person; empty for who has no e-mail."""
        if self.holder is not None:
            return self.holder.email
        return self.member.email if self.member else ""

    @property
    def language(self) -> str:
        """The language in which this person is written to."""
        spoken = self.holder.language if self.holder else self.member.language if self.member else ""
        return spoken or "nl"


class Role(OrganisationOwned):
    """A person holds a role from a day until a day. For the coordinator also the mandate and the time (row A6.5)."""

    kind = models.CharField(max_length=24, choices=RoleKind)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    mandate = models.TextField(blank=True)
    half_days_per_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_by = models.CharField(max_length=150, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_AFTER_START, name="stakeholders_role_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["organisation", "kind", "holder", "team"],
                condition=models.Q(ends_on=None),
                name="stakeholders_a_role_is_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder}: {self.get_kind_display()}"


class HalfDay(OrganisationOwned):
    """A half-day that the coordinator keeps free for the training policy; used when it really went there."""

    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="half_days")
    on = models.DateField()
    is_afternoon = models.BooleanField(default=False)
    is_used = models.BooleanField(default=False)

    class Meta:
        ordering = ["on", "is_afternoon"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "on", "is_afternoon"], name="stakeholders_a_half_day_is_planned_once"
            )
        ]

    def __str__(self) -> str:
        return f"{day_said(self.on)}, {_('namiddag') if self.is_afternoon else _('voormiddag')}"


class MatrixRole(OrganisationOwned):
    """A column of the responsibility matrix. Who holds it follows from bodies and roles; an own one names its holder.

    asked_at: since when its holders are asked to accept; a new part for which it answers asks again. name: the word that
    this organisation uses, empty for the usual one.
    """

    kind = models.CharField(max_length=24, choices=MatrixRoleKind)
    name = models.CharField(max_length=120, blank=True)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    position = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind"],
                condition=models.Q(ends_on=None) & ~models.Q(kind=MatrixRoleKind.OWN),
                name="stakeholders_one_matrix_role_of_a_kind",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=MatrixRoleKind.OWN) | models.Q(holder__isnull=False),
                name="stakeholders_an_own_role_has_a_holder",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.get_kind_display())

    @property
    def asking(self) -> str:
        """Another one each time that its holders are asked anew: who accepts says which parts he read."""
        return self.asked_at.astimezone(UTC).isoformat() if self.asked_at else ""


class Responsibility(OrganisationOwned):
    """A line of the matrix. key: of the catalogue, empty for an own one (row B1.15). is_on: whether it counts here.

    own_title: empty while the organisation words it as the catalogue does; then everybody reads it in his own language.
    """

    key = models.CharField(max_length=10, blank=True)
    own_title = models.CharField(max_length=250, blank=True)
    what = models.TextField(blank=True)
    group = models.CharField(max_length=16)
    weight = models.CharField(max_length=8, choices=Weight, default=Weight.NORMAL)
    position = models.PositiveSmallIntegerField()
    is_on = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key"],
                condition=~models.Q(key=""),
                name="stakeholders_a_catalogue_line_stands_once",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The task in words: the organisation's own, else those of the catalogue in the language of who reads."""
        return self.own_title or str(TITLES.get(self.key, ""))

    def word(self, title: str) -> None:
        """Word the task. Whoever sends the words of the catalogue back, in whichever language, words nothing himself."""
        self.own_title = "" if title in in_every_language(TITLES.get(self.key, "")) else title


class RoleAssignment(OrganisationOwned):
    """A role takes a part in a responsibility. One role may decide and carry out, so each letter is a row."""

    responsibility = models.ForeignKey(Responsibility, on_delete=models.CASCADE, related_name="assignments")
    role = models.ForeignKey(MatrixRole, on_delete=models.PROTECT, related_name="+")
    letter = models.CharField(max_length=1, choices=Letter)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["responsibility", "role", "letter"], name="stakeholders_a_part_is_taken_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.letter}"


class Acceptance(OrganisationOwned):
    """One person's answer to the parts of one role: yes, or a question. The last answer counts (row B0.5)."""

    role = models.ForeignKey(MatrixRole, on_delete=models.PROTECT, related_name="acceptances")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_yes = models.BooleanField()
    question = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.by}: {self.role}"


class Duty(OrganisationOwned):
    """One person did his part in a responsibility: a line of his own list, ticked off for a year (rows B0.6 and C3)."""

    responsibility = models.ForeignKey(Responsibility, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["responsibility", "by", "year"], name="stakeholders_a_duty_is_ticked_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.responsibility} {self.year}"


class Agreement(OrganisationOwned):
    """Something that people agreed about who does what, besides the letters (row B0.5)."""

    text = models.TextField()
    between = models.CharField(max_length=250)
    agreed_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-agreed_on", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]


class MatrixReview(OrganisationOwned):
    """The yearly look at the matrix: does everybody still do what stands there?"""

    on = models.DateField()
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return str(self.on)


class Partner(OrganisationOwned):
    """An organisation or person from outside that helps with the training policy (rows A7.1 and B0.2).

    kbo: the number in the Crossroads Bank for Enterprises, ten digits. roles: keys of PartnerRole; own_role: in own words.
    clause_on: the day on which the clause about personal data was signed (GDPR, art. 28); empty when it is not.
    """

    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=16, choices=PartnerKind)
    kbo = models.CharField(max_length=10, blank=True)
    contact = models.CharField(max_length=150, blank=True)
    email = models.EmailField(blank=True)
    roles = models.JSONField(default=list, blank=True)
    own_role = models.CharField(max_length=120, blank=True)
    clause_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kbo"], condition=~models.Q(kbo=""), name="stakeholders_a_partner_stands_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
