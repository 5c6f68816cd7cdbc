"""Mail addresses, told from all else that people write about how somebody can be reached."""

from __future__ import annotations

import re

# Deliberately narrow: what is no plain address is left for the person to fill in, where it cannot do harm.
_ADDRESS = re.compile(
    r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)


def mail_address(contact: str) -> str:
    """The contact if it is a mail address and nothing else; otherwise nothing."""
    plain = contact.strip()
    return plain if len(plain) <= 254 and _ADDRESS.fullmatch(plain) else ""
