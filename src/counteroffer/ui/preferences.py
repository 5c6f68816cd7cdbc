"""What a person set for all workbooks. No name and no content of a workbook is ever among it."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from counteroffer.domain.base import Choice, Frozen, ask
from counteroffer.domain.money import Currency, DaysAYear


class Appearance(Choice):
    """Light or dark."""

    SYSTEM = "system", "As the system is"
    LIGHT = "light", "Light"
    DARK = "dark", "Dark"


class Language(Choice):
    """What the app speaks. Each language is named in its own words."""

    SYSTEM = "system", "As the system is"
    ENGLISH = "en", "English"
    GERMAN = "de", "Deutsch"
    SPANISH = "es", "Español"


class PaperSize(Choice):
    """What to print on."""

    A4 = "A4", "A4"
    LETTER = "Letter", "US Letter"


class Sides(Choice):
    """Which sides of the paper are printed on."""

    AS_SET = "as_set", "As the printer is set"
    ONE = "one", "One side"
    LONG = "long", "Both sides, turned at the long edge"
    SHORT = "short", "Both sides, turned at the short edge"


class Ink(Choice):
    """What is printed with."""

    AS_SET = "as_set", "As the printer is set"
    COLOUR = "colour", "Colour"
    BLACK = "black", "Black only"


class PrintSetup(Frozen):
    """How the last paper was printed, so that the next one begins there."""

    printer: str = ask("Printer", max_length=300)
    sides: Sides = ask("Sides of the paper", default=Sides.AS_SET)
    ink: Ink = ask("Ink", default=Ink.AS_SET)


class LockAfter(Choice):
    """Minutes without a key or a mouse after which the archive is locked."""

    NEVER = "0", "Never"
    FIVE = "5", "After 5 minutes"
    FIFTEEN = "15", "After 15 minutes"
    THIRTY = "30", "After 30 minutes"
    SIXTY = "60", "After an hour"


class Preferences(Frozen):
    """The settings, each with its default."""

    appearance: Appearance = ask("Appearance", "Papers and PDF are always light.", default=Appearance.SYSTEM)
    language: Language = ask(
        "Language",
        "It holds from the next start of Counteroffer. Papers follow their workbook’s own language.",
        default=Language.SYSTEM,
    )
    paper: PaperSize = ask("Paper size", "For the brief and the agreement.", default=PaperSize.A4)
    printing: PrintSetup = ask("Printing", default=PrintSetup)
    currency: Currency = ask("Currency of new workbooks", "Each workbook can have another.", "EUR", "EUR")
    work_days: DaysAYear | None = ask(
        "Work days a year of new workbooks", "Days you really work, holidays taken off.", "220", None
    )
    lock_after: LockAfter = ask("Lock when nobody is there", "Everything is saved first.", default=LockAfter.FIFTEEN)
    lock_after_sleep: bool = ask("Lock after the computer slept", "", default=True)
    window: str = ask("Where the window was", default="", max_length=2_000)
    spelling: bool = ask(
        "Mark words that are not in the dictionary",
        "In long texts, in the language of the workbook’s papers. Words you add hold until Counteroffer is closed.",
        default=True,
    )
    tour_offered: bool = ask("The tour of the sample was offered", "", default=False)


def load_preferences(file: Path) -> tuple[Preferences, bool]:
    """The settings, and whether they could be read; where there are none yet, the defaults count as read.

    Of a file with settings that nobody knows, or with values that none can have, the others still hold.
    """
    try:
        plain = json.loads(file.read_text(encoding="utf-8"))
        return Preferences.model_validate(plain), True
    except FileNotFoundError:
        return Preferences(), True
    except ValidationError as error:
        return _sound_part(plain, {part["loc"][:1] for part in error.errors()}), False
    except (OSError, ValueError):
        return Preferences(), False


def _sound_part(plain: object, unsound: set[tuple[int | str, ...]]) -> Preferences:
    kept = plain if isinstance(plain, dict) else {}
    return Preferences.model_validate({name: value for name, value in kept.items() if (name,) not in unsound})


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
