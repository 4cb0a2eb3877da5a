"""Fields drawn by the house are those that the templates of Django draw."""

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from draagvlak.ui.drawing import DRAWN, HouseRenderer
from draagvlak.ui.forms import DateInput, RichText

HOSTILE = "\"><script>alert(1)</script>&\n'é{{ x }}"
KINDS = [("", "–"), ("a", "Eén"), ("b", HOSTILE)]


class AllKinds(forms.Form):
    text = forms.CharField(max_length=20, required=False)
    long = forms.CharField(widget=forms.Textarea(attrs={"rows": 2, "data-x": HOSTILE, "hidden": True, "lang": False}))
    rich = forms.CharField(widget=RichText)
    number = forms.DecimalField(min_value=1, max_value=9, decimal_places=2)
    mail = forms.EmailField()
    day = forms.DateField(widget=DateInput)
    yes = forms.BooleanField()
    no = forms.BooleanField(required=False)
    secret = forms.CharField(widget=forms.HiddenInput)
    word = forms.CharField(widget=forms.PasswordInput)
    one = forms.ChoiceField(choices=KINDS)
    several = forms.MultipleChoiceField(choices=KINDS, widget=forms.SelectMultiple)
    grouped = forms.ChoiceField(choices=[("Zorg", KINDS), ("los", "Los")])
    radio = forms.ChoiceField(choices=KINDS, widget=forms.RadioSelect)
    ticks = forms.MultipleChoiceField(choices=KINDS, widget=forms.CheckboxSelectMultiple)
    file = forms.FileField()


FILLED = {
    **dict.fromkeys(("text", "long", "rich", "mail", "secret", "word"), HOSTILE),
    "number": "1.5",
    "day": "2026-05-01",
    "yes": "on",
    "one": "b",
    "grouped": "a",
    "radio": "b",
    "several": ["a", "b"],
    "ticks": ["b"],
}


def drawn(renderer, data, name):
    field = AllKinds(data, renderer=renderer)[name]
    parts = [str(field), *(choice.tag() for choice in field.subwidgets)]
    return [" ".join(part.replace(">", "> ").replace("<", " <").split()) for part in parts]


@pytest.mark.parametrize("data", [None, {}, FILLED], ids=["new", "empty", "hostile"])
@pytest.mark.parametrize("name", AllKinds.base_fields)
def test_a_field_is_what_the_templates_make_of_it(name, data):
    assert drawn(HouseRenderer(), data, name) == drawn(TemplatesSetting(), data, name)


def test_the_plain_fields_pass_no_template():
    names = {AllKinds()[name].field.widget.template_name for name in AllKinds.base_fields}
    left = {"checkbox_select", "radio", "clearable_file_input"}
    assert names - set(DRAWN) == {f"django/forms/widgets/{name}.html" for name in left}
