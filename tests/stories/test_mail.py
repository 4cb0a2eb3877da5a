"""Mail as a person meets it: it arrives as text and HTML, one tunes it, and sees how it looked."""

import re

import pytest

from tests.stories.acts import go

pytestmark = pytest.mark.production
PASSWORD = "rode-fiets-op-zolder"


def test_koen_gets_his_invitation_tunes_his_mail_and_sees_what_left(server, sink, visitor):
    found = ["--slug", "huis", "--name", "Het Huis", "--manager-email", "koen@example.org", "--manager-name", "Koen"]
    assert server.run("found-organisation", *found).returncode == 0
    sent = server.run("send-mail")
    assert sent.returncode == 0, sent.stderr
    mail = sink.last_to("koen@example.org")
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    link = re.search(r"https?://\S+", mail.get_body(["plain"]).get_content()).group()
    assert link in mail.get_body(["html"]).get_content()

    page = visitor("Koen", width=360)
    page.goto(link)
    page.fill("input[name=password1]", PASSWORD)
    page.fill("input[name=password2]", PASSWORD)
    page.press("input[name=password2]", "Enter")
    page.wait_for_url("**/o/huis/")

    go(page.locator("footer").get_by_role("link", name="Mijn mail"))
    page.get_by_label("Eén keer per dag, in een overzicht").check()
    page.get_by_label("zondag").check()
    go(page.get_by_role("button", name="Bewaar"))
    page.get_by_text("Bewaard. Zo krijg je je mail voortaan.").wait_for()
    assert page.get_by_label("Eén keer per dag, in een overzicht").is_checked()
    assert "Beschrijf je organisatie" in page.locator(".mail").inner_text()

    go(page.locator("footer").get_by_role("link", name="Mail die vertrekt"))
    page.get_by_text("Het Huis staat klaar in Draagvlak").click()
    assert page.get_by_text("Deze mail is alleen voor wie ze krijgt.").is_visible()
    assert page.get_by_text("wachtwoord-kiezen").count() == 0
