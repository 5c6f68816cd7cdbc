"""The set-up script, by its pure parts, and on systems that are told rather than touched."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "bootstrap.py"
NEWER_DEBIAN = {"libgl1", "libegl1", "libglib2.0-0t64", "libcups2t64", "xvfb", "qpdf"}


class Debian:
    """A Debian that answers dpkg-query, apt-cache, apt-get and sudo, and remembers what it was asked to do."""

    def __init__(self, *, installed=(), listed=(), offered=NEWER_DEBIAN, sudo_asks=True):
        self.installed, self.listed, self.offered = set(installed), set(listed), set(offered)
        self.sudo_asks = sudo_asks
        self.done = []

    def __call__(self, command):
        command, code, output = list(command), 0, ""
        if command[:2] == ["sudo", "-n"]:
            if self.sudo_asks:
                return subprocess.CompletedProcess(command, 1, "", "a password is required")
            command = command[2:]
        if command[0] == "env":
            command = command[2:]
        if command[0] == "dpkg-query":
            output = "".join(f"{name} installed\n" for name in command[3:] if name in self.installed)
            code = 1
        elif command[0] == "apt-cache":
            output = "\n".join(self.listed)
        elif command[0] == "apt-get" and command[-1] == "update":
            self.done.append("update")
            self.listed = set(self.offered)
        elif command[0] == "apt-get":
            names = command[command.index("--no-install-recommends") + 1 :]
            self.done.append(names)
            unknown = [name for name in names if name not in self.offered]
            if unknown:
                code, output = 100, f"E: Unable to locate package {unknown[0]}"
            else:
                self.installed.update(names)
        return subprocess.CompletedProcess(command, code, output, "")


@pytest.fixture
def bootstrap() -> ModuleType:
    # By its path: the folder's name is also that of a library that pytest uses.
    spec = importlib.util.spec_from_file_location("counteroffer_bootstrap", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def put_on(bootstrap, monkeypatch, tmp_path):
    """Put the script on such a Debian, with package lists of today unless told otherwise."""

    def put(system, *, root, stale=False):
        lists = tmp_path / "lists"
        lists.mkdir()
        if not stale:
            (lists / "debian_main_binary-amd64_Packages.lz4").touch()
        monkeypatch.setattr(bootstrap, "APT_LISTS", lists)
        monkeypatch.setattr(bootstrap, "quietly", system)
        monkeypatch.setattr(bootstrap, "is_root", lambda: root)
        monkeypatch.setattr(bootstrap, "on_debian", lambda: True)
        monkeypatch.setattr(bootstrap.shutil, "which", lambda name, path=None: f"/usr/bin/{name}")
        needs = [need for need in bootstrap.NEEDS if NEWER_DEBIAN.intersection(need.packages)]
        monkeypatch.setattr(bootstrap, "NEEDS", tuple(needs))
        return system

    return put


def test_a_python_that_is_too_old_can_read_the_script_as_far_as_its_refusal():
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(
    ("version", "good"), [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False), ((2, 7), False)]
)
def test_which_pythons_will_do(bootstrap, version, good):
    assert bootstrap.supported(version) is good


def test_the_script_agrees_with_the_project_on_which_pythons_will_do(bootstrap):
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    (low, high) = bootstrap.OLDEST, bootstrap.NEWEST
    assert wanted == f">={low[0]}.{low[1]},<{high[0]}.{high[1] + 1}"


def test_all_pythons_on_path_are_tried_newest_first_and_the_environments_own_before_them(bootstrap, tmp_path):
    suffix = ".exe" if os.name == "nt" else ""
    shims, real, venv = tmp_path / "shims", tmp_path / "real", tmp_path / "venv-python"
    names = [shims / f"python3.12{suffix}", real / f"python3.11{suffix}", real / f"python3.12{suffix}", venv]
    for name in [*names, real / f"python3.10{suffix}"]:
        name.parent.mkdir(exist_ok=True)
        name.touch()
    path = os.pathsep.join([str(shims), "", str(real)])
    found = bootstrap.python_candidates(path, venv)
    assert found == [venv, names[0], names[2], names[1]]


def test_a_shim_that_is_there_but_fails_is_no_python(bootstrap, tmp_path):
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\necho 3 12\nexit 127\n", encoding="utf-8")
    shim.chmod(0o755)
    assert bootstrap.version_of(shim) is None
    assert bootstrap.version_of(tmp_path / "nothing") is None
    assert bootstrap.version_of(Path(sys.executable)) == sys.version_info[:2]
    assert bootstrap.version_of(Path(sys.executable), "no_such_module_of_ours") is None


def test_an_unsupported_python_hands_over_to_the_first_one_that_answers(bootstrap, monkeypatch, tmp_path):
    broken, good = tmp_path / "broken", tmp_path / "good"
    answers = {broken: None, good: (3, 12)}
    handed = []
    monkeypatch.setattr(bootstrap, "python_candidates", lambda path, venv: [broken, good])
    monkeypatch.setattr(bootstrap, "version_of", answers.get)

    def hand_over(python, arguments):
        handed.append((python, arguments))
        raise SystemExit(0)

    monkeypatch.setattr(bootstrap, "hand_over", hand_over)
    monkeypatch.setattr(bootstrap, "THIS", (3, 10))
    with pytest.raises(SystemExit):
        bootstrap.main(["test"])
    assert handed == [(good, ["test"])]


def test_without_any_supported_python_the_refusal_names_what_is_needed(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "python_candidates", lambda path, venv: [])
    monkeypatch.setattr(bootstrap, "THIS", (3, 15))
    with pytest.raises(SystemExit) as stop:
        bootstrap.main([])
    assert stop.value.code == 1
    assert "needs Python 3.11 to 3.14. This is 3.15" in capsys.readouterr().err


def test_bad_usage_is_said_and_changes_nothing(bootstrap, capsys):
    with pytest.raises(SystemExit) as stop:
        bootstrap.main(["everything"])
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_the_stamp_comes_back_as_written_and_a_damaged_one_says_nothing(bootstrap, tmp_path):
    stamp = tmp_path / "stamp"
    facts = {"python": "3.11", "folder": "/home/some one/counteroffer", "lock": "ab"}
    assert bootstrap.read_stamp(stamp) == {}
    bootstrap.write_stamp(stamp, facts)
    assert bootstrap.read_stamp(stamp) == facts
    assert [path.name for path in tmp_path.iterdir()] == ["stamp"]
    stamp.write_bytes(b"\xff\xfe\x00")
    assert bootstrap.read_stamp(stamp) == {}


def test_fingerprints_see_a_new_lock_another_python_a_new_version_and_a_moved_folder(bootstrap, tmp_path):
    def checkout(name):
        root = tmp_path / name
        for file in ("pyproject.toml", "packaging/requirements.lock", "src/counteroffer/__init__.py"):
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(file, encoding="utf-8")
        return root

    def changed(before, after):
        return {key for key in before if before[key] != after[key]}

    root = checkout("one")
    before = bootstrap.fingerprints(root, (3, 11))
    assert changed(before, bootstrap.fingerprints(root, (3, 11))) == set()
    assert changed(before, bootstrap.fingerprints(root, (3, 12))) == {"python"}
    assert changed(before, bootstrap.fingerprints(checkout("two"), (3, 11))) == {"folder"}
    (root / "packaging/requirements.lock").write_text("new", encoding="utf-8")
    assert changed(before, bootstrap.fingerprints(root, (3, 11))) == {"lock"}
    (root / "src/counteroffer/__init__.py").write_text("new", encoding="utf-8")
    assert changed(before, bootstrap.fingerprints(root, (3, 11))) == {"lock", "project"}


@pytest.fixture
def steps(bootstrap, monkeypatch, tmp_path):
    """An environment that is pretended; what would have been done to it is noted."""
    noted = []
    python = tmp_path / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / ".venv" / "stamp")

    def make_venv(arguments):
        noted.append("venv")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(bootstrap, "make_venv", make_venv)
    monkeypatch.setattr(bootstrap, "version_of", lambda python, module: bootstrap.THIS if python.exists() else None)
    monkeypatch.setattr(bootstrap, "install_packages", lambda: noted.append("packages"))
    monkeypatch.setattr(bootstrap, "install_project", lambda: noted.append("project"))
    return noted


def test_the_environment_is_made_once_and_then_only_what_changed(bootstrap, steps):
    bootstrap.prepare_environment([])
    assert steps == ["venv", "packages", "project"]
    steps.clear()
    bootstrap.prepare_environment([])
    assert steps == []
    facts = bootstrap.read_stamp(bootstrap.STAMP)
    bootstrap.write_stamp(bootstrap.STAMP, {**facts, "folder": "elsewhere"})
    bootstrap.prepare_environment([])
    assert steps == ["project"]
    steps.clear()
    bootstrap.write_stamp(bootstrap.STAMP, {**facts, "lock": "older"})
    bootstrap.prepare_environment([])
    assert steps == ["packages", "project"]


def test_an_interrupted_installation_is_taken_up_again(bootstrap, steps, monkeypatch):
    def fail():
        raise SystemExit(1)

    with monkeypatch.context() as patch:
        patch.setattr(bootstrap, "install_project", fail)
        with pytest.raises(SystemExit):
            bootstrap.prepare_environment([])
    steps.clear()
    bootstrap.prepare_environment([])
    assert steps == ["packages", "project"]


def test_an_environment_whose_python_is_gone_is_made_anew(bootstrap, steps):
    bootstrap.prepare_environment([])
    steps.clear()
    bootstrap.venv_python().unlink()
    bootstrap.prepare_environment([])
    assert steps == ["venv", "packages", "project"]


@pytest.fixture
def without_ensurepip(bootstrap, monkeypatch):
    """Debian's bare Python: looking for the module finds nothing, until its package is there."""
    package = f"python{bootstrap.dotted(bootstrap.THIS)}-venv"
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(
        bootstrap,
        "version_of",
        lambda python, module: bootstrap.THIS if package in bootstrap.quietly.installed else None,
    )
    return package


def test_what_debian_leaves_out_of_python_is_installed_where_that_is_allowed(bootstrap, put_on, without_ensurepip):
    system = put_on(Debian(offered=[without_ensurepip]), root=True, stale=True)
    bootstrap.have_ensurepip()
    assert system.done == ["update", [without_ensurepip]]


def test_what_debian_leaves_out_of_python_is_named_exactly_where_it_may_not_be_installed(
    bootstrap, put_on, without_ensurepip, capsys
):
    system = put_on(Debian(offered=[without_ensurepip]), root=False)
    with pytest.raises(SystemExit) as stop:
        bootstrap.have_ensurepip()
    assert stop.value.code == 1
    assert system.done == []
    command = f"sudo apt-get update && sudo apt-get install --no-install-recommends {without_ensurepip}\n"
    assert capsys.readouterr().err.endswith(command)


def test_elsewhere_a_python_without_ensurepip_is_refused(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(bootstrap, "on_debian", lambda: False)
    with pytest.raises(SystemExit):
        bootstrap.have_ensurepip()
    assert "lacks the module ensurepip" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("os_release", "answer"),
    [
        ('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', True),
        ('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n', True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ("# a comment\n\nID=fedora\nVARIANT_ID=debianlike\n", False),
        ("", False),
    ],
)
def test_which_systems_are_debian(bootstrap, os_release, answer):
    assert bootstrap.is_debian(os_release) is answer


def test_the_name_that_this_release_knows_is_taken_and_the_older_one_if_it_knows_none(bootstrap):
    needs = [need for need in bootstrap.NEEDS if "libcups2" in need.packages]
    assert bootstrap.names_to_install(needs, {"libcups2t64", "libcups2"}) == ["libcups2t64"]
    assert bootstrap.names_to_install(needs, {"libcups2"}) == ["libcups2"]
    assert bootstrap.names_to_install(needs, set()) == ["libcups2"]


def test_lists_of_packages_are_stale_when_empty_or_old(bootstrap, tmp_path):
    written = tmp_path.stat().st_mtime
    assert bootstrap.lists_are_stale(tmp_path / "nowhere", written)
    assert bootstrap.lists_are_stale(tmp_path, written)
    (tmp_path / "debian_main_binary-amd64_Packages").touch()
    written = tmp_path.stat().st_mtime
    assert not bootstrap.lists_are_stale(tmp_path, written + 60)
    assert bootstrap.lists_are_stale(tmp_path, written + 8 * 24 * 60 * 60)


def test_a_complete_system_is_left_alone_without_a_word(bootstrap, put_on, capsys):
    system = put_on(Debian(installed=NEWER_DEBIAN), root=True)
    bootstrap.prepare_system(bootstrap.WANTED["test"])
    assert (system.done, capsys.readouterr().err) == ([], "")


def test_only_what_is_missing_and_wanted_is_installed(bootstrap, put_on):
    system = put_on(Debian(installed={"libgl1", "libglib2.0-0t64"}, listed=NEWER_DEBIAN), root=True)
    bootstrap.prepare_system(bootstrap.WANTED["run"])
    assert system.done == [["libegl1", "libcups2t64"]]


def test_style_and_types_are_checked_without_system_libraries(bootstrap, put_on):
    system = put_on(Debian(listed=NEWER_DEBIAN), root=True)
    bootstrap.prepare_system(bootstrap.WANTED["lint"])
    assert system.done == []


def test_lists_are_refreshed_first_when_empty_and_again_when_they_know_too_little(bootstrap, put_on):
    system = put_on(Debian(installed=NEWER_DEBIAN - {"xvfb", "qpdf"}, listed={"qpdf"}), root=True)
    bootstrap.prepare_system(bootstrap.WANTED["test"])
    assert system.done == [["qpdf"], "update", ["xvfb", "qpdf"]]


def test_sudo_is_used_where_it_asks_nothing(bootstrap, put_on):
    system = put_on(Debian(installed=NEWER_DEBIAN - {"xvfb"}, sudo_asks=False), root=False, stale=True)
    bootstrap.prepare_system(bootstrap.WANTED["test"])
    assert system.done == ["update", ["xvfb"]]


def test_without_rights_the_exact_command_is_shown_and_what_will_fail_is_named(bootstrap, put_on, capsys):
    system = put_on(Debian(installed=NEWER_DEBIAN - {"libgl1", "xvfb"}, listed=NEWER_DEBIAN), root=False)
    bootstrap.prepare_system(bootstrap.WANTED["test"])
    assert system.done == []
    said = capsys.readouterr().err
    assert "the app does not start and the tests in a real window" in said
    assert said.endswith("  sudo apt-get update && sudo apt-get install --no-install-recommends libgl1 xvfb\n")


def test_what_apt_does_not_offer_keeps_nothing_else_from_being_installed_and_is_named(bootstrap, put_on, capsys):
    offered = NEWER_DEBIAN - {"xvfb"}
    system = put_on(Debian(installed=offered - {"qpdf"}, offered=offered), root=True, stale=True)
    bootstrap.prepare_system(bootstrap.WANTED["test"])
    assert system.done == ["update", ["qpdf"]]
    assert capsys.readouterr().err.endswith("\n  apt-get update && apt-get install --no-install-recommends xvfb\n")


def test_the_last_words_of_a_failed_apt_are_passed_on(bootstrap, put_on, capsys):
    put_on(Debian(listed={"xvfb"}, offered={"qpdf"}), root=True)
    assert not bootstrap.apt(bootstrap.privilege(), [*bootstrap.INSTALL, "xvfb"], "installing xvfb")
    assert "E: Unable to locate package xvfb" in capsys.readouterr().err


def test_other_linux_systems_are_told_which_libraries_and_commands_were_not_found(bootstrap, monkeypatch, capsys):
    loader = "2 libs found\n\tlibGL.so.1 (libc6,x86-64) => /lib64/libGL.so.1\n"
    monkeypatch.setattr(bootstrap, "on_debian", lambda: False)
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name, path=None: None if name == "qpdf" else f"/bin/{name}")
    monkeypatch.setattr(bootstrap, "quietly", lambda command: subprocess.CompletedProcess(command, 0, loader, ""))
    bootstrap.prepare_system(bootstrap.WANTED["test"])
    said = capsys.readouterr().err
    assert "libEGL.so.1 (libegl1)" in said
    assert "qpdf (qpdf)" in said
    assert "libGL.so.1" not in said
    assert "Xvfb" not in said


def test_windows_and_macos_are_not_asked_for_linux_libraries(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name, path=None: None)
    missing = bootstrap.missing_proofs(bootstrap.NEEDS, linux=False)
    assert {need.purpose for need in missing} == {bootstrap.TESTS}


def test_the_lock_names_all_that_the_project_asks_for_each_with_hashes():
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    pins = {}
    for line in lock.replace("\\\n", " ").splitlines():
        if line and not line.lstrip().startswith("#"):
            name, _, rest = line.partition("==")
            pins[name] = rest.count("--hash=sha256:")
    assert pins
    assert all(pins.values())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for extra in project["project"]["optional-dependencies"].values():
        wanted += extra
    names = {re.split(r"[\s\[<>=!~;]", line, maxsplit=1)[0].lower().replace("_", "-") for line in wanted}
    assert names - set(pins) == set()


def test_the_lock_says_nothing_of_where_it_was_made():
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    kept = lock.replace("-r packaging/requirements.in", "")
    assert not re.search(r"://|index|find-links|trusted|(^|\s)/|\\\w", kept)
