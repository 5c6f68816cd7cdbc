"""Earlier states of a workbook, as the rest of the app reads and names them."""

from __future__ import annotations

from concurrent.futures import Future

from pydantic import TypeAdapter, ValidationError

from counteroffer.archive.keeping import revisions
from counteroffer.archive.work import Work
from counteroffer.domain.base import Line
from counteroffer.domain.errors import from_validation
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Revision

_NAME: TypeAdapter[str] = TypeAdapter(Line)


class LocalHistory:
    """The History of an open archive."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def listed(self, workbook_id: str) -> Future[tuple[Revision, ...]]:
        """The kept states of a workbook, the newest first."""
        return self._work.do(lambda: revisions.listed(self._work.db, workbook_id))

    def load(self, workbook_id: str, number: int) -> Future[Workbook]:
        """One kept state of a workbook; BadInput if it is not kept, Fault if it is damaged."""
        return self._work.do(lambda: revisions.read(self._work.db, workbook_id, number))

    def name(self, workbook_id: str, number: int, name: str) -> Future[None]:
        """Give a state a name, so that it is kept for ever; the empty text takes it away. BadInput if the state is
        not kept, or the name does not fit on a line."""
        return self._work.do(lambda: revisions.name(self._work.db, workbook_id, number, _as_name(name)))


def _as_name(text: str) -> str:
    try:
        return _NAME.validate_python(text.strip())
    except ValidationError as error:
        raise from_validation(error, where=N_("The name")) from None
