"""What black, white and grey mean on paper: the sRGB colour space, written out as an ICC profile.

It is reckoned here from the numbers of IEC 61966-2-1, because no package that is needed otherwise carries one whose
bytes are the same everywhere.
"""

from __future__ import annotations

from functools import cache
from struct import pack

_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""Red, green and blue as seen under the light of D50."""
_ADAPTED = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
"""From the screen's white (D65) to that of D50."""
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


@cache
def srgb_profile() -> bytes:
    """The profile, in version 4.2 of the format."""
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _xyz(_D50),
        b"chad": b"sf32\0\0\0\0" + b"".join(map(_fixed, _ADAPTED)),
        **{name: _xyz(colour) for name, colour in _PRIMARIES.items()},
    }
    curve = b"para\0\0\0\0\0\3\0\0" + b"".join(map(_fixed, _CURVE))
    names = (*tags, b"rTRC", b"gTRC", b"bTRC")
    start = 128 + 4 + 12 * len(names)
    table, body = b"", b""
    for name in names:
        # All three colours share one curve, which stands last.
        if name in tags:
            content = tags[name]
            table += name + pack(">II", start + len(body), len(content))
            body += content + b"\0" * (-len(content) % 4)
        else:
            table += name + pack(">II", start + len(body), len(curve))
    content = pack(">I", len(names)) + table + body + curve
    return _header(128 + len(content)) + content


def _header(size: int) -> bytes:
    made = pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = pack(">I4s4s4s4s4s", size, b"\0" * 4, b"\x04\x20\0\0", b"mntr", b"RGB ", b"XYZ ")
    return (head + made + b"acsp").ljust(68, b"\0") + b"".join(map(_fixed, _D50)) + b"\0" * 48


def _fixed(value: float) -> bytes:
    return pack(">i", round(value * 65536))


def _xyz(colour: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, colour))


def _text(words: str) -> bytes:
    written = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + pack(">II", 1, 12) + b"enUS" + pack(">II", len(written), 28) + written
