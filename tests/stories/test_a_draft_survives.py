"""In a real browser: what somebody was writing survives a reload and a lost network, and is forgotten once it was received."""

import pytest

from tests.stories.acts import go

pytestmark = pytest.mark.looks
WRITE = "/o/lindehof/werkgroep/nieuws/nieuw/"


@pytest.fixture
def amina(enter):
    return enter("amina")


def begin(page, title="Half af"):
    page.goto(WRITE)
    page.fill("input[name=title]", title)
    page.locator(".ProseMirror").click()
    page.keyboard.type("De eerste zin.")


def accept_leaving(page):
    page.on("dialog", lambda dialog: dialog.accept())


def test_a_reload_loses_nothing_and_one_can_begin_again(amina):
    accept_leaving(amina)
    begin(amina)
    amina.reload()
    assert amina.input_value("input[name=title]") == "Half af"
    assert amina.locator(".ProseMirror").inner_text() == "De eerste zin."
    assert "Wat je hier daarnet schreef, staat er weer." in amina.locator(".draft").inner_text()
    go(amina.get_by_role("button", name="Begin opnieuw"))
    assert (amina.input_value("input[name=title]"), amina.locator(".draft").count()) == ("", 0)


def test_what_was_received_does_not_come_back(amina):
    accept_leaving(amina)
    begin(amina, "Wel verstuurd")
    go(amina.get_by_role("button", name="Bewaar", exact=True))
    assert "Wel verstuurd" in amina.locator("h1").inner_text()
    amina.goto(WRITE)
    assert (amina.input_value("input[name=title]"), amina.locator(".draft").count()) == ("", 0)


def test_without_network_nothing_is_lost(amina):
    accept_leaving(amina)
    begin(amina, "Geen net")
    amina.context.set_offline(True)
    amina.get_by_role("button", name="Bewaar", exact=True).click()
    amina.wait_for_timeout(500)
    amina.context.set_offline(False)
    amina.goto(WRITE)
    assert amina.input_value("input[name=title]") == "Geen net"
    assert amina.locator(".ProseMirror").inner_text() == "De eerste zin."


def test_a_page_that_was_only_looked_at_keeps_nothing_and_signing_out_forgets_all(amina):
    accept_leaving(amina)
    for page in (WRITE, "/o/lindehof/beleidsplan/deel/why/"):
        for _time in range(2):
            amina.goto(page)
            amina.locator(".ProseMirror").wait_for()
            assert amina.locator(".draft").count() == 0
            amina.goto("/o/lindehof/")
    begin(amina, "Geheim")
    amina.goto("/o/lindehof/")
    assert "Geheim" in amina.evaluate("JSON.stringify({...sessionStorage})")
    go(amina.get_by_role("button", name="Meld je af"))
    assert amina.evaluate("sessionStorage.length") == 0


def test_who_signs_out_in_the_middle_of_a_sentence_leaves_it_to_nobody(amina):
    accept_leaving(amina)
    begin(amina, "Geheim")
    go(amina.get_by_role("button", name="Meld je af"))
    assert "Geheim" not in amina.evaluate("JSON.stringify({...sessionStorage})")


def test_a_sentence_stays_with_who_wrote_it_when_the_sign_in_ended_and_another_signs_in(amina, enter):
    accept_leaving(amina)
    begin(amina, "Geheim")
    koen = enter("koen")
    other = koen.context.cookies()
    amina.context.clear_cookies()
    amina.context.add_cookies(other)
    amina.goto(WRITE)
    assert (amina.input_value("input[name=title]"), amina.locator(".draft").count()) == ("", 0)
    assert "Geheim" not in amina.evaluate("JSON.stringify({...sessionStorage})")
