from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.accounts.models import Account
from draagvlak.planproject.states import Degree
from draagvlak.ui.forms import HouseForm, VersionedForm


class SponsorForm(HouseForm):
    sponsor: Any = forms.ModelChoiceField(
        label=_("Wie bevestigt doel, middelen en tijd?"),
        queryset=Account.objects.none(),
        help_text=_("Iemand met de rol directie, of met een zetel in het bestuur."),
    )

    def __init__(self, *args: Any, sponsors: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["sponsor"].queryset = sponsors  # type: ignore[attr-defined]


class ConfirmForm(HouseForm):
    """The sponsor says yes three times; each yes is asked."""

    goals = forms.BooleanField(label=_("Ik sta achter het doel"))
    means = forms.BooleanField(label=_("Het geld dat beloofd is, is er"))
    time = forms.BooleanField(label=_("De tijd die beloofd is, is er"))


class OwnedForm(HouseForm):
    """A form with somebody of the house in it."""

    owner: Any = forms.ModelChoiceField(label=_("Wie volgt het op?"), queryset=Account.objects.none())

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]


class PointForm(OwnedForm):
    what = forms.CharField(label=_("Wat moet nog uitgeklaard worden?"), max_length=300)
    due_on = forms.DateField(label=_("Tegen wanneer?"))
    field_order = ("what", "owner", "due_on")


class ClosePointForm(HouseForm):
    answer = forms.CharField(label=_("Wat kwam eruit?"), widget=forms.Textarea, required=False)


class PlanForm(HouseForm):
    due_on = forms.DateField(
        label=_("Wanneer moet het plan er zijn?"),
        help_text=_("Zes tot negen maanden is gewoon. De vijf fasen komen op de dagen tussen vandaag en dan."),
    )


class PhaseForm(VersionedForm):
    name = forms.CharField(label=_("Hoe heet de fase?"), max_length=120)
    starts_on = forms.DateField(label=_("Wanneer begint ze?"))
    ends_on = forms.DateField(label=_("Wat is de laatste dag?"))


class MilestoneForm(VersionedForm):
    title = forms.CharField(
        label=_("Wat moet er zijn?"), max_length=200, help_text=_("Bijvoorbeeld: de visie is vastgesteld.")
    )
    due_on = forms.DateField(label=_("Tegen wanneer?"))


class RiskForm(VersionedForm, OwnedForm):
    title = forms.CharField(label=_("Wat kan mislopen?"), max_length=200)
    chance = forms.TypedChoiceField(
        label=_("Hoe groot is de kans?"), choices=Degree, coerce=int, widget=forms.RadioSelect
    )
    impact = forms.TypedChoiceField(
        label=_("Hoe groot is het gevolg?"), choices=Degree, coerce=int, widget=forms.RadioSelect
    )
    measure = forms.CharField(label=_("Wat doen we eraan?"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    field_order = ("title", "chance", "impact", "measure", "owner")


class ChangeRiskForm(RiskForm):
    is_closed = forms.BooleanField(label=_("Dit kan niet meer gebeuren: sluit het risico"), required=False)


class ReportForm(HouseForm):
    words = forms.CharField(
        label=_("Hoe staat het ervoor, in jouw woorden?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Wat lukt, wat niet, en wat heb je nodig? De cijfers komen er vanzelf onder."),
    )


class EndProjectForm(HouseForm):
    note = forms.CharField(label=_("Wat leverde het op, en wat blijft liggen?"), widget=forms.Textarea)
