"""What the app does on a machine without a display: the sample's papers and pictures of its pages, as files."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from counteroffer.app import open_application, start_qt
from counteroffer.documents.make import agreement_pdf, brief_pdf
from counteroffer.documents.write import write_file
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.translations import translator
from counteroffer.ui.pictures import take_pictures


def without_display(out: Path, say: Callable[[str], None], complain: Callable[[str], None]) -> int:
    """No window can be shown: write the sample's papers and pictures of its pages into a folder instead."""
    say("There is no display here, so no window can be shown. Instead, the sample workbook is written to:")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = start_qt()
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as spare:
            application = open_application(qt, Path(spare) / "archive", Path(spare) / "settings.json")
            workbook = application.sample()
            application.archive.add(workbook).result()
            today = date.today()  # noqa: DTZ011 - the person's own day is meant
            words = translator(workbook.situation.language)
            for name, make in (("brief", brief_pdf), ("agreement", agreement_pdf)):
                paper = make(workbook, today, translate=words)
                write_file(out / f"{name}.pdf", paper.bytes)
                say(str(out / f"{name}.pdf"))
            take_pictures(application.open_window(), workbook, out, say)
            application.close()
    except (Fault, BadInput) as problem:
        complain(problem.sentence)
        return 1
    except OSError:
        complain(f"The folder {out} cannot be written to. Nothing else was changed.")
        return 1
    return 0
