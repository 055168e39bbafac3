"""Reach: a group of inhabitants and how many partners reach it. No shares, no verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from regional.sentences.words import capital

if TYPE_CHECKING:
    from regional.mirror.result import ReachResult
    from regional.texts import Texts

_NAMED: dict[str, Callable[[Texts, int], str]] = {
    "0-15": lambda t, n: t.plural("{n} inhabitant aged 0 to 15", "{n} inhabitants aged 0 to 15", n),
    "15-25": lambda t, n: t.plural("{n} inhabitant aged 15 to 25", "{n} inhabitants aged 15 to 25", n),
    "25-45": lambda t, n: t.plural("{n} inhabitant aged 25 to 45", "{n} inhabitants aged 25 to 45", n),
    "45-65": lambda t, n: t.plural("{n} inhabitant aged 45 to 65", "{n} inhabitants aged 45 to 65", n),
    "65+": lambda t, n: t.plural("{n} inhabitant of 65 or older", "{n} inhabitants of 65 or older", n),
    "lowest_40": lambda t, n: t.plural(
        "{n} inhabitant with an income among the lowest 40 %", "{n} inhabitants with an income among the lowest 40 %", n
    ),
    "middle_40": lambda t, n: t.plural(
        "{n} inhabitant with an income in between", "{n} inhabitants with an income in between", n
    ),
    "highest_20": lambda t, n: t.plural(
        "{n} inhabitant with an income among the highest 20 %",
        "{n} inhabitants with an income among the highest 20 %",
        n,
    ),
    "women": lambda t, n: t.plural("{n} woman", "{n} women", n),
    "men": lambda t, n: t.plural("{n} man", "{n} men", n),
}


def reach_sentence(reach: ReachResult, t: Texts, known: int | None = None) -> str:
    """Return who lives here and how many partners reach them: "24.000 inwoners ...: door 5 partners bereikt."

    Parameters
    ----------
    known : number of partners of which it is known whom they reach (``Mirror.reach_known``); with 0 the
        sentence says that nothing is known, not that nobody reaches the group.
    """
    return f"{_people(reach, t)}: {_reached(reach, t, known)}."


def _people(reach: ReachResult, t: Texts) -> str:
    label = capital(t(reach.label) if reach.label else reach.id)
    if reach.inhabitants is None:
        return t("{group} (no regional figure)", group=label)
    n = round(reach.inhabitants)
    if reach.id in _NAMED:
        return _NAMED[reach.id](t, n)
    return t("{group} ({n} {base})", group=label, n=t.number(n), base=_base(reach, t))


def _base(reach: ReachResult, t: Texts) -> str:
    n = round(reach.inhabitants or 0)
    if reach.dimension == "household":
        return t.plural("household", "households", n)
    if reach.dimension == "education":
        return t.plural("person aged 15 to 75", "people aged 15 to 75", n)
    return t.plural("inhabitant", "inhabitants", n)


def _reached(reach: ReachResult, t: Texts, known: int | None) -> str:
    if known == 0:
        return t("we do not know yet whom our partners reach")
    n = reach.main + reach.also
    if n == 0:
        return t("named by none of our partners")
    reached = t("reached by one partner") if n == 1 else t("reached by {n} partners", n=t.number(n))
    if reach.main == 0 or n == 1:
        return reached
    main = t.plural("for {n} of them it is the main group", "for {n} of them it is the main group", reach.main)
    return f"{reached}; {main}"
