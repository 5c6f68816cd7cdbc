"""What the app speaks: the texts, the way numbers and dates are written, and Qt's own words in dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from counteroffer.translations import SOURCE, Translator, translator
from counteroffer.ui.preferences import Language

USUAL = "en_GB"


def app_translator(language: Language) -> Translator:
    """The language that was set, else the first of the system's that the app knows."""
    wanted = QLocale.system().uiLanguages() if language is Language.SYSTEM else [language.value]
    return translator(*wanted)


def app_locale(language: Language, system: str = "") -> str:
    """How numbers and dates are written: as the system does, unless the language that was set is another one.

    The country stays the system's where people write that language there: German in Austria, Spanish in the United
    States. Where the system says nothing, it is the way that most readers can follow.
    """
    system = system or QLocale.system().name()
    if language is Language.SYSTEM or system.startswith(f"{language.value}_"):
        return system if "_" in system else USUAL
    country = system.partition("_")[2]
    if language is Language.ENGLISH and not country:
        return USUAL
    return QLocale(f"{language.value}_{country}").name()


def teach_qt(qt: QCoreApplication, language: str) -> None:
    """Have Qt say its own words, such as the buttons of a file dialog, in the app's language where it can."""
    words = QTranslator(qt)
    if language != SOURCE and words.load(
        f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        qt.installTranslator(words)
