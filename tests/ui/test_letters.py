"""Letters: begun with a draft, kept in the person's own words, looked at, saved, and marked when the facts changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from counteroffer.domain.agreement import Letter, LetterKind
from counteroffer.domain.base import LINE_LENGTH, TEXT_LENGTH
from counteroffer.domain.edits import Insert, Set
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import stored_sample
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.pages import make_page
from counteroffer.ui.pages.agreement import AgreementPage
from counteroffer.ui.pages.letter_doors import LetterDoors
from counteroffer.ui.pages.letter_draft import LetterDraft
from counteroffer.ui.pages.new_letter import LetterSuggestion, write_letter
from counteroffer.ui.pages.page import Page

from . import page_tools

AT = ("agreement", "letters")
OURS = (*AT, "ours")


@pytest.fixture
def filled(open_workbook: Callable[[Workbook], Bridge]) -> Bridge:
    bridge = open_workbook(stored_sample())
    bridge.apply(Insert(AT, 0, {"id": "ours", "kind": "proposal"}))
    return bridge


@pytest.fixture
def page(qtbot: QtBot, filled: Bridge, ctx: UiContext) -> AgreementPage:
    page = page_tools.show(qtbot, AgreementPage(filled, ctx))
    page.letters.choose("ours")
    return page


def draft(page: Page) -> LetterDraft:
    (found,) = page.findChildren(LetterDraft)
    return found


def doors(page: Page) -> LetterDoors:
    (found,) = page.findChildren(LetterDoors)
    return found


def ours(bridge: Bridge) -> Letter:
    letter = bridge.value(OURS)
    assert isinstance(letter, Letter)
    return letter


class TestTheDraft:
    def test_an_empty_letter_begins_with_it_in_one_step(self, page: AgreementPage, filled: Bridge) -> None:
        assert draft(page).begin_button.isVisible()
        assert not draft(page).fold.button.isVisible()
        assert not doors(page).isVisible()
        draft(page).begin_button.click()
        letter = ours(filled)
        assert letter.subject == "My proposal for the role of Operations planner"
        assert letter.body.startswith("Dear Tamsin Orrel,")
        assert len(letter.facts) == 64
        assert not draft(page).begin_button.isVisible()
        assert draft(page).fold.button.isVisible()
        assert doors(page).isVisible()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName() == "Your words"
        filled.undo()
        assert ours(filled) == Letter(id="ours", kind=LetterKind.PROPOSAL)
        assert page.isVisible()

    def test_a_subject_that_was_written_stays(self, page: AgreementPage, filled: Bridge) -> None:
        filled.apply(Set((*OURS, "subject"), "East Quay"))
        draft(page).begin_button.click()
        assert ours(filled).subject == "East Quay"
        assert ours(filled).body

    def test_a_role_as_long_as_a_line_does_not_get_in_the_way(self, page: AgreementPage, filled: Bridge) -> None:
        filled.apply(Set(("situation", "role"), "planner " * 37))
        draft(page).begin_button.click()
        assert len(ours(filled).subject) == LINE_LENGTH

    def test_beside_own_words_it_is_something_to_look_at(
        self, qtbot: QtBot, page: AgreementPage, filled: Bridge
    ) -> None:
        filled.apply(Set((*OURS, "body"), "Hello,"))
        qtbot.waitUntil(draft(page).fold.button.isVisible)
        draft(page).fold.button.click()
        assert draft(page).words.isVisible()
        assert "What I bring to it:" in draft(page).words.text()
        draft(page).copy_button.click()
        assert QGuiApplication.clipboard().text() == f"{draft(page).subject.text()}\n\n{draft(page).words.text()}"
        assert draft(page).copy_button.text() == "Copied"
        assert ours(filled).body == "Hello,"
        filled.apply(Set((*OURS, "kind"), "more_time"))
        qtbot.waitUntil(lambda: "your offer" in draft(page).subject.text().lower())
        page.letters.choose("letter_follow_up")
        assert not draft(page).words.isVisible()

    def test_one_that_is_too_long_is_shown_and_changes_nothing(
        self, qtbot: QtBot, page: AgreementPage, filled: Bridge
    ) -> None:
        filled.apply(Set(("situation", "why_role"), "So " * ((TEXT_LENGTH - 1) // 3)))
        before = filled.workbook
        draft(page).begin_button.click()
        assert filled.workbook is before
        assert "too long" in draft(page).problem.accessibleName()
        assert draft(page).words.isVisible()
        filled.apply(Set((*OURS, "subject"), "Mine"))
        qtbot.wait(250)
        assert draft(page).words.isVisible()


class TestTheFactsBeneathIt:
    def test_a_change_beneath_is_said_until_it_is_seen_to(
        self, qtbot: QtBot, page: AgreementPage, filled: Bridge
    ) -> None:
        draft(page).begin_button.click()
        body = ours(filled).body
        assert not draft(page).banner.isVisible()
        filled.apply(Set(("terms", "base_pay", "name"), "Base salary"))
        qtbot.waitUntil(draft(page).banner.isVisible)
        draft(page).holds_button.click()
        assert not draft(page).banner.isVisible()
        assert ours(filled).body == body
        filled.undo()
        qtbot.waitUntil(draft(page).banner.isVisible)
        filled.undo()
        qtbot.waitUntil(lambda: not draft(page).banner.isVisible())

    def test_a_change_elsewhere_is_none(self, qtbot: QtBot, page: AgreementPage, filled: Bridge) -> None:
        draft(page).begin_button.click()
        filled.apply(Set(("terms", "base_pay", "walk_away", "why"), "Rent."))
        filled.apply(Set(("research", "summary"), "Enough."))
        qtbot.wait(250)
        assert not draft(page).banner.isVisible()

    def test_without_a_fingerprint_or_once_sent_there_is_no_sign(
        self, qtbot: QtBot, page: AgreementPage, filled: Bridge
    ) -> None:
        filled.apply(Set((*OURS, "body"), "Hello,"))
        filled.apply(Set(("terms", "base_pay", "name"), "Base salary"))
        qtbot.wait(250)
        assert not draft(page).banner.isVisible()
        filled.apply(Set((*OURS, "facts"), "0" * 64))
        qtbot.waitUntil(draft(page).banner.isVisible)
        filled.apply(Set((*OURS, "sent_on"), "2027-01-15"))
        qtbot.waitUntil(lambda: not draft(page).banner.isVisible())


class TestTheDoors:
    def test_it_is_looked_at_and_saved_for_paper_in_the_window_of_papers(
        self, qtbot: QtBot, page: AgreementPage
    ) -> None:
        draft(page).begin_button.click()
        with qtbot.waitSignal(page.paper_wanted) as wanted:
            doors(page).look_button.click()
        assert wanted.args == ["letter:ours"]
        with qtbot.waitSignal(page.paper_to_save) as to_save:
            doors(page).pdf_button.click()
        assert to_save.args == ["letter:ours"]

    def test_it_is_saved_as_text_and_as_a_mail_draft(
        self, page: AgreementPage, filled: Bridge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        filled.apply(Set((*OURS, "subject"), "Was wäre möglich?"))
        filled.apply(Set((*OURS, "body"), "Liebe Frau Orrel,\n\neine Bitte."))
        asked: list[str] = []

        def answer(_parent: object, _title: str, suggested: str, *_more: object) -> tuple[str, str]:
            asked.append(Path(suggested).name)
            return str(tmp_path / asked[-1]), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        doors(page).text_button.click()
        assert (tmp_path / "proposal.txt").read_text(
            "utf-8"
        ) == "Was wäre möglich?\n\nLiebe Frau Orrel,\n\neine Bitte.\n"
        assert doors(page).banner.accessibleName() == "Saved as proposal.txt."
        doors(page).mail_button.click()
        mail = (tmp_path / "proposal.eml").read_bytes()
        assert mail.startswith(b"X-Unsent: 1\r\n")
        assert b"eine Bitte." in mail
        assert asked == ["proposal.txt", "proposal.eml"]
        page.letters.choose("letter_follow_up")
        assert not doors(page).banner.isVisible()

    def test_what_cannot_be_written_is_said(self, page: AgreementPage, filled: Bridge, tmp_path: Path) -> None:
        filled.apply(Set((*OURS, "body"), "Hello,"))
        for save in (doors(page).save_text_to, doors(page).save_mail_to):
            assert not save(tmp_path / "no such folder" / "file")
            assert "folder" in doors(page).banner.accessibleName()

    def test_nothing_is_asked_where_the_dialog_is_left(
        self, page: AgreementPage, filled: Bridge, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        filled.apply(Set((*OURS, "body"), "Hello,"))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
        doors(page).text_button.click()
        doors(page).mail_button.click()
        assert not doors(page).banner.isVisible()


@pytest.mark.parametrize(
    ("tab", "words", "kind"),
    [
        ("packages", "Write the proposal", LetterKind.PROPOSAL),
        ("offer", "Ask for more time", LetterKind.MORE_TIME),
        ("conversations", "Ask for more time in a letter", LetterKind.MORE_TIME),
    ],
)
def test_a_letter_is_begun_where_it_is_wanted(
    qtbot: QtBot, bridge: Bridge, ctx: UiContext, tab: str, words: str, kind: LetterKind
) -> None:
    page = page_tools.show(qtbot, make_page(tab, bridge, ctx))
    button = next(one for one in page.findChildren(QPushButton) if one.text() == words)
    with qtbot.waitSignal(page.elsewhere) as led:
        button.click()
    (letter,) = bridge.workbook.agreement.letters
    assert (letter.kind, bool(letter.subject), bool(letter.body), bool(letter.facts)) == (kind, True, True, True)
    assert led.args == [(*AT, letter.id, "body")]
    bridge.undo()
    assert bridge.workbook.agreement.letters == ()


class TestWritingOne:
    def test_one_that_is_begun_is_gone_to_and_left_as_it_is(
        self, qtbot: QtBot, page: AgreementPage, filled: Bridge
    ) -> None:
        filled.apply(Set((*OURS, "body"), "My own words."))
        before = filled.workbook
        with qtbot.waitSignal(page.elsewhere) as led:
            write_letter(page, LetterKind.PROPOSAL)
        assert led.args == [(*OURS, "body")]
        assert filled.workbook is before

    def test_an_empty_one_gets_the_draft(self, page: AgreementPage, filled: Bridge) -> None:
        count = len(filled.workbook.agreement.letters)
        write_letter(page, LetterKind.PROPOSAL)
        assert ours(filled).body.startswith("Dear Tamsin Orrel,")
        assert len(filled.workbook.agreement.letters) == count

    def test_one_that_was_sent_is_not_written_over(self, page: AgreementPage, filled: Bridge) -> None:
        write_letter(page, LetterKind.MORE_TIME)
        asked = [one for one in filled.workbook.agreement.letters if one.kind is LetterKind.MORE_TIME]
        assert [one.sent_on is None for one in asked] == [False, True]

    def test_where_the_draft_is_too_long_the_letter_is_begun_empty(
        self, qtbot: QtBot, page: AgreementPage, filled: Bridge
    ) -> None:
        filled.apply(Set(("situation", "why_role"), "So " * ((TEXT_LENGTH - 1) // 3)))
        with qtbot.waitSignal(page.elsewhere):
            write_letter(page, LetterKind.MORE_TIME)
        letter = filled.workbook.agreement.letters[-1]
        assert (letter.kind, letter.body) == (LetterKind.MORE_TIME, "")


class TestTheSuggestion:
    @pytest.mark.parametrize(
        ("outcome", "kind"),
        [
            ("agreed", LetterKind.FOLLOW_UP),
            ("declined_by_you", LetterKind.DECLINE),
            ("declined_by_them", LetterKind.THEIR_DECLINE),
        ],
    )
    def test_the_letter_that_goes_with_the_outcome(
        self, qtbot: QtBot, bridge: Bridge, ctx: UiContext, outcome: str, kind: LetterKind
    ) -> None:
        page = page_tools.show(qtbot, AgreementPage(bridge, ctx))
        (suggestion,) = page.findChildren(LetterSuggestion)
        assert not suggestion.isVisible()
        bridge.apply(Set(("agreement", "outcome"), outcome))
        qtbot.waitUntil(suggestion.isVisible)
        with qtbot.waitSignal(page.elsewhere):
            suggestion.button.click()
        assert [one.kind for one in bridge.workbook.agreement.letters] == [kind]
        qtbot.waitUntil(lambda: not suggestion.isVisible())

    def test_nothing_is_suggested_where_nothing_is_left_to_say(
        self, qtbot: QtBot, bridge: Bridge, ctx: UiContext
    ) -> None:
        page = page_tools.show(qtbot, AgreementPage(bridge, ctx))
        (suggestion,) = page.findChildren(LetterSuggestion)
        bridge.apply(Set(("agreement", "outcome"), "agreed"))
        qtbot.waitUntil(suggestion.isVisible)
        bridge.apply(Set(("agreement", "summed_up_on"), "2027-01-15"))
        qtbot.waitUntil(lambda: not suggestion.isVisible())
        bridge.apply(Set(("agreement", "outcome"), "lapsed"))
        qtbot.wait(250)
        assert not suggestion.isVisible()
        suggestion.write()
        assert bridge.workbook.agreement.letters == ()
