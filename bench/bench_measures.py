"""The measures against what others do: ratios in the same run, in one process on one core.

Targets. Against PySAL ``segregation``: dissimilarity with its null distribution, as many draws, in at most a hundredth
of the time. Against ``scipy.stats.bootstrap``: the same percentile intervals from as many resamples, in at most its
time. All of a mirror of 60 partners (every dimension with all its details) in at most the time of one PySAL inference
at its default of 500 draws. A row costs at a million partners at most twice what it costs at ten thousand, in
``judge``, the measures and ``reflect``. The answers of both peers are held beside ours.
"""

from __future__ import annotations

import contextlib
import io
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402
import pandas as pd  # noqa: E402
from scipy import stats  # noqa: E402
from segregation.inference import SingleValueTest  # noqa: E402
from segregation.singlegroup import Dissim  # noqa: E402

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from regional import mirror  # noqa: E402
from regional.cbs.figures import RegionProfile  # noqa: E402
from regional.cbs.profile import profile  # noqa: E402
from regional.cbs.pull import load_figures  # noqa: E402
from regional.dimensions import DIMENSIONS  # noqa: E402
from regional.geo.regions import DEFAULT_SPEC, parse_region  # noqa: E402
from regional.mirror.details import details  # noqa: E402
from regional.mirror.membership import Composed  # noqa: E402
from regional.mirror.reflect import reflect  # noqa: E402
from regional.mirror.settings import Settings  # noqa: E402
from regional.mirror.testing import judge, weigh  # noqa: E402
from regional.partners.portfolio import Portfolio  # noqa: E402
from regional.partners.sample import load_sample  # noqa: E402

Floats = npt.NDArray[np.float64]
PYSAL, SCIPY, REFLECTED, GROWTH = 1 / 100, 1.0, 1.0, 2.0
Q = np.array([0.72, 0.07, 0.06, 0.06, 0.05, 0.04])
DRAWS, DEFAULT_DRAWS = 2_000, 500
LOCATION = next(dimension for dimension in DIMENSIONS if dimension.id == "location")


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the median processor time of ``work`` (so that other programs do not weigh); a first is not counted.

    What takes seconds (``times`` 1) needs no warming up.
    """
    if times > 1:
        work()
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def told(what: str, ours: float, theirs: float, target: float) -> bool:
    """Print two times and their ratio; True where it is at most the target."""
    ratio = ours / theirs
    verdict = "" if ratio <= target else "  MISSED"
    print(f"{what}: {ours * 1e3:.2f} ms, {theirs * 1e3:.2f} ms, ratio {ratio:.2g} (target {target:g}){verdict}")
    return ratio <= target


def agree(what: str, ours: npt.ArrayLike, theirs: npt.ArrayLike, within: float) -> bool:
    """Print how far the answers lie apart; True where that is at most ``within``, the noise of the draws."""
    apart = float(np.abs(np.asarray(ours) - np.asarray(theirs)).max())
    print(f"   {what}: at most {apart:.4f} apart (target {within:g}){'' if apart <= within else '  MISSED'}")
    return apart <= within


def counts(n: int) -> npt.NDArray[np.int_]:
    """Return partners in each group, (K,)."""
    return np.random.default_rng(n).multinomial(n, Q)


def pysal(x: npt.NDArray[np.int_], draws: int) -> tuple[float, Floats]:
    """Return D of partners against a region of 10 million, and D under the null, as PySAL does it."""
    region = np.round(Q * 1e7).astype(int)
    np.random.seed(1)  # PySAL draws from the global generator
    index = Dissim(pd.DataFrame({"partners": x, "all": x + region}), "partners", "all")
    with contextlib.redirect_stderr(io.StringIO()):  # its progress bar
        test = SingleValueTest(index, draws, "systematic", n_jobs=1, backend="sequential")
    return float(test.statistic), np.asarray(test.est_sim)


def against_pysal() -> bool:
    """Compare dissimilarity and its null distribution; True where the targets are met."""
    fine = True
    for n in (60, 200):
        x = counts(n)
        d, null = pysal(x, DRAWS)
        floor = mirror.noise_floor(n, Q, draws=DRAWS)
        fine &= agree(f"n={n} D", mirror.dissimilarity(x, Q), d, 1e-6)
        fine &= agree(f"n={n} D by chance", [floor.mean, floor.high], [null.mean(), np.quantile(null, 0.95)], 0.01)
        ours = seconds(lambda n=n, x=x: (mirror.dissimilarity(x, Q), mirror.noise_floor(n, Q, draws=DRAWS)))
        theirs = seconds(lambda x=x: pysal(x, DRAWS), 1)
        fine &= told(f"dissimilarity, {DRAWS} draws, n={n}, against PySAL", ours, theirs, PYSAL)
    return fine


def against_scipy() -> bool:
    """Compare percentile intervals of fractions; True where the targets are met."""
    fine = True
    for n in (60, 200):
        y = np.random.default_rng(n).dirichlet(3.0 * Q, n)

        def theirs(y: Floats = y) -> Floats:
            rng = np.random.default_rng(1)
            found = stats.bootstrap((y,), np.mean, n_resamples=DRAWS, method="percentile", axis=0, rng=rng)
            return np.array([found.confidence_interval.low, found.confidence_interval.high])

        found = mirror.mean_interval(y, draws=DRAWS)
        fine &= agree(f"n={n} intervals", [found.low, found.high], theirs(), 0.01)
        ours = seconds(lambda y=y: mirror.mean_interval(y, draws=DRAWS))
        fine &= told(f"bootstrap intervals, {DRAWS} resamples, n={n}, against SciPy", ours, seconds(theirs), SCIPY)
    return fine


def region() -> RegionProfile:
    """Return the region that the dashboard opens with."""
    figures = load_figures()
    return profile(figures, parse_region(DEFAULT_SPEC, figures).codes, "Parkstad Limburg")


def copied(portfolio: Portfolio, n: int) -> Portfolio:
    """Return ``portfolio`` repeated to ``n`` partners."""
    rows = np.arange(n) % len(portfolio)

    def more(table: pd.DataFrame) -> pd.DataFrame:
        return table.iloc[rows].reset_index(drop=True)

    shares = {name: more(table) for name, table in portfolio.shares.items()}
    frame, states = more(portfolio.frame), more(portfolio.states)
    partners = tuple(islice(cycle(portfolio.partners), len(frame)))
    return replace(portfolio, frame=frame, states=states, shares=shares, partners=partners)


def whole_mirror(portfolio: Portfolio, at: RegionProfile) -> bool:
    """Time all of it for 60 partners, by number and by money; True where the target is met."""
    portfolio = copied(portfolio, 60)
    by_number, by_money = Settings(), Settings(weight="money_in")
    for what, settings in (("by number", by_number), ("by money", by_money)):
        print(f"reflect, 60 partners, {what}: {seconds(lambda s=settings: reflect(portfolio, at, s)) * 1e3:.1f} ms")
    peer = seconds(lambda: pysal(counts(60), DEFAULT_DRAWS), 1)
    fine = True
    for what, settings in (("by number", by_number), ("by money", by_money)):

        def everything(settings: Settings = settings) -> None:
            for result in reflect(portfolio, at, settings).dimensions:
                details(portfolio, at, next(d for d in DIMENSIONS if d.id == result.id), settings)

        title = f"mirror and details of all dimensions, 60 partners, {what}, against one PySAL inference"
        fine &= told(title, seconds(everything, 3), peer, REFLECTED)
    return fine


def measured(n: int) -> float:
    """Return the seconds of judge by number and by money and of the measures, for ``n`` partners."""
    rng = np.random.default_rng(n)
    labels, money = np.eye(Q.size)[rng.choice(Q.size, n, p=Q)], rng.lognormal(9.0, 1.0, n)
    fractions, everyone = rng.dirichlet(3.0 * Q, n), np.ones(n, dtype=bool)

    def work() -> None:
        for y, weights in ((labels, np.ones(n)), (labels, money), (fractions, np.ones(n))):
            judge([weigh(Composed(y, weights, everyone), Q, 0.005, LOCATION, Settings())])
        x = labels.sum(axis=0)
        mirror.mean_interval(fractions, money)
        mirror.noise_floor(n, Q)
        mirror.goodness_of_fit(x, Q)
        for one in (mirror.effective_n, mirror.herfindahl, mirror.top_share):
            one(money)
        for two in (mirror.dissimilarity, mirror.jensen_shannon, mirror.hellinger):
            two(x, Q)
        mirror.wilson(x, n), mirror.goodman(x), mirror.smallest_gap(n, Q)

    return seconds(work, 3)


def growth(portfolio: Portfolio, at: RegionProfile) -> bool:
    """Compare the time of a row in small and large; True where it does not grow beyond the target."""
    fine = True
    measures = {n: measured(n) / n for n in (10_000, 100_000, 1_000_000)}
    mirrors = {n: _reflected(portfolio, at, n) / n for n in (10_000, 100_000, 1_000_000)}
    for what, per_row in (("judge and the measures", measures), ("reflect", mirrors)):
        shown = ", ".join(f"{n:,} rows {row * n * 1e3:.0f} ms ({row * 1e6:.2f} µs a row)" for n, row in per_row.items())
        ratio = per_row[max(per_row)] / per_row[min(per_row)]
        verdict = "" if ratio <= GROWTH else "  MISSED"
        print(f"{what}: {shown}; a row costs {ratio:.2f} times (target {GROWTH:g}){verdict}")
        fine &= ratio <= GROWTH
    return fine


def _reflected(portfolio: Portfolio, at: RegionProfile, n: int) -> float:
    large = copied(portfolio, n)
    return seconds(lambda: reflect(large, at), 3)


def main() -> int:
    """Return 0 where every target is met."""
    began = time.perf_counter()
    sample, at = load_sample().portfolio, region()
    fine = [against_pysal(), against_scipy(), whole_mirror(sample, at), growth(sample, at)]
    print(f"{time.perf_counter() - began:.0f} s")
    print("all targets met" if all(fine) else "target missed")
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
