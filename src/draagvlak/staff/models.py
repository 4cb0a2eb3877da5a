from django.conf import settings
from django.db import models

from draagvlak.staff.states import ImportState, Sex, Shift, Statute, Verdict
from draagvlak.tenancy.models import OrganisationOwned


class Named(OrganisationOwned):
    """A place in the organisation that people are counted by; its name is unique in the organisation."""

    name = models.CharField(max_length=120)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Site(Named):
    class Meta(Named.Meta):
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="staff_one_site_per_name")]


class Team(Named):
    class Meta(Named.Meta):
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="staff_one_team_per_name")]


class FunctionGroup(Named):
    class Meta(Named.Meta):
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="staff_one_function_group_per_name")
        ]


class StaffMember(OrganisationOwned):
    """A person at work in any statute. The national number is never kept."""

    personnel_number = models.CharField(max_length=40, blank=True)
    first_name = models.CharField(max_length=80, blank=True)
    last_name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=2, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["last_name", "first_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "personnel_number"],
                condition=~models.Q(personnel_number=""),
                name="staff_one_person_per_personnel_number",
            ),
            models.UniqueConstraint(
                fields=["organisation", "account"],
                condition=models.Q(account__isnull=False),
                name="staff_one_person_per_account",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "last_name", "first_name"], name="staff_by_name")]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.personnel_number


class Employment(OrganisationOwned):
    """A contract: a period in service. ends_on is the last day, included. Several may run side by side, from one day on."""

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="employments")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="staff_employment_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} {self.starts_on}"


class Post(OrganisationOwned):
    """What somebody does within an employment, for a while: a change of team or fraction ends one post and starts the
    next, so that headcount can be asked for any past day. fraction: of full time, 1 = full-timer, empty = not known."""

    employment = models.ForeignKey(Employment, on_delete=models.PROTECT, related_name="posts")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="posts")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    statute = models.CharField(max_length=20, choices=Statute, default=Statute.UNKNOWN)
    function = models.CharField(max_length=120, blank=True)
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    fraction = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    shift = models.CharField(max_length=10, choices=Shift, blank=True)

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="staff_post_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(fraction=None) | models.Q(fraction__gte=0, fraction__lte=2),
                name="staff_fraction_is_a_share_of_full_time",
            ),
            models.UniqueConstraint(fields=["employment", "starts_on"], name="staff_one_post_per_start"),
        ]
        indexes = [models.Index(fields=["organisation", "starts_on", "ends_on"], name="staff_posts_by_day")]

    def __str__(self) -> str:
        return f"{self.member}: {self.function}"


class ColumnMemory(OrganisationOwned):
    """What a column title meant in an earlier list of this organisation, as the person corrected it."""

    header = models.CharField(max_length=200)
    field = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "header"], name="staff_one_meaning_per_header")]

    def __str__(self) -> str:
        return f"{self.header} → {self.field}"


class FunctionName(OrganisationOwned):
    """A function as lists name it, and the function group it belongs to, decided once for the whole organisation."""

    name = models.CharField(max_length=120)
    group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="staff_one_group_per_function")]

    def __str__(self) -> str:
        return self.name


class StaffImport(OrganisationOwned):
    """One list that was read. as_of: the day that the list describes; changes count from that day.

    content: the file itself, kept until the trial is carried out or dropped, then emptied.
    table: what the page about the columns shows (columns with samples, warnings, sheets), emptied together with content.
    mapping: field → column index. counts: the figures of the trial (rows, new, changed, unchanged, refused, gone), and once
    carried out how many left. plan: SHA-256 of what the trial showed. brought: teams, sites and function groups that are new.
    """

    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(blank=True, default=b"")
    sheet = models.CharField(max_length=120, blank=True)
    table = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    as_of = models.DateField()
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.TRIAL)
    counts = models.JSONField(default=dict)
    plan = models.CharField(max_length=64, blank=True)
    brought = models.JSONField(default=list)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    done_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(OrganisationOwned):
    """What one row of a list would do or did, in words and with what stood there before, so that it can be undone.

    number: the row as the person sees it in the file; 0 for people who are not in the list any more.
    verdict: new, changed, unchanged, refused or gone. before: the person as he was, empty when nothing changed.
    after: print (SHA-256) of the person right after, to see whether he changed since.
    """

    staff_import = models.ForeignKey(StaffImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict)
    name = models.CharField(max_length=170)
    messages = models.JSONField(default=list)
    member = models.ForeignKey(StaffMember, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    before = models.JSONField(default=dict)
    after = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["number", "pk"]
        indexes = [models.Index(fields=["staff_import", "verdict", "number"], name="staff_import_rows")]

    def __str__(self) -> str:
        return f"{self.number} {self.verdict}"
