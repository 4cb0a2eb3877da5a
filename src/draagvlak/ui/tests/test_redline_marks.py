"""What a writer struck through or underlined himself is not taken for what went or came."""

import pytest

from draagvlak.lib.redline import compare
from draagvlak.ui.templatetags.house import redline, redline_paper


@pytest.mark.parametrize("shown", [redline, redline_paper])
def test_it_is_said_in_words_on_the_page_and_on_paper(shown):
    old, new = (
        "<p>Wij <s>moeten</s> leren in <u>vier</u> dagen.</p>",
        "<p>Wij <s>moeten</s> leren in <u>vier</u> weken.</p>",
    )
    html = shown("".join(one.html for one in compare(old, new)))
    assert '<span class="word">[doorgestreept: </span>moeten<span class="word">]</span>' in html
    assert '<span class="word">[onderlijnd: </span>vier<span class="word">]</span>' in html
    assert not [tag for tag in ("<s>", "<u>", "</s>", "</u>") if tag in html]
    assert html.count("<del>") == html.count("<ins>") == 1
