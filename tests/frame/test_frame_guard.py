"""The guard itself: a test that reaches outside fails, also when the code under test survives it."""

import socket
from contextlib import suppress

import pytest

OUTSIDE = "192.0.2.1"  # reserved for documentation: nobody answers there


@pytest.fixture
def attempts(no_way_out):
    """The noted attempts, emptied before the guard looks, so that this test may make some."""
    yield no_way_out
    no_way_out.clear()


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_connection_outside_is_noted_even_where_its_failure_is_survived(attempts, method):
    with socket.socket() as tried, suppress(OSError):
        getattr(tried, method)((OUTSIDE, 80))
    assert attempts == [OUTSIDE]


def test_looking_up_a_name_outside_is_noted(attempts):
    with suppress(OSError):
        socket.create_connection(("opendata.cbs.nl", 443), timeout=1)
    assert attempts == ["opendata.cbs.nl"]


def test_this_machine_is_within_reach(no_way_out):
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=5).close()
    assert no_way_out == []
