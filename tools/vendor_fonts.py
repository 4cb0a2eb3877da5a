"""Fetch the typefaces of the house again: python tools/vendor_fonts.py. For a maintainer; needs npm and a network.

Takes the latin and latin-ext files of the packages below, writes them with their licence next to fonts.css, and notes
name, version, licence and SHA-256 of each in MANIFEST.toml. Run it after changing a version; the diff shows the rest.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

UI = Path(__file__).resolve().parent.parent / "src/draagvlak/ui/static/ui"
FONTS = UI / "fonts"
LICENCE = "OFL-1.1"
SUBSETS = ("latin", "latin-ext")


@dataclass(frozen=True)
class Package:
    """One package: its name and version, the style sheets in it to follow, and the name of its licence file here."""

    name: str
    version: str
    sheets: tuple[str, ...]
    licence_file: str


PACKAGES = (
    Package("@fontsource-variable/atkinson-hyperlegible-next", "5.3.0", ("index.css",), "OFL-atkinson-next.txt"),
    Package("@fontsource/source-serif-4", "5.3.1", ("400.css", "400-italic.css", "600.css"), "OFL-source-serif-4.txt"),
    Package("@fontsource-variable/atkinson-hyperlegible-mono", "5.3.0", ("index.css",), "OFL-atkinson-mono.txt"),
)


@dataclass(frozen=True)
class Face:
    """One @font-face: what the style sheet needs to know, and the file it comes from."""

    family: str
    style: str
    weight: str
    letters: str
    file: Path


def fetched(package: Package, folder: Path) -> Path:
    """The unpacked package, fetched with npm into the folder; npm checks what it fetches."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed; the fonts in the repository stay as they are.")
    words = [npm, "pack", "--silent", f"{package.name}@{package.version}"]
    packed = subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True)
    target = folder / package.licence_file
    with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def faces(unpacked: Path, sheet: str) -> list[Face]:
    """The faces of the wanted subsets in one style sheet of a package."""
    found = []
    for block in re.findall(r"@font-face\s*\{(.*?)\}", (unpacked / sheet).read_text(encoding="utf-8"), re.DOTALL):
        said = dict(re.findall(r"([a-z-]+):\s*([^;]+);", block))
        file = unpacked / re.findall(r"url\(\./(files/[a-z0-9-]+\.woff2)\)", said["src"])[0]
        # The subset stands in the name of the file, between the family and the weight.
        if re.search(rf"-({'|'.join(SUBSETS)})-(wght|[0-9]+)-", file.name) and re.search(r"[a-z4]-latin", file.name):
            letters = said["unicode-range"].replace(",", ", ")
            family = said["font-family"].strip("'\"")
            found.append(Face(family, said["font-style"], said["font-weight"], letters, file))
    if not found:
        raise SystemExit(f"{sheet} holds none of the subsets {', '.join(SUBSETS)}.")
    return found


def rule_of(face: Face) -> str:
    """The @font-face as it stands in fonts.css."""
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f"  font-style: {face.style};\n"
        f"  font-weight: {face.weight};\n"
        "  font-display: swap;\n"
        f'  src: url("fonts/{face.file.name}") format("woff2");\n'
        f"  unicode-range: {face.letters};\n"
        "}\n"
    )


def entry_of(package: Package, file: Path) -> str:
    """The file as it stands in MANIFEST.toml."""
    number = hashlib.sha256(file.read_bytes()).hexdigest()
    return (
        "[[file]]\n"
        f'name = "{file.name}"\n'
        f'package = "{package.name}"\n'
        f'version = "{package.version}"\n'
        f'licence = "{LICENCE}"\n'
        f"bytes = {file.stat().st_size}\n"
        f'sha256 = "{number}"\n'
    )


def main() -> None:
    """Replace the fonts, fonts.css and MANIFEST.toml by what the packages hold."""
    rules = [
        "/* Made by tools/vendor_fonts.py. Self-hosted typefaces, SIL Open Font License 1.1; see fonts/MANIFEST.toml. */\n"
    ]
    entries = ["# Made by tools/vendor_fonts.py: the vendored fonts. The licence texts stand beside them.\n"]
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name) / "fonts"
        fresh.mkdir()
        for package in PACKAGES:
            unpacked = fetched(package, Path(name))
            shutil.copy(unpacked / "LICENSE", fresh / package.licence_file)
            for face in (face for sheet in package.sheets for face in faces(unpacked, sheet)):
                shutil.copyfile(face.file, fresh / face.file.name)
                rules.append(rule_of(face))
                entries.append(entry_of(package, fresh / face.file.name))
            entries.append(entry_of(package, fresh / package.licence_file))
        (fresh / "MANIFEST.toml").write_text("\n".join(entries), encoding="utf-8")
        shutil.rmtree(FONTS, ignore_errors=True)
        shutil.copytree(fresh, FONTS)
    (UI / "fonts.css").write_text("\n".join(rules), encoding="utf-8")
    sizes = sum(file.stat().st_size for file in FONTS.glob("*.woff2"))
    sys.stdout.write(f"{len(list(FONTS.glob('*.woff2')))} fonts, {sizes} bytes.\n")


if __name__ == "__main__":
    main()
