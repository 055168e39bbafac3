"""The measures, one small pure function each, on plain arrays.

All of them can be had from here. Four bear the name of the module that they are in (``bounds``,
``dissimilarity``, ``needed``, ``states``): ``from regional.mirror.measures import needed`` is the function.
"""

from regional.mirror.measures.apportion import apportion
from regional.mirror.measures.augmented import Parts, augmented_band, augmented_p, p_less, p_more
from regional.mirror.measures.bootstrap import MeanInterval, mean_interval
from regional.mirror.measures.bounds import bounds
from regional.mirror.measures.chance import (
    binomial_band,
    binomial_p,
    monte_carlo_upper,
    normal_chance,
    towards,
    weighted_chance,
)
from regional.mirror.measures.concentration import POINTS, effective_n, effective_partners, herfindahl, top_share
from regional.mirror.measures.detectable import Detectable, smallest_gap, surprise_of_zero
from regional.mirror.measures.dissimilarity import NoiseFloor, dissimilarity, noise_floor
from regional.mirror.measures.divergence import hellinger, jensen_shannon
from regional.mirror.measures.diversity import blau, effective_groups, hill, shannon, simpson
from regional.mirror.measures.evidence import Evidence, Rules, evidence
from regional.mirror.measures.expected import best_to_ask, expected_settled
from regional.mirror.measures.family import Bounded, Labels, critical_p, draws, step_down
from regional.mirror.measures.fit import Fit, chi_square_fit, goodness_of_fit
from regional.mirror.measures.half import at_least_half, half_p, half_parts_p
from regional.mirror.measures.intervals import clopper_pearson, goodman, jeffreys, wilson
from regional.mirror.measures.multiple import holm
from regional.mirror.measures.needed import needed
from regional.mirror.measures.ratios import gap, participation_to_prevalence
from regional.mirror.measures.states import Spoken, states
from regional.mirror.measures.trend import Joined, active_at_year_ends, joined_in, joiners, since_unknown
from regional.mirror.measures.verdict import Verdict, statuses, verdicts
from regional.mirror.measures.visible import cut_off, partners_to_see, usual_gap

__all__ = [
    "POINTS",
    "Bounded",
    "Detectable",
    "Evidence",
    "Fit",
    "Joined",
    "Labels",
    "MeanInterval",
    "NoiseFloor",
    "Parts",
    "Rules",
    "Spoken",
    "Verdict",
    "active_at_year_ends",
    "apportion",
    "at_least_half",
    "augmented_band",
    "augmented_p",
    "best_to_ask",
    "binomial_band",
    "binomial_p",
    "blau",
    "bounds",
    "chi_square_fit",
    "clopper_pearson",
    "critical_p",
    "cut_off",
    "dissimilarity",
    "draws",
    "effective_groups",
    "effective_n",
    "effective_partners",
    "evidence",
    "expected_settled",
    "gap",
    "goodman",
    "goodness_of_fit",
    "half_p",
    "half_parts_p",
    "hellinger",
    "herfindahl",
    "hill",
    "holm",
    "jeffreys",
    "jensen_shannon",
    "joined_in",
    "joiners",
    "mean_interval",
    "monte_carlo_upper",
    "needed",
    "noise_floor",
    "normal_chance",
    "p_less",
    "p_more",
    "participation_to_prevalence",
    "partners_to_see",
    "shannon",
    "simpson",
    "since_unknown",
    "smallest_gap",
    "states",
    "statuses",
    "step_down",
    "surprise_of_zero",
    "top_share",
    "towards",
    "usual_gap",
    "verdicts",
    "weighted_chance",
    "wilson",
]
