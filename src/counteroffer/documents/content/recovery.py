"""The sheet with the recovery code: to be printed once and kept where other papers of worth are."""

from __future__ import annotations

from datetime import date

from counteroffer.documents.content.blocks import Bullets, Document, Heading, Paragraph, Section, plain
from counteroffer.documents.content.format import Format, Translator, locale_of
from counteroffer.documents.content.words import facts, phrases


def recovery_sheet(code: str, folder: str, day: date, language: str, tr: Translator) -> Document:
    """What opens the archive when the passphrase is forgotten; `folder` says which archive is meant."""
    fmt = Format(locale_of(language), "EUR", tr)
    what = (
        plain(tr("It opens the archive as the passphrase does. Type it where the passphrase is asked for.")),
        plain(tr("Capital or small letters, spaces and dashes make no difference.")),
        plain(
            tr("Whoever has this sheet and the archive's files can read everything. Keep it as you keep a passport.")
        ),
        plain(tr("A new recovery code, made in the settings, makes this one worthless.")),
    )
    return Document(
        title=tr("Recovery code"),
        language=fmt.language,
        subject="Counteroffer",
        header=facts(((tr("Archive"), folder),)),
        blocks=(
            Section(tr("The code"), (Heading(code),)),
            Section(tr("How to use it"), (Bullets(what),)),
            Paragraph(plain(tr("Without the passphrase and without this code nobody can open the archive."))),
        ),
        private=True,
        footer=tr("As of {day}").format(day=fmt.day(day)),
        mark=tr("Private: for your eyes only"),
        phrases=phrases(tr),
    )
