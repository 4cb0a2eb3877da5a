import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from draagvlak.accounts.models import Account
from draagvlak.notices.models import Message

PAGE = "/aanmelden/wachtwoord/vergeten/"


@pytest.fixture
def amina(new_account):
    return new_account("Amina", language="fr")


def ask(email, client=None):
    return (client or Client()).post(PAGE, {"email": email})


def test_a_mail_with_a_link_goes_into_the_outbox(amina):
    assert ask("Amina@example.org").headers["Location"] == reverse("account_reset_password_done")
    told = Message.objects.get()
    assert (told.to, told.is_private, told.organisation) == (amina.email, True, None)
    address = re.search(r"http\S+", told.body)[0]
    assert address.startswith("http://127.0.0.1:8000/aanmelden/wachtwoord-kiezen/")
    assert Client().get(address.removeprefix("http://127.0.0.1:8000")).status_code == 302


def test_the_link_names_the_address_of_the_installation_and_not_the_one_that_was_asked(amina):
    Client().post(PAGE, {"email": amina.email}, HTTP_HOST="localhost")
    assert "http://127.0.0.1:8000/" in Message.objects.get().body


def test_an_unknown_address_gets_the_same_answer_and_no_mail(db):
    assert ask("niemand@example.org").headers["Location"] == reverse("account_reset_password_done")
    assert Message.objects.count() == 0


def test_an_unknown_address_costs_the_same_statements(amina):
    def statements(email):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            ask(email)
        return [re.split(r"[\s(]", one["sql"])[0] for one in seen if "SAVEPOINT" not in one["sql"]]

    statements("eerste@example.org")
    assert statements(amina.email) == statements("niemand@example.org")


def test_an_account_whose_access_ended_gets_no_mail(amina):
    Account.objects.update(is_active=False)
    ask(amina.email)
    assert Message.objects.count() == 0


def test_asking_again_at_once_sends_no_second_mail_but_the_first_link_keeps_working(amina):
    for _time in range(10):
        assert ask(amina.email).status_code == 302
    address = re.search(r"http\S+", Message.objects.get().body)[0]
    assert Client().get(address.removeprefix("http://127.0.0.1:8000")).status_code == 302


def test_five_minutes_later_there_is_a_new_one(amina):
    with time_machine.travel("2027-03-09T12:00:00+01:00", tick=False) as clock:
        ask(amina.email)
        clock.shift(301)
        ask(amina.email)
    assert Message.objects.count() == 2


def test_someone_who_has_to_wait_can_always_ask_for_the_mail(amina):
    client = Client()
    for _time in range(9):
        client.post("/aanmelden/", {"login": amina.email, "password": "fout"})
    ask(amina.email, client)
    assert Message.objects.count() == 1


def test_something_that_is_no_address_is_told(db):
    assert ask("amina").context["form"].errors["email"] == [
        "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.be."
    ]
