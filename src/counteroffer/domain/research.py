"""The Research tab: what is normal, what this employer does, what binds them, what I bring, what I do not know."""

from __future__ import annotations

from counteroffer.domain.base import Choice, Day, Flag, Frozen, Id, Item, Items, Line, Links, Text, ask
from counteroffer.domain.levels import Unit, ValueRange
from counteroffer.domain.money import Estimate


class Topic(Choice):
    """What a finding is about."""

    STANDARD = "standard", "What is normal for the role and field"
    MARKET = "market", "What people in like roles are paid"
    POLICY = "policy", "This employer: a policy"
    GRADES = "grades", "This employer: grades or steps"
    PRECEDENT = "precedent", "This employer: what others there got"
    BUDGET = "budget", "This employer: the budget cycle"
    PROBATION = "probation", "This employer: probation"
    LAW = "law", "What the law grants anyway"


class SourceKind(Choice):
    """Where a finding comes from."""

    SURVEY = "survey", "A salary survey"
    ADVERT = "advert", "Job adverts"
    RECORD = "record", "A public record or pay scale"
    UNION = "union", "A union or association"
    EMPLOYER = "employer", "The employer's own paper"
    PERSON = "person", "Somebody I spoke to"
    PRESS = "press", "The press or the web"
    OTHER = "other", "Something else"


class Trust(Choice):
    """How far a source is trusted."""

    HIGH = "high", "Solid: I would show it to anybody"
    MEDIUM = "medium", "Fair: it points the right way"
    LOW = "low", "Thin: hearsay, or old"


class Finding(Item):
    """One thing found out, with where it comes from."""

    topic: Topic = ask("What it is about", "", default=Topic.STANDARD)
    terms: Links = ask("Terms it speaks to", "So that it stands beside the ask it supports.", default=())
    statement: Line = ask(
        "What you found", "One sentence that you could read out.", "Analysts with five years' experience are paid …"
    )
    unit: Unit | None = ask("Counted in", "The unit of the three figures below.", default=None)
    range: ValueRange = ask("What is usual", "Fill in what you know; one figure is a start.", default=ValueRange)
    source: Line = ask("Source", "Name it so that somebody else could find it.", "Pay survey of the trade, 2026")
    source_kind: SourceKind | None = ask("Kind of source", "", default=None)
    address: Line = ask("Where to find it", "An address, a page, or the person's name.", "page 14")
    seen_on: Day | None = ask("Seen on", "Old figures are easily waved away.", default=None)
    trust: Trust | None = ask("How far you trust it", "", default=None)
    sayable: Flag = ask("May be mentioned to them", "Leave it off for what you were told in confidence.", default=False)
    note: Text = ask("Note to self", "What to keep in mind when you use it.", "Their figures include bonuses.")


class ConstraintKind(Choice):
    """What binds an employer."""

    BUDGET = "budget", "Budget"
    POLICY = "policy", "Policy"
    FAIRNESS = "fairness", "Fairness inside the team"
    LAW = "law", "Law"
    CUSTOM = "custom", "Custom"


class Constraint(Item):
    """Something that binds the employer, and a way to work within it."""

    kind: ConstraintKind = ask("What binds them", "", default=ConstraintKind.BUDGET)
    statement: Line = ask(
        "In one sentence", "What they cannot easily do, and why.", "The year's pay budget is fixed until April."
    )
    source: Line = ask("How you know", "Who said it, or where it is written.", "The recruiter, first call")
    terms: Links = ask("Terms it touches", "", default=())
    way_within: Text = ask(
        "A way to work within it",
        "What they could grant without breaking it.",
        "A rise agreed now that takes effect in April.",
    )


class Interest(Item):
    """Something the employer needs from this hire."""

    statement: Line = ask(
        "What they need", "The problem that hiring you solves.", "The new site must open before the summer."
    )
    guess: Flag = ask("This is a guess", "Leave it on until somebody has said so.", default=True)
    question: Line = ask(
        "The question that would settle it", "", "What must have happened a year from now for this to be a good hire?"
    )
    source: Line = ask("How you know", "", "The hiring manager, second interview")


class TheirOptionKind(Choice):
    """What an employer can do without this person."""

    CANDIDATE = "candidate", "Hire another candidate"
    OPEN = "open", "Leave the post open"
    IN_HOUSE = "in_house", "Do the work with those they have"
    OTHER = "other", "Something else"


class TheirOption(Item):
    """What they can do without me, and what that costs them."""

    kind: TheirOptionKind = ask("What they could do", "", default=TheirOptionKind.CANDIDATE)
    statement: Line = ask("How that would go", "", "Their second choice would need half a year of training.")
    cost: Estimate = ask(
        "What it would cost them in a year", "In money; leave it empty if you cannot tell.", default=Estimate
    )


class TheirSide(Frozen):
    """Their alternatives, and so where an agreement can lie. All of it is a guess and stays private."""

    options: Items[TheirOption] = ask("What they do without you", "", default=())
    limit: Estimate = ask(
        "The most they could go to",
        "The whole package, in money a year. A range is honest: you are guessing.",
        default=Estimate,
    )
    limit_reason: Text = ask("Why you think so", "", "The advert named a range, and the last hire had its upper end.")


class AchievementKind(Choice):
    """What sort of strength it is."""

    RESULT = "result", "Something you achieved"
    SKILL = "skill", "Something you can do"


class Achievement(Item):
    """Something I bring, and how it can be checked."""

    kind: AchievementKind = ask("What it is", "", default=AchievementKind.RESULT)
    what: Line = ask("What you did, or can do", "One sentence, you as the one who acts.", "I led the move to …")
    result: Line = ask(
        "What came of it", "A result that somebody else could check.", "Complaints fell by a third in one year."
    )
    proof: Line = ask("How it can be checked", "A report, a reference, a public page.", "Annual report 2025, page 9")
    goal: Line = ask("Which of their goals it serves", "", "They want to halve delivery times.")


class Contribution(Frozen):
    """How what I bring, and what I ask for, serves their longer plans."""

    their_plans: Text = ask(
        "Their longer plans", "What they want to have done in three years.", "A second site by 2029."
    )
    what_you_add: Text = ask("What you add to them", "", "I have opened two sites, on time both.")
    what_your_asks_add: Text = ask(
        "How what you ask for helps them too", "", "With paid study time I can take over the audits they buy today."
    )


class Question(Item):
    """Something not known yet, and whom to ask."""

    question: Line = ask("What you do not know yet", "", "What is the yearly budget for training?")
    whom: Line = ask("Whom to ask", "A person, a page, a union office.", "The recruiter")
    terms: Links = ask("Terms it is about", "", default=())
    asked_on: Day | None = ask("Asked on", "", default=None)
    answer: Text = ask(
        "The answer", "What you were told, in their words.", "About a thousand a head, hardly ever used up."
    )
    answered_on: Day | None = ask("Answered on", "", default=None)
    finding: Id | None = ask("Turned into this finding", "", default=None)


class Research(Frozen):
    """Everything found out before, and during, the talks."""

    findings: Items[Finding] = ask("Findings", "What is normal, and what this employer does.", default=())
    constraints: Items[Constraint] = ask("What binds them", "Budget, policy, fairness, law, custom.", default=())
    interests: Items[Interest] = ask("What they need from this hire", "", default=())
    their_side: TheirSide = ask("What they do without you", "", default=TheirSide)
    achievements: Items[Achievement] = ask("What you bring", "Achievements and skills.", default=())
    contribution: Contribution = ask("The longer view", "", default=Contribution)
    questions: Items[Question] = ask("Questions to ask", "", default=())
