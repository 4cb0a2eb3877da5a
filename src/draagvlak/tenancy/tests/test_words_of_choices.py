"""The house says a choice as Django does, in every language."""

import pytest
from django.apps import apps
from django.db import models
from django.utils.translation import override

from draagvlak.tenancy.models import OrganisationOwned

FIELDS = [
    (model, field)
    for model in apps.get_models()
    if issubclass(model, OrganisationOwned)
    for field in model._meta.concrete_fields
    if field.choices
]


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=[f"{model.__name__}.{field.name}" for model, field in FIELDS])
def test_a_choice_is_said_as_django_says_it(model, field):
    for value in [*(value for value, _words in field.flatchoices), "something else", None]:
        row = model(**{field.attname: value})
        for language in ("nl", "fr", "en"):
            with override(language):
                assert getattr(row, f"get_{field.name}_display")() == models.Model._get_FIELD_display(row, field)
