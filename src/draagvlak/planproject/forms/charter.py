from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.planproject.models import GroupSeat
from draagvlak.planproject.states import DecisionRule, GoalProgress, GroupPower, MemberRole
from draagvlak.ui.forms import HouseForm, NamedField, NumberField, Roll, VersionedForm


class CharterForm(VersionedForm):
    """How the group works (domain facts 1.8.2); goals, roles and tasks are rows of their own."""

    assignment = forms.CharField(
        label=_("Wat is onze opdracht?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In twee zinnen, zoals je het aan een collega uitlegt."),
    )
    may = forms.ChoiceField(label=_("Wat mag de groep met het plan?"), choices=GroupPower, widget=forms.RadioSelect)
    method = forms.CharField(
        label=_("Hoe werken we?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Hoe vaak komen we samen, hoe bereiden we voor, met welke hulpmiddelen?"),
    )
    decision_rule = forms.ChoiceField(label=_("Hoe beslissen we?"), choices=DecisionRule, widget=forms.RadioSelect)
    confidentiality = forms.CharField(
        label=_("Wat blijft onder ons?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    means = forms.CharField(
        label=_("Wat krijgen we om het te doen?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Tijd, geld, een lokaal, vervanging."),
    )
    consultation = forms.CharField(
        label=_("Wanneer spreken we met wie?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Wie wordt wanneer gehoord of verwittigd: de ploegen, de ondernemingsraad, de directie."),
    )
    ends_on = forms.DateField(label=_("Tot wanneer werkt de groep?"), required=False)


class AnswerCharterForm(HouseForm):
    is_yes = forms.TypedChoiceField(
        label=_("Ga je akkoord?"),
        choices=[("1", _("Ja")), ("0", _("Nee, dit moet eerst anders"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000
    )


class PaperAnswerForm(AnswerCharterForm):
    """The coordinator writes down what a member without an account said."""

    seat: Any = forms.ModelChoiceField(label=_("Van wie is dit antwoord?"), queryset=GroupSeat.objects.none())
    field_order = ["seat"]

    def __init__(self, *args: Any, seats: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats  # type: ignore[attr-defined]


class MemberRoleForm(VersionedForm):
    role = forms.ChoiceField(label=_("Welke rol?"), choices=MemberRole, widget=forms.RadioSelect)
    substitute = NamedField(label=_("Wie springt in bij afwezigheid?"), required=False)
    half_days_per_month = NumberField(
        label=_("Hoeveel dagdelen per maand?"),
        min_value=0,
        max_value=20,
        max_digits=4,
        decimal_places=1,
        required=False,
        localize=True,
    )

    def __init__(self, *args: Any, roll: Roll, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["substitute"].roll = roll  # type: ignore[attr-defined]


class SeatOwnedForm(VersionedForm):
    """A goal or a task of the group: somebody of the group watches it."""

    owner: Any = forms.ModelChoiceField(label=_("Wie neemt het op?"), queryset=GroupSeat.objects.none())

    def __init__(self, *args: Any, seats: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = seats  # type: ignore[attr-defined]
        self.fields["owner"].label_from_instance = lambda seat: str(seat.member)  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """The fields of the row by name."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class GroupGoalForm(SeatOwnedForm):
    title = forms.CharField(
        label=_("Wat wil de groep bereiken?"), max_length=250, help_text=_("Concreet: wat is er als het af is?")
    )
    measure = forms.CharField(label=_("Waaraan zie je dat?"), max_length=250)
    target = forms.CharField(label=_("Hoeveel, of hoe goed?"), max_length=100)
    due_on = forms.DateField(label=_("Tegen wanneer?"))
    state = forms.ChoiceField(label=_("Hoe ver staat het?"), choices=GoalProgress, initial=GoalProgress.OPEN)
    note = forms.CharField(label=_("Wil je er iets bij zeggen?"), max_length=300, required=False)
    field_order = ["title", "measure", "target", "due_on", "owner", "state", "note"]


class GroupTaskForm(SeatOwnedForm):
    what = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=250)
    due_on = forms.DateField(label=_("Tegen wanneer?"))
    remind_days = forms.IntegerField(
        label=_("Hoeveel dagen vooraf komt het in de lijst?"), min_value=0, max_value=60, initial=7
    )
    field_order = ["what", "owner", "due_on", "remind_days"]


class FinishTaskForm(HouseForm):
    note = forms.CharField(label=_("Wil je er iets bij zeggen?"), max_length=300, required=False)
