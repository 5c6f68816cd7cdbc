"""make messages: collects every visible English text and brings the translations up to date with it.

Writes `resources/translations/counteroffer.pot`, and for each language its `counteroffer.po` (what translators
write in) and `counteroffer.mo` (what the app reads). A new language begins as a folder:
`resources/translations/fr/LC_MESSAGES/`. A text that was changed keeps its old translation, marked fuzzy: it is not
used until somebody has looked at it and taken the mark away.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).resolve().parent.parent
TRANSLATIONS = HOUSE / "resources" / "translations"
DOMAIN = "counteroffer"
_UNSAID = (b'"Project-', b'"Report-', b'"POT-Creation-', b'"PO-Revision-', b'"Last-Translator', b'"Language-Team')
"""Lines at the head of a file that tools expect and nobody here fills in."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The hour of the last run says nothing, and would make every run a change."""

Text = str | tuple[str, str]
"""A message id, or two: one thing, and several of them."""

_ERRORS = ("BadInput", "Fault", "Damage", "DoesNotOpen", "NeedsSecret", "WrongSecret", "DamagedSeal", "NewerSeal")
_FIRST = ("_", "tr", "translate", "N_", "Message", "Sentence", "_action", *_ERRORS)
_PLACES = {**dict.fromkeys(_FIRST, (0,)), "ask": (0, 1, 2), "still_open": (2,)}
"""The functions whose arguments are visible texts, and which of the arguments."""
_PAIRS = {"plural": (1, 2), "Counted": (0, 1)}
"""… and those that are given the text for one thing and for several."""
_NAMED = ("title", "prompt", "example")
"""Arguments that are visible texts where a field of a model is described."""
_CATALOGUE = ("name", "about", "concrete", "questions")
_WORDING = ("say",)


def collect(house: Path = HOUSE) -> Catalog:
    """Every visible text of the app, each with the files in which it stands."""
    catalog = Catalog(charset="utf-8", fuzzy=False)
    for file, text in _all(house):
        catalog.add(text, locations=[(file.relative_to(house).as_posix(), 0)])
    return catalog


def _all(house: Path) -> Iterator[tuple[Path, Text]]:
    for file in sorted((house / "src").rglob("*.py")):
        if "cli" not in file.parts:  # scripts read what commands say, so that is English for everybody
            rules = "domain" in file.parts
            yield from ((file, text) for text in texts_of_code(file.read_text(encoding="utf-8"), rules=rules))
    resources = house / "resources"
    for file in sorted((resources / "guidance").glob("*.toml")):
        points = _toml(file)
        yield from ((file, text) for point in points.values() for text in point.values())
    for file in sorted((resources / "wording").glob("*.toml")):
        yield from ((file, rule[name]) for rule in _toml(file)["rule"] for name in _WORDING)
    file = resources / "catalogue.toml"
    plain = _toml(file)
    yield from ((file, title) for title in plain["groups"].values())
    for benefit in plain["benefit"]:
        for name in _CATALOGUE:
            held = benefit[name]
            yield from ((file, text) for text in (held if isinstance(held, list) else [held]) if text)


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def texts_of_code(code: str, *, rules: bool = False) -> Iterator[Text]:
    """The visible texts of one module; with its `rules`, also what a model says of a value that breaks one."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(func=ast.Name(id="ValueError"), args=[words, *_]) if rules:
                yield from _words(words)
            case ast.Call():
                yield from _of_call(node)
            case ast.ClassDef(bases=[ast.Name(id="Choice"), *_]):
                yield from _labels(node)


def _of_call(call: ast.Call) -> Iterator[Text]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name in _PAIRS and len(call.args) > max(_PAIRS[name]):
        one, many = (next(_words(call.args[place]), "") for place in _PAIRS[name])
        if one and many:
            yield one, many
    for place in _PLACES.get(name, ()):
        if place < len(call.args):
            yield from _words(call.args[place])
    if name in ("ask", "Field"):
        for named in call.keywords:
            if named.arg in _NAMED:
                yield from _words(named.value)


def _words(node: ast.expr) -> Iterator[str]:
    """The text that an expression is, or the texts of which it chooses one."""
    match node:
        case ast.Constant(value=str(text)) if text.strip():
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _words(one)
            yield from _words(other)


def _labels(choice: ast.ClassDef) -> Iterator[str]:
    """What a choice's words are called where they are read."""
    for line in choice.body:
        match line:
            case ast.Assign(value=ast.Tuple(elts=[_, label])):
                yield from _words(label)


def update(language: str, template: Catalog) -> Catalog:
    """Bring one language's texts up to date: what is new is empty, what has changed is fuzzy, what is gone is gone."""
    folder = TRANSLATIONS / language / "LC_MESSAGES"
    po = folder / f"{DOMAIN}.po"
    known = read(po, language) if po.exists() else Catalog(language, charset="utf-8", fuzzy=False)
    known.update(template, update_header_comment=True)
    _write(po, po_bytes(known))
    _write(folder / f"{DOMAIN}.mo", mo_bytes(known))
    return known


def read(po: Path, language: str) -> Catalog:
    """The texts of one language as they stand in its file."""
    with po.open("rb") as file:
        return read_po(file, locale=language)


def po_bytes(catalog: Catalog) -> bytes:
    """The catalogue as a file for people: by place in the code, without the lines, which change too often."""
    catalog.header_comment = "# The visible texts of Counteroffer. `make messages` keeps this file up to date."
    held = BytesIO()
    write_po(held, catalog, width=110, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    lines = held.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith(_UNSAID))


def mo_bytes(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it, without what is still fuzzy; the same bytes at every hour."""
    catalog.creation_date = catalog.revision_date = NEVER
    held = BytesIO()
    write_mo(held, catalog)
    return held.getvalue()


def languages() -> list[str]:
    """The languages into which the app is translated: the folders under resources/translations."""
    return sorted(folder.name for folder in TRANSLATIONS.iterdir() if folder.is_dir())


def standing(catalog: Catalog) -> str:
    """How far a language has come, in one line."""
    texts = [message for message in catalog if message.id]
    fuzzy = sum(message.fuzzy for message in texts)
    ready = sum(is_ready(message) for message in texts)
    return f"{catalog.locale}: {ready} of {len(texts)} texts" + (f", {fuzzy} to be looked at" if fuzzy else "")


def is_ready(message: Message) -> bool:
    """Whether a text has its translation, in all forms, and somebody stands by it."""
    forms = [message.string] if isinstance(message.string, str) else message.string or [""]
    return all(forms) and not message.fuzzy


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or file.read_bytes() != content:
        file.write_bytes(content)


def main() -> int:
    """Bring everything up to date and say how far each language is."""
    template = collect()
    _write(TRANSLATIONS / f"{DOMAIN}.pot", po_bytes(template))
    print(f"{sum(bool(message.id) for message in template)} texts")
    for language in languages():
        print(standing(update(language, template)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
