"""A file is written as a whole, or it stays as it was."""

import os
import resource
import subprocess
import sys

import pytest

from draagvlak.lib.whole import write_whole

WRITE = "import sys; from pathlib import Path; from draagvlak.lib.whole import write_whole; write_whole(Path(sys.argv[1]), b'x' * 5000)"


@pytest.mark.parametrize("former", [None, b"vroeger"])
def test_a_disk_that_fills_up_leaves_no_half_file_and_keeps_the_former_one(tmp_path, former):
    file = tmp_path / "plan.pdf"
    if former is not None:
        file.write_bytes(former)
    failed = subprocess.run(
        [sys.executable, "-c", WRITE, file],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (failed.returncode, f"File too large: '{file}'" in failed.stderr) == (1, True)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == ({} if former is None else {file.name: former})


def test_what_is_replaced_keeps_its_rights_and_a_link_stays_a_link(tmp_path):
    file, link = tmp_path / "plan.pdf", tmp_path / "link.pdf"
    file.write_bytes(b"vroeger")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, b"nu")
    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (b"nu", 0o640, True)


def test_a_pipe_is_written_to_as_it_is(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    write_whole(pipe, b"alles")
    assert reader.communicate(timeout=10)[0] == b"alles"
