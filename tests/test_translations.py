"""The languages: found with and without a country, whole in their files, and spoken by papers."""

from __future__ import annotations

import string
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from counteroffer import resources
from counteroffer.documents.make import letter_text
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.edits import Set, apply
from counteroffer.domain.words import plural
from counteroffer.sample import sample_workbook
from counteroffer.translations import languages, translator
from tests.cli.conftest import CommandLine
from tests.message_tool import message_tool

TODAY = date(2027, 1, 15)


@pytest.fixture
def messages() -> ModuleType:
    return message_tool()


def _read(messages: ModuleType, language: str) -> Catalog:
    catalog: Catalog = messages.read(_file(language, "po"), language)
    return catalog


def _file(language: str, kind: str) -> Path:
    return resources.path("translations", language, "LC_MESSAGES", f"counteroffer.{kind}")


def _fields(text: str) -> set[str]:
    return {field for _text, field, _format, _conversion in string.Formatter().parse(text) if field is not None}


def test_german_and_spanish_are_there() -> None:
    assert languages() == ("de", "es")


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (("de",), "de"),
        (("de_AT",), "de"),
        (("es-MX", "en"), "es"),
        (("fr", "es_ES"), "es"),
        (("en_US", "de"), "en"),
        (("fr",), "en"),
        ((), "en"),
    ],
)
def test_the_first_language_that_is_known_is_spoken(wanted: tuple[str, ...], spoken: str) -> None:
    assert translator(*wanted).language == spoken


def test_a_text_without_a_translation_stays_english_and_no_text_stays_none() -> None:
    assert translator("de")("Offer") == "Angebot"
    assert translator("de")("Nobody translates this.") == "Nobody translates this."
    assert translator("de")("") == ""
    assert translator("en")("Offer") == "Offer"


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "1 day to reply", "3 days to reply"),
        ("de", "Noch 1 Tag bis zur Antwort", "Noch 3 Tage bis zur Antwort"),
    ],
)
def test_a_language_chooses_its_form_by_the_number(language: str, one: str, many: str) -> None:
    words = translator(language)
    forms = ("1 day to reply", "{days} days to reply")
    assert [plural(words, *forms, days).format(days=days) for days in (1, 3)] == [one, many]
    assert plural(str, *forms, 1) == "1 day to reply"


@pytest.mark.parametrize("language", ["de", "es"])
def test_what_is_filled_in_has_the_same_names_in_every_language(messages: ModuleType, language: str) -> None:
    wrong = []
    for message in _read(messages, language):
        if not message.id or not messages.is_ready(message) or message.id in _WITH_BRACES:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        forms = (message.string,) if isinstance(message.string, str) else message.string
        allowed = [_fields(text) for text in ids]
        wrong += [form for form in forms if _fields(form) not in allowed]
    assert wrong == []


_WITH_BRACES = {
    'An edit is a group of fields, such as {"set": ["situation", "employer"], "value": "…"}.',
}
"""Shown as they are, without anything filled in."""


@pytest.mark.parametrize("language", ["de", "es"])
def test_what_the_app_reads_is_what_the_translators_wrote(messages: ModuleType, language: str) -> None:
    assert _file(language, "mo").read_bytes() == messages.mo_bytes(_read(messages, language)), "run make messages"


def test_every_visible_text_is_in_the_template(messages: ModuleType) -> None:
    template = messages.read(resources.path("translations", "counteroffer.pot"), None)
    written, listed = ({message.id for message in catalog} for catalog in (messages.collect(), template))
    assert written == listed, "run make messages"


def test_texts_are_found_wherever_code_says_them(messages: ModuleType) -> None:
    code = """
class Tone(Choice):
    WARM = "warm", "Warm"
class Model(Frozen):
    role: Line = ask("Role", "The post as they name it.", "Operations analyst")
    tone: Tone = Field(default=Tone.WARM, title="Tone")
_("First"); tr("Sec" "ond"); self.ctx.translate("Third" if odd else "Fourth"); N_("Fifth"); Message("Sixth")
still_open(point, path, "Seventh", term=name)
plural(_, "One day", "{days} days", days)
translate(variable); other("Not this one"); _("")
"""
    assert set(messages.texts_of_code(code)) == {
        *("Warm", "Role", "The post as they name it.", "Operations analyst", "Tone"),
        *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh"),
        ("One day", "{days} days"),
    }


def test_a_letter_is_written_in_the_workbooks_language() -> None:
    workbook = apply(sample_workbook(TODAY), Set(("situation", "language"), "de_AT"))
    words = translator(workbook.situation.language)
    letter = letter_text(workbook, LetterKind.DECLINE, TODAY, translate=words, drafted=True)
    assert "Guten Tag" in letter
    assert letter.rstrip().endswith(f"Mit freundlichen Grüßen\n{workbook.situation.your_name}")


def test_the_command_line_writes_papers_in_the_workbooks_language(tmp_path: Path) -> None:
    run = CommandLine(tmp_path / "archive")
    workbook = run.new("Herbst")
    assert run("apply", workbook, "-", stdin='{"set": ["situation", "language"], "value": "es"}').code == 0
    file = tmp_path / "letter.txt"
    outcome = run("letter", workbook, "--kind", "decline", "--draft", "-o", file)
    assert outcome.code == 0, outcome.err
    assert "Gracias por su oferta." in file.read_text(encoding="utf-8")
