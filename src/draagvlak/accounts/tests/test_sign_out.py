"""Who signs out leaves nothing on the screen for who sits down next."""


def test_signing_out_has_the_browser_forget_the_pages_and_what_was_typed(client, koen):
    client.force_login(koen)
    answer = client.post("/aanmelden/afmelden/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/o/lindehof/").status_code == 302


def test_who_sends_a_form_after_the_sign_in_ended_hears_that_it_did_not_arrive(client, koen):
    answer = client.post("/o/lindehof/vragen/nieuw/", {"text": "Mag dit?"}, follow=True)
    assert "is niet aangekomen" in answer.content.decode()
    by_script = client.post("/o/lindehof/beleidsplan/", {}, headers={"Sec-Fetch-Mode": "cors"}, follow=True)
    assert "is niet aangekomen" not in by_script.content.decode()
