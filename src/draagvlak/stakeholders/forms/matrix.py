from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draagvlak.stakeholders.models import MatrixRole
from draagvlak.stakeholders.states import Size, Weight
from draagvlak.ui.forms import HouseForm, VersionedForm

NOTHING = "-"
# What a role can do in one line; deciding and carrying out may go together.
PARTS = [
    (NOTHING, _("niets")),
    ("A", pgettext_lazy("wat een rol doet", "beslist")),
    ("AR", _("beslist en voert uit")),
    ("R", _("voert uit")),
    ("C", _("geeft raad")),
    ("I", _("wordt verwittigd")),
    ("S", _("helpt")),
]


class StartMatrixForm(HouseForm):
    size = forms.ChoiceField(
        label=_("Welke verdeling past bij jullie?"),
        choices=Size,
        widget=forms.RadioSelect,
        help_text=_("Je kan daarna elke taak wijzigen, aan- of uitzetten en eigen taken toevoegen."),
    )


class LineForm(VersionedForm):
    """One line: its words and, per role, its part."""

    title = forms.CharField(label=_("Welke taak?"), max_length=250)
    what = forms.CharField(
        label=_("Wat houdt dat in?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Zo concreet dat een nieuwe collega het begrijpt."),
    )
    weight = forms.ChoiceField(label=_("Hoeveel werk is het?"), choices=Weight, initial=Weight.NORMAL)
    is_on = forms.BooleanField(label=_("Deze taak geldt bij ons"), required=False, initial=True)

    def __init__(self, *args: Any, roles: Sequence[tuple[MatrixRole, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.roles = roles
        for role, name in roles:
            self.fields[f"role_{role.pk}"] = forms.ChoiceField(
                label=name, choices=PARTS, initial=NOTHING, widget=forms.Select(attrs={"class": "form-control"})
            )

    def parts(self) -> list[Any]:
        """The fields with the parts, in the order of the columns."""
        return [self[f"role_{role.pk}"] for role, _name in self.roles]

    def letters(self) -> dict[int, str]:
        chosen = {role.pk: self.cleaned_data[f"role_{role.pk}"] for role, _name in self.roles}
        return {key: letters for key, letters in chosen.items() if letters != NOTHING}

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "what", "weight", "is_on")}


class MatrixRoleForm(HouseForm):
    name = forms.CharField(
        label=_("Hoe heet de rol?"), max_length=120, help_text=_("Bijvoorbeeld: referentiepersoon dementie.")
    )
    holder: Any = forms.ModelChoiceField(label=_("Wie neemt ze op?"), queryset=None)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["holder"].queryset = people  # type: ignore[attr-defined]


class AnswerRoleForm(HouseForm):
    is_yes = forms.TypedChoiceField(
        label=_("Neem je dit op?"),
        choices=[("1", _("Ja, ik neem dit op")), ("0", _("Ik wil eerst iets vragen"))],
        coerce=lambda said: said == "1",
        widget=forms.RadioSelect,
    )
    question = forms.CharField(
        label=_("Wat wil je vragen?"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000
    )


class DutyForm(HouseForm):
    note = forms.CharField(
        label=_("Wat deed je?"),
        max_length=300,
        required=False,
        help_text=_("Eén zin, voor jezelf en voor het jaarverslag."),
    )


class ReviewForm(HouseForm):
    note = forms.CharField(
        label=_("Klopt het nog? Wat wijzigde je?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class AgreementForm(HouseForm):
    text = forms.CharField(label=_("Wat spraken jullie af?"), widget=forms.Textarea(attrs={"rows": 3}))
    between = forms.CharField(label=_("Wie sprak dit af?"), max_length=250)
    agreed_on = forms.DateField(label=_("Wanneer?"))
