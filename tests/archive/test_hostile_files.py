"""Files made to choke a reader: each is refused by a program that has little memory and little time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from counteroffer.archive.portable import write
from tests.archive.conftest import workbook

WRITTEN = write(workbook(title="Harbour & Hill"), {})

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
    "too large": "b' ' * (64 * 1024 * 1024 + 1)",
}


@pytest.fixture(scope="module")
def hostile_answers() -> dict[str, str]:
    """What a program with little memory and time says to each hostile file."""
    code = (
        "import sys, time\n"
        "from counteroffer.archive.portable import read\n"
        "from counteroffer.domain.errors import BadInput\n"
        f"WRITTEN = {WRITTEN!r}\n"
        # Other systems do not hold a program to this limit.
        "if sys.platform == 'linux':\n"
        "    import resource\n"
        "    resource.setrlimit(resource.RLIMIT_AS, (900_000_000, 900_000_000))\n"
        f"for name, content in {HOSTILE!r}.items():\n"
        "    content = eval(content)\n"
        "    start = time.process_time()\n"
        "    try: read(content); print(name, '| taken')\n"
        "    except BadInput as error: print(name, '|', error)\n"
        "    assert time.process_time() - start < 8, (name, time.process_time() - start)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return dict(line.split(" | ") for line in result.stdout.splitlines())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_little_memory_and_time(hostile_answers: dict[str, str], name: str) -> None:
    assert hostile_answers[name].endswith("Nothing was changed.")
