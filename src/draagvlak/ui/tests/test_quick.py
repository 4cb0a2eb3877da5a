"""What the house draws quickly is what Django draws; a fragment for Jinja keeps the same promises."""

from datetime import date

import pytest
from django.template import Context, engines
from django.urls import NoReverseMatch
from django.utils.translation import override
from jinja2 import UndefinedError

from draagvlak.ui.fragments import environment
from draagvlak.ui.templatetags.house import day

HOSTILE = "<b>&'\""
WORDS = (
    '{% translate "Naam" %}',
    "{% translate 'Naam' %} {% translate \"Naam\" %}",
    '{% translate "Naam" as name %}[{{ name }}]',
    '{% translate "Naam" noop %}',
    '{% translate "100 %" %}',
    '{% translate "Naam & <b>" %}',
    "{% translate said %}",
    '{% translate "Naam"|upper %}',
    "{% blocktranslate trimmed with name=said %}Zet iemand in {{ name }}{% endblocktranslate %}",
    "{% blocktranslate trimmed count number=two %}{{ number }} zetel{% plural %}{{ number }} zetels{% endblocktranslate %}",
    "{% blocktranslate trimmed count n=one with x=said %}{{ n }} {{ x }}{% plural %}{{ x }} {{ n }}{% endblocktranslate %}",
    "{% for n in twice %}{% blocktranslate count number=n %}{{ number }} zetel{% plural %}.{% endblocktranslate %};{% endfor %}",
    "{% blocktranslate asvar kept %}Naam {{ said }}{% endblocktranslate %}({{ kept }})",
    "{% url 'desk:tasks' slug %}",
    "{% url 'desk:tasks' organisation=slug %}",
    "{% url 'desk:tasks' slug as here %}{{ here }}",
    "{% url 'desk:nowhere' slug as here %}[{{ here }}]",
    "{% url name slug %}?a=1&b",
    "{% autoescape off %}{% url 'desk:tasks' slug %}{% translate 'Naam & <b>' %}{% endautoescape %}",
)
VALUES = {"said": HOSTILE, "one": 1, "two": 2, "twice": [2, 1, 2], "slug": "lindehof", "name": "desk:tasks"}


def drawn(text):
    return engines["django"].from_string(text).template.render(Context(dict(VALUES)))


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_words_and_addresses_are_those_that_django_draws(text, language):
    with override(language):
        djangos = drawn("{% load i18n %}" + text) if "{% url" not in text else drawn_by_django(text)
        assert [drawn(text), drawn(text)] == [djangos, djangos]


def drawn_by_django(text):
    """With Django's own `url`: an engine without ours."""
    from django.template import Engine

    libraries = ["django.templatetags.i18n"]
    return Engine(builtins=libraries, string_if_invalid="").from_string(text).render(Context(dict(VALUES)))


def test_one_template_speaks_the_language_of_each_reader():
    found = engines["django"].from_string('{% translate "Naam" %}')
    said = []
    for language in ("nl", "fr", "en", "nl"):
        with override(language):
            said.append(found.render({}))
    assert said == ["Naam", "Nom", "Name", "Naam"]


def test_an_address_that_does_not_exist_is_an_error_each_time():
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            drawn("{% url 'desk:nowhere' slug %}")


def fragment(text, **values):
    return environment(autoescape=True).from_string(text).render(values)


def test_a_fragment_escapes_what_people_wrote():
    assert fragment("<i>{{ said }}</i>", said=HOSTILE) == "<i>&lt;b&gt;&amp;&#39;&#34;</i>"


def test_a_fragment_refuses_a_name_that_it_was_not_given():
    with pytest.raises(UndefinedError, match="unheard_of"):
        fragment("{{ unheard_of }}")


def test_a_fragment_speaks_the_language_of_each_reader():
    made, said = environment(autoescape=True).from_string('{{ _("Naam") }} {{ on|day }}'), []
    for language in ("nl", "fr", "en", "nl"):
        with override(language):
            said.append(made.render(on=date(2027, 3, 9)))
    assert said == ["Naam 9 maart 2027", "Nom 9 mars 2027", "Name 9 March 2027", "Naam 9 maart 2027"]


def test_a_day_is_said_in_the_language_of_each_reader():
    said = []
    for language in ("nl", "en", "nl"):
        with override(language):
            said.append(day(date(2027, 3, 9)))
    assert said == ["9 maart 2027", "9 March 2027", "9 maart 2027"]
