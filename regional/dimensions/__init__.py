"""The registry of dimensions: what is laid beside what. A new dimension is a new entry."""

from regional.dimensions.model import Category, Dimension, LabelKind, Role, Sensitivity
from regional.dimensions.registry import (
    DIMENSIONS,
    EVERYONE,
    REACH_GROUPS,
    category_label,
    dimension,
    people_dimensions,
    reach_group_ids,
)

__all__ = [
    "DIMENSIONS",
    "EVERYONE",
    "REACH_GROUPS",
    "Category",
    "Dimension",
    "LabelKind",
    "Role",
    "Sensitivity",
    "category_label",
    "dimension",
    "people_dimensions",
    "reach_group_ids",
]
