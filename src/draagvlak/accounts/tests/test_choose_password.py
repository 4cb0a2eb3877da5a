import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_scopes import scopes_disabled

from draagvlak.accounts import wording
from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record
from draagvlak.notices.models import Message

NEW = "rode-fiets-op-zolder"


@pytest.fixture
def bram(db):
    return Account.objects.create_user("bram@example.org", None, name="Bram")


@pytest.fixture
def amina(new_account):
    return new_account("Amina")


def link(account):
    where = {
        "uid": urlsafe_base64_encode(force_bytes(account.pk)),
        "token": default_token_generator.make_token(account),
    }
    return reverse("choose_password", kwargs=where)


def choose(client, account, first=NEW, second=NEW):
    page = client.get(link(account)).headers["Location"]
    return client.post(page, {"password1": first, "password2": second})


def test_the_secret_leaves_the_address_at_once(client, bram):
    answer = client.get(link(bram))
    assert answer.headers["Location"].endswith("/nu/")
    assert "Bram" in client.get(answer.headers["Location"]).content.decode()


def test_an_invited_person_chooses_a_password_and_is_in(client, bram):
    answer = choose(client, bram)
    assert answer.headers["Location"] == reverse("start")
    assert client.session["_auth_user_id"] == str(bram.pk)
    bram.refresh_from_db()
    assert bram.check_password(NEW)


def test_the_address_is_now_known_to_be_this_persons(client, bram):
    choose(client, bram)
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [(bram.email, True, True)]


def test_it_stands_in_the_journal_and_a_first_password_is_not_mailed_about(client, bram):
    choose(client, bram)
    with scopes_disabled():
        assert sorted(Record.objects.values_list("act", flat=True)) == ["accounts.change_password", "accounts.sign_in"]
    assert Message.objects.count() == 0


def test_a_new_password_is_told_by_mail(client, amina):
    choose(client, amina)
    assert [message.subject for message in Message.objects.all()] == ["Je wachtwoord is veranderd"]


def test_a_new_password_signs_out_the_other_devices(client, amina, signed_in):
    other = signed_in(amina)
    choose(client, amina)
    assert other.get(reverse("accounts:me")).status_code == 302


def test_a_link_works_once(client, bram):
    address = link(bram)
    page = client.get(address).headers["Location"]
    client.post(page, {"password1": NEW, "password2": NEW})
    answer = Client().get(address)
    assert answer.status_code == 410
    assert reverse("account_reset_password") in answer.content.decode()


def test_a_link_is_used_up_by_signing_in(client, amina):
    address = link(amina)
    client.post("/aanmelden/", {"login": amina.email, "password": "geheim-genoeg"})
    assert Client().get(address).status_code == 410


def test_a_link_works_three_days(client, bram):
    with time_machine.travel("2027-03-09T12:00:00+01:00", tick=False) as clock:
        address = link(bram)
        clock.shift(timedelta(days=2, hours=23))
        assert client.get(address).status_code == 302
        clock.shift(timedelta(hours=2))
        assert client.get(address).status_code == 410


@pytest.mark.parametrize(
    ("uid", "token"), [("MQ", "abc-def"), ("zzz", "abc"), ("OTk5OTk5OTk5OTk5OTk5OTk5OTk", "a-b"), ("MQ", "nu")]
)
def test_a_made_up_link_says_the_same_as_an_old_one(client, bram, uid, token):
    assert client.get(reverse("choose_password", kwargs={"uid": uid, "token": token})).status_code == 410


def test_a_link_of_one_account_opens_no_other(client, bram, amina):
    mixed = link(bram).replace(
        urlsafe_base64_encode(force_bytes(bram.pk)), urlsafe_base64_encode(force_bytes(amina.pk))
    )
    assert client.get(mixed).status_code == 410


def test_a_link_of_an_account_whose_access_ended_does_not_work(client, bram):
    Account.objects.filter(pk=bram.pk).update(is_active=False)
    assert client.get(link(bram)).status_code == 410


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("kort", "kort", wording.TOO_SHORT),
        ("password123", "password123", wording.TOO_COMMON),
        ("bram@example.org", "bram@example.org", wording.TOO_SIMILAR),
        (NEW, f"{NEW}s", wording.NOT_THE_SAME),
    ],
)
def test_a_bad_choice_is_told_in_a_sentence(client, bram, first, second, said):
    answer = choose(client, bram, first, second)
    assert [str(said)] in list(answer.context["form"].errors.values())


def test_the_link_forgets_what_was_counted_here_and_makes_the_device_known(client, amina):
    wrong = {"login": amina.email, "password": "fout"}
    for _time in range(6):
        answer = client.post("/aanmelden/", wrong)
    assert "Te vaak" in answer.content.decode()
    assert choose(client, amina).status_code == 302
    client.post("/aanmelden/afmelden/")
    for _time in range(6):
        Client().post("/aanmelden/", wrong)
    assert client.post("/aanmelden/", {"login": amina.email, "password": NEW}).status_code == 302


def test_somebody_else_who_is_signed_in_makes_room(client, bram, amina):
    client.force_login(amina, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(link(bram)).headers["Location"]
    assert "Nu ben je aangemeld als Amina" in re.sub(r"\s+", " ", client.get(page).content.decode())
    assert client.session["_auth_user_id"] == str(amina.pk), "only looking changes nothing"
    client.post(page, {"password1": NEW, "password2": NEW})
    assert client.session["_auth_user_id"] == str(bram.pk)


def test_the_page_speaks_the_language_of_the_mail_that_led_to_it_unless_somebody_chooses_another(client, bram):
    Account.objects.filter(pk=bram.pk).update(language="fr")
    page = client.get(link(bram), headers={"accept-language": "en"}).headers["Location"]
    shown = client.get(page, headers={"accept-language": "en"})
    assert (shown.headers["Content-Language"], "Choisis ton mot de passe" in shown.content.decode()) == ("fr", True)
    client.post(reverse("set_language"), {"language": "en", "next": page})
    assert client.get(page).headers["Content-Language"] == "en"
    client.post(page, {"password1": NEW, "password2": NEW})
    bram.refresh_from_db()
    assert bram.language == "en"
