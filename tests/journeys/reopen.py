"""Second half: the same archive opened again; everything is there, and the papers are written."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.driver import Driver
from tests.journeys.fill_in import RANK


def journey(person: Driver, folder: Path) -> None:
    person.open_row("Workbooks", 0)
    employer = person.field("Employer")
    person.wait(lambda: employer.input.text() == "Harbour & Hill Ltd", "the employer as it was written")
    person.keys("ctrl+3")
    terms = person.list(RANK)
    person.wait(
        lambda: [row.title for row in terms.rows.rows()] == ["Base pay", "Parking", "Course budget"], "the rank"
    )

    person.keys("ctrl+p")
    person.save_paper(folder / "brief.pdf")
    person.close_papers()
    person.keys("ctrl+e")
    person.save_paper(folder / "agreement.pdf")
    person.close_papers()
