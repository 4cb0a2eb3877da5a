"""Form fields as the house shows them: the label is a question, help under it, then the field."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any, Protocol

from django import forms
from django.utils.formats import get_format, localize

from draagvlak.lib.keys import LONGEST_KEY
from draagvlak.lib.refusals import Refused
from draagvlak.lib.text import clean_html
from draagvlak.ui import wording
from draagvlak.ui.said import day_said

# Embeddings, overrides and isolates of Unicode's bidirectional algorithm; right-to-left words themselves need none of them.
TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))

# A comma that can only part decimals: in English three digits behind one are thousands, except behind a nought.
DECIMAL_COMMA = re.compile(r"-?(0,\d+|\d+,(\d{1,2}|\d{4,}))")
# The same sign twice can only part thousands.
MILLIONS = re.compile(r"\d{1,3}([.,])\d{3}(\1\d{3})+")


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class HouseForm(forms.Form):
    """A form with our look: `form-control` on text fields, dates as dates, a hidden version where one is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.DateField) and type(field.widget) is forms.DateInput:
                field.widget = DateInput()
            if isinstance(field, forms.ModelChoiceField) and field.empty_label is not None:
                field.empty_label = wording.EMPTY_OPTION
            widget = field.widget
            if not isinstance(
                widget, forms.CheckboxInput | forms.CheckboxSelectMultiple | forms.RadioSelect | forms.HiddenInput
            ):
                widget.attrs["class"] = f"form-control {widget.attrs.get('class', '')}".strip()
            if isinstance(widget, forms.Textarea):
                widget.attrs.setdefault("rows", 4)

    def add_error(self, field: str | None, error: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """A share or an amount in what is wrong is written as people do: minstens 0,01."""
        for one in getattr(error, "error_list", ()):
            given = one.params or {}
            one.params = {name: localize(v) if _is_number(v) else v for name, v in given.items()}
        super().add_error(field, error)

    def _clean_fields(self) -> None:
        """What turns the direction of a line around is left out: it could make a name read as somebody else's."""
        super()._clean_fields()  # type: ignore[misc]  # the stubs do not know it
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = value.translate(TURNS)


def _is_number(value: object) -> bool:
    """Whether it can be written with a decimal sign; what somebody typed may also read as NaN or Infinity, which cannot."""
    return isinstance(value, float | Decimal) and isfinite(value)


class VersionedForm(HouseForm):
    """For a record that two people can edit: it carries the version this person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def clean_version(self) -> int:
        """0 where nothing was kept yet, and for who leaves it out: no row has that version."""
        return self.cleaned_data["version"] or 0


class RichText(forms.Textarea):
    """A text with headings, lists and links. Without JavaScript it is a plain field: blank lines part paragraphs."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"data-rich": "", "rows": 14, **(attrs or {})})


class ManyField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """Some of the rows one may choose from. What is larger than any key is no choice; SQLite would not even look for it."""

    def _check_values(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        for key in value:
            written = str(key)
            if len(written) > LONGEST_KEY:
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": written[:LONGEST_KEY]},
                )
        return super()._check_values(value)  # type: ignore[misc]  # the stubs do not know it


class NumberField(forms.DecimalField):
    """A number as people write it here, whatever the language of the page: 1,5 and 1.5 are both one and a half."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        if isinstance(value, str) and DECIMAL_COMMA.fullmatch(value.strip()):
            value = value.replace(",", ".")
        return super().to_python(value)


class AmountField(NumberField):
    """An amount in euro, more than nothing, however people part the thousands: 1.234,56 or € 1 234,56."""

    def __init__(self, **words: Any) -> None:  # noqa: ANN401 -- label, help and limits
        super().__init__(**{"min_value": 0.01, "max_digits": 10, "decimal_places": 2, "localize": True, **words})

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        if isinstance(value, str):
            value = "".join(value.replace("€", "").split())
            if "." in value and "," in value:
                thousands, decimals = (".", ",") if value.rfind(",") > value.rfind(".") else (",", ".")
                value = value.replace(thousands, "").replace(decimals, get_format("DECIMAL_SEPARATOR"))
            elif MILLIONS.fullmatch(value):
                value = value.replace(".", "").replace(",", "")
        return super().to_python(value)


class Proposals(Protocol):
    """What the browser may propose while one types."""

    def labels(self) -> Iterable[str]: ...


class Roll(Proposals, Protocol):
    """Whom or what can be named in a text field, each with a label of its own."""

    def label_of(self, thing: Any, /) -> str: ...  # noqa: ANN401 -- this floor does not know them

    def called(self, typed: str, /) -> Any: ...  # noqa: ANN401 -- raises Refused with the sentence


class ProposingInput(forms.TextInput):
    """A text field for which the browser proposes labels while one types; without proposals one types it out."""

    template_name = "ui/forms/proposing.html"
    roll: Proposals | None = None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401 -- Django's own
        context: dict[str, Any] = super().get_context(name, value, attrs)
        given = context["widget"]["attrs"]
        given |= {"list": f"{given.get('id', name)}_names", "autocomplete": "off"}
        return {**context, "list": given["list"], "labels": self.roll.labels() if self.roll else ()}


class NamedField(forms.CharField):
    """Somebody of a long list, by name: the browser filters, the roll says on the server who is meant.

    The form gives it its roll. Gives what the roll found, or None when it may stay empty.
    """

    widget: Any = ProposingInput

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(**{"max_length": 200, "help_text": wording.TYPE_A_NAME, **kwargs})

    @property
    def roll(self) -> Roll:
        found: Roll = self.widget.roll
        return found

    @roll.setter
    def roll(self, roll: Roll) -> None:
        self.widget.roll = roll

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- what was typed, or who stands there
        return value if value is None or isinstance(value, str) else self.roll.label_of(value)

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- whatever the roll holds
        typed = super().clean(value).translate(TURNS)
        if not typed:
            return None
        try:
            return self.roll.called(typed)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused


def said(form: forms.Form, name: str, value: Any) -> str:  # noqa: ANN401 -- whatever the field holds
    """The value of a field as people read it: the words of a choice, a day in full, nothing as a dash."""
    field = form.fields[name]
    if isinstance(field, forms.BooleanField):
        return str(wording.YES if value else wording.NO)
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        many = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
        keys = {str(field.prepare_value(one)) for one in ((value or ()) if many else (value,))}
        value = ", ".join(str(words) for key, words in _choices(field) if str(key) in keys and str(key))
    if isinstance(field.widget, RichText):
        value = clean_html(value or "")
    if isinstance(value, date):
        return day_said(value)
    return "–" if value in (None, "") else str(localize(value)).strip()


def _choices(field: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 -- a field with choices
    for key, words in field.choices:
        yield from words if isinstance(words, (list, tuple)) else ((key, words),)
