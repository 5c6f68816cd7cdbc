"""The bytes of a PDF to the system's own spooler (CUPS), so that letters reach the printer as letters and not as dots.

They go through a pipe: no file holds them on the way, and the job has a name that tells nothing.
"""

from __future__ import annotations

import os
import shutil
import sys

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from counteroffer.ui.preferences import Ink, Sides
from counteroffer.ui.printing import PrintJob

PATIENCE = 30_000
"""Milliseconds after which a spooler that says nothing is given up."""
JOB = "Counteroffer"
_SIDES = {Sides.ONE: "one-sided", Sides.LONG: "two-sided-long-edge", Sides.SHORT: "two-sided-short-edge"}
_INKS = {Ink.COLOUR: "color", Ink.BLACK: "monochrome"}


def spooler() -> str | None:
    """The program that takes PDF for the printer; None where there is none, as on Windows.

    The print dialog of macOS can send a paper elsewhere than to a printer, which only it can do.
    """
    return None if sys.platform in ("win32", "darwin") else shutil.which("lp")


def arguments(job: PrintJob) -> list[str]:
    """The job as this program reads it."""
    options = [f"media={job.page}", "collate=true"]
    if job.setup.sides in _SIDES:
        options.append(f"sides={_SIDES[job.setup.sides]}")
    if job.setup.ink in _INKS:
        options.append(f"print-color-mode={_INKS[job.setup.ink]}")
    given = ["-t", JOB, "-n", str(job.copies)]
    given += ["-d", job.setup.printer] if job.setup.printer else []
    given += ["-P", job.pages] if job.pages else []
    return [*given, *(part for option in options for part in ("-o", option))]


class Spool(QObject):
    """Hands one paper over, and lives until that is done, whatever window it came from."""

    done = Signal(bool)
    """Whether the spooler took it; once."""

    def __init__(self, program: str, job: PrintJob, content: bytes) -> None:
        super().__init__(QCoreApplication.instance())
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._process.start(program, arguments(job))
        self._process.write(QByteArray(content))
        self._process.closeWriteChannel()
        QTimer.singleShot(PATIENCE, self._process, self._process.kill)

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        self._end(code == 0 and how is QProcess.ExitStatus.NormalExit)

    def _failed(self, error: QProcess.ProcessError) -> None:
        # Any other error is followed by the end of the process, which says how it went.
        if error is QProcess.ProcessError.FailedToStart:
            self._end(False)

    def _end(self, taken: bool) -> None:
        self.done.emit(taken)
        self.deleteLater()


def _environment() -> QProcessEnvironment:
    """As it was before a bundle of the app put its own libraries first: the spooler brings its own."""
    environment = QProcessEnvironment.systemEnvironment()
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.get(f"{name}_ORIG")
        if before is not None:
            environment.insert(name, before)
    return environment
