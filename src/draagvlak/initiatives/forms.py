from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.initiatives.rules import MOST_DAYS
from draagvlak.initiatives.states import Outcome, QuestionKind
from draagvlak.stakeholders.models import Body
from draagvlak.ui.forms import HouseForm, VersionedForm

LONGEST = 5000


class AskForm(HouseForm):
    kind = forms.ChoiceField(
        label=_("Is het een vraag of een klacht?"),
        choices=QuestionKind,
        initial=QuestionKind.QUESTION,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Wat wil je vragen of zeggen?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        help_text=_("Over je recht op vorming: dagen, tijd, loon, een aanvraag die geweigerd werd, of iets anders."),
    )


class AskNamelessForm(AskForm):
    """The code is drawn when the page is shown, so that a person has it before anything is sent."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=20)
    has_code = forms.BooleanField(label=_("Ik schreef mijn code op."))


class SpeakForForm(AskForm):
    spoken_for = forms.CharField(
        label=_("Voor wie schrijf je dit op?"),
        max_length=150,
        required=False,
        help_text=_("Laat leeg als je collega dat liever heeft. Bezorg het antwoord zelf aan je collega."),
    )


class CodeForm(HouseForm):
    """A code, and what one wants to add once the question lies open."""

    code = forms.CharField(
        label=_("Wat is je code?"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("Twaalf tekens, zoals ABCD-EFGH-JKLM. Je kreeg ze toen je je vraag stuurde."),
    )
    text = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=LONGEST,
        help_text=_("Was de vraag beantwoord of afgesloten, dan staat ze weer open."),
    )


class AddWordsForm(HouseForm):
    text = forms.CharField(
        label=_("Wat wil je erbij zeggen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        help_text=_("Was de vraag beantwoord of afgesloten, dan staat ze weer open."),
    )


class AnswerForm(VersionedForm):
    text = forms.CharField(
        label=_("Wat is jullie antwoord?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        help_text=_("Wie de vraag stelde, leest dit met jouw naam erbij."),
    )


class CloseForm(VersionedForm):
    outcome = forms.ChoiceField(label=_("Hoe liep het af?"), choices=Outcome, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Wil je er nog iets bij zeggen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
        help_text=_("Wie de vraag stelde, leest dit."),
    )


class RaiseForm(HouseForm):
    body: Any = forms.ModelChoiceField(
        label=_("Bij welk orgaan leg je het voor?"), queryset=Body.objects.none(), empty_label=None
    )
    title = forms.CharField(
        label=_("Hoe heet het punt?"), max_length=150, help_text=_("Dit komt op de agenda. De werkgever leest het.")
    )
    text = forms.CharField(
        label=_("Wat wil je bespreken?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        help_text=_(
            "Schrijf een nieuwe tekst, in je eigen woorden. Geen naam, geen dienst, geen dag waaraan iemand te herkennen is."
        ),
    )
    is_neutral = forms.BooleanField(label=_("Ik las het na: niemand is hierin te herkennen."))

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class PromiseForm(VersionedForm):
    days = forms.IntegerField(
        label=_("Binnen hoeveel dagen antwoorden jullie?"),
        min_value=1,
        max_value=MOST_DAYS,
        help_text=_("Kalenderdagen. De dag waarop de vraag komt, telt niet mee. Wie een vraag stelt, leest dit."),
    )
