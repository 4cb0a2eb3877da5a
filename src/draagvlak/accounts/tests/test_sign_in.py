import pytest
from django.contrib.auth.hashers import identify_hasher
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django_scopes import scopes_disabled

from draagvlak.accounts import wording
from draagvlak.accounts.models import Account
from draagvlak.journal.models import Record
from draagvlak.notices.models import Message

PAGE = "/aanmelden/"


@pytest.fixture
def amina(new_account):
    return new_account("Amina")


def send(client, email="amina@example.org", password="geheim-genoeg", **facts):
    return client.post(PAGE, {"login": email, "password": password}, **facts)


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def acts():
    with scopes_disabled():
        return list(Record.objects.order_by("number").values_list("act", flat=True))


def test_the_right_password_opens_the_door(client, amina):
    answer = send(client)
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("start"))
    assert signed_in_as(client) == str(amina.pk)


def test_the_address_may_be_written_in_capitals(client, amina):
    assert send(client, email=" Amina@Example.org ").status_code == 302


def test_whoever_came_for_a_page_gets_there(client, amina):
    answer = client.post(PAGE, {"login": amina.email, "password": "geheim-genoeg", "next": "/aanmelden/mijn/"})
    assert answer.headers["Location"] == "/aanmelden/mijn/"


def test_an_address_elsewhere_is_not_followed(client, amina):
    answer = client.post(PAGE, {"login": amina.email, "password": "geheim-genoeg", "next": "https://elders.example/"})
    assert answer.headers["Location"] == reverse("start")


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client, amina):
    known, unknown = send(client, password="fout"), send(client, email="niemand@example.org", password="fout")
    assert known.context["form"].non_field_errors() == [str(wording.NOT_TOGETHER)]
    assert known.context["form"].errors == unknown.context["form"].errors
    assert signed_in_as(client) is None


def test_an_unknown_address_costs_as_much_hashing_as_a_known_one(client, amina, monkeypatch):
    done = []
    hasher = identify_hasher(amina.password).__class__
    real = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda self, *words: done.append(1) or real(self, *words))
    send(client, password="fout")
    known = len(done)
    send(client, email="niemand@example.org", password="fout")
    assert (known, len(done) - known) == (1, 1)


def test_an_account_whose_access_ended_is_told_so_only_with_the_right_password(client, amina):
    Account.objects.filter(pk=amina.pk).update(is_active=False)
    assert send(client, password="fout").context["form"].non_field_errors() == [str(wording.NOT_TOGETHER)]
    answer = client.get(send(client).headers["Location"])
    assert str(wording.ACCESS_ENDED) in answer.content.decode()
    assert signed_in_as(client) is None


def test_an_account_without_a_password_cannot_be_entered_with_an_empty_one(client, db):
    Account.objects.create_user("bram@example.org", None, name="Bram")
    assert send(client, email="bram@example.org", password="").status_code == 200
    assert signed_in_as(client) is None


def test_signing_in_stands_in_the_journal_of_no_organisation(client, amina):
    send(client)
    with scopes_disabled():
        row = Record.objects.get()
    assert (row.act, row.by, row.organisation, row.subject_id) == ("accounts.sign_in", amina, None, str(amina.pk))


def test_without_the_tick_the_session_ends_with_the_browser(client, amina):
    send(client)
    assert client.cookies["sessionid"]["max-age"] == ""


def test_with_the_tick_it_lasts_two_weeks(client, amina):
    client.post(PAGE, {"login": amina.email, "password": "geheim-genoeg", "remember": "on"})
    assert client.cookies["sessionid"]["max-age"] == 14 * 24 * 3600


def test_the_page_speaks_the_language_of_the_person_right_after_sign_in(client, amina):
    Account.objects.filter(pk=amina.pk).update(language="fr")
    client.cookies["django_language"] = "en"
    send(client)
    assert client.get("/aanmelden/mijn/").headers["Content-Language"] == "fr"
    assert client.cookies["django_language"].value == "fr"


def test_the_first_sign_in_sends_no_mail(client, amina):
    send(client)
    assert Message.objects.count() == 0


def test_a_sign_in_on_a_new_device_is_told_by_mail(client, amina):
    send(client)
    client.cookies.clear()
    send(client, HTTP_USER_AGENT="Mozilla/5.0 (iPhone) Safari/604")
    told = Message.objects.get()
    assert (told.to, told.subject) == (amina.email, "Je account werd gebruikt op een nieuw toestel")
    assert "Safari op iPhone" in told.body


def test_a_sign_in_on_a_known_device_is_not(client, amina):
    send(client)
    client.post("/aanmelden/afmelden/")
    send(client)
    assert Message.objects.count() == 0


def test_the_device_cookie_is_signed_and_out_of_reach_of_scripts(client, amina):
    send(client)
    cookie = client.cookies["device"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", PAGE)
    assert amina.email not in cookie.value
    client.cookies["device"] = cookie.value[:-1] + ("A" if cookie.value[-1] != "A" else "B")
    client.post("/aanmelden/afmelden/")
    send(client)
    assert Message.objects.count() == 1, "a cookie that was tampered with makes no device known"


def test_signing_out_leads_back_to_the_door(client, amina):
    send(client)
    answer = client.post("/aanmelden/afmelden/", follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert "Je bent afgemeld." in answer.content.decode()
    assert isinstance(answer.wsgi_request.user, AnonymousUser)


def test_a_link_cannot_sign_somebody_out(client, amina):
    send(client)
    assert client.get("/aanmelden/afmelden/").status_code == 200
    assert signed_in_as(client) == str(amina.pk)


def test_whoever_is_signed_in_does_not_see_the_door(client, amina):
    send(client)
    assert client.get(PAGE).headers["Location"] == reverse("start")


def test_passwords_are_kept_with_argon2id():
    from draagvlak.installation import settings as real

    assert real.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
