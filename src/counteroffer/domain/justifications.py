"""The Justifications tab: why an ask is fair, what bears it out, what the other side gains, and how to say it."""

from __future__ import annotations

from counteroffer.domain.base import Choice, Flag, Frozen, Item, Items, Line, Links, Text, ask


class Need(Choice):
    """What lies behind an ask."""

    LIFE = "life", "Work-life balance"
    GROWTH = "growth", "Growth"
    CONTRIBUTION = "contribution", "Contribution"
    FAIRNESS = "fairness", "Fair pay for the work"
    SECURITY = "security", "Security"
    OTHER = "other", "Something else"


class Reason(Item):
    """One reason for an ask."""

    need: Need = ask("The need behind it", "", default=Need.LIFE)
    statement: Text = ask(
        "The reason", "Why it matters to you, in your own words.", "I do my best planning undisturbed."
    )
    legitimate: Line = ask(
        "Why it is a fair thing to ask", "A standard, a practice, something both sides accept.", "Half the team does so"
    )
    sayable: Flag = ask("May be said to them", "Off at first. Health and family are yours alone.", default=False)


class Gain(Item):
    """What the employer gains by granting it."""

    statement: Text = ask(
        "What they gain", "A cost, a risk or a goal of theirs.", "No agency is needed for the audits."
    )
    their_words: Line = ask("Where they named it themselves", "", "“Audits eat up our budget”, second interview")
    links: Links = ask("Which of their needs or limits it meets", "", default=())


class Objection(Item):
    """A likely no, and the answer that respects it."""

    objection: Text = ask("What they may say", "", "We would have to give it to everybody.")
    answer: Text = ask("Your answer", "First what is right about it, then your point.", "That is a fair worry. …")


class Justification(Frozen):
    """Everything that carries an ask."""

    reasons: Items[Reason] = ask("Why you ask", "", default=())
    evidence: Links = ask("Findings that bear it out", "From your research.", default=())
    achievements: Links = ask("What you bring that bears it out", "From your research.", default=())
    gains: Items[Gain] = ask("What they gain", "", default=())
    objections: Items[Objection] = ask("What they may object", "", default=())
    for_their_boss: Text = ask(
        "A sentence for their boss",
        "With which the person opposite can defend a yes.",
        "It is within the range for the grade, and she starts a month earlier.",
    )
    line: Text = ask(
        "The line you will say",
        "Polite, firm, concrete; one reason. Then stop talking.",
        "Given the range for this work I would like 84,000. Is that something you can do?",
    )
    another_way: Text = ask(
        "Firm on the need, open on the form",
        "Words that say it matters, and that another way of meeting it is welcome.",
        "Two quiet days matter to me; if Fridays are hard, I am open to other days.",
    )
