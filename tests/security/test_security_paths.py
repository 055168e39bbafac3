"""Asked for by hand, over a bare socket: the real server gives nothing from outside of what it may give."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from tests.e2e.harness import ROOT, serve

UP = [
    "../",
    "%2e%2e/",
    "..%2f",
    "%2e%2e%2f",
    "..\\",
    "..%5c",
    "%252e%252e%252f",
    "....//",
    "..;/",
    "\uff0e\uff0e/",
    "%c0%ae%c0%ae/",
]
DOORS = [
    "/",
    "/app/static/",
    "/static/",
    "/media/",
    "/component/",
    "/_stcore/",
    "/_stcore/upload_file/",
    "/~/+/static/",
]
MARKS = {
    "app.py": b"from regional.ui.router import run",
    ".streamlit/config.toml": b"enableStaticServing",
    "data/sample/partners.csv": b"Glimwormfonds",
    "/etc/passwd": b"root:",
    "requirements.txt": b"python-calamine",
}
"""What stands in a file, by which it would be known if it came back."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("paths")
    (folder / "kept.db").write_bytes(b"SQLite format 3\x00SECRET")
    with serve(folder) as address:
        yield urlsplit(address).port


def ask(port, path, method="GET", **headers):
    """Send a request exactly as it is written, which no library would do; return status and body."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{port}", "Connection: close",
             *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()), "", ""]  # fmt: skip
    with socket.create_connection(("localhost", port), timeout=30) as wire:
        wire.sendall("\r\n".join(lines).encode())
        answer = b""
        while part := wire.recv(65_536):
            answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]) if head else 0, body


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("file", sorted(MARKS))
def test_no_way_up_leads_to_a_file_of_the_server(server, door, file):
    inside = [f"{door}{up * steps}{file.lstrip('/')}" for up in UP for steps in (1, 2, 9)]
    for path in [*inside, f"{door}{file}", f"{door}/{file}", f"{door}{file}%00.png", f"{door}static/{file}"]:
        status, body = ask(server, path)
        assert MARKS[file] not in body, (status, path)


@pytest.mark.parametrize("path", [
    "/.streamlit/secrets.toml", "/.git/config", "/.env", "/kept.db", "/data/figures/municipalities.parquet",
    "/regional/cli/main.py", "/tests/conftest.py", "file:///etc/passwd", "//etc/passwd", "/?file=/etc/passwd",
    "/app/static//etc/passwd", "/app/static/%2fetc%2fpasswd", "/media/../../../../etc/passwd",
])  # fmt: skip
def test_what_is_no_page_is_the_app_itself_or_nothing(server, path):
    status, body = ask(server, path)
    assert status in (200, 301, 307, 400, 403, 404)
    if status == 200:
        assert b"<title>Streamlit</title>" in body


def test_what_may_be_given_is_given(server):
    """The doors above are real ones."""
    status, body = ask(server, "/app/static/icon.png")
    assert status == 200
    assert body.endswith((ROOT / "static" / "icon.png").read_bytes()[-64:])


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "POST"])
@pytest.mark.parametrize("path", ["/", "/app/static/icon.png", "/media/x", "/app/static/evil.txt"])
def test_nothing_on_the_server_can_be_changed_from_outside(server, method, path):
    before = sorted((ROOT / "static").rglob("*"))
    status, body = ask(server, path, method, Content_Length="4")
    assert status >= 400 or b"<title>Streamlit</title>" in body
    assert b"Content-Length: 4" not in body
    assert sorted((ROOT / "static").rglob("*")) == before


@pytest.mark.parametrize("session", ["../../etc", "x", "%2e%2e%2fx", "A" * 5_000])
def test_nobody_uploads_to_a_session_that_is_not_theirs(server, session):
    status, _ = ask(server, f"/_stcore/upload_file/{session}/file", "PUT", Content_Length="0")
    assert status >= 400


def handshake(port, origin):
    key = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13",
           "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": origin}  # fmt: skip
    with socket.create_connection(("localhost", port), timeout=30) as wire:
        lines = ["GET /_stcore/stream HTTP/1.1", f"Host: localhost:{port}",
                 *(f"{name.replace('_', '-')}: {value}" for name, value in key.items()), "", ""]  # fmt: skip
        wire.sendall("\r\n".join(lines).encode())
        return int(wire.recv(64).split()[1])


def test_a_page_of_another_site_cannot_open_the_socket(server):
    assert handshake(server, "https://evil.example") == 403
    assert handshake(server, f"http://localhost:{server}") == 101
