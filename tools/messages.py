"""The words of the house in three languages. Dutch is written in the source; French and English stand in catalogs.

--collect: gather the sentences from source and templates into the catalogs (needs gettext).
Without it: fail on a missing or fuzzy sentence, on placeholders that differ, on a sentence that the source no longer has.
--compile: write the .mo files beside the catalogs.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "draagvlak"
LANGUAGES = ("fr", "en")
HOLES = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")


def catalog(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def collect(language: str, place: Path) -> polib.POFile:
    """The sentences that stand in the source now, merged with what the catalog has."""
    kept = catalog(language)
    kept.parent.mkdir(parents=True, exist_ok=True)
    before = kept.read_bytes() if kept.exists() else None
    words = ["makemessages", "-l", language, "--no-obsolete", "--no-location", "--no-wrap", "-v", "0", "-i", "tests/*"]
    words += [f"-e{kind}" for kind in ("html", "txt", "py", "jinja")]
    subprocess.run([sys.executable, "-m", "django", *words], check=True, cwd=PACKAGE, env=environment(place))
    fresh = polib.pofile(str(kept), wrapwidth=0)
    if before is None:
        kept.unlink()
    else:
        kept.write_bytes(before)
    return fresh


def environment(place: Path) -> dict[str, str]:
    import os

    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "draagvlak.installation.settings",
        "DRAAGVLAK_DIRECTORY": str(place),
        "PYTHONPATH": str(ROOT / "src"),
    }


def holes(text: str) -> list[str]:
    return sorted(HOLES.findall(text))


def troubles(language: str, fresh: polib.POFile) -> list[str]:
    found = []
    for entry in fresh:
        said = [entry.msgstr] if not entry.msgid_plural else list(entry.msgstr_plural.values())
        if entry.fuzzy or not all(said):
            found.append(f"{language}: not translated: {entry.msgid[:80]!r}")
        elif not entry.msgid_plural and holes(entry.msgid) != holes(entry.msgstr):
            found.append(f"{language}: placeholders differ: {entry.msgid[:80]!r}")
        elif entry.msgid_plural and holes(entry.msgid_plural) != holes(said[-1]):
            found.append(f"{language}: placeholders differ: {entry.msgid_plural[:80]!r}")
    here = {(entry.msgctxt, entry.msgid) for entry in fresh}
    kept = polib.pofile(str(catalog(language))) if catalog(language).exists() else []
    found += [
        f"{language}: no longer in the source: {entry.msgid[:80]!r}"
        for entry in kept
        if (entry.msgctxt, entry.msgid) not in here
    ]
    return found


def main(words: list[str]) -> int:
    if "--compile" in words:
        for language in LANGUAGES:
            if catalog(language).exists():
                polib.pofile(str(catalog(language))).save_as_mofile(str(catalog(language).with_suffix(".mo")))
        return 0
    found = []
    with tempfile.TemporaryDirectory() as place:
        for language in LANGUAGES:
            fresh = collect(language, Path(place))
            if "--collect" in words:
                fresh.metadata = {
                    "Content-Type": "text/plain; charset=UTF-8",
                    "Language": language,
                    "Plural-Forms": "nplurals=2; plural=(n > 1);"
                    if language == "fr"
                    else "nplurals=2; plural=(n != 1);",
                }
                fresh.header = ""
                for entry in fresh:
                    kept = entry.msgstr or entry.msgstr_plural
                    entry.flags = [flag for flag in entry.flags if flag != "fuzzy" or kept]
                fresh.save(str(catalog(language)))
            found += troubles(language, fresh)
    sys.stdout.write("".join(f"{line}\n" for line in found[:40]))
    sys.stdout.write(f"{len(found)} sentence(s) to mend\n" if found else "")
    return int(bool(found) and "--collect" not in words)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
