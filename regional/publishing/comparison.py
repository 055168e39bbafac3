"""What is new in a publication since an earlier one."""

from __future__ import annotations

from regional.publishing.schema import FOURTH, SCHEMA, Both, Publication, PublishedRow, Theme
from regional.publishing.wording import both
from regional.texts import N_, Texts

RULES = N_("The rules for what may be shown changed since {date}, so the two are not compared.")
REGION = N_("On {date} it was about another region, so the two are not compared.")


def compare(earlier: Publication, later: Publication) -> list[Both]:
    """Return what is new since ``earlier``: the groups whose state in words changed, shown both times.

    Only where their number, or how many are known, changed as well, and the region's figures did not: a change of
    rules, of region or of figures is no change of partners.
    """
    for is_other, text in ((_rules(earlier) != _rules(later), RULES), (_region(earlier) != _region(later), REGION)):
        if is_other:
            return [both(lambda t, text=text: t(text, date=t.date(earlier.made)))]  # type: ignore[misc]
    before = {(theme.id, row.id): (theme, row) for theme in earlier.themes for row in theme.rows}
    told = []
    for theme in later.themes:
        for row in theme.rows:
            was, old = before.get((theme.id, row.id), (None, None))
            if was is None or old is None or not (old.state_words and row.state_words) or old.state == row.state:
                continue
            is_new = (was.n_known, old.count, old.share) != (theme.n_known, row.count, row.share)
            if is_new and (was.year, old.region_share) == (theme.year, row.region_share):
                told.append(_change(theme, row, old.state_words, row.state_words))
    return told


def _rules(publication: Publication) -> str:
    """Return the schema whose rules a publication follows: those of the fourth hold in the newest too."""
    return FOURTH if publication.schema_ == SCHEMA else publication.schema_


def _region(publication: Publication) -> tuple[object, ...]:
    return publication.codes or (publication.region,)


def _change(theme: Theme, row: PublishedRow, old: Both, new: Both) -> Both:
    def worded(t: Texts) -> str:
        language = t.language
        return t(
            "{theme}, {group}: {new}. Last time: {old}.",
            theme=theme.title.in_(language),
            group=row.label.in_(language),
            new=new.in_(language),
            old=old.in_(language),
        )

    return both(worded)
