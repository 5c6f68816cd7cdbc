"""What a person set for all workbooks. No name and no content of a workbook is ever among it."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from counteroffer.domain.base import Choice, Frozen, ask
from counteroffer.domain.money import Currency


class Appearance(Choice):
    """Light or dark."""

    SYSTEM = "system", "As the system is"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class PaperSize(Choice):
    """What to print on."""

    A4 = "A4", "A4"
    LETTER = "Letter", "Letter"


class Preferences(Frozen):
    """The settings, each with its default."""

    appearance: Appearance = ask("Appearance", "Papers and PDF are always light.", default=Appearance.SYSTEM)
    paper: PaperSize = ask("Paper size", "For the brief and the agreement.", default=PaperSize.A4)
    currency: Currency = ask("Currency of new workbooks", "Each workbook can have another.", "EUR", "EUR")


def load_preferences(file: Path) -> tuple[Preferences, bool]:
    """The settings, and whether they could be read; where there are none yet, the defaults count as read."""
    try:
        return Preferences.model_validate(json.loads(file.read_text(encoding="utf-8"))), True
    except FileNotFoundError:
        return Preferences(), True
    except (OSError, ValueError, ValidationError):
        return Preferences(), False


def save_preferences(file: Path, preferences: Preferences) -> bool:
    """Write the settings whole or not at all; whether it worked."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(preferences.model_dump(mode="json"), indent=1), encoding="utf-8")
        part.replace(file)
    except OSError:
        return False
    return True
