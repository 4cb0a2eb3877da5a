"""Somebody pastes a text from a word processor, with all that it brings; and the editor takes nothing from what stood there."""

import pytest
from playwright.sync_api import expect

from tests.stories.acts import lets_it_stop, sees, send

pytestmark = pytest.mark.looks
PART = "/o/lindehof/beleidsplan/deel/means/"
ITEM = "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level{level} lfo1'>{mark}{words}<o:p></o:p></p>"
MARK = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp; </span></span><![endif]>"
DRAWN = (("1.", 1, "Eerst dit"), ("a.", 2, "hieronder"), ("2.", 1, "Dan dat"))
PASTED = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style>'
    "<xml><o:AllowPNG/></xml></head><body><h1 class=MsoTitle>Uit Word</h1>"
    "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Vet</b> woord</p>"
    + "".join(ITEM.format(level=level, mark=MARK.format(mark), words=words) for mark, level, words in DRAWN)
    + "<img src='http://spy.example/x.png' onerror='window.seen=1'><script>window.seen=1</script>"
    "<div>Een div</div><div>nog een</div></body></html>"
)
PASTE = """html => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  document.querySelector(".ProseMirror").dispatchEvent(pasted);
}"""
STOOD = "<h4>Klein kopje</h4><p>CO<sub>2</sub> en m<sup>2</sup></p><hr><p>Slot</p>"


def stands(page):
    """What is kept, as the plain field shows it to who has no scripts."""
    page.goto(PART)
    return page.locator("[name=body]").input_value()


def test_a_pasted_text_keeps_its_headings_and_lists_and_brings_nothing_else(enter):
    amina, koen = enter("amina"), enter("koen", java_script_enabled=False)
    asked = []
    amina.on("request", lambda request: asked.append(request.url))
    amina.goto(PART)
    amina.locator(".ProseMirror").click()
    amina.keyboard.press("Control+A")
    amina.evaluate(PASTE, PASTED)
    expect(amina.locator(".ProseMirror h2")).to_have_text("Uit Word")
    lets_it_stop(amina)
    send(amina)
    sees(amina, "Bewaard.")
    assert stands(koen) == (
        "<h2>Uit Word</h2><p><strong>Vet</strong> woord</p>"
        "<ol><li><p>Eerst dit</p><ol><li><p>hieronder</p></li></ol></li><li><p>Dan dat</p></li></ol>"
        "<p>Een div</p><p>nog een</p>"
    )
    assert (amina.evaluate("window.seen"), [url for url in asked if "spy" in url]) == (None, [])


def test_the_editor_takes_nothing_from_a_text_that_was_written_without_it(enter):
    koen, amina = enter("koen", java_script_enabled=False), enter("amina")
    koen.goto(PART)
    koen.locator("[name=body]").fill(STOOD)
    lets_it_stop(koen)
    koen.locator("main form button.btn-primary").last.click()
    amina.goto(PART)
    amina.locator(".ProseMirror p").last.click()
    amina.keyboard.press("End")
    amina.keyboard.type(" en meer")
    send(amina)
    assert stands(koen) == STOOD.replace("Slot", "Slot en meer")
