"""The small picture of a finding: the same on a card, on paper and in a publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.charts.known import question_dots
from regional.charts.picture import picture
from regional.sentences.words import by_name

if TYPE_CHECKING:
    from regional.charts.drawing import Drawing
    from regional.mirror.result import Mirror
    from regional.sentences import Finding
    from regional.texts import Texts


def finding_picture(finding: Finding, mirror: Mirror, t: Texts) -> Drawing:
    """Return the groups that a finding names; of what is to be asked, of whom it is known and whom to ask first."""
    if finding.question is not None:
        return question_dots(finding.question, mirror, t)
    result = mirror.dimension(finding.dimension)
    return picture(result, t, settings=mirror.settings, only=[group.id for group in by_name(finding.groups)])
