"""The harness itself: what must not happen is caught, and a server that dies tells why."""

import pytest

from tests.e2e.harness import ServerDiedError, serve, visit

pytestmark = pytest.mark.browser
SCRIPT = """
import os
import streamlit as st

case = st.query_params.get("case", "")
if case != "exception":
    st.title("Small page")
if case == "outside":
    st.html("<img src='https://example.org/pixel.png'><img src='http://198.51.100.7/pixel.png'>")
    st.html("<script>console.error('broken script')</script>", unsafe_allow_javascript=True)
    st.html("<script>new WebSocket('wss://example.org/live')</script>", unsafe_allow_javascript=True)
elif case == "exception":
    raise RuntimeError("broken page")
elif case == "error":
    st.error("broken figure")
elif case == "death":
    os._exit(3)
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    path = tmp_path_factory.mktemp("small") / "small.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def small(script):
    with serve(script.parent, str(script)) as address:
        yield address


def test_a_page_without_faults_is_clean(small, page, watch):
    visit(page, small)
    watch.assert_clean(page)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("exception", "an error on screen"),
        ("error", "broken figure"),
    ],
)
def test_what_must_not_happen_fails_the_test(small, page, watch, case, told):
    visit(page, f"{small}/?case={case}")
    with pytest.raises(AssertionError, match=told):
        watch.assert_clean(page)


def test_each_request_elsewhere_and_each_error_is_noted(small, page, watch):
    visit(page, f"{small}/?case=outside")
    assert set(watch.outside) == {
        "https://example.org/pixel.png", "http://198.51.100.7/pixel.png", "wss://example.org/live"}  # fmt: skip
    assert any("broken script" in error for error in watch.errors)
    with pytest.raises(AssertionError, match="left this machine"):
        watch.assert_clean(page)
    watch.outside.clear()
    with pytest.raises(AssertionError, match="broken script"):
        watch.assert_clean(page)


def test_a_server_that_does_not_start_tells_what_it_printed(tmp_path):
    with pytest.raises(ServerDiedError, match="does not exist"), serve(tmp_path, str(tmp_path / "absent.py")):
        pass


def test_a_server_that_dies_during_a_test_fails_it(script, page, tmp_path):
    def visited():
        with serve(tmp_path, str(script)) as address:
            page.goto(f"{address}/?case=death")
            page.wait_for_timeout(2_000)

    with pytest.raises(ServerDiedError):
        visited()
