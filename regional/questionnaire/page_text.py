"""A web page as text. Whoever made it, reading it takes time by its length alone: nothing is looked at twice."""

from __future__ import annotations

import html
import re

_LINE = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "table", "ul", "ol", "pre", "hr", "blockquote"}
_NO_WORDS = {"style", "script", "head", "title"}
_DEEPEST = 20
"""Quotes in quotes that keep a mark each."""
_TAG = re.compile(r"/?([A-Za-z][^\s/>]*)")
_MARKUP = re.compile(r"/?[A-Za-z]|[!?]|/")
_NO_LETTER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")


def html_text(page: str) -> str:
    """Return the words of a page, a line a paragraph; quotes keep their mark."""
    words, ahead, at = _PageWords(), _Ahead(page), 0
    while at < len(page):
        begin = page.find("<", at)
        begin = len(page) if begin < 0 else begin
        words.say(page[at:begin])
        at = ahead.end(begin)
        if at <= begin + 1:  # a sign like any other
            words.say(page[begin:at])
        elif tag := _TAG.match(page, begin + 1, at):
            name = tag[1].lower()
            words.tag(name, is_end=page[begin + 1] == "/")
            if name in ("style", "script") and page[begin + 1] != "/":
                at = max(at, ahead.find(f"</{name}", at))
    return words.text()


class _Ahead:
    """Where signs come next. A place that was found, or that there is none, holds until it is passed."""

    def __init__(self, page: str) -> None:
        self._page, self._found, self._has_quotes = page, dict[str, int](), True

    def find(self, sign: str, at: int) -> int:
        """Return where ``sign`` is at or behind ``at``, -1 for nowhere; ``at`` never goes back."""
        there = self._found.get(sign, 0)
        if there >= 0 and (there < at or sign not in self._found):
            there = self._found[sign] = self._page.find(sign, at)
        return there

    def end(self, begin: int) -> int:
        """Return where the markup that begins with a "<" ends; just behind that where it is none."""
        if not _MARKUP.match(self._page, begin + 1) or self.find(">", begin) < 0:
            return min(begin + 1, len(self._page))
        if self._page.startswith("<!--", begin):
            end = self.find("-->", begin + 2)
            return end + 3 if end >= 0 else self.find(">", begin) + 1
        return (self._quoted_end(begin) if self._has_quotes else 0) or self._page.find(">", begin) + 1

    def _quoted_end(self, begin: int) -> int:
        """Return where a tag ends whose values may hold a ">", 0 where none does: from then on quotes are signs."""
        for found in _QUOTED.finditer(self._page, begin):
            if found[0] == ">":
                return found.end()
        self._has_quotes = False
        return 0


_QUOTED = re.compile(r""">|=[ \t\r\n]?(?:"[^"]*"|'[^']*')""")


class _PageWords:
    """The words of a page as they come, in lines."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, list[str]]] = [(0, [])]
        self._hidden, self._quoted = 0, 0

    def tag(self, name: str, *, is_end: bool) -> None:
        """Take in that a tag stands here."""
        step = -1 if is_end else 1
        self._hidden = max(0, self._hidden + step * (name in _NO_WORDS))
        self._quoted = max(0, self._quoted + step * (name == "blockquote"))
        if name in _LINE:
            self._lines.append((min(self._quoted, _DEEPEST), []))

    def say(self, text: str) -> None:
        """Take in text."""
        if text and not self._hidden:
            self._lines[-1][1].append(text)

    def text(self) -> str:
        """Return all of it."""
        return "\n".join("> " * depth + _one_line("".join(pieces)) for depth, pieces in self._lines)


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", unescaped(text)).strip(" ")


def unescaped(text: str) -> str:
    """Return a text with its entities as letters; a number beyond all letters is the mark for that."""
    return html.unescape(_NO_LETTER.sub("\ufffd", text))
