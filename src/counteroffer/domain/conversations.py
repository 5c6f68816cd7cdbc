"""The Conversations tab: the plan, the rehearsal, and a log of what was asked and answered."""

from __future__ import annotations

from counteroffer.domain.base import Choice, Day, Flag, Frozen, Id, Item, Items, Line, Links, Text, Whole, ask
from counteroffer.domain.levels import Value
from counteroffer.domain.research import ConstraintKind


class Channel(Choice):
    """How people talk."""

    IN_PERSON = "in_person", "In person"
    PHONE = "phone", "By phone"
    VIDEO = "video", "By video"
    MAIL = "mail", "By e-mail or letter"


class FirstFigure(Choice):
    """Who names a figure first."""

    YOU = "you", "You: you are well informed"
    THEM = "them", "They: ask them first"
    OPEN = "open", "See how it goes"


class Exchange(Item):
    """What may be given for what."""

    give: Line = ask("What you could give", "", "Starting a month earlier")
    get: Line = ask("For what", "", "The sign-on bonus")


class TalkPlan(Frozen):
    """The talk ahead."""

    day: Day | None = ask("When", "", default=None)
    clock: Line = ask("At what time", "", "10:30")
    channel: Channel | None = ask("How", "", default=None)
    people: Links = ask("With whom", "", default=())
    opening_words: Text = ask(
        "Your opening words", "Thanks first, then why you want this.", "Thank you for the offer. …"
    )
    first_figure: FirstFigure | None = ask("Who names a figure first", "", default=None)
    figure_words: Text = ask(
        "If their figure is low", "Say your own again, with its reason.", "I see. From what I have found, …"
    )
    order: Links = ask("The order of the asks", "Left empty, it is your ranking.", default=())
    exchanges: Items[Exchange] = ask("What may be given for what", "", default=())
    listen_for: Text = ask("What to listen for", "", "Who must agree; what it would set off in the team.")
    use_of_wins: Text = ask(
        "What you will do with what you win", "", "Take the days: two weeks in July, booked in March."
    )
    time_to_think: Text = ask(
        "Words that ask for time to think", "", "Thank you, that is good to hear. May I sleep on it until Thursday?"
    )


class CardKind(Choice):
    """What comes from the other side."""

    QUESTION = "question", "A question"
    OBJECTION = "objection", "An objection"
    SILENCE = "silence", "Silence"


class HowItWent(Choice):
    """How an answer came out when said aloud."""

    WEAK = "weak", "Weak: again soon"
    FAIR = "fair", "Fair"
    STRONG = "strong", "Strong"


class Rehearsal(Item):
    """One time an answer was said aloud."""

    on: Day | None = ask("On", "", default=None)
    seconds: Whole | None = ask("Seconds it took", "", "25", None, ge=0, le=36_000)
    went: HowItWent | None = ask("How it went", "", default=None)
    note: Line = ask("Note", "", "I said sorry twice")


class Card(Item):
    """Something to rehearse: what they say, and what I answer."""

    kind: CardKind = ask("What comes from them", "", default=CardKind.QUESTION)
    prompt: Text = ask("What they say", "", "What were you earning before?")
    answer: Text = ask("What you answer", "", "I would rather talk about what this role is worth.")
    term: Id | None = ask("Which term it is about", "", default=None)
    rehearsals: Items[Rehearsal] = ask("Said aloud", "", default=())


class Reply(Choice):
    """What came back to an ask."""

    YES = "yes", "Yes"
    NO = "no", "No"
    COUNTER = "counter", "A counter-offer"
    VAGUE = "vague", "Something vague"
    LATER = "later", "They will come back to it"


class Point(Item):
    """One term in one talk: what was asked, what was answered."""

    term: Id | None = ask("Term", "", default=None)
    asked: Value | None = ask("What you asked", "The level you spoke, not your target.", default=None)
    reply: Reply | None = ask("What came back", "", default=None)
    answered: Value | None = ask("What they offered", "", default=None)
    their_words: Text = ask("Their words", "", "“I will see what I can do.”")
    ask_back: Line = ask("The question that makes it concrete", "", "What would be possible, and by when?")


class Concern(Item):
    """Something that makes it hard for them, as heard in a talk."""

    kind: ConstraintKind | None = ask("What sort", "Empty for a need rather than a limit.", default=None)
    heard: Text = ask("What you heard", "", "The others in the team have been here longer.")
    play_back: Text = ask("How you would say it back", "", "So what makes it hard is that it must look fair.")
    research: Id | None = ask("Kept in your research as", "", default=None)


class Concession(Item):
    """Who gave what for what."""

    gave: Line = ask("What you gave", "Empty if they gave.", "The sign-on bonus")
    got: Line = ask("What you got for it", "A give without a get is worth a second look.", "Three more days off")
    terms: Links = ask("Terms", "", default=())


class Mood(Choice):
    """How they took it."""

    WARM = "warm", "Warm"
    MATTER_OF_FACT = "matter_of_fact", "Matter of fact"
    RESERVED = "reserved", "Reserved"
    TENSE = "tense", "Tense"


class Move(Choice):
    """What to do next."""

    HOLD = "hold", "Hold"
    TRADE = "trade", "Trade"
    EQUAL_OFFERS = "equal_offers", "Offer equal packages"
    ACCEPT = "accept", "Accept"
    WALK_AWAY = "walk_away", "Walk away"


class Talk(Item):
    """One talk, call or letter."""

    day: Day | None = ask("When", "", default=None)
    channel: Channel | None = ask("How", "", default=None)
    people: Links = ask("With whom", "", default=())
    held: Flag = ask("It has taken place", "", default=True)
    points: Items[Point] = ask("Asked and answered", "", default=())
    concerns: Items[Concern] = ask("What makes it hard for them", "", default=())
    concessions: Items[Concession] = ask("Given and got", "", default=())
    mood: Mood | None = ask("How they took it", "", default=None)
    note: Text = ask("What else was said", "", "She will speak to finance on Monday.")
    reply_by: Day | None = ask("You answer by", "Thank them, name the day, sleep on it.", default=None)
    next_move: Move | None = ask("Your next move", "", default=None)
    next_reason: Text = ask("Why", "", "They moved on days, not on pay: trade.")


class Conversations(Frozen):
    """The talks: planned, rehearsed, held."""

    plan: TalkPlan = ask("The talk ahead", "", default=TalkPlan)
    cards: Items[Card] = ask("Rehearse", "Say it aloud, once more than feels needed.", default=())
    talks: Items[Talk] = ask("The log", "", default=())
