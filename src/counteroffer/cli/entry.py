"""From the words on the command line to an exit code. No traceback, and nothing of a workbook, gets past here."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from counteroffer.cli.arguments import parser
from counteroffer.cli.console import Console, of_the_process
from counteroffer.domain.errors import BadInput, Fault

if TYPE_CHECKING:
    from counteroffer.cli.commands import Call

DONE, MACHINE, GIVEN, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str], console: Console | None = None, today: date | None = None) -> int:
    """Do what the words say; the exit code. Without a console, the process's own streams; without a day, today."""
    console = console or of_the_process()
    try:
        try:
            code = _run(argv, console, today or datetime.now().astimezone().date())
        finally:
            console.flush()
    except BadInput as problem:
        console.complain(problem.sentence)
        return GIVEN
    except Fault as problem:
        console.complain(problem.sentence)
        return MACHINE
    except BrokenPipeError:
        console.hush()
        return MACHINE
    except KeyboardInterrupt:
        return STOPPED
    except OSError as error:
        console.hush()
        console.complain(f"The system could not do this: {error.strerror or type(error).__name__}.")
        return MACHINE
    except ImportError as error:
        console.complain(f"A part that Counteroffer needs cannot be loaded: {error}. Install it, then try again.")
        return MACHINE
    except Exception as error:  # noqa: BLE001 - the last net: a fault of ours is told, but never with content
        console.complain(
            f"Counteroffer ran into a fault of its own ({type(error).__name__} in {_place(error.__traceback__)}). "
            "Nothing of the workbook is shown here, so this line can be sent along with a report."
        )
        return MACHINE
    return code


def _run(argv: Sequence[str], console: Console, today: date) -> int:
    arguments = _parsed(argv, console.stdout)
    if arguments is None:
        return DONE
    folder: Path = arguments.archive if "archive" in arguments else default_folder()
    if arguments.command is None:
        for option in ("json", "passphrase_file"):
            if option in arguments:
                raise BadInput(f"--{option.replace('_', '-')} needs a command.")
        return _window(folder, console, gallery="gallery" in arguments)
    from counteroffer.cli.commands import Call, run

    call = Call(arguments, folder, console, today, "json" in arguments)
    if "archive" in arguments:
        run(arguments.command, call)
    else:
        _run_at_home(arguments.command, call)
    return DONE


def _run_at_home(command: str, call: Call) -> None:
    """The command on the person's own archive, whose place is remembered: should it be gone, no new one is begun."""
    from counteroffer.archive.file.folder import Folder
    from counteroffer.archive.file.known import REGISTER, refuse_vanished, remember
    from counteroffer.cli.commands import run

    register = _settings().with_name(REGISTER)
    if command != "restore":
        refuse_vanished(register, call.folder)
    run(command, call)
    if Folder(call.folder).database.exists():
        remember(register, call.folder)


def _settings() -> Path:
    import platformdirs

    return platformdirs.user_config_path("counteroffer", appauthor=False) / "settings.json"


def _parsed(argv: Sequence[str], stdout: TextIO) -> argparse.Namespace | None:
    """The arguments; None if the help or the version was asked for and has been printed."""
    with contextlib.redirect_stdout(stdout):
        try:
            return parser().parse_args(argv)
        except SystemExit:
            return None


def default_folder() -> Path:
    """The person's own archive."""
    import platformdirs

    return platformdirs.user_data_path("counteroffer", appauthor=False)


def _window(folder: Path, console: Console, *, gallery: bool) -> int:
    # Qt takes its time to load, and no command needs it.
    from counteroffer import app

    if gallery:
        return app.show_gallery()
    return app.run(folder, _settings(), console.say, console.complain)


def _place(trace: TracebackType | None) -> str:
    """The last place in Counteroffer's own code that an error passed, as file and line."""
    place = "unknown"
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if "counteroffer" in path.parts:
            place = f"{path.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
