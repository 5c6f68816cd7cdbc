"""A disk that forgets: all that a program does to the files of a folder is written down, below the cipher, and from it
any state is built that a power cut may leave behind.

What was written and not yet waited for may be there, not be there, or be there in part (sectors of 512 bytes), each
write for itself; so may names that were given, changed or removed, though these in their order. What was waited for is
there. SQLite's own files are seen through a VFS between the engine and its cipher; all other files are looked at
whenever something is renamed, removed or waited for.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import apsw
import pytest

SECTOR = 512
_NAMES = itertools.count()


@dataclass(frozen=True)
class Op:
    """One thing that was done. `file` is a number that stays with a file when it is renamed."""

    kind: str
    file: int = 0
    offset: int = 0
    content: bytes = b""
    name: str = ""
    value: Any = None


class Recorder:
    """Writes down what is done to one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ops: list[Op] = []
        self._files: dict[str, int] = {}
        self._contents: dict[int, bytes] = {}
        self._open: dict[str, int] = {}
        self._next = itertools.count(1)

    def mark(self, kind: str, value: Any) -> None:
        """Note in between the operations what was asked for (`ask`) or acknowledged (`ack`)."""
        self.look()
        self.ops.append(Op(kind, value=value))

    def look(self) -> None:
        """Note what was written into files that SQLite does not have open."""
        for path in sorted(self.folder.rglob("*")):
            name = str(path.relative_to(self.folder))
            if self._open.get(name) or not path.is_file():
                continue
            file, now = self.file(name), path.read_bytes()
            before = self._contents.get(file, b"")
            if len(now) < len(before):
                self.ops.append(Op("truncate", file, len(now)))
            for start in range(0, len(now), SECTOR):
                piece = now[start : start + SECTOR]
                if piece != before[start : start + SECTOR]:
                    self.ops.append(Op("write", file, start, piece))
            self._contents[file] = now

    def file(self, name: str) -> int:
        """The number of the file that has this name now; a new one if there was none."""
        if name not in self._files:
            self._files[name] = next(self._next)
            self.ops.append(Op("create", self._files[name], name=name))
        return self._files[name]

    def name(self, path: str | os.PathLike[str]) -> str | None:
        """A path as a name within the folder; None for one elsewhere."""
        try:
            return str(Path(path).relative_to(self.folder))
        except ValueError:
            return None

    def opened(self, name: str, by: int) -> None:
        """SQLite has opened (1) or closed (-1) a file."""
        if by < 0 and self._open[name] == 1 and (self.folder / name).exists():
            # What SQLite wrote was noted when it wrote it.
            self._open[name] = 0
            if name in self._files:
                self._contents[self._files[name]] = (self.folder / name).read_bytes()
            return
        self._open[name] = self._open.get(name, 0) + by

    def renamed(self, source: str, target: str) -> None:
        self.look()
        if source in self._files:
            self._files[target] = self._files.pop(source)
        self.ops.append(Op("rename", name=source, value=target))

    def removed(self, name: str) -> None:
        if self._files.pop(name, None) is not None:
            self.ops.append(Op("remove", name=name))

    def synced(self, name: str) -> None:
        self.ops.append(Op("sync", self.file(name)))

    def synced_names(self) -> None:
        self.ops.append(Op("sync names"))


class _File(apsw.VFSFile):
    def __init__(self, recorder: Recorder, name: str, filename: Any, flags: Any) -> None:
        self._recorder = recorder
        self._name = name
        recorder.opened(name, 1)
        super().__init__("unix", filename, flags)
        recorder.file(name)

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._recorder.ops.append(Op("write", self._recorder.file(self._name), offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._recorder.ops.append(Op("truncate", self._recorder.file(self._name), newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._recorder.synced(self._name)

    def xClose(self) -> None:
        super().xClose()
        self._recorder.opened(self._name, -1)


class _Vfs(apsw.VFS):
    def __init__(self, recorder: Recorder, name: str) -> None:
        self._recorder = recorder
        super().__init__(name, "unix")

    def xOpen(self, name: Any, flags: Any) -> Any:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        within = self._recorder.name(path) if path else None
        if within is None:
            return apsw.VFSFile("unix", name, flags)
        return _File(self._recorder, within, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        within = self._recorder.name(filename)
        if within is not None:
            self._recorder.removed(within)
            if syncdir:
                self._recorder.synced_names()


@contextmanager
def recording(folder: Path) -> Iterator[Recorder]:
    """Within this block, everything that is done to the files in a folder is written down."""
    recorder = Recorder(folder)
    name = f"recording{next(_NAMES)}"
    vfs = _Vfs(recorder, name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apsw, "Connection", partial(apsw.Connection, vfs=f"multipleciphers-{name}"))
        for function in ("rename", "replace"):
            patch.setattr(os, function, _renaming(recorder, getattr(os, function)))
        for function in ("unlink", "remove"):
            patch.setattr(os, function, _removing(recorder, getattr(os, function)))
        patch.setattr(os, "fsync", _syncing(recorder, os.fsync))
        yield recorder
        recorder.look()
    vfs.unregister()


def _renaming(recorder: Recorder, real: Any) -> Any:
    def rename(source: Any, target: Any) -> None:
        names = recorder.name(source), recorder.name(target)
        if names[0] is not None and names[1] is not None:
            # Looked at first: what was written into it before is older than its new name.
            recorder.look()
            real(source, target)
            recorder.renamed(names[0], names[1])
        else:
            real(source, target)

    return rename


def _removing(recorder: Recorder, real: Any) -> Any:
    def remove(path: Any, *, dir_fd: int | None = None) -> None:
        real(path, dir_fd=dir_fd)
        name = recorder.name(path)
        if name is not None:
            recorder.removed(name)

    return remove


def _syncing(recorder: Recorder, real: Any) -> Any:
    def fsync(handle: int) -> None:
        real(handle)
        recorder.look()
        found = os.fstat(handle)
        for path in (recorder.folder, *recorder.folder.rglob("*")):
            there = path.stat()
            if (there.st_dev, there.st_ino) == (found.st_dev, found.st_ino):
                if path.is_dir():
                    recorder.synced_names()
                else:
                    recorder.synced(str(path.relative_to(recorder.folder)))

    return fsync


@dataclass
class _Content:
    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Op] = field(default_factory=list)

    def settle(self) -> None:
        for op in self.waiting:
            _apply(self.durable, op)
        self.waiting.clear()

    def after_a_cut(self, random: Random) -> bytes:
        left = bytearray(self.durable)
        manner = random.choice(["none", "all", "beginning", "some", "torn"])
        count = random.randint(0, len(self.waiting))
        for number, op in enumerate(self.waiting):
            if manner == "none" or (manner == "beginning" and number >= count):
                continue
            if manner == "some" and random.random() < 0.5:
                continue
            if manner == "torn" and op.kind == "write":
                _tear(left, op, random)
            else:
                _apply(left, op)
        return bytes(left)


def _apply(content: bytearray, op: Op) -> None:
    if op.kind == "truncate":
        del content[op.offset :]
        content.extend(bytes(op.offset - len(content)))
    else:
        content.extend(bytes(max(0, op.offset - len(content))))
        content[op.offset : op.offset + len(op.content)] = op.content


def _tear(content: bytearray, op: Op, random: Random) -> None:
    for start in range(0, len(op.content), SECTOR):
        if random.random() < 0.5:
            _apply(content, Op("write", op.file, op.offset + start, op.content[start : start + SECTOR]))


@dataclass(frozen=True)
class Cut:
    """What a power cut left: the files, the value acknowledged last, and the one that was asked for since, if any."""

    files: dict[str, bytes]
    acknowledged: Any
    asked: Any
    after: int


def cuts(ops: list[Op], random: Random, many: int) -> Iterator[Cut]:
    """So many states that a power cut may leave, at random moments after the first acknowledgement."""
    first = next(number for number, op in enumerate(ops) if op.kind == "ack")
    moments = sorted(random.randint(first, len(ops) - 1) for _ in range(many))
    contents: dict[int, _Content] = {}
    names: dict[str, int] = {}
    waiting: list[Op] = []
    acknowledged = asked = None
    done = 0
    for moment in moments:
        for op in ops[done : moment + 1]:
            if op.kind == "ack":
                acknowledged, asked = op.value, None
            elif op.kind == "ask":
                asked = op.value
            elif op.kind in ("write", "truncate"):
                contents.setdefault(op.file, _Content()).waiting.append(op)
            elif op.kind == "sync":
                contents.setdefault(op.file, _Content()).settle()
                # SQLite waits for the folder too when it first waits for a new file.
                for created in [one for one in waiting if one.kind == "create" and one.file == op.file]:
                    waiting.remove(created)
                    names[created.name] = created.file
            elif op.kind == "sync names":
                for one in waiting:
                    _rename(names, one)
                waiting.clear()
            else:
                waiting.append(op)
        done = moment + 1
        left = dict(names)
        for one in waiting[: random.randint(0, len(waiting))]:
            _rename(left, one)
        files = {name: contents.setdefault(file, _Content()).after_a_cut(random) for name, file in left.items()}
        yield Cut(files, acknowledged, asked, moment)


def _rename(names: dict[str, int], op: Op) -> None:
    if op.kind == "create":
        names[op.name] = op.file
    elif op.kind == "remove":
        names.pop(op.name, None)
    elif op.name in names:
        names[op.value] = names.pop(op.name)


def lay_out(folder: Path, files: dict[str, bytes]) -> None:
    """Make a new folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
