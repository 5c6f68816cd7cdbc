"""The log: what was asked and answered in each talk, what makes it hard for them, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.base import LINE_LENGTH, new_id
from counteroffer.domain.conversations import Concern, Concession, Point, Talk
from counteroffer.domain.edits import Batch, Edit, Insert, Path, Set
from counteroffer.domain.levels import Unit, Value
from counteroffer.domain.workbook import Workbook
from counteroffer.method.wording import Place
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Describe, ItemsEditor, Sort, items_within
from counteroffer.ui.pages.ask_back import AskBackButton
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import list_card, thirds
from counteroffer.ui.pages.talk_plan import people_options
from counteroffer.ui.pages.wording_hints import watch_wording
from counteroffer.ui.reading import write_day, write_list
from counteroffer.ui.widgets import Button, Card, FlowRow, Rule, Words
from counteroffer.ui.widgets.cleaning import one_line
from counteroffer.ui.words_for import joined, level_words, term_options, unit_of_term

AT = ("conversations", "talks")
KEEP = N_("Keep it in your research")
_PLAIN_UNITS = {
    "amount": Unit.MONEY_ONCE,
    "percent": Unit.PERCENT,
    "number": Unit.NUMBER,
    "yes_no": Unit.YES_NO,
    "date": Unit.DATE,
}


def log_card(page: Page) -> tuple[Card, ItemsEditor]:
    """The card with the talks. The newest is chosen at first: it is the one to go on with."""
    log = _Log(page)
    card, talks = list_card(
        page,
        AT,
        Sort(Talk, N_("Add a talk"), log.talk, icon="conversations"),
        log.describe,
        N_("Write it down the same evening, in their words. A call of two minutes counts, and so does a letter."),
        N_("What was asked, what came back, and what you make of it."),
    )
    talks.watched += [("terms",), ("situation", "people")]
    if talks.items():
        talks.choose(talks.items()[-1].id)
    return card, talks


def points_with(term: str | None, form: Form, path: Path) -> Edit:
    """Turn a point to another term; a level that cannot be counted in the new term's unit goes."""
    point = form.item
    unit = unit_of_term(form.bridge.workbook, term)
    edits: list[Edit] = [Set(path, term)]
    if isinstance(point, Point) and unit is not None:
        for name in ("asked", "answered"):
            value: Value | None = getattr(point, name)
            if value is not None and value.kind != unit.kind.value:
                edits.append(Set((*path[:-1], name), None))
    return Batch("", tuple(edits)) if len(edits) > 1 else edits[0]


def unit_of_point(workbook: Workbook, point: Point) -> Unit:
    """What a point's levels are counted in: its term's unit; without a term, whatever they hold already, or words."""
    held = point.asked or point.answered
    plain = _PLAIN_UNITS.get(held.kind, Unit.TEXT) if held is not None else Unit.TEXT
    return unit_of_term(workbook, point.term) or plain


class KeepButton(Button):
    """Makes what was heard an entry of the research: a limit of theirs, or with no kind, a need. The two are linked.

    It is there once there is something to keep, and until it has been kept.
    """

    def __init__(self, form: Form) -> None:
        super().__init__(form.ctx, form.ctx.translate(KEEP), "quiet", "research", self.keep)
        self.form = form
        form.follow(lambda _path: self._show())
        form.bridge.changed.connect(self._show)

    def keep(self) -> None:
        """Make the entry."""
        concern, path, bridge = self.form.item, self.form.path, self.form.bridge
        if not isinstance(concern, Concern) or path is None:
            return
        _ = self.form.ctx.translate
        talk = bridge.value(path[:-2])
        day = write_day(talk.day, self.form.ctx.locale) if isinstance(talk, Talk) and talk.day is not None else ""
        kept_id = new_id()
        entry: dict[str, object] = {
            "id": kept_id,
            "statement": one_line(concern.heard)[:LINE_LENGTH],
            "source": _("Said in the talk, {day}").format(day=day) if day else _("Said in a talk"),
        }
        if concern.kind is None:
            at = ("research", "interests")
            entry["guess"] = False
        else:
            at = ("research", "constraints")
            entry["kind"] = concern.kind.value
        # The link comes first: it is what an undo goes back to.
        edits = (Set((*path, "research"), kept_id), Insert(at, len(bridge.value(at)), entry))
        bridge.apply(Batch(KEEP, edits), label=_(KEEP))
        bridge.seal()

    def _show(self) -> None:
        concern = self.form.item
        self.setVisible(isinstance(concern, Concern) and bool(concern.heard.strip()) and concern.research is None)


class _Log:
    """Lays out a talk and names its parts in words."""

    def __init__(self, page: Page) -> None:
        self.ctx = page.ctx
        self.bridge: Bridge = page.bridge

    def talk(self, form: Form, column: QVBoxLayout) -> None:
        """One talk: when and with whom, what was asked, what makes it hard, who gave what, what comes next."""
        column.addWidget(thirds(form.field("day"), form.field("channel"), form.field("mood")))
        column.addWidget(form.field("people", choose=people_options))
        column.addWidget(form.field("held"))
        self._part(
            form,
            column,
            "points",
            Sort(Point, N_("Add a point"), self._point),
            self._describe_point,
            N_("One for each term you spoke of: what you asked, and what they said."),
        )
        self._part(
            form,
            column,
            "concerns",
            Sort(Concern, N_("Add what you heard"), self._concern),
            self._describe_concern,
            N_("A no has a reason. What did they say about budget, rules, or the others in the team?"),
        )
        self._part(
            form,
            column,
            "concessions",
            Sort(Concession, N_("Add a give or a get"), self._concession),
            self._describe_concession,
            N_("Who moved, and for what? It is easily forgotten who gave first."),
        )
        column.addWidget(Rule())
        column.addWidget(form.field("note"))
        column.addWidget(Rule())
        column.addWidget(Words(self.ctx.translate(N_("What comes next")), "strong"))
        column.addWidget(FlowRow(form.field("reply_by"), form.field("next_move")))
        column.addWidget(form.field("next_reason"))

    def describe(self, talk: Talk) -> tuple[str, str]:
        """A talk in the list: "2 Nov 2026, by phone", and below with whom and what of it."""
        _ = self.ctx.translate
        names = {person.id: person.name for person in self.bridge.workbook.situation.people}
        people = [names[one] for one in talk.people if names.get(one)]
        terms = dict(term_options(self.bridge.workbook))
        about = dict.fromkeys(terms[point.term] for point in talk.points if point.term in terms)
        return (
            joined(
                write_day(talk.day, self.ctx.locale) if talk.day is not None else _("No day yet"),
                _(talk.channel.label) if talk.channel is not None else "",
                "" if talk.held else _("Still to come"),
            ),
            joined(write_list(people, self.ctx.locale), write_list(list(about), self.ctx.locale)),
        )

    def _part(
        self, form: Form, column: QVBoxLayout, name: str, sort: Sort, describe: Describe, empty: str
    ) -> ItemsEditor:
        title = Talk.model_fields[name].title or ""
        editor = items_within(form, name, title, [sort], describe, empty)
        editor.watched.append(("terms",))
        editor.list.empty.compact()
        column.addWidget(Rule())
        column.addWidget(Words(self.ctx.translate(title), "strong"))
        column.addWidget(editor)
        return editor

    def _point(self, form: Form, column: QVBoxLayout) -> None:
        currency = form.currency
        term = form.field("term", choose=term_options, edit=lambda path, value: points_with(value, form, path))
        column.addWidget(FlowRow(term, form.field("reply")))
        column.addWidget(
            FlowRow(
                form.level("asked", unit=unit_of_point, currency=currency),
                form.level("answered", unit=unit_of_point, currency=currency),
            )
        )
        said = watch_wording(form.field("their_words"), form, Place.ANSWER)
        said.add_action(AskBackButton(form))
        column.addWidget(said)
        column.addWidget(form.field("ask_back"))

    def _describe_point(self, point: Point) -> tuple[str, str]:
        _ = self.ctx.translate
        workbook = self.bridge.workbook
        asked, answered = (self._level(point, value) for value in (point.asked, point.answered))
        return (
            dict(term_options(workbook)).get(point.term or "", ""),
            joined(
                _("Asked: {level}").format(level=asked) if asked else "",
                _(point.reply.label) if point.reply is not None else "",
                _("Offered: {level}").format(level=answered) if answered else "",
            ),
        )

    def _level(self, point: Point, value: Value | None) -> str:
        workbook = self.bridge.workbook
        return level_words(value, unit_of_point(workbook, point), workbook.situation.currency, self.ctx)

    def _concern(self, form: Form, column: QVBoxLayout) -> None:
        column.addWidget(form.field("heard"))
        column.addWidget(form.field("play_back"))
        column.addWidget(FlowRow(form.field("kind"), form.field("research", choose=self._research)))
        column.addWidget(KeepButton(form), 0, Qt.AlignmentFlag.AlignLeft)

    def _research(self, workbook: Workbook) -> list[tuple[str, str]]:
        """The limits and needs that research holds: what was heard may be one of them."""
        _ = self.ctx.translate
        found: list[tuple[str, str]] = []
        for one in workbook.research.constraints:
            found.append((one.id, _("{kind}: {statement}").format(kind=_(one.kind.label), statement=one.statement)))
        for need in workbook.research.interests:
            found.append((need.id, _("They need: {statement}").format(statement=need.statement)))
        return found

    def _describe_concern(self, concern: Concern) -> tuple[str, str]:
        return concern.heard, self.ctx.translate(concern.kind.label) if concern.kind is not None else ""

    def _concession(self, form: Form, column: QVBoxLayout) -> None:
        column.addWidget(FlowRow(form.field("gave"), form.field("got")))
        column.addWidget(form.field("terms", choose=term_options))

    def _describe_concession(self, concession: Concession) -> tuple[str, str]:
        _ = self.ctx.translate
        if concession.gave and concession.got:
            return _("You gave: {what}").format(what=concession.gave), _("for: {what}").format(what=concession.got)
        if concession.gave:
            return _("You gave: {what}").format(what=concession.gave), _("for nothing so far")
        return (_("They gave: {what}").format(what=concession.got) if concession.got else ""), ""
