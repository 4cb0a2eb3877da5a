from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.lib.draw import Quota
from draagvlak.planproject import wording
from draagvlak.ui.forms import HouseForm


class PublishDrawForm(HouseForm):
    """Per category the fewest and the most seats, and where the seed will come from."""

    source = forms.CharField(
        label=_("Uit welke waarde komt het startgetal?"),
        max_length=250,
        help_text=_(
            "Iets wat niemand van jullie kan kiezen en iedereen kan nakijken, zoals de lottogetallen van zaterdag."
        ),
    )
    on = forms.DateField(label=_("Wanneer is die waarde bekend?"))

    def __init__(self, *args: Any, quotas: Sequence[tuple[Quota, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.quotas = quotas
        for number, (quota, name) in enumerate(quotas):
            for which, value, label in (
                ("least", quota.least, _("{name}: minstens")),
                ("most", quota.most, _("{name}: hoogstens")),
            ):
                self.fields[f"{which}_{number}"] = forms.IntegerField(
                    label=label.format(name=name),
                    min_value=0,
                    max_value=200,
                    initial=value,
                    widget=forms.NumberInput(attrs={"class": "form-control"}),
                )

    def by_dimension(self) -> list[tuple[Any, list[Any]]]:
        """The fields of the quotas under the name of their dimension."""
        found: dict[str, list[Any]] = {}
        for number, (quota, _name) in enumerate(self.quotas):
            inside = found.setdefault(quota.category, [])
            inside += [self[f"least_{number}"], self[f"most_{number}"]]
        return [(wording.DIMENSIONS.get(key, key), fields) for key, fields in found.items()]

    def asked(self) -> list[Quota]:
        return [
            Quota(quota.category, quota.value, self.cleaned_data[f"least_{n}"], self.cleaned_data[f"most_{n}"])
            for n, (quota, _name) in enumerate(self.quotas)
        ]


class CarryOutDrawForm(HouseForm):
    seed = forms.CharField(
        label=_("Welke waarde is het geworden?"),
        max_length=1000,
        help_text=_(
            "Typ ze precies zoals ze bekend raakte. Iedereen die dezelfde waarde gebruikt, trekt dezelfde groep."
        ),
    )
    reason = forms.CharField(
        label=_("Er ontbreekt een stem. Waarom?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    mandate = forms.CharField(label=_("Wat mag de groep?"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    to_others = forms.CharField(
        label=_("Wat antwoord je aan wie niet geloot is?"), widget=forms.Textarea(attrs={"rows": 3})
    )
    keep_reserve = forms.BooleanField(
        label=_("Wie niet geloot is, komt op de reservelijst"), required=False, initial=True
    )
