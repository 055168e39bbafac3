"""A thousand random lists, each published three times for two regions: whoever has all of it knows no hidden cell."""

from __future__ import annotations

import os

import pytest

from tests.publishing.successive import money_told, released

LISTS, FIRST = (int(os.environ.get(name, value)) for name, value in (("RELEASE_LISTS", "1000"), ("RELEASE_FIRST", "0")))


@pytest.mark.parametrize("seed", range(FIRST, FIRST + LISTS))
def test_no_cell_is_known(seed):
    attack, truth = released(seed)
    assert attack.leaks(lambda edition: truth[edition]) == []


@pytest.mark.parametrize("seed", range(FIRST, FIRST + LISTS))
def test_no_amount_is_known(seed):
    assert money_told(seed) == []
