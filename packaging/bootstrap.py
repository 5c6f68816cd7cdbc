"""Make all that `make run` and `make test` need, with nothing but Python: environment, packages, system libraries.

Only the standard library is used, and no syntax newer than Python 3.8, so that a Python that is too old still gets
as far as the sentence that says so. All messages go to standard error: standard output belongs to the app.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "counteroffer-setup"
OS_RELEASE = Path("/etc/os-release")
APT_LISTS = Path("/var/lib/apt/lists")

THIS: tuple[int, int] = sys.version_info[:2]
OLDEST, NEWEST = (3, 11), (3, 14)
LISTS_KEEP = 7 * 24 * 60 * 60
APT = ["apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "DPkg::Lock::Timeout=120"]
UPDATE = [*APT, "-o", "APT::Update::Error-Mode=any", "update"]
INSTALL = [*APT, "install", "-y", "--no-install-recommends"]
REFRESHING = "refreshing the lists of system packages"

APP, WINDOW, PRINTING, TESTS = "app", "window", "printing", "tests"
WITHOUT = {
    APP: "the app does not start",
    WINDOW: "no window opens on an X display",
    PRINTING: "no printer is found",
    TESTS: "the tests in a real window and on real PDF files fail",
}
WANTED = {"run": (APP, WINDOW, PRINTING), "test": (APP, WINDOW, PRINTING, TESTS), "lint": ()}


class Need(NamedTuple):
    """Something the system must bring: Debian's package (its newest name first), and what proves it elsewhere."""

    purpose: str
    packages: tuple[str, ...]
    proof: str


NEEDS = (
    Need(APP, ("libgl1",), "libGL.so.1"),
    Need(APP, ("libegl1",), "libEGL.so.1"),
    Need(APP, ("libfontconfig1",), "libfontconfig.so.1"),
    Need(APP, ("libglib2.0-0t64", "libglib2.0-0"), "libglib-2.0.so.0"),
    Need(APP, ("libdbus-1-3",), "libdbus-1.so.3"),
    Need(APP, ("libxkbcommon0",), "libxkbcommon.so.0"),
    Need(WINDOW, ("libxcb-cursor0",), "libxcb-cursor.so.0"),
    Need(WINDOW, ("libxcb-icccm4",), "libxcb-icccm.so.4"),
    Need(WINDOW, ("libxcb-keysyms1",), "libxcb-keysyms.so.1"),
    Need(WINDOW, ("libxcb-shape0",), "libxcb-shape.so.0"),
    Need(WINDOW, ("libxcb-xkb1",), "libxcb-xkb.so.1"),
    Need(WINDOW, ("libxkbcommon-x11-0",), "libxkbcommon-x11.so.0"),
    Need(PRINTING, ("libcups2t64", "libcups2"), "libcups.so.2"),
    Need(TESTS, ("xvfb",), "Xvfb"),
    Need(TESTS, ("xauth",), "xauth"),
    Need(TESTS, ("openbox",), "openbox"),
    Need(TESTS, ("xdotool",), "xdotool"),
    Need(TESTS, ("poppler-utils",), "pdftotext"),
    Need(TESTS, ("qpdf",), "qpdf"),
)


# --- words ---


def say(text: str) -> None:
    print(f"Set-up: {text}", file=sys.stderr, flush=True)


def refuse(text: str) -> NoReturn:
    say(text)
    raise SystemExit(1)


# --- Python ---


def supported(version: tuple[int, int]) -> bool:
    return OLDEST <= version <= NEWEST


def dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"


def python_candidates(path: str, venv_python: Path) -> list[Path]:
    """Every place where a supported Python may be: a first hit is not enough, since a shim may be there and fail."""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    suffix = ".exe" if os.name == "nt" else ""
    folders = [Path(folder) for folder in path.split(os.pathsep) if folder]
    places = [venv_python, *(folder / (name + suffix) for name in names for folder in folders)]
    return [place for place in places if place.is_file()]


def version_of(python: Path, module: str = "sys") -> tuple[int, int] | None:
    """What this Python says its version is, once it has imported the module; None if it does not get that far."""
    program = f"import {module}, sys; print(*sys.version_info[:2])"
    answer = quietly([str(python), "-I", "-c", program])
    words = answer.stdout.split()
    if answer.returncode or len(words) != 2 or not all(word.isdecimal() for word in words):
        return None
    return int(words[0]), int(words[1])


def go_on_with_another_python(arguments: Sequence[str]) -> NoReturn:
    """Hand over to a supported Python if there is one: `python3` is often not the one a person installed for this."""
    for python in python_candidates(os.environ.get("PATH", ""), venv_python()):
        version = version_of(python)
        if version and supported(version):
            hand_over(python, arguments)
    refuse(
        f"Counteroffer needs Python {dotted(OLDEST)} to {dotted(NEWEST)}. This is {dotted(THIS)}, and "
        f"no other was found on PATH. Install one of them and try again."
    )


def hand_over(python: Path, arguments: Sequence[str]) -> NoReturn:
    command = [str(python), str(Path(__file__).resolve()), *arguments]
    if os.name == "nt":  # exec on Windows returns to the shell before the work is done
        raise SystemExit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)  # noqa: S606 - our own script, by a path that answered


# --- environment and packages ---


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprints(root: Path, version: tuple[int, int]) -> dict[str, str]:
    """What the environment depends on. The folder is part of it: a copied checkout would import from the old place."""
    project = (root / "pyproject.toml").read_bytes() + (root / "src" / "counteroffer" / "__init__.py").read_bytes()
    return {
        "python": dotted(version),
        "folder": str(root),
        "lock": hashlib.sha256((root / "packaging" / "requirements.lock").read_bytes()).hexdigest(),
        "project": hashlib.sha256(project).hexdigest(),
    }


def read_stamp(stamp: Path) -> dict[str, str]:
    try:
        lines = stamp.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {key: value for key, _, value in (line.partition(" ") for line in lines)}


def write_stamp(stamp: Path, facts: dict[str, str]) -> None:
    """Whole or not at all: a half-written stamp must not vouch for a half-made environment."""
    part = stamp.with_suffix(".part")
    part.write_text("".join(f"{key} {value}\n" for key, value in facts.items()), encoding="utf-8")
    part.replace(stamp)


def prepare_environment(arguments: Sequence[str]) -> None:
    wanted, found = fingerprints(ROOT, THIS), read_stamp(STAMP)
    if wanted == found and venv_python().exists():
        return
    STAMP.unlink(missing_ok=True)
    if version_of(venv_python(), "pip") != THIS:
        make_venv(arguments)
        found = {}
    if any(wanted[key] != found.get(key) for key in ("python", "lock")):
        install_packages()
    install_project()
    write_stamp(STAMP, wanted)
    say("the environment is ready.")


def make_venv(arguments: Sequence[str]) -> None:
    base = Path(getattr(sys, "_base_executable", sys.executable))
    if Path(sys.prefix).resolve() == VENV.resolve():
        hand_over(base, arguments)  # nothing can clear away the environment that it runs in
    have_ensurepip()
    say(f"making .venv with Python {dotted(THIS)}")
    if subprocess.run(
        [sys.executable, "-I", "-m", "venv", "--clear", str(VENV)], stdout=sys.stderr, check=False
    ).returncode:
        refuse("the environment in .venv could not be made; the lines above say why.")


def have_ensurepip() -> None:
    """Debian's Python comes without the part that puts pip into an environment, and so without a usable `venv`."""
    if importlib.util.find_spec("ensurepip"):
        return
    package = f"python{dotted(THIS)}-venv"
    if on_debian():
        say(f"this Python cannot make environments without {package}")
        apt_install([Need(APP, (package,), "ensurepip")])
        if version_of(Path(sys.executable), "ensurepip"):
            return
        refuse(f"{package} is needed and could not be installed from here. Type:\n  {apt_command([package])}")
    refuse("this Python lacks the module ensurepip. Install your system's package for Python's venv and try again.")


def pip_environment() -> dict[str, str]:
    """A person's own pip settings may choose the index, but not where packages go."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")}
    return {**kept, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


def pip_install(*arguments: str) -> bool:
    command = [str(venv_python()), "-I", "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    done = subprocess.run([*command, *arguments], cwd=ROOT, env=pip_environment(), stdout=sys.stderr, check=False)
    return done.returncode == 0


def install_packages() -> None:
    """Wheels only: nothing is compiled here, and no build step could fetch what the lock does not name."""
    say("installing the locked packages (the first time, about 150 MB are fetched)")
    if not pip_install("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)):
        refuse("the packages could not be installed; the lines above say why. The first set-up needs a network.")


def install_project() -> None:
    say("installing Counteroffer itself, from this folder")
    if not pip_install("--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)):
        refuse("Counteroffer itself could not be installed; the lines above say why.")


# --- the system ---


def prepare_system(purposes: Sequence[str]) -> None:
    """Bring what is missing if that is allowed; else name it and go on, so that what needs it fails by its name."""
    needs = [need for need in NEEDS if need.purpose in purposes]
    if not needs:
        return
    if on_debian():
        missing = missing_packages(needs)
        if missing:
            apt_install(missing)
            missing = missing_packages(missing)
        if missing:
            command = apt_command(names_to_install(missing, known_packages()))
            say(f"{consequences(missing)} To install what is missing, type:\n  {command}")
        return
    missing = missing_proofs(needs, linux=sys.platform.startswith("linux"))
    if missing:
        say(f"{consequences(missing)} Not found, with the Debian package that brings it:")
        for need in missing:
            say(f"  {need.proof} ({need.packages[-1]})")


def on_debian() -> bool:
    try:
        text = OS_RELEASE.read_text(encoding="utf-8")
    except OSError:
        return False
    return is_debian(text) and bool(shutil.which("dpkg-query") and shutil.which("apt-get"))


def is_debian(os_release: str) -> bool:
    facts = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    family = f"{facts.get('ID', '')} {facts.get('ID_LIKE', '')}".replace('"', " ").replace("'", " ").split()
    return "debian" in family or "ubuntu" in family


def missing_packages(needs: Iterable[Need]) -> list[Need]:
    needs = list(needs)
    names = [name for need in needs for name in need.packages]
    answer = quietly(["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\\n", *names])
    there = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [need for need in needs if there.isdisjoint(need.packages)]


def missing_proofs(needs: Iterable[Need], *, linux: bool) -> list[Need]:
    """Without Debian's records: commands on PATH, and on Linux the libraries that the loader knows.

    On Windows and macOS Qt's wheels need no libraries beside those of the system, so none are looked for.
    """
    known: set[str] | None = None
    if linux:
        path = os.pathsep.join([os.environ.get("PATH", ""), "/sbin", "/usr/sbin"])
        ldconfig = shutil.which("ldconfig", path=path)
        known = libraries(quietly([ldconfig, "-p"]).stdout) if ldconfig else None
    missing = []
    for need in needs:
        if ".so." in need.proof:
            if known and need.proof not in known:
                missing.append(need)
        elif not shutil.which(need.proof):
            missing.append(need)
    return missing


def libraries(ldconfig: str) -> set[str]:
    return {line.split()[0] for line in ldconfig.splitlines() if "=>" in line}


def known_packages() -> set[str]:
    """Names that apt could install now; none if its lists are empty."""
    return set(quietly(["apt-cache", "pkgnames"]).stdout.split())


def names_to_install(needs: Iterable[Need], known: set[str]) -> list[str]:
    """The newest name that this release knows; the oldest if it knows none, since newer releases still answer to it."""
    return [next((name for name in need.packages if name in known), need.packages[-1]) for need in needs]


def consequences(missing: Iterable[Need]) -> str:
    purposes = {need.purpose for need in missing}
    words = [words for purpose, words in WITHOUT.items() if purpose in purposes]
    return f"this system lacks something, and so {', '.join(words[:-1])}{' and ' if words[1:] else ''}{words[-1]}."


def apt_command(names: Sequence[str]) -> str:
    """What to type, in full; never shown to root with a `sudo` that a container may not have."""
    sudo = "" if is_root() else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install --no-install-recommends {' '.join(names)}"


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def privilege() -> list[str] | None:
    """How a command gets to install: as it is for root, through sudo where that asks nothing; None if it may not."""
    noninteractive = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if is_root():
        return noninteractive
    if shutil.which("sudo") and quietly(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n", *noninteractive]
    return None


def lists_are_stale(lists: Path, now: float) -> bool:
    """The folder's own time counts: the files in it carry the time at which the archive wrote them."""
    if not any(lists.glob("*_Packages*")):
        return True
    folders = [folder for folder in (lists, lists / "partial") if folder.is_dir()]
    return now - max(folder.stat().st_mtime for folder in folders) > LISTS_KEEP


def apt_install(needs: Sequence[Need]) -> None:
    """Install what apt knows. Whether it worked is for the caller to look at: only the system's records tell."""
    prefix = privilege()
    if prefix is None:
        return
    stale = lists_are_stale(APT_LISTS, time.time())
    if stale:
        apt(prefix, UPDATE, REFRESHING)
    if not apt_install_known(prefix, needs) and not stale:
        apt(prefix, UPDATE, REFRESHING)
        apt_install_known(prefix, needs)


def apt_install_known(prefix: Sequence[str], needs: Sequence[Need]) -> bool:
    """One name that apt does not know would keep it from installing the others."""
    known = known_packages()
    names = [name for name in names_to_install(needs, known) if name in known]
    what = f"installing from the system's packages: {' '.join(names)}"
    return bool(names) and apt(prefix, [*INSTALL, *names], what) and len(names) == len(needs)


def apt(prefix: Sequence[str], command: Sequence[str], what: str) -> bool:
    """Calm when it works; when it does not, apt's last words, which name the cause."""
    say(what)
    answer = quietly([*prefix, *command])
    if answer.returncode:
        for line in (answer.stdout + answer.stderr).splitlines()[-5:]:
            say(f"  {line}")
    return answer.returncode == 0


def quietly(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run without a word; a command that is not there is one that failed."""
    try:
        return subprocess.run(
            command, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL, check=False
        )
    except OSError as error:
        return subprocess.CompletedProcess(list(command), 127, "", str(error))


def main(arguments: Sequence[str]) -> None:
    purpose = arguments[0] if arguments else "run"
    if purpose not in WANTED or len(arguments) > 1:
        say("usage: bootstrap.py [run | test | lint]")
        raise SystemExit(2)
    if not supported(THIS):
        go_on_with_another_python(arguments)
    prepare_environment(arguments)
    prepare_system(WANTED[purpose])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit(130) from None
