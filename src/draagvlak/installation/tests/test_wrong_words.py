"""A command that is called wrongly answers in one sentence on standard error, never with the inside of the program."""

import pytest

from draagvlak.installation.commands import run, sentence_of


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["import-staff", "list.csv", "--organisation", "x", "--as-of", "2026-02-31"], "“2026-02-31” is no day"),
        (["import-staff", "list.csv", "--organisation", "x", "--as-of", "9999-12-31"], "too far ahead"),
        (["import-staff", "list.csv", "--organisation", "x", "--as-of", "0001-01-01"], "too long ago"),
        (["import-staff", "--organisation", "x"], "arguments are required: file"),
        (["draw", "--pool", "p.csv", "--quotas", "q.csv", "--seats", "eight"], "--seats"),
        (["export-plan", "--organisation", "x", "--format", "exe", "--out", "x"], "invalid choice: 'exe'"),
        (["serve", "--port", "99999"], "“99999” is no port; it is a number from 1 to 65535."),
        (["demo", "--port", "-1"], "“-1” is no port"),
    ],
)
def test_a_wrong_word_is_named_in_one_sentence(capsys, words, sentence):
    status, told = run(words), capsys.readouterr()
    assert (status != 0, told.out, told.err.count("\n")) == (True, "", 1)
    assert told.err.startswith(f"draagvlak {words[0]}: ")
    assert sentence in told.err


def test_what_the_system_refuses_is_told_without_its_numbers(tmp_path):
    kept = tmp_path / "nowhere" / "kept.backup"
    told = [
        sentence_of(FileNotFoundError(2, "No such file or directory", str(kept))),
        sentence_of(PermissionError(13, "Permission denied", str(kept))),
        sentence_of(OSError(28, "No space left on device", str(kept))),
        sentence_of(OSError(28, "No space left on device")),
    ]
    assert told == [
        f"There is no folder {kept.parent}.",
        f"There is no right to use {kept}.",
        f"{kept}: No space left on device.",
        "No space left on device.",
    ]
