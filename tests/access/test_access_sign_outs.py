"""Signing out ends a sign-in at the server, in every process, also for who copied the cookie."""

from __future__ import annotations

import asyncio
import re

import pytest

from regional.access import Mode, Request, mode
from regional.access.sign_outs import LOOK_AGAIN, SignOutGuard, SignOuts, sign_in_of
from regional.texts import Message
from regional.workspace.errors import WorkspaceError
from regional.workspace.workspace import Workspace

ED = {"iss": "https://signs.in", "sub": "ed", "iat": 1_800_000_000, "nonce": "n1", "email": "ed@museum.nl"}
AGAIN = {**ED, "nonce": "n2", "iat": ED["iat"] + 5}


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_sign_in_that_ended_is_refused_and_may_begin_anew():
    secrets = {"auth": {"x": 1}, "access": {"editors": [ED["email"]]}}
    user = {**ED, "email_verified": True}
    at = [mode([], Request("m.nl", user=user, has_ended=ended), "m.nl", secrets, ED["iat"]) for ended in (False, True)]
    assert [access.mode for access in at] == [Mode.SIGNED_IN, Mode.REFUSED]
    assert at[1].can_sign_in
    assert at[1].reason == Message.of("You have signed out. Please sign in again.")


def test_what_one_process_ends_the_others_know_within_a_second(clock):
    workspace = Workspace.in_memory()
    here, there = (SignOuts(lambda: workspace.sign_outs, clock) for _ in range(2))
    assert not there.has_ended(ED)
    here.end(ED)
    assert here.has_ended(ED)
    clock.now += LOOK_AGAIN
    assert there.has_ended(ED)
    assert not there.has_ended(AGAIN)
    assert SignOuts(lambda: workspace.sign_outs, clock).has_ended(ED), "after a restart"


def test_nothing_of_a_person_is_written_down():
    workspace = Workspace.in_memory()
    SignOuts(lambda: workspace.sign_outs).end(ED)
    assert workspace.sign_outs.ended() == {sign_in_of(ED)}
    assert re.fullmatch("[0-9a-f]{32}", sign_in_of(ED))


class Full:
    """A disk that is full until there is room."""

    def __init__(self):
        self.room, self.written = False, set()

    def end(self, sign_in):
        if not self.room:
            raise WorkspaceError(Message.of("The disk is full. Make room and try again; nothing was lost."))
        self.written.add(sign_in)

    def ended(self):
        return self.written


def test_where_it_cannot_be_written_down_it_holds_here_and_is_tried_again(clock, monkeypatch):
    class Now:
        def __init__(self, target, daemon):
            self.start = target

    monkeypatch.setattr("regional.access.sign_outs.threading.Thread", Now)
    book = Full()
    outs = SignOuts(lambda: book, clock)
    outs.end(ED)
    assert outs.has_ended(ED)
    book.room = True
    clock.now = 60
    assert outs.has_ended(ED)
    assert book.written == {sign_in_of(ED)}


async def not_ended(user):
    return False


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/auth/logout", [ED]), ("/museum/auth/logout", [ED]), ("/auth/logout/", [ED]), ("/auth/login", []), ("/", [])],
)
def test_who_goes_to_sign_out_is_signed_out_before_the_answer(path, expected):
    ended, order = [], []

    async def app(scope, receive, send):
        order.append(list(ended))

    async def end(user):
        ended.append(user)

    claims = {"_streamlit_user": "signed", "other": "x"}
    guard = SignOutGuard(app, lambda cookies: ED if cookies == claims else None, end, not_ended)
    headers = [(b"Cookie", b"_streamlit_user=signed; other=x")]
    asyncio.run(guard({"type": "http", "path": path, "headers": headers}, None, None))
    assert order == [expected]


def test_who_is_not_signed_in_signs_nobody_out():
    passed = []

    async def app(scope, receive, send):
        passed.append(scope)

    guard = SignOutGuard(app, lambda cookies: None, None, None)
    asyncio.run(guard({"type": "http", "path": "/auth/logout", "headers": [(b"cookie", b"=;\xff==; a")]}, None, None))
    assert passed
