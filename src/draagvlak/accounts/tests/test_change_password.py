import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scopes_disabled

from draagvlak.accounts import wording
from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record
from draagvlak.notices.models import Message

PAGE = "/aanmelden/wachtwoord/"
NEW = "rode-fiets-op-zolder"


@pytest.fixture
def amina(new_account):
    return new_account("Amina")


def change(client, old="geheim-genoeg", first=NEW, second=NEW):
    return client.post(PAGE, {"oldpassword": old, "password1": first, "password2": second})


def test_the_password_changes_and_this_device_stays_signed_in(amina, signed_in):
    client = signed_in(amina)
    assert change(client).headers["Location"] == reverse("accounts:me")
    assert client.get(reverse("accounts:me")).status_code == 200
    amina.refresh_from_db()
    assert amina.check_password(NEW)


def test_other_devices_are_signed_out(amina, signed_in):
    here, there = signed_in(amina), signed_in(amina)
    change(here)
    assert there.get(reverse("accounts:me")).status_code == 302


def test_it_stands_in_the_journal_and_in_a_mail(amina, signed_in):
    change(signed_in(amina))
    with scopes_disabled():
        assert Record.objects.get().act == "accounts.change_password"
    assert Message.objects.get().subject == "Je wachtwoord is veranderd"


def test_the_mail_is_in_the_language_of_the_person_and_holds_no_password(amina, signed_in):
    change(signed_in(amina))
    body = Message.objects.get().body
    assert body.startswith("Dag Amina\n")
    assert NEW not in body


def test_a_wrong_old_password_is_refused(amina, signed_in):
    answer = change(signed_in(amina), old="fout")
    assert answer.context["form"].errors == {"oldpassword": [str(wording.WRONG_PASSWORD)]}


def test_an_open_session_is_no_way_to_guess_the_password(amina, signed_in):
    client = signed_in(amina)
    for _time in range(5):
        change(client, old="fout")
    answer = change(client)
    assert "Te vaak geprobeerd" in str(answer.context["form"].errors)


def test_whoever_has_no_password_yet_is_led_to_the_first_one(signed_in, db):
    bram = Account.objects.create_user("bram@example.org", None, name="Bram")
    client = signed_in(bram)
    assert client.get(PAGE).headers["Location"] == reverse("account_set_password")
    assert client.get(reverse("account_set_password")).status_code == 200
    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})
    assert Client().post("/aanmelden/", {"login": bram.email, "password": NEW}).status_code == 302


def test_if_the_mail_cannot_be_queued_the_password_stays_what_it_was(amina, signed_in, monkeypatch):
    def broken(**_words):
        raise OSError("the disk is full")

    monkeypatch.setattr("draagvlak.installation.adapters.queue", broken)
    client = signed_in(amina)
    client.raise_request_exception = False
    assert change(client).status_code == 500
    amina.refresh_from_db()
    assert amina.check_password("geheim-genoeg")
    with scopes_disabled():
        assert Record.objects.count() == 0
