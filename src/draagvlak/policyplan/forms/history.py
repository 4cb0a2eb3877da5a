from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from draagvlak.policyplan.models import Version
from draagvlak.ui.forms import HouseForm, VersionedForm
from draagvlak.ui.templatetags.house import day


class RestoreForm(VersionedForm):
    """Nothing to fill in: it carries the revision that this person saw."""


class ReadForm(HouseForm):
    """Carries what the page showed, part by part: what changed after that stays unread."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20000, required=False)

    @staticmethod
    def written(stands: Mapping[str, int]) -> str:
        return " ".join(f"{part}:{number}" for part, number in stands.items())

    def clean_seen(self) -> dict[str, int]:
        """Part → revision; what is not written like that is left out."""
        pairs = [word.rpartition(":") for word in self.cleaned_data["seen"].split()]
        return {part: int(number) for part, _colon, number in pairs if part and number.isdecimal()}


class CompareForm(HouseForm):
    """Two versions, whichever."""

    older = forms.TypedChoiceField(label=_("Welke versie leg je ernaast?"), coerce=int)
    newer = forms.TypedChoiceField(label=_("Met welke versie vergelijk je?"), coerce=int)

    def __init__(self, *args: Any, versions: Sequence[Version], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        word = _("Versie {number}, {state}, {day}")
        choices = [
            (one.number, word.format(number=one.number, state=one.state_said, day=day(one.made_at))) for one in versions
        ]
        for name in ("older", "newer"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
        if versions:
            self.fields["newer"].initial = versions[-1].number
            self.fields["older"].initial = versions[max(len(versions) - 2, 0)].number

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("older") is not None and found.get("older") == found.get("newer"):
            self.add_error("newer", _("Kies twee verschillende versies."))
        return found
