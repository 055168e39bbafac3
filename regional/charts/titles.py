"""Titles that say what a chart shows, for every mix of states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.charts.words import group_label, in_sentence
from regional.mirror.result import Status
from regional.sentences.comparison import people_title
from regional.sentences.people import is_by_main_groups
from regional.sentences.words import share_words
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult, Group
    from regional.texts import Texts

NAMED = 3
"""Groups named in a title; more are counted."""


def named(groups: Sequence[Group], dimension_id: str, texts: Texts) -> str:
    """Return ``a, b and c``, or ``a, b and 5 more``; parted by ``;`` where a name holds a comma."""
    labels = [in_sentence(group_label(group, texts), dimension_id) for group in groups]
    if len(labels) > NAMED:
        rest = texts("{n} more", n=texts.number(len(labels) - NAMED + 1))
        labels = [*labels[: NAMED - 1], rest]
    if len(labels) > 1 and any(", " in label for label in labels):
        return "; ".join(labels)
    return texts.listed(labels)


def mirror_title(result: DimensionResult, texts: Texts) -> str:
    """Return the message of one dimension: what differs, and whether chance explains it."""
    if is_by_main_groups(result):
        return people_title(result, texts)
    if result.n_known == 0:
        return texts("We know nothing about this yet for our partners")
    if len(result.groups) == 1 and result.source:
        return texts("One group: there is nothing to compare")
    if not result.tested:
        return composition_title(result, texts)
    clear = _difference(result, Status.CLEARLY_LESS, Status.CLEARLY_MORE, texts)
    if clear is not None:
        return _clear_title(result.id, *clear, texts)
    possible = _difference(result, Status.POSSIBLY_LESS, Status.POSSIBLY_MORE, texts)
    if possible is not None:
        return _possible_title(result.id, *possible, texts)
    if all(group.status in _SILENT for group in result.groups):
        return _silent_title(result, texts)
    return texts("No clear difference")


def composition_title(result: DimensionResult, texts: Texts) -> str:
    """Return what most partners are, where nothing is compared."""
    known = [group for group in result.groups if group.partner_share is not None]
    if result.n_known and not known and any(group.region_share for group in result.groups):
        return _region_title(result, texts)
    if result.n_known == 0 or not known:
        return texts("We know nothing about this yet for our partners")
    largest = max(known, key=lambda group: group.partner_share or 0.0)
    share = share_words(largest.partner_share or 0.0, texts)
    return texts(
        "Most often: {group} ({share})",
        group=in_sentence(group_label(largest, texts), result.id),
        share=share,
    )


def _region_title(result: DimensionResult, texts: Texts) -> str:
    """For what is only described of the region (households): partners have no share in it."""
    largest = max(result.groups, key=lambda group: group.region_share or 0.0)
    label = in_sentence(group_label(largest, texts), result.id)
    share = share_words(largest.region_share or 0.0, texts)
    return texts("Most often in the region: {group} ({share})", group=label, share=share)


_SILENT = (Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE)


def _difference(
    result: DimensionResult, less: Status, more: Status, texts: Texts
) -> tuple[list[Group], list[Group]] | None:
    found = tuple([g for g in result.groups if g.status is status] for status in (less, more))
    return (found[0], found[1]) if any(found) else None


def _clear_title(dimension_id: str, less: list[Group], more: list[Group], texts: Texts) -> str:
    if less and more:
        text = N_("Clearly less present than in the region: {less}. Clearly more: {more}")
        return texts(text, less=named(less, dimension_id, texts), more=named(more, dimension_id, texts))
    groups = named(less or more, dimension_id, texts)
    if dimension_id == "location":
        return _place_title(groups, len(less or more), bool(less), texts)
    if less:
        return texts("Clearly less present than in the region: {groups}", groups=groups)
    return texts("Clearly more present than in the region: {groups}", groups=groups)


def _place_title(groups: str, n: int, is_less: bool, texts: Texts) -> str:
    """Only names of places can be the subject of a sentence: groups may be singular or plural."""
    if is_less:
        return texts.plural(
            "{groups} is clearly less present than in the region",
            "{groups} are clearly less present than in the region",
            n,
            groups=groups,
        )
    return texts.plural(
        "{groups} is clearly more present than in the region",
        "{groups} are clearly more present than in the region",
        n,
        groups=groups,
    )


def _possible_title(dimension_id: str, less: list[Group], more: list[Group], texts: Texts) -> str:
    if less and more:
        text = N_("This may be chance: less present {less}; more present {more}")
        return texts(text, less=named(less, dimension_id, texts), more=named(more, dimension_id, texts))
    if less:
        return texts("Less present, but that may be chance: {groups}", groups=named(less, dimension_id, texts))
    return texts("More present, but that may be chance: {groups}", groups=named(more, dimension_id, texts))


def _silent_title(result: DimensionResult, texts: Texts) -> str:
    if any(group.status is Status.TOO_LITTLE_DATA for group in result.groups):
        return texts("Too little is known so far to compare")
    return texts("This cannot be compared with the region")
