"""The check cases: published figures, or recomputed from published inputs, one row each."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from regional.mirror import (
    POINTS,
    binomial_band,
    blau,
    clopper_pearson,
    dissimilarity,
    effective_groups,
    goodman,
    hellinger,
    herfindahl,
    jeffreys,
    jensen_shannon,
    needed,
    noise_floor,
    participation_to_prevalence,
    shannon,
    simpson,
    surprise_of_zero,
    wilson,
)

# What, the measure, its input, what is expected, and to how many decimals that was published.
CHECK_CASES = [
    ("D", dissimilarity, ([100, 60, 40, 0], [0, 40, 60, 100]), 0.6, 12),
    ("D", dissimilarity, ([80, 80, 20, 20], [20, 20, 80, 80]), 0.6, 12),
    ("D", dissimilarity, ([100, 100, 0, 0], [0, 0, 100, 100]), 1, 12),
    # A page calculator on the web gives 0.3 here.
    ("D of three groups", dissimilarity, ([0.4, 0.3, 0.3], [0.2, 0.5, 0.3]), 0.2, 12),
    ("noise floor of D, mean", lambda *nq: noise_floor(*nq).mean, (30, [72, 7, 6, 6, 5, 4]), 0.117, 3),
    ("noise floor of D, 95 %", lambda *nq: noise_floor(*nq).high, (30, [72, 7, 6, 6, 5, 4]), 0.193, 3),
    ("Jensen-Shannon, base 2", jensen_shannon, ([1, 0, 0], [0, 1, 0], 2), 1.0, 12),
    ("Jensen-Shannon, natural", jensen_shannon, ([1, 0], [0.5, 0.5], math.e), 0.46450140402245893, 14),
    ("Jensen-Shannon, base 2", jensen_shannon, ([1, 0], [0.5, 0.5], 2), 0.5579230452841438, 14),
    # The last published digit is off by two: sqrt(1 - sqrt(1/8) - sqrt(3/8)) = 0.1845919113.
    ("Hellinger, normalised", hellinger, ([0.5, 0.5], [0.25, 0.75]), 0.184591913, 8),
    ("Shannon, natural", shannon, ([1, 2, 3, 4],), 1.279854226, 9),
    ("effective number of groups", effective_groups, ([1, 2, 3, 4],), 3.596115467, 9),
    ("Simpson", simpson, ([1, 0, 2, 5, 2],), 0.66, 12),
    ("Blau, even", blau, ([10, 10],), 0.5, 12),
    ("Blau, 3 and 7", blau, ([3, 7],), 0.42, 12),
    ("HHI in points", lambda w: herfindahl(w) * POINTS, ([10, 9, 12, 15, 12, 11, 15, 16],), 1296, 8),
    ("ratio, grantee report", participation_to_prevalence, (0.12, 0.13), 0.92, 2),
    ("ratio, grantee report", participation_to_prevalence, (0.11, 0.06), 1.83, 2),
    ("ratio, grantee report, women", participation_to_prevalence, (0.62, 0.51), 1.22, 2),
    ("4 of 20, Wilson", wilson, (4, 20), (0.0806576626, 0.4160174323), 10),
    ("4 of 20, Clopper-Pearson", clopper_pearson, (4, 20), (0.0573339971, 0.4366140030), 10),
    ("4 of 20, Jeffreys", jeffreys, (4, 20), (0.0715200525, 0.4082257625), 10),
    # One R package's intervals differ from Goodman's own.
    ("Goodman 1965, low", lambda x: goodman(x)[0], ([91, 49, 37, 43],),
     (0.33420248, 0.16085875, 0.11455134, 0.13746901), 8),
    ("Goodman 1965, high", lambda x: goodman(x)[1], ([91, 49, 37, 43],),
     (0.49783321, 0.2998874, 0.24011208, 0.27023577), 8),
    ("chance band, n = 40, q = 10 %", binomial_band, (40, 0.1), (1, 8), 12),
    ("chance band, n = 100, q = 10 %", binomial_band, (100, 0.1), (5, 16), 12),
    ("chance band, n = 40, q = 20 %", binomial_band, (40, 0.2), (3, 13), 12),
    ("needed for parity", needed, (200, 4000, 0.1), 223, 12),
    ("needed for ratio 0.8", needed, (200, 4000, 0.1, 0.8), 131, 12),
    ("none of 25 from 8 %, which says little", surprise_of_zero, (25, 0.08), 0.124, 3),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "given", "expected", "decimals"), [row[1:] for row in CHECK_CASES], ids=[row[0] for row in CHECK_CASES]
)
def test_check_case(measure, given, expected, decimals):
    assert np.asarray(measure(*given)) == pytest.approx(np.asarray(expected), abs=0.51 * 10.0**-decimals)


@pytest.mark.parametrize(("n", "flagged"), [(40, 0.42), (200, 0.14)])
def test_the_plain_rule_says_less_of_a_group_of_10_percent_at_perfect_parity(n, flagged):
    counts = np.arange(n + 1)
    ratio = participation_to_prevalence(counts / n, 0.1)
    less = ratio < 0.8 - 1e-9
    assert binom.pmf(counts, n, 0.1)[less].sum() == pytest.approx(flagged, abs=0.005)
    low, _ = binomial_band(n, 0.1)
    assert binom.pmf(counts, n, 0.1)[less & (counts < low)].sum() < 0.025
