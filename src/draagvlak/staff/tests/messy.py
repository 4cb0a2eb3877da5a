"""Makes staff lists as organisations really send them, and files that only pretend to be one. All people are invented."""

import base64
import csv
import io
import zipfile
import zlib
from datetime import date, datetime

import openpyxl
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HEADER = ["Personeelsnummer", "Naam", "Voornaam", "Geslacht", "Geboortedatum", "Afdeling", "In dienst", "Uit dienst"]
PEOPLE = [
    ["00012", "Van den Broeck", "Piet", "M", date(1968, 4, 12), "Leefgroep Linde", date(1999, 9, 1), None],
    ["00013", "El Idrissi", "Amina", "V", date(1984, 12, 3), "Leefgroep Linde", date(2011, 2, 14), None],
    ["00014", "Y\u0131lmaz", "Mehmet", "M", date(1990, 1, 31), "Logistiek", date(2019, 6, 3), date(2024, 5, 31)],
    ["00015", "Lefèvre", "Élodie", "V", date(1979, 7, 7), "Nacht", date(2005, 1, 1), None],
]
XLSX_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Personeel" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


def dutch(value):
    """A cell as a Dutch payroll prints it."""
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else "" if value is None else str(value)


def text_list(rows=(HEADER, *PEOPLE), *, separator=";", encoding="utf-8", start=""):
    """A text file with separators."""
    target = io.StringIO()
    csv.writer(target, delimiter=separator).writerows([[dutch(cell) for cell in row] for row in rows])
    return (start + target.getvalue()).encode(encoding)


def xlsx_list(rows=(HEADER, *PEOPLE), *, year_1904=False, merged=(), sheets=None):
    """A workbook made with openpyxl; sheets: name → rows for more than one."""
    workbook = openpyxl.Workbook()
    if year_1904:
        workbook.epoch = CALENDAR_MAC_1904
    workbook.remove(workbook.active)
    for name, content in (sheets or {"Personeel": rows}).items():
        sheet = workbook.create_sheet(name)
        for row in content:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def xlsxwriter_list(rows=(HEADER, *PEOPLE)):
    """A workbook with shared texts and real date cells."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target)
    sheet, day = workbook.add_worksheet("Personeel"), workbook.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, place, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 -- a calendar day in a cell has no zone
            elif value is not None:
                sheet.write(number, place, value)
    workbook.close()
    return target.getvalue()


def ods_list(rows=(HEADER, *PEOPLE), *, last_row=None, cell=None):
    """An OpenDocument sheet; last_row: repeats of an empty last row; cell: attributes of one more cell."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Personeel")
    document.spreadsheet.addElement(table)
    for row in rows:
        line = TableRow()
        for value in row:
            line.addElement(_ods_cell(value))
        table.addElement(line)
    if cell:
        line = TableRow()
        line.addElement(TableCell(**cell))
        table.addElement(line)
    if last_row:
        line = TableRow(numberrowsrepeated=last_row)
        line.addElement(TableCell(numbercolumnsrepeated=16384))
        table.addElement(line)
    target = io.BytesIO()
    document.write(target)
    return target.getvalue()


def _ods_cell(value):
    if value is None:
        return TableCell()
    if isinstance(value, date):
        return TableCell(valuetype="date", datevalue=value.isoformat())
    if isinstance(value, int | float):
        return TableCell(valuetype="float", value=str(value))
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=value))
    return cell


def archive(parts, *, compressed=True):
    """A zip archive of parts: name → text or bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return target.getvalue()


def raw_xlsx(sheet, **other):
    """A workbook around a sheet that no program would write."""
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return archive({**XLSX_PARTS, "xl/worksheets/sheet1.xml": f"{start}{sheet}</sheetData></worksheet>", **other})


def with_parts(content, *, compressed=True, **parts):
    """The archive with other or more parts; a part that is None is left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        kept = {info.filename: container.read(info) for info in container.infolist()}
    return archive({name: part for name, part in (kept | parts).items() if part is not None}, compressed=compressed)


def with_replaced(content, part, old, new):
    """The archive with a text in one part replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        before = container.read(part)
    assert old in before
    return with_parts(content, **{part: before.replace(old, new)})


def old_list():
    """A list in the format of Excel 97: a title, a header, and two people. Made once with xlwt, kept compressed."""
    return zlib.decompress(base64.b64decode(_OLD_LIST))


_OLD_LIST = (
    "eNrtWE9IFFEY/97M7N/cddc00kAWISsT1Lx00U0zJUixDloS1K47kbk7G7NrUJcss5sQdCq6GHboYnXpDxXUIYiIjDoEQaB1CTwFBR3U6fu+mZ"
    "1WM3ChBGV+y/ve+33ve+9789773pudt1Ph6fF7FTOwBM0gw4LhA3eeTmDy5UgIsN4wqJjLvZgMB2sKPi8upNsFjwOvPbSGtN4zIMFd5TlKgM+Y"
    "jsJp6EpramQV0cpjiAkaQxNKATdQE4RyHlUJy36WG1neYcsnLPewZoxlE9pOiz6YinbV7LZ28WGpiuuCQP0+4DYfWdMAZfCSdvH5K8K0dUGLPh"
    "BLrrGKSqUIJgAXtEPVVJ14MdwCP0BbW11nZ90RxDSU4mJPwA8jAvA9F9XPIo5+dfUCUP9zsd7zF70XF3Gp/qqkAAyDcZyDZBTCMKYAH9Tdqp7B"
    "qFWTczBOxzUUm8nWZ5IDpzLZUL5GG0qlVB076IrFUnie96TTumYWO9RMMtZ/MhugYhz1WTURyw6l8EbYr0USA6qWyboAWnV1aBDz+vr6hl0e6l"
    "vNYvcYXS0abtIeq6oRqw6oJ76e0VUZoC8966cx82EUWnQYBThIi1AmcPBUDnOohnA25m5/e9cZ744eY80wX0DmNbWVZgUMuEAtsHGQa3hiKCyg"
    "hlvsZHmRe93C5QqWpRhHmFd3l1mF9hG2ucS11einkfE+ui2vvB3Lo7MHH1aOfonuwPJkx8y50skP0XGowtVIYHv6jUCtqBXXrxEeRXO5sI60Ty"
    "zL/zjevFLIejbDuouLYZ4CGhFmSRaCn26xhWALkibLzZ/JJGSyzWRkis0UZC6buZC5beZG5rG8Sst4ldir17I3V81nM/Lqtxl53YDsKWxGpuBM"
    "XH5F8xG/SXZ7Be0D8iMv40dmP0VWXzL7CdiM2gdtlu9HZj9vXpCf9l7JejY3NEslcJ8Gj5fIb/jBgQMHDhw4cOBg3YBeDOl9R7Zej13Wa7fH+q"
    "4zj2nB+UyybnEI0vjL4p/KfaBhrsPZgvbPJnCJXF9ihW1y3wsJvehdh0GI8zgGC96/+LdJ5D/PihuG/l0IFep/oZBx/mf/vwAMtwxn"
)


def ole(*streams):
    """The start of an old Office container whose directory names these streams."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + directory.ljust(1024, b"\0")
