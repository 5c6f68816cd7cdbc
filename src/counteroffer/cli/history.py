"""The `history` command: the kept states of a workbook, what differs between them, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import to_jsonable_python

from counteroffer.archive.store import LocalArchive
from counteroffer.cli import plain_text
from counteroffer.domain.base import Item
from counteroffer.domain.differences import Difference, differences
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, to_plain
from counteroffer.editing.ports import Revision

if TYPE_CHECKING:
    from counteroffer.cli.commands import Call

_MOST = 200
"""Lines in a comparison."""


def history(call: Call, archive: LocalArchive) -> None:
    """List the states; or show one, compare two, name one, or go back to one."""
    given = call.arguments
    if given.show is not None:
        _show(call, archive)
    elif given.compare is not None:
        _compare(call, archive)
    elif given.name is not None:
        _name(call, archive)
    elif given.restore is not None:
        _restore(call, archive)
    else:
        states = archive.history.listed(given.id).result()
        call.tell([_row(state) for state in states], "\n".join(_line(state) for state in states))


def _show(call: Call, archive: LocalArchive) -> None:
    shown = archive.history.load(call.arguments.id, call.arguments.show).result()
    call.tell(to_plain(shown), plain_text.workbook(shown))


def _compare(call: Call, archive: LocalArchive) -> None:
    numbers = call.arguments.compare
    if len(numbers) > 2:
        raise BadInput("Two states can be compared, not more: --compare N M.")
    before = archive.history.load(call.arguments.id, numbers[0]).result()
    after = archive.history.load(call.arguments.id, numbers[1]) if len(numbers) == 2 else archive.load(before.id)
    _tell_differences(call, before, after.result())


def _tell_differences(call: Call, before: Workbook, after: Workbook) -> None:
    if call.as_json:
        call.console.say_json([_as_plain(one) for one in differences(before, after)])
        return
    from counteroffer.documents.content.differing import difference_lines
    from counteroffer.documents.content.format import Format, locale_of

    fmt = Format(locale_of("en"), after.situation.currency, str)
    call.console.say("\n".join(difference_lines(before, after, fmt, _MOST)) or "Nothing differs.")


def _as_plain(one: Difference) -> dict[str, Any]:
    """A difference for a program. Of an entry, its path says which it is."""
    titles = [step.id if isinstance(step, Item) else step for step in one.trail]
    change = {"kind": one.sort.value, "path": one.path, "titles": titles, "before": one.before, "after": one.after}
    plain: dict[str, Any] = to_jsonable_python(change)
    return plain


def _name(call: Call, archive: LocalArchive) -> None:
    number, name = call.arguments.name
    if not number.isascii() or not number.isdigit():
        raise BadInput('Say the state by its number, then its name: --name 12 "before round 2".')
    archive.history.name(call.arguments.id, int(number), name).result()
    call.tell({"number": int(number), "name": name.strip()}, f"named {int(number)}")


def _restore(call: Call, archive: LocalArchive) -> None:
    number = call.arguments.restore
    earlier = archive.history.load(call.arguments.id, number).result()
    saved = archive.save(earlier, f"Back to state {number}").result()
    call.tell({"saved": saved.revision}, f"saved {saved.revision}")


def _line(state: Revision) -> str:
    at = state.at.astimezone()
    said = "  ".join(part for part in (state.label, f'"{state.name}"' if state.name else "") if part)
    return f"{state.number:>5}  {at:%Y-%m-%d %H:%M}  {said}".rstrip()


def _row(state: Revision) -> dict[str, Any]:
    return {"number": state.number, "at": state.at.isoformat(), "label": state.label, "name": state.name}
