"""The app's widgets. Pages are built from these and from layouts, and set no colour, size or font of their own.

Everything takes a `UiContext` first. Visible texts given to a widget are already translated; only `field_for` and
`FieldTexts` take message ids, because they read them from the models.

Places
    Column(title, caption)            scrolling page, centred, at most 760 px wide; .add(card, …), .show_widget(w);
                                      .add_wide(card) for a table, which may take all the width
    Card(title, caption)              .add(w, …) · .add_row(w, …) side by side where there is room · .add_action(button)
                                      .add_layout(l) · .set_title · .set_caption · .body (QVBoxLayout)
    FlowRow(w, …, least=240)          equal columns that go under one another; FlowLayout wraps chips
    PageTitle, SectionTitle, Caption, Words(text, look)     look: "", "title", "section", "strong", "muted", "caption"
    FieldLabel(text, look)            the words of an input, which is its buddy: they get a letter to press with Alt
    Rule()                            a quiet line

Buttons and signs
    Button(ctx, text, kind, icon, on_click)       kind: "", "main" (one in view), "quiet", "danger"
    IconButton(ctx, icon, name, on_click)         the name is tool tip and accessible name
    CheckBox(text) · RadioButton(text)            with their words on one line
    Chip(text, tone) · ToggleChip(ctx, text) · RemovableChip(ctx, text)   tone: neutral, info, good, warning, error
    Banner(ctx, sentence, tone, detail, closable) .say(…) · .add_action(text, on_click) · closed
    EmptyState(ctx, icon, sentence, action, on_click) · ProgressRing(ctx, name).set_fraction(0…1) · IconLabel

Fields: one protocol, `FieldEditor`
    field_for(Model, "name", ctx, currency=…, unit=…, options=…)   the right editor, with label, prompt and example
    committed(object)    a value ready for an edit: str, Decimal, int, date, bool, None, tuple of str, or a dict
                         (Estimate: {"low", "likely", "high", "probability"}; level: {"kind": …, <kind's field>: …})
    sealed()             focus left or Enter: the typing step ends
    .show_value(v)       from the workbook; never echoes, leaves unread text alone while it has the keyboard
    .set_problem(s)      why the edit was refused, or None; .set_hint(s) for a quiet remark
    .has_pending()       there is text that is not in the workbook (unread or refused)
    .typed               whether its commits come letter by letter and should merge into one undo step
    .add_action(button)  a small button at the end of the prompt
    .path · .label · .focus_input() · .without_label() · .label_apart(look)
    .without_prompt() · .set_currency(code)
    What cannot be read stays, with a hint, also when `path` moves to another item and back.
    LineField  TextField  ChoiceField (.set_options)  FlagField  MoneyField  NumberField (.set_unit)  FractionField
    DateField  EstimateField  TagsField  LinksField (.set_options)  LevelField (.set_kind(kind, suffix))

Lists
    ItemList(ctx, name, add_label, empty, icon)   rows to choose from; RankList(…) is the same, numbered
    .set_items([Row(id, title, summary, mark)]) · .select(id) · .selected_id · .focus_list()
    a long one has a line of its own to look for words: .rows.rows() are the rows in view, .rows.all() all of them
    inserted(index) · removed(id) · moved(id, to) · selected(id) · opened(id): the owner answers with an edit
"""

from counteroffer.ui.widgets.banner import Banner
from counteroffer.ui.widgets.buttons import Button, CheckBox, IconButton, RadioButton
from counteroffer.ui.widgets.card import Card
from counteroffer.ui.widgets.chip import Chip, RemovableChip, ToggleChip
from counteroffer.ui.widgets.choice_field import ChoiceField
from counteroffer.ui.widgets.column import Column
from counteroffer.ui.widgets.date_field import DateField
from counteroffer.ui.widgets.empty_state import EmptyState
from counteroffer.ui.widgets.estimate_field import EstimateField
from counteroffer.ui.widgets.factory import field_for
from counteroffer.ui.widgets.field import FieldEditor, FieldTexts
from counteroffer.ui.widgets.flag_field import FlagField
from counteroffer.ui.widgets.flow import ButtonRow, FlowLayout, FlowRow
from counteroffer.ui.widgets.icon_label import IconLabel
from counteroffer.ui.widgets.item_list import ItemList, RankList
from counteroffer.ui.widgets.item_rows import Row
from counteroffer.ui.widgets.labels import (
    Caption,
    FieldLabel,
    InlineHint,
    PageTitle,
    Rule,
    SectionTitle,
    Words,
    announce,
)
from counteroffer.ui.widgets.level_field import LevelField
from counteroffer.ui.widgets.line_field import LineField, TextField
from counteroffer.ui.widgets.links_field import LinksField
from counteroffer.ui.widgets.number_field import FractionField, MoneyField, NumberField
from counteroffer.ui.widgets.progress_ring import ProgressRing
from counteroffer.ui.widgets.tags_field import TagsField

__all__ = [
    "Banner",
    "Button",
    "ButtonRow",
    "Caption",
    "Card",
    "CheckBox",
    "Chip",
    "ChoiceField",
    "Column",
    "DateField",
    "EmptyState",
    "EstimateField",
    "FieldEditor",
    "FieldLabel",
    "FieldTexts",
    "FlagField",
    "FlowLayout",
    "FlowRow",
    "FractionField",
    "IconButton",
    "IconLabel",
    "InlineHint",
    "ItemList",
    "LevelField",
    "LineField",
    "LinksField",
    "MoneyField",
    "NumberField",
    "PageTitle",
    "ProgressRing",
    "RadioButton",
    "RankList",
    "RemovableChip",
    "Row",
    "Rule",
    "SectionTitle",
    "TagsField",
    "TextField",
    "ToggleChip",
    "Words",
    "announce",
    "field_for",
]
