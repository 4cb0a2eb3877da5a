from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.policyplan import queries
from draagvlak.policyplan.models import Goal, Plan, Version
from draagvlak.policyplan.states import LearningForm
from draagvlak.staff.models import FunctionGroup
from draagvlak.ui.forms import NumberField, ProposingInput, VersionedForm
from draagvlak.ui.wording import EMPTY_OPTION

EVERYBODY = "all"


class Competences:
    """The competences that this plan names already, for the browser to propose."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def labels(self) -> Iterable[str]:
        return queries.competences_of(self.plan)


class ActivityForm(VersionedForm):
    """Short enough to fill in while people are talking."""

    goal = forms.TypedChoiceField(label=_("Voor welk doel?"), coerce=int)
    competence = forms.CharField(
        label=_("Wat moet iemand daarvoor kunnen?"),
        max_length=150,
        required=False,
        widget=ProposingInput,
        help_text=_("Bijvoorbeeld: een nieuwe collega begeleiden. Laat het leeg als het voor het hele doel is."),
    )
    title = forms.CharField(label=_("Wat kunnen we doen om het te leren?"), max_length=250)
    form = forms.ChoiceField(
        label=_("In welke vorm?"), choices=[("", EMPTY_OPTION), *LearningForm.choices], required=False
    )
    for_whom = forms.CharField(label=_("Voor wie?"), max_length=150, required=False)
    groups = forms.MultipleChoiceField(
        label=_("Voor welke functiegroepen?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Duid niets aan als je het nog niet weet. Zo zien jullie later of elke groep aan bod komt."),
    )
    people = forms.IntegerField(
        label=_("Voor hoeveel mensen, ongeveer?"), min_value=1, max_value=100_000, required=False
    )
    hours = NumberField(
        label=_("Hoeveel uren per persoon, ongeveer?"),
        min_value=0.25,
        max_value=2000,
        max_digits=6,
        decimal_places=2,
        required=False,
        localize=True,
    )

    def __init__(self, *args: Any, version_shown: Version, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        goals = Goal.objects.filter(version=version_shown)
        fields: Any = self.fields
        fields["goal"].choices = [("", EMPTY_OPTION), *((goal.number, str(goal)) for goal in goals)]
        fields["competence"].widget.roll = Competences(version_shown.plan)
        self.known = {str(one.pk): one for one in FunctionGroup.objects.order_by("name")}
        named = [(key, one.name) for key, one in self.known.items()]
        fields["groups"].choices = [(EVERYBODY, _("Iedereen")), *named]
        if not named:
            del fields["groups"]

    def facts(self) -> dict[str, Any]:
        """The fields of PossibleActivity by name; groups: function groups, every one where everybody was chosen."""
        facts = {name: value for name, value in self.cleaned_data.items() if name not in {"version", "goal"}}
        chosen = facts.pop("groups", [])
        keys = self.known if EVERYBODY in chosen else chosen
        return {**facts, "groups": [self.known[key] for key in keys]}
