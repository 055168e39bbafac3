"""What a board's link opens: plain HTML from a route without a session, and one page for all that does not open."""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
import hashlib
import re
import threading
from html import escape
from pathlib import Path

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.middleware import Middleware

from regional.access.headers import SecurityHeaders
from regional.publishing.board import board_html
from regional.publishing.links import hashed, new_link
from regional.publishing.publication import from_json
from regional.publishing.schema import digest
from regional.publishing.store import Shared, WorkspaceStore, expires
from regional.texts import Message, texts
from regional.web.board import ADDRESS, BoardRoutes
from regional.web.desk import Desk
from regional.workspace.errors import WorkspaceError
from regional.workspace.workspace import Workspace, open_workspace

FIXTURES = Path(__file__).parents[1] / "publishing" / "fixtures"
BARE = [from_json(path.read_text(encoding="utf-8").strip()) for path in sorted(FIXTURES.glob("*.json"))]
SHARED = [Shared(publication=publication) for publication in BARE]
SHARED += [Shared.model_validate_json(path.read_text(encoding="utf-8")) for path in sorted(FIXTURES.glob("*/*.json"))]
LATER = dt.date.today() + dt.timedelta(days=30)
CLOSED = "Deze pagina gaat niet open"
# What stood in the address of a link that was ever sent: what follows the token is a choice, or was added by a mailer.
OLD_ADDRESSES = ["?link={}", "/?link={}", "?link={}&taal=nl", "?taal=en&link={}", "?link={}&taal=", "?link={}&taal=xx",
                 "?link={}&utm_source=mail", "?link={}&embed=true", "?region=GM0917&link={}&weight=money_in",
                 "?link={}#top", "?fbclid=1&link={}", "?link=wrong&link={}",
                 "?link={}&herkomst=1&zonder=1&basis=team&kind=funder"]  # fmt: skip


async def ask(app, address, client="203.0.113.9", headers=(), method="GET"):
    given = {name.replace("_", "-"): value for name, value in dict(headers).items()}
    transport = ASGITransport(app, client=(client, 5000))
    async with AsyncClient(transport=transport, base_url="http://museum.example") as visitor:
        return await visitor.request(method, address, headers=given)


class Museum:
    """A museum's workspace, and who comes to it with a link."""

    def __init__(self, workspace, base=""):
        self.workspace, self.store = workspace, WorkspaceStore(workspace)
        self.away = False
        self.desk = Desk(self._reached)
        routes = BoardRoutes(self.desk, base).routes()
        self.app = Starlette(routes=routes, middleware=[Middleware(SecurityHeaders)])
        self.here = base + ADDRESS

    def _reached(self):
        if self.away:
            raise WorkspaceError(Message.of("We cannot reach what you kept. Is the disk or the database server there?"))
        return self.store

    def link(self, shared=SHARED[0], until=LATER):
        return new_link(self.store, self.store.freeze(shared.publication, until).id, expires(until))

    def get(self, rest, client="203.0.113.9", **headers):
        return asyncio.run(ask(self.app, self.here + rest, client, headers))

    def open(self, token, **headers):
        return self.get(f"?link={token}", **headers)

    def visits(self):
        self.desk.visits.settle(20)
        return self.store.records()[0].visits


@pytest.fixture
def museum():
    return Museum(Workspace.in_memory())


@pytest.mark.parametrize("shared", SHARED, ids=range(len(SHARED)))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_publication_ever_released_opens_as_the_preview_draws_it(museum, shared, language):
    answer = museum.get(f"?link={museum.link(shared)}&taal={language}")
    assert answer.status_code == 200
    assert board_html(Shared(publication=shared.publication), texts(language)) in answer.text
    assert f"<title>{escape(shared.publication.frame.title)}</title>" in answer.text
    assert f'<html lang="{language}">' in answer.text


@pytest.mark.parametrize("address", OLD_ADDRESSES)
def test_a_link_that_was_sent_before_still_opens(museum, address):
    answer = museum.get(address.format(museum.link()))
    assert answer.status_code == 200
    language = "en" if "taal=en" in address else "nl"
    assert board_html(SHARED[0], texts(language)) in answer.text


def test_a_museum_below_a_path_of_its_own_opens_too():
    museum = Museum(Workspace.in_memory(), "/spiegel")
    answer = museum.open(museum.link())
    assert answer.status_code == 200
    assert 'href="/spiegel/app/static/icon.png"' in answer.text


def test_the_page_is_light_and_asks_nothing_of_anybody_but_its_icon(museum):
    page = museum.open(museum.link(SHARED[-1])).text
    assert len(page.encode()) < 150_000
    assert re.findall(r'(?:src|href)="([^?"]+)"', page) == ["/app/static/icon.png"]
    assert not [mark for mark in ("@import", "url(", "http:", "<iframe", "_stcore") if mark in page]


def test_it_reads_without_scripts_in_both_languages(museum):
    token = museum.link()
    dutch = museum.open(token).text
    assert f'<a href="?link={token}&amp;taal=en" lang="en" hreflang="en">English</a>' in dutch
    english = museum.get(f"?link={token}&taal=en").text
    assert f'<a href="?link={token}" lang="nl" hreflang="nl">Nederlands</a>' in english
    assert "<script>" not in dutch.partition("</main>")[0]


def bad_tokens(museum):
    withdrawn, expired = museum.link(), museum.link(until=dt.date.today() - dt.timedelta(days=2))
    museum.store.withdraw(hashed(withdrawn))
    return [withdrawn, expired, museum.link()[:-1] + "*", "A" * 43, "", "%00", "%ED%A0%80", "é"]


def test_every_bad_token_sees_the_same_polite_page(museum):
    answers = [museum.open(token) for token in bad_tokens(museum)] + [museum.get(""), museum.get("?taal=nl")]
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    assert CLOSED in answers[0].text
    assert "This page cannot be opened" in museum.get("?taal=en").text


def test_nobody_reads_on_the_page_which_link_was_tried(museum):
    assert "A" * 43 not in museum.open("A" * 43).text


def test_headers_keep_it_out_of_search_engines_frames_caches_and_other_sites_logs(museum):
    for answer in (museum.open(museum.link()), museum.open("A" * 43)):
        headers = answer.headers
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"] == "noindex, nofollow"
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert "set-cookie" not in headers
        assert (
            '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">'
            in answer.text
        )


def test_only_our_own_lines_run(museum):
    answer = museum.open(museum.link())
    [script] = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in answer.headers["content-security-policy"]


def test_what_is_typed_is_no_html(museum):
    publication = SHARED[0].publication
    evil = publication.frame.model_copy(update={"title": "</title><script>x</script>", "explanation": '"><img src=x>'})
    made = publication.model_copy(update={"frame": evil, "digest": ""})
    token = museum.link(Shared(publication=made.model_copy(update={"digest": digest(made)})))
    page = museum.open(token).text
    assert page.count("<script") == 1
    assert "<img" not in page


def test_an_open_page_hears_within_seconds_that_it_was_withdrawn(museum):
    token = museum.link()
    museum.open(token)
    assert museum.get(f"/open?link={token}").json() is True
    museum.store.withdraw(hashed(token))
    museum.desk.reader._read_at -= 2
    assert museum.get(f"/open?link={token}").json() is False
    assert CLOSED in museum.open(token).text


def test_a_new_link_and_a_withdrawal_count_for_the_next_visitor_at_once(museum):
    first = museum.link()
    museum.open(first)
    second = museum.link()
    assert museum.open(second).status_code == 200
    museum.store.withdraw(hashed(second))
    assert CLOSED in museum.open(second).text


def test_a_page_that_was_drawn_before_never_shows_what_was_erased_since(museum):
    """Also after a backup was put back, by which a publication has a number again that it had before."""
    rows = [{"naam": "De Kring", "partner_id": "k" * 32}, {"naam": "Het Wiel", "partner_id": "w" * 32}]
    museum.workspace.versions.keep(rows, "Eerste")
    frame = SHARED[0].publication.frame.model_copy(update={"explanation": "Met De Kring en Het Wiel."})
    made = SHARED[0].publication.model_copy(update={"frame": frame, "digest": ""})
    token = museum.link(Shared(publication=made.model_copy(update={"digest": digest(made)})))
    backup = museum.workspace.backup()
    museum.workspace.erase("k" * 32)
    assert "Het Wiel" in museum.open(token).text
    museum.workspace.erase("w" * 32)
    museum.workspace.restore_backup(backup)
    page = museum.open(token)
    assert page.status_code == 200
    assert "Het Wiel" not in page.text
    assert "De Kring" not in page.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
def test_the_page_is_only_ever_read(museum, method):
    address = f"{museum.here}?link={museum.link()}"
    assert asyncio.run(ask(museum.app, address, method=method)).status_code == 405
    assert museum.visits() == 0


@pytest.mark.parametrize(
    "asked", [{"range": "bytes=0-99"}, {"if_none_match": "*"}, {"if_modified_since": "Fri, 31 Dec 2100 00:00:00 GMT"}]
)
def test_no_copy_that_somebody_kept_answers_for_the_page(museum, asked):
    token = museum.link()
    whole = museum.open(token)
    assert "etag" not in whole.headers
    again = museum.open(token, **asked)
    assert (again.status_code, again.text) == (200, whole.text)
    museum.store.withdraw(hashed(token))
    assert CLOSED in museum.open(token, **asked).text


def test_who_asks_only_for_the_head_gets_the_heading_of_the_page(museum):
    answer = asyncio.run(ask(museum.app, f"{museum.here}?link={museum.link()}", method="HEAD"))
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"


def test_a_visit_counts_once_and_what_is_no_visit_does_not(museum):
    token = museum.link()
    museum.open(token)
    museum.get(f"/open?link={token}")
    museum.get(f"?link={token}&taal=en", sec_fetch_site="same-origin")
    museum.open(token, sec_purpose="prefetch;prerender")
    asyncio.run(ask(museum.app, f"{museum.here}?link={token}", method="HEAD"))
    museum.open("A" * 43)
    assert museum.visits() == 1


def test_who_guesses_is_slowed_and_who_was_invited_never(museum):
    token = museum.link()
    assert [museum.open("guess").status_code for _ in range(12)] == [200] * 10 + [429] * 2
    assert all(board_html(SHARED[0], texts("nl")) in museum.open(token).text for _ in range(60))
    assert CLOSED in museum.open("guess").text
    assert museum.open("guess", client="203.0.113.10").status_code == 200


def test_sixty_invited_visitors_from_one_address_at_once_all_see_it(museum):
    token = museum.link()

    async def come():
        return await asyncio.gather(*(ask(museum.app, f"{museum.here}?link={token}") for _ in range(60)))

    assert {CLOSED in answer.text for answer in asyncio.run(come())} == {False}
    assert museum.visits() == 60


def test_while_the_database_is_away_every_link_gets_the_same_polite_page_that_tries_again(museum):
    museum.away = True
    answers = [museum.open(token) for token in ("A" * 43, "")]
    assert {(answer.status_code, answer.text) for answer in answers} == {(503, answers[0].text)}
    assert "gaat nu niet open" in answers[0].text
    assert '<meta http-equiv="refresh" content="10">' in answers[0].text
    assert museum.get("/open?link=x").json() is None
    museum.away = False
    assert museum.open(museum.link()).status_code == 200


def test_while_the_database_is_away_for_a_moment_pages_come_from_memory(museum):
    token = museum.link()
    museum.open(token)
    museum.away = True
    assert museum.open(token).status_code == 200
    museum.desk.reader._read_at -= 11
    assert museum.open(token).status_code == 503
    assert museum.get(f"/open?link={token}").json() is None


def test_where_no_links_are_served_nothing_opens():
    routes = BoardRoutes(Desk(lambda: None)).routes()
    answer = asyncio.run(ask(Starlette(routes=routes), f"{ADDRESS}?link={'A' * 43}"))
    assert CLOSED in answer.text


def test_many_visitors_at_once_ask_the_database_once_or_twice(tmp_path):
    museum = Museum(open_workspace(f"sqlite:///{tmp_path.as_posix()}/kept.db"))
    token, looks = museum.link(), []
    refresh = museum.desk.reader.refresh
    museum.desk.reader.refresh = lambda: looks.append(1) or refresh()

    async def come():
        found = await asyncio.gather(*(museum.desk.opened(token) for _ in range(500)))
        return {one is not None for one in found}

    assert asyncio.run(come()) == {True}
    assert len(looks) <= 2
    museum.workspace.close()


def test_a_database_that_hangs_holds_nobody_up(museum, monkeypatch):
    token, hangs = museum.link(), threading.Event()
    museum.open(token)
    monkeypatch.setattr("regional.web.desk.PATIENCE", 0.05)
    refresh = museum.desk.reader.refresh
    monkeypatch.setattr(museum.desk.reader, "refresh", lambda: hangs.wait(20) and refresh())

    async def come():
        try:
            return [await museum.desk.opened(token) is not None for _ in range(3)]
        finally:
            hangs.set()

    assert asyncio.run(come()) == [True] * 3
