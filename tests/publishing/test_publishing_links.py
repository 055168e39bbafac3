"""A link opens its publication until it expires or is withdrawn, and tells nobody why it does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from regional.publishing.links import Limiter, Opened, hashed, new_link, open_link

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)


class MemoryStore:
    """Links in memory."""

    def __init__(self):
        self._links = {}

    def add(self, link):
        self._links[link.token_hash] = link

    def by_hash(self, token_hash):
        return self._links.get(token_hash)

    def withdraw(self, token_hash):
        self._links[token_hash] = replace(self._links[token_hash], withdrawn=True)


@pytest.fixture
def store():
    return MemoryStore()


def test_a_link_opens_its_publication(store):
    token = new_link(store, "p1", LATER)
    assert open_link(store, token, NOW) == Opened("p1")


def test_the_token_itself_is_not_kept(store):
    token = new_link(store, "p1", LATER)
    assert token not in repr(vars(store))
    assert len(token) == 43


@pytest.mark.parametrize("token", ["", "guess", "é\x00", "\ud800", "0" * 64, "a" * 100_000])
def test_a_guessed_token_opens_nothing(store, token):
    new_link(store, "p1", LATER)
    assert open_link(store, token, NOW) is None


def test_a_hash_from_a_stolen_database_opens_nothing(store):
    token = new_link(store, "p1", LATER)
    assert open_link(store, hashed(token), NOW) is None


def test_an_expired_and_a_withdrawn_link_open_nothing(store):
    expired, withdrawn = new_link(store, "p1", NOW), new_link(store, "p1", LATER)
    store.withdraw(hashed(withdrawn))
    assert (open_link(store, expired, NOW), open_link(store, withdrawn, NOW)) == (None, None)


def test_a_moment_without_a_time_zone_is_refused(store):
    with pytest.raises(ValueError, match="time zone"):
        new_link(store, "p1", NOW.replace(tzinfo=None))


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_guessing_is_slowed_and_goes_on_after_a_while():
    clock = Clock()
    limiter = Limiter(clock, burst=2, rate=0.5)
    assert [limiter.allow("a") for _ in range(3)] == [True, True, False]
    assert limiter.allow("b")
    clock.now = 2.0
    assert [limiter.allow("a"), limiter.allow("a")] == [True, False]


def test_many_addresses_together_are_slowed_too():
    limiter = Limiter(Clock(), all_burst=3)
    assert [limiter.allow(str(i)) for i in range(5)] == [True] * 3 + [False] * 2


def test_many_addresses_do_not_fill_the_memory():
    limiter = Limiter(Clock(), remembered=5)
    for i in range(50):
        limiter.allow(str(i))
    assert len(limiter._clients) == 5
