"""The languages in which papers and letters can be written, each in its own words."""

from __future__ import annotations

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


def language_options(workbook: Workbook) -> list[tuple[str, str]]:
    """All of them, and the workbook's own where it came from elsewhere with another."""
    own = workbook.situation.language
    known = list(LANGUAGES)
    return known if own in dict(known) else [*known, (own, own)]
