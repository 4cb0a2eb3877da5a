"""A measure for some people: they are asked themselves, before it is decided (rows B5.1 and C1)."""

from django.conf import settings
from django.db import models

from draagvlak.policyplan.models.screening import Screening
from draagvlak.policyplan.states import FollowUp, IndividualOutcome, IndividualState, SpokenBy
from draagvlak.staff.models import StaffMember
from draagvlak.tenancy.models import OrganisationOwned


class IndividualConsultation(OrganisationOwned):
    """One measure with its note, and what was decided after everybody concerned could speak.

    what, why, from_when, effect: the note; it does not change once people were asked. last_on: the last day to answer of who
    was asked on asked_on. screening: from which the note was taken over.
    """

    title = models.CharField(max_length=200)
    what = models.TextField()
    why = models.TextField()
    from_when = models.CharField(max_length=150, blank=True)
    effect = models.TextField()
    last_on = models.DateField()
    state = models.CharField(max_length=10, choices=IndividualState, default=IndividualState.DRAFT)
    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    asked_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=IndividualOutcome, blank=True)
    outcome_text = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=IndividualState.DECIDED, asked_on__isnull=False, ended_on__isnull=False)
                & ~models.Q(outcome="")
                & ~models.Q(outcome_text="")
                | ~models.Q(state=IndividualState.DECIDED) & models.Q(outcome=""),
                name="policyplan_only_after_asking_is_a_measure_decided",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=IndividualState.ASKED) | models.Q(asked_on__isnull=False),
                name="policyplan_people_are_asked_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        """The journal is read by many: neither the measure nor a person is named there."""
        return f"{self.pk}"


class ConcernedPerson(OrganisationOwned):
    """Somebody whom the measure concerns, asked by mail or on paper, with an own last day and perhaps somebody beside him.

    mailed_on: the day a mail to this person was put in the outbox. paper_on: the day the sheet was handed over.
    """

    consultation = models.ForeignKey(IndividualConsultation, on_delete=models.CASCADE, related_name="people")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    last_on = models.DateField(null=True, blank=True)
    mailed_on = models.DateField(null=True, blank=True)
    paper_on = models.DateField(null=True, blank=True)
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["member__last_name", "member__first_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "member"], name="policyplan_asked_once_about_a_measure")
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Statement(OrganisationOwned):
    """What a person said, each time in a row of its own: nothing that was said is ever overwritten.

    text: empty for who has no remarks. talked_on, present: of a conversation that the coordinator noted.
    """

    person = models.ForeignKey(ConcernedPerson, on_delete=models.PROTECT, related_name="statements")
    spoken_by = models.CharField(max_length=10, choices=SpokenBy)
    text = models.TextField(blank=True)
    talked_on = models.DateField(null=True, blank=True)
    present = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(spoken_by=SpokenBy.TALK, talked_on__isnull=False)
                | ~models.Q(spoken_by=SpokenBy.TALK) & models.Q(talked_on=None, present=""),
                name="policyplan_a_conversation_has_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def has_remarks(self) -> bool:
        return bool(self.text)


class IndividualAnswer(OrganisationOwned):
    """The employer's answer to a person's remarks, up to a statement. Only one that management gave is shown to the person;
    what the coordinator prepared is not.
    """

    person = models.ForeignKey(ConcernedPerson, on_delete=models.PROTECT, related_name="answers")
    upon = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    follow_up = models.CharField(max_length=10, choices=FollowUp)
    text = models.TextField()
    is_given = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="policyplan_an_answer_to_a_person_has_a_reason")
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
