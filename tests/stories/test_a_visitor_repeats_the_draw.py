"""In a real browser: somebody of the works council opens the draw of the demo and repeats it on a computer of his own."""

import json
import os
import re
import subprocess

import pytest

from tests.databases import without_what_tests_set
from tests.stories.acts import go
from tests.stories.conftest import DRAAGVLAK

pytestmark = pytest.mark.looks


def test_a_visitor_repeats_the_draw_of_the_demo(enter, tmp_path):
    dirk = enter("dirk", width=360)
    dirk.goto("/o/lindehof/werkgroep/")
    go(dirk.get_by_role("link", name="Wie denkt mee over leren in ons huis?"))
    go(dirk.get_by_role("link", name="Bekijk wie geloot is en hoe"))
    assert dirk.evaluate("() => document.documentElement.scrollWidth") == 360
    for link, name in (("Kandidaten", "kandidaten.csv"), ("Grenzen", "quota.csv")):
        with dirk.expect_download() as saved:
            dirk.locator(".verify").get_by_role("link", name=link).click()
        saved.value.save_as(tmp_path / name)
    command = dirk.locator(".verify .hash code").first.inner_text()
    seats, seed = re.search(r'--seats (\d+) --seed "([\d-]+)"', " ".join(command.split())).groups()
    words = ["draw", "--pool", "kandidaten.csv", "--quotas", "quota.csv", "--seats", seats, "--seed", seed, "--json"]
    env = without_what_tests_set({**os.environ, "DRAAGVLAK_DIRECTORY": str(tmp_path)})
    said = subprocess.run([DRAAGVLAK, *words], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    found = json.loads(said.stdout)
    rows = dirk.locator("section[aria-labelledby=kansen] tbody tr")
    drawn = rows.filter(has=dirk.get_by_text("ja", exact=True)).locator("th").all_inner_texts()
    assert set(found["panel"]) == {re.search(r"K\d+", row).group() for row in drawn}
    assert (len(drawn), found["seats"], rows.count()) == (9, 9, 12)
    assert sum(found["chances"].values()) == pytest.approx(9)
    assert min(found["chances"].values()) == found["minimum"] == pytest.approx(0.5)
