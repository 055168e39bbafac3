"""Catalogues and number forms behind one small object, :class:`Texts`.

The ``.po`` files are read as they are, once a process: no compiled file can be stale,
and nothing has to be built before ``streamlit run app.py``.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, parse_pattern

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
LOCALE_DIR = Path(__file__).parent / "locale"
_FORMATS = {"nl": Locale("nl", "NL"), "en": Locale("en", "GB")}
NBSP = "\u00a0"
_PERCENT = re.compile(r"(?<=\d)[ \u00a0]%")
"""A percentage, which stands on one line; English writes it as one word. Names of regions ("25 km") stay plain text."""


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def N_(text: str) -> str:
    """Mark a text for the catalogues without translating it yet; returns it unchanged."""
    return text


@dataclass(frozen=True)
class Message:
    """A text that is written now and worded later, in the reader's language.

    ``text`` (and ``plural`` with ``n``) are catalogue entries; ``values`` fill their braces.
    A value may itself be a Message, or a date (worded in full).
    """

    text: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str | None = None
    n: int | None = None

    @classmethod
    def of(cls, text: str, /, **values: object) -> Message:
        """Return the message ``text`` with ``values`` for its braces."""
        return cls(text, tuple(values.items()))

    @classmethod
    def counted(cls, singular: str, plural: str, n: int, /, **values: object) -> Message:
        """Return a message that agrees with the count ``n`` (also available as ``{n}``)."""
        return cls(singular, tuple(values.items()), plural, n)


class Texts:
    """Everything a page needs to speak one language.

    Call it with an English text (or a :class:`Message`) to get the translation, braces filled.
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.locale = _FORMATS[language]
        self._catalogue: NullTranslations = _catalogue(language)

    def __call__(self, text: str | Message, /, **values: object) -> str:
        """Translate ``text``; ``values`` fill its ``{braces}``."""
        if isinstance(text, Message):
            return self._message(text)
        translated = self._catalogue.gettext(text) if text else ""
        return self._with_units(translated.format(**self._worded(values)) if values else translated)

    def plural(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """Translate a text that agrees with the count ``n``; ``{n}`` is filled with it."""
        translated = self._catalogue.ngettext(singular, plural, n)
        return self._with_units(translated.format(**{"n": self.number(n), **self._worded(values)}))

    def has(self, text: str) -> bool:
        """Tell whether the catalogue of this language holds ``text`` (English is the source)."""
        return self.language == "en" or self._catalogue.gettext(text) != text

    def number(self, value: float, decimals: int = 0) -> str:
        """Format a number with exactly ``decimals`` decimals: 1234.5 -> ``1.234,5`` in Dutch."""
        return str(_pattern(decimals).apply(value, self.locale))

    def percent(self, share: float, decimals: int = 0) -> str:
        """Format a share (fraction of 1) as a percentage: 0.125 -> ``12,5 %``, in English ``12.5%``."""
        return self._with_units(f"{self.number(share * 100, decimals)}{NBSP}%")

    def points(self, gap: float, decimals: int = 0) -> str:
        """Format a difference of shares in percentage points, with its sign: ``+4`` or ``−4``."""
        rounded = self.number(abs(gap) * 100, decimals)
        is_zero = not any(c in "123456789" for c in rounded)
        return rounded if is_zero else ("+" if gap > 0 else "−") + rounded

    def euro(self, amount: float) -> str:
        """Format an amount in whole euros: ``€ 12.500``, in English ``€12,500``."""
        return f"€{NBSP if self.language == 'nl' else ''}{self.number(amount)}"

    def date(self, day: dt.date) -> str:
        """Format a date in full: ``23 november 2026``."""
        return format_date(day, format="d MMMM y", locale=self.locale)

    def listed(self, items: list[str]) -> str:
        """Join items as a sentence does: ``a, b en c``."""
        if len(items) < 2:
            return "".join(items)
        return self("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])

    def _with_units(self, text: str) -> str:
        """Return a text with each percentage on one line."""
        return _PERCENT.sub("%" if self.language == "en" else f"{NBSP}%", text) if "%" in text else text

    def _message(self, message: Message) -> str:
        values = dict(message.values)
        if message.plural is not None and message.n is not None:
            return self.plural(message.text, message.plural, message.n, **values)
        return self(message.text, **values)

    def _worded(self, values: Mapping[str, object]) -> dict[str, object]:
        return {k: self._value(v) for k, v in values.items()}

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self._message(value)
        return self.date(value) if isinstance(value, dt.date) else value


@cache
def texts(language: Language = "nl") -> Texts:
    """Return the texts of ``language`` ("nl" or "en"); one object a process, safe to share."""
    return Texts(language)


@cache
def _catalogue(language: Language) -> NullTranslations:
    merged = Catalog(locale=_FORMATS[language])
    for path in sorted((LOCALE_DIR / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=_FORMATS[language]):
                if message.id and not message.fuzzy:
                    merged[message.id] = message
    buffer = io.BytesIO()
    write_mo(buffer, merged)
    buffer.seek(0)
    return GNUTranslations(buffer)
