"""The languages in which papers and letters can be written, each in its own words."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from counteroffer.domain.workbook import Workbook

LANGUAGES = (
    ("en", "English"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("pl", "Polski"),
    ("el", "Ελληνικά"),
    ("ar", "العربية"),
    ("bg", "Български"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("et", "Eesti"),
    ("fi", "Suomi"),
    ("he", "עברית"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
)
"""Those whose letters the app's typeface has."""


def language_options(workbook: Workbook, usual: str = "en") -> list[tuple[str, str]]:
    """All of them; also the one in which new workbooks begin, and the workbook's own, as a country writes it: right
    after the language itself, or last."""
    options = list(LANGUAGES)
    for one in dict.fromkeys((usual, workbook.situation.language)):
        if one not in dict(options):
            plain = one.partition("_")[0]
            at = next((at for at, (code, _name) in enumerate(options, 1) if code == plain), len(options))
            options.insert(at, (one, _in_own_words(one)))
    return options


def _in_own_words(code: str) -> str:
    try:
        name = str(Locale.parse(code).display_name)
    except (UnknownLocaleError, ValueError):
        return code  # a language that nobody has described yet
    return name[:1].upper() + name[1:]
