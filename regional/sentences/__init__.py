"""Figures in plain sentences: what is seen, how sure it is, what would change it.

Pure functions from a Mirror (or a part of it) and :class:`regional.texts.Texts`. Screen, alt texts,
report and publication use the same ones, so that they cannot contradict each other.
"""

from regional.sentences.certainty import certainty_sentence, what_would_change
from regional.sentences.comparison import dimension_sentence, dimension_title, under_title
from regional.sentences.findings import (
    Finding,
    FindingWords,
    certainty_words,
    finding_about,
    finding_basis,
    finding_heading,
    finding_line,
    finding_sentence,
    finding_words,
    findings,
    findings_json,
    next_step,
    proven_findings,
)
from regional.sentences.gaps import overview_gaps, overview_results
from regional.sentences.group import group_sentence
from regional.sentences.overview import Task, amount_sentence, basis_sentence, first_steps, mirror_headline, month_tasks
from regional.sentences.question import question_sentence
from regional.sentences.reach import reach_sentence
from regional.sentences.states import state_words

__all__ = [
    "Finding",
    "FindingWords",
    "Task",
    "amount_sentence",
    "basis_sentence",
    "certainty_sentence",
    "certainty_words",
    "dimension_sentence",
    "dimension_title",
    "finding_about",
    "finding_basis",
    "finding_heading",
    "finding_line",
    "finding_sentence",
    "finding_words",
    "findings",
    "findings_json",
    "first_steps",
    "group_sentence",
    "mirror_headline",
    "month_tasks",
    "next_step",
    "overview_gaps",
    "overview_results",
    "proven_findings",
    "question_sentence",
    "reach_sentence",
    "state_words",
    "under_title",
    "what_would_change",
]
