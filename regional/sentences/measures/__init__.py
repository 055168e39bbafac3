"""Every measure once: its name, what it is for, its formulas, where it is from, and its example worked out."""

from regional.sentences.measures.case import Case, Measure
from regional.sentences.measures.group import GROUP_MEASURES
from regional.sentences.measures.other import OTHER_MEASURES
from regional.sentences.measures.plain import plain, states
from regional.sentences.measures.planning import PLANNING_MEASURES
from regional.sentences.measures.whole import WHOLE_MEASURES
from regional.texts import N_

SECTIONS = (
    (N_("One group"), (*GROUP_MEASURES, *PLANNING_MEASURES)),
    (N_("The whole theme"), WHOLE_MEASURES),
    (N_("Money, time and reach"), OTHER_MEASURES),
)
MEASURES: tuple[Measure, ...] = tuple(measure for _, measures in SECTIONS for measure in measures)

__all__ = ["MEASURES", "SECTIONS", "Case", "Measure", "plain", "states"]
