from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from draagvlak.policyplan.states import FollowUp, IndividualOutcome
from draagvlak.ui.forms import HouseForm, VersionedForm

LONGEST = 4000


def area(label: Any, rows: int = 3, **words: Any) -> forms.CharField:  # noqa: ANN401 -- texts and limits of a field
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **words)


class IndividualForm(VersionedForm):
    """The note that each person reads."""

    title = forms.CharField(
        label=_("Hoe heet de maatregel?"),
        max_length=200,
        help_text=_("Ook wie het personeel vertegenwoordigt, leest deze titel. Zet er geen namen van mensen in."),
    )
    what = area(_("Wat verandert er?"))
    why = area(_("Waarom?"))
    from_when = forms.CharField(
        label=_("Vanaf wanneer?"), max_length=150, required=False, help_text=_("Leeg: nog niet beslist.")
    )
    effect = area(_("Wat betekent dit voor de mensen?"), help_text=_("Uren, taken, werkdruk, opleiding, loopbaan."))
    last_on = forms.DateField(label=_("Tot en met welke dag kunnen ze antwoorden?"))


class PeopleForm(HouseForm):
    """Whom to add, of who was found; and, as long as nobody was asked, whom to leave out again."""

    add = forms.MultipleChoiceField(label=_("Wie gaat het aan?"), required=False, widget=forms.CheckboxSelectMultiple)
    remove = forms.MultipleChoiceField(
        label=_("Wie hoort er toch niet bij?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own signature
        found: Sequence[tuple[str, str]],
        chosen: Sequence[tuple[str, str]],
        **kwargs: Any,  # noqa: ANN401 -- Django's own signature
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        for name, choices in (("add", found), ("remove", chosen)):
            fields[name].choices = choices
            fields[name].error_messages["invalid_choice"] = _(
                "Iemand wijzigde intussen de lijst. Kijk de namen na en bewaar opnieuw."
            )
            if not choices:
                del fields[name]


class AskPeopleForm(VersionedForm):
    pass


class SayForm(HouseForm):
    text = area(_("Wat wil je zeggen?"), rows=5, required=False)
    has_none = forms.BooleanField(label=_("Ik heb geen opmerkingen"), required=False)


class DelegateForm(HouseForm):
    delegate: Any = forms.ModelChoiceField(
        queryset=None,
        label=_("Wie staat je bij?"),
        required=False,
        help_text=_("Wie je kiest, leest de nota en jouw antwoord, en kan mee schrijven. Leeg: niemand."),
    )

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["delegate"].queryset = people  # type: ignore[attr-defined]  # a choice of rows


class HandOverForm(HouseForm):
    on = forms.DateField(label=_("Op welke dag gaf je het blad af?"))


class ConversationForm(HouseForm):
    talked_on = forms.DateField(label=_("Op welke dag was het gesprek?"))
    present = forms.CharField(label=_("Wie was erbij?"), max_length=300)
    text = area(_("Wat is er gezegd?"), rows=5, required=False, help_text=_("In de woorden van wie gevraagd is."))
    has_none = forms.BooleanField(label=_("Er waren geen opmerkingen"), required=False)


class AnswerPersonForm(HouseForm):
    upon = forms.IntegerField(widget=forms.HiddenInput)
    follow_up = forms.ChoiceField(label=_("Wat doe je ermee?"), choices=FollowUp, widget=forms.RadioSelect)
    text = area(_("Omdat …"), help_text=_("De mens die het zei, leest dit, en wie hem bijstaat."))


class DecideIndividualForm(VersionedForm):
    outcome = forms.ChoiceField(
        label=_("Wat gebeurt er met de maatregel?"), choices=IndividualOutcome, widget=forms.RadioSelect
    )
    text = area(
        _("Waarom?"), help_text=_("Iedereen die het aangaat, leest dit. Noem geen namen en geen woorden van anderen.")
    )


class WithdrawIndividualForm(VersionedForm):
    reason = area(_("Waarom trek je dit in?"), rows=2, help_text=_("Wie gevraagd is, leest dit."))
