"""The languages: found with and without a country, whole in their files, and spoken by papers."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from pydantic import TypeAdapter, ValidationError

from counteroffer import resources
from counteroffer.archive.carrying import portable
from counteroffer.archive.faults import workbooks
from counteroffer.documents.make import letter_text
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.edits import Set, apply
from counteroffer.domain.errors import BadInput, Fault, from_validation, plain
from counteroffer.domain.money import Money
from counteroffer.domain.words import Sentence, in_turn, plural
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


@pytest.mark.parametrize("language", ["de", "es"])
def test_every_text_has_its_translation(messages: ModuleType, language: str) -> None:
    catalog = _read(messages, language)
    open_ones = [message.id for message in catalog if message.id and not messages.is_ready(message)]
    assert open_ones == [], f"run make messages, then translate these in the {language} file"


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
Fault("{file} is gone.", file=file); Sentence("Eighth")
plural(_, "One day", "{days} days", days); Counted("1 page", "{count} pages", pages)
translate(variable); other("Not this one"); _("")
"""
    assert set(messages.texts_of_code(code)) == {
        *("Warm", "Role", "The post as they name it.", "Operations analyst", "Tone"),
        *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "{file} is gone.", "Eighth"),
        *(("One day", "{days} days"), ("1 page", "{count} pages")),
    }


def test_a_sentence_with_values_is_said_in_another_language() -> None:
    german = translator("de")
    gone = Fault("The archive in {folder} could not be opened.", folder="/a/{b}")
    assert str(gone) == gone.sentence == "The archive in /a/{b} could not be opened."
    assert german(gone.sentence) == "Das Archiv in /a/{b} konnte nicht geöffnet werden."
    both = in_turn(gone.sentence, "Nothing was changed.")
    assert both == f"{gone} Nothing was changed."
    assert german(both) == "Das Archiv in /a/{b} konnte nicht geöffnet werden. Es wurde nichts geändert."
    saved = [Sentence("Brought back whole: {workbooks}.", workbooks=workbooks(count)) for count in (1, 2)]
    assert saved == ["Brought back whole: 1 workbook.", "Brought back whole: 2 workbooks."]
    assert list(map(german, saved)) == ["Heil zurückgeholt: 1 Mappe.", "Heil zurückgeholt: 2 Mappen."]


def test_a_broken_rule_with_values_is_told_in_the_readers_language() -> None:
    with pytest.raises(ValidationError) as broken:
        TypeAdapter(Money).validate_python(Decimal("0.0000001"))
    detail = broken.value.errors()[0]
    assert plain(detail) == "this number has more than 6 decimals"
    assert plain(detail, translator("de")) == "diese Zahl hat mehr als 6 Nachkommastellen"
    told = from_validation(broken.value, where="The name")
    assert told.sentence == "The name: this number has more than 6 decimals."
    assert translator("de")(told.sentence) == "Der Name: diese Zahl hat mehr als 6 Nachkommastellen."
    assert told.reason == "This number has more than 6 decimals."
    assert translator("de")(told.reason) == "Diese Zahl hat mehr als 6 Nachkommastellen."


def test_a_damaged_file_is_told_of_in_the_readers_language() -> None:
    with pytest.raises(BadInput) as refused:
        portable.read(b"{")
    assert refused.value.sentence == "This file is cut off: its end is missing. Nothing was changed."
    assert translator("es")(refused.value.sentence) == (
        "Este fichero se corta antes de acabar: falta el final. No se ha cambiado nada."
    )


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
