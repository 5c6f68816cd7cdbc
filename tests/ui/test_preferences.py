"""Settings are written whole, and what cannot be read falls back without harm."""

from __future__ import annotations

import json
from pathlib import Path

from counteroffer.ui.preferences import (
    Appearance,
    Ink,
    PaperSize,
    Preferences,
    PrintSetup,
    Sides,
    load_preferences,
    save_preferences,
)


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    wanted = Preferences(
        appearance=Appearance.DARK,
        paper=PaperSize.LETTER,
        currency="PLN",
        printing=PrintSetup(printer="Hall", sides=Sides.LONG, ink=Ink.BLACK),
    )
    assert save_preferences(file, wanted)
    assert load_preferences(file) == (wanted, True)


def test_no_settings_yet_are_the_usual_ones(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "settings.json") == (Preferences(), True)


def test_damaged_and_unknown_settings_fall_back_and_say_so(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for damage in ("{", '{"appearance": "purple"}', '{"other": 1}', "[]"):
        file.write_text(damage, encoding="utf-8")
        assert load_preferences(file) == (Preferences(), False)


def test_what_is_sound_in_damaged_settings_still_holds(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    unsound = [{"sides": "all"}, {"printer": 7}, {"printer": "x" * 301}, {"tray": 2}, "Hall", None]
    for printing in unsound:
        file.write_text(json.dumps({"appearance": "dark", "printing": printing, "new": {"a": 1}}), encoding="utf-8")
        assert load_preferences(file) == (Preferences(appearance=Appearance.DARK), False)


def test_settings_that_cannot_be_written_are_said_to_be_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert not save_preferences(blocked / "settings.json", Preferences())
