"""Addresses in the wild (fixtures/addresses.txt) keep opening what they opened."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
LINES = (Path(__file__).parent / "fixtures" / "addresses.txt").read_text(encoding="utf-8").splitlines()
ADDRESSES = [line for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_in_the_wild_opens_its_page_with_its_choices(address):
    parts = urlsplit(address)
    choices = dict(parse_qsl(parts.query))
    test = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    test.query_params.update(choices)
    if parts.path != "/":
        test.switch_page(f"pages{parts.path}.py")
    test.run()
    assert not test.exception
    assert test.title
    choices.pop("link", None)
    assert {key: test.session_state[key] for key in choices} == choices
