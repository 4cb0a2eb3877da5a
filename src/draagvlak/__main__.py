"""The one console script: draagvlak COMMAND. `verify` needs nothing but this file's neighbour and loads no Django."""

import gc
import io
import os
import sys


def main(argv: list[str] | None = None) -> int:
    """Run a command. Errors are one sentence on standard error; the status is 0 only on success."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A name that this terminal cannot print must not break off what was done already.
            stream.reconfigure(errors="replace")
    if words[:1] == ["verify"]:
        from draagvlak.lib import verify  # noqa: PLC0415 -- offline and alone, before anything else is loaded

        if {"--help", "-h"} & set(words):
            sys.stdout.write((verify.__doc__ or "") + "\n")
            return 0
        return verify.main(words[1:])
    words = [part for word in words for part in (word.split("=", 1) if word.startswith("--directory=") else [word])]
    if "--directory" in words:
        at = words.index("--directory")
        if not "".join(words[at + 1 : at + 2]).strip():
            sys.stderr.write("draagvlak: say which folder after --directory.\n")
            return 2
        os.environ["DRAAGVLAK_DIRECTORY"] = words[at + 1]
        del words[at : at + 2]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "draagvlak.installation.settings")
    # Nothing that is loaded goes away: looking for circles in it again and again is a quarter of the time that a command needs.
    gc.disable()
    from draagvlak.installation.commands import run  # noqa: PLC0415 -- the directory must be known before settings load

    return run(words)


if __name__ == "__main__":
    raise SystemExit(main())
