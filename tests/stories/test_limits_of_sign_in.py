"""The limit on guessing holds when all guesses come at once; on each database, for it is there that they are counted."""

import html
import re
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar

import pytest

pytestmark = pytest.mark.story


def test_of_forty_guesses_at_once_only_five_are_looked_at(server):
    def guess(number):
        jar = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = jar.open(f"{server.base}/aanmelden/", timeout=60).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        facts = {"csrfmiddlewaretoken": token, "login": "iemand@example.org", "password": f"gok-{number}"}
        sent = urllib.request.Request(f"{server.base}/aanmelden/", urllib.parse.urlencode(facts).encode())
        sent.add_header("Referer", f"{server.base}/aanmelden/")
        return html.unescape(jar.open(sent, timeout=60).read().decode())

    with ThreadPoolExecutor(20) as many:
        answers = list(many.map(guess, range(40)))
    assert sum("horen niet samen" in answer for answer in answers) == 5
    assert sum("Te vaak geprobeerd" in answer for answer in answers) == 35
