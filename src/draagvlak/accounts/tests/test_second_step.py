import re

import pytest
import time_machine
from allauth.core import context as library
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse
from django_scopes import scopes_disabled

from draagvlak.accounts import wording
from draagvlak.journal.models import Record
from draagvlak.notices.models import Message

NOON = "2027-03-09T12:00:10+01:00"
STEP = "/aanmelden/tweede-stap/aanmelden/"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as travel:
        yield travel


@pytest.fixture
def amina(new_account, clock):
    return new_account("Amina")


@pytest.fixture
def secret(amina):
    secret = generate_totp_secret()
    TOTP.activate(amina, secret)
    return secret


@pytest.fixture
def sent_on_commit(django_capture_on_commit_callbacks):
    """Post, and then do what waits for the commit, inside the request as on a real server."""

    def post(client, place, facts):
        with django_capture_on_commit_callbacks() as waiting:
            answer = client.post(place, facts)
        with library.request_context(answer.wsgi_request):
            for call in waiting:
                call()
        return answer

    return post


def code_of(secret):
    import time

    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def at_the_step(client=None, at="192.0.2.1"):
    client = client or Client()
    answer = client.post("/aanmelden/", {"login": "amina@example.org", "password": "geheim-genoeg"}, REMOTE_ADDR=at)
    assert answer.headers["Location"] == STEP
    return client


def send(client, code, at="192.0.2.1"):
    return client.post(STEP, {"code": code}, REMOTE_ADDR=at)


def confirmed(client):
    client.post("/aanmelden/bevestigen/", {"password": "geheim-genoeg"})
    return client


def acts():
    with scopes_disabled():
        return list(Record.objects.order_by("number").values_list("act", flat=True))


def test_a_password_alone_is_not_enough(secret):
    client = at_the_step()
    assert client.get(reverse("accounts:me")).status_code == 302
    assert acts() == []


def test_the_code_of_the_app_opens_the_door(secret):
    client = at_the_step()
    assert send(client, code_of(secret)).headers["Location"] == reverse("start")
    assert acts() == ["accounts.sign_in"]


def test_a_code_of_half_a_minute_ago_still_works_and_an_older_one_does_not(secret, clock):
    old = code_of(secret)
    client = at_the_step()
    clock.shift(61)
    assert send(client, old).context["form"].errors == {"code": [str(wording.WRONG_CODE)]}
    clock.move_to(NOON)
    clock.shift(30)
    assert send(client, old).status_code == 302


def test_a_code_works_once_also_on_another_device(secret):
    first, second = at_the_step(), at_the_step()
    code = code_of(secret)
    assert send(first, code).status_code == 302
    from django.core.cache import cache

    cache.clear()  # the library remembers it in one process only
    assert send(second, code).context["form"].errors == {"code": [str(wording.SPENT_CODE)]}


def test_a_recovery_code_works_once(amina, secret):
    codes = RecoveryCodes.activate(amina).get_unused_codes()
    assert send(at_the_step(), codes[0]).status_code == 302
    assert send(at_the_step(), codes[0]).context["form"].errors == {"code": [str(wording.WRONG_CODE)]}
    assert send(at_the_step(), codes[1]).status_code == 302


def test_six_wrong_codes_have_to_wait(secret):
    client = at_the_step()
    for _time in range(5):
        send(client, "000000")
    assert "Wacht 1 minuut" in send(client, code_of(secret)).content.decode()


def test_starting_again_does_not_reset_the_count_of_codes(secret):
    for _time in range(5):
        send(at_the_step(), "000000")
    assert "Te veel foute codes" in send(at_the_step(), code_of(secret)).content.decode()


def test_wrong_codes_elsewhere_leave_a_known_device_alone(secret, clock):
    known = at_the_step()
    send(known, code_of(secret))
    known.post("/aanmelden/afmelden/")
    for number in range(6):
        other = f"198.51.100.{number}"
        for _time in range(5):
            send(at_the_step(at=other), "000000", at=other)
    clock.shift(31)
    unknown = at_the_step(at="203.0.113.5")
    assert "Te veel foute codes" in send(unknown, code_of(secret), at="203.0.113.5").content.decode()
    assert send(at_the_step(known), code_of(secret)).status_code == 302


def test_cancelling_leads_back_to_the_start_of_signing_in(secret):
    client = at_the_step()
    assert client.get("/aanmelden/").headers["Location"] == STEP
    client.post("/aanmelden/afmelden/", {"next": "/aanmelden/"})
    assert client.get("/aanmelden/").status_code == 200


def test_an_app_is_only_added_by_who_confirms_the_password(amina, signed_in):
    answer = signed_in(amina).get("/aanmelden/tweede-stap/app/")
    assert answer.headers["Location"].startswith("/aanmelden/bevestigen/")


def test_confirming_with_a_wrong_password_does_not_work(amina, signed_in):
    answer = signed_in(amina).post("/aanmelden/bevestigen/", {"password": "fout"})
    assert answer.context["form"].errors == {"password": [str(wording.WRONG_PASSWORD)]}


def test_adding_an_app_shows_recovery_codes_and_is_told(amina, signed_in, sent_on_commit):
    client = confirmed(signed_in(amina))
    page = client.get("/aanmelden/tweede-stap/app/")
    assert b"data:image/svg+xml;base64," in page.content
    code = code_of(page.context["form"].secret)
    answer = sent_on_commit(client, "/aanmelden/tweede-stap/app/", {"code": code})
    assert answer.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert len(re.findall(r'class="secret">\d{8}<', client.get(answer.headers["Location"]).content.decode())) == 10
    assert acts() == ["accounts.add_app"]
    assert Message.objects.get().subject == "Je tweede stap staat aan"


def test_a_wrong_code_adds_no_app(amina, signed_in):
    client = confirmed(signed_in(amina))
    client.get("/aanmelden/tweede-stap/app/")
    answer = client.post("/aanmelden/tweede-stap/app/", {"code": "000000"})
    assert answer.context["form"].errors == {"code": [str(wording.WRONG_CODE)]}
    assert not Authenticator.objects.exists()


def test_removing_the_app_takes_the_recovery_codes_along_and_is_told(amina, secret, signed_in):
    RecoveryCodes.activate(amina)
    client = confirmed(signed_in(amina))
    assert client.get("/aanmelden/tweede-stap/app/weg/").status_code == 200
    client.post("/aanmelden/tweede-stap/app/weg/")
    assert not Authenticator.objects.exists()
    assert acts() == ["accounts.remove_app"]
    assert Message.objects.get().subject == "Je tweede stap met de app is weg"


def test_recovery_codes_can_be_taken_along_as_a_file(amina, secret, signed_in):
    codes = RecoveryCodes.activate(amina).get_unused_codes()
    client = confirmed(signed_in(amina))
    answer = client.get("/aanmelden/tweede-stap/herstelcodes/herstelcodes.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert all(code in answer.content.decode() for code in codes)


def test_new_recovery_codes_replace_the_old_and_are_told(amina, secret, signed_in, sent_on_commit):
    old = RecoveryCodes.activate(amina).get_unused_codes()
    client = confirmed(signed_in(amina))
    sent_on_commit(client, "/aanmelden/tweede-stap/herstelcodes/nieuw/", {})
    assert not set(old) & set(RecoveryCodes.activate(amina).get_unused_codes())
    assert acts() == ["accounts.make_recovery_codes"]
    assert Message.objects.get().subject == "Je hebt nieuwe herstelcodes"


def test_without_a_second_step_there_are_no_recovery_codes(amina, signed_in):
    client = confirmed(signed_in(amina))
    assert client.get("/aanmelden/tweede-stap/herstelcodes/").status_code == 404
    answer = client.post("/aanmelden/tweede-stap/herstelcodes/nieuw/")
    assert answer.context["form"].non_field_errors() == [str(wording.NO_SECOND_STEP)]


def test_a_passkey_of_another_account_does_not_exist(amina, new_account, signed_in):
    theirs = Authenticator.objects.create(
        user=new_account("Bram"), type="webauthn", data={"name": "Gsm", "credential": {}}
    )
    client = confirmed(signed_in(amina))
    assert client.get(reverse("mfa_edit_webauthn", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("mfa_remove_webauthn", args=[theirs.pk])).status_code == 404


def test_a_reset_mail_does_not_pass_by_the_second_step(amina, secret):
    client = Client()
    client.post("/aanmelden/wachtwoord/vergeten/", {"email": amina.email})
    link = re.search(r"/aanmelden/wachtwoord-kiezen/\S+", Message.objects.get().body)[0]
    page = client.get(link).headers["Location"]
    answer = client.post(page, {"password1": "rode-fiets-op-zolder", "password2": "rode-fiets-op-zolder"})
    assert answer.headers["Location"] == STEP
    assert client.get(reverse("accounts:me")).status_code == 302
