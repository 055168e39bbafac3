"""A theme through the years, in sentences: what changed, who joined, and what was held fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.sentences.states import state_words
from regional.sentences.words import share_words, uncapital

if TYPE_CHECKING:
    from regional.mirror.change import Joiners, ThemeChange
    from regional.texts import Texts

STEADY = 0.05
"""Changes of less than five points are not worth a headline among so few partners."""
TOLD = (Status.CLEARLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_LESS, Status.POSSIBLY_MORE)


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
    """Return who joined in the last years, and what this does and does not say."""
    if change.joined and change.joined.n:
        lines = _joined(change, change.joined, t)
    else:
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


def _joined(change: ThemeChange, joined: Joiners, t: Texts) -> list[str]:
    came = t.plural("From {first} to {last} {n} partner joined of whom we know this",
                    "From {first} to {last} {n} partners joined of whom we know this", joined.n,
                    first=str(joined.first), last=str(joined.last))  # fmt: skip
    if all(status is Status.TOO_LITTLE_DATA for status in joined.statuses):
        return [t("{came}: too few to compare with the region.", came=came)]
    told = [(status, _groups(change, joined, status, t)) for status in TOLD]
    lines = [f"{state_words(status, t)}: {t.listed(groups)}." for status, groups in told if groups]
    return [f"{came}.", *lines] if lines else [t("{came}: no clear difference from the region.", came=came)]


def _groups(change: ThemeChange, joined: Joiners, status: Status, t: Texts) -> list[str]:
    named = [t(label) for label, found in zip(change.labels, joined.statuses, strict=True) if found is status]
    return named if change.dimension == "location" else [uncapital(name) for name in named]
