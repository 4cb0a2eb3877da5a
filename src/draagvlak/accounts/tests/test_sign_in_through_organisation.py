"""Single sign-on, against a real provider on this machine."""

import html
import json
import re
import socket
import subprocess
import sys
import time

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django_scopes import scopes_disabled

from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record

PEOPLE = [
    {"sub": "amina", "email": "Amina@example.org", "email_verified": True},
    {"sub": "zoe", "email": "zoe@example.org", "email_verified": True},
    {"sub": "thief", "email": "amina@example.org", "email_verified": False},
    {"sub": "trickster", "email": "amina@example.org", "email_verified": "false"},
    {"sub": "nobody"},
]


@pytest.fixture(scope="module")
def provider():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [word for person in PEOPLE for word in ("--user-claims", json.dumps(person))]
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        for _time in range(200):
            try:
                requests.get(f"{address}/.well-known/openid-configuration", timeout=5)
                break
            except requests.ConnectionError:
                time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def organisation_signs_in(settings, provider):
    app = {
        "provider_id": "huis",
        "name": "De Lindehof",
        "client_id": "draagvlak",
        "secret": "s",
        "settings": {"server_url": provider},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


@pytest.fixture
def amina(new_account):
    return new_account("Amina")


def through(client, sub, **words):
    """Press the button, sign in over there as this person, come back."""
    page = client.post("/aanmelden/via/huis/", words)
    there = html.unescape(re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page.content.decode())[1])
    answer = requests.post(there, data={"sub": sub} if sub else {"action": "deny"}, allow_redirects=False, timeout=10)
    back = answer.headers["Location"]
    assert back.startswith("http://testserver/aanmelden/via/huis/terug/?")
    if not sub:  # this provider forgets what RFC 6749, 4.1.2.1, asks of a refusal too: the state
        back += "&state=" + re.search(r"state=([^&]+)", there)[1]
    return client.get(back.removeprefix("http://testserver"))


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def test_without_a_provider_there_is_no_button_and_no_door(client, db):
    assert "/aanmelden/via/" not in client.get("/aanmelden/").content.decode()
    assert client.post("/aanmelden/via/huis/").status_code == 404


def test_with_a_provider_there_is_one_button(client, db, organisation_signs_in):
    assert client.get("/aanmelden/").content.decode().count("Meld je aan via De Lindehof") == 1


def test_a_known_and_verified_address_opens_the_door(client, amina, organisation_signs_in):
    assert through(client, "amina").headers["Location"] == "/"
    assert signed_in_as(client) == str(amina.pk)
    with scopes_disabled():
        assert sorted(Record.objects.values_list("act", flat=True)) == ["accounts.connect", "accounts.sign_in"]


def test_whoever_came_for_a_page_gets_there(client, amina, organisation_signs_in):
    assert through(client, "amina", next="/aanmelden/mijn/").headers["Location"] == "/aanmelden/mijn/"


def test_the_password_keeps_working(client, amina, organisation_signs_in):
    through(client, "amina")
    assert Client().post("/aanmelden/", {"login": amina.email, "password": "geheim-genoeg"}).status_code == 302


def test_somebody_we_do_not_know_is_refused_in_a_sentence(client, amina, organisation_signs_in):
    answer = through(client, "zoe")
    assert answer.status_code == 403
    assert "Accounts komen er op uitnodiging" in answer.content.decode()
    assert signed_in_as(client) is None
    assert Account.objects.count() == 1


@pytest.mark.parametrize("sub", ["thief", "trickster", "nobody"])
def test_an_address_that_is_not_verified_opens_nothing(client, amina, organisation_signs_in, sub):
    assert through(client, sub).status_code == 403
    assert signed_in_as(client) is None
    assert not SocialAccount.objects.exists()


def test_an_account_whose_access_ended_stays_out(client, amina, organisation_signs_in):
    Account.objects.update(is_active=False)
    assert through(client, "amina").status_code == 403
    assert signed_in_as(client) is None


def test_an_account_that_was_linked_and_then_ended_stays_out(client, amina, organisation_signs_in):
    through(client, "amina")
    client.post("/aanmelden/afmelden/")
    Account.objects.update(is_active=False)
    assert through(client, "amina").headers["Location"] == "/aanmelden/"
    assert signed_in_as(client) is None


def test_whoever_stops_over_there_is_told_that_nothing_happened(client, amina, organisation_signs_in):
    answer = through(client, None)
    assert client.get(answer.headers["Location"]).status_code == 200
    assert signed_in_as(client) is None


def test_an_answer_that_we_did_not_ask_for_is_refused(client, amina, organisation_signs_in):
    answer = client.get("/aanmelden/via/huis/terug/?code=x&state=y")
    assert answer.status_code in {401, 302}
    assert signed_in_as(client) is None


def test_a_link_cannot_start_it(client, db, organisation_signs_in):
    assert client.get("/aanmelden/via/huis/").headers["Location"] == "/aanmelden/"


def test_a_provider_that_is_away_is_told_in_a_sentence(client, db, settings, organisation_signs_in):
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    answer = client.post("/aanmelden/via/huis/")
    assert answer.status_code == 502
    assert "meld je aan met je wachtwoord" in answer.content.decode()


def test_nobody_links_a_second_identity_from_inside(amina, signed_in, organisation_signs_in):
    client = signed_in(amina)
    page = client.post("/aanmelden/via/huis/", {"process": "connect"})
    there = html.unescape(re.search(r'content="0;url=([^"]+)"', page.content.decode())[1])
    back = requests.post(there, data={"sub": "zoe"}, allow_redirects=False, timeout=10).headers["Location"]
    assert client.get(back.removeprefix("http://testserver")).headers["Location"] == "/aanmelden/mijn/"
    assert not SocialAccount.objects.exists()


def test_the_session_ends_with_the_browser(client, amina, organisation_signs_in):
    through(client, "amina")
    assert client.cookies["sessionid"]["max-age"] == ""


def test_our_forms_lead_nowhere_else(client, db, organisation_signs_in):
    assert "form-action 'self';" in client.get("/aanmelden/").headers["Content-Security-Policy"] + ";"
