"""Limits that cannot be used to lock another person out."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django_scopes import scopes_disabled

from draagvlak.accounts.actions import take_try
from draagvlak.accounts.models import SignInFailure
from draagvlak.accounts.rules import PAIR, Counter
from draagvlak.journal.models import Record

HERE, NEXT_DOOR, ELSEWHERE = "192.0.2.1", "192.0.2.1", "198.51.100.7"


@pytest.fixture
def amina(new_account):
    return new_account("Amina")


def send(client, password, *, email="amina@example.org", at=HERE):
    return client.post("/aanmelden/", {"login": email, "password": password}, REMOTE_ADDR=at)


def is_in(answer):
    return answer.status_code == 302


def has_to_wait(answer):
    return not is_in(answer) and "Te vaak geprobeerd" in answer.content.decode()


def guess(*, times, at, email="amina@example.org"):
    """Somebody without the account's device cookie."""
    for _time in range(times):
        answer = send(Client(), "fout", email=email, at=at)
    return answer


@pytest.fixture
def known(amina):
    """Amina's own browser: she signed in with it before."""
    client = Client()
    assert is_in(send(client, "geheim-genoeg"))
    client.post("/aanmelden/afmelden/")
    return client


def test_the_sixth_wrong_try_has_to_wait_and_is_told_how_long(amina):
    assert not has_to_wait(guess(times=5, at=HERE))
    answer = guess(times=1, at=HERE)
    assert "Wacht 1 minuut" in answer.content.decode()


def test_during_the_wait_even_the_right_password_is_not_looked_at(amina):
    guess(times=5, at=HERE)
    assert has_to_wait(send(Client(), "geheim-genoeg"))


def test_after_the_wait_the_right_password_works(amina):
    with time_machine.travel("2027-03-09T12:00:00+01:00", tick=False) as clock:
        guess(times=5, at=HERE)
        clock.shift(timedelta(seconds=61))
        assert is_in(send(Client(), "geheim-genoeg"))


def test_somebody_elsewhere_cannot_lock_out_a_known_device(known):
    guess(times=30, at=ELSEWHERE)
    assert is_in(send(known, "geheim-genoeg"))


def test_a_colleague_in_the_same_building_cannot_lock_out_a_known_device(known):
    guess(times=30, at=NEXT_DOOR)
    assert is_in(send(known, "geheim-genoeg"))


def test_somebody_elsewhere_cannot_lock_out_a_new_device_here(amina):
    guess(times=30, at=ELSEWHERE)
    assert is_in(send(Client(), "geheim-genoeg", at=HERE))


def test_one_account_that_has_to_wait_leaves_the_others_alone(amina, new_account):
    new_account("Bram")
    guess(times=30, at=HERE)
    assert is_in(send(Client(), "geheim-genoeg", email="bram@example.org"))


def test_a_cookie_of_another_account_makes_no_device_known(amina, new_account):
    new_account("Bram")
    of_bram = Client()
    send(of_bram, "geheim-genoeg", email="bram@example.org")
    of_bram.post("/aanmelden/afmelden/")
    guess(times=5, at=HERE)
    assert has_to_wait(send(of_bram, "geheim-genoeg"))


def test_a_known_device_that_guesses_has_to_wait_too(known):
    for _time in range(5):
        send(known, "fout")
    assert has_to_wait(send(known, "geheim-genoeg"))


def test_spraying_many_accounts_from_one_network_has_to_wait(amina, monkeypatch):
    monkeypatch.setattr(
        "draagvlak.accounts.rules.NETWORK", PAIR.__class__(**{**vars(PAIR), "free": 8, "is_wiped_by_success": False})
    )
    for number in range(8):
        guess(times=1, at=HERE, email=f"iemand{number}@example.org")
    assert has_to_wait(send(Client(), "geheim-genoeg"))


def test_a_known_device_passes_by_the_count_of_its_network(known, monkeypatch):
    monkeypatch.setattr(
        "draagvlak.accounts.rules.NETWORK", PAIR.__class__(**{**vars(PAIR), "free": 8, "is_wiped_by_success": False})
    )
    for number in range(9):
        guess(times=1, at=NEXT_DOOR, email=f"iemand{number}@example.org")
    assert is_in(send(known, "geheim-genoeg"))


def test_a_right_password_does_not_wipe_the_count_of_the_network(amina):
    guess(times=3, at=HERE, email="iemand@example.org")
    send(Client(), "geheim-genoeg")
    assert SignInFailure.objects.get(account_key="", source=f"network:{HERE}").count == 3


def test_a_right_password_wipes_the_count_of_the_account(amina):
    guess(times=4, at=HERE)
    send(Client(), "geheim-genoeg")
    assert not has_to_wait(guess(times=5, at=HERE))


def test_an_unknown_address_has_to_wait_just_like_a_known_one(db):
    assert not has_to_wait(guess(times=5, at=HERE, email="niemand@example.org"))
    assert has_to_wait(guess(times=1, at=HERE, email="niemand@example.org"))


def test_no_address_of_a_person_is_kept_with_the_count(amina):
    guess(times=1, at=HERE)
    assert amina.email not in str(list(SignInFailure.objects.values()))


def test_a_guesser_with_many_addresses_of_one_connection_is_one(amina):
    for number in range(5):
        guess(times=1, at=f"2001:db8:1:2::{number}")
    assert has_to_wait(guess(times=1, at="2001:db8:1:2:ffff::1"))


def test_what_stands_in_a_header_counts_only_behind_a_proxy(amina, settings):
    for number in range(5):
        Client().post(
            "/aanmelden/", {"login": amina.email, "password": "fout"}, HTTP_X_FORWARDED_FOR=f"198.51.100.{number}"
        )
    spoofed = {"HTTP_X_FORWARDED_FOR": "198.51.100.99"}
    right = {"login": amina.email, "password": "geheim-genoeg"}
    assert has_to_wait(Client().post("/aanmelden/", right, **spoofed))
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert is_in(Client().post("/aanmelden/", right, **spoofed))


def test_the_journal_tells_once_that_somebody_was_held_up(amina):
    guess(times=12, at=HERE)
    with scopes_disabled():
        assert Record.objects.filter(act="accounts.too_many_wrong", subject_id=amina.pk).count() == 1


def test_old_counts_are_forgotten(amina):
    with time_machine.travel("2027-03-09T12:00:00+01:00", tick=False) as clock:
        guess(times=1, at=HERE)
        clock.shift(timedelta(days=2, seconds=1))
        guess(times=1, at=ELSEWHERE, email="iemand@example.org")
        assert {row.source for row in SignInFailure.objects.all()} == {f"network:{ELSEWHERE}"}


def test_a_refused_try_writes_nothing(db, now):
    counters = [Counter("w", "network:n", PAIR)]
    for _time in range(5):
        assert take_try(counters, at=now) == timedelta()
    assert take_try(counters, at=now) == timedelta(minutes=1)
    assert SignInFailure.objects.get().count == 5
