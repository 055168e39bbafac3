"""The server of docs/deploy with a real nginx, TLS and two processes; one is killed under load."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import ssl
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect, sync_playwright
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.exceptions import ConnectionClosed

from regional.access.headers import HEADERS
from regional.publishing.links import hashed
from regional.publishing.store import WorkspaceStore
from tests.e2e.deployed import EDITOR, sign_in
from tests.e2e.harness import CHROMIUM_ARGS, settle
from tests.e2e.test_e2e_board import PUBLICATION
from tests.long.fleet import NAME, wait_for
from tests.long.visitors import HOME, Visitor, run_page

SITE = f"https://{NAME}"
BOARD = "/voor_de_vergadering"
TITLE = PUBLICATION.frame.title
SHOWN = b"ps-board"
CLOSED = "Deze pagina gaat niet open"


@pytest.fixture
def browser(museum):
    """A real browser for which the museum's name is our nginx."""
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    place = f"--host-resolver-rules=MAP {NAME}:443 127.0.0.1:{museum.fleet.tls}"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=[*CHROMIUM_ARGS, "--no-proxy-server", place])
        yield found
        found.close()


def new_page(browser):
    context = browser.new_context(ignore_https_errors=True, locale="nl-NL")
    page = context.new_page()
    page.set_default_timeout(30_000)
    return page


def home_of(page):
    return {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}[HOME]


def assert_headers(answer):
    assert answer.all("strict-transport-security") == ["max-age=63072000"]
    (policy,) = answer.all("content-security-policy")
    ours = HEADERS if not policy.startswith("default-src 'none'") else HEADERS | {"content-security-policy": policy}
    assert {name: answer.all(name) for name in ours} == {name: [value] for name, value in ours.items()}


def test_every_answer_carries_each_header_once(museum):
    visitor = Visitor(museum.fleet)
    script = re.search(rb'src="\./(static/js/[^"]+)"', visitor.ask("/").body)
    asked = ["/", museum.link(), museum.guess(0), f"/{script[1].decode()}", "/_stcore/health", "/app/static/logo.svg",
             "/_stcore/metrics", "/media/nothing", "/oauth2callback?code=x&state=y"]  # fmt: skip
    answers = {path: visitor.ask(path) for path in asked}
    answers["too large"] = visitor.ask("/_stcore/health", "PUT", b"x" * 70_000)
    for answer in answers.values():
        assert_headers(answer)
    assert [answers[path].status for path in ("/", "/_stcore/metrics", "too large")] == [200, 404, 413]


def test_text_is_compressed_and_comes_out_whole(museum):
    visitor = Visitor(museum.fleet)
    page = visitor.ask("/", Accept_Encoding="gzip")
    assert page.all("content-encoding") == ["gzip"]
    script = re.search(rb'src="\./(static/js/[^"]+)"', gzip.decompress(page.body))[1].decode()
    plain, packed = visitor.ask(f"/{script}"), visitor.ask(f"/{script}", Accept_Encoding="gzip, br")
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < 0.4 * len(plain.body)
    with visitor.socket() as stream:
        assert "permessage-deflate" in stream.response.headers["Sec-WebSocket-Extensions"]


def test_only_our_own_name_opens_and_only_over_tls(museum):
    visitor, link = Visitor(museum.fleet), museum.link()
    plain = http.client.HTTPConnection("127.0.0.1", museum.fleet.plain, timeout=10)
    plain.request("GET", link, headers={"Host": NAME})
    answer = plain.getresponse()
    assert (answer.status, answer.getheader("Location")) == (301, SITE + link)
    plain.close()
    plain.request("GET", link, headers={"Host": "elsewhere.example"})
    with pytest.raises(http.client.RemoteDisconnected):
        plain.getresponse()
    with pytest.raises(ssl.SSLError, match=r"(?i)unrecognized.name"):
        visitor._tls(name="elsewhere.example")
    with visitor._tls() as secure:
        assert secure.version() == "TLSv1.3"
    with pytest.raises(ssl.SSLError):
        visitor._tls(of_old(museum))
    assert visitor.ask("/_stcore/agent/mcp").status == 404


def of_old(museum):
    """What an outdated browser speaks: TLS 1.1 at most."""
    trust = museum.fleet.trust()
    trust.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        trust.minimum_version, trust.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    return trust


def test_a_visitor_stays_with_the_process_that_holds_the_session(museum):
    """Another process that answered would say so in the cookie. Whoever is not signed in puts up nothing."""
    homes = set()
    for _ in range(6):
        visitor = Visitor(museum.fleet)
        visitor.ask("/")
        home = visitor.home
        homes.add(home)
        with visitor.socket() as stream:
            session, _ = run_page(stream, "", "")
            assert upload(visitor, session).status == 403
        assert [(visitor.ask("/").status, visitor.home) for _ in range(4)] == [(200, home)] * 4
    assert homes == {"1", "2"}


def upload(visitor, session):
    visitor.cookies["_streamlit_xsrf"] = token = generate_xsrf_token_string()
    boundary = "0123456789"
    head = 'Content-Disposition: form-data; name="file"; filename="x.csv"'
    part = f"--{boundary}\r\n{head}\r\n\r\nnaam\r\n--{boundary}--\r\n"
    kind = f"multipart/form-data; boundary={boundary}"
    address = f"/_stcore/upload_file/{session}/one"
    return visitor.ask(address, "PUT", part.encode(), Content_Type=kind, X_Xsrftoken=token)


def test_who_guesses_is_slowed_whatever_address_they_claim(museum):
    link = museum.link()
    guesser = museum.at("1")
    for number in range(1, 12):
        claimed = {"X_Forwarded_For": f"10.0.0.{number}", "X_Real_IP": f"10.0.0.{number}", "Forwarded": "for=10.0.0.1"}
        assert SHOWN not in guesser.open(museum.guess(number), **claimed)
    assert guesser.ask(museum.guess(12), X_Forwarded_For="10.0.0.99").status == 429
    assert museum.at("1").ask(museum.guess(13)).status == 200
    assert SHOWN in guesser.open(link)


def test_who_guesses_too_often_gets_a_polite_page_and_others_are_not_in_the_way(museum):
    link, busy = museum.link(), museum.at("2")
    answers = [busy.ask(museum.guess(20 + number)) for number in range(30)]
    assert {answer.status for answer in answers} == {200, 429}
    (refused, *_) = [answer for answer in answers if answer.status == 429]
    assert CLOSED in refused.body.decode()
    assert_headers(refused)
    assert all(SHOWN in busy.open(link) for _ in range(60))


def test_who_is_signed_in_stays_so_whichever_process_answers(museum, browser):
    page = new_page(browser)
    page.set_default_timeout(120_000)  # the first page of a process takes what it shows from the disk
    sign_in(page, f"{SITE}/delen", EDITOR)
    for home in ("1", "2"):
        cookie = {"name": HOME, "value": home, "url": SITE, "secure": True, "httpOnly": True}
        page.context.add_cookies([cookie])
        page.goto(f"{SITE}/onze_partners")
        settle(page)
        assert home_of(page) == home
        # What is no link in a name has a joiner before its "@".
        expect(page.get_by_text(re.compile(EDITOR.replace("@", ".?@")))).to_have_count(1)


class Load:
    """Visitors who keep coming, each opening the link as a browser does."""

    def __init__(self, museum, link, at_once=6):
        self._museum, self._link, self._ends = museum, link, threading.Event()
        self.seen: list[tuple[float, float, str]] = []
        self._threads = [threading.Thread(target=self._come, daemon=True) for _ in range(at_once)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._ends.set()
        for thread in self._threads:
            thread.join(60)
        assert not any(thread.is_alive() for thread in self._threads)

    def _come(self):
        while not self._ends.is_set():
            visitor, begin, fault = Visitor(self._museum.fleet), time.monotonic(), ""
            try:
                fault = "" if SHOWN in visitor.open(self._link) else "not shown"
            except (OSError, AssertionError, ConnectionClosed, http.client.HTTPException) as error:
                fault = f"{visitor.address} {visitor.home} {type(error).__name__}: {error}"
            self.seen.append((begin, time.monotonic(), fault))


def sit(museum, link, home, ends):
    """Sit with an open page until ``ends``; where it closes, open it again as a browser does. Returns how often."""
    visitor, closed = museum.at(home), 0
    while True:
        with visitor.socket() as stream:
            assert SHOWN in run_page(stream, BOARD.strip("/"), link.partition("?")[2])[1]
            try:
                while not ends.is_set():
                    try:
                        stream.recv(timeout=0.2)
                    except TimeoutError:
                        continue
                return closed, visitor.home
            except ConnectionClosed:
                closed += 1


def open_boards(museum, browser, link):
    """Open the link in three browsers, at least one of them with each process."""
    pages = [new_page(browser) for _ in range(3)]
    for number, page in enumerate(pages):
        page.context.add_cookies([{"name": HOME, "value": "12"[number % 2], "url": SITE}])
        page.goto(SITE + link)
        expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
        settle(page)
    return pages


def test_the_board_page_goes_on_when_a_process_is_killed_under_load(museum, browser):
    link, ends = museum.link(), threading.Event()
    pages = open_boards(museum, browser, link)
    sitting = ThreadPoolExecutor(20)
    seats = [(home, sitting.submit(sit, museum, link, home, ends)) for home in "12" * 10]
    with Load(museum, link) as load:
        wait_for(lambda: len(load.seen) > 50, "no load")
        killed = time.monotonic()
        museum.fleet.kill(1)
        for page in pages:
            expect_answered(page)
        wait_for(lambda: sum(begin > killed for begin, _, _ in load.seen) > 150, "no visitors after the kill")
    ends.set()
    assert [(begin - killed, fault) for begin, end, fault in load.seen if fault and not begin <= killed <= end] == []
    after = [end - begin for begin, end, _ in load.seen if begin > killed]
    assert max(after) < 10
    for home, seat in seats:
        closed, where = seat.result(30)
        assert (closed >= 1, where) == (home == "1", "2")
    print(f"\n{len(load.seen)} visitors, {len(after)} after the kill, slowest {max(after):.1f} s")

    begin = time.monotonic()
    WorkspaceStore(museum.workspace).withdraw(hashed(museum.tokens[-1]))
    for page in pages:
        expect(page.get_by_role("heading", name=CLOSED)).to_be_visible(timeout=10_000)
        assert page.get_by_text(TITLE).count() == 0
    assert time.monotonic() - begin < 10
    museum.fleet.start(1)
    assert {home_after_visit(museum) for _ in range(30)} == {"1", "2"}


def expect_answered(page):
    """Expect that a page that stays open asks again, is answered, and still shows the publication."""
    with page.expect_response(lambda answer: True) as asked:
        pass
    assert asked.value.status == 200
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


def home_after_visit(museum):
    visitor = Visitor(museum.fleet)
    visitor.ask("/")
    return visitor.home


def test_with_both_gone_a_polite_page_tells_so_until_they_are_back(museum):
    link = museum.link()
    for which in (1, 2):
        museum.fleet.kill(which)
    away = Visitor(museum.fleet).ask(link)
    assert away.status == 503
    assert "Even niet bereikbaar" in away.body.decode()
    assert_headers(away)
    with ThreadPoolExecutor() as both:
        list(both.map(museum.fleet.start, (1, 2)))
    took = wait_for(lambda: Visitor(museum.fleet).ask(link).status == 200, "not back")
    assert took < 10
    assert SHOWN in Visitor(museum.fleet).open(link)


def test_no_log_holds_a_token_of_all_that_came_by(museum):
    """The last of this file: kills, refusals and faults are in the logs by now."""
    logs = museum.fleet.logged()
    written = b"\n".join(logs.values())
    assert [token for token in museum.tokens if token.encode() in written] == []
    assert b"link=" not in written
    visits = logs["partnerspiegel.log"].splitlines()
    assert sum(BOARD.encode() in line for line in visits) > 100
    assert {b" 429 ", b" 503 "} == {code for code in (b" 429 ", b" 503 ") for line in visits if code in line}
