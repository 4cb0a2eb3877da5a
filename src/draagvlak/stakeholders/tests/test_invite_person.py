"""Whoever is invited by name and address is written to in his own language, where the staff list says which."""

import pytest
from django.urls import reverse

from draagvlak.accounts.models import Account


@pytest.mark.parametrize(("on_the_list", "written_in"), [("en", "en"), ("", "nl"), (None, "nl")])
def test_the_staff_list_says_in_which_language_somebody_is_invited(
    set_up, koen, employ, signed_in, today, on_the_list, written_in
):
    if on_the_list is not None:
        employ("Ann", email="ann@example.org", language=on_the_list)
    sent = {
        "name": "Ann",
        "email": "Ann@example.org",
        "kind": "hr_officer",
        "starts_on": today.isoformat(),
        "once": "a",
    }
    address = reverse("stakeholders:assign_role", kwargs={"organisation": set_up.slug})
    assert signed_in(koen).post(address, sent).status_code == 302
    assert Account.objects.get(email="ann@example.org").language == written_in
