"""Django's own `translate`, `blocktranslate` and `url`, which remember what cannot change between two pages.

A page holds hundreds of fixed words and dozens of addresses; Django looks each up again for every page. What comes out is what
Django gives: a test holds every one of them to it.
"""

from functools import lru_cache
from typing import Any

from django import template
from django.template import engines
from django.template.base import FilterExpression, Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as read_url
from django.templatetags.i18n import BlockTranslateNode, TranslateNode, do_block_translate, do_translate
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


class Word(template.Node):
    """A fixed word: what Django made of it the first time, for each language."""

    def __init__(self, asked: TranslateNode) -> None:
        self.asked = asked
        self.known: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        if language not in self.known:
            self.known[language] = self.asked.render(context)
        return self.known[language]


def _is_fixed(node: TranslateNode) -> bool:
    said: FilterExpression = node.filter_expression
    return node.asvar is None and node.message_context is None and not said.filters and said.var.literal is not None


@register.tag
def translate(parser: Parser, token: Token) -> template.Node:
    """`{% translate %}`; one with a variable, a filter, a context or a name for its outcome stays Django's."""
    node = do_translate(parser, token)
    return Word(node) if _is_fixed(node) else node


class Sentence(BlockTranslateNode):
    """A sentence with places for values: its text is put together once."""

    def __init__(self, *facts: Any) -> None:  # noqa: ANN401 -- Django's own arguments
        super().__init__(*facts)
        self.known = {id(tokens): super(Sentence, self).render_token_list(tokens) for tokens in self._texts()}

    def _texts(self) -> list[list[Token]]:
        return [self.singular, self.plural] if self.plural else [self.singular]

    def render_token_list(self, tokens: list[Token]) -> tuple[str, list[str]]:
        """The caller adds to the list of names that it gets, so it gets one of its own."""
        text, names = self.known[id(tokens)]
        return text, list(names)


@register.tag
def blocktranslate(parser: Parser, token: Token) -> template.Node:
    said = do_block_translate(parser, token)
    words = (said.extra_context, said.singular, said.plural, said.countervar, said.counter)
    return Sentence(*words, said.message_context, said.trimmed, said.asvar, said.tag_name)  # type: ignore[attr-defined]


@lru_cache(maxsize=8192, typed=True)
def _found(name: str, _urls: str | None, _prefix: str, *facts: Any) -> str:  # noqa: ANN401 -- as a door asks them
    return reverse(name, args=facts)


def address(name: str, *facts: Any) -> str:  # noqa: ANN401 -- as a door asks them
    """Where a door is, by its name and its facts in order: once found, it is the same for everybody."""
    return _found(name, get_urlconf(), get_script_prefix(), *facts)


class Address(URLNode):
    """`{% url %}` with facts in order."""

    def render(self, context: Context) -> str:
        found = address(self.view_name.resolve(context), *(fact.resolve(context) for fact in self.args))
        return conditional_escape(found) if context.autoescape else found


@register.tag
def url(parser: Parser, token: Token) -> template.Node:
    """`{% url %}`; one with facts by name or a name for its outcome stays Django's."""
    node = read_url(parser, token)
    return node if node.kwargs or node.asvar else Address(node.view_name, node.args, node.kwargs, node.asvar)


@register.simple_tag(takes_context=True)
def drawn(context: Context, name: str, **more: Any) -> SafeString:  # noqa: ANN401 -- as an include takes them
    """A fragment for Jinja, with all that this page knows: `{% drawn "staff/_people.jinja" %}` (record 24)."""
    fragments: Any = engines["jinja2"]
    known: dict[str, Any] = {**context.flatten(), **more}  # type: ignore[dict-item]
    return SafeString(fragments.env.get_template(name).render(known))  # it escapes by itself
