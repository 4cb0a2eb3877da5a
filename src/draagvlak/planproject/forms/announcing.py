from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.planproject.states import Direction, FeedbackAnswer
from draagvlak.staff.models import FunctionGroup, Team
from draagvlak.staff.states import Statute
from draagvlak.ui.forms import HouseForm, RichText, VersionedForm


class AnnouncementForm(VersionedForm):
    title = forms.CharField(label=_("Wat is de titel?"), max_length=150)
    body = forms.CharField(
        label=_("Wat wil je zeggen?"),
        widget=RichText(attrs={"rows": 10}),
        help_text=_("Kort en gewoon. Het komt ook op een affiche, in grote letters."),
    )
    audience = forms.MultipleChoiceField(
        label=_("Voor wie is het?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Vink niets aan als het voor iedereen is."),
    )
    is_assignment = forms.BooleanField(label=_("Dit maakt de opdracht van de werkgroep bekend"), required=False)

    def __init__(self, *args: Any, audience: Sequence[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = audience  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "body", "is_assignment")}


class WithdrawForm(HouseForm):
    reason = forms.CharField(label=_("Waarom trek je dit in?"), max_length=250)


class PaperReachForm(HouseForm):
    place = forms.CharField(
        label=_("Waar hing of vertelde je het?"),
        max_length=150,
        help_text=_("Bijvoorbeeld: affiche in de keuken, verteld op de overdracht van de nacht."),
    )
    on = forms.DateField(label=_("Wanneer?"))
    people = forms.IntegerField(
        label=_("Hoeveel mensen bereikte je zo?"),
        min_value=1,
        max_value=5000,
        help_text=_("Alleen wie geen account heeft. Een schatting mag."),
    )
    function_group: Any = forms.ModelChoiceField(
        label=_("Welke functiegroep?"), queryset=FunctionGroup.objects.none(), required=False
    )
    statute = forms.ChoiceField(label=_("Welk statuut?"), required=False)

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["function_group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["statute"].choices = [("", _("Niet van toepassing")), *Statute.choices]  # type: ignore[attr-defined]


class FeedbackForm(HouseForm):
    text = forms.CharField(
        label=_("Wat wil je vragen of zeggen?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4000
    )


class AnswerFeedbackForm(HouseForm):
    answer = forms.ChoiceField(label=_("Wat doen jullie ermee?"), choices=FeedbackAnswer, widget=forms.RadioSelect)
    reply = forms.CharField(
        label=_("Want …"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén of twee zinnen met de reden. Schrijf geen namen."),
    )
    is_shown = forms.BooleanField(
        label=_("Zet de reactie en het antwoord onder het bericht, zonder naam"), required=False, initial=True
    )


class ConstituencyForm(VersionedForm):
    text = forms.CharField(
        label=_("Voor wie spreekt dit lid?"),
        max_length=250,
        help_text=_("Bijvoorbeeld: alle collega’s van de keuken en de schoonmaak."),
    )
    function_group: Any = forms.ModelChoiceField(
        label=_("Welke functiegroep is dat?"), queryset=FunctionGroup.objects.none(), required=False
    )
    team: Any = forms.ModelChoiceField(label=_("Welk team is dat?"), queryset=Team.objects.none(), required=False)

    def __init__(self, *args: Any, groups: Any, teams: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["function_group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("text", "function_group", "team")}


class ErrandForm(HouseForm):
    direction = forms.ChoiceField(label=_("Welke kant op?"), choices=Direction, widget=forms.RadioSelect)
    on = forms.DateField(label=_("Wanneer?"))
    what = forms.CharField(
        label=_("Wat bracht je over?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("Schrijf over wat gezegd is, zonder namen."),
    )
