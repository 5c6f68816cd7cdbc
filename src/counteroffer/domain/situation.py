"""The Offer tab: the offer as it stands, the moment, the people, and what happens without an agreement."""

from __future__ import annotations

from counteroffer.domain.base import Choice, Day, Flag, Frozen, Id, Item, Items, Key, Line, Paper, Text, Whole, ask
from counteroffer.domain.levels import Value
from counteroffer.domain.money import (
    Count,
    Currency,
    DaysAWeek,
    DaysAYear,
    Estimate,
    Fraction,
    HoursAWeek,
    Money,
)


class Stage(Choice):
    """How far things have come."""

    APPLYING = "applying", "Applying"
    INTERVIEWING = "interviewing", "Interviewing"
    OFFER_BY_WORD = "offer_by_word", "Offer by word of mouth"
    OFFER_IN_WRITING = "offer_in_writing", "Offer in writing"
    NEGOTIATING = "negotiating", "Negotiating"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Period(Choice):
    """What a sum of pay is for."""

    YEAR = "year", "a year"
    MONTH = "month", "a month"
    HOUR = "hour", "an hour"


class Taxed(Choice):
    """Whether pay is meant before or after tax."""

    GROSS = "gross", "before tax (gross)"
    NET = "net", "after tax (net)"


class PayBasis(Frozen):
    """How pay is meant: for what, before or after tax, for how many hours and days."""

    period: Period = ask("Pay is named for", "", default=Period.YEAR)
    taxed: Taxed = ask("Meant", "", default=Taxed.GROSS)
    payments_a_year: Whole = ask("Payments a year", "Twelve, unless there are extra months.", "13", 12, ge=1, le=60)
    hours_a_week: HoursAWeek | None = ask("Hours a week", "As the contract will say.", "40", None)
    days_a_week: DaysAWeek | None = ask("Work days a week", "", "5", None)
    work_days_a_year: DaysAYear | None = ask(
        "Work days a year", "Days you really work, holidays taken off. It turns days into money.", "220", None
    )
    guaranteed_hours: HoursAWeek | None = ask(
        "Guaranteed hours a week", "For hourly work: what you are sure of.", "20", None
    )
    expected_hours: Estimate = ask(
        "Expected hours a week", "For hourly work: what it will really be.", default=Estimate
    )
    overtime_hours: HoursAWeek | None = ask("Overtime hours a week", "What is usual there.", "2", None)
    overtime_premium: Fraction | None = ask("Overtime paid extra", "On top of the hour's pay.", "25 %", None)
    shift_hours: HoursAWeek | None = ask("Shift hours a week", "Hours at night, on Sundays or holidays.", "8", None)
    shift_premium: Fraction | None = ask("Shifts paid extra", "On top of the hour's pay.", "30 %", None)


class ConditionKind(Choice):
    """What an offer hangs on."""

    CHECK = "check", "A check (references, health, records)"
    PERMIT = "permit", "A permit or visa"
    START = "start", "A start date"
    PROBATION = "probation", "Probation"
    OTHER = "other", "Something else"


class Condition(Item):
    """Something that must happen before the offer holds."""

    kind: ConditionKind = ask("What it hangs on", "", default=ConditionKind.CHECK)
    statement: Line = ask("In one sentence", "", "Two references from the last five years")
    due: Day | None = ask("Due by", "", default=None)
    met: Flag = ask("Met", "Until all are met, do not resign.", default=False)


class RestrictionKind(Choice):
    """What a term may forbid."""

    NON_COMPETE = "non_compete", "Not working for competitors"
    REPAYMENT = "repayment", "Paying back training or a bonus"
    OWN_WORK = "own_work", "Rights in your own work"
    SIDE_WORK = "side_work", "No other work beside it"
    OTHER = "other", "Something else"


class Wish(Choice):
    """What to do with a restriction."""

    KEEP = "keep", "It may stay"
    SOFTEN = "soften", "Make it milder"
    REMOVE = "remove", "Take it out"


class Restriction(Item):
    """A term that forbids or takes back, and that one may want removed."""

    kind: RestrictionKind = ask("What it is", "", default=RestrictionKind.NON_COMPETE)
    statement: Line = ask("What it says", "", "No work for a competitor for twelve months")
    wish: Wish | None = ask("What you want", "", default=None)
    wording: Text = ask("How it should read instead", "", "… for three months, and only for direct competitors.")


class Person(Item):
    """Somebody at or near the table."""

    name: Line = ask("Name", "", "Dana Whitlock")
    role: Line = ask("What they do there", "", "Hiring manager")
    contact: Line = ask("How to reach them", "For letters and messages.", "dana@example.org")
    at_table: Flag = ask("Sits at the table", "", default=False)
    decides: Flag = ask("Decides, or helps decide", "", default=False)
    can_help: Flag = ask("Can help you", "", default=False)
    on_your_side: Flag = ask("Is on your side", "A friend, a mentor, a partner.", default=False)
    addressee: Flag = ask("Letters go to them", "", default=False)
    manner: Text = ask("How they like to talk", "", "Short calls; wants figures in writing beforehand.")


class Assumption(Item):
    """Something I take to be so about them."""

    statement: Line = ask("What you assume", "", "She thinks remote work is an excuse.")
    how_to_check: Line = ask("How you could find out", "", "Ask how the team splits its week.")
    found: Line = ask("What you found", "Empty until you have checked.", "Two of them work from home on Fridays.")


class Fear(Item):
    """What I am afraid will happen when I ask, and what I would answer then."""

    statement: Line = ask("What you are afraid of", "Say it plainly; it stays with you.", "They take the offer back.")
    likelihood: Fraction | None = ask("How likely it really is", "", "3 %", None)
    answer: Text = ask(
        "What you would say or do then", "", "I would ask what changed, and say that I still want to come."
    )


class PlanKind(Choice):
    """What one can do without this agreement."""

    STAY = "stay", "Stay where you are"
    OTHER_OFFER = "other_offer", "Take another offer"
    SEARCH = "search", "Go on searching"
    OTHER = "other", "Something else"


class Plan(Item):
    """What I do without agreement: a plan, not a wish."""

    kind: PlanKind = ask("What you would do", "", default=PlanKind.STAY)
    name: Line = ask("Call it", "", "Stay, and ask for the team lead post")
    steps: Text = ask("How you would go about it", "Real steps, with dates.", "Talk to my manager by the 12th; …")
    worth: Estimate = ask(
        "What it is worth in a year",
        "The whole of it in money: pay and all else. Low, likely, high.",
        default=Estimate,
    )
    months: Estimate = ask("How many months it would take", "", default=Estimate)
    risk: Text = ask("What could go wrong", "", "The post goes to somebody else.")
    if_it_fails: Text = ask("And if that fails?", "", "Three months of savings, and temporary work.")
    improve: Text = ask("What would make it better this week", "", "Answer the recruiter who wrote in May.")


class OtherTerm(Item):
    """One term of another offer, set beside the same term of this one."""

    term: Id | None = ask("Which term", "The one of this offer that it stands beside.", default=None)
    value: Value | None = ask("What they offer", "", default=None)
    note: Line = ask("Note", "", "Only after probation")


class OtherOffer(Item):
    """Another live offer."""

    employer: Line = ask("Employer", "", "Northgate Mills")
    role: Line = ask("Role", "", "Shift planner")
    real: Flag = ask("It is real", "Somebody has made it, by word or in writing.", default=False)
    sayable: Flag = ask(
        "May be mentioned to them", "Only a real one, and only if you would stand by it.", default=False
    )
    reply_due: Day | None = ask("Reply due", "", default=None)
    currency: Currency | None = ask("Currency", "If it is not this workbook's.", "GBP", None)
    rate: Count | None = ask("One unit of it is worth", "In this workbook's currency. You set the rate.", "1.15", None)
    terms: Items[OtherTerm] = ask("Its terms", "", default=())
    note: Text = ask("What speaks for it, and against it", "", "Nearer home, but no way up.")


class WalkAway(Frozen):
    """The reservation value of the whole package. It is private, and not what to look at while talking."""

    amount: Money | None = ask(
        "Your limit",
        "The whole package in money a year. Leave it empty and it follows your best alternative.",
        "71,000",
        None,
    )
    reason: Text = ask("Why it differs from your best alternative", "", "I would give up the way to work that I like.")
    whatever_the_numbers: Text = ask(
        "What would make leaving right whatever the numbers", "", "Being punished for asking."
    )
    revisited_on: Day | None = ask("Looked at again on", "After your priorities are clear.", default=None)


class Attachment(Item):
    """A file kept inside the archive; the workbook holds its name and its fingerprint, the archive its bytes."""

    name: Line = ask("File name", "", "offer.pdf")
    media_type: Key = ask("Kind of file", "", "application/pdf")
    size: Whole = ask("Size in bytes", "", default=0, ge=0)
    sha256: Line = ask("Fingerprint", "", pattern=r"^([0-9a-f]{64})?$")
    added_on: Day | None = ask("Added on", "", default=None)


class Situation(Frozen):
    """The offer as it stands, and the ground it stands on."""

    employer: Line = ask("Employer", "Who makes the offer.", "Harbour & Hill Ltd")
    role: Line = ask("Role", "The post as they name it.", "Operations analyst")
    place: Line = ask("Place", "Where you would work.", "Leeds, two days from home")
    your_name: Line = ask("Your name", "As it should stand under a letter.", "Alex Morgan")
    currency: Currency = ask("Currency", "All money in this workbook is in it.", "EUR", "EUR")
    language: Line = ask("Language of papers and letters", "", "en", "en", pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$")
    stage: Stage | None = ask("How far things have come", "", default=None)
    offered_on: Day | None = ask("Offer made on", "", default=None)
    reply_due: Day | None = ask("Reply due by", "The day they named, or the day you named.", default=None)
    why_role: Text = ask(
        "Why this role", "Said before anything is asked. Mean it.", "I would build the planning from the ground up."
    )
    why_employer: Text = ask("Why this employer", "", "You publish your delivery figures; few do.")
    pay: PayBasis = ask("How pay is meant", "", default=PayBasis)
    offer_text: Paper = ask("The offer in their words", "Paste the letter or the message here.", "")
    attachments: Items[Attachment] = ask("Papers", "The offer letter, kept inside your archive.", default=())
    conditions: Items[Condition] = ask("Conditions of the offer", "What must happen before it holds.", default=())
    restrictions: Items[Restriction] = ask("Terms you may want removed", "", default=())
    people: Items[Person] = ask("The people", "Who is at the table, who decides, who can help.", default=())
    relationship: Text = ask(
        "How you want to get on with them afterwards", "", "As colleagues who can say no to each other."
    )
    assumptions: Items[Assumption] = ask("What you assume about them", "And have not checked.", default=())
    fears: Items[Fear] = ask("What you are afraid of", "Written down it is smaller. It stays private.", default=())
    plans: Items[Plan] = ask("What you do without an agreement", "", default=())
    best_plan: Id | None = ask("Your best alternative (BATNA)", "Left empty, it is the one worth most.", default=None)
    other_offers: Items[OtherOffer] = ask("Other offers", "Live ones, set beside this one.", default=())
    walk_away: WalkAway = ask("Where you would walk away", "", default=WalkAway)
