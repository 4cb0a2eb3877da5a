from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.accounts.models import Account
from draagvlak.policyplan.states import NoteKind
from draagvlak.ui.forms import HouseForm, ManyField, VersionedForm

LONGEST = 4000


class AskingForm(HouseForm):
    """A text under which one can ask others to look. people: who writes along, without oneself."""

    named: Any = ManyField(
        label=_("Wie moet dit zeker lezen?"),
        queryset=Account.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Wie je aanduidt, krijgt een mail en een taak. Je kan ook @Voornaam in je tekst schrijven."),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        if "named" in fields:
            fields["named"].queryset = people
        if "assigned_to" in fields:
            fields["assigned_to"].queryset = people


class WordsForm(VersionedForm):
    """What a note says; a suggestion needs the words it is about, a comment needs a text."""

    quote = forms.CharField(
        label=_("Over welke woorden gaat het?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
        help_text=_("Selecteer ze in de tekst hierboven, of typ ze over. Leeg: het gaat over het hele deel."),
    )
    kind = forms.ChoiceField(label=_("Wat wil je doen?"), choices=NoteKind, widget=forms.RadioSelect)
    replacement = forms.CharField(
        label=_("Welke woorden komen in de plaats?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text=_("Leeg: de woorden gaan weg. De rest van de tekst blijft zoals hij is."),
    )
    text = forms.CharField(label=_("Wat wil je zeggen?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        is_suggestion = (self.data if self.is_bound else self.initial).get("kind") == NoteKind.SUGGESTION
        self.fields["text"].required = not is_suggestion
        self.fields["quote"].required = is_suggestion


class NoteForm(AskingForm, WordsForm):
    """A new note; somebody can be asked to look, and somebody can get it as a task."""

    assigned_to: Any = forms.ModelChoiceField(
        label=_("Wie handelt het af?"), queryset=Account.objects.none(), required=False
    )
    due_on = forms.DateField(label=_("Tegen wanneer?"), required=False)
    field_order = ("quote", "kind", "replacement", "text", "named", "assigned_to", "due_on")


class ReplyForm(AskingForm):
    text = forms.CharField(label=_("Wat antwoord je?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
    field_order = ("text", "named")


class AssignForm(VersionedForm):
    assigned_to: Any = forms.ModelChoiceField(
        label=_("Wie handelt het af?"),
        queryset=Account.objects.none(),
        required=False,
        help_text=_("Leeg: het is van niemand meer een taak."),
    )
    due_on = forms.DateField(label=_("Tegen wanneer?"), required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["assigned_to"].queryset = people


class DeclineForm(HouseForm):
    reason = forms.CharField(label=_("Waarom niet?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))
