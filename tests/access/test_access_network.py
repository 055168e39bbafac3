"""Whose attempts are counted together."""

from __future__ import annotations

import pytest

from regional.access.network import network


@pytest.mark.parametrize(
    ("address", "counted"),
    [("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"), ("nonsense", ""), ("", "")],
)
def test_attempts_are_counted_by_address(address, counted):
    assert network(address) == counted
