"""Names and notes made to do something, on the pages that tests/security/test_security_names.py opens in no browser."""

import pytest

from regional.ui.router import MENU
from tests.e2e.conftest import chromium, page, watch, window  # noqa: F401 - fixtures
from tests.security.test_security_names import PROVEN, does_nothing, kept, museum  # noqa: F401 - fixtures


@pytest.mark.parametrize("name", [name for name, *_ in MENU if name not in PROVEN])
def test_no_name_or_note_does_anything_on_a_page(museum, page, watch, name):  # noqa: F811
    does_nothing(museum, page, watch, name)
