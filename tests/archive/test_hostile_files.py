"""Files made to choke a reader: each is refused by a program that has little memory and little time."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
from datetime import date

import pytest

from counteroffer.archive.carrying import boxes, intake, sealed_files
from counteroffer.archive.carrying.boxes import Marks
from counteroffer.archive.carrying.portable import Portable, write
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from tests.archive.conftest import workbook

WRITTEN = write(workbook(title="Harbour & Hill"), {})
FILES = b'{"format": "counteroffer-workbook", "format_version": 1, "files": {'
PART = struct.pack("<4s42xs", b"PK\x01\x02", b"a").replace(bytes(18) + b"a", b"\1" + bytes(17) + b"a")
END = struct.pack("<4s8xII2x", b"PK\x05\x06", 170_000 * 47, 0)

HOSTILE = {
    "nested lists": "b'[' * 100_000",
    "nested groups": "b'{\"a\":' * 100_000",
    "nested and closed": "b'[' * 100_000 + b']' * 100_000",
    "more closed than nested": "b'[' * 400_000 + b']' * 60_000_000",
    "nested in turn and closed": "b'[{' * 200_000 + b'}]' * 30_000_000",
    "wide and nested": "b'[[[[[[[[[]]]]]]]]],' * 3_000_000",
    "sixty million brackets": "b'[' * 60_000_000",
    "sixty million closing brackets": "b']' * 60_000_000",
    "mismatched brackets": "b'[}' * 30_000_000",
    "sixty million commas": "b'[' + b'1,' * 30_000_000 + b'1]'",
    "a string of 50 MB": "WRITTEN.replace(b'Harbour', b'x' * 50_000_000)",
    "a string of escapes": "b'[\"' + b'\\\\n' * 25_000_000 + b'\"]'",
    "a string of pairs": "b'[\"' + b'\\\\ud83d\\\\ude00' * 5_000_000 + b'\"]'",
    "a string without an end": "b'[\"' + b'\\\\\"' * 25_000_000",
    "a number of a million digits": "b'[' + b'9' * 1_000_000 + b']'",
    "a file of 45 MB in Base64": "FILES + b'\"' + b'a' * 64 + b'\":\"' + b'A' * 60_000_000 + b'\"}}'",
    "many wrong fingerprints": "FILES + b','.join(b'\"%064x\":\"AA==\"' % at for at in range(400_000)) + b'}}'",
    "a box with a long directory": "b'PK\\3\\4' + bytes(26) + PART * 170_000 + END",
    "a seal around nothing": "b'CoSealed\\1\\1' + bytes(60_000_000)",
    "too large": "b' ' * (64 * 1024 * 1024 + 1)",
}


@pytest.fixture(scope="module")
def hostile_answers() -> dict[str, str]:
    """What a program with little memory and time says to each hostile file."""
    code = (
        "import sys, time\n"
        "from counteroffer.archive.carrying.intake import load\n"
        "from counteroffer.domain.errors import BadInput\n"
        f"WRITTEN, FILES, PART, END = {(WRITTEN, FILES, PART, END)!r}\n"
        # Other systems do not hold a program to this limit.
        "if sys.platform == 'linux':\n"
        "    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_AS, (900_000_000, 900_000_000))\n"
        f"for name, content in {HOSTILE!r}.items():\n"
        "    content = eval(content)\n"
        "    start = time.process_time()\n"
        "    try: load(content, 'a passphrase'); print(name, '| taken')\n"
        "    except BadInput as error: print(name, '|', error)\n"
        "    assert time.process_time() - start < 8, (name, time.process_time() - start)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return dict(line.split(" | ") for line in result.stdout.splitlines())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_little_memory_and_time(hostile_answers: dict[str, str], name: str) -> None:
    assert "Nothing was changed." in hostile_answers[name]


def _all_of(load: intake.Load) -> tuple[list[Workbook], dict[str, bytes]]:
    return [one.workbook for _, one in load.workbooks()], dict(load.contents())


@pytest.mark.torture
@pytest.mark.parametrize("form", ["plain", "sealed", "box"])
def test_a_whole_workbook_cut_off_or_changed_anywhere_is_refused_or_the_same(form: str) -> None:
    sample = sample_workbook(date(2027, 3, 1))
    content = write(sample, {})
    if form == "box":
        content = boxes.write([(Marks(sample.id), Portable(sample))], [])
    elif form == "sealed":
        content = sealed_files.seal(content, "a passphrase", Costs(passes=1, memory=8192))
    whole = _all_of(intake.load(content, "a passphrase"))
    for length in range(0, len(content) - 1, 1024):
        with pytest.raises(BadInput):
            _all_of(intake.load(content[:length], "a passphrase"))
    chance = random.Random(form)  # noqa: S311 - the same flips each time
    for _ in range(500):
        changed = bytearray(content)
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        try:
            read = _all_of(intake.load(bytes(changed), "a passphrase"))
        except BadInput:
            continue
        assert read == whole
