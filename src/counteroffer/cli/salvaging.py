"""The `salvage` command: set a damaged archive aside, bring back what is whole, and say what that is."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from counteroffer.archive.rescue.salvage import salvage
from counteroffer.cli.passphrase import ask, is_asked, read_secret
from counteroffer.domain.errors import BadInput
from counteroffer.editing.ports import NeedsSecret

if TYPE_CHECKING:
    from counteroffer.cli.commands import Call

_WHAT_IT_DOES = (
    "The archive's files are set aside as they are, nothing of them is deleted. Every saved state that is whole goes "
    "into a new archive in their place; what is missing comes from the newest backup."
)


def salvage_archive(call: Call) -> None:
    """Raises BadInput if that is not wanted, or for the passphrase; Fault if there is nothing to bring back."""
    if not call.arguments.yes:
        _agree(call)
    secret = read_secret(call.arguments.passphrase_file) if "passphrase_file" in call.arguments else None
    try:
        report = salvage(call.folder, secret)
    except NeedsSecret as needed:
        if not is_asked(call.console):
            raise NeedsSecret(f"{needed.sentence} --passphrase-file says in which file it is.") from None
        report = salvage(call.folder, ask("Passphrase or recovery code: "))
    plain = {**asdict(report), "aside": str(report.aside), "backup": report.backup and report.backup.isoformat()}
    call.tell(plain, "\n".join(report.sentences()))


def _agree(call: Call) -> None:
    if not is_asked(call.console):
        raise BadInput(f"{_WHAT_IT_DOES} Nothing was changed. To do it, say --yes.")
    call.console.say(f"{_WHAT_IT_DOES} Type yes to do it.")
    call.console.flush()
    if call.console.stdin.readline().strip().lower() != b"yes":
        raise BadInput("Nothing was changed.")
