"""Packages: whole offers put together from the levels of the terms, and what cannot stand together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.base import new_id
from counteroffer.domain.edits import Insert
from counteroffer.domain.packages import Exclusion, Package, Packages, Pick, Slot
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.items import ItemsEditor, Sort
from counteroffer.ui.pages.new_letter import letter_button
from counteroffer.ui.pages.package_levels import NO_TERM, UNNAMED, PickField, key, pick_texts, value_at
from counteroffer.ui.pages.package_picks import PicksTable
from counteroffer.ui.pages.page import Page
from counteroffer.ui.widgets import Button, Caption, FlowRow, Rule, Words
from counteroffer.ui.words_for import level_words

_COPY = N_("Make a copy")
_PROPOSAL = N_(
    "One letter says all of it: each ask with its reason, and the packages that you put on the table. "
    "It begins as a draft, and waits with your letters under Agreement."
)
_PAIRS = Packages.model_fields["exclusions"].title or ""
_NAME_LENGTH = 280
"""How much of a name goes into the copy's, so that there is room for the word that it is one."""


class PackagesPage(Page):
    """Two cards: the packages, and what limits them."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        super().__init__("packages", bridge, ctx)

    def make(self) -> Iterator[None]:
        self._saved_packages()
        yield
        self._limits()

    def _saved_packages(self) -> None:
        ctx, bridge = self.ctx, self.bridge
        card = self.card(
            N_("Your packages"),
            N_("Each is a whole offer: one level for every term. What you leave alone stays as they offered it."),
        )
        self.saved = self.items(
            ("packages", "saved"),
            N_("Packages"),
            [Sort(Package, N_("Add a package"), self._package, icon="packages")],
            self._describe,
            N_("Begin with one that you would gladly sign. Then make a second that is worth as much to you."),
        )
        self.copy = Button(ctx, ctx.translate(_COPY), "quiet", "copy", self.copy_package)
        card.add_action(self.copy)
        card.add(self.saved)
        self.proposal = letter_button(self, LetterKind.PROPOSAL, N_("Write the proposal"))
        card.add(Rule(), Caption(ctx.translate(_PROPOSAL)))
        card.body.addWidget(self.proposal, 0, Qt.AlignmentFlag.AlignLeft)
        self.saved.watched.append(("terms",))
        self.saved.chosen.connect(lambda _id: self._show_copy())
        bridge.changed.connect(self._on_change)
        self._show_copy()

    def _limits(self) -> None:
        ctx, bridge = self.ctx, self.bridge
        packages = self.form(Packages, "packages")
        card = self.card(
            N_("What they can carry"),
            N_("What breaks their budget or their rules cannot be granted. Note what you know of both."),
        )
        self.exclusions = ExclusionsEditor(
            bridge,
            ctx,
            ("packages", "exclusions"),
            _PAIRS,
            [Sort(Exclusion, N_("Add a pair"), _exclusion)],
            self._describe_pair,
            N_(
                "If two things would be paid from the same pot, name them as a pair. They then never meet in a package."
            ),
        )
        self.exclusions.watched.append(("terms",))
        self.hold(self.exclusions)
        card.add(packages.field("budget", unit=ctx.translate(N_("a year")), currency=packages.currency))
        card.add(Words(ctx.translate(_PAIRS), "strong"), self.exclusions)

    def copy_package(self) -> None:
        """A copy of the chosen package below it, chosen: most packages differ in two or three terms only."""
        _ = self.ctx.translate
        path = ("packages", "saved")
        ids = [item.id for item in self.saved.items()]
        package = self.bridge.value((*path, self.saved.current))
        if not isinstance(package, Package):
            return
        copy_id = new_id()
        name = _("{name}, copy").format(name=package.name[:_NAME_LENGTH]) if package.name else ""
        copied = {
            "id": copy_id,
            "name": name,
            "picks": [pick.model_dump() | {"id": new_id()} for pick in package.picks],
            "note": package.note,
        }
        self.bridge.apply(Insert(path, ids.index(package.id) + 1, copied), label=_(_COPY))
        self.reveal((*path, copy_id, "name"))

    def _package(self, form: Form, column: QVBoxLayout) -> None:
        table = PicksTable(form.bridge, form.ctx, lambda: self.elsewhere.emit(("terms",)))
        column.addWidget(form.field("name"))
        column.addWidget(table)
        column.addWidget(form.field("put_on_table"))
        column.addWidget(form.field("note"))
        form.follow(lambda path: table.aim((*path, "picks") if path is not None else None))
        form.hold(table)

    def _describe(self, package: Package) -> tuple[str, str]:
        _ = self.ctx.translate
        terms = {term.id for term in self.bridge.workbook.terms}
        changed = {pick.term for pick in package.picks if pick.slot is not Slot.OFFERED} & terms
        if not changed:
            words = _("Everything as offered")
        else:
            words = _("Changes {some} of {all} terms").format(some=len(changed), all=len(terms))
        if package.put_on_table:
            words = _("{changes}  ·  to put on the table").format(changes=words)
        return package.name, words

    def _describe_pair(self, pair: Exclusion) -> tuple[str, str]:
        _ = self.ctx.translate
        first, second = self._in_words(pair.first), self._in_words(pair.second)
        if not first or not second:
            return _("A pair that is still open"), pair.why
        return _("{first}, not with {second}").format(first=first, second=second), pair.why

    def _in_words(self, pick: Pick) -> str:
        """The term with its level, such as "Base pay (€57,000 a year)"; empty while no term is chosen."""
        _ = self.ctx.translate
        workbook = self.bridge.workbook
        term = next((term for term in workbook.terms if term.id == pick.term), None)
        if term is None:
            return ""
        value = value_at(term, key(pick.slot, pick.option))
        level = level_words(value, term.unit, workbook.situation.currency, self.ctx) or _(pick.slot.label)
        return _("{term} ({level})").format(term=term.name or _(UNNAMED), level=level)

    def _on_change(self, change: Change) -> None:
        if change.touches("packages", "saved"):
            self._show_copy()

    def _show_copy(self) -> None:
        self.copy.setVisible(bool(self.saved.current))


class ExclusionsEditor(ItemsEditor):
    """Pairs that do not go together. A new one has no terms yet, which the model can only say by an id of none."""

    def add(self, sort: Sort) -> None:
        """A new pair, still to be filled in."""
        nothing = {"term": NO_TERM, "slot": Slot.OFFERED.value}
        super().add(replace(sort, start={"first": dict(nothing), "second": dict(nothing)}))


def _exclusion(form: Form, column: QVBoxLayout) -> None:
    pair = [
        form.bind(PickField(form.bridge, form.ctx, pick_texts(Exclusion, name)), name) for name in ("first", "second")
    ]
    column.addWidget(FlowRow(*pair))
    column.addWidget(form.field("why"))
