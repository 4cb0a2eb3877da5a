from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.accounts.models import Account
from draagvlak.stakeholders import wording
from draagvlak.stakeholders.states import AttitudeLevel, Involvement, PlanQuestion
from draagvlak.ui.forms import HouseForm, NumberField, VersionedForm

FIVE_OF_INTEREST = [
    (1, _("1, heel weinig")),
    (2, _("2, weinig")),
    (3, _("3, gemiddeld")),
    (4, _("4, veel")),
    (5, _("5, heel veel")),
]


def _five(label: Any, help_text: Any) -> forms.TypedChoiceField:  # noqa: ANN401 -- lazy words
    return forms.TypedChoiceField(label=label, help_text=help_text, choices=FIVE_OF_INTEREST, coerce=int, initial=3)


class StakeholderForm(VersionedForm):
    """What we know of a stakeholder; who it is, is asked once, when it comes in the register."""

    interest = _five(_("Hoeveel belang hebben zij bij het plan?"), _("Hoeveel verandert er voor hen?"))
    influence = _five(_("Hoeveel invloed hebben zij?"), _("Kunnen zij het plan maken of breken?"))
    needs = forms.CharField(
        label=_("Wat hebben we van hen nodig?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    questions = forms.MultipleChoiceField(
        label=_("Op welke vraag geven zij antwoord?"),
        choices=PlanQuestion,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    mode = forms.ChoiceField(label=_("Hoe betrekken we hen?"), choices=Involvement, widget=forms.RadioSelect)
    channel = forms.CharField(
        label=_("Langs welke weg?"),
        max_length=150,
        required=False,
        help_text=_("Bijvoorbeeld: teamvergadering, gesprek, affiche in de keuken."),
    )
    message = forms.CharField(
        label=_("Wat is onze boodschap?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    responsible: Any = forms.ModelChoiceField(
        label=_("Wie volgt dit op?"), queryset=Account.objects.none(), required=False
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = people  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in {"version", "who"}}


class ChangeOtherForm(StakeholderForm):
    """A group without a list also has a name of its own."""

    name = forms.CharField(label=_("Hoe heet deze groep?"), max_length=120)
    field_order = ["name"]


class AddStakeholderForm(StakeholderForm):
    who = forms.ChoiceField(label=_("Wie is het?"), required=False)
    name = forms.CharField(
        label=_("Of een andere groep"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: families, de gemeente, een school. Zij staan niet op de tijdlijn."),
    )
    field_order = ["who", "name"]

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own signature
        choices: Mapping[str, Sequence[tuple[str, str]]],
        **kwargs: Any,  # noqa: ANN401 -- Django's own signature
    ) -> None:
        super().__init__(*args, **kwargs)
        grouped = [(wording.KINDS[kind], list(rows)) for kind, rows in choices.items() if rows]
        self.fields["who"].choices = [("", _("Kies uit de lijst")), *grouped]  # type: ignore[attr-defined]


class AttitudeForm(HouseForm):
    level = forms.TypedChoiceField(
        label=_("Hoe staan zij tegenover het plan?"), choices=AttitudeLevel, coerce=int, widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("Op welke dag?"))
    why = forms.CharField(
        label=_("Waaraan merk je dat?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Schrijf over de groep, niet over één persoon."),
    )


def _half_days(label: Any, help_text: Any = "", *, initial: Decimal | None = None) -> NumberField:  # noqa: ANN401
    return NumberField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_value=200,
        max_digits=5,
        decimal_places=2,
        initial=initial,
        localize=True,
    )


class ContactForm(VersionedForm):
    planned_on = forms.DateField(label=_("Wanneer?"))
    what = forms.CharField(
        label=_("Waarover gaat het?"), max_length=250, help_text=_("Iedereen die hier werkt, leest dit op de tijdlijn.")
    )
    mode = forms.ChoiceField(label=_("Hoe betrekken we hen?"), choices=Involvement, widget=forms.RadioSelect)
    channel = forms.CharField(label=_("Langs welke weg?"), max_length=150, required=False)
    half_days = _half_days(
        _("Hoeveel dagdelen vraagt dat?"),
        _("Van alle mensen van de werkgroep samen. Een kwart dagdeel is 0,25."),
        initial=Decimal("0.5"),
    )
    notice_days = forms.IntegerField(
        label=_("Hoeveel dagen vooraf krijgen zij een bericht?"),
        min_value=0,
        max_value=60,
        initial=7,
        help_text=_("0 betekent: geen bericht."),
    )

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class FinishContactForm(VersionedForm):
    done_on = forms.DateField(label=_("Wanneer was het?"))
    half_days_used = _half_days(_("Hoeveel dagdelen vroeg het echt?"))
    evidence = forms.CharField(
        label=_("Waar kan je het nalezen?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Bijvoorbeeld: verslag van de ondernemingsraad van 4 maart, punt 3."),
    )
    feedback = forms.CharField(label=_("Wat zeiden zij?"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    answer = forms.CharField(
        label=_("Wat deden we ermee?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Mag ook later. Zolang dit leeg is, blijft het een taak."),
    )
    measure_on = forms.DateField(label=_("Wanneer kijken we opnieuw hoe zij tegenover het plan staan?"), required=False)

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class DropContactForm(HouseForm):
    reason = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        max_length=250,
        required=False,
        help_text=_("Wie al een bericht kreeg, krijgt deze reden te lezen."),
    )
