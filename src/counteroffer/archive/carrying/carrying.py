"""Files that carry workbooks in and out."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

from counteroffer.archive.carrying import boxes, intake, portable, sealed_files
from counteroffer.archive.carrying.boxes import Marks
from counteroffer.archive.carrying.portable import Portable
from counteroffer.archive.keeping import attachments, formats, revisions, summaries
from counteroffer.archive.work import Work
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import N_, in_turn
from counteroffer.domain.workbook import Workbook, to_plain
from counteroffer.editing.ports import Conflict, Incoming, TakenIn


class LocalCarrying:
    """The Carrying of an open archive."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def needs_passphrase(self, content: bytes) -> bool:
        """Whether the file is of the encrypted form, by its first bytes."""
        return sealed_files.is_sealed(content)

    def look_into(self, content: bytes, passphrase: str = "") -> Future[tuple[Incoming, ...]]:
        """What the file would bring in; nothing is changed. BadInput names the cause if it cannot be read."""
        return self._work.do(lambda: intake.look_into(self._work.db, intake.load(content, passphrase)))

    def take_in(
        self, content: bytes, passphrase: str = "", conflict: Conflict = Conflict.REFUSE
    ) -> Future[tuple[TakenIn, ...]]:
        """Take in all that the file holds, or nothing of it. BadInput names the cause if it cannot be read, or if a
        workbook of it is there already with other content and nothing else was chosen; with the same content it
        counts as taken in."""
        return self._work.do(
            lambda: intake.take_in(self._work.db, intake.load(content, passphrase), conflict, self._work.now()),
            keeps=True,
        )

    def export(self, workbook_id: str, passphrase: str = "") -> Future[bytes]:
        """A workbook's newest state and the files it names, as a portable file of at most 64 MB."""
        return self._work.do(lambda: self._sealed(self._export(workbook_id), passphrase))

    def export_all(self, passphrase: str = "") -> Future[bytes]:
        """The newest state of every workbook, and the files they name, as a box of at most 512 MB."""
        return self._work.do(lambda: self._sealed(self._export_all(), passphrase))

    def _export(self, workbook_id: str) -> bytes:
        db = self._work.db
        workbook = revisions.read(db, workbook_id)
        sizes = attachments.sizes(db, formats.named_files(to_plain(workbook)))
        # Base64 makes four bytes of three; asked before any is read.
        portable.refuse_too_large_to_write(sum(sizes.values()) * 4 // 3)
        last = revisions.newest(db, workbook_id)
        files = {name: attachments.get(db, name) for name in sizes}
        return portable.write(workbook, files, None if last is None else last.at)

    def _export_all(self) -> bytes:
        db = self._work.db
        named: set[str] = set()  # filled by the first of the two

        def workbooks() -> Iterator[tuple[Marks, Portable]]:
            # The oldest first, so that one that was started from another comes after it.
            for row in sorted(summaries.listed(db), key=lambda row: (row.created, row.id)):
                workbook = self._readable(row.id)
                named.update(formats.named_files(to_plain(workbook)))
                yield Marks(row.id, row.archived, row.binned), Portable(workbook, changed=row.changed)

        def files() -> Iterator[tuple[str, bytes]]:
            sizes = attachments.sizes(db, sorted(named))
            boxes.refuse_too_large_to_write(sum(sizes.values()))
            for name in sizes:
                yield name, attachments.get(db, name)

        return boxes.write(workbooks(), files())

    def _readable(self, workbook_id: str) -> Workbook:
        try:
            return revisions.read(self._work.db, workbook_id)
        except Fault as fault:
            raise Fault(
                in_turn(
                    N_("One of the workbooks cannot be read, so nothing was written."),
                    fault.sentence,
                    N_("Export the others one by one."),
                )
            ) from fault

    def _sealed(self, content: bytes, passphrase: str) -> bytes:
        if not passphrase:
            return content
        sealed = sealed_files.seal(content, passphrase, self._work.costs)
        boxes.refuse_too_large_to_write(len(sealed))
        return sealed
