from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.policyplan.states import BudgetCategory, LineKind, LineVerdict, Stand
from draagvlak.ui.forms import AmountField, HouseForm, RichText, VersionedForm
from draagvlak.ui.wording import EMPTY_OPTION


class CodecisionForm(VersionedForm):
    """Who decides on what, until when, and who sees what others say."""

    title = forms.CharField(label=_("Waarover beslissen jullie?"), max_length=150)
    question = forms.CharField(
        label=_("Wat vraag je?"),
        help_text=_("Twee of drie zinnen. Ze staan boven het voorstel en in het bericht."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    asked = forms.MultipleChoiceField(
        label=_("Wie beslist mee?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wie daar zetelt op de dag dat je opent, wordt gevraagd."),
    )
    ends_on = forms.DateField(label=_("Tot en met welke dag?"))
    sight = forms.ChoiceField(
        label=_("Wanneer zien ze wat anderen zeggen?"),
        choices=[
            ("now", _("Meteen, met naam: zo kunnen ze op elkaar reageren")),
            ("later", _("Pas na de laatste dag, met naam: dan ziet ook wie de ronde opent vooraf niets")),
        ],
        help_text=_("Dit ligt vast zodra je opent. Iedereen leest het voor hij antwoordt."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, groups: Sequence[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.fields["asked"].choices = groups  # type: ignore[attr-defined]  # a choice field

    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        kept = {name: data[name].strip() for name in ("title", "question")}
        return {**kept, "ends_on": data["ends_on"], "is_open": data["sight"] == "now"}

    def groups(self) -> list[dict[str, Any]]:
        """Whom to ask, as body_id or role."""
        pairs = [one.split(":") for one in self.cleaned_data["asked"]]
        return [{kind: int(key) if kind == "body_id" else key} for kind, key in pairs]


class ArticleLineForm(HouseForm):
    article = forms.TypedChoiceField(label=_("Welk artikel uit het ontwerp?"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, articles: Sequence[Any], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        choices = [(one.key, f"{one.number}. {one.title}") for one in articles]
        self.fields["article"].choices = choices  # type: ignore[attr-defined]  # a choice field


class BudgetLineForm(VersionedForm):
    category = forms.ChoiceField(label=_("Welke soort kost?"), choices=[("", EMPTY_OPTION), *BudgetCategory.choices])
    title = forms.CharField(label=_("Waarvoor?"), max_length=200)
    amount = AmountField(label=_("Hoeveel euro?"), max_digits=12, min_value=0)


class ProcedureLineForm(VersionedForm):
    title = forms.CharField(label=_("Hoe noem je de afspraak?"), max_length=200)
    new_text = forms.CharField(label=_("Wat stel je voor?"), widget=RichText(attrs={"rows": 6}), max_length=20_000)


class VoiceOnLineForm(VersionedForm):
    stand = forms.ChoiceField(label=_("Wat vind je?"), choices=Stand, widget=forms.RadioSelect)
    because = forms.CharField(
        label=_("Wat moet er veranderen, of waarom niet?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nodig als je niet akkoord bent, of alleen na een wijziging."),
    )
    remark = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CloseCodecisionForm(HouseForm):
    reason = forms.CharField(label=_("Waarom sluit je nu?"), max_length=300)


class MoreTimeToDecideForm(VersionedForm):
    ends_on = forms.DateField(label=_("Tot en met welke dag?"))
    reason = forms.CharField(
        label=_("Waarom is er meer tijd nodig?"),
        max_length=300,
        help_text=_("Wie gevraagd is, leest dit in het bericht."),
    )


class ConcludeLineForm(VersionedForm):
    """What a line becomes; a text is asked of an article and a procedure, an amount of a budget line."""

    verdict = forms.ChoiceField(label=_("Wat wordt het?"), choices=LineVerdict, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Wat wordt de nieuwe tekst?"),
        required=False,
        widget=RichText(attrs={"rows": 6}),
        max_length=50_000,
        help_text=_("Alleen als ze wijzigt."),
    )
    amount = AmountField(
        label=_("Welk bedrag wordt het, in euro?"),
        required=False,
        max_digits=12,
        min_value=0,
        help_text=_("Alleen als het wijzigt."),
    )
    because = forms.CharField(
        label=_("Waarom?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wie gevraagd is, leest dit."),
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        del self.fields["text" if kind == LineKind.BUDGET else "amount"]

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class ConcludeCodecisionForm(HouseForm):
    conclusion = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
