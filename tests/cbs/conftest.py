"""A local CBS for each test, and pulls that do not wait long."""

from __future__ import annotations

import pytest

from regional.cbs.client import Control
from regional.cbs.pull import load_figures, pull
from tests.servers.cbs import cbs_server

PARKSTAD = ["GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954"]


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
        return pull(**{"timeout": (1.0, 0.5), "attempts": 2, "wait": 0.01, **changes})

    return run


@pytest.fixture
def pulled(cbs, quick_pull):
    """The figures after a pull of everything."""
    assert quick_pull().ok
    return load_figures()
