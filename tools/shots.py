"""Pictures of every page of the road, at three widths: ./dev shots [--theme dark] [--only WORD] [--port N] [--guide].

Starts the demo in a folder of its own (kept between runs), signs in per role and writes shots/<page>-<width>.png. Also says
what the console complained about and which pages are wider than the window. With --guide it makes the pictures of the guide
instead, one per chapter: docs/pictures/<chapter>.png.
"""

import argparse
import os
import subprocess
import sys
import time
import urllib.request
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PASSWORD = "draagvlak-demo"  # noqa: S105 -- the demo's, printed on the screen
WIDTHS = (360, 768, 1440)
L, W, K = "/o/lindehof/", "/o/terweide/", "/o/kompas/"
PAGES = {
    "amina@lindehof.example": {
        "individuals": f"{L}beleidsplan/enkele-mensen/",
        "individual": f"{L}beleidsplan/enkele-mensen/2/",
        "individual-start": f"{L}beleidsplan/enkele-mensen/nieuw/?vanuit=1",
        "individual-people": f"{L}beleidsplan/enkele-mensen/2/mensen/?q=eik",
        "individual-sheet": f"{L}beleidsplan/enkele-mensen/mens/4/",
        "individual-talk": f"{L}beleidsplan/enkele-mensen/mens/5/gesprek/",
        "individual-answer": f"{L}beleidsplan/enkele-mensen/mens/4/antwoord/",
        "individual-done": f"{L}beleidsplan/enkele-mensen/1/",
        "signals": f"{L}signalen/alle/",
        "tasks-coordinator": L,
        "who": f"{L}wie-doet-wat/",
        "set-up": f"{L}wie-doet-wat/organisatie/",
        "set-up-bodies": f"{L}wie-doet-wat/organisatie/organen/",
        "set-up-finish": f"{L}wie-doet-wat/organisatie/klaar/",
        "assign-role": f"{L}wie-doet-wat/rol/",
        "people": f"{L}mensen/",
        "read-list": f"{L}mensen/lijst/",
        "list-done": f"{L}mensen/lijst/1/",
        "list-undo": f"{L}mensen/lijst/1/ongedaan/",
        "person": f"{L}mensen/1/",
        "person-change": f"{L}mensen/1/wijzig/",
        "person-new": f"{L}mensen/nieuw/",
        "function-groups": f"{L}mensen/functiegroepen/",
        "version-first": f"{L}beleidsplan/versie/1/",
        "half-days": f"{L}wie-doet-wat/rol/2/dagdelen/",
        "second-step": "/aanmelden/tweede-stap/",
        "sessions": "/aanmelden/toestellen/",
        "project": f"{L}werkgroep/",
        "vision": f"{L}beleidsplan/visie/",
        "framework": f"{L}beleidsplan/kader/",
        "year": f"{L}beleidsplan/kader/kalender/",
        "year-next": f"{L}beleidsplan/kader/kalender/2027/",
        "rounds": f"{L}beleidsplan/raadplegingen/",
        "round": f"{L}beleidsplan/raadplegingen/1/",
        "round-remarks": f"{L}beleidsplan/raadplegingen/1/opmerkingen/",
        "round-result": f"{L}beleidsplan/raadplegingen/1/resultaat/",
        "round-regulation": f"{L}beleidsplan/raadplegingen/2/",
        "item-add": f"{L}beleidsplan/kader/toevoegen/",
        "plan": f"{L}beleidsplan/",
        "section": f"{L}beleidsplan/deel/why/",
        "goal": f"{L}beleidsplan/doel/",
        "goal-line": f"{L}beleidsplan/doel/2/lijn/",
        "sight": f"{L}beleidsplan/lijn/",
        "workshop": f"{L}beleidsplan/leren/",
        "idea": f"{L}beleidsplan/leren/nieuw/?doel=2",
        "idea-change": f"{L}beleidsplan/leren/3/",
        "idea-remove": f"{L}beleidsplan/leren/3/weg/",
        "compare": f"{L}beleidsplan/versie/1/naast/2/",
        "compare-choose": f"{L}beleidsplan/vergelijk/",
        "history": f"{L}beleidsplan/deel/rights/geschiedenis/",
        "history-goal": f"{L}beleidsplan/doel/1/geschiedenis/",
        "section-restore": f"{L}beleidsplan/deel/rights/geschiedenis/3/terug/",
        "changes": f"{L}beleidsplan/wijzigingen/",
        "regulation": f"{L}beleidsplan/reglement/",
        "regulation-draft": f"{L}beleidsplan/reglement/versie/2/",
        "regulation-compare": f"{L}beleidsplan/reglement/versie/1/naast/2/",
        "regulation-read": f"{L}beleidsplan/reglement/versie/1/gelezen/",
        "regulation-readers": f"{L}beleidsplan/reglement/versie/1/lezers/",
        "regulation-submit": f"{L}beleidsplan/reglement/voorleggen/",
        "article": f"{L}beleidsplan/reglement/artikel/3/",
        "article-move": f"{L}beleidsplan/reglement/artikel/3/verplaats/",
        "codecisions": f"{L}beleidsplan/samen-beslissen/",
        "codecision-done": f"{L}beleidsplan/samen-beslissen/1/",
        "codecision": f"{L}beleidsplan/samen-beslissen/2/",
        "codecision-close": f"{L}beleidsplan/samen-beslissen/2/sluit/",
        "dossiers": f"{L}overleg/",
        "dossier": f"{L}overleg/2/",
        "check-file": f"{L}overleg/nakijken/",
        "mandates": f"{L}overleg/stemmen/",
        "meetings": f"{L}vergaderingen/",
        "meeting-group": f"{L}vergaderingen/3/",
        "convene": f"{L}vergaderingen/orgaan/7/",
        "meeting-actions": f"{L}vergaderingen/acties/",
        "my-calendar": f"{L}vergaderingen/mijn-agenda/",
        "register": f"{L}wie-doet-wat/betrokkenen/",
        "stakeholder": f"{L}wie-doet-wat/betrokkenen/3/",
        "stakeholder-add": f"{L}wie-doet-wat/betrokkenen/nieuw/",
        "attitude": f"{L}wie-doet-wat/betrokkenen/3/houding/",
        "contact": f"{L}wie-doet-wat/betrokkenen/3/contact/",
        "news": f"{L}werkgroep/nieuws/",
        "announcement": f"{L}werkgroep/nieuws/1/",
        "announcement-write": f"{L}werkgroep/nieuws/nieuw/?over=opdracht",
        "announcement-publish": f"{L}werkgroep/nieuws/4/bekend/",
        "announcement-delete": f"{L}werkgroep/nieuws/4/weg/",
        "seat-function": f"{L}wie-doet-wat/zetel/1/functie/",
        "reach": f"{L}werkgroep/nieuws/1/bereik/",
        "support": f"{L}werkgroep/draagvlak/",
        "inclusion": f"{L}werkgroep/wie-bereiken-we/",
        "constituencies": f"{L}werkgroep/achterban/",
        "journal": f"{L}logboek/",
        "outbox": f"{L}mail/",
        "mail-again": f"{L}mail/60/opnieuw/",
        "mail-arrived": f"{L}mail/60/aangekomen/",
        "my-mail": f"{L}mijn-mail/",
        "where": f"{L}waar/",
        "plan-project": f"{L}werkgroep/project/",
        "report": f"{L}werkgroep/project/verslag/1/",
        "means": f"{L}werkgroep/middelen/",
        "external": f"{L}werkgroep/partner/",
        "assignment": f"{L}werkgroep/opdracht/2/",
        "partners": f"{L}wie-doet-wat/partners/",
        "partner": f"{L}wie-doet-wat/partners/1/",
        "me": "/aanmelden/mijn/",
    },
    "leen.somers@fonds.example": {
        "guest-meeting": f"{L}vergaderingen/8/als-gast/",
        "guest-answer": f"{L}vergaderingen/8/als-gast/antwoord/",
    },
    "bram@lindehof.example": {
        "individual-own": f"{L}beleidsplan/enkele-mensen/mens/5/",
        "individual-delegate": f"{L}beleidsplan/enkele-mensen/mens/5/bijstand/",
        "voice": f"{L}vragen/",
        "voice-ask": f"{L}vragen/nieuw/",
        "voice-nameless": f"{L}vragen/zonder-naam/",
        "voice-code": f"{L}vragen/code/",
    },
    "ria@lindehof.example": {
        "individual-beside": f"{L}beleidsplan/enkele-mensen/mens/5/",
        "negotiation": f"{L}beleidsplan/cao/onderhandeling/2/",
        "clause": f"{L}beleidsplan/cao/onderhandeling/2/punt/1/",
        "propose": f"{L}beleidsplan/cao/onderhandeling/2/punt/1/voorstel/",
        "voice-register": f"{L}vragen/register/",
        "voice-for-other": f"{L}vragen/register/namens/",
        "voice-term": f"{L}vragen/register/termijn/",
        "room-delegation": f"{L}kamer/union_delegation/",
        "treated": f"{L}overleg/naleving/",
        "treated-waits": f"{L}overleg/naleving/?antwoord=wacht",
    },
    "els@lindehof.example": {
        "tasks-board": L,
        "room-board": f"{L}kamer/board/",
        "board-sheet": f"{L}blad-voor-de-raad/",
        "appoint": f"{L}wie-doet-wat/coordinator/",
        "dossier-votes": f"{L}overleg/3/",
        "ballot-open": f"{L}overleg/stemming/2/",
        "ballot-vote": f"{L}overleg/stemming/2/stem/6/",
        "ballot-hands": f"{L}overleg/stemming/2/handen/",
        "ballot-stop": f"{L}overleg/stemming/2/stop/",
        "proxy": f"{L}overleg/stemming/2/volmacht/",
        "meeting-board": f"{L}vergaderingen/1/",
        "meeting-sheet": f"{L}vergaderingen/7/punt/?blad=vorming",
    },
    "dirk@lindehof.example": {
        "individuals-council": f"{L}beleidsplan/enkele-mensen/",
        "screenings": f"{L}beleidsplan/screening/",
        "screening-ask": f"{L}beleidsplan/screening/vraag/",
        "heard": f"{L}signalen/",
        "signal": f"{L}signalen/meld/",
        "agreements": f"{L}beleidsplan/cao/",
        "codecision-say": f"{L}beleidsplan/samen-beslissen/regel/3/zeg/",
        "codecision-asked": f"{L}beleidsplan/samen-beslissen/2/",
        "tasks-council": L,
        "ballot-secret": f"{L}overleg/stemming/1/",
        "room-council": f"{L}kamer/works_council/",
        "voice-point": f"{L}vragen/punt/1/",
        "meeting-ahead": f"{L}vergaderingen/8/",
        "meeting-was": f"{L}vergaderingen/6/",
        "paper-share": f"{L}vergaderingen/stuk/2/gasten/",
        "guest-uninvite": f"{L}vergaderingen/gast/49/intrekken/",
        "meeting-answer": f"{L}vergaderingen/antwoord/45/",
        "meeting-attendance": f"{L}vergaderingen/6/aanwezig/",
        "meeting-minutes": f"{L}vergaderingen/6/verslag/",
        "meeting-read": f"{L}vergaderingen/6/verslag/lees/",
        "meeting-agenda": f"{L}vergaderingen/8/agenda/",
        "meeting-order": f"{L}vergaderingen/8/volgorde/",
        "meeting-send": f"{L}vergaderingen/8/verstuur/",
        "meeting-change": f"{L}vergaderingen/8/wijzig/",
        "meeting-cancel": f"{L}vergaderingen/8/afgelasten/",
        "meeting-guest": f"{L}vergaderingen/8/gast/",
        "meeting-action": f"{L}vergaderingen/6/actie/",
    },
    "hilde@lindehof.example": {"tasks-hr": L, "forbidden": f"{L}logboek/"},
    "fatima@lindehof.example": {
        "individual-said": f"{L}beleidsplan/enkele-mensen/mens/4/",
        "tasks-night": L,
        "plan-employee": f"{L}beleidsplan/",
        "moments": f"{L}wie-doet-wat/betrokkenen/jouw-moment/",
        "announcement-employee": f"{L}werkgroep/nieuws/3/",
        "feedback": f"{L}werkgroep/nieuws/3/reactie/",
    },
    "greet@terweide.example": {
        "tasks-halfway": W,
        "compose": f"{W}werkgroep/oproep/2/samenstellen/?chosen=13&chosen=14",
        "call": f"{W}werkgroep/oproep/2/",
        "register-begin": f"{W}wie-doet-wat/betrokkenen/",
        "missing": L,
        "plan-halfway": f"{W}werkgroep/project/",
        "means-halfway": f"{W}werkgroep/middelen/",
        "time": f"{W}werkgroep/middelen/tijd/",
        "promise": f"{W}werkgroep/middelen/beloofd/coordinator/",
        "weigh": f"{W}werkgroep/partner/afwegen/",
        "risk": f"{W}werkgroep/project/risico/2/",
    },
    "wim@terweide.example": {"confirm": f"{W}werkgroep/project/bevestigen/"},
    "nele@debrug.example": {"guest": f"{L}werkgroep/opdracht/2/", "guest-forbidden": L},
    "iris@kompas.example": {
        "draft-with-notes": f"{K}beleidsplan/",
        "notes": f"{K}beleidsplan/opmerkingen/",
        "notes-done": f"{K}beleidsplan/opmerkingen/?toon=klaar",
        "note-write": f"{K}beleidsplan/opmerkingen/nieuw/?deel=means",
        "note-where": f"{K}beleidsplan/opmerkingen/nieuw/",
        "note": f"{K}beleidsplan/opmerkingen/6/",
        "note-change": f"{K}beleidsplan/opmerkingen/6/wijzig/",
        "suggestion": f"{K}beleidsplan/opmerkingen/7/",
        "suggestion-take-over": f"{K}beleidsplan/opmerkingen/7/neem-over/",
        "suggestion-decline": f"{K}beleidsplan/opmerkingen/7/niet/",
        "note-settle": f"{K}beleidsplan/opmerkingen/6/afgehandeld/",
        "note-give": f"{K}beleidsplan/opmerkingen/6/geef/",
        "section-with-notes": f"{K}beleidsplan/deel/means/",
        "submit-with-notes": f"{K}beleidsplan/voorleggen/",
        "tasks-small": K,
        "voice-nobody": f"{K}vragen/",
        "vision-small": f"{K}beleidsplan/visie/",
        "year-small": f"{K}beleidsplan/kader/kalender/",
        "round-open": f"{K}beleidsplan/raadplegingen/3/",
        "round-say": f"{K}beleidsplan/raadplegingen/3/zeg/why-1/",
        "contribute": f"{K}beleidsplan/visie/role/",
        "settle": f"{K}beleidsplan/visie/role/antwoord/",
        "register-propose": f"{K}wie-doet-wat/betrokkenen/begin/",
        "reach-small": f"{K}werkgroep/nieuws/5/bereik/",
    },
}

# The picture of each chapter of the guide: the top of one of the pages above, as somebody with that part sees it.
GUIDE = {
    "aanmelden": "me",
    "beleidsplan": "plan",
    "betrokkenen": "register",
    "cao": "negotiation",
    "enkele-mensen": "individual-sheet",
    "geschiedenis": "history",
    "kalender": "year",
    "kamer": "room-council",
    "mail": "my-mail",
    "meeschrijven": "note",
    "nakijken": "check-file",
    "naleving": "treated",
    "organisatie": "set-up",
    "overleg": "dossier",
    "personeel": "list-done",
    "raadplegen": "round",
    "reglement": "regulation",
    "samen-beslissen": "codecision",
    "screening": "screenings",
    "signalen": "signals",
    "stemmen": "ballot-vote",
    "taken": "who",
    "vergaderen": "meeting-was",
    "vertrouwelijk": "voice-ask",
    "visie": "vision",
}
GUIDE_SIZE = {"width": 1000, "height": 760}


def sign_in(page: Page, base: str, email: str) -> None:
    page.goto(f"{base}/aanmelden/")
    page.goto(f"{base}/o/lindehof/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_load_state()


def shoot(page: Page, base: str, name: str, path: str, widths: list[int]) -> None:
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(base + path)
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("() => document.documentElement.scrollWidth")
        if wide > width:
            sys.stdout.write(f"! {name} is {wide} wide at {width}\n")
        page.screenshot(path=str(ROOT / "shots" / f"{name}-{width}.png"), full_page=True)


def picture(page: Page, base: str, chapter: str, path: str) -> None:
    """The top of a page, in few colours: small enough to keep beside the text."""
    page.set_viewport_size(GUIDE_SIZE)
    page.goto(base + path)
    page.wait_for_load_state("networkidle")
    shot = Image.open(BytesIO(page.screenshot()))
    shot.convert("RGB").quantize(96).save(ROOT / "docs" / "pictures" / f"{chapter}.png", optimize=True)


def guide(page: Page, base: str, wanted: dict[str, str], _widths: list[int]) -> None:
    for chapter, name in GUIDE.items():
        if name in wanted:
            picture(page, base, chapter, wanted[name])


def tour(page: Page, base: str, wanted: dict[str, str], widths: list[int]) -> None:
    for name, path in wanted.items():
        shoot(page, base, name, path, widths)


def wait(base: str) -> None:
    """Until the demo answers, a minute at most."""
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{base}/healthz", timeout=2)
        except OSError:
            time.sleep(0.5)
        else:
            return


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--port", type=int, default=8077)
    parser.add_argument("--widths", default=",".join(map(str, WIDTHS)))
    parser.add_argument("--guide", action="store_true")
    options = parser.parse_args()
    (ROOT / "shots").mkdir(exist_ok=True)
    base = f"http://127.0.0.1:{options.port}"
    env = {**os.environ, "DRAAGVLAK_DIRECTORY": os.environ.get("DRAAGVLAK_SHOTS", str(ROOT / ".venv" / "shots-demo"))}
    server = subprocess.Popen(
        [ROOT / ".venv/bin/draagvlak", "demo", "--port", str(options.port)], env=env, stdout=subprocess.DEVNULL
    )
    try:
        wait(base)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=CHROMIUM)
            for email, pages in PAGES.items():
                shown = set(GUIDE.values()) if options.guide else set(pages)
                wanted = {name: path for name, path in pages.items() if options.only in name and name in shown}
                if not wanted:
                    continue
                page = browser.new_context(color_scheme=options.theme, locale="nl-BE").new_page()
                page.on(
                    "console", lambda message: message.type == "error" and sys.stdout.write(f"! {message.text[:200]}\n")
                )
                sign_in(page, base, email)
                (guide if options.guide else tour)(
                    page, base, wanted, [int(width) for width in options.widths.split(",")]
                )
    finally:
        server.terminate()
        server.wait()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
