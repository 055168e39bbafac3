"""The region's half of a sentence: one clause a category, without its full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.sentences.words import capital, group_name, share_words
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.texts import Texts

_CLAUSES: dict[tuple[str, str], str] = {
    ("urbanity", "1"): N_("{share} of the inhabitants live in a very strongly urban municipality"),
    ("urbanity", "2"): N_("{share} of the inhabitants live in a strongly urban municipality"),
    ("urbanity", "3"): N_("{share} of the inhabitants live in a moderately urban municipality"),
    ("urbanity", "4"): N_("{share} of the inhabitants live in a hardly urban municipality"),
    ("urbanity", "5"): N_("{share} of the inhabitants live in the countryside"),
    ("age", "0-15"): N_("{share} of the inhabitants are aged 0 to 15"),
    ("age", "15-25"): N_("{share} of the inhabitants are aged 15 to 25"),
    ("age", "25-45"): N_("{share} of the inhabitants are aged 25 to 45"),
    ("age", "45-65"): N_("{share} of the inhabitants are aged 45 to 65"),
    ("age", "65+"): N_("{share} of the inhabitants are 65 or older"),
    ("sex", "women"): N_("{share} of the inhabitants are women"),
    ("sex", "men"): N_("{share} of the inhabitants are men"),
    ("income", "lowest_40"): N_("{share} of the people here are among the 40 % with the lowest income in the country"),
    ("income", "middle_40"): N_(
        "{share} of the people here have an income between the lowest 40 % and the highest 20 %"
    ),
    ("income", "highest_20"): N_(
        "{share} of the people here are among the 20 % with the highest income in the country"
    ),
    ("origin", "netherlands"): N_("{share} of the inhabitants have their origin in the Netherlands"),
    ("origin", "europe"): N_("{share} of the inhabitants have their origin in Europe, outside the Netherlands"),
    ("origin", "outside_europe"): N_("{share} of the inhabitants have their origin outside Europe"),
    ("birth_origin", "nl_nl"): N_("{share} of the inhabitants have their origin in the Netherlands"),
    ("birth_origin", "nl_europe"): N_("{share} of the inhabitants were born here and have their origin in Europe"),
    ("birth_origin", "nl_outside"): N_(
        "{share} of the inhabitants were born here and have their origin outside Europe"
    ),
    ("birth_origin", "abroad_europe"): N_(
        "{share} of the inhabitants were born abroad and have their origin in Europe"
    ),
    ("birth_origin", "abroad_outside"): N_(
        "{share} of the inhabitants were born abroad and have their origin outside Europe"
    ),
}
_PER_DIMENSION = {
    "location": N_("{share} of the inhabitants live in {group}"),
    "education": N_("{share} of the inhabitants aged 15 to 75 have this highest education: {group}"),
    "sector": N_("{share} of the business establishments belong to {group}"),
}


def region_clause(dimension: DimensionResult, group: Group, share: float, t: Texts) -> str:
    """Return what the region's figure says of a group; without a wording of its own, plainly."""
    text = _CLAUSES.get((dimension.id, group.id)) or _PER_DIMENSION.get(dimension.id)
    words, name = share_words(share, t), group_name(dimension, group, t)
    if text is None and not dimension.base:
        return capital(t("{group}: {share} in the region", group=name, share=words))
    if text is None:
        return capital(
            t("{group}: {share} of all {base} in the region", group=name, share=words, base=t(dimension.base))
        )
    return capital(t(text, share=words, group=name))
