"""A session in the window, on a screen that nobody sees: everything a person does, with words that must stay private.
Ends by SIGKILL, so that whatever lies about then is still there. python -m tests.privacy.session FOLDER"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.privacy.guard import forbid_network, look_for_sockets

forbid_network()

from PySide6.QtWidgets import QApplication  # noqa: E402 - after the guard stands

from counteroffer import app  # noqa: E402
from counteroffer.domain.edits import Insert, Set  # noqa: E402
from counteroffer.domain.errors import BadInput, Fault  # noqa: E402
from counteroffer.domain.workbook import Workbook  # noqa: E402
from counteroffer.ui.crash import CrashHandler, crash_words  # noqa: E402
from counteroffer.ui.tabs import PAGES  # noqa: E402
from counteroffer.ui.window.main_window import MainWindow  # noqa: E402
from tests.privacy import words  # noqa: E402

PATIENCE = 30.0


def wait(until: Callable[[], bool]) -> None:
    """Let the window live until this is so."""
    give_up = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < give_up
        QApplication.processEvents()
        time.sleep(0.002)


def write(window: MainWindow) -> None:
    """Fill in a workbook, look at every page, find, undo, attach, look at the papers."""
    window.show_workbook(Workbook(title=words.EMPLOYER))
    wait(lambda: window.workspace is not None)
    assert window.workspace is not None
    bridge = window.workspace.bridge
    bridge.apply(Set(("situation", "employer"), words.EMPLOYER))
    bridge.apply(Set(("note",), f"{words.NOTE} {words.ACCENTED}"))
    bridge.apply(Insert(("terms",), 0, {"name": words.ACCENTED}))
    paper = bridge.attach(words.PAPER.encode()).result()
    bridge.apply(Insert(("situation", "attachments"), 0, {"name": f"{words.PAPER}.txt", "sha256": paper}))
    for tab in PAGES:
        window.go(tab.id)
        QApplication.processEvents()
    window.open_find()
    assert bridge.flush_and_wait() is None
    window.undo()
    window.redo()
    assert bridge.flush_and_wait() is None
    from counteroffer.documents.make import brief_pdf, whole_workbook_pdf

    for make in (brief_pdf, whole_workbook_pdf):
        assert make(bridge.workbook, window.workspace.ctx.today()).bytes


def fail(application: app.Application) -> None:
    """Faults of every kind, their words written to standard error, where a log would take them from."""
    try:
        raise KeyError(f"{words.EMPLOYER} {words.NOTE}")
    except KeyError as error:
        handler = CrashHandler(lambda said: print(said, file=sys.stderr), application.translate, lambda: [])
        handler._telling = True  # the window that it would show waits for a click
        handler(type(error), error, error.__traceback__)
        print(crash_words(type(error), error.__traceback__), file=sys.stderr)
    archive = application.archive
    for doing in (
        lambda: archive.load(words.EMPLOYER).result(),
        lambda: archive.carrying.take_in(f'{{"format": "{words.NOTE}"}}'.encode()).result(),
        lambda: archive.backups.restore(words.NOTE).result(),
        lambda: archive.protection.change(words.NOTE, words.EMPLOYER).result(),
    ):
        try:
            doing()
        except (BadInput, Fault) as problem:
            print(problem.sentence, repr(problem), file=sys.stderr)


def main(folder: Path) -> None:
    qt = app.start_qt()
    application = app.open_application(qt, folder / "archive", folder / "config" / "settings.json")
    application.archive.protection.set_first(words.SECRET).result()
    window = application.open_window()
    write(window)
    archive = application.archive
    (row,) = archive.summaries().result()
    archive.history.name(row.id, row.revision, words.LABEL).result()
    archive.backups.make().result()
    assert archive.history.listed(row.id).result()
    archive.shelf.duplicate(row.id, words.LABEL).result()
    fail(application)
    look_for_sockets()
    print("done", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
