"""Opens a file as a table: recognised by content, right sheet chosen, header found, empty and total rows left out."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from draagvlak.staff.imports.cleaning import (
    are_national_numbers,
    as_text,
    clean,
    is_blank,
    normalised_header,
    without_national_number,
)
from draagvlak.staff.imports.containers import recognise
from draagvlak.staff.imports.headers import find_header, label_of, recognised_fields, unique_labels
from draagvlak.staff.imports.tables import (
    MAX_ROWS,
    MAX_SHEETS,
    SAMPLED_ROWS,
    Cell,
    Column,
    Grid,
    Row,
    Table,
    TableWarning,
    UnreadableFile,
    too_many_rows,
)
from draagvlak.staff.imports.texts import read_text
from draagvlak.staff.imports.words import NATIONAL_NUMBER
from draagvlak.staff.imports.workbooks import Workbook, open_workbook

_COUNTED = (
    r"\d+\s+(?:personen|mensen|koppen|werknemers|medewerkers|personeelsleden|records|rijen|lijnen|personnes|travailleurs|lignes"
    r"|people|employees|rows)"
)
_TOTAL = re.compile(
    _COUNTED
    + r"|(?:(?:eind|sub|alg\w*\s*)?tota(?:al|len|ux)|(?:grand |sub)?total(?: g[ée]n[ée]ral)?|som|somme|sum|aantal|nombre"
    r"|number|count|gemiddelde?|moyenne|average)\b(?:[\s:]+.{0,40})?[\s:]*",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"(?:afgedrukt|gedrukt|(?:op)?gemaakt (?:door|op)|opgemaakt|opgesteld|afgesloten|laatst bijgewerkt|imprim[ée]|[ée]tabli|[ée]dit[ée]|fait [àa]|printed"
    r"|generated|created|exported|gegenereerd|g[ée]n[ée]r[ée]|pagina|page|bron|source|legende?|l[ée]gende|opmerkingen?|nota|noot"
    r"|remarques?|notes?|nb|n\.b\.|let op|attention|voor akkoord|pour accord|handtekening|signature|vertrouwelijk|confidentiel"
    r"|confidential|einde (?:van (?:de|het) )?(?:lijst|rapport|overzicht)|fin de (?:la )?liste|end of (?:list|report)|filters?|selectie)\b.*|\*.*",
    re.IGNORECASE,
)
# Rows that stand alone between the people: a total after each department, or its name above its people.
_BETWEEN = re.compile(
    _COUNTED + r"|(?:aantal|nombre)\b.{0,60}"
    r"|(?:(?:eind|sub|tussen|alg\w*\s*)?tota(?:al|len|ux)|(?:grand |sub|sous[- ]?)?total(?: g[ée]n[ée]ral)?)\b.{0,60}"
    r"|(?:afdeling|afd\.?|dienst|departement|team|leefgroep|campus|vestiging|kostenplaats|sector|werkgever|d[ée]partement|service"
    r"|[ée]quipe|site|[ée]tablissement|centre de frais|employeur|department|dept\.?|unit|location|cost cent(?:er|re)|employer)"
    r"(?:\s*[:\u2013-]|\s+\S).*",
    re.IGNORECASE,
)
# A row right under the header that says how to fill in each column: (dd/mm/jjjj), (%), (1).
_UNITS = re.compile(r"\(.*\)|\[.*\]|[dmjya]{1,4}[-/.][dmjya]{1,4}[-/.][dmjya]{1,4}|%|€", re.IGNORECASE)
_NUMBER = re.compile(r"[\s\d.,%€+-]*|" + _COUNTED, re.IGNORECASE)
_WHO = frozenset({"personnel_number", "name", "first_name", "last_name"})
_SAMPLES = 5
_MOST_FOOT_ROWS = 20


def open_table(content: bytes, *, name: str, sheet: str | None = None) -> Table:
    """Open a staff list: xlsx, xls, ods or text with separators, recognised by its content and not by its name.

    name: what the person called the file, only for the messages. sheet: which sheet of a workbook; without it the
    one whose header is known best, else the first that is not empty.
    Raises UnreadableFile: empty_file, file_too_large, not_a_list, password, macro, unsupported_workbook,
    damaged_file, asks_too_much, unsafe_xml, unpacks_too_large, unclosed_quote, cell_too_long, no_such_sheet, too_many_rows, too_many_columns,
    formulas_without_values, no_header, no_rows.
    """
    kind = recognise(content, name=name)
    if kind == "text":
        if sheet:
            raise UnreadableFile("no_such_sheet", sheet=sheet, sheets=())
        return _table_in(read_text(content, name=name))
    workbook = open_workbook(content, kind, name=name, wanted=sheet)
    return _table_in(_best_grid(workbook) if sheet is None else workbook.read(_named(sheet, workbook.sheets)))


def _named(sheet: str, sheets: tuple[str, ...]) -> str:
    alike = [known for known in sheets if known.strip().casefold() == sheet.strip().casefold()]
    if sheet in sheets or alike:
        return sheet if sheet in sheets else alike[0]
    raise UnreadableFile("no_such_sheet", sheet=sheet, sheets=sheets)


def _best_grid(workbook: Workbook) -> Grid:
    """The sheet whose header names the most fields; a sheet that cannot be read counts only when there is no other."""
    best: tuple[int, Grid] | None = None
    names_people = False
    lists: dict[str, int] = {}
    refusal: UnreadableFile | None = None
    for sheet in (workbook.visible or workbook.sheets)[:MAX_SHEETS]:
        try:
            grid = workbook.read(sheet)
        except UnreadableFile as refused:
            refusal = refusal or refused
            continue
        found = find_header(grid.rows)
        # A filled sheet without a header still beats an empty one, so that its message names what is wrong.
        known = found[2] if found else -1 if grid.rows else -2
        if best is None or known > best[0]:
            best = known, grid
            names_people = bool(found and _WHO & recognised_fields(found[1], loosely=True))
        if found and _WHO & recognised_fields(found[1]) and not all(map(is_blank, grid.rows[found[0] + 1 :])):
            lists[sheet] = known
    # On a legend stands nobody: then the sheet that cannot be read was the list.
    if best is None or (refusal and not names_people):
        raise refusal or UnreadableFile("no_rows", sheet="", sheets=workbook.sheets)
    known, grid = best
    # A legend names a few of the fields, a list of other people about as many.
    others = tuple(sheet for sheet, fields in lists.items() if sheet != grid.sheet and fields * 3 >= known * 2)
    told = (TableWarning("other_sheets", {"sheet": grid.sheet, "sheets": others}),) if others else ()
    return replace(grid, warnings=(*grid.warnings, *told))


def _table_in(grid: Grid) -> Table:
    found = find_header(grid.rows)
    if found is None:
        blank = all(is_blank(row) for row in grid.rows)
        raise UnreadableFile("no_rows" if blank else "no_header", sheet=grid.sheet, sheets=grid.sheets)
    place, labels, known = found
    warnings = [*grid.warnings]
    if not known:
        warnings.append(TableWarning("header_uncertain", {"row": place + 1}))
    rows = list(_filled_rows(grid.rows, place, warnings))
    _drop_foot(rows, warnings)
    rows = _without_titles(rows, warnings)
    if not grid.sheet:
        rows = _marked(rows, labels)
    if not rows:
        raise UnreadableFile("no_rows", sheet=grid.sheet, sheets=grid.sheets)
    if len(rows) > MAX_ROWS:
        raise too_many_rows(len(rows), grid.sheet)
    columns = tuple(_columns(labels, rows))
    national = {column.index for column in columns if _is_national(column, rows)}
    # Not even as an example on the page.
    columns = tuple(replace(column, samples=()) if column.index in national else column for column in columns)
    warnings.extend(
        TableWarning("national_number_column", {"column": column.label})
        for column in columns
        if column.index in national
    )
    return Table(columns, rows, grid.sheet, grid.sheets, place + 1, tuple(warnings), grid.date1904)


def _marked(rows: list[Row], labels: Sequence[str]) -> list[Row]:
    """The rows of a text file; those that hold more cells than the header are marked: a separator inside a text moved them.

    Where most rows do, the header just names no column there.
    """
    width = max((place for place, label in enumerate(labels, 1) if label), default=0)
    over = [any(cell != "" for cell in row.cells[width:]) for row in rows]
    if sum(over) * 2 > max(len(rows), 2):
        return rows
    return [replace(row, overflows=True) if is_over else row for row, is_over in zip(rows, over, strict=True)]


def _filled_rows(rows: Sequence[Sequence[Cell]], header: int, warnings: list[TableWarning]) -> Iterator[Row]:
    """The rows under the header that hold something; the titles and the header printed again on a next page are left out."""
    titles = rows[header]
    above: dict[str, int] = {}
    for cells in rows[:header]:
        if not _NUMBER.fullmatch(first := _first(cells)):
            above[first] = max(above.get(first, 0), _filled(cells))
    repeated: list[int] = []
    for number, cells in enumerate(rows[header + 1 :], header + 2):
        if is_blank(cells):
            continue
        # Somebody whose employer stands above the list too has more on the row than that title and a page number.
        if cells == titles or (
            cells.count("") * 2 >= len(cells) and _filled(cells) <= above.get(_first(cells), -1) + 1
        ):
            repeated.append(number)
        elif number == header + 2 and _are_units(cells):
            continue
        else:
            yield Row(number, cells)
    if repeated:
        warnings.append(
            TableWarning("repeated_headers_left_out", {"rows": tuple(repeated[:10]), "count": len(repeated)})
        )


def _filled(cells: Sequence[Cell]) -> int:
    return sum(cell != "" for cell in cells)


def _first(cells: Sequence[Cell]) -> str:
    return label_of(next((cell for cell in cells if cell != ""), ""))


def _without_titles(rows: list[Row], warnings: list[TableWarning]) -> list[Row]:
    """The rows without totals and titles of departments between the people."""
    alone = [(row, first) for row in rows if (first := _alone(row.cells))]
    told = _told_elsewhere({first.casefold() for _row, first in alone}, rows) if alone else frozenset()
    between = [row for row, first in alone if _BETWEEN.fullmatch(first) or _is_told(row, first.casefold(), told)]
    if not between:
        return rows
    numbers = {row.number for row in between}
    warnings.append(TableWarning("between_left_out", {"rows": tuple(sorted(numbers)[:10]), "count": len(numbers)}))
    return [row for row in rows if row.number not in numbers]


def _is_told(row: Row, word: str, told: Collection[tuple[int, str]]) -> bool:
    """Whether other rows carry the word in another column: Jan without a last name, above another Jan, is somebody."""
    return any(one == word and as_text(row.cells[place]).casefold() != word for place, one in told)


def _told_elsewhere(words: Collection[str], rows: list[Row]) -> frozenset[tuple[int, str]]:
    """Those of the words (small) that name where people work: in one later column (its place) at least two rows carry them.

    So KOUTERHOF above the people whose site is Kouterhof is a title, and not somebody without a name.
    """
    found = Counter(
        (place, small)
        for row in rows
        for place, cell in enumerate(row.cells[1:], 1)
        if isinstance(cell, str) and (small := clean(cell).casefold()) in words
    )
    return frozenset(told for told, times in found.items() if times > 1)


def _are_units(cells: Sequence[Cell]) -> bool:
    return all(bool(_UNITS.fullmatch(text)) for cell in cells if (text := as_text(cell)))


def _alone(cells: Sequence[Cell]) -> str:
    """The only words on a row, beside which stand numbers at most; empty when there are other words.

    A row of one column tells nothing: there everybody stands alone.
    """
    # Cheap: most rows have few empty cells.
    if len(cells) < 2 or cells.count("") * 3 < len(cells):
        return ""
    first = ""
    for cell in cells:
        if not isinstance(cell, str) or not cell:
            continue
        if first and not _NUMBER.fullmatch(cell):
            return ""
        first = first or clean(cell)
    return first


def _drop_foot(rows: list[Row], warnings: list[TableWarning]) -> None:
    """Take totals and printed remarks off the bottom."""
    dropped: list[int] = []
    while rows and len(dropped) < _MOST_FOOT_ROWS and (_is_foot(rows[-1].cells) or _counts(rows)):
        dropped.append(rows.pop().number)
    if dropped:
        warnings.append(TableWarning("foot_left_out", {"rows": tuple(reversed(dropped))}))


def _counts(rows: list[Row]) -> bool:
    """Whether nothing stands on the last row but how many rows are above it."""
    filled = [text for cell in rows[-1].cells if (text := as_text(cell))]
    return len(rows[-1].cells) > 2 and filled == [str(len(rows) - 1)]


def _is_foot(cells: Sequence[Cell]) -> bool:
    filled = [text for cell in cells if (text := as_text(cell))]
    first = _first(cells)
    if len(filled) * 2 > max(len(cells), 4) or not filled:
        return False
    # Nobody is called "Total" and has no other word on the row: what follows a total are numbers.
    words = [text for text in filled[1:] if not re.search(r"\d", text) and not _TOTAL.fullmatch(text)]
    if (_TOTAL.fullmatch(first) and not words) or (len(filled) <= 2 and _FOOTER.fullmatch(first)):
        return True
    # A sentence on its own: nobody's name has six words, or a colon and a number.
    return len(filled) == 1 and len(cells) > 1 and (len(first.split()) > 6 or bool(re.search(r":.*\d", first)))


def _is_national(column: Column, rows: list[Row]) -> bool:
    if normalised_header(column.label) in NATIONAL_NUMBER:
        return True
    return are_national_numbers(row.cells[column.index] for row in rows[:SAMPLED_ROWS])


def _columns(labels: list[str], rows: list[Row]) -> Iterator[Column]:
    """The columns with a header or with something in them."""
    width = max(len(rows[0].cells), len(labels))
    names = unique_labels([*labels, *[""] * (width - len(labels))])
    for index, label in enumerate(names):
        headed = index < len(labels) and bool(labels[index])
        samples = _samples(rows, index)
        if headed or samples or any(row.cells[index] != "" for row in rows[SAMPLED_ROWS:] if not row.overflows):
            yield Column(index, label, samples)


def _samples(rows: list[Row], index: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows[:SAMPLED_ROWS]:
        if not row.overflows and (text := without_national_number(as_text(row.cells[index]))[0]):
            found[text[:80]] = None
            if len(found) == _SAMPLES:
                break
    return tuple(found)
