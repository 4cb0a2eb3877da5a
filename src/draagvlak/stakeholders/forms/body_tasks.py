from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.stakeholders.models import Seat
from draagvlak.ui.forms import VersionedForm


class SeatChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # the stubs want what Django's class does not take
    """Who of the body, by name."""

    def label_from_instance(self, obj: Any) -> str:  # noqa: ANN401 -- Django's own signature
        return str(obj.person)


class BodyTaskForm(VersionedForm):
    what = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=250)
    seat: Any = SeatChoice(
        label=_("Wie van jullie doet het?"),
        queryset=Seat.objects.none(),
        required=False,
        help_text=_("Wie je kiest, krijgt een mail zonder de taak zelf."),
    )
    due_on = forms.DateField(label=_("Tegen wanneer?"), required=False)

    def __init__(self, *args: Any, seats: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["seat"].queryset = seats


class FinishBodyTaskForm(VersionedForm):
    note = forms.CharField(
        label=_("Wat kwam ervan?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
