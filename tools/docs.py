"""The documentation, with what the code says of itself: ./dev docs writes docs/generated and build/docs; --check only compares.

Generated: the floors, the tables of rights, the reactions, the parameters of the law. Built: every page of docs/ as HTML, with
its links checked.
"""

import html
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
GENERATED = DOCS / "generated"


def start() -> None:
    place = tempfile.mkdtemp()
    os.environ.update(DRAAGVLAK_DIRECTORY=place, DJANGO_SETTINGS_MODULE="draagvlak.installation.settings")
    import django

    django.setup()


def floors() -> str:
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    rows = []
    for floor in contracts[0]["layers"]:
        for name in floor.split(" | "):
            module = __import__(f"draagvlak.{name}", fromlist=["x"])
            first = " ".join((module.__doc__ or "").strip().split("\n\n")[0].split())
            rows.append(f"| `{name}` | {first} |")
    head = "| station | what it is for |\n| --- | --- |"
    return (
        f"# The floors\n\nA later station may know an earlier one, never the reverse. Top floor first.\n\n{head}\n"
        + "\n".join(rows)
        + "\n"
    )


def rights() -> str:
    from draagvlak.lib.rights import table

    rows = [f"| `{act}` | {words(fact)} |" for act, fact in sorted(table().items())]
    return (
        "# Who may do what\n\nA fact is a claim about the person and the thing. Every line is asked at a door.\n\n| act | when |\n| --- | --- |\n"
        + "\n".join(rows)
        + "\n"
    )


def words(fact: object) -> str:
    """The facts in a line as the code names them."""
    return " ".join(
        re.sub(r"[()]", " ", str(fact)).replace("Predicate:", "").replace("|", "or").replace("&", "and").split()
    )


def reactions() -> str:
    from draagvlak.journal.actions import REACTIONS

    rows = [
        f"| `{act}` | `{one.__module__.removeprefix('draagvlak.')}.{one.__name__}` |"
        for act, ones in sorted(REACTIONS.items())
        for one in ones
    ]
    return "# Who reacts to what\n\n| act | reaction |\n| --- | --- |\n" + "\n".join(rows) + "\n"


def law() -> str:
    from datetime import date

    from draagvlak.lib.law import parameters

    rows = [
        f"| `{p.key}` {p.joint_committee} | {p.shown('en')} | {p.source.said('en') if hasattr(p.source, 'said') else p.source} | {p.confidence} |"
        for p in parameters(on=date(2026, 11, 22))
    ]
    return (
        "# The law as parameters\n\nOn 22 November 2026. `to_check` is shown to people as “na te kijken”.\n\n| key | value | source | confidence |\n| --- | --- | --- | --- |\n"
        + "\n".join(rows)
        + "\n"
    )


PAGES = {"floors.md": floors, "rights.md": rights, "reactions.md": reactions, "law.md": law}


def broken_links() -> list[str]:
    found = []
    for page in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            outside = "://" in target or target.startswith("mailto:")
            found += [] if outside or (page.parent / target).exists() else [f"{page.relative_to(ROOT)}: no {target}"]
    return found


def without_picture() -> list[str]:
    """Chapters of the guide that show nothing."""
    chapters = [page for page in (DOCS / "gids").glob("*.md") if page.stem != "index"]
    bare = [page for page in chapters if "](../pictures/" not in page.read_text(encoding="utf-8")]
    return [f"{page.relative_to(ROOT)} has no picture; see ./dev shots --guide" for page in bare]


def build() -> None:
    out = ROOT / "build" / "docs"
    out.mkdir(parents=True, exist_ok=True)
    for page in DOCS.rglob("*.md"):
        target = (out / page.relative_to(DOCS)).with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        body = render(page.read_text(encoding="utf-8"))
        target.write_text(
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{page.stem}</title></head><body>{body}</body></html>',
            encoding="utf-8",
        )
    for picture in DOCS.rglob("*.png"):
        target = out / picture.relative_to(DOCS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(picture.read_bytes())


def render(text: str) -> str:
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return re.sub(r'href="([^":#]+)\.md', r'href="\1.html', body)


def main(options: list[str]) -> int:
    start()
    fresh = {name: make() for name, make in PAGES.items()}
    stale = [
        name
        for name, text in fresh.items()
        if not (GENERATED / name).exists() or (GENERATED / name).read_text(encoding="utf-8") != text
    ]
    if "--check" not in options:
        GENERATED.mkdir(parents=True, exist_ok=True)
        for name, text in fresh.items():
            (GENERATED / name).write_text(text, encoding="utf-8")
        build()
        stale = []
    troubles = [f"docs/generated/{name} is not what the code says; run ./dev docs" for name in stale] + broken_links()
    troubles += without_picture()
    sys.stdout.write("".join(f"{html.unescape(line)}\n" for line in troubles))
    return int(bool(troubles))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
