"""A virtual display with a window manager, and a way to send a journey into it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TOOLS = ("Xvfb", "openbox", "xdotool")
PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The number of a display of our own. Missing tools are a failure by name, never a silent skip."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.fail(f"Journeys need {', '.join(missing)}: install them, or run make test, which does.")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        name = f":{answer.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL)
    try:
        yield name
    finally:
        manager.terminate()
        manager.wait()
        server.terminate()
        server.wait()


@pytest.fixture
def travel(display: str, tmp_path: Path) -> Callable[..., None]:
    """Send a journey into a real window of the app: `travel("module")`; the archive stays from one to the next.

    `travel("module", "keyboard")` goes the same way without a mouse.
    """
    archive = tmp_path / "archive"

    def send(module: str, hands: str = "mouse") -> None:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.journeys.run", module, str(archive), str(tmp_path), hands],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=180,
        )
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}\n(a picture: {tmp_path / 'stuck.png'})"

    return send
