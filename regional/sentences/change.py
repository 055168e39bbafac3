"""A theme through the years, in sentences: what changed, who joined, and what was held fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.sentences.words import share_words, uncapital

if TYPE_CHECKING:
    from regional.mirror.change import JoinedYear, ThemeChange
    from regional.texts import Texts

STEADY = 0.05
"""Changes of less than five points are not worth a headline among so few partners."""
TOLD = {Status.CLEARLY_LESS, Status.POSSIBLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_MORE}


def change_title(change: ThemeChange, t: Texts) -> str:
    """Return in one line what changed most among our partners."""
    ends = [end for end in change.year_ends if end.n]
    if len(ends) < 2:
        return t("We cannot look back yet: too few starting years are known")
    first, last = ends[0], ends[-1]
    moved = [
        (b - a, k)
        for k, (a, b) in enumerate(zip(first.shares, last.shares, strict=True))
        if a is not None and b is not None
    ]
    most, k = max(moved, key=lambda pair: abs(pair[0]))
    if abs(most) < STEADY:
        return t("Hardly changed among our partners since {year}", year=str(first.year))
    return t(
        "{group}: from {before} of our partners in {year} to {now}",
        group=t(change.labels[k]), before=share_words(first.shares[k] or 0.0, t), year=str(first.year),
        now=share_words(last.shares[k] or 0.0, t),
    )  # fmt: skip


def change_sentences(change: ThemeChange, t: Texts) -> list[str]:
    """Return who joined, year by year from the last, and what this does and does not say."""
    lines = [_joined(change, year, t) for year in reversed(change.joined) if year.n][:3]
    if not lines:
        lines = [t("In these years nobody joined of whom we know this.")]
    lines.append(
        t("The region is held as it was in {year}; only our partners change.", year=str(change.region_year or "–"))
    )
    if change.start_unknown:
        lines.append(
            t.plural(
                "Of {n} partner we do not know the start; it is in none of these years.",
                "Of {n} partners we do not know the start; they are in none of these years.", change.start_unknown,
            )
        )  # fmt: skip
    if change.dimension in ("origin", "birth_origin"):
        lines.append(t("CBS changed its division by origin in 2022: years before and after cannot be compared."))
    return lines


def _joined(change: ThemeChange, year: JoinedYear, t: Texts) -> str:
    came = t.plural("In {year} {n} partner joined of whom we know this",
                    "In {year} {n} partners joined of whom we know this", year.n, year=str(year.year))  # fmt: skip
    if all(status is Status.TOO_LITTLE_DATA for status in year.statuses):
        return t("{came}: too few to compare with the region.", came=came)
    less, more = (
        [uncapital(t(label)) if change.dimension != "location" else t(label)
         for label, status in zip(change.labels, year.statuses, strict=True) if str(status).endswith(side)]
        for side in ("_less", "_more")
    )  # fmt: skip
    if not less and not more:
        return t("{came}: no clear difference from the region.", came=came)
    parts = [t("fewer than in the region: {groups}", groups=t.listed(less))] if less else []
    parts += [t("more: {groups}", groups=t.listed(more))] if more else []
    return t("{came}; {difference}.", came=came, difference="; ".join(parts))
