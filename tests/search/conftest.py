"""The sample beside Parkstad Limburg, for the tests of this room."""

import pytest

from regional.cbs.profile import profile
from regional.cbs.pull import load_figures
from regional.partners.sample import load_sample

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")


@pytest.fixture(scope="session")
def sample():
    return load_sample().portfolio


@pytest.fixture(scope="session")
def region():
    return profile(load_figures(), PARKSTAD, "Parkstad Limburg")
