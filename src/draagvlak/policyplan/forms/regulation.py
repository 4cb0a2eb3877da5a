from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.lib import clock
from draagvlak.lib.example_articles import Example
from draagvlak.policyplan import queries, wording
from draagvlak.policyplan.forms.plan import effect_field
from draagvlak.policyplan.rules import RULE_UNITS, is_value_of
from draagvlak.policyplan.states import Chapter, Confidence, RuleKey
from draagvlak.ui.forms import HouseForm, ManyField, NamedField, RichText, Roll, VersionedForm
from draagvlak.ui.wording import EMPTY_OPTION

# How people write yes and no, in the three languages.
SAYS_YES = {"ja", "oui", "yes", "1"}
SAYS_NO = {"nee", "neen", "non", "no", "0"}


class StartRegulationForm(HouseForm):
    title = forms.CharField(label=_("Hoe heet het reglement?"), max_length=150)
    start = forms.ChoiceField(
        label=_("Waarmee wil je beginnen?"),
        choices=[
            ("small", _("Met voorbeelden voor een kleine organisatie")),
            ("large", _("Met voorbeelden voor een grote organisatie")),
            ("empty", _("Met een leeg blad")),
        ],
        help_text=_("De voorbeelden zijn een begin, geen advies. Je past ze daarna aan."),
        widget=forms.RadioSelect,
    )
    is_work_rule = forms.BooleanField(
        label=_("Dit reglement hoort bij ons arbeidsreglement"),
        required=False,
        help_text=_(
            "Dan beslist de ondernemingsraad mee over elke wijziging. Zonder raad hangt het 15 dagen uit met een register voor opmerkingen (wet van 8 april 1965, na te kijken)."
        ),
    )


class ExamplesForm(HouseForm):
    taken = forms.MultipleChoiceField(
        label=_("Welke artikels neem je over?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, examples: Sequence[Example], language: str, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        choices = [(one.key, f"{Chapter(one.chapter).label}: {one.title.said(language)}") for one in examples]
        self.fields["taken"].choices = choices  # type: ignore[attr-defined]  # a choice field


class ArticleForm(VersionedForm):
    chapter = forms.ChoiceField(label=_("In welk hoofdstuk?"), choices=Chapter)
    title = forms.CharField(
        label=_("Wat is de kop?"), max_length=150, help_text=_("Enkele woorden die een collega begrijpt.")
    )
    body = forms.CharField(
        label=_("Wat staat er?"),
        widget=RichText(attrs={"rows": 8}),
        max_length=50_000,
        help_text=_("Eén recht of plicht per artikel. Korte zinnen."),
    )
    holds_for = forms.MultipleChoiceField(
        label=_("Voor wie geldt het?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Duid niets aan als het voor iedereen geldt."),
    )
    rule = forms.ChoiceField(
        label=_("Legt het een termijn of een keuze vast?"),
        choices=[("", EMPTY_OPTION), *RuleKey.choices],
        required=False,
        help_text=_("Zo kan het programma deze waarde later zelf gebruiken."),
    )
    value = forms.CharField(
        label=_("Welke waarde?"), max_length=20, required=False, help_text=_("Een getal, of ja of nee.")
    )
    items: Any = ManyField(
        label=_("Op wat uit het kader steunt het?"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    source = forms.CharField(
        label=_("Welke wet of afspraak zegt dit?"),
        max_length=300,
        required=False,
        help_text=_("Laat leeg als jullie het zelf beslissen."),
    )
    confidence = forms.ChoiceField(
        label=_("Hoe zeker is dat?"), choices=Confidence, initial=Confidence.OWN, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["holds_for"].choices = queries.groups_for_articles(on=clock.today())
        fields["items"].queryset = queries.framework()

    def clean(self) -> dict[str, Any]:
        """The value stands in the unit of its rule: whole days, hours, euro, or yes and no as 1 and 0."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        rule, typed = data.get("rule", ""), data.get("value", "").strip()
        if rule and not typed:
            self.add_error("value", str(wording.RULE_WITHOUT_VALUE))
        elif typed and not rule:
            self.add_error("rule", str(wording.VALUE_WITHOUT_RULE))
        elif rule:
            self._clean_number(rule, typed)
        else:
            data["value"] = None
        return data

    def _clean_number(self, rule: str, typed: str) -> None:
        unit = RULE_UNITS[rule]
        value = _number(typed, unit)
        if value is None or not is_value_of(unit, value) or value >= Decimal(10) ** 8:
            self.add_error("value", str(wording.VALUE_WRONG).format(unit=wording.RULE_ASKS[unit]))
        else:
            self.cleaned_data["value"] = value

    def facts(self) -> dict[str, Any]:
        """The fields of Article by name."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in {"version", "holds_for", "items"}
        }

    def groups(self) -> list[dict[str, Any]]:
        """For whom it holds, as rows of ArticleFor."""
        found: list[dict[str, Any]] = []
        for kind, key in (one.split(":") for one in self.cleaned_data["holds_for"]):
            found.append({"statute": key} if kind == "statute" else {"function_group_id": int(key)})
        return found


def _number(typed: str, unit: str) -> Decimal | None:
    word = typed.casefold().replace("€", "").strip()
    if unit == "yes":
        return Decimal(1) if word in SAYS_YES else Decimal(0) if word in SAYS_NO else None
    try:
        value = Decimal(word.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None
    return value.quantize(Decimal("0.01")) if value.is_finite() and abs(value) < Decimal(10) ** 8 else None


class MoveArticleForm(HouseForm):
    after = forms.TypedChoiceField(label=_("Waar komt het?"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, places: Sequence[tuple[int, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = places  # type: ignore[attr-defined]  # a choice field


class NewRegulationForm(HouseForm):
    why = forms.CharField(
        label=_("Waarom een nieuwe versie?"), max_length=300, help_text=_("Eén zin. Ze staat bij de versie.")
    )
    effect = effect_field()


class SubmitRegulationForm(HouseForm):
    starts_on = forms.DateField(
        label=_("Vanaf welke dag geldt het?"),
        required=False,
        help_text=_("Laat leeg: dan geldt het vanaf de dag van de goedkeuring. Tot dan geldt de vorige versie."),
    )


class ConfirmReadingForm(HouseForm):
    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    has_read = forms.BooleanField(label=_("Ik las deze versie"))


class NoteReadingForm(HouseForm):
    member = NamedField(label=_("Wie las het op papier?"))
    read_on = forms.DateField(label=_("Wanneer?"))
    has_paper = forms.BooleanField(label=_("Ik heb het blad met de handtekening"))

    def __init__(self, *args: Any, roll: Roll, today: date, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["member"].roll = roll  # type: ignore[attr-defined]
        self.fields["read_on"].initial = today
