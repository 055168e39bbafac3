"""Random partner files as a museum has them: strange names, persons, amounts; and what to find them again by."""

from __future__ import annotations

import base64
import csv
import html
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote, quote_plus

import numpy as np

from regional.dimensions import people_dimensions
from regional.partners.portfolio import Portfolio
from regional.partners.read import read_partners

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "partners.csv"
SINGLE = ("soort", "plaats", "werkgebied", "sector", "omvang", "hoe_gevonden", "vooral_voor", "bereikt_ook", "fase")
PERSONS = ("contactpersoon", "e-mail")
SYLLABLES = (
    "bra",
    "kel",
    "vo",
    "dri",
    "mus",
    "zan",
    "wé",
    "lok",
    "pif",
    "gru",
    "tho",
    "nax",
    "jor",
    "sil",
    "quo",
    "ebt",
)
STRANGE = ("", "", " & Zn.", " <i>bv</i>", ' "Ster"', " ’t Hœk", " 東京", " ~ co", " @ werk", " 50%", " \\ o")


@dataclass(frozen=True)
class RandomList:
    """A partner file: its bytes, what was read from it, and everything in it that is nobody else's business."""

    data: bytes
    portfolio: Portfolio
    names: tuple[str, ...]
    persons: tuple[str, ...]
    amounts: tuple[int, ...]

    @property
    def rows(self) -> list[str]:
        """The raw lines, without the headings."""
        return self.data.decode("utf-8-sig").split("\r\n")[1:-1]


@cache
def random_list(seed: int) -> RandomList:
    """Return a file of 5 to 70 partners in which much or nothing is known, with words of the sample as answers."""
    rng = np.random.default_rng([2026, seed])
    n, known = int(rng.integers(5, 71)), float(rng.choice([0.25, 0.6, 0.95]))
    names = [_name(rng) for _ in range(n)]
    persons = [f"{_word(rng)} van {_word(rng)}" for _ in range(n)]
    amounts = [int(x) for x in rng.choice(np.arange(10_007, 900_000, 7), n, replace=False)]
    answers = {column: _picker(rng, words) for column, words in _words().items()}
    table = [
        {
            "naam": names[i],
            **{column: pick() if rng.random() < known else "" for column, pick in answers.items()},
            **(dict(rng.choice(_blocks())) if rng.random() < known / 2 else {}),
            "bedrag": str(amounts[i]),
            "contactpersoon": persons[i],
            "e-mail": f"{_word(rng)}@{_word(rng)}.example",
        }
        for i in range(n)
    ]
    data = _written(table)
    found = read_partners(data, f"lijst-{seed}.csv")
    assert list(found.portfolio.frame["name"]) == names, found.errors
    emails = [row["e-mail"] for row in table]
    return RandomList(data, found.portfolio, tuple(names), (*persons, *emails), tuple(amounts))


def forms(text: str) -> set[bytes]:
    """Return ``text`` as a page, a script, an address or a file may write it."""
    numbered = "".join(f"&#{ord(c)};" for c in text)
    escaped = html.escape(text).encode("ascii", "xmlcharrefreplace").decode()
    inside = {text, html.escape(text), html.escape(text, quote=False), escaped, numbered, quote(text), quote(text, ""),
              quote_plus(text), text.casefold(), text.upper(), json.dumps(text)[1:-1],
              json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(json.dumps(text))[3:-3]}  # fmt: skip
    apart = [base64.b64encode(text.encode()), text.encode("utf-16-le"), text.encode("unicode_escape")]
    return {*(form.encode() for form in inside), *apart}


def held(data: bytes, texts: Iterable[str]) -> list[str]:
    """Return which of ``texts`` stand in ``data``, in any of their forms."""
    return [text for text in texts if any(form in data for form in forms(text))]


def _word(rng: np.random.Generator) -> str:
    return "".join(rng.choice(SYLLABLES, 4)).capitalize()


def _name(rng: np.random.Generator) -> str:
    return f"{_word(rng)}{rng.choice(STRANGE)}"


def _picker(rng: np.random.Generator, words: list[str]):
    """Draw one of ``words``, some much more often than others."""
    weights = rng.dirichlet(np.full(len(words), 0.5))
    return lambda: str(rng.choice(words, p=weights))


@cache
def _sample() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(SAMPLE.read_text(encoding="utf-8-sig")), delimiter=";"))


def _words() -> dict[str, list[str]]:
    return {column: sorted({row[column] for row in _sample()} - {""}) for column in SINGLE}


@cache
def _blocks() -> list[dict[str, str]]:
    """What partners of the sample tell of who they reach; whole rows, as shares add up to 100."""
    columns = [c.column for d in people_dimensions() for c in d.categories if c.column]
    told = [c for c in _sample()[0] if c in columns or c.startswith("samenstelling")]
    return [{c: row[c] for c in told} for row in _sample() if row["samenstelling_van"]]


def _written(table: list[dict[str, str]]) -> bytes:
    columns = list(dict.fromkeys(column for row in table for column in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, delimiter=";", restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue().encode("utf-8-sig")
