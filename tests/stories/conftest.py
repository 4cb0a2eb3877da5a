"""A real server, a real browser, a real mail sink: what a story needs."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import sync_playwright

from tests.databases import own_database, without_what_tests_set
from tests.stories.acts import sign_in

ROOT = Path(__file__).resolve().parents[2]
DRAAGVLAK = Path(sys.executable).parent / "draagvlak"
CHROMIUM = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sink:
    """Keeps every mail that arrives over SMTP."""

    def __init__(self):
        self.mails = []
        self.messages = []

    def forget(self):
        self.mails.clear()
        self.messages.clear()

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 -- the library's name
        import email.policy

        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mails.append((envelope.rcpt_tos[0], mail["subject"], mail.get_body(["plain"]).get_content()))
        self.messages.append((envelope.rcpt_tos[0], mail))
        return "250 OK"

    def last_to(self, address):
        """The newest mail to this address, whole, or None."""
        return next((mail for to, mail in reversed(self.messages) if to == address), None)

    def link_for(self, address, within=30):
        """The link in the newest mail to this address."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            for to, _subject, body in reversed(self.mails):
                if to == address and (found := re.search(r"https?://\S+", body)):
                    return found.group()
            time.sleep(0.2)
        raise AssertionError(f"no mail to {address}: {[(to, subject) for to, subject, _ in self.mails]}")

    def calendar_for(self, address, sequence, within=30):
        """The calendar file in the newest mail to this address, once it has this sequence number."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            for to, mail in reversed(self.messages):
                parts = [one for one in mail.walk() if one.get_content_type() == "text/calendar"]
                if to == address and parts and f"SEQUENCE:{sequence}" in parts[0].get_content():
                    return parts[0]
            time.sleep(0.2)
        raise AssertionError(
            f"no calendar {sequence} to {address}: {[(to, mail['subject']) for to, mail in self.messages]}"
        )


class Server:
    """`draagvlak serve` in a folder of its own."""

    def __init__(self, place, database, sink_port):
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DRAAGVLAK")},
            "DRAAGVLAK_DIRECTORY": str(place),
            "DRAAGVLAK_ADDRESS": self.base,
            "EMAIL_URL": f"smtp://127.0.0.1:{sink_port}",
        }
        self.env.pop("DJANGO_SETTINGS_MODULE", None)
        self.env.pop("DATABASE_URL", None)
        if database:
            self.env["DATABASE_URL"] = database
        self.log = place / "server.log"
        self.process = None

    def run(self, *words):
        return subprocess.run([DRAAGVLAK, *map(str, words)], env=self.env, capture_output=True, text=True, check=False)

    def days_later(self, days):
        """The same installation so many days on: the clock of the machine cannot be moved, so the program's is."""
        self.stop()
        return self.serve(sys.executable, "-m", "tests.stories.later", str(days))

    def serve(self, *program):
        words = [*(program or [DRAAGVLAK]), "serve"]
        self.process = subprocess.Popen(
            words, cwd=ROOT, env=self.env, stdout=self.log.open("a"), stderr=subprocess.STDOUT
        )
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{self.base}/healthz", timeout=2)
            except OSError:
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.2)
            else:
                return self
        self.stop()
        raise AssertionError(self.log.read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture(scope="session")
def sink():
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    handler.port = controller.port
    yield handler
    controller.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory, sink, brought_up):
    sink.forget()  # an address may have had mail in an earlier story, with a link to a server that is gone
    place = tmp_path_factory.mktemp("installation with a space")
    shutil.copytree(brought_up[0], place, dirs_exist_ok=True)
    started = Server(place, own_database(brought_up[1]), sink.port).serve()
    yield started
    started.stop()
    told = started.log.read_text()
    assert not [line for line in told.splitlines() if "Warning: " in line or "Traceback" in line], told[-6000:]


@pytest.fixture(scope="module")
def demo(tmp_path_factory, founded):
    """The address of `draagvlak demo`, each story with its own."""
    place, port = tmp_path_factory.mktemp("demo"), free_port()
    shutil.copytree(founded, place, dirs_exist_ok=True)
    words = [DRAAGVLAK, "demo", "--port", str(port)]
    env = {**os.environ, "DRAAGVLAK_DIRECTORY": str(place)}
    process = subprocess.Popen(words, env=without_what_tests_set(env), stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    for _ in range(900):
        try:
            urllib.request.urlopen(f"{base}/healthz", timeout=2)
            break
        except OSError:
            assert process.poll() is None
            time.sleep(0.2)
    yield base
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture(scope="module")
def browser():
    """Per module: while it lives its event loop keeps Django from the database in the same process."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=CHROMIUM)
        yield launched
        launched.close()


@pytest.fixture
def visitor(browser, server):
    """A new person's browser: visitor("Koen", width=1440). What the console complains about fails the story."""
    contexts, complaints = [], []

    def make(name, width=1280, **more):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="nl-BE", base_url=server.base, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15000)
        page.on(
            "console",
            lambda message: (
                message.type == "error"
                and "status of 4" not in message.text
                and complaints.append(f"{name}: {message.text}")
            ),
        )
        page.on("pageerror", lambda error: complaints.append(f"{name}: {error}"))
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def enter(browser, demo):
    """Somebody of the demo in a window of his own: enter("amina"). What the console complains about fails the story."""
    contexts, complaints = [], []

    def make(first, width=1280, house="lindehof", **more):
        viewport = {"width": width, "height": 900}
        context = browser.new_context(base_url=demo, locale="nl-BE", viewport=viewport, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20000)
        page.on("pageerror", lambda error: complaints.append(f"{first}: {error}"))
        page.goto(f"/o/{house}/")
        sign_in(page, f"{first}@{house}.example")
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []
