"""Form fields drawn without a template: a field takes three of Django's, an option of a list as many, and a page has hundreds.

What comes out is what the templates of Django give, space for space except between the options of a list.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Widget = Mapping[str, Any]
"""What Django gives a template of a widget: name, type, value, attrs and, for a list, optgroups."""


def _attributes(attrs: Widget) -> SafeString:
    """In the order in which they were given; one that is True stands there without a value, one that is False does not."""
    given = [
        (name, "" if value is True else format_html('="{}"', str(value)))
        for name, value in attrs.items()
        if value is not False
    ]
    return format_html_join("", " {}{}", given)


def _input(widget: Widget) -> SafeString:
    value = "" if widget["value"] is None else format_html(' value="{}"', str(widget["value"]))
    words = (widget["type"], widget["name"], value, _attributes(widget["attrs"]))
    return format_html('<input type="{}" name="{}"{}{}>', *words)


def _option_of_many(widget: Widget) -> SafeString | None:
    return None if widget.get("wrap_label") else _input(widget)


def _textarea(widget: Widget) -> SafeString:
    words = (widget["name"], _attributes(widget["attrs"]), widget["value"] or "")
    return format_html('<textarea name="{}"{}>\n{}</textarea>', *words)


def _select(widget: Widget) -> SafeString | None:
    groups = widget["optgroups"]
    if any(name for name, _options, _index in groups):
        return None
    options = format_html_join(
        "\n",
        '<option value="{}"{}>{}</option>',
        ((str(o["value"]), _attributes(o["attrs"]), o["label"]) for _name, inside, _index in groups for o in inside),
    )
    return format_html('<select name="{}"{}>{}</select>', widget["name"], _attributes(widget["attrs"]), options)


INPUTS = ("checkbox", "date", "email", "hidden", "input", "number", "password", "text", "url")
DRAWN: dict[str, Callable[[Widget], SafeString | None]] = {
    f"django/forms/widgets/{name}.html": how
    for name, how in {
        **dict.fromkeys(INPUTS, _input),
        **dict.fromkeys(("checkbox_option", "radio_option"), _option_of_many),
        "textarea": _textarea,
        "select": _select,
    }.items()
}


class HouseRenderer(TemplatesSetting):
    """Every form and field of the house is drawn by our templates, every plain widget by the functions above."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def render(self, template_name: str, context: Mapping[str, Any], request: Any = None) -> str:  # noqa: ANN401 -- Django's
        how = DRAWN.get(template_name)
        drawn = how(context["widget"]) if how else None
        return super().render(template_name, dict(context), request) if drawn is None else drawn
