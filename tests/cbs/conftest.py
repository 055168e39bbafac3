"""A local CBS for each test, and pulls that do not wait long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regional.cbs.connection import Control
from regional.cbs.divisions import bring
from regional.cbs.pull import load_figures, pull
from tests.servers.cbs import cbs_server

PARKSTAD = ["GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954"]


def without(figures, code):
    """Return figures of a year in which a municipality has gone into its successor."""
    division = figures.municipalities.index.drop(code)
    inhabitants = bring(figures.municipalities[["inhabitants"]].astype(float), division)["inhabitants"].astype(int)
    return replace(
        figures,
        municipalities=figures.municipalities.loc[division].assign(inhabitants=inhabitants),
        counts={name: bring(counts, division) for name, counts in figures.counts.items()},
        margins={name: bring(off.to_frame(), division).iloc[:, 0] for name, off in figures.margins.items()},
        digest=f"{figures.digest} without {code}",
    )


@pytest.fixture
def cbs():
    with cbs_server() as server:
        yield server


@pytest.fixture
def hasty():
    """Two tries, hardly any waiting."""
    return Control(timeout=(1.0, 0.5), attempts=2, wait=0.01)


@pytest.fixture
def quick_pull():
    def run(**changes):
        return pull(**{"timeout": (2.0, 8.0), "attempts": 2, "wait": 0.01, **changes})

    return run


@pytest.fixture(scope="session")
def pulled(tmp_path_factory):
    """The figures after a pull of everything, once a session."""
    with pytest.MonkeyPatch.context() as set_to, cbs_server():
        set_to.setenv("PARTNERSPIEGEL_CACHE", str(tmp_path_factory.mktemp("pulled")))
        assert pull(attempts=2, wait=0.01).ok
        return load_figures()


@pytest.fixture
def pulled_here(cbs, quick_pull):
    """The figures after a pull of everything into the cache of this test."""
    assert quick_pull().ok
    return load_figures()
