"""What everybody may know of a region: which municipalities its places hold, and how urban each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from regional.publishing.partition import Ids

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.mirror.result import Mirror


def groups_of(mirror: Mirror) -> dict[str, Ids]:
    """Return the municipalities in each group of place; a group of one by itself is not named."""
    found: dict[str, set[str]] = defaultdict(set)
    profile = _profile(mirror)
    for code, group in (profile.location_of if profile else {}).items():
        found[group].add(code)
    return {group: Ids(codes) for group, codes in found.items()}


def class_of(mirror: Mirror) -> Mapping[str, str]:
    """Return the class of urbanity of each municipality; none where the figures do not hold the region."""
    profile = _profile(mirror)
    return profile.urbanity_of if profile else {}


def _profile(mirror: Mirror) -> RegionProfile | None:
    from regional.cbs.profile import profile
    from regional.cbs.pull import load_figures

    try:
        return profile(load_figures(), mirror.region.codes, mirror.region.name)
    except ValueError:
        return None
