"""Starting: with no display, a second time, on an archive that cannot be opened, and when something breaks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.ui.crash import crash_words
from counteroffer.ui.doorbell import answer, ring


def _without_display() -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_without_a_display_papers_and_pictures_of_the_sample_are_written(tmp_path: Path) -> None:
    started = subprocess.run(
        [sys.executable, "-m", "counteroffer"],
        cwd=tmp_path,
        env={
            **_without_display(),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert started.returncode == 0, started.stderr
    assert "no display" in started.stdout
    written = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert written[:2] == ["agreement.pdf", "brief.pdf"]
    assert len([name for name in written if name.endswith(".png")]) == 8
    for name in written:
        assert str(Path("out") / name) in started.stdout
    # The person's own archive is not touched for it.
    assert not (tmp_path / "data").exists()


def test_an_archive_that_cannot_be_opened_is_told_in_one_line_on_stderr(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.write_text("a file where the folder should be", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from counteroffer import app; app._refuse = lambda *_: None; "
        f"sys.exit(app.run(Path({str(folder)!r}), Path('s.json'), print, lambda s: print(s, file=sys.stderr)))"
    )
    started = subprocess.run(
        [sys.executable, "-c", script],
        env={**_without_display(), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert started.returncode == 1
    assert started.stdout == ""
    assert "cannot be used for the archive" in started.stderr.splitlines()[-1]


def test_a_second_start_rings_at_the_first(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    assert not ring(tmp_path)
    heard: list[bool] = []
    house = QObject()
    answer(house, tmp_path, lambda: heard.append(True))
    assert ring(tmp_path)
    qtbot.waitUntil(lambda: heard == [True], timeout=2_000)
    house.deleteLater()


def test_a_fault_nobody_foresaw_is_told_without_its_text() -> None:
    try:
        raise KeyError("my salary is 84,000")
    except KeyError as error:
        words = crash_words(type(error), error.__traceback__)
    assert "KeyError" in words
    assert "test_app.py" in words
    assert "84,000" not in words
