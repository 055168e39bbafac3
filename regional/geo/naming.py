"""What a region is called, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.texts import Message

if TYPE_CHECKING:
    from regional.cbs.figures import Figures

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
"""The seven municipalities of the regional body Parkstad Limburg."""
_PARKSTAD_NAME = "Parkstad Limburg"
_SHOWN = 3
"""So many names are written out; a longer list is counted."""


def name_region(parts: Sequence[str], codes: tuple[str, ...], figures: Figures) -> Message | str:
    """Return the name of the region of these canonical parts and municipality codes (sorted)."""
    if codes == PARKSTAD:
        return _PARKSTAD_NAME
    names = [_part_name(part, figures) for part in parts]
    if len(parts) == 1:
        return names[0]
    if len(parts) <= _SHOWN:
        return _listed(names)
    return _counted(parts, figures)


def area_label(spec: str, name: Message | str) -> Message | str:
    """Return the label of an area in a list of choices, where the kind of area must be told."""
    if spec == "PV21":
        return Message.of("{name} (Friesland)", name=name)
    return Message.of("COROP region {name}", name=name) if spec.startswith("CR") else name


def _part_name(part: str, figures: Figures) -> Message | str:
    if part == "NL":
        return Message.of("The Netherlands")
    if "~" in part:
        centre, km = part.removesuffix("km").split("~")
        return Message.of("Within {km} km of {name}", km=km, name=_municipality(centre, figures))
    if part.startswith("GM"):
        return _municipality(part, figures)
    name = str(figures.areas.at[part, "name"])
    return Message.of("Province of {name}", name=name) if part.startswith("PV") else name


def _municipality(code: str, figures: Figures) -> str:
    return str(figures.municipalities.at[code, "name"])


def _listed(names: Sequence[Message | str]) -> Message:
    head = names[0]
    for name in names[1:-1]:
        head = Message.of("{first}, {next}", first=head, next=name)
    return Message.of("{first} and {last}", first=head, last=names[-1])


def _counted(parts: Sequence[str], figures: Figures) -> Message:
    """Name the first area, or of municipalities alone the largest, and count the others."""
    others = len(parts) - 1
    if not all(part.startswith("GM") and "~" not in part for part in parts):
        name = _part_name(parts[0], figures)
        return Message.counted("{name} and {n} other area", "{name} and {n} other areas", others, name=name)
    largest = str(figures.municipalities.loc[list(parts), "inhabitants"].idxmax())
    return Message.counted(
        "{name} and {n} other municipality",
        "{name} and {n} other municipalities",
        others,
        name=_municipality(largest, figures),
    )
