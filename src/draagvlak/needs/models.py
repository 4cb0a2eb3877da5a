"""Signals without a source. What is kept, and what not:

No author, no account, no moment but a day, a key drawn by lot; the digest of a code with which who sent it reads the answer. The
form that carried it leaves nothing with an account (decision record 26).
"""

from django.conf import settings
from django.db import models

from draagvlak.lib.keys import drawn_key
from draagvlak.needs.states import AnswerKind, GroupKind, HowOften, SignalState, Urgency
from draagvlak.policyplan.models import PossibleActivity
from draagvlak.staff.models import FunctionGroup, Site, Team
from draagvlak.tenancy.models import OrganisationOwned


class Signal(OrganisationOwned):
    """What a group misses or cannot do well, as it was told, and what was answered.

    group_kind says which of function_group, team, site and group_words holds the group. heard: the same in the coordinator's
    words, for the list that everybody reads. activity: what it became in the plan. merged_into: the signal that says the same.
    """

    id = models.BigAutoField(primary_key=True, default=drawn_key)
    what = models.TextField()
    group_kind = models.CharField(max_length=16, choices=GroupKind)
    function_group = models.ForeignKey(FunctionGroup, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    group_words = models.CharField(max_length=150, blank=True)
    how_often = models.CharField(max_length=12, choices=HowOften)
    urgency = models.CharField(max_length=10, choices=Urgency)
    helps = models.TextField(blank=True)
    code_sha256 = models.CharField(max_length=64)
    came_on = models.DateField()
    state = models.CharField(max_length=10, choices=SignalState, default=SignalState.RECEIVED)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, related_name="merged", null=True, blank=True)
    answer_kind = models.CharField(max_length=10, choices=AnswerKind, blank=True)
    heard = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    activity = models.ForeignKey(PossibleActivity, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["came_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code_sha256"], name="needs_a_code_opens_one_signal"),
            models.CheckConstraint(
                condition=models.Q(state=SignalState.ANSWERED, answered_on__isnull=False) & ~models.Q(answer="")
                | ~models.Q(state=SignalState.ANSWERED) & models.Q(answered_on=None, answer=""),
                name="needs_only_what_is_answered_has_an_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(state=SignalState.MERGED, merged_into__isnull=False)
                | ~models.Q(state=SignalState.MERGED) & models.Q(merged_into=None),
                name="needs_only_what_is_merged_is_in_another",
            ),
        ]

    def __str__(self) -> str:
        """For the journal and for errors, which others read: never a group, never a word."""
        return ""
