"""Find in the workbook: every text a person wrote, folded so that case and accents do not matter."""

from __future__ import annotations

from dataclasses import dataclass

from counteroffer.domain.anatomy import texts
from counteroffer.domain.edits import Path
from counteroffer.domain.folding import fold, span
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.tabs import tab_of

AROUND = 40


@dataclass(frozen=True)
class Hit:
    """One place where the words occur, with a little of what stands around them."""

    path: Path
    tab: str | None
    snippet: str


def find_text(workbook: Workbook, words: str, most: int = 100) -> tuple[Hit, ...]:
    """The first places that hold all the words in that order, read as one phrase."""
    wanted = fold(words.strip())
    if not wanted:
        return ()
    hits = []
    for path, text in texts(workbook):
        at = fold(text).find(wanted)
        if at >= 0:
            hits.append(Hit(path, tab_of(path), snippet(text, *span(text, at, len(wanted)))))
            if len(hits) == most:
                break
    return tuple(hits)


def snippet(text: str, first: int, last: int) -> str:
    """What stands from `first` up to `last` and a little around it, on one line."""
    start, end = max(0, first - AROUND), min(len(text), last + AROUND)
    middle = " ".join(text[start:end].split())
    return ("…" if start else "") + middle + ("…" if end < len(text) else "")
