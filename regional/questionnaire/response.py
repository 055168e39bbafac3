"""What one partner answered, whichever way it came back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from regional.partners.columns import plain
from regional.partners.portfolio import Answer
from regional.questionnaire.questions import ALONE, GOOD_ANSWERS, LONGEST, PARTS, STATES, Option, QuestionPart, part
from regional.texts import LANGUAGES, Message, texts
from regional.workspace.stored import storable

if TYPE_CHECKING:
    from regional.texts import Texts

GOOD = frozenset(option.code for option in GOOD_ANSWERS)
WAYS = ("reply", "paper", "phone", "form", "link")


@dataclass(frozen=True)
class Said:
    """The answer to one part: codes of its options, and own words. A good answer stands alone."""

    codes: tuple[str, ...] = ()
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.codes or self.words)

    @property
    def state(self) -> Answer:
        """What kind of answer it is."""
        return next((STATES[code] for code in self.codes if code in STATES), Answer.KNOWN)


@dataclass(frozen=True)
class Unread:
    """Something in an answer that cannot be kept: in which part, what it was, what is wrong, how to mend it."""

    part: str
    value: str
    what: Message
    remedy: Message


@dataclass(frozen=True)
class Response:
    """The answers of one partner.

    ``partner_id`` and ``name`` as the form says, "" where it does not; ``way`` one of WAYS; ``made_on`` the day of
    the form, ``given_on`` the day that it was filled in, None where not known; ``unread`` what is left out.
    """

    partner_id: str
    said: Mapping[str, Said]
    way: str = "form"
    name: str = ""
    made_on: dt.date | None = None
    given_on: dt.date | None = None
    unread: tuple[Unread, ...] = field(default=())

    @property
    def open(self) -> tuple[str, ...]:
        """The parts that were left empty."""
        return tuple(part_id for part_id in PARTS if not self.said.get(part_id))


def checked(part_id: str, codes: Iterable[object], words: object = "") -> tuple[Said, tuple[Unread, ...]]:
    """Return an answer as it may be kept, and what cannot be: unknown codes, too many, too long. The rest stays."""
    asked = part(part_id)
    given = list(dict.fromkeys(filter(None, map(one_text, codes))))
    known = [code for code in given if code in GOOD or asked.option(code)]
    faults = [_unknown(asked, code) for code in given if code not in known]
    text = one_text(words) if asked.words or not asked.options else ""
    real = [code for code in known if code not in GOOD]
    if real or text:
        known = real
    alone = [code for code in known if code in ALONE or code in GOOD]
    known = alone[:1] if alone and len(alone) == len(known) else [c for c in known if c not in ALONE]
    if asked.most and len(known) > asked.most:
        faults += [_too_many(asked, code) for code in known[asked.most :]]
        known = known[: asked.most]
    if len(text) > LONGEST:
        faults.append(_too_long(asked, text))
        text = ""
    # In the order of the question: the same answer is the same, in whatever order it was given.
    order = [option.code for option in options_of(asked)]
    return Said(tuple(sorted(known, key=order.index)), text), tuple(faults)


def one_text(given: object) -> str:
    """Return whatever somebody gave as one line of text that can be kept."""
    return " ".join(storable(str(given or "")).split())


def understood(part_id: str, pieces: Iterable[str]) -> tuple[Said, tuple[Unread, ...]]:
    """Return the answer that somebody wrote: each piece an option in words, a good answer, or own words."""
    asked, codes, words = part(part_id), list[str](), list[str]()
    faults = list[Unread]()
    for piece in pieces:
        code = option_code(part_id, piece)
        if code:
            codes.append(code)
        elif asked.words or not asked.options:
            words.append(piece.strip())
        else:
            faults.append(_unknown(asked, piece))
    said, more = checked(part_id, codes, "; ".join(words))
    return said, (*faults, *more)


def option_code(part_id: str, written: str) -> str:
    """Return the code of the option, or of the good answer, that these words are; "" for none."""
    return _spellings(part_id).get(plain(written), "")


def begun_with(part_id: str, written: str) -> tuple[str, str]:
    """Return the longest option that words begin with, as written, and the rest; ("", the words) for none."""
    begun = written[: 2 * max(map(len, _spellings(part_id)))]  # as somebody may space it, and never a whole letter
    ends = [match.start() for match in re.finditer(r"(?<=\w)(?!\w)|$", begun)]
    cut = next((end for end in reversed(ends) if option_code(part_id, begun[:end])), 0)
    return written[:cut], written[cut:]


@cache
def _spellings(part_id: str) -> dict[str, str]:
    found = dict(_GOOD_SPELLINGS)
    for option in (*part(part_id).options, *GOOD_ANSWERS):
        for language in LANGUAGES:
            found[plain(texts(language)(option.text))] = option.code
    for option in part(part_id).options:
        found.setdefault(plain(option.code), option.code)
    return found


_GOOD_SPELLINGS = {
    "weten we niet": "dont_know", "weet ik niet": "dont_know", "weten wij niet": "dont_know", "weet niet": "dont_know",
    "geen idee": "dont_know", "onbekend": "dont_know", "no idea": "dont_know",
    "zeggen we liever niet": "rather_not", "liever niet": "rather_not", "geen antwoord": "rather_not",
    "wil niet zeggen": "rather_not", "niet van toepassing": "not_for_us", "nvt": "not_for_us", "n v t": "not_for_us",
    "past niet bij ons": "not_for_us", "not applicable": "not_for_us", "we would rather not say": "rather_not",
    "we do not know": "dont_know", "does not fit us": "not_for_us",
}  # fmt: skip


def worded(part_id: str, said: Said, t: Texts) -> str:
    """Return an answer in the reader's words, "" for none."""
    asked = part(part_id)
    options = (*asked.options, *GOOD_ANSWERS)
    found = [t(option.text) for code in said.codes for option in options if option.code == code]
    return "; ".join([*found, *([said.words] if said.words else [])])


def options_of(asked: QuestionPart) -> tuple[Option, ...]:
    """Return all that can be chosen in a part, the good answers last."""
    return (*asked.options, *GOOD_ANSWERS)


def to_json(said: Mapping[str, Said]) -> dict[str, Any]:
    """Return answers as plain JSON."""
    return {part_id: {"codes": list(one.codes), "words": one.words} for part_id, one in said.items() if one}


def from_json(kept: object, parts: Collection[str] = tuple(PARTS)) -> tuple[dict[str, Said], tuple[Unread, ...]]:
    """Return the answers that JSON holds, each checked; whatever is no answer to one of ``parts`` is left out."""
    said, faults = dict[str, Said](), list[Unread]()
    for part_id, one in kept.items() if isinstance(kept, Mapping) else ():
        if part_id not in parts or not isinstance(one, Mapping):
            continue
        codes = one.get("codes")
        found, told = checked(part_id, codes if isinstance(codes, list) else (), one.get("words", ""))
        faults += told
        if found:
            said[part_id] = found
    return said, tuple(faults)


def _unknown(asked: QuestionPart, value: str) -> Unread:
    return Unread(asked.id, value[:80], Message.of("This is none of the answers to choose from."),
                  Message.of("Choose it yourself, or ask the partner."))  # fmt: skip


def _too_many(asked: QuestionPart, code: str) -> Unread:
    option = asked.option(code)
    return Unread(asked.id, texts("nl")(option.text) if option else code,
                  Message.of("At most {n} can be chosen here; these were the last.", n=asked.most),
                  Message.of("Ask the partner which matter most."))  # fmt: skip


def _too_long(asked: QuestionPart, text: str) -> Unread:
    return Unread(asked.id, text[:80] + "…", Message.of("This is too long: at most {n} characters.", n=LONGEST),
                  Message.of("Shorten it in the form and read it in again."))  # fmt: skip
