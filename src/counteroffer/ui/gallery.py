"""All widgets in all states in one window, to look at while working on them: `counteroffer --gallery`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from counteroffer import resources
from counteroffer.ui.context import UiContext
from counteroffer.ui.gallery_charts import charts_page
from counteroffer.ui.theme.theme import Mode
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets import (
    Banner,
    Button,
    Caption,
    Card,
    Chip,
    ChoiceField,
    Column,
    DateField,
    EmptyState,
    EstimateField,
    FieldEditor,
    FieldTexts,
    FlagField,
    FlowLayout,
    FractionField,
    IconButton,
    IconLabel,
    ItemList,
    LevelField,
    LineField,
    LinksField,
    MoneyField,
    NumberField,
    ProgressRing,
    RankList,
    RemovableChip,
    Row,
    Rule,
    TagsField,
    TextField,
    ToggleChip,
    Words,
)


def open_gallery(ctx: UiContext) -> QWidget:
    """The window, shown. Nothing in it is translated: only developers see it."""
    window = QWidget()
    window.setWindowTitle("Counteroffer · gallery")
    window.resize(QSize(1100, 860))
    column = QVBoxLayout(window)
    bar = QHBoxLayout()
    bar.setContentsMargins(Space.S, Space.S, Space.S, 0)
    for mode in Mode:
        bar.addWidget(Button(ctx, mode.value.capitalize(), "quiet", on_click=partial(ctx.theme.set_mode, mode)))
    bar.addStretch(1)
    column.addLayout(bar)
    tabs = QTabWidget()
    tabs.addTab(fields_page(ctx), "Fields")
    tabs.addTab(lists_page(ctx), "Lists")
    tabs.addTab(signs_page(ctx), "Signs")
    tabs.addTab(charts_page(ctx), "Charts")
    column.addWidget(tabs)
    window.show()
    return window


def fields_page(ctx: UiContext) -> Column:
    """Every field editor: empty, filled, refused, disabled."""
    page = Column("Fields", "Labels above, prompts below, hints only when there is something to say.")
    kinds: list[tuple[FieldEditor, object]] = [
        (LineField(ctx, FieldTexts("Employer", "As it will stand in the contract.", "Northwind Ltd")), "Northwind"),
        (MoneyField(ctx, FieldTexts("Target", "Keep your eye on it.", "92,000"), currency="EUR", per="a year"), 92000),
        (
            NumberField(ctx, FieldTexts("Hours a week", "As the contract will say.", "40"), unit="hours"),
            Decimal("37.5"),
        ),
        (FractionField(ctx, FieldTexts("How likely", "Empty: certain.", "70 %")), Decimal("0.7")),
        (DateField(ctx, FieldTexts("Reply due", "The day they named.", "31 March 2027")), date(2027, 3, 31)),
        (ChoiceField(ctx, FieldTexts("Stage", "How far things have come."), STAGES), "offer"),
    ]
    card = Card("Empty", "With the example as placeholder.")
    card.add_row(*(kind for kind, _value in kinds))
    filled = Card("Filled")
    for at, (_kind, value) in enumerate(kinds):
        copy = _copy(ctx, at)
        copy.show_value(value)
        filled.body.addWidget(copy)
        kinds[at] = (copy, value)
    filled.add_row(*(copy for copy, _value in kinds[1:]))
    text = TextField(ctx, FieldTexts("Why this role", "Say what draws you to it, and mean it.", "The team builds …"))
    text.show_value("Because the work reaches people I know.\n\nAnd because the team lets its members decide.")
    flag = FlagField(ctx, FieldTexts("Show on my one-page brief, where the person opposite might see it over my arm"))
    flag.show_value(True)
    off = FlagField(ctx, FieldTexts("It is in writing", "A letter or a message counts."))
    filled.add(text, flag, off)
    several = Card("Several values")
    estimate = EstimateField(ctx, FieldTexts("Worth a year", "One figure is enough."), measure="money", currency="EUR")
    estimate.show_value({"low": Decimal(1200), "likely": Decimal(1800), "high": Decimal(2600), "probability": None})
    wrong = EstimateField(ctx, FieldTexts("Expected hours"), unit="hours", probability=False)
    wrong.show_value(None)
    _type(wrong, wrong.inputs["low"].line, "20")
    _type(wrong, wrong.inputs["high"].line, "12")
    tags = TagsField(ctx, FieldTexts("Tags", "Enter or a comma adds one.", "remote"))
    tags.show_value(("remote", "first job", "a friend works there"))
    links = LinksField(ctx, FieldTexts("Evidence", "What bears it out."), [(str(n), f"Finding {n}") for n in range(9)])
    links.show_value(("1", "4", "gone"))
    none = LinksField(ctx, FieldTexts("Achievements"))
    several.add(estimate, wrong, tags, links, none)
    levels = Card("A level, by unit")
    shown = []
    for unit, suffix, held in LEVELS:
        level = LevelField(ctx, FieldTexts(f"As {unit}", "", "e.g."), kind=unit, suffix=suffix, currency="EUR")
        level.show_value(held)
        shown.append(level)
    levels.add_row(*shown)
    refused = Card("Not taken, and disabled")
    money = MoneyField(ctx, FieldTexts("Offered", "Before tax."), currency="EUR")
    _type(money, money.input.line, "85 thousandish")
    day = DateField(ctx, FieldTexts("Answer by"))
    _type(day, day.input.line, "31 Feb 2027")
    hint = MoneyField(ctx, FieldTexts("Acceptable", "Where you would still be content."), currency="EUR")
    hint.show_value(Decimal(70000))
    hint.set_hint("This is below your walk-away.")
    disabled = LineField(ctx, FieldTexts("Disabled"))
    disabled.show_value("Nothing to change here")
    disabled.setEnabled(False)
    choice = ChoiceField(ctx, FieldTexts("Disabled choice"), STAGES)
    choice.setEnabled(False)
    box = FlagField(ctx, FieldTexts("Disabled flag"))
    box.setEnabled(False)
    refused.add_row(money, day, hint, disabled, choice, box)
    page.add(card, filled, several, levels, refused)
    return page


STAGES = (("applying", "Applying"), ("offer", "Offer in writing"), ("closed", "Closed, and very well at that"))
LEVELS = (
    ("amount", "a year", {"kind": "amount", "amount": Decimal("85000.5")}),
    ("percent", "of pay", {"kind": "percent", "percent": Decimal(5)}),
    ("number", "days a year", {"kind": "number", "number": Decimal(28)}),
    ("yes_no", "", {"kind": "yes_no", "yes": True}),
    ("date", "", {"kind": "date", "date": date(2027, 3, 1)}),
    ("text", "", {"kind": "text", "text": "Senior engineer"}),
)
ROWS = (
    Row("1", "Base pay", "Offered 82,000 € · target 92,000 €", "must have"),
    Row("2", "Remote days", "Two days a week, three asked for", "flexible"),
    Row("3", "Start date", "", "nice to have"),
    Row(
        "4",
        "A term with a name so long that it does not fit on one line of the list whatever one does",
        "And a summary",
    ),
    Row("5", ""),
)


def lists_page(ctx: UiContext) -> Column:
    """Ranked, plain, long and empty lists that answer to their own signals."""
    page = Column("Lists", "Drag, or Alt with Up and Down.")
    rank = RankList(ctx, "Priority order", "Add a term")
    plain = ItemList(ctx, "People", "Add a person")
    long = RankList(ctx, "Three hundred", "Add an entry")
    empty = ItemList(
        ctx, "Restrictions", "Add the first one", "What you would rather not sign belongs here.", "agreement"
    )
    for view, rows in (
        (rank, ROWS),
        (plain, (Row("a", "Dana Whitlock", "Hiring manager"), Row("b", "Sam Osei"))),
        (long, tuple(Row(str(n), f"Entry {n}", "with a summary" if n % 3 else "") for n in range(300))),
        (empty, ()),
    ):
        _answer(view, list(rows))
    rank.select("1")
    for title, view in (("Priority order", rank), ("Plain", plain), ("Empty", empty), ("Long", long)):
        card = Card(title)
        card.add(view)
        page.add(card)
    return page


def signs_page(ctx: UiContext) -> Column:
    """Buttons, chips, banners, rings, empty places, icons."""
    page = Column("Signs")
    buttons = Card("Buttons", "At most one main button in view.")
    buttons.add_action(IconButton(ctx, "more", "More"))
    row = QWidget()
    flow = FlowLayout(row)
    for text, kind, icon in (
        ("Continue", "main", ""),
        ("Print", "main", "print"),
        ("Back", "", ""),
        ("Attach", "", "attach"),
        ("Learn more", "quiet", "info"),
        ("Delete for good", "danger", "remove"),
    ):
        flow.addWidget(Button(ctx, text, kind, icon))
        off = Button(ctx, text, kind, icon)
        off.setEnabled(False)
        flow.addWidget(off)
    buttons.add(row)
    chips = Card("Chips")
    row = QWidget()
    flow = FlowLayout(row)
    for tone in ("neutral", "info", "good", "warning", "error"):
        flow.addWidget(Chip(tone, tone))
    for text in ("Hours", "Pay"):
        flow.addWidget(ToggleChip(ctx, text))
    on = ToggleChip(ctx, "Days off")
    on.setChecked(True)
    flow.addWidget(on)
    flow.addWidget(RemovableChip(ctx, "A tag"))
    chips.add(row)
    banners = Card("Banners")
    for tone, sentence in (
        ("info", "The reply is due in three days."),
        ("good", "Everything is saved."),
        ("warning", "Five asks are stronger than nine."),
        ("error", "The disk is full. What you wrote is kept in this window."),
    ):
        banner = Banner(ctx, sentence, tone, "Free some room, or save a copy somewhere else.", closable=tone == "info")
        if tone == "error":
            banner.add_action("Try again", lambda: None)
            banner.add_action("Save a copy", lambda: None)
        banners.add(banner)
    rings = Card("Rings")
    row = QWidget()
    flow = FlowLayout(row)
    for part in (0, 0.04, 0.3, 0.65, 0.99, 1):
        ring = ProgressRing(ctx, "Offer")
        ring.set_fraction(part)
        flow.addWidget(ring)
    rings.add(row, Rule(), Caption("A caption: small and quiet."), Words("Muted words.", "muted"))
    nothing = Card("Empty place")
    nothing.add(EmptyState(ctx, "research", "What is normal for this role belongs here.", "Add a finding"))
    icons = Card("Icons")
    row = QWidget()
    flow = FlowLayout(row, Space.L)
    for file in sorted(resources.path("icons").glob("*.svg")):
        if not file.stem.endswith(("-light", "-dark")):
            label = IconLabel(ctx, file.stem, size=Size.ICON + Space.XS)
            label.setToolTip(file.stem)
            flow.addWidget(label)
    icons.add(row)
    type_scale = Card("Type")
    for look in ("title", "section", "strong", "", "muted", "caption"):
        type_scale.add(Words(f"{look or 'body'}: If it isn’t written down, it isn’t agreed yet.", look))
    page.add(buttons, chips, banners, rings, nothing, icons, type_scale)
    return page


def _copy(ctx: UiContext, at: int) -> FieldEditor:
    """A second editor of the same kind as the first card's."""
    made: tuple[FieldEditor, ...] = (
        LineField(ctx, FieldTexts("Employer")),
        MoneyField(ctx, FieldTexts("Target"), currency="EUR", per="a year"),
        NumberField(ctx, FieldTexts("Hours a week"), unit="hours"),
        FractionField(ctx, FieldTexts("How likely")),
        DateField(ctx, FieldTexts("Reply due")),
        ChoiceField(ctx, FieldTexts("Stage"), STAGES),
    )
    return made[at]


def _type(editor: FieldEditor, line: QLineEdit, text: str) -> None:
    """As if somebody had typed something and left."""
    line.setText(text)
    line.textEdited.emit(text)
    line.returnPressed.emit()


def _answer(view: ItemList, rows: list[Row]) -> None:
    """Do what the list asks for, as a page would."""

    def insert(at: int) -> None:
        rows.insert(at, Row(f"new{len(rows)}", ""))
        view.set_items(rows)
        view.select(rows[at].id)

    def remove(identity: str) -> None:
        rows[:] = [row for row in rows if row.id != identity]
        view.set_items(rows)

    def move(identity: str, to: int) -> None:
        row = next(row for row in rows if row.id == identity)
        rows.remove(row)
        rows.insert(to, row)
        view.set_items(rows)

    view.inserted.connect(insert)
    view.removed.connect(remove)
    view.moved.connect(move)
    view.set_items(rows)
