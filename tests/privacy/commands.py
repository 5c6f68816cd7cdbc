"""The same on the command line, one command after the other: python -m tests.privacy.commands FOLDER"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

from tests.privacy.guard import forbid_network, look_for_sockets

forbid_network()

from counteroffer.cli import main  # noqa: E402 - after the guard stands
from counteroffer.cli.console import Console  # noqa: E402
from tests.privacy import words  # noqa: E402


def run(folder: Path, *arguments: str, stdin: str = "") -> str:
    """One command; what it said."""
    out = io.StringIO()
    secret = [] if arguments[0] == "schema" else ["--passphrase-file", str(folder.parent / "given" / "secret")]
    code = main(
        ["--archive", str(folder / "archive"), *secret, *arguments],
        Console(io.BytesIO(stdin.encode()), out, sys.stderr),
    )
    assert code == 0, arguments
    return out.getvalue().strip()


def all_commands(folder: Path, given: Path) -> None:
    """Make a workbook, protect it, fill it in, find it, carry it out and in, back up, restore, verify, salvage."""
    secret = given / "secret"
    secret.write_text(words.SECRET)
    first = run(folder, "new")
    run(folder, "passphrase", "--new-passphrase-file", str(secret))
    edits = [
        {"set": ["title"], "value": words.EMPLOYER},
        {"set": ["situation", "employer"], "value": words.EMPLOYER},
        {"set": ["note"], "value": f"{words.NOTE} {words.ACCENTED} {words.PAPER}"},
    ]
    run(folder, "apply", first, stdin="".join(json.dumps(edit) + "\n" for edit in edits))
    assert words.EMPLOYER in run(folder, "search", words.NOTE.split()[0])
    run(folder, "history", first)
    run(folder, "export", first, "-o", str(given / "out.counteroffer"))
    run(folder, "brief", first, "-o", str(given / "brief.pdf"))
    backup = run(folder, "backup")
    run(folder, "restore", backup, "--yes")
    run(folder, "verify")
    run(folder, "salvage", "--yes")
    assert words.EMPLOYER in run(folder, "list")
    look_for_sockets()


if __name__ == "__main__":
    all_commands(Path(sys.argv[1]), Path(sys.argv[2]))
