from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from draagvlak.planproject.forms.group import CallForm
from draagvlak.staff.models import FunctionGroup
from draagvlak.ui.forms import HouseForm


class CallWithSeatsForm(CallForm):
    """The call, and how many of its seats are meant for each function group."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.groups = sorted(FunctionGroup.objects.all()[:20], key=lambda group: group.name.casefold())
        for group in self.groups:
            self.fields[f"wanted_{group.pk}"] = forms.IntegerField(
                label=capfirst(group.name),
                min_value=0,
                max_value=60,
                required=False,
                widget=forms.NumberInput(attrs={"class": "form-control"}),
            )

    def seats_meant(self) -> list[Any]:
        """The fields with a number per function group."""
        return [self[f"wanted_{group.pk}"] for group in self.groups]

    def facts(self) -> dict[str, Any]:
        """The fields of Call by name."""
        own = {name: value for name, value in self.cleaned_data.items() if not name.startswith("wanted_")}
        wanted = {group.name: self.cleaned_data[f"wanted_{group.pk}"] for group in self.groups}
        return {**own, "wanted": {name: seats for name, seats in wanted.items() if seats}}


class ExtendForm(HouseForm):
    closes_on = forms.DateField(label=_("Tot en met welke dag loopt de oproep?"))


class AskCategoryForm(HouseForm):
    category = forms.ChoiceField(label=_("Wie wil je vragen?"))
    text = forms.CharField(
        label=_("Wat wil je hen zeggen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Zeg waarom net hun stem nodig is, en wat je doet om het mogelijk te maken."),
    )

    def __init__(self, *args: Any, categories: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = categories  # type: ignore[attr-defined]
