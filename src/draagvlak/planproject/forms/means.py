from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.planproject.states import TimeKind
from draagvlak.ui.forms import AmountField, HouseForm, NamedField, NumberField, Roll, VersionedForm


class HalfDaysField(NumberField):
    """Half-days as people write them, 0,25 or 1,5."""

    def __init__(self, **words: Any) -> None:  # noqa: ANN401 -- label, help and limits
        super().__init__(**{"min_value": 0, "max_digits": 7, "decimal_places": 2, "localize": True, **words})


class TimePromiseForm(VersionedForm):
    half_days = HalfDaysField(label=_("Hoeveel dagdelen voor het hele project?"), max_value=5000)
    decided_by = forms.CharField(
        label=_("Wie besliste dit, en wanneer?"),
        max_length=150,
        required=False,
        help_text=_("Bijvoorbeeld: directie, 12 januari."),
    )


class ContactForm(HouseForm):
    who = forms.CharField(
        label=_("Met wie?"), max_length=150, help_text=_("Bijvoorbeeld: de ondernemingsraad, de nachtploeg.")
    )
    times = forms.IntegerField(label=_("Hoe vaak?"), min_value=1, max_value=200)
    half_days = HalfDaysField(
        label=_("Hoeveel dagdelen per keer?"),
        min_value=0.25,
        max_value=20,
        help_text=_("In kwarten: een gesprek van een uur is 0,25."),
    )


class TimeForm(HouseForm):
    """One's own time."""

    on = forms.DateField(label=_("Welke dag?"))
    half_days = HalfDaysField(
        label=_("Hoeveel dagdelen?"),
        max_value=10,
        help_text=_("In kwarten: 0,25 of 0,5 of 0,75 of 1. Had je deze maand geen tijd, schrijf dan 0."),
    )
    kind = forms.ChoiceField(label=_("Waarvoor telt het?"), choices=TimeKind, widget=forms.RadioSelect)
    what = forms.CharField(label=_("Wat deed je?"), max_length=200)

    def __init__(self, *args: Any, is_coordinator: bool, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        if not is_coordinator:
            own = [(kind.value, kind.label) for kind in TimeKind if kind != TimeKind.COORDINATOR]
            self.fields["kind"].choices = own  # type: ignore[attr-defined]


class TimeOfAnybodyForm(TimeForm):
    """The coordinator writes down time for everybody in the group."""

    member = NamedField(label=_("Wiens tijd is het?"), required=False, help_text=_("Leeg is je eigen tijd."))

    def __init__(self, *args: Any, roll: Roll, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, is_coordinator=True, **kwargs)
        self.fields["member"].roll = roll  # type: ignore[attr-defined]


class MoneyPromiseForm(HouseForm):
    amount = AmountField(label=_("Hoeveel euro?"))
    source = forms.CharField(
        label=_("Waar komt het vandaan?"), max_length=150, help_text=_("Bijvoorbeeld: VTO-budget, sectorfonds.")
    )
    decided_by = forms.CharField(label=_("Wie besliste het?"), max_length=150)
    on = forms.DateField(label=_("Wanneer?"))


class MoneyUseForm(HouseForm):
    amount = AmountField(label=_("Hoeveel euro?"))
    on = forms.DateField(label=_("Wanneer?"))
    what = forms.CharField(label=_("Waarvoor?"), max_length=200)
    reference = forms.CharField(label=_("Wat is het nummer van de factuur?"), max_length=60, required=False)
