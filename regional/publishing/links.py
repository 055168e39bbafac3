"""Links to a publication: a random token in the address, of which only a hash is kept.

256 random bits cannot be guessed, so a plain SHA-256 is enough (no salt, no slow hash: OWASP, "Session
Management": tokens of high entropy). Every token that does not open gets the same answer, None, after
the same steps.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

VALID_AFTER_MEETING = dt.timedelta(days=14)
_NOBODY = "0" * 64


@dataclass(frozen=True)
class Link:
    """One link: the hash of its token (64 hex digits), what it opens, until when (aware, exclusive), how often.

    ``revision`` is that of the publication: another one where it may have changed.
    """

    token_hash: str
    publication_id: str
    expires: dt.datetime
    withdrawn: bool = False
    visits: int = 0
    revision: int = 0


@dataclass(frozen=True)
class Opened:
    """A link that opens: the id of its publication, and its revision."""

    publication_id: str
    revision: int = 0


class LinkStore(Protocol):
    """Where links are looked up."""

    def by_hash(self, token_hash: str) -> Link | None:
        """Return the link with this hash, None where there is none."""


class PublicationStore(LinkStore, Protocol):
    """Where links are kept; a workspace satisfies it."""

    def add(self, link: Link) -> None:
        """Keep a new link."""

    def list(self) -> Iterable[Link]:
        """Return all links, newest last."""

    def withdraw(self, token_hash: str) -> None:
        """Close a link for good; nothing happens where there is none."""

    def count_visits(self, counted: Mapping[str, int]) -> None:
        """Add visits (hash -> how many), in one step, so that visitors at the same moment all count."""


def hashed(token: str) -> str:
    """Return the hash of a token, as it is kept: SHA-256, 64 hex digits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def new_link(store: PublicationStore, publication_id: str, expires: dt.datetime) -> str:
    """Keep a new link and return its token (43 characters), which can be shown only now.

    ValueError where ``expires`` has no time zone.
    """
    if expires.tzinfo is None:
        raise ValueError("the moment of expiry needs a time zone")
    token = secrets.token_urlsafe(32)
    store.add(Link(hashed(token), publication_id, expires))
    return token


def open_link(store: LinkStore, token: str, now: dt.datetime) -> Opened | None:
    """Return what ``token`` opens; None alike for expired, withdrawn, mistyped and guessed tokens.

    Only reads: whether a visit can be counted must not decide whether a page opens (:mod:`regional.publishing.visits`).
    """
    wanted = hashed(token)
    link = store.by_hash(wanted)
    same = hmac.compare_digest(link.token_hash if link else _NOBODY, wanted)
    is_open = (same, link is not None and not link.withdrawn, link is not None and now < link.expires)
    if link is None or not all(is_open):
        return None
    return Opened(link.publication_id, link.revision)


@dataclass
class _Bucket:
    tokens: float
    at: float


@dataclass
class Limiter:
    """Slows guessing in one process: a token bucket per client address and one for all together.

    Parameters
    ----------
    clock : seconds, never going back.
    burst, rate : attempts at once, and attempts a second after that, per address.
    all_burst, all_rate : the same for all addresses together.
    remembered : most addresses kept; the least recently seen is forgotten first.
    """

    clock: Callable[[], float]
    burst: float = 10
    rate: float = 0.2
    all_burst: float = 100
    all_rate: float = 10
    remembered: int = 10_000
    _clients: OrderedDict[str, _Bucket] = field(default_factory=OrderedDict)
    _all: _Bucket | None = None
    _lock: Lock = field(default_factory=Lock)

    def allow(self, client: str) -> bool:
        """Tell whether an attempt of ``client`` may go on now, and count it."""
        with self._lock:
            now = self.clock()
            mine = self._clients.pop(client, None) or _Bucket(self.burst, now)
            self._all = self._all or _Bucket(self.all_burst, now)
            self._clients[client] = mine
            if len(self._clients) > self.remembered:
                self._clients.popitem(last=False)
            _refill(mine, now, self.rate, self.burst)
            _refill(self._all, now, self.all_rate, self.all_burst)
            return self._taken(mine, self._all)

    @staticmethod
    def _taken(*buckets: _Bucket) -> bool:
        if any(bucket.tokens < 1 for bucket in buckets):
            return False
        for bucket in buckets:
            bucket.tokens -= 1
        return True


def _refill(bucket: _Bucket, now: float, rate: float, most: float) -> None:
    bucket.tokens = min(most, bucket.tokens + max(0.0, now - bucket.at) * rate)
    bucket.at = now
