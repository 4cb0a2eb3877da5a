"""Every way in and out, in a real browser against a real server: invitation, password, app, passkey, the organisation's
own sign-in; and limits that keep out who guesses and nobody else."""

import base64
import hashlib
import hmac
import json
import re
import shutil
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.databases import own_database
from tests.stories.acts import go
from tests.stories.conftest import Server, free_port
from tests.stories.eyes import findings_in_both_themes, width_of

pytestmark = pytest.mark.looks

PASSWORD = "rode-fiets-op-zolder"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1"


@pytest.fixture(scope="module")
def provider():
    """An OpenID provider that lets anybody be anybody."""
    port = free_port()
    person = json.dumps({"sub": "els", "email": "els@example.org", "email_verified": True})
    stranger = json.dumps({"sub": "zoe", "email": "zoe@example.org", "email_verified": True})
    words = ["--port", str(port), "--user-claims", person, "--user-claims", stranger]
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    for _time in range(200):
        try:
            urllib.request.urlopen(f"{address}/.well-known/openid-configuration", timeout=2).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def server(tmp_path_factory, sink, provider, brought_up):
    """A passkey belongs to a name, so this installation is called localhost and not 127.0.0.1."""
    sink.forget()  # an address may have had mail in an earlier story, with a link to a server that is gone
    place = tmp_path_factory.mktemp("sign-in")
    shutil.copytree(brought_up[0], place, dirs_exist_ok=True)
    started = Server(place, own_database(brought_up[1]), sink.port)
    started.base = f"http://localhost:{started.port}"
    started.env |= {
        "DRAAGVLAK_ADDRESS": started.base,
        "DRAAGVLAK_OIDC_SERVER": provider,
        "DRAAGVLAK_OIDC_CLIENT": "draagvlak",
        "DRAAGVLAK_OIDC_SECRET": "s",
        "DRAAGVLAK_OIDC_NAME": "De Lindehof",
    }
    started.serve()
    yield started
    started.stop()


PEOPLE = ("Amina", "Bram", "Carine", "Dirk", "Els", "Farid", "Greet", "Hilde", "Ine", "Koen")
# A program takes longer to begin than to found: all in one.
FOUNDING = """import sys
from draagvlak.__main__ import main
for first in sys.argv[1:]:
    email = f"{first.lower()}@example.org"
    words = ["--slug", first.lower(), "--name", f"Huis van {first}", "--manager-email", email, "--manager-name", first]
    assert main(["found-organisation", *words]) == 0"""


@pytest.fixture(scope="module")
def invited(server, sink):
    """invited("Amina"): the link in the invitation of somebody who directs an organisation of her own."""
    words = [sys.executable, "-c", FOUNDING, *PEOPLE]
    subprocess.run(words, env=server.env, check=True, stdout=subprocess.DEVNULL)
    return lambda first: sink.link_for(f"{first.lower()}@example.org")


@pytest.fixture
def person(invited, visitor):
    """A browser in which this person chose a password and is signed in."""

    def make(first, **more):
        page = visitor(first, **more)
        page.goto(invited(first))
        page.fill("[name=password1]", PASSWORD)
        page.fill("[name=password2]", PASSWORD)
        press(page)
        assert f"/o/{first.lower()}/" in page.url
        return page

    return make


def press(page):
    go(page.locator("main form.form button.btn-primary"))


def enter(page, first, password=PASSWORD):
    page.goto("/aanmelden/")
    page.fill("[name=login]", f"{first.lower()}@example.org")
    page.fill("[name=password]", password)
    press(page)


def leave(page):
    page.goto("/aanmelden/mijn/")
    go(page.locator(".sign-out button"))
    page.wait_for_url("**/aanmelden/")


def is_in(page):
    page.goto("/aanmelden/mijn/")
    return page.locator("h1").inner_text() == "Mijn gegevens"


def confirm(page):
    if "/bevestigen/" in page.url:
        page.fill("[name=password]", PASSWORD)
        press(page)


def code_of(secret):
    """RFC 6238, written here anew so that the library is not tested with itself."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def with_passkeys(page):
    """Give the browser a device that holds passkeys and always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    facts = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": facts})


def looks_right(page):
    assert (page.url, findings_in_both_themes(page)) == (page.url, [])
    assert width_of(page) <= 320, page.url


def test_an_invitation_leads_through_a_password_to_the_tasks(invited, visitor):
    page = visitor("Koen")
    link = invited("Koen")
    page.goto(link)
    assert page.url.endswith("/nu/"), "the secret does not stay in the address"
    looks_right(page)
    page.fill("[name=password1]", "kort")
    page.fill("[name=password2]", "kort")
    press(page)
    assert "Te kort" in page.locator(".q-err").inner_text()
    assert page.title().startswith("1 fout:")
    looks_right(page)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    press(page)
    assert "/o/koen/" in page.url
    page.goto(link)
    assert page.locator("h1").inner_text() == "Deze link werkt niet meer"
    looks_right(page)


def test_a_forgotten_password(person, visitor, sink):
    person("Bram")
    page = visitor("Bram thuis")
    page.goto("/aanmelden/")
    go(page.locator("text=Wachtwoord vergeten?").first)
    looks_right(page)
    page.fill("[name=email]", "bram@example.org")
    before = len(sink.mails)
    press(page)
    assert page.locator("h1").inner_text() == "Kijk in je mailbox"
    looks_right(page)
    while len(sink.mails) == before:
        time.sleep(0.2)
    page.goto(sink.link_for("bram@example.org"))
    page.fill("[name=password1]", "groene-stoel-in-de-tuin")
    page.fill("[name=password2]", "groene-stoel-in-de-tuin")
    press(page)
    assert "/o/bram/" in page.url


def test_an_app_with_codes_and_recovery_codes(person, visitor):
    page = person("Amina")
    page.goto("/aanmelden/tweede-stap/app/")
    looks_right(page)
    confirm(page)
    looks_right(page)
    assert page.locator("img.qr").evaluate("one => one.naturalWidth") > 0
    secret = page.locator(".secret").inner_text().replace(" ", "")
    page.fill("[name=code]", code_of(secret))
    press(page)
    assert page.locator("h1").inner_text() == "Je herstelcodes"
    looks_right(page)
    codes = page.locator(".secret").all_inner_texts()
    assert len(codes) == 10
    with page.expect_download() as waiting:
        page.click("text=Bewaar als bestand")
    assert all(code in waiting.value.path().read_text() for code in codes)
    page.goto("/aanmelden/tweede-stap/")
    looks_right(page)

    the_second_step_takes_a_code(visitor("Amina elders"), secret, codes[0])


def the_second_step_takes_a_code(elsewhere, secret, recovery_code):
    enter(elsewhere, "Amina")
    assert elsewhere.locator("h1").inner_text() == "Nog één stap"
    looks_right(elsewhere)
    elsewhere.fill("[name=code]", "000000")
    press(elsewhere)
    assert "Deze code klopt niet" in elsewhere.locator(".q-err").inner_text()
    elsewhere.fill("[name=code]", code_of(secret))
    press(elsewhere)
    assert is_in(elsewhere)
    leave(elsewhere)
    enter(elsewhere, "Amina")
    elsewhere.fill("[name=code]", recovery_code)
    press(elsewhere)
    assert is_in(elsewhere)


def test_a_passkey_alone_and_as_a_second_step(person):
    page = person("Carine")
    with_passkeys(page)
    page.goto("/aanmelden/tweede-stap/passkeys/erbij/")
    confirm(page)
    looks_right(page)
    page.fill("[name=name]", "De gsm van Carine")
    go(page.locator("text=Maak de passkey").first)
    page.wait_for_url("**/herstelcodes/")
    page.goto("/aanmelden/tweede-stap/passkeys/")
    assert "De gsm van Carine" in page.locator("main").inner_text()
    looks_right(page)

    leave(page)
    looks_right(page)
    go(page.locator("text=Meld je aan met een passkey").first)
    page.wait_for_url("**/o/carine/**")

    leave(page)
    enter(page, "Carine")
    assert page.locator("h1").inner_text() == "Nog één stap"
    looks_right(page)
    go(page.locator("text=Gebruik je passkey").first)
    page.wait_for_url("**/o/carine/**")

    the_passkey_gets_another_name_and_goes(page)


def the_passkey_gets_another_name_and_goes(page):
    page.goto("/aanmelden/tweede-stap/passkeys/")
    go(page.locator("text=Geef een andere naam").first)
    confirm_with_passkey(page)
    looks_right(page)
    page.fill("[name=name]", "Nieuwe gsm")
    press(page)
    assert "Nieuwe gsm" in page.locator("main").inner_text()
    go(page.locator("text=Verwijder").first)
    looks_right(page)
    go(page.locator("text=Verwijder de passkey").first)
    assert "Je hebt nog geen passkey" in page.locator("main").inner_text()
    looks_right(page)


def confirm_with_passkey(page):
    if "/bevestigen/" in page.url:
        looks_right(page)
        go(page.locator("text=Liever met je passkey").first)
        looks_right(page)
        go(page.locator("text=Gebruik je passkey").first)
        page.wait_for_url("**/naam/")


def test_a_device_is_signed_out_from_afar(person, visitor):
    here = person("Dirk")
    there = visitor("Dirk op straat", user_agent=IPHONE)
    enter(there, "Dirk")
    assert is_in(there)
    here.goto("/aanmelden/toestellen/")
    looks_right(here)
    go(here.locator("li", has_text="Safari op iPhone").locator("button"))
    assert "Dat toestel is afgemeld" in here.locator(".msg").inner_text()
    assert not is_in(there)
    assert is_in(here)


def test_nobody_can_be_locked_out_by_somebody_else(person, visitor):
    own = person("Farid")
    leave(own)
    guesser = visitor("Gokker")
    for _time in range(6):
        enter(guesser, "Farid", "fout")
    assert "Wacht 1 minuut" in guesser.locator(".msg").inner_text()
    looks_right(guesser)
    enter(guesser, "Farid")
    assert "Te vaak geprobeerd" in guesser.locator(".msg").inner_text(), "not even the right password, from there"
    enter(own, "Farid")
    assert "/o/farid/" in own.url


def go_through(page, provider, sub):
    page.goto("/aanmelden/")
    looks_right(page)
    # The provider's own page asks for a style sheet on the internet.
    page.route(re.compile("^https:"), lambda asked: asked.fulfill(body="", content_type="text/css"))
    go(page.locator("text=Meld je aan via De Lindehof").first)
    page.wait_for_url(f"{provider}/**")
    page.fill("[name=sub]", sub)
    go(page.locator("button", has_text="Authorize").first)


def test_through_the_organisation(person, visitor, provider):
    leave(person("Els"))
    page = visitor("Els op kantoor")
    go_through(page, provider, "els")
    page.wait_for_url("**/o/els/**")

    stranger = visitor("Zoë")
    go_through(stranger, provider, "zoe")
    stranger.wait_for_url("**/terug/**")
    assert stranger.locator("h1").inner_text() == "We kennen je hier nog niet"
    looks_right(stranger)


def test_my_own_page_speaks_the_language_i_choose(person):
    page = person("Greet")
    page.goto("/aanmelden/mijn/")
    looks_right(page)
    page.check("text=Donker")
    page.check("text=Français")
    go(page.locator("main form.form button.btn-primary"))
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.goto("/aanmelden/wachtwoord/")
    looks_right(page)


def test_without_javascript_the_password_does_and_the_passkey_is_not_offered(person, visitor):
    leave(person("Hilde"))
    page = visitor("Hilde zonder script", java_script_enabled=False)
    page.goto("/aanmelden/")
    assert not page.locator("form[data-passkey]").is_visible()
    page.locator("[name=login]").fill("hilde@example.org")
    page.locator("[name=password]").fill(PASSWORD)
    press(page)
    assert "/o/hilde/" in page.url


def test_with_the_keyboard_alone(person, visitor):
    leave(person("Ine"))
    page = visitor("Ine zonder muis")
    page.goto("/aanmelden/")
    page.focus("[name=login]")
    page.keyboard.type("ine@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/o/ine/**")


def test_the_policy_of_the_pages_stops_a_script_that_does_not_belong_there(browser, server):
    """The twin: the complaints that would fail every story above are really heard."""
    context = browser.new_context()
    page = context.new_page()
    heard = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto(f"{server.base}/aanmelden/")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.stolen = 1'}))"
    )
    assert page.evaluate("window.stolen") is None
    assert any("Content Security Policy" in one for one in heard)
    context.close()
