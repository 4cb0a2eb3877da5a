from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.planproject import wording
from draagvlak.planproject.models import Candidacy
from draagvlak.planproject.states import Moment, SpeaksFor, WantedRole
from draagvlak.ui.forms import HouseForm, ManyField, NamedField, Roll, VersionedForm


class ProjectForm(HouseForm):
    title = forms.CharField(
        label=_("Hoe noem je het plan?"), max_length=150, help_text=_("Bijvoorbeeld: Opleidingsbeleidsplan 2027–2030.")
    )
    first_year = forms.IntegerField(label=_("Vanaf welk jaar geldt het?"), min_value=2000, max_value=2100)
    last_year = forms.IntegerField(label=_("Tot en met welk jaar?"), min_value=2000, max_value=2100)
    assignment = forms.CharField(
        label=_("Wat is de opdracht?"),
        widget=forms.Textarea,
        help_text=_("In twee zinnen: wat moet er zijn, en tegen wanneer?"),
    )


class NoGroupForm(HouseForm):
    reason = forms.CharField(
        label=_("Waarom kies je voor geen werkgroep?"),
        widget=forms.Textarea,
        help_text=_("Deze reden staat later in het plan."),
    )


class CallForm(HouseForm):
    title = forms.CharField(label=_("Hoe noem je de oproep?"), max_length=150)
    task = forms.CharField(label=_("Wat doet de werkgroep, en hoeveel tijd vraagt dat?"), widget=forms.Textarea)
    seats = forms.IntegerField(label=_("Hoeveel zetels zijn er?"), min_value=1, max_value=60)
    opens_on = forms.DateField(label=_("Vanaf wanneer kan je je kandidaat stellen?"))
    closes_on = forms.DateField(label=_("Wat is de laatste dag?"))
    answer_by = forms.DateField(label=_("Wanneer krijgt iedereen ten laatste een antwoord?"))


class CandidacyForm(VersionedForm):
    """The candidacy of domain facts 1.8.1; who it is and where that person works is known already."""

    motivation = forms.CharField(
        label=_("Waarom wil je meedoen?"),
        widget=forms.Textarea,
        help_text=_(
            "Eén zin is genoeg. Wie de groep samenstelt, de coördinator en de directie, leest je woorden zoals jij ze schrijft."
        ),
    )
    moments = forms.MultipleChoiceField(
        label=_("Wanneer kan je meestal komen?"),
        choices=Moment,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Meer dan één antwoord mag. Wie ’s nachts werkt, krijgt de uren terug."),
    )
    half_days_per_month = forms.TypedChoiceField(
        label=_("Hoeveel tijd wil je geven?"),
        choices=[(1, _("1 dagdeel per maand")), (2, _("2 dagdelen per maand")), (4, _("4 dagdelen per maand"))],
        coerce=int,
        widget=forms.RadioSelect,
        initial=1,
        help_text=_("Een dagdeel is een halve werkdag en telt als werktijd."),
    )
    wanted_roles = forms.MultipleChoiceField(
        label=_("Wat wil je doen in de groep?"), choices=WantedRole, widget=forms.CheckboxSelectMultiple, required=False
    )
    experience = forms.CharField(
        label=_("Waar weet jij veel van?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Bijvoorbeeld dementie, stagiairs begeleiden, koken voor zestig mensen."),
    )
    speaks_for = forms.ChoiceField(
        label=_("Voor wie spreek je?"), choices=SpeaksFor, widget=forms.RadioSelect, initial=SpeaksFor.SELF
    )
    needs = forms.CharField(
        label=_("Wat heb je nodig om mee te doen?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_(
            "Bijvoorbeeld vervanging, een andere taal of een zaal zonder trap. Alleen de coördinator leest dit; is er geen, dan de directie."
        ),
    )
    supervisor_informed = forms.BooleanField(
        label=_("Mijn leidinggevende weet dat ik me kandidaat stel"), required=False
    )
    may_publish_name = forms.BooleanField(
        label=_("Mijn naam mag in het nieuws over de werkgroep staan"), required=False
    )


class PaperForm(CandidacyForm):
    """A candidacy on paper, typed in by the coordinator."""

    member = NamedField(label=_("Van wie is dit formulier?"))
    field_order = ["member"]

    def __init__(self, *args: Any, roll: Roll, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["member"].roll = roll  # type: ignore[attr-defined]


class AnsweringForm(HouseForm):
    """Everybody who is not in the group gets an answer: in the words of who composes, or in those of his own language."""

    def __init__(self, *args: Any, languages: Mapping[str, int], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """languages: those of the candidates besides the own one, with how many they are."""
        super().__init__(*args, **kwargs)
        self.languages = tuple(languages)
        for language, number in languages.items():
            self.fields[f"to_others_{language}"] = forms.CharField(
                label=(wording.IN_LANGUAGE[language] % {"number": number}).format(number=number),
                widget=forms.Textarea(attrs={"rows": 3, "class": "form-control", "lang": language}),
                required=False,
                help_text=_("Laat je dit leeg, dan krijgen zij de tekst hierboven, in jouw taal."),
            )

    def in_languages(self) -> list[forms.BoundField]:
        return [self[f"to_others_{language}"] for language in self.languages]

    def answers(self) -> dict[str, Any]:
        """As compose_group takes them; the keys of the reserve list in place of the candidacies."""
        data = dict(self.cleaned_data)
        texts = {language: data.pop(f"to_others_{language}", "") for language in self.languages}
        return {**data, "to_others_in": texts, "reserve": [one.pk for one in data["reserve"]]}


class CompositionForm(AnsweringForm):
    """Who is chosen, who is kept in reserve, and the reasons."""

    chosen: Any = ManyField(
        label=_("Wie zit in de groep?"),
        queryset=Candidacy.objects.none(),
        required=False,
        error_messages={
            "invalid_choice": _("Iemand die je koos, stelt zich niet meer kandidaat. Kijk wie er nu staat.")
        },
    )
    reserve: Any = ManyField(label=_("Wie komt op de reservelijst?"), queryset=Candidacy.objects.none(), required=False)
    reason = forms.CharField(
        label=_("Er ontbreekt een stem. Waarom stel je de groep toch zo samen?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Deze reden staat later in het plan."),
    )
    mandate = forms.CharField(
        label=_("Wat mag de groep?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Adviseren, schrijven of beslissen, en waarover."),
    )
    to_others = forms.CharField(
        label=_("Wat antwoord je aan wie niet gekozen is?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Iedereen krijgt een antwoord met een reden."),
    )

    def __init__(self, *args: Any, candidacies: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for name in ("chosen", "reserve"):
            self.fields[name].queryset = candidacies  # type: ignore[attr-defined]


class WholeTeamForm(HouseForm):
    mandate = forms.CharField(
        label=_("Wat mag de groep?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Adviseren, schrijven of beslissen, en waarover."),
    )
