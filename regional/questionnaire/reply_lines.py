"""The lines of a reply as they were meant: without quoting marks and the museum's own letter, and made whole again."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from regional.partners.columns import plain
from regional.questionnaire.letter import GREETING, TITLE
from regional.questionnaire.questions import GOOD_ANSWERS, QUESTIONS
from regional.texts import LANGUAGES, N_, texts

HOW = N_("Put an x between the brackets, or write your answer behind “Answer”. You may leave out what you like.")
GOOD = N_("Good answers to every question are also: {answers}.")
END = N_("End of the questions")
ANSWER = N_("Answer")
REFERENCE = N_("Reference")
MADE = N_("Made on")
FILLED = N_("Filled in on")
LONGEST_REPLY, MOST_LINES, LONGEST_HEAD = 200_000, 10_000, 500
_SEEN = 4_096
"""Lines remembered: those of the form come in every reply."""
_QUOTED = re.compile(r"^(?:[>|]\s?|\s)+")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_QUOTE_HEAD = re.compile(r"^(?:op|on)\b.*\d.*\b(?:schreef|geschreven|wrote)\b.*:$", re.IGNORECASE)
_MAIL_HEAD = re.compile(
    r"^(?:[*_]*(?:van|from)[*_]*\s*:|-{2,}\s*(?:oorspronkelijk|original|doorgestuurd|forwarded)|_{8,}$)", re.IGNORECASE
)
_BEGINS = re.compile(r"^(?:[-–•*·]\s+)?[\[(☐☒☑]|^[*_]*[1-6][ab]?[.)]\s")
"""How a line of the form itself begins."""


@dataclass(frozen=True)
class ReplyLine:
    """One line: its words, how deep it was quoted, and whether what follows up to it is the head of a quoted mail."""

    text: str
    depth: int = 0
    is_head: bool = False


def reply_lines(text: str) -> list[ReplyLine]:
    """Return the lines of a reply that are the partner's, or of the form; the letter above the form is left out."""
    lines = _whole(islice(_split(text), MOST_LINES))
    heads = {i for i, line in enumerate(lines) if _is_head(line, lines[i + 1] if i + 1 < len(lines) else None)}
    ours = {at for i, line in enumerate(lines) if is_how(line.text) for at in _letter_above(lines, i, heads)}
    return [ReplyLine(line.text, line.depth, i in heads) for i, line in enumerate(lines) if i not in ours - heads]


@lru_cache(maxsize=_SEEN)
def is_how(line: str) -> bool:
    """Tell whether a line is the one that the form begins with."""
    return plain(line).startswith(_hows())


def _split(text: str) -> Iterator[ReplyLine]:
    """Yield lines without quoting marks; what a mail program put on one line comes apart again."""
    for raw in html.unescape(text[:LONGEST_REPLY]).translate(_UNSEEN).splitlines():
        yield from _split_line(raw)


@lru_cache(maxsize=_SEEN)
def _split_line(raw: str) -> tuple[ReplyLine, ...]:
    quoted = _QUOTED.match(raw)
    depth = sum(map("".join(quoted[0].split()).count, ">|")) if quoted else 0
    line = raw[quoted.end() :].strip() if quoted else raw.strip()
    return tuple(ReplyLine(piece.strip(), depth) for piece in _APART.sub("\n", line).split("\n"))


def _words(*marked: str) -> str:
    return "|".join(dict.fromkeys(re.escape(texts(language)(one)) for one in marked for language in LANGUAGES))


_FACTS = _words(REFERENCE, MADE, FILLED)
_APART = re.compile(rf"(?<=\S\S)\s+(?=\[\s?\w?\s?\]\s.)|(?<=\S)\s+(?=---\s)|(?<=\S)\s+(?=(?:{_FACTS})\s*:)"
                    rf"|(?<=[\w.?)])\s+(?=(?:{_words(ANSWER)}):)")  # fmt: skip


def _whole(lines: Iterator[ReplyLine]) -> list[ReplyLine]:
    """Return lines of the form that a mail program broke made whole again."""
    found: list[ReplyLine] = []
    for line in lines:
        before = found[-1] if found else None
        if before and before.text and line.text and _runs_on(before.text, line.text):
            found[-1] = ReplyLine(f"{before.text} {line.text}", before.depth)
        else:
            found.append(line)
    return found


@lru_cache(maxsize=_SEEN)
def _runs_on(before: str, line: str) -> bool:
    """Tell whether a line goes on with a text of the form that the line before it begins."""
    if _BEGINS.match(line):
        return False
    begun = plain(_core(before))
    return bool(begun) and begun not in _texts() and _begins_ours(f"{begun} {plain(line)}")


def _core(line: str) -> str:
    """Return a line without its number or brackets."""
    return re.sub(r"^(?:[-–•*·]\s+)?(?:[*_]*[1-6][ab]?[.)]\s+|.{0,2}[\[(].{0,5}?[\])].{0,2}?\s+)", "", line)


def _begins_ours(form: str) -> bool:
    first = bisect_left(_sorted_texts(), form)
    return any(text.startswith(form) for text in _sorted_texts()[first : first + 1])


@cache
def _sorted_texts() -> tuple[str, ...]:
    return tuple(sorted(_texts()))


@cache
def _texts() -> frozenset[str]:
    """Return every text of the form that a mail program may break."""
    parts = [part for question in QUESTIONS for part in question.parts]
    own = [text for part in parts for text in (part.text, part.help, *(option.text for option in part.options)) if text]
    return frozenset(plain(t(text)) for t in map(texts, LANGUAGES) for text in (*own, HOW)) | good_sentences()


@cache
def good_sentences() -> frozenset[str]:
    """Return the sentence on good answers, plain, in every language."""
    return frozenset(
        plain(t(GOOD, answers=", ".join(t(option.text) for option in GOOD_ANSWERS))) for t in map(texts, LANGUAGES)
    )


@cache
def _hows() -> tuple[str, ...]:
    return tuple(plain(texts(language)(HOW))[:25] for language in LANGUAGES)


@cache
def _begins_letter() -> frozenset[str]:
    return frozenset(plain(texts(language)(text)) for language in LANGUAGES for text in (TITLE, GREETING))


@lru_cache(maxsize=_SEEN)
def _is_head(line: ReplyLine, after: ReplyLine | None) -> bool:
    """Tell whether a mail that is quoted, or the museum's letter, begins at a line."""
    whole = f"{line.text} {after.text}" if after else line.text
    return bool(
        _MAIL_HEAD.match(line.text)
        or any(_QUOTE_HEAD.match(text) for text in (line.text, whole) if len(text) <= LONGEST_HEAD)
        or plain(line.text) in _begins_letter()
    )


def _letter_above(lines: list[ReplyLine], form: int, heads: set[int]) -> range:
    """Return which lines above the form are the museum's letter; none where that cannot be told.

    It begins where a quoted mail begins; or, quoted as the form is, below what is quoted less.
    """
    depth = lines[form].depth
    for at in range(form - 1, -1, -1):
        if at in heads:
            return range(at, form)
        if depth and lines[at].text and lines[at].depth < depth:
            return range(at + 1, form)
    return range(form) if depth else range(0)
