"""The way to the archive: open, locked, or not to be opened. For the last two it shows the window that helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from counteroffer.archive.faults import Damage
from counteroffer.archive.file.known import REGISTER, refuse_vanished, remember
from counteroffer.archive.rescue.recovering import found_backups, put_back
from counteroffer.archive.rescue.salvage import salvage
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.archive.times import Clock
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.editing.ports import NeedsSecret
from counteroffer.ui.archive.rescue_window import RescueWindow
from counteroffer.ui.context import UiContext
from counteroffer.ui.locking.unlock_window import UnlockWindow

BRING_IN = N_(
    "Choose the file that you made on the other computer. Its workbooks, with their history and attached files, then "
    "stand here in place of the archive of this computer."
)
IN_PLACE = N_("The archive is in place.")


class Gate:
    """At any time there is either an open `archive`, or a window `shown` that leads to one, or neither before `start`
    and after `close`.

    `entered` is called with sentences that the person should read, once an archive is open after a window was shown;
    `refused` with a sentence where there is no way in; `given_up` when the person closes the window.
    """

    def __init__(
        self,
        folder: Path,
        settings: Path,
        now: Clock,
        context: Callable[[], UiContext],
        entered: Callable[[Sequence[str]], object],
        refused: Callable[[str], object],
        given_up: Callable[[], object],
    ) -> None:
        self._folder = folder
        self._register = settings.with_name(REGISTER)
        self._now = now
        self._context = context
        self._entered = entered
        self._refused = refused
        self._given_up = given_up
        self.archive: LocalArchive | None = None
        self.shown: UnlockWindow | RescueWindow | None = None
        self._told: tuple[str, ...] = ()
        self._locked = False
        # Deriving a key takes a moment by design, so it is done aside; the window stays alive meanwhile.
        self._opener = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")

    def open(self, secret: str | None = None) -> None:
        """Open the archive. Raises NeedsSecret if it is locked, BadInput for a wrong secret, Fault for the machine."""
        refuse_vanished(self._register, self._folder)
        self.archive = open_archive(self._folder, self._now, secret)
        remember(self._register, self._folder)

    def start(self) -> bool:
        """Open the archive, or show the window that helps where it is locked or damaged; whether it is open.

        Raises BadInput or Fault where something else is in the way.
        """
        try:
            if self._locked:
                raise NeedsSecret("")
            self.open()
        except NeedsSecret:
            self._ask()
        except Damage as problem:
            self._rescue(problem.sentence)
        return self.archive is not None

    def lock(self) -> None:
        """Close the archive and ask for its passphrase; the keyring does not open what a person has locked."""
        self._locked = True
        self.let_go()
        self._ask()

    def bring_in(self) -> None:
        """Close the archive and ask for the one from another computer."""
        self.let_go()
        _ = self._context().translate
        window = RescueWindow(self._context(), _("Bring your archive here"), _(BRING_IN), (), self._put_back)
        self._show_rescue(window, self._begin_again)

    def let_go(self) -> None:
        """Close the archive, if it is open, with a backup if one is due."""
        archive, self.archive = self.archive, None
        if archive is not None:
            # Closing finishes what is under way; a backup that fails is told of the next time.
            archive.backups.make_if_due()
            archive.close()

    def close(self) -> None:
        """Close whatever there is; a way in that is being opened at this moment is closed too."""
        window, self.shown = self.shown, None
        if window is not None:
            window.dismiss()
        self._opener.shutdown(wait=True)
        self.let_go()

    # --- locked

    def _ask(self) -> None:
        window = self.shown = UnlockWindow(self._context(), lambda secret: self._opener.submit(self.open, secret))
        window.unlocked.connect(self._enter)
        window.failed.connect(self._not_opened)
        window.given_up.connect(self._leave)
        window.show()

    def _not_opened(self, problem: Fault) -> None:
        """The secret was not the trouble."""
        window = self.shown
        if not isinstance(problem, Damage):
            if isinstance(window, UnlockWindow):
                window.say(self._context().translate(problem.sentence), "error")
            return
        self._rescue(problem.sentence)
        if window is not None:
            window.dismiss()

    # --- not to be opened

    def _rescue(self, sentence: str) -> None:
        _ = self._context().translate
        window = RescueWindow(
            self._context(),
            _("The archive does not open"),
            _(sentence),
            found_backups(self._folder),
            self._put_back,
            self._salvage,
        )
        self._show_rescue(window, self._leave)

    def _show_rescue(self, window: RescueWindow, given_up: Callable[[], object]) -> None:
        self.shown = window
        window.mended.connect(self._mended)
        window.given_up.connect(given_up)
        window.show()

    def _put_back(self, backup: str, secret: str) -> Future[object]:
        # A name of one of the backups shown, or the path of a file, which is absolute and stays what it is.
        file = self._folder / "backups" / backup
        return self._opener.submit(put_back, self._folder, file, secret, self._now())

    def _salvage(self, secret: str) -> Future[Sequence[str]]:
        return self._opener.submit(lambda: salvage(self._folder, secret or None).sentences())

    def _mended(self, sentences: Sequence[str]) -> None:
        self._told = (IN_PLACE, *sentences)
        self._begin_again()

    # --- from one to the other

    def _begin_again(self) -> None:
        self.shown = None
        try:
            if self.start():
                self._enter()
        except (BadInput, Fault) as problem:
            self._refused(problem.sentence)

    def _enter(self) -> None:
        window, self.shown = self.shown, None
        told, self._told = self._told, ()
        self._locked = False
        notices = self.archive.notices if self.archive is not None else ()
        self._entered((*told, *notices))
        if window is not None:
            window.dismiss()

    def _leave(self) -> None:
        self.shown = None
        self._given_up()
