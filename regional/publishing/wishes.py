"""How often partners chose what can be better in the cooperation: totals from five answers, and what is held back.

No total of all who answered stands beside them. New totals are shown only where, beside every earlier publication, each
stayed the same or changed by five or more; one that was hidden (none to four) shows where so many partners came since
that all of it may be they, and does not fall after that: who left may have been of it while it was hidden. Until then
the earlier totals stand, with their date, also where nothing changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regional.publishing.history import History
from regional.publishing.safe import LEAST
from regional.publishing.schema import Publication, PublishedWish
from regional.publishing.wording import both
from regional.questionnaire.questions import PARTS

PART = "better"


def wished(counts: Mapping[str, int], n: int, history: History) -> tuple[PublishedWish, ...]:
    """Return what may be shown of how often each option was chosen by ``n`` partners that answered.

    Parameters
    ----------
    counts : code of an option of the fifth question -> partners that chose it.
    history : all publications that left the museum, beside the partners of now.
    """
    seen = [publication for publication in history.newest_first if publication.wishes]
    codes = [option.code for option in PARTS[PART].options]
    now = {code: counts.get(code, 0) for code in codes}
    is_enough = n >= LEAST and any(count >= LEAST for count in now.values())
    told = [({w.id: w.partners for w in one.wishes}, history.came(one)[0]) for one in seen]
    is_safe = all(_may_follow(before, now, came) for before, came in told)
    is_new = not told or any(_is_changed(told[0][0].get(code), now[code]) for code in codes)
    if is_enough and is_safe and is_new and not _has_fallen(seen, now):
        return tuple(_wish(code, count) for code, count in now.items())
    if not seen:
        return ()
    last = seen[0]
    return tuple(wish.model_copy(update={"as_of": history.as_of(wish, last)}) for wish in last.wishes)


def _is_changed(before: int | None, now: int) -> bool:
    return now >= LEAST and now != before


def _may_follow(before: Mapping[str, int | None], now: Mapping[str, int], came: int) -> bool:
    return all(_may_become(before.get(code), count, came) for code, count in now.items())


def _has_fallen(seen: Sequence[Publication], now: Mapping[str, int]) -> bool:
    told = [(wish.id, wish.partners) for one in seen for wish in one.wishes]
    hidden_once = {code for code, partners in told if partners is None}
    return any(now[code] < (partners or 0) for code, partners in told if code in hidden_once & now.keys())


def _may_become(before: int | None, now: int, came: int) -> bool:
    if before is None:
        return now < LEAST or now <= came
    return now >= LEAST and (now == before or abs(now - before) >= LEAST)


def _wish(code: str, count: int) -> PublishedWish:
    text = next(option.text for option in PARTS[PART].options if option.code == code)
    return PublishedWish(id=code, label=both(lambda t: t(text)), partners=count if count >= LEAST else None)
