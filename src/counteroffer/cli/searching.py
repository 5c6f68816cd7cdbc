"""The `list` and `search` commands: workbooks as lines for people and as JSON for programs."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from counteroffer.cli import plain_text
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.folding import fold
from counteroffer.domain.situation import Stage
from counteroffer.editing.ports import Filters, Hit, Place, Sorting, Summary

if TYPE_CHECKING:
    from counteroffer.archive.store import LocalArchive
    from counteroffer.cli.commands import Call

_PLACES = {"shelf": Place.SHELF, "put-away": Place.PUT_AWAY, "bin": Place.BIN, "all": Place.ALL}
_MOST = 50


def add_list(command: argparse.ArgumentParser) -> None:
    """What `list` takes."""
    command.add_argument("--all", action="store_true", help="those in the bin too")


def add_search(command: argparse.ArgumentParser) -> None:
    """What `search` takes."""
    command.add_argument("words", metavar="WORDS", nargs="*", help="all of them, as they stand or as beginnings")
    command.add_argument("--tag", action="append", default=[], help="only with this tag; may be given again")
    command.add_argument("--employer", action="append", default=[], help="only from this employer")
    command.add_argument("--year", action="append", default=[], type=int, help="only begun in this year")
    command.add_argument("--stage", action="append", default=[], choices=[str(one) for one in Stage])
    command.add_argument("--outcome", action="append", default=[], choices=[str(one) for one in Outcome])
    command.add_argument("--in", dest="place", choices=_PLACES, default="all", help="where (all but the bin)")
    command.add_argument("--sort", choices=[str(one) for one in Sorting], default=str(Sorting.BEST))
    command.add_argument("--most", metavar="N", type=int, default=_MOST, help=f"so many at most ({_MOST})")


def list_all(call: Call, archive: LocalArchive) -> None:
    """All workbooks but those in the bin, the last changed first."""
    summaries = [one for one in archive.summaries().result() if call.arguments.all or one.binned is None]
    if call.as_json:
        call.console.say_json([_row(summary) for summary in summaries])
    else:
        for summary in summaries:
            call.console.say(plain_text.row(summary))


def search(call: Call, archive: LocalArchive) -> None:
    """The workbooks that hold the words and pass the filters, each with the place where the words stand."""
    given = call.arguments
    known = archive.finding.choices().result()
    filters = Filters(
        _PLACES[given.place],
        stages=frozenset(given.stage),
        outcomes=frozenset(given.outcome),
        years=frozenset(given.year),
        employers=_meant(given.employer, known.employers),
        tags=_meant(given.tag, known.tags),
    )
    found = archive.finding.find(" ".join(given.words), filters, Sorting(given.sort), max(0, given.most)).result()
    if call.as_json:
        call.console.say_json({"total": found.total, "hits": [_hit(hit) for hit in found.hits]})
        return
    for hit in found.hits:
        call.console.say(plain_text.row(hit.summary))
        if hit.snippet:
            call.console.say(f"    {'.'.join(hit.path)}: {hit.snippet}")
    if found.total > len(found.hits):
        call.console.say(f"{found.total - len(found.hits)} more.")


def _meant(given: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """The known names that hold a given one, whatever its accents; where none does, the given one, which finds none."""
    there = tuple(known)
    return frozenset(name for one in given for name in ([name for name in there if fold(one) in fold(name)] or [one]))


def _row(summary: Summary) -> dict[str, Any]:
    times = {name: at.isoformat() for name, at in asdict(summary).items() if isinstance(at, datetime)}
    return {**asdict(summary), "tags": list(summary.tags), **times}


def _hit(hit: Hit) -> dict[str, Any]:
    marks = [list(mark) for mark in hit.marks]
    return {**_row(hit.summary), "snippet": hit.snippet, "marks": marks, "path": list(hit.path)}
