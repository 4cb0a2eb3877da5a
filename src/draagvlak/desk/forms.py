from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from draagvlak.desk import wording
from draagvlak.notices.rules import FURTHEST_REMINDER
from draagvlak.notices.states import Rhythm
from draagvlak.ui.forms import VersionedForm

MOST_DAYS = 5


class MailForm(VersionedForm):
    rhythm = forms.ChoiceField(
        label=_("Wanneer wil je mail?"),
        choices=Rhythm,
        widget=forms.RadioSelect,
        help_text=_(
            "Wat moet, komt altijd meteen: stukken voor een overleg, uitnodigingen, bewijzen en alles over je account."
        ),
    )
    reminder_days = forms.CharField(
        label=_("Hoeveel dagen voor de laatste dag van een taak wil je een herinnering?"),
        required=False,
        max_length=40,
        help_text=_("Bijvoorbeeld: 7, 1. Laat het leeg als je geen herinnering wilt."),
    )
    quiet_days = forms.TypedMultipleChoiceField(
        label=_("Op welke dagen wil je rust?"),
        required=False,
        choices=[(number, name) for number, name in WEEKDAYS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Een herinnering die op zo’n dag valt, komt vroeger. De rest wacht tot een andere dag."),
    )

    def clean_reminder_days(self) -> list[int]:
        words = self.cleaned_data["reminder_days"].replace(";", ",").replace(",", " ").split()
        if not all(word.isdecimal() and int(word) <= FURTHEST_REMINDER for word in words):
            raise forms.ValidationError(wording.WHICH_DAYS)
        if len(set(words)) > MOST_DAYS:
            raise forms.ValidationError(wording.TOO_MANY_DAYS)
        return sorted({int(word) for word in words}, reverse=True)
