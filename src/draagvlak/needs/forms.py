from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.needs import queries, wording
from draagvlak.needs.models import Signal
from draagvlak.needs.states import AnswerKind, GroupKind, HowOften, Urgency
from draagvlak.policyplan.models import Goal
from draagvlak.ui.forms import HouseForm, VersionedForm
from draagvlak.ui.wording import EMPTY_OPTION

LONGEST = 3000


def area(label: Any, rows: int = 4, **words: Any) -> forms.CharField:  # noqa: ANN401 -- texts and limits of a field
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **words)


class SignalForm(HouseForm):
    """The code is drawn when the page is shown, so that a person has it before anything is sent."""

    what = area(
        _("Wat missen mensen, of wat kunnen ze nog niet goed?"),
        help_text=_("Schrijf geen namen, ook niet die van jezelf."),
    )
    group = forms.ChoiceField(label=_("Over welke groep gaat het?"))
    group_words = forms.CharField(
        label=_("Welke andere groep?"),
        max_length=150,
        required=False,
        help_text=_("Alleen als je groep niet in de lijst staat. Bijvoorbeeld: wie ’s nachts werkt."),
    )
    how_often = forms.ChoiceField(label=_("Hoe vaak loopt het mis?"), choices=HowOften, widget=forms.RadioSelect)
    urgency = forms.ChoiceField(label=_("Hoe dringend is het?"), choices=Urgency, widget=forms.RadioSelect)
    helps = area(
        _("Wat zou helpen?"),
        rows=2,
        required=False,
        help_text=_("Een opleiding, iemand die het voordoet, tijd om te oefenen."),
    )
    code = forms.CharField(widget=forms.HiddenInput, max_length=20)
    has_code = forms.BooleanField(label=_("Ik schreef mijn code op."))

    def __init__(self, *args: Any, groups: Iterable[Any], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        others = [(GroupKind.ALL.value, wording.EVERYONE), (GroupKind.WORDS.value, wording.IN_WORDS)]
        fields["group"].choices = [("", EMPTY_OPTION), *groups, *others]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("group") == GroupKind.WORDS and not found.get("group_words", "").strip():
            self.add_error("group_words", str(wording.NO_GROUP))
        return found


class CodeForm(HouseForm):
    code = forms.CharField(
        label=_("Wat is je code?"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("Twaalf tekens, zoals ABCD-EFGH-JKLM. Je kreeg ze toen je je signaal stuurde."),
    )


class AnswerForm(VersionedForm):
    kind = forms.ChoiceField(label=_("Wat gebeurt ermee?"), choices=AnswerKind, widget=forms.RadioSelect)
    goal = forms.TypedChoiceField(
        label=_("Bij welk doel van het plan?"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Alleen als je het opneemt. Het komt dan bij ‘Wat kunnen we leren?’ in het plan."),
    )
    activity = forms.CharField(
        label=_("Wat kunnen we doen om het te leren?"),
        max_length=250,
        required=False,
        help_text=_("Alleen als je het opneemt. Bijvoorbeeld: twee uur oefenen met de tillift."),
    )
    heard = area(
        _("Wat hoorde je, in je eigen woorden?"),
        rows=3,
        help_text=_("Iedereen leest dit. Geen namen, en niets waaraan men één persoon of een kleine groep herkent."),
    )
    answer = area(
        _("Wat antwoord je?"),
        help_text=_("Iedereen leest dit, ook wie het meldde. Bij ‘nu niet’: waarom niet, en wanneer wel."),
    )

    def __init__(self, *args: Any, goals: Iterable[Goal], is_taken_up: bool, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["goal"].choices = [
            ("", EMPTY_OPTION),
            *((goal.number, f"{goal.number}. {goal.title}") for goal in goals),
        ]
        if is_taken_up:
            del fields["goal"], fields["activity"]


class MergeForm(VersionedForm):
    others = forms.TypedMultipleChoiceField(
        label=_("Welke signalen zeggen hetzelfde?"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, rows: Iterable[Signal], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["others"].choices = [(one.pk, f"{queries.group_told(one)}: {one.what[:200]}") for one in rows]


class PartForm(VersionedForm):
    pass
