"""The six questions as data, about the organisation and never about persons: every way of asking is made from these.

A question has parts; a part has options to choose from, room for words of one's own, or both. The good answers ("we do
not know") stand beside every part. Codes are kept, words are shown: a new wording changes no answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from regional.partners.portfolio import Answer
from regional.texts import N_

LONGEST = 600
"""Characters of an answer in one's own words."""


@dataclass(frozen=True)
class Option:
    """One answer to choose; ``groups`` are the ids that it stands for in the list of partners."""

    code: str
    text: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuestionPart:
    """What is asked at once, and answered, kept and shown by itself.

    Attributes
    ----------
    id : kept with the answers.
    text : the question; ``help`` what stands below it.
    options : what may be chosen; ``most`` of them at most, 0 for any number.
    words : what the room for own words is called, "" where there is none; ``lines`` how many lines it has.
    column : the column of the partner file that it fills, "" for none.
    """

    id: str
    text: str
    help: str = ""
    options: tuple[Option, ...] = ()
    most: int = 0
    words: str = ""
    lines: int = 1
    column: str = ""

    def option(self, code: str) -> Option | None:
        """Return the option with this code."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True)
class PartnerQuestion:
    """One of the six: a number that people speak of, and its parts, "1" or "2a" and "2b"."""

    number: int
    parts: tuple[QuestionPart, ...]

    def mark(self, part: QuestionPart) -> str:
        """Return the number of one part."""
        return str(self.number) + ("ab"[self.parts.index(part)] if len(self.parts) > 1 else "")


GOOD_ANSWERS = (
    Option("dont_know", N_("we do not know")),
    Option("rather_not", N_("we would rather not say")),
    Option("not_for_us", N_("does not fit us")),
)
"""Good answers to every question."""
STATES = {
    "dont_know": Answer.NO_ANSWER,
    "rather_not": Answer.RATHER_NOT,
    "not_for_us": Answer.NOT_APPLICABLE,
}
_EVERYONE = Option("everyone", N_("everyone, no particular group"), ("everyone",))
_GROUPS = (
    Option("children", N_("children up to 15"), ("0-15",)),
    Option("young", N_("young people of 15 to 25"), ("15-25",)),
    Option("adults", N_("adults of 25 to 65"), ("25-45", "45-65")),
    Option("older", N_("people of 65 and over"), ("65+",)),
    Option("families", N_("families with children"), ("with_children",)),
    Option("alone", N_("people who live alone"), ("single",)),
    Option("women", N_("women"), ("women",)),
    Option("men", N_("men"), ("men",)),
    Option("low_income", N_("people with little income"), ("lowest_40",)),
    Option("basic_education", N_("people with primary education, vmbo or mbo 1"), ("basis_vmbo_mbo1",)),
    Option("low_literacy", N_("people who have trouble reading"), ("low_literacy",)),
    Option("newcomers", N_("people who are new in the Netherlands"), ("newcomers",)),
    Option("disability", N_("people with a disability"), ("disability",)),
    Option("lgbtiq", N_("people who are LGBTIQ+"), ("lgbtiq",)),
)
QUESTIONS = (
    PartnerQuestion(1, (
        QuestionPart(
            "work_area", N_("Where do you work?"), N_("Choose what fits, or name the municipalities."),
            (Option("region", N_("in our whole region")), Option("country", N_("in the whole of the Netherlands"),
             ("NL",)), Option("online", N_("mainly online"))),
            words=N_("Municipalities, or a province"), column="werkgebied",
        ),
    )),
    PartnerQuestion(2, (
        QuestionPart(
            "mainly_for", N_("For whom are you there mainly?"), N_("Choose at most three."),
            (_EVERYONE, *_GROUPS), 3, N_("Others"), column="vooral_voor",
        ),
        QuestionPart("also_reaches", N_("And whom do you reach too?"), "", _GROUPS, words=N_("Others"),
                     column="bereikt_ook"),
    )),
    PartnerQuestion(3, (
        QuestionPart("needs", N_("What concerns these people now, and what can a museum do for them?"),
             words=N_("Your answer"), lines=3),
    )),
    PartnerQuestion(4, (
        QuestionPart(
            "stage", N_("Does your organisation do something about diversity and equality?"),
            N_("All answers are equally good."),
            (Option("daily", N_("it is our daily work")), Option("policy", N_("we have agreements or a policy")),
             Option("exploring", N_("we talk about it")), Option("not_yet", N_("not now"))), 1, column="fase",
        ),
        QuestionPart(
            "offers", N_("And would you like to learn from each other?"), "",
            (Option("shares", N_("we gladly share what we know")), Option("hears", N_("we gladly hear from others"))),
        ),
    )),
    PartnerQuestion(5, (
        QuestionPart(
            "better", N_("What can be better in our cooperation?"),
            N_("Our board sees only how often something was chosen, from five answers."),
            (Option("decide", N_("having more of a say")), Option("earlier", N_("taking part earlier")),
             Option("paid", N_("payment for our work")), Option("agreements", N_("clearer agreements")),
             Option("results", N_("seeing what is done with it")), Option("fine", N_("it is fine as it is")),
             Option("talk", N_("we would rather talk about this"))),
        ),
    )),
    PartnerQuestion(6, (
        QuestionPart("introduce", N_("Which organisation should we get to know?"),
                     N_("Name an organisation, no persons."),
             words=N_("Name of the organisation")),
        QuestionPart("may_name", N_("May we say that you gave the name?"), "",
             (Option("yes", N_("yes")), Option("no", N_("no, please do not"))), 1),
    )),
)  # fmt: skip
PARTS: dict[str, QuestionPart] = {part.id: part for question in QUESTIONS for part in question.parts}
"""Id -> part, in the order of asking."""
MARKS: dict[str, str] = {part.id: question.mark(part) for question in QUESTIONS for part in question.parts}
"""Id -> the number that stands before it."""
BY_MARK: dict[str, str] = {mark: part_id for part_id, mark in MARKS.items()}
RETIRED: dict[str, QuestionPart] = {"learn": QuestionPart("learn", N_("What can we learn from each other?"))}
"""Questions of earlier years: their answers are still kept, shown and read."""
ALONE = ("everyone", "fine")
"""Options that nothing else of their part goes with."""


def part(part_id: str) -> QuestionPart:
    """Return a part of now or of earlier years; KeyError where there was never such a one."""
    return PARTS.get(part_id) or RETIRED[part_id]
