"""A letter as a draft that mail programs open for editing and sending.

It says nothing that nobody chose: no sender, no date, no message id; the mail program adds them when it is sent. The
same letter gives the same bytes.

The few headers are written here and not by the library's message objects: those read a header that was typed as
`=?utf-8?q?…?=` for an encoded one, decode it, and with it a line end that begins a header of its own.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from email.quoprimime import body_encode

from counteroffer.documents.text import one_line

_PLAIN_NAME = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
_PLAIN_LENGTH = 60
_CHUNK = 42
"""Bytes in one encoded word, so that its line has at most 77 characters."""


def as_eml(subject: str, body: str, name: str = "", address: str = "") -> bytes:
    """The draft as bytes, with line ends as mail has them; without an address it is addressed to nobody yet.

    The address must be a plain one, as `mail_address` tells them apart.
    """
    headers = (
        # What tells mail programs to open it for editing.
        "X-Unsent: 1",
        *((f"To: {_mailbox(name, address)}",) if address else ()),
        f"Subject: {_subject(subject)}",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: quoted-printable",
    )
    text = f"{body.strip()}\n".replace("\r\n", "\n").replace("\r", "\n")
    # The encoder takes bytes as letters of the same number.
    encoded = body_encode(text.encode().decode("latin-1"), eol="\r\n")
    return ("\r\n".join((*headers, "", encoded))).encode("ascii")


def _subject(text: str) -> str:
    line = one_line(text)
    return line if line.isascii() and "=?" not in line and len(line) <= _PLAIN_LENGTH else _encoded(line)


def _mailbox(name: str, address: str) -> str:
    line = one_line(name)
    if not line:
        return address
    # A name with any sign in it is encoded as a whole, so that no sign of it can mean something to a mail program.
    shown = line if _PLAIN_NAME.fullmatch(line) and len(line) <= _PLAIN_LENGTH else _encoded(line)
    return f"{shown}\r\n <{address}>"


def _encoded(line: str) -> str:
    """The line in encoded words, each on a line of its own."""
    return "\r\n ".join(f"=?utf-8?b?{b64encode(part).decode()}?=" for part in _parts(line))


def _parts(line: str) -> Iterator[bytes]:
    """The line in pieces that each end with a whole character."""
    part = b""
    for letter in line:
        written = letter.encode()
        if len(part) + len(written) > _CHUNK:
            yield part
            part = b""
        part += written
    yield part
