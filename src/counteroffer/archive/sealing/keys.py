"""The key the archive's pages are sealed with.

THE PUBLISHED KEY IS NOT PROTECTION. It stands here for everybody to read, so whoever has the file can open it.
It is there so that every page is authenticated: a flipped bit, a torn page or a wrong byte is noticed and never
passed on as data. An archive gets a secret key only when its owner sets a passphrase; until then there is no key
that could be lost.

The engine is always given the 32 bytes themselves. Its own derivation from a passphrase is never used: ours is
stronger, and deriving nothing keeps opening fast.
"""

from __future__ import annotations

from hashlib import sha256

KEY_LENGTH = 32
"""Bytes in a key of ChaCha20-Poly1305."""

PUBLISHED_KEY = sha256(
    b"Counteroffer archive without a passphrase. This key is published and protects nothing."
).digest()
"""The key of every archive that has no passphrase. Changing it would lock everybody out: a test pins it."""


def engine_key(key: bytes) -> str:
    """The key as SQLite3 Multiple Ciphers takes it to be used as it is, without derivation: `raw:` and 64 digits."""
    if len(key) != KEY_LENGTH:
        raise ValueError(f"a key has {KEY_LENGTH} bytes")
    return "raw:" + key.hex()
