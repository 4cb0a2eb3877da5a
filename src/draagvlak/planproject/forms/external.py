from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.planproject.forms.means import HalfDaysField
from draagvlak.planproject.states import AidAnswer, AidQuestion
from draagvlak.stakeholders.models import Partner
from draagvlak.ui.forms import AmountField, HouseForm, VersionedForm


class AidForm(HouseForm):
    """The questions of the aid, each answered from 0 to 3."""

    remark = forms.CharField(label=_("Wat moet wie beslist nog weten?"), widget=forms.Textarea, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for question in AidQuestion:
            self.fields[question.value] = forms.TypedChoiceField(
                label=question.label, choices=AidAnswer, coerce=int, widget=forms.RadioSelect
            )
        self.order_fields([*AidQuestion.values, "remark"])


class DecisionForm(HouseForm):
    is_wanted = forms.TypedChoiceField(
        label=_("Werken jullie met een externe partner?"),
        choices=[("1", _("ja, we zoeken een partner")), ("", _("nee, we doen het zelf"))],
        coerce=bool,
        required=False,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Deze reden blijft bij het project staan."),
    )


class AssignmentForm(VersionedForm):
    partner: Any = forms.ModelChoiceField(label=_("Aan welke partner?"), queryset=Partner.objects.none())
    title = forms.CharField(label=_("Hoe noem je de opdracht?"), max_length=150)
    question = forms.CharField(label=_("Wat vraag je?"), widget=forms.Textarea)
    deliverable = forms.CharField(label=_("Wat moet er op het einde zijn?"), widget=forms.Textarea(attrs={"rows": 3}))
    starts_on = forms.DateField(label=_("Wanneer begint het?"))
    ends_on = forms.DateField(label=_("Wat is de laatste dag?"))
    half_days = HalfDaysField(label=_("Hoeveel dagdelen zijn afgesproken?"), max_value=2000)
    cost = AmountField(label=_("Hoeveel kost het, in euro?"), min_value=0)

    def __init__(self, *args: Any, partners: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]


class ResultForm(HouseForm):
    received_on = forms.DateField(label=_("Wanneer kreeg je het resultaat?"))
    verdict = forms.CharField(
        label=_("Wat vond je ervan?"),
        widget=forms.Textarea,
        required=False,
        help_text=_("De directie en de coördinator lezen dit, de partner niet."),
    )


class GuestForm(HouseForm):
    name = forms.CharField(label=_("Hoe heet die persoon?"), max_length=150)
    email = forms.EmailField(label=_("Op welk e-mailadres?"))


class AssignmentPaperForm(HouseForm):
    file = forms.FileField(
        label=_("Welk bestand?"), help_text=_("PDF, tekst, rekenblad of foto, hoogstens 10 MB, zonder macro’s.")
    )


class MessageForm(HouseForm):
    text = forms.CharField(label=_("Wat wil je zeggen?"), widget=forms.Textarea)
