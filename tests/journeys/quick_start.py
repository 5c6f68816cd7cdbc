"""From nothing to a saved brief in ten questions: typed, clicked, gone back over, and printed into a file."""

from __future__ import annotations

from pathlib import Path

from counteroffer.ui.quick_start.quick_start import QuickStart
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.window.workspace import Workspace
from tests.journeys.driver import Driver

_PAGES = frozenset(tab.id for tab in PAGES)


def journey(person: Driver, folder: Path) -> None:
    person.press("Quick start")
    asking = person.shown(QuickStart, lambda _one: True, "the first question")

    def at(words: str) -> None:
        person.wait(lambda: asking.count.text() == words, words)

    at("1 of 10")
    person.fill("Employer", "Harbour & Hill Ltd")
    person.fill("Role", "Operations analyst")
    person.keys("Return")

    at("2 of 10")
    person.keys("Down", "Down", "Down", "Down")
    person.fill("Reply due by", "2031-03-31")
    person.keys("Return")

    at("3 of 10")
    person.fill("What they offer", "78k")
    person.fill("What you have today", "71000")
    # Back over what is written, and forth again.
    person.press("Back")
    at("2 of 10")
    person.press("Back")
    employer = person.field("Employer")
    person.wait(lambda: employer.input.text() == "Harbour & Hill Ltd", "the employer as it was written")
    person.press("Continue")
    person.press("Continue")
    at("3 of 10")
    offered = person.field("What they offer")
    person.wait(lambda: offered.line.line.text() == "78,000", "the offer as it was read")
    person.press("Continue")

    at("4 of 10")
    person.fill("Why this role", "I would build the planning from the ground up.")
    person.fill("Why this employer", "You publish your delivery figures; few do.")
    person.keys("ctrl+Return")

    at("5 of 10")
    person.type("base pay")
    person.keys("Return")
    person.wait(lambda: asking.go_on_button.hasFocus(), "the ask to be taken")
    person.keys("Return")

    at("6 of 10")
    for name, figure in (("Opening", "88000"), ("Target", "84000"), ("Acceptable", "81000")):
        person.fill(name, figure)
    person.keys("Return")

    at("7 of 10")
    person.fill("The reason", "I have run this planning for five years.")
    person.fill("Why it is a fair thing to ask", "Others in the band are paid so")
    person.keys("Return")

    at("8 of 10")
    person.fill("What you found", "The band for this post ends at 90,000")
    person.fill("Source", "Staff handbook")
    person.keys("Return")

    at("9 of 10")
    person.fill("From when", "From the first day")
    person.press("Take this draft")
    line = person.field("The line you will say")
    person.wait(lambda: line.has_input_focus() and line.input.text() != "", "the draft in the line")
    person.type(" I can wait until Friday.")
    person.keys("ctrl+Return")

    at("10 of 10")
    person.fill("Another way to the same thing", "82,000 now and 2,000 more after six months")
    person.fill("How you would go about it", "Talk to my manager by the 12th")
    person.press("Continue")

    person.press("Print or save the brief")
    person.save_paper(folder / "brief.pdf")
    person.close_papers()
    person.saved()

    # What is thin leads to its field, and the rail leads back.
    workspace = person.shown(Workspace, lambda _one: True, "the workbook")
    person.keys("Tab", "Tab", "Return")
    person.wait(lambda: workspace.current in _PAGES, "the page of what is still thin")
    person.press("Quick start")
    person.button("Print or save the brief")
