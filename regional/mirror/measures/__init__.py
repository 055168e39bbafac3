"""The measures, one small pure function each, on plain arrays.

All of them can be had from here. Four bear the name of the module that they are in (``bounds``,
``dissimilarity``, ``needed``, ``states``): ``from regional.mirror.measures import needed`` is the function.
"""

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
from regional.mirror.measures.fit import Fit, chi_square_fit, goodness_of_fit
from regional.mirror.measures.intervals import clopper_pearson, goodman, jeffreys, wilson
from regional.mirror.measures.multiple import holm
from regional.mirror.measures.needed import needed
from regional.mirror.measures.ratios import gap, participation_to_prevalence
from regional.mirror.measures.states import Rules, soften, states
from regional.mirror.measures.trend import Joined, active_at_year_ends, joined_in, joiners, since_unknown

__all__ = [
    "POINTS",
    "Detectable",
    "Fit",
    "Joined",
    "MeanInterval",
    "NoiseFloor",
    "Rules",
    "active_at_year_ends",
    "binomial_band",
    "binomial_p",
    "blau",
    "bounds",
    "chi_square_fit",
    "clopper_pearson",
    "dissimilarity",
    "effective_groups",
    "effective_n",
    "effective_partners",
    "gap",
    "goodman",
    "goodness_of_fit",
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
    "participation_to_prevalence",
    "shannon",
    "simpson",
    "since_unknown",
    "smallest_gap",
    "soften",
    "states",
    "surprise_of_zero",
    "top_share",
    "towards",
    "weighted_chance",
    "wilson",
]
