"""What a person writes is readable nowhere but where they ask for it, and nothing reaches for a network.

Both doors, the window and the command line, as real processes with folders of their own for everything they write.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.privacy.guard import CAUGHT
from tests.privacy.words import ACCENTED, WORDS, found_in, readable

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says in /proc which sockets are open")


def _run(module: str, home: Path, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    env = {
        **os.environ,
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")},
        "XDG_RUNTIME_DIR": str(home / "run"),
    }
    for name in ("tmp", "run"):
        (home / name).mkdir(parents=True, mode=0o700)
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        env=env,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_a_session_in_the_window_leaves_nothing_readable_and_reaches_for_no_network(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ended = _run("tests.privacy.session", home, home)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert ended.stdout == b"done\n"
    assert b"ran into a fault of its own (KeyError" in ended.stderr
    assert found_in(ended.stderr) == set()
    written = {path.name for path in (home / "archive").iterdir()}
    assert written >= {"archive.db", "archive.db-wal", "archive.key", "archive.lock", "backups"}
    assert (home / "archive" / "archive.db-wal").stat().st_size > 10_000
    assert readable(tmp_path) == {}


def test_the_command_line_leaves_nothing_readable_and_reaches_for_no_network(tmp_path: Path) -> None:
    home, given = tmp_path / "home", tmp_path / "given"
    given.mkdir()
    ended = _run("tests.privacy.commands", home, home, given)
    assert ended.returncode == 0, ended.stderr.decode()
    assert found_in(ended.stderr) == set()
    assert list((home / "archive").glob("damaged-*"))
    assert readable(home) == {}
    # What was asked for is readable: so the search finds what there is to be found.
    assert len(readable(given)["out.counteroffer"]) >= len(WORDS) - 3


def test_the_guard_catches_a_program_that_reaches_for_a_network(tmp_path: Path) -> None:
    ended = _run("tests.privacy.reaching", tmp_path / "home")
    assert ended.returncode == CAUGHT, ended.stderr.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_the_search_finds_words_however_they_are_written(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a").write_bytes(b"\0\1\2" + f"x {ACCENTED.upper()} y".encode(encoding))
    assert readable(tmp_path) == {"a": {ACCENTED}}
