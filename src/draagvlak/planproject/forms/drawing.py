from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from draagvlak.lib.draw import Quota
from draagvlak.planproject import wording
from draagvlak.planproject.figures import Limit
from draagvlak.planproject.forms.group import AnsweringForm
from draagvlak.planproject.models import Candidacy
from draagvlak.ui.forms import HouseForm, ManyField


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

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own signature
        limits: Sequence[Limit],
        standing: int,
        names: Mapping[str, str],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self.standing = standing
        self.limits = [(limit, capfirst(names.get(limit.category, limit.category))) for limit in limits]
        for number, (limit, name) in enumerate(self.limits):
            for which, value, label in (
                ("least", limit.least, _("{name}: minstens")),
                ("most", limit.most, _("{name}: hoogstens")),
            ):
                self.fields[f"{which}_{number}"] = forms.IntegerField(
                    label=label.format(name=name),
                    min_value=0,
                    max_value=200,
                    initial=value,
                    widget=forms.NumberInput(attrs={"class": "form-control"}),
                )

    def by_dimension(self) -> list[tuple[Any, list[Any]]]:
        """Under the name of each dimension: the limit, its name, what is known of it in words, and its two fields."""
        found: dict[str, list[Any]] = {}
        for number, (limit, name) in enumerate(self.limits):
            row = (
                limit,
                name,
                wording.limit_said(limit.people, limit.standing),
                self[f"least_{number}"],
                self[f"most_{number}"],
            )
            found.setdefault(limit.dimension, []).append(row)
        return [(wording.DIMENSIONS.get(key, key), rows) for key, rows in found.items()]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for number in range(len(self.limits)):
            least, most = data.get(f"least_{number}"), data.get(f"most_{number}")
            if least is not None and most is not None and least > most:
                self.add_error(f"most_{number}", _("Bij “hoogstens” staat minder dan bij “minstens”."))
        return data

    def asked(self) -> list[Quota]:
        return [
            Quota(limit.dimension, limit.category, self.cleaned_data[f"least_{n}"], self.cleaned_data[f"most_{n}"])
            for n, (limit, _name) in enumerate(self.limits)
        ]


class WithdrawDrawForm(HouseForm):
    reason = forms.CharField(
        label=_("Waarom trek je de kansen in?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Elke kandidaat leest deze reden bij de oproep."),
    )


class CarryOutDrawForm(AnsweringForm):
    seed = forms.CharField(
        label=_("Welke waarde is het geworden?"),
        max_length=1000,
        help_text=_(
            "Typ ze precies zoals ze bekend raakte. Iedereen die dezelfde waarde gebruikt, trekt dezelfde groep."
        ),
    )
    reason = forms.CharField(
        label=_("Als er na de loting een stem ontbreekt: waarom?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    mandate = forms.CharField(label=_("Wat mag de groep?"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    to_others = forms.CharField(
        label=_("Wat antwoord je aan wie niet geloot is?"), widget=forms.Textarea(attrs={"rows": 3})
    )
    reserve: Any = ManyField(
        label=_("Wie komt op de reservelijst als het lot niet op hem valt?"),
        queryset=Candidacy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, candidacies: Any, where: Mapping[int, str], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        field: Any = self.fields["reserve"]
        field.queryset = candidacies
        field.label_from_instance = lambda one: (
            f"{one.member}, {where.get(one.member_id) or _('werkt hier vandaag niet')}"
        )
