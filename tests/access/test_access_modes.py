"""Who gets in, and as whom."""

from __future__ import annotations

import pytest

from regional.access import Access, Deed, Mode, Request, may, mode, safe_page
from regional.access.modes import is_loopback

NOW = 1_800_000_000.0
SECRETS = {"auth": {"client_id": "x"}, "access": {"editors": ["Ed@museum.nl"], "viewers": ["vi@museum.nl"]}}


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True), ("LOCALHOST:8501", True), ("127.0.0.1:8501", True), ("127.8.8.8", True), ("[::1]", True),
        ("[::1]:8501", True), ("::1", True), ("", False), ("localhost.evil.com", False), ("127.0.0.1.nip.io", False),
        ("127.0.0.1.", False), ("localhost.", False), ("[fe80::1%25lo]", False), ("[::1%lo]", False),
        ("evil.com@localhost", False), ("localhost@evil.com", False), ("localhost/evil.com", False),
        ("localhost, evil.com", False), ("localhost:99999", False), ("localhost:x", False), ("0.0.0.0", False),
        ("2130706433", False), ("127.1", False), ("0x7f.0.0.1", False), ("[::ffff:127.0.0.1]", False),
        ("192.168.1.4", False), ("museum.nl", False), ("[::1", False), ("ⓛocalhost", False), ("localhost:", False),
        ("localhost\r\nx", False), ("[::]", False),
    ],
)  # fmt: skip
def test_only_this_computer_itself_is_loopback(host, expected):
    assert is_loopback(host) is expected


def local(host="localhost:8501", headers=(), address=""):
    return mode(["--local"], Request(host, dict(headers)), address, SECRETS, NOW)


def test_local_opens_only_when_started_so():
    assert local().mode is Mode.LOCAL
    assert mode([], Request("localhost"), "", {}, NOW).mode is Mode.VISITOR
    assert mode(["--locally"], Request("localhost"), "", SECRETS, NOW).mode is Mode.REFUSED


@pytest.mark.parametrize(
    "header",
    ["Forwarded", "forwarded", "X-Forwarded-For", "x-forwarded-host", "X_FORWARDED_PROTO", "Via", "X-Real-IP",
     "CF-Connecting-IP", "CF-Connecting-IPv6", "CF-Ray", "True-Client-IP", "X-Client-IP", "Client-IP", "Fly-Client-IP",
     "Fastly-Client-IP", "X-Cluster-Client-IP", "X-Original-Forwarded-For", "X-Original-Host", "X-Azure-ClientIP",
     "DO-Connecting-IP", "X-Appengine-User-IP", "X-Envoy-External-Address", "CDN-Loop", "X-Amz-Cf-Id",
     "X-Remote-Addr", "X-Source-IP", "Tailscale-User-Login", "Forwarded-For", "X-ProxyUser-Ip",
     "HTTP_X_FORWARDED_FOR", "X-Forward-For", "Proxy-Client-IP", "WL-Proxy-Client-IP", "Proxy-Connection", "X-Host",
     "X-Scheme", "X-Coming-From", "X-BlueCoat-Via", "Front-End-Https", "X-Nginx-Proxy", "Remote-Addr", "CDN-Src-IP",
     "X-GitHub-Codespaces", "X-Goog-Authenticated-User-Email", "X-Ms-Client-Principal", " x-real_ip "],
)  # fmt: skip
def test_local_is_refused_behind_a_proxy_with_a_reason(header):
    access = local(headers=[(header, "127.0.0.1")])
    assert access.mode is Mode.REFUSED
    assert "another server" in access.reason.text


@pytest.mark.parametrize(
    "header",
    ["Accept", "User-Agent", "Cookie", "Sec-Fetch-Site", "DNT", "X-Requested-With", "If-Match", "Sec-WebSocket-Key",
     "Upgrade", "Origin-Trial", "Priority", "Do-Not-Track", "Sec-CH-UA-Platform", "X-Xsrftoken", "Save-Data", "Range",
     "Upgrade-Insecure-Requests", "Content-Type", "Sec-GPC", "Keep-Alive", "Service-Worker"],
)  # fmt: skip
def test_what_a_browser_sends_by_itself_is_no_proxy(header):
    assert local(headers=[(header, "1")]).mode is Mode.LOCAL


@pytest.mark.parametrize(
    ("origin", "expected"),
    [("http://localhost:8501", Mode.LOCAL), ("HTTP://LOCALHOST:8501", Mode.LOCAL),
     ("http://localhost:3000", Mode.REFUSED), ("http://127.0.0.1:8501", Mode.REFUSED),
     ("null", Mode.REFUSED), ("http://localhost", Mode.REFUSED),
     ("http://localhost:8501.evil.com", Mode.REFUSED), ("file://", Mode.REFUSED), ("", Mode.REFUSED)],
)  # fmt: skip
def test_local_opens_for_our_own_page_only(origin, expected):
    assert local(headers=[("Origin", origin)]).mode is expected


def test_local_is_refused_on_another_host_or_with_a_public_address():
    assert local("192.168.1.4:8501").mode is Mode.REFUSED
    assert local(headers=[("HOST", "evil.com")]).mode is Mode.REFUSED
    assert local(address="spiegel.museum.nl").mode is Mode.REFUSED
    assert local(address="localhost").mode is Mode.LOCAL


def deployed(listed=SECRETS["access"], **user):
    claims = {"iat": NOW - 60, **user} if user else None
    secrets = {**SECRETS, "access": listed}
    return mode([], Request("spiegel.museum.nl", user=claims), "spiegel.museum.nl", secrets, NOW)


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ({"email": "ed@museum.nl", "email_verified": True}, (Mode.SIGNED_IN, "editor")),
        ({"email": "VI@MUSEUM.NL", "email_verified": True}, (Mode.SIGNED_IN, "viewer")),
        ({"email": "ed@museum.nl", "email_verified": "true"}, (Mode.SIGNED_IN, "editor")),
        ({"email": "ed@museum.nl", "email_verified": " True "}, (Mode.SIGNED_IN, "editor")),
        ({"email": "ed@museum.nl"}, (Mode.REFUSED, None)),
        ({"email": "ed@museum.nl", "email_verified": "1"}, (Mode.REFUSED, None)),
        ({"email": "ed@museum.nl", "email_verified": 1}, (Mode.REFUSED, None)),
        ({"email": "ed@museum.nl", "email_verified": ["true"]}, (Mode.REFUSED, None)),
        ({"email": "ed@museum.nl", "email_verified": "false"}, (Mode.REFUSED, None)),
        ({"email": "ed@museum.nl", "email_verified": False}, (Mode.REFUSED, None)),
        ({"email": "other@museum.nl", "email_verified": True}, (Mode.REFUSED, None)),
        ({"email": "ed@museum.nl.evil.com", "email_verified": True}, (Mode.REFUSED, None)),
        ({"email": "", "email_verified": True}, (Mode.REFUSED, None)),
        ({"email": None, "email_verified": True}, (Mode.REFUSED, None)),
    ],
)
def test_sign_in_needs_a_verified_address_on_the_list(user, expected):
    access = deployed(**user)
    assert (access.mode, access.role) == expected


def test_nobody_is_let_in_without_a_list_or_with_text_in_its_place():
    user = {"email": "ed@museum.nl", "email_verified": True}
    for listed in (None, {}, {"editors": "ed@museum.nl"}, ["ed@museum.nl"]):
        assert deployed(listed, **user).mode is Mode.REFUSED


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"email": "ed@museum.nl"}, Mode.SIGNED_IN),
        ({"preferred_username": "Vi@museum.nl"}, Mode.SIGNED_IN),
        ({"email": "other@museum.nl", "preferred_username": "ed@museum.nl"}, Mode.REFUSED),
        ({"email": "ed@museum.nl", "email_verified": False}, Mode.REFUSED),
        ({"email": "ed@museum.nl", "email_verified": "no"}, Mode.REFUSED),
    ],
)
def test_the_museums_own_sign_in_service_need_not_confirm_addresses(claims, expected):
    assert deployed({**SECRETS["access"], "own_provider": True}, **claims).mode is expected
    assert deployed({**SECRETS["access"], "own_provider": "true"}, **claims).mode is Mode.REFUSED


@pytest.mark.parametrize(
    ("issued", "hours", "expected"),
    [
        (NOW - 11.9 * 3600, None, Mode.SIGNED_IN), (NOW - 12.1 * 3600, None, Mode.REFUSED),
        (NOW - 1.9 * 3600, 2, Mode.SIGNED_IN), (NOW - 2.1 * 3600, 2, Mode.REFUSED),
        (NOW - 13 * 3600, 0, Mode.REFUSED), (NOW - 13 * 3600, "24", Mode.REFUSED),
        (NOW - 2 * 3600, True, Mode.SIGNED_IN),
        (NOW + 120, None, Mode.SIGNED_IN), (NOW + 3600, None, Mode.REFUSED), (None, None, Mode.REFUSED),
        ("0", None, Mode.REFUSED), (float("nan"), None, Mode.REFUSED),
    ],
)  # fmt: skip
def test_a_sign_in_lasts_so_many_hours(issued, hours, expected):
    listed = SECRETS["access"] if hours is None else {**SECRETS["access"], "hours": hours}
    access = deployed(listed, email="ed@museum.nl", email_verified=True, iat=issued)
    assert access.mode is expected
    assert access.can_sign_in is (expected is Mode.REFUSED)


def test_a_stranger_is_asked_to_sign_in():
    assert deployed() == Access(Mode.REFUSED, deployed().reason, can_sign_in=True)


READ = {Deed.VIEW, Deed.PREVIEW, Deed.EXPORT}
LINKS = {Deed.PUBLISH, Deed.WITHDRAW}


@pytest.mark.parametrize(
    ("access", "allowed"),
    [
        (Access(Mode.SIGNED_IN, role="editor"), set(Deed)),
        (Access(Mode.SIGNED_IN, role="viewer"), READ),
        (Access(Mode.SIGNED_IN), set()),
        (Access(Mode.LOCAL), set(Deed) - LINKS),
        (Access(Mode.VISITOR), set(Deed) - LINKS),
        (Access(Mode.REFUSED), set()),
    ],
)
def test_each_action_is_allowed_or_refused_with_a_reason(access, allowed):
    verdicts = {action: may(access, action) for action in Deed}
    assert {action for action, verdict in verdicts.items() if verdict.allowed} == allowed
    assert all((verdict.reason is None) is verdict.allowed for verdict in verdicts.values())


@pytest.mark.parametrize(
    "wanted",
    ["//evil.com", "https://evil.com", "/spiegel", "spiegel/", "spiegel?x=1", "spiegel\n", "../spiegel", "SPIEGEL",
     "javascript:1", "", None, 3, ["spiegel"]],
)  # fmt: skip
def test_only_our_own_pages_are_opened_after_signing_in(wanted):
    assert safe_page(wanted, ["spiegel", "delen"]) == ""


def test_the_wanted_page_is_opened_after_signing_in():
    assert safe_page("delen", ["spiegel", "delen"]) == "delen"
