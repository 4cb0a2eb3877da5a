import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django_scopes import scopes_disabled

from draagvlak.journal.models import Record

PAGE = "/aanmelden/toestellen/"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Version/17 Mobile Safari/604"


@pytest.fixture
def amina(new_account):
    return new_account("Amina")


def enter(email="amina@example.org", **facts):
    client = Client(**facts)
    assert client.post("/aanmelden/", {"login": email, "password": "geheim-genoeg"}).status_code == 302
    return client


def session_of(client):
    return UserSession.objects.get(session_key=client.session.session_key)


def acts():
    with scopes_disabled():
        return Record.objects.filter(act="accounts.sign_out_elsewhere").count()


def is_in(client):
    return client.get("/aanmelden/mijn/").status_code == 200


def test_every_device_is_named(amina):
    here, _there = enter(), enter(HTTP_USER_AGENT=IPHONE)
    page = here.get(PAGE).content.decode()
    assert "Safari op iPhone" in page
    assert "Onbekend toestel" in page


def test_one_device_can_be_signed_out_from_afar(amina):
    here, there, third = enter(), enter(HTTP_USER_AGENT=IPHONE), enter()
    here.post(PAGE, {"session": session_of(there).pk})
    assert (is_in(here), is_in(there), is_in(third)) == (True, False, True)
    assert acts() == 1


def test_all_others_at_once(amina):
    here, there, third = enter(), enter(), enter()
    here.post(PAGE)
    assert (is_in(here), is_in(there), is_in(third)) == (True, False, False)
    assert acts() == 2


def test_a_session_of_somebody_else_is_left_alone(amina, new_account):
    new_account("Bram")
    here, theirs = enter(), enter("bram@example.org")
    here.post(PAGE, {"session": session_of(theirs).pk})
    assert is_in(theirs)
    assert acts() == 0


def test_nonsense_signs_nobody_out(amina):
    here, there = enter(), enter()
    assert here.post(PAGE, {"session": "alles"}).status_code == 200
    assert is_in(there)


def test_the_own_session_ends_as_signing_out(amina):
    here = enter()
    answer = here.post(PAGE, {"session": session_of(here).pk})
    assert answer.headers["Location"] == "/aanmelden/"
    assert not is_in(here)
