from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.policyplan.states import ScreeningAbout, ScreeningOutcome
from draagvlak.ui.forms import HouseForm, VersionedForm
from draagvlak.ui.wording import EMPTY_OPTION

LONGEST = 4000


def area(label: Any, rows: int = 3, **words: Any) -> forms.CharField:  # noqa: ANN401 -- texts and limits of a field
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **words)


class SubjectForm(HouseForm):
    """What it is about: something that is being prepared here, or another project or measure by its name."""

    subject = forms.ChoiceField(label=_("Wat verandert er?"))
    title = forms.CharField(
        label=_("Hoe heet het project of de maatregel?"),
        max_length=200,
        required=False,
        help_text=_(
            "Alleen voor een ander project of een andere maatregel. Bijvoorbeeld: nieuwe uurroosters in de keuken."
        ),
    )

    def __init__(self, *args: Any, subjects: Sequence[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["subject"].choices = [("", EMPTY_OPTION), *subjects]
        if ScreeningAbout.PROJECT not in dict(subjects):
            del fields["title"]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("subject") == ScreeningAbout.PROJECT and not found.get("title", "").strip():
            self.add_error("title", str(_("Geef het project of de maatregel een naam.")))
        return found


class ScreeningNoteFields(HouseForm):
    """The information note."""

    what = area(_("Wat verandert er dan precies?"))
    for_whom = forms.CharField(
        label=_("Voor wie?"), max_length=300, help_text=_("Functies, diensten of sites. Geen namen van mensen.")
    )
    from_when = forms.CharField(
        label=_("Vanaf wanneer?"), max_length=150, required=False, help_text=_("Leeg: nog niet beslist.")
    )
    effect = area(_("Wat merkt het werk ervan?"), help_text=_("Uren, taken, werkdruk, opleiding, loopbaan."))
    means = area(_("Met welke middelen?"), rows=2, required=False, help_text=_("Tijd, geld, begeleiding."))


class FlagForm(ScreeningNoteFields, SubjectForm):
    field_order = ("subject", "title")


class AskScreeningForm(SubjectForm):
    why = area(
        _("Waarom moet dit gescreend worden?"), help_text=_("Wie de nota schrijft, leest dit met jouw naam erbij.")
    )


class ScreeningNoteForm(ScreeningNoteFields, VersionedForm):
    pass


class ScreeningOutcomeForm(VersionedForm):
    outcome = forms.ChoiceField(label=_("Wat zei het orgaan?"), choices=ScreeningOutcome, widget=forms.RadioSelect)
    text = area(
        _("In welke woorden?"),
        required=False,
        help_text=_("Niet nodig bij ‘geen opmerking’. Wil het orgaan advies geven: schrijf waarover."),
    )
    on = forms.DateField(label=_("Op welke dag kwam het samen?"))


class WithdrawScreeningForm(VersionedForm):
    reason = area(_("Waarom gaat dit niet door?"), rows=2)
