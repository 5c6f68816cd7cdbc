"""The ten questions: what each asks, why it helps, and when it is answered. Where an answer belongs is in `places`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counteroffer.domain.edits import Path
from counteroffer.domain.levels import is_blank
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.looking import FEW, asks, base_pay, over
from counteroffer.ui.context import N_


@dataclass(frozen=True)
class Question:
    """One screen. Title and reason are message ids; one about an ask is put once for each ask."""

    id: str
    title: str
    why: str
    answered: Callable[[Workbook, Term | None], bool]
    own: tuple[Path, ...]
    """Where its answers stand in the workbook; `*` is the id of a term."""
    of_ask: bool = False


def _who(workbook: Workbook, _ask: Term | None) -> bool:
    return bool(workbook.situation.employer.strip() or workbook.situation.role.strip())


def _when(workbook: Workbook, _ask: Term | None) -> bool:
    return workbook.situation.stage is not None


def _offer(workbook: Workbook, _ask: Term | None) -> bool:
    pay = base_pay(workbook)
    return pay is not None and not (is_blank(pay.offered.value) and is_blank(pay.today))


def _draw(workbook: Workbook, _ask: Term | None) -> bool:
    return bool(workbook.situation.why_role.strip() or workbook.situation.why_employer.strip())


def _ask(workbook: Workbook, _none: Term | None) -> bool:
    return bool(asks(workbook))


def _levels(_workbook: Workbook, ask: Term | None) -> bool:
    return ask is not None and any(not is_blank(one.value) for one in (ask.opening, ask.target, ask.acceptable))


def _reason(_workbook: Workbook, ask: Term | None) -> bool:
    return ask is not None and any(one.statement.strip() for one in ask.justification.reasons)


def _evidence(workbook: Workbook, ask: Term | None) -> bool:
    linked = ask.justification.evidence if ask is not None else ()
    return any(one.id in linked and one.statement.strip() for one in workbook.research.findings)


def _line(_workbook: Workbook, ask: Term | None) -> bool:
    return ask is not None and bool(ask.justification.line.strip())


def _no(workbook: Workbook, ask: Term | None) -> bool:
    return bool(workbook.situation.plans) or (ask is not None and any(one.title.strip() for one in ask.alternatives))


QUESTIONS = (
    Question(
        "who",
        N_("Who makes the offer, and what is the role?"),
        N_("It stands at the head of your brief. The currency holds for every sum you write down."),
        _who,
        tuple(("situation", name) for name in ("employer", "role", "place", "currency")),
    ),
    Question(
        "when",
        N_("Where do things stand?"),
        N_("Asking has its best moment: once they want you, and before you have said yes."),
        _when,
        tuple(("situation", name) for name in ("stage", "offered_on", "reply_due")),
    ),
    Question(
        "offer",
        N_("What do they pay, and what do you have today?"),
        N_("Whatever you ask for, it is looked at beside these two figures."),
        _offer,
        (("terms", "*", "offered"), ("terms", "*", "today"), ("situation", "pay", "period")),
    ),
    Question(
        "draw",
        N_("What draws you there?"),
        N_("Say this first. Whoever knows why you want to come listens differently to the rest."),
        _draw,
        (("situation", "why_role"), ("situation", "why_employer")),
    ),
    Question(
        "ask",
        N_("What is the one thing you most want to change?"),
        N_("One clear ask is heard. Everything else can still be traded later."),
        _ask,
        (("terms", "*", "purpose"),),
    ),
    Question(
        "levels",
        N_("How much would you like?"),
        N_("Begin with the opening, keep your eye on the target, and know beforehand what would still do."),
        _levels,
        tuple(("terms", "*", name) for name in ("opening", "target", "acceptable", "unit")),
        of_ask=True,
    ),
    Question(
        "reason",
        N_("Which reason would you give them?"),
        N_("One good reason is enough. What concerns your health or your family can stay with you."),
        _reason,
        (("terms", "*", "justification", "reasons"),),
        of_ask=True,
    ),
    Question(
        "evidence",
        N_("What bears it out?"),
        N_("Something they can look up carries further than an argument. One finding is enough for now."),
        _evidence,
        (("terms", "*", "justification", "evidence"), ("research", "findings")),
        of_ask=True,
    ),
    Question(
        "line",
        N_("How will you say it?"),
        N_("When you are nervous, you say what you have said before. Write it down, then read it aloud."),
        _line,
        (("terms", "*", "justification", "line"), ("terms", "*", "what_exactly"), ("terms", "*", "starts")),
        of_ask=True,
    ),
    Question(
        "no",
        N_("And if they say no?"),
        N_("With another way ready and a plan of your own, a no is only the next step of the talk."),
        _no,
        (("terms", "*", "alternatives"), ("situation", "plans")),
        of_ask=True,
    ),
)


@dataclass(frozen=True)
class Step:
    """A question, its number from 1, and the id of the ask that it is about; empty where there is none."""

    number: int
    question: Question
    ask: str = ""
    last: bool = True
    """Whether it is about the last of the asks."""


def few_asks(workbook: Workbook) -> tuple[Term, ...]:
    """The asks that the quick start is about: the first two by rank."""
    return asks(workbook)[:FEW]


def is_for(workbook: Workbook) -> bool:
    """Whether the quick start is of use here: with few asks, and while something can still be asked."""
    return len(asks(workbook)) <= FEW and not over(workbook)


def ask_of(workbook: Workbook, step: Step) -> Term | None:
    """The ask that a step is about."""
    return next((term for term in few_asks(workbook) if term.id == step.ask), None)


def steps(workbook: Workbook) -> tuple[Step, ...]:
    """The way through: with two asks, a question about an ask comes once for each."""
    ids = [term.id for term in few_asks(workbook)] or [""]
    found: list[Step] = []
    for number, question in enumerate(QUESTIONS, 1):
        if question.of_ask:
            found += [Step(number, question, one, one == ids[-1]) for one in ids]
        else:
            found.append(Step(number, question))
    return tuple(found)


def first_unanswered(workbook: Workbook) -> Step | None:
    """Where to go on; None if every question has an answer."""
    return next((one for one in steps(workbook) if not one.question.answered(workbook, ask_of(workbook, one))), None)


def step_for(workbook: Workbook, path: Path) -> Step | None:
    """The step on which the field at a path is filled in; None if it is on none."""
    if path[:1] == ("terms",) and len(path) <= 2:
        return next(one for one in steps(workbook) if one.question.id == "ask")
    return next(
        (one for one in steps(workbook) if any(_leads(pattern, path, one) for pattern in one.question.own)), None
    )


def _leads(pattern: Path, path: Path, step: Step) -> bool:
    if len(path) < len(pattern):
        return False
    return all(
        part == name or (name == "*" and (not step.ask or part == step.ask))
        for name, part in zip(pattern, path, strict=False)
    )
