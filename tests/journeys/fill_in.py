"""First half: from an empty archive to a workbook with three ranked terms, a reason, an alternative, an agreed term."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.driver import Driver

RANK = "Terms by rank"
RANKED = ["Base pay", "Parking", "Course budget"]


def journey(person: Driver, _folder: Path) -> None:
    person.press("New workbook")
    person.fill("Employer", "Harbour & Hill Ltd")
    person.fill("Role", "Operations analyst")
    person.fill("Reply due by", "2027-03-31")

    person.keys("ctrl+3")
    for name, target in (("Parking", "600"), ("Course budget", "1500"), ("Base pay", "84k")):
        person.press("Add a term")
        person.fill("Term", name)
        person.fill("Target", target)

    terms = person.list(RANK)
    person.wait(lambda: terms.rows.rowCount() == 3, "three terms")
    person.put_first(terms, 2)
    person.wait(
        lambda: [row.title for row in terms.rows.rows()] == ["Base pay", "Parking", "Course budget"], "the new rank"
    )

    person.keys("ctrl+4")
    person.press("Add a reason")
    person.fill("The reason", "The berth is planned by one person alone.")
    person.fill("The line you will say", "I would like 84,000 a year. Is that something you can do?")

    person.keys("ctrl+5")
    person.press("Add another way")
    person.keys("Down", "Return")
    person.fill("In one line", "82,000 now and a rise of 2,000 after six months")

    person.keys("ctrl+8")
    person.fill("Agreed", "83500")
    person.fill("In words", "83,500 a year in twelve payments")
    person.saved()
