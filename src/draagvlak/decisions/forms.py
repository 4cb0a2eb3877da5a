from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.decisions.states import VERDICTS, Answer, Strength, Verdict
from draagvlak.ui.forms import HouseForm

MOST_POINTS = 8


class VoiceForm(HouseForm):
    """What a body said: verdict, points, votes. Which verdicts are possible follows from the strength of its voice."""

    verdict = forms.ChoiceField(label=_("Wat is het besluit?"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    votes_for = forms.IntegerField(
        label=_("Hoeveel stemmen voor?"),
        min_value=0,
        max_value=200,
        required=False,
        help_text=_("Laat leeg als er niet gestemd is."),
    )
    votes_against = forms.IntegerField(label=_("Hoeveel stemmen tegen?"), min_value=0, max_value=200, required=False)
    votes_abstained = forms.IntegerField(label=_("Hoeveel onthoudingen?"), min_value=0, max_value=200, required=False)
    met_on = forms.DateField(
        label=_("Wanneer vergaderde het orgaan?"),
        required=False,
        help_text=_("De dag waarop dit gezegd werd. Zo is later te vinden in welk verslag het staat."),
    )
    minutes = forms.CharField(
        label=_("Wat staat daarover in het verslag?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=20000,
        help_text=_("Neem het stuk over dit punt over. Wie deelneemt aan het dossier, leest het."),
    )
    document_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_read = forms.BooleanField(label=_("Ik sprak over de tekst met dit zegel, en ik mag dit besluit vastleggen."))

    def __init__(self, *args: Any, strength: str, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = [(v.value, v.label) for v in VERDICTS[Strength(strength)]]  # type: ignore[attr-defined]
        if strength == Strength.ADVICE:
            for number in range(1, MOST_POINTS + 1):
                field = forms.CharField(
                    label=_("Punt {number}").format(number=number),
                    widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
                    required=False,
                )
                if number == 1:
                    field.help_text = _("Eén opmerking per punt. De directie moet op elk punt antwoorden.")
                self.fields[f"point_{number}"] = field
            self.order_fields(["verdict", *(f"point_{n}" for n in range(1, MOST_POINTS + 1))])
        if strength == Strength.APPROVAL:
            self.fields["note"].help_text = _("Bij een nee is een reden nodig.")
            self.fields["met_on"].required = True

    def said(self) -> dict[str, Any]:
        """The answers in the shape of the action."""
        data = self.cleaned_data
        return {
            "verdict": Verdict(data["verdict"]),
            "note": data["note"],
            "votes": {name: data[f"votes_{name}"] or 0 for name in ("for", "against", "abstained")},
            "points": [data.get(f"point_{n}", "") for n in range(1, MOST_POINTS + 1)],
            "document_sha256": data["document_sha256"],
            "met_on": data["met_on"],
            "minutes": data["minutes"],
        }


class RemarkForm(HouseForm):
    text = forms.CharField(
        label=_("Wat wil je vragen of zeggen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        help_text=_("Iedereen die aan het dossier deelneemt, leest dit, met je naam erbij. Het blijft staan."),
    )


class ReplyForm(HouseForm):
    verdict = forms.ChoiceField(label=_("Wat doe je met dit punt?"), choices=Answer, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Wat is je antwoord?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Zeg wat er verandert, of waarom niet. Iedereen in het dossier leest dit."),
    )


class MandateForm(HouseForm):
    strength = forms.ChoiceField(label=_("Welke stem heeft dit orgaan?"), choices=Strength, widget=forms.RadioSelect)
    term_days = forms.IntegerField(
        label=_("Binnen hoeveel dagen?"),
        min_value=0,
        max_value=365,
        help_text=_("Kalenderdagen, de dag van het versturen telt niet mee."),
    )
    ground = forms.CharField(
        label=_("Op welke grond?"), max_length=300, help_text=_("Een wet, een cao of een afspraak.")
    )


class CheckForm(HouseForm):
    file = forms.FileField(
        label=_("Welk bestand wil je nakijken?"),
        help_text=_("Het dossier dat je ophaalde, een bestand dat eindigt op .json."),
    )
    receipt = forms.CharField(
        label=_("Welk zegel kreeg je per mail?"),
        required=False,
        max_length=200,
        help_text=_("Zonder zegel vinden we een bestand dat helemaal herschreven is, niet."),
    )
