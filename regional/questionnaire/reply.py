"""By reply: the questions as ordinary mail text, and the reply read back whatever a mail program made of it."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from regional.partners.columns import plain
from regional.questionnaire.questions import BY_MARK, GOOD_ANSWERS, MARKS, PARTS, QuestionPart
from regional.questionnaire.reply_lines import (
    ANSWER,
    END,
    FILLED,
    GOOD,
    HOW,
    MADE,
    REFERENCE,
    ReplyLine,
    good_sentences,
    is_how,
    reply_lines,
)
from regional.questionnaire.response import Response, Said, Unread, begun_with, option_code, understood
from regional.texts import LANGUAGES, texts

if TYPE_CHECKING:
    from regional.texts import Texts

WIDTH = 68
"""Characters a line, so that no mail program breaks one."""
_MARK = re.compile(
    r"^[*_]*(?:(?:vraag|question|ad|antwoord|answer|antw\.?|nr\.?|[qv#])\s*)?([1-6])\s*([ab])?\s*"
    r"(?:[.):=/](?!\d)|[-–—](?=\s)|$)\s*(.*?)[*_]*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^([1-6])([ab])?\s+(\S.*)$", re.IGNORECASE)
"""A number without anything behind it: only where a reply is numbered so."""
_FEWEST_BARE = 3
_LETTERED = re.compile(r"^[*_]*([1-6])([ab])\s+(\S.*)$")
_BOTH = re.compile(r"^[*_]*([1-6])a[\s.):].*?\s(?=\1b[\s.):])")
"""Both parts of one question on one line."""
_TICK = r"[xXvV✓✔√✗✘☒☑+*]|(?i:ja|yes)"
_BOX = re.compile(
    rf"^(?P<before>(?:{_TICK})\s*)?[\[(]\s*(?P<inside>{_TICK}|[-?oO0n_.]|nee|no|)\s*[\])}}]\s*(?P<text>.+)$"
)
_DRAWN = re.compile(r"^(?P<tick>[xX✓✔√✗✘☒☑])\s+(?P<text>.+)$|^[☐□]\s*(?P<empty>.+)$")
_BEHIND = re.compile(rf"^(.+?)\s*(?:[\[(]\s*(?:{_TICK})\s*[\])]|<[-=]+|←|\s[xX✓✔])$")
_TICKED = re.compile(_TICK)
_BULLET = re.compile(r"^(?:[-–—•·*→]+|[-=]+>|>+)\s+")
_ENDS = re.compile(
    r"^(?:(?:met\s+)?(?:vriendelijke|hartelijke|warme)?\s*groet(?:en|jes)?\b|hartelijks\b|mvg\b|vr\.?\s*gr\b|hgr\b|gr\.\s"
    r"|(?:kind|best|warm)\s+(?:regards|wishes)|regards\b|best,|cheers,|yours\b|--\s*$|verzonden vanaf|verstuurd vanaf"
    r"|sent from|get outlook for|outlook voor \w+ downloaden)",
    re.IGNORECASE,
)


def reply_text(partner_id: str, made_on: dt.date, t: Texts, parts: Sequence[str] = tuple(PARTS)) -> str:
    """Return the questions as mail text for one partner, to answer by reply."""
    lines = [*textwrap.wrap(t(HOW), WIDTH), ""]
    for part_id in parts:
        lines += [*_question(PARTS[part_id], t), ""]
    good = ", ".join(t(option.text) for option in GOOD_ANSWERS)
    lines += textwrap.wrap(t(GOOD, answers=good), WIDTH)
    lines += [f"--- {t(END)} ---", f"{t(MADE)}: {made_on:%Y-%m-%d}", f"{t(REFERENCE)}: {partner_id}"]
    return "\n".join(lines)


def _question(asked: QuestionPart, t: Texts) -> list[str]:
    lines = textwrap.wrap(f"{MARKS[asked.id]}. {t(asked.text)}", WIDTH)
    lines += textwrap.wrap(t(asked.help), WIDTH) if asked.help else []
    lines += [f"[ ] {t(option.text)}" for option in asked.options]
    return [*lines, f"{t(ANSWER)}: "]


def read_reply(text: str) -> Response | None:
    """Return what a reply answers; None where no question can be found in it.

    Quoting marks, the museum's letter above the form, answers above, below and between the questions, ticks of any kind
    and a signature are dealt with; ``partner_id`` is "" where the reference is missing.
    """
    lines = reply_lines(text)
    reading = _Reading(_headed(lines), _is_bare(lines))
    for line in lines:
        reading.take(line)
    if not reading.found and not reading.facts:
        return None
    return _response(reading.pieces, reading.facts)


@dataclass
class _Reading:
    """How far a reply is read: the part that lines belong to, "" for none, and whether they stand in the form."""

    headed: frozenset[str]
    is_bare: bool
    now: str = ""
    in_form: bool = False
    found: bool = False
    pieces: dict[str, list[str]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    def take(self, line: ReplyLine) -> None:
        """Read one line more."""
        both = _BOTH.match(line.text)
        if both:
            self.take(replace(line, text=both[0].strip()))
            self.take(replace(line, text=line.text[both.end() :]))
            return
        fact = _FACT.match(line.text)
        if fact:
            self.facts.setdefault(_facts()[plain(fact[1])], fact[2].strip(" *_"))
        if fact or line.is_head or _is_end(line.text):
            self.now, self.in_form = "", False
            return
        if is_how(line.text):
            self.now, self.in_form = "", True
            return
        mark = self._mark(line.text)
        words = mark[1] if mark else line.text
        if mark:
            self.now, self.found = mark[0], True
        elif _ENDS.match(words):
            self.now = ""
        if self.now and words:
            self.pieces.setdefault(self.now, []).extend(_pieces(self.now, words))

    def _mark(self, line: str) -> tuple[str, str] | None:
        """Return the part that a line begins and what stands behind; a number in a list of one's own begins none."""
        bare = _BARE if self.is_bare and not self.in_form else _LETTERED
        found = _MARK.match(line) or bare.match(line)
        part_id = _part(found) if found else ""
        if not found or not part_id:
            return None
        words, is_heading = _without_question(part_id, found[3])
        self.in_form |= is_heading
        if is_heading or not self.in_form or part_id == self.now:
            return part_id, words
        order = list(PARTS)
        is_next = not self.now or order.index(part_id) > order.index(self.now)
        return (part_id, words) if is_next and part_id not in self.headed else None


def _headed(lines: Sequence[ReplyLine]) -> frozenset[str]:
    """Return the parts whose question stands in the reply with its number."""
    marks = [(found, _part(found)) for line in lines if (found := _MARK.match(line.text))]
    return frozenset(part_id for found, part_id in marks if part_id and _without_question(part_id, found[3])[1])


def _is_bare(lines: Sequence[ReplyLine]) -> bool:
    numbers = {found[1] for line in lines if (found := _BARE.match(line.text)) and not line.depth}
    return len(numbers) >= _FEWEST_BARE


def _part(found: re.Match[str]) -> str:
    mark = found[1] + (found[2] or "").lower()
    return BY_MARK.get(mark) or BY_MARK.get(f"{mark}a", "")


def _without_question(part_id: str, words: str) -> tuple[str, bool]:
    """Return what stands behind a number without the question itself, and whether the question was there."""
    cut = _question_pattern(part_id).match(words)
    return (words[cut.end() :].strip(" *_"), True) if cut and cut[0] else (words, False)


@cache
def _question_pattern(part_id: str) -> re.Pattern[str]:
    asked = PARTS[part_id]

    def said(text: str) -> str:
        return "(?:" + "|".join(r"\s+".join(map(re.escape, texts(one)(text).split())) for one in LANGUAGES) + ")"

    helped = rf"(?:[*_\s]*{said(asked.help)})?" if asked.help else ""
    return re.compile(rf"[*_]*{said(asked.text)}[*_]*{helped}", re.IGNORECASE)


def _response(pieces: dict[str, list[str]], facts: dict[str, str]) -> Response:
    said, unread = dict[str, Said](), list[Unread]()
    for part_id, written in pieces.items():
        one, told = understood(part_id, written if PARTS[part_id].options else _sentences(written))
        unread += told
        if one:
            said[part_id] = one
    return Response(facts.get("reference", ""), said, "reply", made_on=_day(facts.get("made", "")),
                    given_on=_day(facts.get("filled", "")), unread=tuple(unread))  # fmt: skip


def _sentences(lines: Sequence[str]) -> list[str]:
    """Return lines with those that run on made one."""
    found: list[str] = []
    for line in lines:
        bare = _BULLET.sub("", line)
        runs_on = found and bare == line and not option_code("needs", line)
        if runs_on and (found[-1][-1] in ",.:;!?" or line[0].islower()):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(bare)
    return found


_FACT = re.compile(
    r"^[*_]*(kenmerk|reference|gemaakt op|made on|ingevuld op|filled in on)[*_]*\s*:[*_]*\s*(\S.*)$", re.I
)


@cache
def _facts() -> dict[str, str]:
    named = {"reference": REFERENCE, "made": MADE, "filled": FILLED}
    return {plain(texts(language)(text)): name for name, text in named.items() for language in LANGUAGES}


def _is_end(line: str) -> bool:
    return line.startswith("-") and plain(line) in _ends()


@cache
def _ends() -> frozenset[str]:
    return frozenset(plain(texts(language)(END)) for language in LANGUAGES)


@lru_cache(maxsize=4_096)
def _pieces(part_id: str, line: str) -> Sequence[str]:
    """Return what a line answers: an option that is ticked, or words; none where it is part of the question itself."""
    box = _ticked(part_id, line)
    if box is not None:
        return list(_options_in(part_id, box)) if box else []
    answer = _ANSWER.match(line)
    words = (answer[1] if answer else line).strip()
    if PARTS[part_id].options:
        words = _BULLET.sub("", words)
    if not any(map(str.isalnum, words)) or (not answer and _is_ours(part_id, words)):
        return []
    if not PARTS[part_id].options or option_code(part_id, words):
        return [words]
    split = [piece.strip() for piece in words.split(";") if piece.strip()]
    if PARTS[part_id].words:
        return split
    return [one for piece in split for one in _options_in(part_id, piece)]


def _ticked(part_id: str, line: str) -> str | None:
    """Return the option with which a line is ticked, "" where it is not, None where it has nothing to tick."""
    bare = _BULLET.sub("", line)
    box, drawn = _BOX.match(bare), _DRAWN.match(bare)
    if box:
        is_ticked, words = bool(box["before"]) or bool(_TICKED.fullmatch(box["inside"])), box["text"].strip()
        again = _DRAWN.match(words)
        if not is_ticked and again and again["tick"]:
            return again["text"]
        behind = _BEHIND.match(words)
        if behind and option_code(part_id, behind[1]):
            return behind[1]
        return words if is_ticked else ""
    if drawn and drawn["empty"]:
        return ""
    if drawn and begun_with(part_id, drawn["text"])[0]:
        return str(drawn["text"])
    return None


def _options_in(part_id: str, words: str) -> Iterator[str]:
    """Yield the options that words begin with, and then what is left of them."""
    option, rest = begun_with(part_id, words)
    while option:
        yield option
        words = re.sub(r"^[\s,.:;(–-]*(?:(?:en|and)\s+)?", "", rest).rstrip(" )")
        if not any(map(str.isalnum, words)):
            return
        option, rest = begun_with(part_id, words)
    yield words


_ANSWER = re.compile(rf"^(?:{'|'.join(dict.fromkeys(re.escape(texts(one)(ANSWER)) for one in LANGUAGES))})\s*:\s*(.*)$",
                     re.IGNORECASE)  # fmt: skip


def _is_ours(part_id: str, line: str) -> bool:
    """Tell whether a line is text of the form."""
    form = plain(line)
    if option_code(part_id, line):
        return False
    return form in _lines() or (len(form) >= 15 and any(form in text for text in _texts()))


@cache
def _texts() -> tuple[str, ...]:
    found = [text for one in PARTS.values() for text in (one.text, one.help) if text]
    own = [plain(texts(language)(text)) for language in LANGUAGES for text in (*found, HOW)]
    return (*own, *good_sentences())


@cache
def _lines() -> frozenset[str]:
    """Return every line of the form but the options: those are answers where somebody leaves only what fits."""
    made = [reply_text("", dt.date.min, texts(language)).splitlines() for language in LANGUAGES]
    kept = [re.sub(r"^\d[ab]?\.\s", "", line) for lines in made for line in lines if not line.startswith("[")]
    return frozenset(filter(None, map(plain, kept)))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
