"""The part of OData v3's ``$filter`` that CBS understands, on a frame."""

from __future__ import annotations

import re
from collections.abc import Collection

import pandas as pd

TOKEN = re.compile(r"\s*('(?:[^']|'')*'|[(),]|[\w]+)")


class BadFilterError(ValueError):
    """CBS would answer with status 400."""


def mask(frame: pd.DataFrame, text: str, ignored: Collection[str] = ()) -> pd.Series:
    """Return which rows of ``frame`` pass; conditions on the columns ``ignored`` let all rows pass."""
    parser = _Parser(frame, _tokens(text), ignored)
    result = parser.either()
    if parser.tokens:
        raise BadFilterError(f"left over: {parser.tokens}")
    return result


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if not match:
            raise BadFilterError(f"cannot read {text[at:]!r}")
        tokens.append(match[1])
        at = match.end()
    return tokens


class _Parser:
    """Recursive descent: ``or`` over ``and`` over conditions."""

    def __init__(self, frame: pd.DataFrame, tokens: list[str], ignored: Collection[str]) -> None:
        self.frame, self.tokens, self.ignored = frame, tokens, ignored

    def either(self) -> pd.Series:
        result = self.both()
        while self.next_is("or"):
            result = result | self.both()
        return result

    def both(self) -> pd.Series:
        result = self.condition()
        while self.next_is("and"):
            result = result & self.condition()
        return result

    def condition(self) -> pd.Series:
        if self.next_is("("):
            result = self.either()
            self.expect(")")
            return result
        name = self.take()
        if name == "startswith":
            column, value = self.pair()
            return column.str.startswith(_text(value))
        if name == "substringof":
            value, column = self.pair(turned=True)
            return column.str.contains(_text(value), regex=False)
        column = self.substring() if name == "substring" else self.column(name)
        self.expect("eq")
        value = _text(self.take())
        if name in self.ignored:
            return pd.Series(True, index=self.frame.index)
        return column.astype("str").eq(value)

    def pair(self, *, turned: bool = False):
        self.expect("(")
        first = self.take() if turned else self.column(self.take())
        self.expect(",")
        second = self.column(self.take()) if turned else self.take()
        self.expect(")")
        return first, second

    def substring(self) -> pd.Series:
        self.expect("(")
        column = self.column(self.take())
        self.expect(",")
        start = int(self.take())
        self.expect(",")
        length = int(self.take())
        self.expect(")")
        return column.str[start : start + length]

    def column(self, name: str) -> pd.Series:
        if name not in self.frame:
            raise BadFilterError(f"no column {name}")
        return self.frame[name]

    def next_is(self, token: str) -> bool:
        if self.tokens and self.tokens[0] == token:
            self.tokens.pop(0)
            return True
        return False

    def expect(self, token: str) -> None:
        if not self.next_is(token):
            raise BadFilterError(f"{token} expected, found {self.tokens[:1]}")

    def take(self) -> str:
        if not self.tokens:
            raise BadFilterError("ends too early")
        return self.tokens.pop(0)


def _text(token: str) -> str:
    return token[1:-1].replace("''", "'") if token.startswith("'") else token
