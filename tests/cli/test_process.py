"""What only a real process shows: its streams, its locale, its signals, and what it loads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
APPLY = [sys.executable, "-m", "counteroffer", "apply"]


def test_a_workbook_from_beginning_to_end(process: Run, tmp_path: Path) -> None:
    folder = ("--archive", tmp_path / "archive")
    workbook_id = process(*folder, "new", "--title", "Żółw & Söhne").stdout.decode().strip()
    edits = '{"set": ["situation", "employer"], "value": "Łódź 漢字"}\n'.encode()
    applied = process(*folder, "apply", workbook_id, "-", input=edits)
    assert (applied.returncode, applied.stdout, applied.stderr) == (0, b"saved 1\n", b"")
    listed = process("list", *folder, "--json")
    assert [row["employer"] for row in json.loads(listed.stdout)] == ["Łódź 漢字"]
    refused = process(*folder, "show", "nobody")
    assert (refused.returncode, refused.stdout, refused.stderr.count(b"\n")) == (2, b"", 1)


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_what_is_printed_is_utf_8_whatever_the_locale(
    process: Run, cli: CommandLine, filled: str, locale: dict[str, str]
) -> None:
    cli("apply", filled, stdin='{"set": ["title"], "value": "Żółw 漢字"}')
    shown = process("--archive", cli.folder, "show", filled, env={"LANG": "C", **locale})
    assert shown.returncode == 0
    assert shown.stdout.decode("utf-8").splitlines()[0] == "Żółw 漢字"


def test_a_receipt_comes_before_the_next_edit_is_sent(cli: CommandLine, filled: str) -> None:
    with subprocess.Popen(
        [*APPLY, filled, "--archive", str(cli.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number in (1, 2, 3):
            child.stdin.write(b'{"set": ["title"], "value": "%d"}\n' % number)
            assert child.stdout.readline() == b"saved %d\n" % number
        child.stdin.close()
        assert child.wait(30) == 0


def test_a_second_process_is_told_that_the_archive_is_open(process: Run, cli: CommandLine, filled: str) -> None:
    with subprocess.Popen(
        [*APPLY, filled, "--archive", str(cli.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    ) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write(b'{"set": ["title"], "value": "x"}\n')
        assert first.stdout.readline() == b"saved 1\n"
        second = process("--archive", cli.folder, "new")
        assert (second.returncode, second.stdout, second.stderr.count(b"\n")) == (1, b"", 1)
        assert b"already open" in second.stderr
        first.stdin.close()
        assert first.wait(30) == 0
    assert cli.workbook(filled).title == "x"


def test_ctrl_c_ends_with_130_and_keeps_what_was_acknowledged(cli: CommandLine, filled: str) -> None:
    with subprocess.Popen(
        [*APPLY, filled, "--archive", str(cli.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b'{"set": ["title"], "value": "kept"}\n')
        assert child.stdout.readline() == b"saved 1\n"
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=30)
    assert (child.returncode, err) == (130, b"")
    assert cli.workbook(filled).title == "kept"


def test_a_reader_that_goes_away_is_no_scandal(cli: CommandLine, filled: str) -> None:
    for words in (["schema"], ["apply", filled]):
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            [sys.executable, "-m", "counteroffer", "--archive", str(cli.folder), *words],
            input=b'{"set": ["title"], "value": "kept"}\n',
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
        os.close(writing)
        assert (ended.returncode, ended.stderr) == (1, b"")
    assert cli.workbook(filled).title == "kept"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full: /dev/full")
def test_a_full_disk_behind_standard_output_is_told(cli: CommandLine, filled: str) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "counteroffer", "--archive", str(cli.folder), "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == b"counteroffer: The system could not do this: No space left on device.\n"


def test_closed_streams_are_no_scandal(cli: CommandLine, filled: str) -> None:
    command = f'"{sys.executable}" -m counteroffer --archive "{cli.folder}"'
    for words in (f"apply {filled} <&-", "list >&-", "frob 2>&-"):
        ended = subprocess.run(["sh", "-c", f"{command} {words}"], capture_output=True, timeout=60, check=False)
        assert ended.returncode == (2 if "frob" in words else 0)
        assert ended.stderr == b""


def test_a_command_loads_nothing_that_it_does_not_need(cli: CommandLine, filled: str) -> None:
    heavy = ("PySide6", "reportlab", "babel", "fontTools", "PIL", "nacl", "numpy")
    script = (
        "import sys\n"
        "from counteroffer.__main__ import main\n"
        "main()\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    for words in (["list"], ["apply", filled], ["show", filled], ["new"], ["schema"]):
        ended = subprocess.run(
            [sys.executable, "-c", script, "--archive", str(cli.folder), *words],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=True,
        )
        assert ended.stdout.splitlines()[-1] == b"[]"
