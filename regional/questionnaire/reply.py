"""By reply: the questions as ordinary mail text, and the reply read back whatever a mail program made of it."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from regional.partners.columns import plain
from regional.questionnaire.questions import BY_MARK, GOOD_ANSWERS, MARKS, PARTS, QUESTIONS, QuestionPart
from regional.questionnaire.response import Response, Said, Unread, option_code, understood
from regional.texts import LANGUAGES, N_, texts

if TYPE_CHECKING:
    from regional.texts import Texts

WIDTH = 68
"""Characters a line, so that no mail program breaks one."""
REFERENCE = N_("Reference")
MADE = N_("Made on")
FILLED = N_("Filled in on")
END = N_("End of the questions")
ANSWER = N_("Answer")
HOW = N_("Put an x between the brackets, or write your answer behind “Answer”. You may leave out what you like.")
_LONGEST_TEXT = 200_000
_QUOTED = re.compile(r"^(?:[>|\s\u00a0]|&gt;)+")
_MARK = re.compile(r"^(?:vraag|question)?\s*([1-6])\s*([ab])?\s*(?:[.):=]|-\s|$)\s*(.*)$", re.IGNORECASE)
_BOX = re.compile(r"^[\[(]\s*([^\])]{0,3}?)\s*[\])]\s*(.+)$")
_TICKED = re.compile(r"[xX✓✔√vV*+✗☒☑]|ja|yes", re.IGNORECASE)
_ENDS = re.compile(
    r"^(?:met\s+(?:vriendelijke|hartelijke)\s+groet|(?:vriendelijke|hartelijke)\s+groet|groet(?:en|jes)?\b|mvg\b"
    r"|kind regards|best regards|best wishes|regards\b|--\s*$|verzonden vanaf|verstuurd vanaf|sent from)",
    re.IGNORECASE,
)


def reply_text(partner_id: str, made_on: dt.date, t: Texts, parts: Sequence[str] = tuple(PARTS)) -> str:
    """Return the questions as mail text for one partner, to answer by reply."""
    lines = [*textwrap.wrap(t(HOW), WIDTH), ""]
    for part_id in parts:
        lines += [*_question(PARTS[part_id], t), ""]
    good = ", ".join(t(option.text) for option in GOOD_ANSWERS)
    lines += textwrap.wrap(t("Good answers to every question are also: {answers}.", answers=good), WIDTH)
    lines += [f"--- {t(END)} ---", f"{t(MADE)}: {made_on:%Y-%m-%d}", f"{t(REFERENCE)}: {partner_id}"]
    return "\n".join(lines)


def _question(asked: QuestionPart, t: Texts) -> list[str]:
    lines = textwrap.wrap(f"{MARKS[asked.id]}. {t(asked.text)}", WIDTH)
    lines += textwrap.wrap(t(asked.help), WIDTH) if asked.help else []
    lines += [f"[ ] {t(option.text)}" for option in asked.options]
    return [*lines, f"{t(ANSWER)}: "]


def read_reply(text: str) -> Response | None:
    """Return what a reply answers; None where no question can be found in it.

    Quoting marks, forms filled in above or below the questions, ticks of any kind and a signature are dealt with;
    ``partner_id`` is "" where the reference is missing.
    """
    pieces: dict[str, list[str]] = {}
    facts: dict[str, str] = {}
    now, is_over, found, heading = "", False, False, ""
    for raw in text[:_LONGEST_TEXT].splitlines():
        line = _QUOTED.sub("", raw).strip().strip("\u200b\ufeff")
        fact = _FACT.match(line)
        if fact:
            facts.setdefault(_facts()[plain(fact[1])], fact[2].strip())
            is_over = True
            continue
        mark = _marked(line)
        if mark:
            now, line, is_over, found = mark[0], mark[1], False, True
            heading = line
        elif heading and line and _begins_ours(f"{heading} {line}"):
            heading = f"{heading} {line}"
            continue
        elif line and (_is_end(line) or _ENDS.match(line)):
            is_over = True
        if now and not is_over and line:
            pieces.setdefault(now, []).extend(_pieces(now, line))
    if not found and not facts:
        return None
    return _response(pieces, facts)


def _response(pieces: dict[str, list[str]], facts: dict[str, str]) -> Response:
    said, unread = dict[str, Said](), list[Unread]()
    for part_id, written in pieces.items():
        one, told = understood(part_id, _whole(part_id, written))
        unread += told
        if one:
            said[part_id] = one
    return Response(facts.get("reference", ""), said, "reply", made_on=_day(facts.get("made", "")),
                    given_on=_day(facts.get("filled", "")), unread=tuple(unread))  # fmt: skip


_FACT = re.compile(r"^(kenmerk|reference|gemaakt op|made on|ingevuld op|filled in on)\s*:\s*(\S.*)$", re.IGNORECASE)


@cache
def _facts() -> dict[str, str]:
    named = {"reference": REFERENCE, "made": MADE, "filled": FILLED}
    return {plain(texts(language)(text)): name for name, text in named.items() for language in LANGUAGES}


def _marked(line: str) -> tuple[str, str] | None:
    """Return the part that a line begins and what stands behind its number; None where it begins none."""
    found = _MARK.match(line)
    if not found:
        return None
    mark = found[1] + (found[2] or "").lower()
    part_id = BY_MARK.get(mark) or BY_MARK.get(f"{mark}a", "")
    return (part_id, found[3].strip()) if part_id else None


def _is_end(line: str) -> bool:
    return line.startswith("-") and plain(line) in _ends()


@cache
def _ends() -> frozenset[str]:
    return frozenset(plain(texts(language)(END)) for language in LANGUAGES)


def _pieces(part_id: str, line: str) -> list[str]:
    """Return what a line answers: an option that is ticked, or words; none where it is part of the question itself."""
    box = _BOX.match(line)
    if box:
        return [box[2]] if _TICKED.fullmatch(box[1].strip()) else []
    answer = re.match(rf"^(?:{'|'.join(_answers())})\s*:\s*(.*)$", line, re.IGNORECASE)
    words = (answer[1] if answer else line).strip()
    if not any(map(str.isalnum, words)) or (not answer and _is_ours(part_id, words)):
        return []
    if option_code(part_id, words):
        return [words]
    return [piece.strip() for piece in words.split(";") if piece.strip()]


@cache
def _answers() -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.escape(texts(language)(ANSWER)) for language in LANGUAGES))


def _is_ours(part_id: str, line: str) -> bool:
    """Tell whether a line is text of the form, whole or as a mail program broke it."""
    form = plain(line)
    if option_code(part_id, line):
        return False
    return form in _lines() or (len(form) >= 15 and any(form in text for text in _texts()))


def _begins_ours(words: str) -> bool:
    """Tell whether words are the beginning of a question, broken over lines by a mail program."""
    begin = plain(words)
    return any(text.startswith(begin) for text in _texts())


@cache
def _texts() -> tuple[str, ...]:
    found = [text for question in QUESTIONS for one in question.parts for text in (one.text, one.help) if text]
    own = [plain(texts(language)(text)) for language in LANGUAGES for text in (*found, HOW)]
    good = [
        plain(t("Good answers to every question are also: {answers}.",
                answers=", ".join(t(option.text) for option in GOOD_ANSWERS)))
        for t in map(texts, LANGUAGES)
    ]  # fmt: skip
    return (*own, *good)


@cache
def _lines() -> frozenset[str]:
    """Return every line of the form but the options: those are answers where somebody leaves only what fits."""
    made = [reply_text("", dt.date.min, texts(language)).splitlines() for language in LANGUAGES]
    kept = [re.sub(r"^\d[ab]?\.\s", "", line) for lines in made for line in lines if not line.startswith("[")]
    return frozenset(filter(None, map(plain, kept)))


def _whole(part_id: str, written: Sequence[str]) -> list[str]:
    """Return pieces with options that a mail program broke over two lines made whole again."""
    found: list[str] = []
    for piece in written:
        if found and not option_code(part_id, found[-1]) and option_code(part_id, f"{found[-1]} {piece}"):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
