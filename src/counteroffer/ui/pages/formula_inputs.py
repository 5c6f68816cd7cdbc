"""Figures noted beside a term's formula that it does not ask for. Their ids are their names, so each is named first."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.domain.base import Item
from counteroffer.domain.edits import Insert
from counteroffer.domain.terms import FormulaInput, Term, Valuation
from counteroffer.editing.session import Change
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.pages.known_inputs import asked_for
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, FieldLabel, InlineHint
from counteroffer.ui.widgets.inputs import LineInput

ADD = N_("Add an input")
LONGEST = 64
_HANGS_ON = (("benefit",), ("unit",), ("direction",), ("valuation", "formula"))
"""What says which inputs the formula asks for."""


class FormulaInputs(ItemsEditor):
    """A list whose new entries are named first. What the formula asks for has a field of its own; see known_inputs."""

    def __init__(self, form: Form, name: str) -> None:
        """`name` leads to the inputs from the form's model, with dots."""
        super().__init__(
            form.bridge,
            form.ctx,
            None,
            Valuation.model_fields["inputs"].title or "",
            [Sort(FormulaInput, ADD, _build)],
            lambda one: (in_words(one.id), one.note),
            N_("The formula does not ask for these. They change nothing, and stay here until you take them out."),
        )
        self._term = form
        self._naming = self._name_row()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self._naming)
        names = tuple(name.split("."))
        form.follow(lambda path: self._aim_at((*path, *names) if path is not None else None))
        form.hold(self)

    def add_named(self, name: str) -> bool:
        """A new input of this name, chosen, with the cursor in its figure. False, and a hint, if there is no name."""
        _ = self.ctx.translate
        if self.path is None or not name.strip():
            self.hint.say(_("Give it a name first; a word or two will do."), problem=True)
            return False
        taken = {item.id for item in self.bridge.value(self.path) or ()}
        identity = slug(name)
        if identity in taken:
            self.hint.say(_("There is an input of this name already; it is shown below."), problem=True)
            self.choose(identity)
            return False
        # A name without a single Latin letter or digit cannot stand in a formula: it is kept as the note instead.
        note = "" if identity else name.strip()
        identity = identity or next(one for at in range(1, len(taken) + 2) if (one := f"input_{at}") not in taken)
        value = {"id": identity, "note": note}
        problem = self.bridge.apply(Insert(self.path, len(taken), value), label=_(ADD))
        if problem is not None:
            self.hint.say(_(problem), problem=True)
            return False
        self._stop_naming()
        self.choose(identity)
        self._form(FormulaInput).editors()[0].focus_input()
        return True

    def items(self) -> tuple[Item, ...]:
        """Only what the formula does not ask for."""
        held = super().items()
        term = self._term.item if held else None
        known = asked_for(term) if isinstance(term, Term) else frozenset()
        return tuple(one for one in held if one.id not in known)

    def _ask_which(self) -> None:
        """The button that adds an entry was pressed: ask for the name first."""
        self._naming.show()
        self._line.setFocus()

    def _move(self, item_id: str, to: int) -> None:
        all_of_them = [item.id for item in self.bridge.value(self.path) or ()] if self.path is not None else []
        super()._move(item_id, all_of_them.index(self.items()[to].id))

    def _on_change(self, change: Change) -> None:
        super()._on_change(change)
        term = self._term.path
        if term is not None and any(change.touches(*term, *names) for names in _HANGS_ON):
            self._show()

    def _aim_at(self, path: tuple[str, ...] | None) -> None:
        if path != self.path:
            self._stop_naming()
        self.aim(path)

    def _stop_naming(self) -> None:
        self._line.clear()
        self.hint.say("")
        self._naming.hide()

    def _name_row(self) -> QWidget:
        _ = self.ctx.translate
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        label = FieldLabel(_("Name of the new input"))
        self._line = LineInput()
        self._line.setMaxLength(LONGEST)
        self._line.setPlaceholderText(_("work days"))
        self._line.setAccessibleName(label.text())
        label.setBuddy(self._line)
        self.hint = InlineHint()
        self._line.returnPressed.connect(lambda: self.add_named(self._line.text()))
        self._line.escaped.connect(self._give_up)
        self._line.edited.connect(lambda: self.hint.say(""))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._line, 1)
        row.addWidget(Button(self.ctx, _("Add"), on_click=lambda: self.add_named(self._line.text())))
        row.addWidget(Button(self.ctx, _("Cancel"), "quiet", on_click=self._give_up))
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addWidget(Caption(_("As the formula calls it. You can put the figure in next.")))
        place.hide()
        return place

    def _give_up(self) -> None:
        self._stop_naming()
        self.list.focus_list()


def _build(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(form.field("estimate"))
    column.addWidget(form.field("note"))


def slug(name: str) -> str:
    """A name as an id: small Latin letters, digits and low lines; empty if nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9-]+", "_", letters).strip("_-")[:LONGEST].strip("_-")


def in_words(identity: str) -> str:
    """An id as it is read: "work days"."""
    return identity.replace("_", " ")
