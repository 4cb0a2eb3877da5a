"""Questions in confidence. What is kept, and what not:

Who asked is kept only when the asker chose so. A question without a name has the digest of a code instead, no author and no
moment but a day; its key is drawn by lot, and the form that carried it leaves no trace with an account. Who holds the
database itself reads every word, and can lay the moment in the journal beside what a web server or a session noted.
"""

from datetime import date

from django.conf import settings
from django.db import models

from draagvlak.initiatives.rules import MOST_DAYS, USUAL_DAYS
from draagvlak.initiatives.states import WAITING, Outcome, QuestionKind, QuestionState
from draagvlak.lib.keys import drawn_key
from draagvlak.meetings.models import Matter
from draagvlak.stakeholders.models import Body
from draagvlak.tenancy.models import OrganisationOwned


class Promise(OrganisationOwned):
    """Within how many days a body promises an answer."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField(default=USUAL_DAYS)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body"], name="initiatives_a_body_promises_one_term"),
            models.CheckConstraint(
                condition=models.Q(days__gte=1, days__lte=MOST_DAYS), name="initiatives_a_promise_is_in_days"
            ),
        ]

    def __str__(self) -> str:
        return str(self.body)


class Question(OrganisationOwned):
    """A question or complaint to a body; its words stand in Words. Those who listen in that very body read it, and nobody after.

    asked_by: empty without a name; then code_sha256 is the digest of the code with which the answer is read, unless a listener
    wrote it down for a colleague (spoken_for: who, as far as that colleague wants it written). due_on: the last day of the
    promised term. is_read: whether the asker said to have read the last answer.
    """

    id = models.BigAutoField(primary_key=True, default=drawn_key)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=QuestionKind)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    code_sha256 = models.CharField(max_length=64, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    spoken_for = models.CharField(max_length=150, blank=True)
    asked_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=QuestionState, default=QuestionState.RECEIVED)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    is_read = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(asked_by__isnull=False, code_sha256="", written_by=None)
                | models.Q(asked_by=None, written_by=None) & ~models.Q(code_sha256="")
                | models.Q(asked_by=None, code_sha256="", written_by__isnull=False),
                name="initiatives_a_question_comes_with_a_name_a_code_or_a_listener",
            ),
            models.UniqueConstraint(
                fields=["organisation", "code_sha256"],
                condition=~models.Q(code_sha256=""),
                name="initiatives_a_code_opens_one_question",
            ),
            models.CheckConstraint(
                condition=models.Q(state=QuestionState.CLOSED, closed_on__isnull=False) & ~models.Q(outcome="")
                | ~models.Q(state=QuestionState.CLOSED) & models.Q(closed_on=None, outcome=""),
                name="initiatives_only_what_is_closed_has_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        """For the journal and for errors, which others read: never a person, never a word."""
        return str(self.body)

    def is_late(self, *, on: date) -> bool:
        """Whether the answer that was promised is still to come after its last day."""
        return self.state in WAITING and self.due_on < on


class Words(OrganisationOwned):
    """What was said in a question, in order. by: the listener; empty for the words of the asker."""

    id = models.BigAutoField(primary_key=True, default=drawn_key)
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="words")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="initiatives_words_follow_each_other")
        ]

    def __str__(self) -> str:
        return str(self.question)


class Point(OrganisationOwned):
    """A question that is raised with the employer: a new text, without the words of the asker, for the agenda of a body."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="points")
    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=150)
    text = models.TextField()
    raised_on = models.DateField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        """For the journal: never the title."""
        return self.body.name
