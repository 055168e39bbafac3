"""The nginx site of docs/deploy, read as nginx reads it. `make test-long` runs it with a real nginx."""

import re
import tomllib
from pathlib import Path

import crossplane
import pytest

from regional.access.headers import HEADERS

ROOT = Path(__file__).parents[2]
SITE = ROOT / "docs/deploy/nginx.conf"
HARMLESS = {"$remote_addr", "$time_iso8601", "$request_method", "$uri", "$server_protocol", "$status",
            "$body_bytes_sent", "$request_time", "$upstream_addr", "$upstream_status"}  # fmt: skip
"""Not among them: $request, $request_uri, $args, $query_string, $http_referer, $http_cookie."""


@pytest.fixture(scope="module")
def http(tmp_path_factory):
    """What stands in nginx's http block, as crossplane reads it."""
    main = tmp_path_factory.mktemp("nginx") / "nginx.conf"
    main.write_text(f"events {{}}\nhttp {{ include {SITE.as_posix()}; }}\n")
    parsed = crossplane.parse(str(main), combine=True, strict=False)
    assert parsed["status"] == "ok", parsed["errors"]
    return only(parsed["config"][0]["parsed"], "http")["block"]


def all_of(block, name):
    return [one for one in block if one["directive"] == name]


def only(block, name):
    (found,) = all_of(block, name)
    return found


def args(block, name):
    return only(block, name)["args"]


def everywhere(block):
    for one in block:
        yield one
        yield from everywhere(one.get("block", ()))


def servers(http):
    return [one["block"] for one in all_of(http, "server")]


@pytest.fixture
def site(http):
    """The server that the museum's visitors reach."""
    (found,) = [block for block in servers(http) if all_of(block, "ssl_certificate")]
    return found


def location(site, *where):
    (found,) = [one["block"] for one in all_of(site, "location") if tuple(one["args"]) == where]
    return found


def test_it_speaks_tls_1_2_and_1_3_alone(http):
    """Also the default server: nginx takes the protocols of a port from there."""
    secure = [block for block in servers(http) if any("ssl" in one["args"] for one in all_of(block, "listen"))]
    assert len(secure) == 2
    for block in secure:
        assert args(block, "ssl_protocols") == ["TLSv1.2", "TLSv1.3"]
        assert args(block, "ssl_session_tickets") == ["off"]
        for cipher in args(block, "ssl_ciphers")[0].split(":"):
            assert re.fullmatch(r"ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)", cipher)


def test_plain_http_leads_to_tls_at_our_own_name_and_other_names_get_nothing(http):
    plain = [block for block in servers(http) if not any("ssl" in one["args"] for one in all_of(block, "listen"))]
    named = [block for block in plain if all_of(block, "server_name")]
    assert [args(location(block, "/"), "return") for block in named] == [["301", "https://$server_name$request_uri"]]
    defaults = [block for block in servers(http) if any("default_server" in one["args"] for one in block)]
    assert len(defaults) == 2
    assert all(all_of(block, "return") or args(block, "ssl_reject_handshake") == ["on"] for block in defaults)


def test_no_log_can_hold_a_token(http):
    formats = {one["args"][0]: " ".join(one["args"][1:]) for one in all_of(http, "log_format")}
    assert list(formats) == ["partnerspiegel"]
    assert set(re.findall(r"\$\w+", formats["partnerspiegel"])) == HARMLESS
    for block in servers(http):
        logged = args(block, "access_log")
        assert logged == ["off"] or logged[1:] == ["partnerspiegel"]
    # nginx writes the whole first line of a request, and its referrer, in every error line.
    levels = [one["args"][-1] for one in everywhere(http) if one["directive"] == "error_log"]
    assert len(levels) == 2
    assert set(levels) == {"emerg"}


def test_headers_are_those_of_the_app_and_never_doubled(http, site):
    added = {one["args"][0].lower(): one["args"][1:] for one in all_of(site, "add_header")}
    assert all(rest[-1] == "always" for rest in added.values())
    assert added.keys() - HEADERS.keys() == {"strict-transport-security", "set-cookie"}
    maps = {one["args"][1]: one for one in all_of(http, "map")}
    for name, value in HEADERS.items():
        found = maps[added[name][0]]
        assert found["args"][0] == "$upstream_http_" + name.replace("-", "_")
        assert {one["directive"]: one["args"] for one in found["block"]} == {"": [value], "default": [""]}
    assert re.fullmatch(r"max-age=\d{8}", added["strict-transport-security"][0])


def test_no_location_drops_the_headers_of_its_server(site):
    for one in all_of(site, "location"):
        assert all_of(one["block"], "add_header") == []
        own = [tuple(header["args"]) for header in all_of(one["block"], "proxy_set_header")]
        if own:
            assert {name for name, _ in own} == {h["args"][0] for h in all_of(site, "proxy_set_header")}


def test_the_app_sees_one_address_and_none_that_a_visitor_claims(site):
    for block in [site, location(site, "=", "/_stcore/stream")]:
        sent = {one["args"][0]: one["args"][1] for one in all_of(block, "proxy_set_header")}
        assert sent["X-Forwarded-For"] == "$remote_addr"
        assert sent["X-Forwarded-Proto"] == "https"
        assert sent["Host"] == "$host"
        assert {sent[name] for name in ("X-Forwarded-Host", "X-Real-IP", "Forwarded")} == {""}


def test_only_the_socket_is_upgraded_and_it_may_be_silent_longer_than_streamlit_is(site):
    from streamlit.web.server.starlette.starlette_server_config import DEFAULT_WEBSOCKET_PING_INTERVAL

    socket = location(site, "=", "/_stcore/stream")
    sent = {one["args"][0]: one["args"][1] for one in all_of(socket, "proxy_set_header")}
    assert (sent["Upgrade"], sent["Connection"]) == ("$http_upgrade", "upgrade")
    assert int(args(socket, "proxy_read_timeout")[0].removesuffix("s")) >= 2 * DEFAULT_WEBSOCKET_PING_INTERVAL
    elsewhere = {one["args"][0]: one["args"][1] for one in all_of(site, "proxy_set_header")}
    assert (elsewhere["Upgrade"], elsewhere["Connection"]) == ("", "")


def test_an_upload_may_be_as_large_as_the_app_takes_and_nothing_else_may(site):
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    allowed = args(location(site, "/_stcore/upload_file/"), "client_max_body_size")
    assert allowed == [f"{config['server']['maxUploadSize']}m"]
    assert args(site, "client_max_body_size") == ["64k"]


def test_a_visitor_stays_with_one_process_and_has_the_other_behind_it(http):
    upstreams = {one["args"][0]: one["block"] for one in all_of(http, "upstream")}
    ports = {name: [one["args"] for one in all_of(block, "server")] for name, block in upstreams.items()}
    both = {"127.0.0.1:8501", "127.0.0.1:8502"}
    assert {name: {server[0] for server in found} for name, found in ports.items()} == dict.fromkeys(upstreams, both)
    routes = {one["directive"]: one["args"][0] for one in map_from(http, "$cookie_partnerspiegel_app")}
    assert routes == {"1": "partnerspiegel_1", "2": "partnerspiegel_2", "default": "partnerspiegel_any"}
    answered = {one["directive"]: one["args"][0] for one in map_from(http, "$upstream_addr")}
    for number in ("1", "2"):
        home, other = ports[f"partnerspiegel_{number}"]
        assert "backup" not in home
        assert "backup" in other
        assert answered[f"~:{home[0].rpartition(':')[2]}$"] == number
    assert "backup" not in str(ports["partnerspiegel_any"])


def map_from(http, source):
    (found,) = [one for one in all_of(http, "map") if one["args"][0] == source]
    return found["block"]


def test_everything_goes_to_the_home_of_the_visitor(site):
    passed = [one["args"] for one in everywhere(site) if one["directive"] == "proxy_pass"]
    assert len(passed) == 5
    assert {tuple(one) for one in passed} == {("http://$partnerspiegel_app",)}
    assert "non_idempotent" not in args(site, "proxy_next_upstream")
    assert {"error", "timeout"} <= set(args(site, "proxy_next_upstream"))


def test_the_cookie_says_one_or_two_and_is_kept_from_scripts_and_plain_http(http):
    (found,) = [one for one in all_of(http, "map") if one["args"][1] == "$partnerspiegel_cookie"]
    value = {one["directive"]: one["args"][0] for one in found["block"]}["default"]
    assert value == "partnerspiegel_app=$partnerspiegel_answered; Path=/; HttpOnly; Secure; SameSite=Lax"


def test_a_partner_gets_no_cookie_with_its_questions(http):
    (found,) = [one for one in all_of(http, "map") if one["args"][1] == "$partnerspiegel_is_home"]
    rules = [(one["directive"], one["args"][0]) for one in found["block"] if one["directive"] != "default"]

    def is_home(value):
        return next((answer for rule, answer in rules if re.search(rule.removeprefix("~"), value)), "no")

    assert found["args"][0] == "$status $upstream_http_content_type $uri"
    assert is_home("200 text/html; charset=utf-8 /zes_vragen") == "no"
    assert is_home("200 text/html; charset=utf-8 /zes_vragen/") == "no"
    assert is_home("200 text/html; charset=utf-8 /vragen_aan_partners") == "yes"
    assert is_home("101  /_stcore/stream") == "yes"


def test_text_is_compressed_and_attempts_are_slowed(site):
    assert args(site, "gzip") == ["on"]
    assert args(site, "gzip_proxied") == ["any"]
    assert {"text/css", "text/javascript", "application/javascript", "application/json"} <= set(
        args(site, "gzip_types")
    )
    assert args(location(site, "~", "^/voor_de_vergadering/?$"), "limit_req")
    assert args(location(site, "~", "^/zes_vragen(/|$)"), "limit_req")
    assert args(location(site, "=", "/_stcore/stream"), "limit_req")
    assert args(site, "limit_req_status") == ["429"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/script-health-check"])
def test_what_is_for_nobody_outside_is_closed(site, path):
    closed = [one for one in all_of(site, "location") if args_or_none(one["block"], "return") == ["404"]]
    assert any(re.search(one["args"][1], path) for one in closed)
    assert not any(re.search(one["args"][1], "/_stcore/health") for one in closed)


def args_or_none(block, name):
    found = all_of(block, name)
    return found[0]["args"] if found else None


def test_the_long_cookies_of_a_sign_in_fit(site):
    assert int(args(site, "large_client_header_buffers")[1].removesuffix("k")) >= 16
    assert int(args(site, "proxy_buffer_size")[0].removesuffix("k")) >= 16
