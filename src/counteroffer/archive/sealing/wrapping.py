"""Sealing bytes with a secret that a person knows: the archive's data key, and the encrypted portable file.

    header      what it is, version, how the key is derived and at what cost, salt, nonce
    content     sealed by XChaCha20-Poly1305 with a key that Argon2id makes of the secret; the header is sealed with it
    checksum    SHA-256 of all before it

The checksum protects nothing. It tells a damaged file from a wrong secret: without it the two look the same.
"""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from os import urandom

from counteroffer.domain.errors import BadInput
from counteroffer.editing.ports.protection import WrongSecret

MAGIC = b"CoSealed"
"""How everything that was sealed here begins."""

VERSION = 1
_ARGON2ID = 1

_HEADER = struct.Struct(">8sBBIQ16s24s")
_SEAL = 16
_CHECKSUM = 32
OVERHEAD = _HEADER.size + _SEAL + _CHECKSUM
"""Bytes that sealing adds."""

_KEY = 32


@dataclass(frozen=True)
class Costs:
    """What deriving a key costs whoever tries secrets: passes over so many bytes of memory."""

    passes: int
    memory: int


USUAL = Costs(passes=3, memory=64 * 1024 * 1024)
"""About a tenth of a second on today's computers."""

_MOST = Costs(passes=10, memory=1024 * 1024 * 1024)
_LEAST = Costs(passes=1, memory=8192)


class DamagedSeal(BadInput):
    """The sealed bytes are not what was once written."""


class NewerSeal(BadInput):
    """Sealed by a newer version of Counteroffer."""


def is_sealed(content: bytes) -> bool:
    """Whether these bytes, or a beginning of at least 8, were sealed here."""
    return content.startswith(MAGIC)


def seal(content: bytes, secret: str, about: bytes = b"", costs: Costs = USUAL) -> bytes:
    """The content so that only the secret opens it. `about` is not stored, but must be the same for opening.

    Raises BadInput for an empty secret.
    """
    import nacl.bindings

    salt, nonce = urandom(16), urandom(24)
    header = _HEADER.pack(MAGIC, VERSION, _ARGON2ID, costs.passes, costs.memory, salt, nonce)
    key = _derived(secret, salt, costs)
    sealed = header + nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(content, header + about, nonce, key)
    return sealed + sha256(sealed).digest()


def unseal(content: bytes, secret: str, about: bytes = b"") -> bytes:
    """What was sealed. Raises WrongSecret, DamagedSeal or NewerSeal, all of them BadInput."""
    import nacl.bindings
    import nacl.exceptions

    if not is_sealed(content):
        raise _damaged()
    if content[len(MAGIC) : len(MAGIC) + 1] > bytes([VERSION]):
        raise NewerSeal("This was encrypted by a newer version of Counteroffer. Install the newer version to open it.")
    if len(content) < OVERHEAD or sha256(content[:-_CHECKSUM]).digest() != content[-_CHECKSUM:]:
        raise _damaged()
    header = content[: _HEADER.size]
    _, version, kind, passes, memory, salt, nonce = _HEADER.unpack(header)
    # A file that asks for days of work or all the memory is not one of ours, however right its checksum is.
    if version != VERSION or kind != _ARGON2ID or not _bearable(Costs(passes, memory)):
        raise _damaged()
    key = _derived(secret, salt, Costs(passes, memory))
    body = content[_HEADER.size : -_CHECKSUM]
    try:
        return bytes(nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(body, header + about, nonce, key))
    except nacl.exceptions.CryptoError:
        raise WrongSecret("The passphrase is not the right one. Nothing was changed. Try again.") from None


def refuse_empty(secret: str) -> None:
    """Raises BadInput for a secret of no characters: the one rule there is."""
    if not secret:
        raise BadInput("The passphrase is empty. Nothing was changed. Type at least one character.")


def _derived(secret: str, salt: bytes, costs: Costs) -> bytes:
    import nacl.exceptions
    import nacl.pwhash

    refuse_empty(secret)
    try:
        # An é is one letter or two, depending on the keyboard; to a person it is the same passphrase.
        typed = unicodedata.normalize("NFC", secret).encode()
    except UnicodeEncodeError:
        raise BadInput("The passphrase holds a character that cannot be kept (half of a pair). Type another.") from None
    try:
        return bytes(nacl.pwhash.argon2id.kdf(_KEY, typed, salt, opslimit=costs.passes, memlimit=costs.memory))
    except nacl.exceptions.RuntimeError as error:
        # The library's one way to fail with sound arguments.
        raise MemoryError from error


def _bearable(costs: Costs) -> bool:
    return _LEAST.passes <= costs.passes <= _MOST.passes and _LEAST.memory <= costs.memory <= _MOST.memory


def _damaged() -> DamagedSeal:
    return DamagedSeal("This is damaged: a part of it is missing or changed. Nothing was changed. Use another copy.")
