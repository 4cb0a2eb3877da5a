"""The size alarm: where houses rot is the tail. A function over 40 lines, a module over 400, a class over 150 fails."""

import ast
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
LONGEST = {ast.FunctionDef: 40, ast.AsyncFunctionDef: 40, ast.ClassDef: 150}


def findings() -> list[str]:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        if {"migrations", "tests"} & set(path.parts):
            continue
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(SOURCE.parent)
        if (lines := text.count("\n")) > 400:
            found.append(f"{where}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            most = LONGEST.get(type(node))
            if most and node.end_lineno - node.lineno + 1 > most:
                found.append(
                    f"{where}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines, at most {most}"
                )
    return found


if __name__ == "__main__":
    rot = findings()
    sys.stdout.write("".join(f"{line}\n" for line in rot))
    raise SystemExit(bool(rot))
