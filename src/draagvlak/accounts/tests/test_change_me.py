import pytest
from django.urls import reverse

from draagvlak.lib.rights import may

PAGE = "/aanmelden/mijn/"


@pytest.fixture
def amina(new_account):
    return new_account("Amina")


def test_the_page_knows_what_stands_there(amina, signed_in):
    form = signed_in(amina).get(PAGE).context["form"]
    assert form.initial == {"name": "Amina", "language": "nl", "theme": "auto"}


def test_name_language_and_colours_change_together(amina, signed_in):
    client = signed_in(amina)
    answer = client.post(PAGE, {"name": "Amina E.", "language": "fr", "theme": "dark", "once": "a"})
    assert answer.headers["Location"] == reverse("accounts:me")
    amina.refresh_from_db()
    assert (amina.name, amina.language, amina.theme) == ("Amina E.", "fr", "dark")
    page = client.get(PAGE)
    assert page.headers["Content-Language"] == "fr"
    assert 'data-theme="dark"' in page.content.decode()


def test_an_unknown_language_is_refused(amina, signed_in):
    answer = signed_in(amina).post(PAGE, {"name": "Amina", "language": "de", "theme": "auto", "once": "a"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["language"]


def test_the_address_cannot_be_changed_here(amina, signed_in):
    facts = {"name": "Amina", "language": "nl", "theme": "auto", "email": "ander@example.org", "once": "a"}
    signed_in(amina).post(PAGE, facts)
    amina.refresh_from_db()
    assert amina.email == "amina@example.org"


def test_nobody_changes_somebody_elses(amina, new_account):
    bram = new_account("Bram")
    assert may(amina, "accounts.change_me", amina)
    assert not may(bram, "accounts.change_me", amina)
