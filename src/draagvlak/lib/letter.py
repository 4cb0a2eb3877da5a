"""A plain-text letter as HTML. The plain text stays the truth: nothing is added to it but links, lists and lines.

No colour is named, so that a mail program in the dark shows it dark; no table, no image, nothing from elsewhere.
"""

import re
from dataclasses import dataclass
from html import escape

# Mail programs cut a longer message off.
LONGEST_HTML = 100_000
LINK = re.compile(r"https?://[^\s<>\"]+")
SEAL = re.compile(r"\b(?:\d+:)?[0-9a-f]{64}\b")
AFTER_A_LINK = ".,;:!?)]}’”'"
MONO = "font-family:ui-monospace,'Cascadia Mono',Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere"
PAGE = (
    "margin:0;padding:16px;font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;"
    "font-size:16px;line-height:1.5;color-scheme:light dark"
)


@dataclass(frozen=True)
class Foot:
    """Why somebody gets a mail, and where it can be changed; place is empty when it cannot."""

    why: str
    change: str = ""
    place: str = ""

    @property
    def lines(self) -> list[str]:
        return [self.why, *([f"{self.change} {self.place}"] if self.place else [])]


def as_text(body: str, *, foot: Foot) -> str:
    """The letter as it travels: the body, and the foot under the line by which mail programs know one (RFC 3676, 4.3)."""
    return "\n".join([body.rstrip(), "", "-- ", *foot.lines, ""])


def as_html(body: str, *, subject: str, sender: str, language: str, foot: Foot) -> str:
    """The same letter for programs that show HTML. Empty when it would be longer than mail programs show."""
    inside = "".join(_block(block.split("\n")) for block in re.split(r"\n\s*\n", body.strip()))
    under = "<br>".join(_line(line) for line in foot.lines)
    whole = (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f'<title>{escape(subject)}</title></head><body style="{PAGE}"><div lang="{escape(language)}" style="max-width:38em;margin:0 auto">'
        f'<p style="margin:0 0 24px;padding-bottom:8px;border-bottom:2px solid;font-weight:bold">{escape(sender)}</p>'
        f'{inside}<p style="margin:32px 0 0;padding-top:8px;border-top:1px solid;font-size:14px">{under}</p>'
        "</div></body></html>"
    )
    return whole if len(whole.encode()) <= LONGEST_HTML else ""


def _block(lines: list[str]) -> str:
    """A paragraph; lines that start with a dash become a list."""
    html, said, points = "", [], []
    for line in lines:
        if line.startswith("- "):
            points.append(f"<li>{_line(line[2:])}</li>")
        elif line.strip():
            said.append(_line(line))
    if said:
        html += f'<p style="margin:0 0 16px">{"<br>".join(said)}</p>'
    if points:
        html += f'<ul style="margin:0 0 16px;padding-left:20px">{"".join(points)}</ul>'
    return html


def _line(line: str) -> str:
    """A line with its links as links; what is not a link is escaped, and seals stand in mono."""
    html, at = "", 0
    for found in LINK.finditer(line):
        address = found.group().rstrip(AFTER_A_LINK)
        html += _words(line[at : found.start()])
        html += f'<a href="{escape(address)}" style="overflow-wrap:anywhere">{escape(address)}</a>'
        at = found.start() + len(address)
    return html + _words(line[at:])


def _words(text: str) -> str:
    html, at = "", 0
    for found in SEAL.finditer(text):
        html += f'{escape(text[at : found.start()])}<code style="{MONO}">{found.group()}</code>'
        at = found.end()
    return html + escape(text[at:])
