"""Recognises a file by its content and unpacks a workbook within limits.

Nothing is believed that the file says about itself: what reaches the reader is a fresh archive with only the parts it
needs, each of which went by a scanner while it was counted.
"""

import re
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from struct import error as unpacking_error
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from draagvlak.staff.imports.scanning import (
    OdsScan,
    Pieces,
    SharedTextScan,
    SheetFacts,
    XlsxSheetScan,
    XmlGuard,
    unsafe,
)
from draagvlak.staff.imports.tables import (
    MAX_BYTES,
    MAX_INDEX,
    MAX_RATIO,
    MAX_UNPACKED,
    UnreadableFile,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"{\\rtf", "document"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
)
_MARKUP = re.compile(rb"\s*(?:<!doctype|<\?xml|<html|<svg|<table|<!--|<head|<meta|mime-version:)", re.IGNORECASE)
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*[\"}]")
_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    unpacking_error,
    RuntimeError,
    KeyError,
)
_MOST_PARTS = 5_000
_CHUNK = 256 * 1024
# Parts of an xlsx that say nothing about the cells.
_SKIPPED = ("drawings", "media", "charts", "theme", "externallinks", "pivot", "printer", "comments", "tables", "custom")


def recognise(content: bytes, *, name: str = "") -> str:
    """Say what the file is by its content: "xlsx", "xls", "ods" or "text".

    Raises UnreadableFile: empty_file, file_too_large, not_a_list, password, macro, unsupported_workbook, damaged_file.
    """
    if not content.removeprefix(b"\xef\xbb\xbf").strip(b"\0 \r\n\t"):
        raise UnreadableFile("empty_file", name=name)
    if len(content) > MAX_BYTES:
        raise UnreadableFile(
            "file_too_large", name=name, megabytes=-(-len(content) // 2**20), limit_mb=MAX_BYTES // 2**20
        )
    if content.startswith(_OLE):
        return _kind_of_old_container(content, name)
    if content[:4] in {b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"}:
        return _kind_of_archive(content, name)
    if kind := _kind_of_start(content[:1024]):
        raise UnreadableFile("not_a_list", name=name, kind=kind)
    return "text"


def _kind_of_start(start: bytes) -> str:
    """The kind of a file that is no list, by its first bytes; empty when it may be one."""
    if b"%PDF-" in start:
        return "pdf"
    if kind := next((kind for signature, kind in _SIGNATURES if start.startswith(signature)), ""):
        return kind
    # Without the zero bytes a page in UTF-16 reads like any other.
    bare = start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    if _MARKUP.match(bare):
        return "markup"
    return "json" if _JSON.match(bare) else ""


def _kind_of_old_container(content: bytes, name: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise UnreadableFile("password", name=name)
    if not (holds("Workbook") or holds("Book")):
        raise UnreadableFile("not_a_list", name=name, kind="document")
    if holds("_VBA_PROJECT"):
        raise UnreadableFile("macro", name=name)
    return "xls"


def _kind_of_archive(content: bytes, name: str) -> str:
    if content.count(b"PK\x01\x02") > _MOST_PARTS:
        raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _kind_of_parts(archive, name)
    except _BROKEN as fault:
        raise UnreadableFile("damaged_file", name=name) from fault


def _kind_of_parts(archive: ZipFile, name: str) -> str:
    parts = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
    if any(info.flag_bits & 1 for info in parts.values()):
        raise UnreadableFile("password", name=name)
    if "mimetype" in parts:
        return _kind_of_opendocument(archive, parts, name)
    if not any(part.startswith("xl/") for part in parts):
        known = (("word/", "document"), ("ppt/", "document"))
        kind = next((kind for start, kind in known if any(part.startswith(start) for part in parts)), "archive")
        kind = "numbers" if any(part.endswith(".iwa") or part == "index.zip" for part in parts) else kind
        code = "unsupported_workbook" if kind == "numbers" else "not_a_list"
        raise UnreadableFile(code, name=name, kind=kind)
    types = parts.get("[content_types].xml")
    macro_parts = [part for part in parts if part.endswith("vbaproject.bin") or "/macrosheets/" in part]
    if macro_parts or (types and b"macroenabled" in _start_of(archive, types).lower()):
        raise UnreadableFile("macro", name=name)
    if "xl/workbook.bin" in parts:
        raise UnreadableFile("unsupported_workbook", name=name, kind="xlsb")
    return "xlsx"


def _kind_of_opendocument(archive: ZipFile, parts: dict[str, ZipInfo], name: str) -> str:
    if not _start_of(archive, parts["mimetype"]).startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise UnreadableFile("not_a_list", name=name, kind="document")
    manifest = parts.get("meta-inf/manifest.xml")
    if manifest and b"encryption-data" in _start_of(archive, manifest):
        raise UnreadableFile("password", name=name)
    # LibreOffice keeps lists of libraries even when there is no macro; a module is a macro.
    lists = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
    basic = [part for part in parts if part.startswith("basic/") and part.endswith(".xml") and not part.endswith(lists)]
    if basic or any(part.startswith("scripts/") and not part.endswith("/") for part in parts):
        raise UnreadableFile("macro", name=name)
    return "ods"


def _start_of(archive: ZipFile, info: ZipInfo) -> bytes:
    with _opened(archive, info) as part:
        return part.read(2**20)


def _opened(archive: ZipFile, info: ZipInfo) -> IO[bytes]:
    # Other methods than these can ask for gigabytes before they give a byte, and no spreadsheet program uses them.
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BadZipFile(info.filename)
    return archive.open(info)


@dataclass(slots=True)
class Unpacked:
    """A checked copy of a workbook on disk, with what its scanners learnt; sheets of an xlsx by part, of an ods by name."""

    path: Path
    name: str
    facts: dict[str, SheetFacts] = field(default_factory=dict)
    small_parts: dict[str, bytes] = field(default_factory=dict)


@contextmanager
def unpacked(content: bytes, kind: str, *, name: str) -> Iterator[Unpacked]:
    """Give a checked copy of the workbook that is gone afterwards.

    Raises UnreadableFile: unpacks_too_large, unsafe_xml, damaged_file.
    """
    with tempfile.TemporaryDirectory(prefix="staff-list-") as folder:
        result = Unpacked(Path(folder) / f"list.{kind}", name)
        try:
            with ZipFile(BytesIO(content)) as archive, ZipFile(result.path, "w", ZIP_STORED) as copy:
                _Copier(archive, copy, result, kind).run()
        except _BROKEN as fault:
            raise UnreadableFile("damaged_file", name=name) from fault
        yield result


class _Copier:
    """Copies the needed parts of one archive and counts what really comes out."""

    def __init__(self, archive: ZipFile, copy: ZipFile, result: Unpacked, kind: str) -> None:
        self.archive = archive
        self.copy = copy
        self.result = result
        self.kind = kind
        self.total = 0
        self.shared = SharedTextScan("xl/sharedStrings.xml")

    def run(self) -> None:
        needed = self._needed()
        if sum(info.file_size for info in needed.values()) > MAX_UNPACKED:
            raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)
        for part, info in needed.items():
            self._copy(part, info)
        self._refuse_endless_texts()

    def _needed(self) -> dict[str, ZipInfo]:
        parts = {info.filename.replace("\\", "/").lstrip("/"): info for info in self.archive.infolist()}
        return {part: info for part, info in parts.items() if self._is_needed(part.lower())}

    def _is_needed(self, part: str) -> bool:
        if self.kind == "ods":
            return part in {"mimetype", "content.xml", "meta-inf/manifest.xml"}
        known = part.startswith(("xl/", "_rels/", "[content_types]")) and part.endswith((".xml", ".rels"))
        return known and not part.removeprefix("xl/").startswith(_SKIPPED)

    def _copy(self, part: str, info: ZipInfo) -> None:
        guard, scan, seen = XmlGuard(part), self._scan_for(part), 0
        with _opened(self.archive, info) as source, self.copy.open(part, "w") as target:
            while chunk := source.read(_CHUNK):
                seen += len(chunk)
                if seen > 2**22 and seen > MAX_RATIO * max(info.compress_size, 1):
                    raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)
                guard.feed(chunk)
                scan.feed(chunk)
                target.write(chunk)
                if part.endswith(("workbook.xml", "workbook.xml.rels")):
                    self._keep(part, chunk)
        scan.close()
        if isinstance(scan, OdsScan):
            self.result.facts.update(scan.tables)
        elif isinstance(scan, XlsxSheetScan):
            self.result.facts[part] = scan.facts

    def _keep(self, part: str, chunk: bytes) -> None:
        """Keep a part that lists sheets and parts; a long one would cost the reader minutes."""
        kept = self.result.small_parts[part] = self.result.small_parts.get(part, b"") + chunk
        if len(kept) > MAX_INDEX:
            raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)

    def _scan_for(self, part: str) -> Pieces:
        if self.kind == "ods":
            return OdsScan(part)
        # The reader takes this part by its name, without regard to case; of two it is not sure which.
        if part.lower().endswith("sharedstrings.xml"):
            if self.shared.lengths:
                raise unsafe(part)
            return self.shared
        return XlsxSheetScan(part)

    def _refuse_endless_texts(self) -> None:
        # The reader copies a shared text into every cell that quotes it: 80 kB of file could fill a gigabyte.
        longest = max(self.shared.lengths, default=0)
        cells = sum(facts.texts for facts in self.result.facts.values())
        if longest * cells <= MAX_UNPACKED:
            return
        size = sum(self._text_size(part) for part, facts in self.result.facts.items() if facts.texts)
        if size > MAX_UNPACKED:
            raise UnreadableFile("unpacks_too_large", limit_mb=MAX_UNPACKED // 2**20)

    def _text_size(self, part: str) -> int:
        size, tail, lengths = 0, b"", self.shared.lengths
        quoted = re.compile(rb"\st\s*=\s*[\"']s[\"'][^<>]*>\s*<(?:\w+:)?v[^<>]*>\s*(\d{1,9})\s*<")
        with _opened(self.archive, self._needed()[part]) as source:
            while chunk := source.read(_CHUNK):
                piece, end = tail + chunk, 0
                for match in quoted.finditer(piece):
                    end = match.end()
                    place = int(match[1])
                    size += lengths[place] if place < len(lengths) else 0
                tail = piece[max(end, len(piece) - 500) :]
        return size
