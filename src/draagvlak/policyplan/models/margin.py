"""Notes in the margin of the draft, by who writes it: comments and suggestions, answers, and who was asked to look.

A note holds the words it is about, not a place in the text: it outlives every change and every version. It is never part of
what is frozen, printed or exported.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext

from draagvlak.lib.passages import change
from draagvlak.policyplan.models.plan import Plan
from draagvlak.policyplan.states import NoteKind, NoteState, SectionKey
from draagvlak.tenancy.models import OrganisationOwned


class MarginNote(OrganisationOwned):
    """Something about a part of the plan: a section or a goal by its number, the same in every version.

    quote: the words it is about, empty for the whole part. replacement: of a suggestion, the words that come instead; empty
    takes the quoted ones away. version_number and revision: of the text on which it was written. version counts every change
    of the words, assigned_version every change of who sees to it. reason: why a suggestion was not taken over.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    section = models.CharField(max_length=16, choices=SectionKey, blank=True)
    goal_number = models.PositiveIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=NoteKind)
    quote = models.TextField(blank=True)
    text = models.TextField(blank=True)
    replacement = models.TextField(blank=True)
    version_number = models.PositiveIntegerField()
    revision = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=NoteState, default=NoteState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    due_on = models.DateField(null=True, blank=True)
    assigned_version = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(section="", goal_number__isnull=False)
                | (~models.Q(section="") & models.Q(goal_number=None)),
                name="policyplan_a_note_stands_at_one_part",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=NoteKind.COMMENT, replacement="") & ~models.Q(text="")
                | models.Q(kind=NoteKind.SUGGESTION) & ~models.Q(quote=""),
                name="policyplan_a_note_says_something",
            ),
            models.CheckConstraint(
                condition=models.Q(state=NoteState.OPEN, decided_at=None)
                | (~models.Q(state=NoteState.OPEN) & models.Q(decided_at__isnull=False)),
                name="policyplan_a_note_that_is_done_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=NoteState.DECLINED) | ~models.Q(reason=""),
                name="policyplan_a_declined_suggestion_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(assigned_to=None, due_on=None)
                | models.Q(assigned_to__isnull=False, due_on__isnull=False),
                name="policyplan_a_note_given_to_somebody_has_a_day",
            ),
        ]
        indexes = [models.Index(fields=["plan", "state"], name="policyplan_notes_by_state")]

    def __str__(self) -> str:
        """Where it stands, never what it says: the journal and the mail are read by others."""
        part = self.get_section_display() if self.section else gettext("doel {number}").format(number=self.goal_number)
        return gettext("opmerking bij {part}").format(part=part)

    @property
    def part(self) -> str:
        """The part as its anchor on the page of the plan."""
        return self.section or f"doel-{self.goal_number}"

    @property
    def is_open(self) -> bool:
        return self.state == NoteState.OPEN

    @property
    def change(self) -> tuple[str, str, str, str]:
        """Of a suggestion: what stays before it, what goes, what comes, what stays behind it."""
        return change(self.quote, self.replacement)

    @property
    def is_suggestion(self) -> bool:
        return self.kind == NoteKind.SUGGESTION


class MarginReply(OrganisationOwned):
    """An answer under a note."""

    note = models.ForeignKey(MarginNote, on_delete=models.PROTECT, related_name="replies")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.note)


class MarginMention(OrganisationOwned):
    """Somebody was asked to look at a note; done when he answered or said that he read it. Asked again, it waits again."""

    note = models.ForeignKey(MarginNote, on_delete=models.PROTECT, related_name="mentions")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["note", "account"], name="policyplan_one_is_asked_once_under_a_note")
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.note}"
