"""On the Offer page: other live offers, term by term, each in its own currency."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from counteroffer.domain.edits import Batch, Edit, Path, Set
from counteroffer.domain.levels import Unit
from counteroffer.domain.situation import OtherOffer, OtherTerm
from counteroffer.domain.units import carried
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.items import Sort, items_within
from counteroffer.ui.pages.page import Page
from counteroffer.ui.pages.parts import halves, list_card, thirds
from counteroffer.ui.reading import write_day
from counteroffer.ui.widgets import Card, NumberField, Words
from counteroffer.ui.words_for import joined, level_words, term_options, unit_of_term


def other_offers_card(page: Page) -> Card:
    """The other offers; each has its terms beside the terms of this one."""
    ctx = page.ctx
    _ = ctx.translate

    def describe(offer: OtherOffer) -> tuple[str, str]:
        due = _("Reply due by {day}").format(day=write_day(offer.reply_due, ctx.locale)) if offer.reply_due else ""
        return offer.employer, joined(offer.role, "" if offer.real else _("Not made yet"), due)

    card, _editor = list_card(
        page,
        ("situation", "other_offers"),
        Sort(OtherOffer, N_("Add an offer"), _offer, icon="packages"),
        describe,
        N_("If somebody else wants you too, their offer goes here. If not, nothing is missing."),
    )
    return card


def _offer(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(halves(form.field("employer"), form.field("role")))
    column.addWidget(halves(form.field("real"), form.field("sayable")))
    due, currency = form.field("reply_due"), form.field("currency")
    rate = form.field("rate", unit=form.currency)
    column.addWidget(thirds(due, currency, rate))
    column.addWidget(form.field("note"))
    column.addWidget(Words(form.ctx.translate(N_("Its terms")), "strong"))
    terms = items_within(
        form,
        "terms",
        N_("Its terms"),
        [Sort(OtherTerm, N_("Add a term of theirs"), _other_term, icon="offer")],
        lambda term: _row(form, term),
        N_("Set what they offer beside this offer, term by term. Base pay is a good first one."),
    )
    terms.watched.append(("terms",))
    form.follow(lambda path: _watch_currency(terms.watched, path))
    column.addWidget(terms)

    def count_rate(change: Change) -> None:
        if change.touches("situation", "currency") and isinstance(rate, NumberField):
            rate.set_unit(change.after.situation.currency)

    form.bridge.changed.connect(count_rate)


def _watch_currency(watched: list[Path], offer: Path | None) -> None:
    """The rows of an offer's terms are written in that offer's currency."""
    watched[:] = [path for path in watched if path[-1] != "currency" or path == ("situation", "currency")]
    if offer is not None:
        watched.append((*offer, "currency"))


def _row(offer_form: Form, term: OtherTerm) -> tuple[str, str]:
    workbook = offer_form.bridge.workbook
    name = dict(term_options(workbook)).get(term.term or "", "")
    level = level_words(
        term.value, _unit(workbook, term), _currency(offer_form.bridge, offer_form.path), offer_form.ctx
    )
    return name, joined(level, term.note)


def _other_term(form: Form, column: QVBoxLayout) -> None:
    def beside(path: Path, term_id: Any) -> Edit:
        """What was typed goes along to the unit of the term that it now stands beside."""
        value = form.item.value
        unit = unit_of_term(form.bridge.workbook, term_id)
        moved = value if unit is None else carried(value, unit)
        return Batch("", (Set(path, term_id), Set((*path[:-1], "value"), moved)))

    term = form.field("term", choose=term_options, edit=beside)
    level = form.level("value", unit=_unit)
    column.addWidget(halves(term, level))
    column.addWidget(form.field("note"))

    # A form shows money in the workbook's currency; here it is the other offer's.
    def show_currency(path: Path | None) -> None:
        if path is not None:
            level.set_currency(_currency(form.bridge, path[:3]))

    def follow_currency(change: Change) -> None:
        if change.touches("situation", "currency") or change.touches("situation", "other_offers"):
            show_currency(form.path)

    form.follow(show_currency)
    form.bridge.changed.connect(follow_currency)


def _unit(workbook: Workbook, term: OtherTerm) -> Unit:
    return unit_of_term(workbook, term.term) or Unit.TEXT


def _currency(bridge: Bridge, path: Path | None) -> str:
    """The currency of the other offer at the path; the workbook's, unless it has its own."""
    offer = bridge.value(path) if path is not None else None
    own = offer.currency if isinstance(offer, OtherOffer) else None
    return own or bridge.workbook.situation.currency
