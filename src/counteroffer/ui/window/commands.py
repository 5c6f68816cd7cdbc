"""What can be done from anywhere in a window: each command once, with its words, its icon and its keys.

The menu of commands (Ctrl+K), the tools in the top bar and the list of shortcuts in the help all read it from here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.tabs import LOOK_BACK, TABS
from counteroffer.ui.window.places import ARCHIVE, RECORD, SETTINGS

if TYPE_CHECKING:
    from counteroffer.ui.window.main_window import MainWindow


@dataclass(frozen=True)
class Command:
    """`text` is a message id; `keys` in Qt's portable form, the first is the one that is shown. `on_workbook` says
    that it needs an open workbook."""

    id: str
    text: str
    icon: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    on_workbook: bool = False


def make_actions(window: QWidget, ctx: UiContext, commands: Sequence[Command]) -> dict[str, QAction]:
    """The commands as the window's actions, by id."""
    actions: dict[str, QAction] = {}
    for command in commands:
        action = QAction(ctx.icon(command.icon), ctx.translate(command.text), window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.triggered.connect(lambda _checked=False, run=command.run: run())
        window.addAction(action)
        actions[command.id] = action
    return actions


def commands_of(window: MainWindow, lock: Callable[[], object]) -> tuple[Command, ...]:
    """Everything that can be done from anywhere in this window, in the order in which it is listed."""
    places = (*TABS, LOOK_BACK)
    return (
        Command("new", N_("New workbook"), "add", ("Ctrl+N",), window.archive_desk.new_workbook),
        Command("quick_start", N_("Quick start"), "play", (), window.archive_desk.quick_start),
        Command("sample", N_("Open the sample"), "eye", (), window.archive_desk.open_sample),
        Command("import", N_("Import a file …"), "import", (), window.archive_desk.import_file),
        Command("export_all", N_("Export everything …"), "export", (), window.archive_desk.export_all),
        Command("move", N_("Move to another computer …"), "computer", (), window.archive_desk.move_house),
        Command("find", N_("Find"), "find", ("Ctrl+F",), window.open_find),
        Command("find_all", N_("Search the archive"), "find", ("Ctrl+Shift+F",), window.search_archive),
        Command("undo", N_("Undo"), "undo", ("Ctrl+Z",), window.undo, True),
        Command("redo", N_("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), window.redo, True),
        Command("print", N_("Brief"), "print", ("Ctrl+P",), lambda: window.papers("brief"), True),
        Command("export", N_("Export"), "export", ("Ctrl+E",), lambda: window.papers("agreement"), True),
        Command("save", N_("Save now"), "check", ("Ctrl+S",), window.workbook_desk.save, True),
        Command("save_copy", N_("Save a copy elsewhere …"), "export", (), window.workbook_desk.save_copy, True),
        Command("history", N_("Earlier states …"), "clock", ("Ctrl+H",), window.show_history, True),
        Command("hide_figures", N_("Hide figures"), "eye-off", ("Ctrl+Shift+H",), window.ctx.privacy.toggle),
        Command("guide", N_("Guide"), "guide", ("Ctrl+G",), window.toggle_guide, True),
        *(
            Command(
                f"go:{place.id}",
                place.title,
                "lookback" if place is LOOK_BACK else place.id,
                (f"Ctrl+{number}",),
                partial(window.go, place.id),
                True,
            )
            for number, place in enumerate(places, 1)
        ),
        Command("archive", N_("Archive"), "archive", ("Ctrl+0",), lambda: window.go(ARCHIVE)),
        Command("record", N_("What was asked and won"), "record", (), lambda: window.go(RECORD)),
        Command("settings", N_("Settings"), "settings", ("Ctrl+,",), lambda: window.go(SETTINGS)),
        Command("passphrase", N_("Passphrase"), "lock", (), window.show_passphrase),
        Command("backups", N_("Backups"), "archive", (), window.show_backups),
        Command("lock", N_("Lock"), "lock", ("Ctrl+L",), lock),
        Command("commands", N_("Commands"), "more", ("Ctrl+K",), window.show_commands),
        Command("help", N_("Help"), "help", ("F1",), window.help_desk.show_for_focus),
        Command("keys", N_("All keys"), "list", ("Ctrl+F1",), partial(window.help_desk.show, "keys")),
        Command("tour", N_("Look around in the sample"), "eye", (), window.archive_desk.tour),
        Command("close", N_("Close the window"), "close", ("Ctrl+W",), window.close),
        Command("quit", N_("Quit"), "close", ("Ctrl+Q",), window.quit),
    )
