"""What a program does with an archive until it is killed; started by forking, see `tests.forking`.

It says `ask X` before the workbook's title is to become X, `ack X` once that is promised to be kept, and `doing …`
before anything else.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import BadInput
from tests.archive.conftest import workbook
from tests.forking import say, serve

SECRETS = ("correct horse", "battery staple")
CHEAP = Costs(passes=1, memory=8192)
OCCASIONS = ("by hand", "daily")


def opened(folder: Path) -> LocalArchive:
    """The archive, whichever of the two passphrases it has by now, or none."""
    try:
        return open_archive(folder, secret=SECRETS[0], costs=CHEAP)
    except BadInput:
        return open_archive(folder, secret=SECRETS[1], costs=CHEAP)


class Doing:
    """Goes on for ever, at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._random = Random(seed)  # noqa: S311 - only what to do next
        say("doing open")
        self._archive = opened(folder)
        self._title = self._archive.load("one").result().title if self._archive.summaries().result() else "-1"
        self._next = int(self._title.split(".")[0]) + 1
        say("ack", self._title)

    def saving(self) -> None:
        while True:
            self._save()

    def lying(self) -> None:
        """Promises what it has not done yet."""
        while True:
            title = self._new_title()
            say("ask", title)
            say("ack", title)
            self._archive.save(self._book(title)).result()

    def everything(self) -> None:
        kept: dict[str, str] = {}
        while True:
            self._save()
            what = self._random.choice([self._back_up, self._rekey, self._restore, self._save])
            what(kept)

    def _save(self, kept: dict[str, str] | None = None) -> None:
        title = self._new_title()
        say("ask", title)
        self._archive.save(self._book(title)).result()
        say("ack", title)

    def _back_up(self, kept: dict[str, str]) -> None:
        say("doing backup")
        kept[self._archive.backups.make(self._random.choice(OCCASIONS)).result().name] = self._title

    def _restore(self, kept: dict[str, str]) -> None:
        there = [one for one in self._archive.backups.listed().result() if one.name in kept]
        if not there:
            return
        chosen = self._random.choice(there).name
        say("doing restore")
        say("ask", kept[chosen])
        for secret in (*SECRETS, ""):
            try:
                self._archive.backups.restore(chosen, secret).result()
                break
            except BadInput:
                continue
        else:
            raise RuntimeError("the backup opens with no secret")
        self._title = kept[chosen]
        say("ack", self._title)

    def _rekey(self, kept: dict[str, str]) -> None:
        say("doing rekey")
        protection = self._archive.protection
        if not protection.state().result().has_passphrase:
            protection.set_first(self._random.choice(SECRETS)).result()
            return
        change = self._random.choice([protection.remove, lambda one: protection.change(one, self._other(one))])
        for secret in SECRETS:
            try:
                change(secret).result()
                return
            except BadInput:
                continue

    def _other(self, secret: str) -> str:
        return SECRETS[1 - SECRETS.index(secret)]

    def _new_title(self) -> str:
        self._title = str(self._next)
        self._next += 1
        return self._title

    def _book(self, title: str) -> object:
        return workbook(title=title, note=f"{title} " * self._random.randint(1, 1500))


def migrating(folder: Path) -> None:
    """Opens an archive of an older version, and is done."""
    say("doing migrate")
    with opened(folder) as archive:
        say("ack", archive.load("one").result().title)
    while True:
        os.read(0, 1)


def _work(job: dict[str, object]) -> None:
    folder, seed = Path(str(job["folder"])), int(str(job["seed"]))
    if job["what"] == "migrating":
        migrating(folder)
    doings: dict[object, Callable[[Doing], None]] = {
        "saving": Doing.saving,
        "lying": Doing.lying,
        "everything": Doing.everything,
    }
    doings[job["what"]](Doing(folder, seed))


if __name__ == "__main__":
    serve(_work)
