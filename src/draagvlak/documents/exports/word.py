"""From our own clean HTML to a Word document. Only the tags that the house writes; anything else becomes its text."""

import io
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import html as lxml_html
from lxml.etree import _Element as Element

HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3}
LANGUAGES = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}
BLOCKS = {"p", "div", "ul", "ol", "li", "h2", "h3", "h4", "blockquote", "table", "tr", "td", "th"}
# What word processors put between lines when somebody pastes, and what no XML may hold.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ROOM, LINE, FACTS = Cm(1.8), Cm(16.6), (0.32, 0.68)
# As many as Word takes.
MOST_COLUMNS = 63
WIDTH = re.compile(r"\bw(\d\d)\b")
MARKS = {
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "u": "underline",
    "s": "strike",
    "sup": "above",
    "sub": "below",
}
INLINE = MARKS.keys() | {"a", "br", "span", "ins", "del"}


def word_document(html: str, *, title: str, organisation: str, language: str = "nl") -> bytes:
    """The HTML as a .docx with its language, a title and an author in its properties. language: nl, fr or en."""
    html, title, organisation = (NOT_XML.sub(" ", text) for text in (html, title, organisation))
    document = docx.Document()
    # Its properties hold at most 255 characters each.
    document.core_properties.title = title[:255]
    document.core_properties.author = organisation[:255]
    document.core_properties.language = LANGUAGES.get(language[:2], LANGUAGES["nl"])
    _style(document)
    _inside(document, lxml_html.fragment_fromstring(html, create_parent="div"), style=None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _style(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), document.core_properties.language)
    normal.element.get_or_add_rPr().append(language)
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH and style.name.startswith(("Heading", "Title")):
            style.font.color.rgb = RGBColor(0x15, 0x21, 0x2A)


def _block(document: Document, node: Element, *, style: str | None = None) -> None:
    if not isinstance(node.tag, str):
        return
    if node.tag in HEADINGS:
        _runs(document.add_heading(level=HEADINGS[node.tag]), node)
    elif node.tag in {"ul", "ol"}:
        _list(document, node, depth=_depth(style))
    elif node.tag == "table":
        _table(document, node)
    elif node.get("class") == "room":
        _room(document)
    elif node.tag in {"div", "section", "article", "blockquote", "header"}:
        _inside(document, node, style="Intense Quote" if node.tag == "blockquote" else style)
    elif (node.text_content() or "").strip():
        _runs(document.add_paragraph(style=style), node)


def _inside(document: Document, node: Element, *, style: str | None) -> None:
    """What stands in it, block by block."""
    for part in _parts(node):
        _block(document, part, style=style)


def _parts(node: Element) -> Iterator[Element]:
    """The blocks in it, in order; words that stand loose between blocks are a paragraph, with their marks."""
    loose = lxml_html.Element("p")
    loose.text = node.text
    for child in node:
        if child.tag in INLINE:
            loose.append(deepcopy(child))
            continue
        yield loose
        yield child
        loose = lxml_html.Element("p")
        loose.text = child.tail
    yield loose


def _depth(style: str | None) -> int:
    return int(style[-1]) if style and style[-1].isdigit() else 1 if style and style.startswith("List") else 0


def _list(document: Document, node: Element, *, depth: int) -> None:
    style = _of_depth("List Bullet" if node.tag == "ul" else "List Number", depth)
    for turn, item in enumerate(node.iterchildren("li")):
        paragraph = document.add_paragraph(style=style)
        if turn == 0 and node.tag == "ol":
            number = _from_one(document, style)
        if node.tag == "ol":
            _last_paragraph(document).get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
        _item(document, item, paragraph, depth=depth)


def _of_depth(style: str, depth: int) -> str:
    return style if depth == 0 else f"{style} {min(depth + 1, 3)}"


def _item(document: Document, item: Element, first: Paragraph | None, *, depth: int) -> Paragraph | None:
    """What stands in an item, in its order: the first words at its bullet, whatever follows below it. first: that bullet's
    paragraph while it is empty. Returns the same."""
    for part in _parts(item):
        if part.tag in {"ul", "ol"}:
            _list(document, part, depth=depth + 1)
            first = None
        elif part.tag == "table":
            _table(document, part)
            first = None
        elif part.tag in {"div", "section", "article", "blockquote", "header"}:
            first = _item(document, part, first, depth=depth)
        elif isinstance(part.tag, str) and (part.text_content() or "").strip():
            paragraph = first or document.add_paragraph(style=_of_depth("List Continue", depth))
            _runs(paragraph, part, bold=part.tag in HEADINGS)
            first = None
    return first


def _last_paragraph(document: Document) -> Any:  # noqa: ANN401 -- the library's own XML
    return next(document.element.body.iterchildren(qn("w:p"), reversed=True))


def _from_one(document: Document, style: str) -> int:
    """A numbering that begins at 1 again; without it a second list goes on where the first one stopped."""
    numbering = document.part.numbering_part.element
    usual = numbering.num_having_numId(document.styles[style].element.pPr.numPr.numId.val)
    fresh = numbering.add_num(usual.abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _room(document: Document) -> None:
    """A box to write in by hand."""
    if document.paragraphs:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    table.rows[0].height, table.rows[0].height_rule = ROOM, WD_ROW_HEIGHT_RULE.AT_LEAST
    document.add_paragraph()


def _repeat_first_row(document: Document) -> None:
    """Names above the columns of the last table: read out with each cell, and again at the top of the next page."""
    table = next(document.element.body.iterchildren(qn("w:tbl"), reversed=True))
    table.find(qn("w:tr")).get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _widths(node: Element, first: Sequence[Element], columns: int) -> list[Length]:
    """What each column takes of the line: as its class says (w25 is a quarter); the others share the rest."""
    if node.get("class") == "facts" and columns == len(FACTS):
        return [Length(int(LINE * share)) for share in FACTS]
    named = [int(found[1]) / 100 if (found := WIDTH.search(one.get("class") or "")) else 0.0 for one in first]
    named += [0.0] * (columns - len(named))
    rest = max(1 - sum(named), 0) / max(named.count(0), 1)
    return [Length(int(LINE * (share or rest))) for share in named]


def _rows_of(node: Element) -> list[list[Element]]:
    """The rows of this table with their cells; a table inside a cell has rows of its own."""
    groups = [node, *node.iterchildren("thead", "tbody", "tfoot")]
    return [list(row.iterchildren("td", "th")) for group in groups for row in group.iterchildren("tr")]


def _placed(rows: Sequence[Sequence[Element]]) -> list[tuple[int, int, int, int, Element]]:
    """Each cell with its row and column, and over how many of both it lies."""
    taken: set[tuple[int, int]] = set()
    found = []
    for down, row in enumerate(rows):
        across = 0
        for cell in row:
            while (down, across) in taken:
                across += 1
            high = min(_span(cell, "rowspan"), len(rows) - down)
            wide = min(_span(cell, "colspan"), MOST_COLUMNS - across)
            if wide < 1:
                break
            taken |= {(down + y, across + x) for y in range(high) for x in range(wide)}
            found.append((down, across, high, wide, cell))
            across += wide
    return found


def _span(cell: Element, name: str) -> int:
    said = cell.get(name) or ""
    return max(int(said[:3]), 1) if said.isascii() and said.isdigit() else 1


def _empty_table(document: Document, node: Element, rows: Sequence[Sequence[Element]], columns: int) -> list[Any]:
    """The cells of a new table, row by row."""
    table = document.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    widths, is_signed = _widths(node, rows[0], columns), "signing" in (node.get("class") or "")
    grid = []
    for row in rows:
        made = table.add_row()
        grid.append(made.cells)
        if row is rows[0] and all(source.tag == "th" for source in row):
            _repeat_first_row(document)
        if is_signed and row is not rows[0]:
            made.height, made.height_rule = ROOM, WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, width in zip(made.cells, widths, strict=False):
            cell.width = width
    return grid


def _table(document: Document, node: Element) -> None:
    rows = _rows_of(node)
    placed = _placed(rows)
    columns = max((across + wide for _down, across, _high, wide, _cell in placed), default=0)
    if not columns:
        return
    grid = _empty_table(document, node, rows, columns)
    for down, across, high, wide, source in placed:
        cell = grid[down][across]
        if high > 1 or wide > 1:
            cell = cell.merge(grid[down + high - 1][across + wide - 1])
        _runs(cell.paragraphs[0], source, bold=source.tag == "th")
    if node.getnext() is not None and node.getnext().tag == "table":
        document.add_paragraph()


def _runs(paragraph: Paragraph, node: Element, *, bold: bool = False) -> None:
    for text, marks in _pieces(node, frozenset({"bold"} if bold else ())):
        if text == "\n":
            paragraph.add_run().add_break()
        elif text.strip() or (text and paragraph.runs):
            run = paragraph.add_run(text if paragraph.runs else text.lstrip())
            run.bold, run.italic, run.underline = (
                "bold" in marks or None,
                "italic" in marks or None,
                "underline" in marks or None,
            )
            run.font.strike = "strike" in marks or None
            if "above" in marks:
                run.font.superscript = True
            elif "below" in marks:
                run.font.subscript = True


def _pieces(node: Element, marks: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    yield _spaces(node.text), marks
    for child in node:
        if not isinstance(child.tag, str):
            continue
        if child.tag == "br":
            yield "\n", marks
        else:
            if child.tag in BLOCKS and _has_words_before(child):
                yield "\n", marks
            yield from _pieces(child, marks | {MARKS[child.tag]} if child.tag in MARKS else marks)
            if (
                child.tag == "a"
                and (place := child.get("href", "").removeprefix("mailto:"))
                and place not in (child.text_content() or "")
            ):
                # Who has only the paper can read where it leads.
                yield f" ({place})", marks
        yield _spaces(child.tail), marks


def _has_words_before(node: Element) -> bool:
    """Whether something stands before this block in the same cell or item, so that it begins a line of its own."""
    before = node.getprevious()
    if before is None:
        parent = node.getparent()
        return parent is not None and bool((parent.text or "").strip())
    return before.tag in BLOCKS or before.tag == "br" or bool((before.tail or before.text_content() or "").strip())


def _spaces(text: str | None) -> str:
    """White space as HTML reads it: any run of it is one space."""
    if not text:
        return ""
    words = " ".join(text.split())
    return (" " if text[0].isspace() else "") + words + (" " if words and text[-1].isspace() else "")
