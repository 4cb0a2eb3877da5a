"""A form that was sent is remembered for a week, so that it is carried out once; then who sent it is forgotten."""

from datetime import timedelta

import pytest

from draagvlak.lib import clock
from draagvlak.ui.actions import forget_sent_forms
from draagvlak.ui.models import SentForm


@pytest.mark.django_db
def test_after_a_week_it_is_forgotten_that_somebody_sent_a_form():
    for key, days in (("old", 8), ("new", 6)):
        SentForm.objects.create(key=key, account=1)
        SentForm.objects.filter(key=key).update(at=clock.now() - timedelta(days=days))
    assert forget_sent_forms(at=clock.now()) == 1
    assert list(SentForm.objects.values_list("key", flat=True)) == ["new"]
