import pytest
from django.urls import reverse

PAGE = "/aanmelden/taal/"


def test_a_visitor_chooses_a_language_and_stays_on_the_page(client, db):
    answer = client.post(PAGE, {"language": "fr", "next": "/aanmelden/wachtwoord/vergeten/"})
    assert answer.headers["Location"] == "/aanmelden/wachtwoord/vergeten/"
    assert client.get("/aanmelden/").headers["Content-Language"] == "fr"


@pytest.mark.parametrize(
    "place", ["https://elders.example/", "//elders.example", "javascript:alert(1)", "", "geen-adres", "a:b", "?x"]
)
def test_an_address_elsewhere_is_not_followed(client, db, place):
    assert client.post(PAGE, {"language": "fr", "next": place}).headers["Location"] == reverse("account_login")


def test_a_language_that_we_do_not_speak_changes_nothing(client, db):
    client.post(PAGE, {"language": "de"})
    assert "django_language" not in client.cookies


def test_a_link_cannot_change_the_language(client, db):
    assert client.get(PAGE).status_code == 405


def test_the_browsers_own_language_comes_first(client, db):
    assert client.get("/aanmelden/", HTTP_ACCEPT_LANGUAGE="fr-BE,fr;q=0.9").headers["Content-Language"] == "fr"
    assert client.get("/aanmelden/", HTTP_ACCEPT_LANGUAGE="de").headers["Content-Language"] == "nl"


def test_the_language_chosen_before_sign_in_is_the_language_after_it(client, koen):
    koen.set_password("een lang wachtwoord")
    koen.save()
    client.post(PAGE, {"language": "fr"})
    answer = client.post("/aanmelden/", {"login": koen.email, "password": "een lang wachtwoord"}, follow=True)
    koen.refresh_from_db()
    assert (koen.language, answer.headers["Content-Language"]) == ("fr", "fr")
    assert "sont maintenant en français" in answer.content.decode()
    client.post("/aanmelden/afmelden/")
    client.post("/aanmelden/", {"login": koen.email, "password": "een lang wachtwoord"})
    koen.refresh_from_db()
    assert koen.language == "fr"
