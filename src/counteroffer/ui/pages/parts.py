"""What several pages lay out alike: a card for one list, fields by thirds and halves, the mark of what is private."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counteroffer.domain.anatomy import submodel
from counteroffer.domain.edits import Path
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.items import Describe, ItemsEditor, Sort
from counteroffer.ui.pages.page import Page
from counteroffer.ui.theme import Size
from counteroffer.ui.widgets import Card, Chip, FieldEditor, FlowRow
from counteroffer.ui.widgets.disclosure import Fold


def texts_at(path: Path) -> tuple[str, str]:
    """The title and the prompt of a field of the workbook, as message ids."""
    owner: type = Workbook
    for name in path[:-1]:
        owner = submodel(owner, name)
    field = owner.model_fields[path[-1]]  # type: ignore[attr-defined]
    return field.title or "", field.description or ""


def list_card(
    page: Page, path: Path, sort: Sort, describe: Describe, empty: str, caption: str = ""
) -> tuple[Card, ItemsEditor]:
    """A card at the end of the page with the list at a path. `caption` stands in for the list's own prompt."""
    title, prompt = texts_at(path)
    card = page.card(title, caption or prompt)
    editor = page.items(path, title, [sort], describe, empty)
    card.add(editor)
    return card, editor


def thirds(*fields: FieldEditor) -> FlowRow:
    """Short fields, three side by side where there is room."""
    return FlowRow(*fields, least=_least(fields[0], 5 / 6))


def halves(*fields: FieldEditor) -> FlowRow:
    """Fields two by two where there is room."""
    return FlowRow(*fields, least=_least(fields[0], 6 / 5))


def half(field: FieldEditor) -> FlowRow:
    """One short field, no wider than it would be beside another."""
    return FlowRow(field, QWidget(), least=_least(field, 6 / 5))


def _least(field: FieldEditor, part: float) -> int:
    """The least width of a column, as a part of a field's usual one; larger type needs more."""
    return round(Size.FIELD * part * field.ctx.theme.text_scale)


def add_fold(card: Card, fold: Fold, *widgets: QWidget) -> None:
    """A fold at the end of a card with these widgets in it, which stand in line with the card's own."""
    fold.body.column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        fold.body.column.addWidget(widget)
    card.body.addWidget(fold.button, 0, Qt.AlignmentFlag.AlignLeft)
    card.add(fold.body)


def mark_private(card: Card, ctx: UiContext) -> None:
    """Say on a card that nothing in it is ever shown to the other side."""
    _ = ctx.translate
    chip = Chip(_("Only for you"))
    chip.setToolTip(_("This never stands on a paper that you share."))
    card.add_action(chip)
