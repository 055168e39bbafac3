"""What an entry of the registry of dimensions holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """How a dimension may be used (design: "What is laid beside what")."""

    MIRROR = "mirror"
    """The same kind of thing on both sides: compared and tested."""
    REACH = "reach"
    """Groups of inhabitants and how many partners reach them: never a ratio or a state."""
    CONTEXT = "context"
    """Described beside the region, outside the headline."""


class LabelKind(StrEnum):
    """How one partner counts in a dimension."""

    LABEL = "label"
    """Each partner belongs to one category."""
    FRACTIONS = "fractions"
    """People: for whom a partner mainly works, wholly or by halves; or the shares that it gives itself."""
    MULTI = "multi"
    """A partner may belong to several categories at once; nothing is tested."""


class Sensitivity(StrEnum):
    """What kind of facts a dimension holds, which decides suppression in a publication."""

    ORGANISATION = "organisation"
    PEOPLE = "people"
    SPECIAL = "special"
    """Close to special-category data (GDPR art. 9): off by default, official results only."""


@dataclass(frozen=True)
class Category:
    """One group of a dimension.

    ``label`` and ``short`` are texts for the catalogues; ``column`` is the Dutch heading of the
    column with this group's percentage in a partner file ("" where there is none); ``aliases``
    are further spellings understood in a partner file, lower case.
    """

    id: str
    label: str
    short: str = ""
    column: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dimension:
    """One entry of the registry.

    ``field`` is the partner column that labels a partner (kind LABEL and MULTI only), ``base``
    says what the region's figure counts, ``question`` what the chart of this dimension answers.
    ``has_region`` is False where no regional figure exists. ``ordered``: categories have an order
    of their own (age), else charts may sort by size. ``missed``: the groups whose absence among main groups can be a
    finding, and then only "less"; None where any group can be missed, or be many, alike.
    """

    id: str
    label: str
    role: Role
    kind: LabelKind
    base: str
    question: str
    categories: tuple[Category, ...] = ()
    field: str = ""
    has_region: bool = True
    default_on: bool = True
    headline: bool = False
    ordered: bool = True
    missed: tuple[str, ...] | None = None
    sensitivity: Sensitivity = Sensitivity.ORGANISATION

    def category(self, category_id: str) -> Category:
        """Return the category with this id; KeyError where there is none."""
        for category in self.categories:
            if category.id == category_id:
                return category
        raise KeyError(category_id)
