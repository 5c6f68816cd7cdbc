"""Settings are written whole, and what cannot be read falls back without harm."""

from __future__ import annotations

from pathlib import Path

from counteroffer.ui.preferences import Appearance, PaperSize, Preferences, load_preferences, save_preferences


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    wanted = Preferences(appearance=Appearance.DARK, paper=PaperSize.LETTER, currency="PLN")
    assert save_preferences(file, wanted)
    assert load_preferences(file) == (wanted, True)


def test_no_settings_yet_are_the_usual_ones(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "settings.json") == (Preferences(), True)


def test_damaged_and_unknown_settings_fall_back_and_say_so(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for damage in ("{", '{"appearance": "purple"}', '{"other": 1}', "[]"):
        file.write_text(damage, encoding="utf-8")
        assert load_preferences(file) == (Preferences(), False)


def test_settings_that_cannot_be_written_are_said_to_be_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert not save_preferences(blocked / "settings.json", Preferences())
