"""Nothing typed is lost: every field of every page stands as it was left after a visit to another page."""

import datetime as dt
import os
from pathlib import Path

import pytest

from regional.access import Access, Mode
from regional.ui import access, components, museum
from regional.workspace.workspace import open_workspace
from tests.full_museum import fill
from tests.ui.test_ui_pages import PAGES, opened

KINDS = ("multiselect", "selectbox", "radio", "checkbox", "toggle", "slider", "number_input", "text_input", "text_area",
         "date_input", "button_group")  # fmt: skip
ASKED_ANEW = {
    "erase_sure": "a tick before something goes for good",
    "due_sure": "a tick before something goes for good",
    "share_agreed": "a tick that counts for one publication",
    "list_steps": "says where the list is, and is a way to another part of the page",
}
"""Keys, or how they begin, of what is asked anew on purpose, and why."""


WORKED_AT = ("wie_zoeken_we", "vragen_aan_partners", "in_gesprek", "plan_van_aanpak", "delen")
LOOKED_AT = {
    "suppose_theme": "which theme is on screen",
    "annex_with": "which partner is on screen",
    "report_names": "names leave only where that is asked anew",
    "share_since": "which comparison is on screen",
    "share_until": "follows from the date of the meeting",
    "compare": "which comparison is on screen",
}
"""Keys, or how they begin, of what a window holds as long as it is open, and why."""


@pytest.fixture
def everything_open(monkeypatch):
    """Draw what stands behind a tab or a heading too."""

    def whole(t, key, drawn, **_):
        for _, draw in drawn:
            draw()

    monkeypatch.setattr(components, "parts", whole)
    monkeypatch.setattr(components, "on_request", lambda label, key, draw: draw())


@pytest.fixture
def signed_in(monkeypatch):
    monkeypatch.setattr(access, "mode", lambda *_: Access(Mode.SIGNED_IN, role="editor", email="noor@museum.example"))
    museum.kept.clear()
    yield
    museum.kept.clear()


@pytest.fixture(scope="module")
def full_museum(tmp_path_factory):
    """The bytes of the workspace of a museum with everything filled in."""
    file = tmp_path_factory.mktemp("full") / "kept.db"
    space = open_workspace(f"sqlite:///{file.as_posix()}")
    fill(space, dt.date.today())
    space.close()
    return file.read_bytes()


@pytest.fixture
def full(signed_in, full_museum):
    """Let that museum be the one that is kept."""
    file = Path(os.environ["PARTNERSPIEGEL_DB"].removeprefix("sqlite:///"))
    file.parent.mkdir(parents=True)
    file.write_bytes(full_museum)


def fields(test):
    """Return key -> field, of all fields of the page itself that can be changed."""
    found = {}
    for kind in KINDS:
        for one in getattr(test.main, kind):
            if one.key and not one.proto.disabled and not str(one.key).startswith(tuple(ASKED_ANEW)):
                found[str(one.key)] = one
    return found


def other(one):
    """Return a value of a field that it does not have yet; None where there is no other."""
    kind, value = type(one).__name__, one.value
    if kind in ("Checkbox", "Toggle"):
        return not value
    if kind in ("Slider", "NumberInput"):
        if isinstance(value, (tuple, list)):
            return (value[1], value[1])
        low, step = one.min or 0, one.step or 1
        return (low + step if value == low else low) if value is not None else low + step
    if kind in ("TextInput", "TextArea"):
        return f"{value or ''} getypt".strip()
    if kind == "DateInput":
        return (value or dt.date(2026, 11, 2)) + dt.timedelta(days=1)
    return _another_option(one, kind, value)


def _another_option(one, kind, value):
    options = list(one.options)
    if kind == "Multiselect":
        return [option for option in options[:2] if option not in value][:1] or None
    shown = one.formatted_values if kind == "ButtonGroup" else [one.format_func(value)] if value is not None else []
    left = [at for at, option in enumerate(options) if option not in shown]
    return options[left[-1]] if left else None


def changed(test):
    """Change every field of the page, also those that come with what was chosen; return key -> as it was left."""
    done = set()
    for _ in range(2):
        new = {key: one for key, one in fields(test).items() if key not in done}
        for one in new.values():
            value = other(one)
            if value is not None:
                one.set_value(value)
        test.run()
        assert not test.exception
        done |= set(new)
    return {key: one.value for key, one in fields(test).items()}


def away_and_back(test, page):
    for there in ("spiegel" if page != "spiegel" else "delen", page):
        test.switch_page(f"pages/{there}.py").run()
        assert not test.exception
    return {key: one.value for key, one in fields(test).items()}


def differing(before, after):
    """Return what is not as it was: key -> as it was left, as it is."""
    return {key: (value, after.get(key)) for key, value in before.items() if value != after.get(key)}


@pytest.mark.parametrize("page", PAGES)
def test_no_field_of_a_page_with_the_example_is_lost(everything_open, page):
    test = opened(page)
    assert differing(changed(test), away_and_back(test, page)) == {}


@pytest.mark.parametrize("page", PAGES)
def test_no_field_of_a_museum_with_everything_filled_in_is_lost(everything_open, full, page):
    test = opened(page)
    test.session_state["list_step"] = "see"
    left = changed(test.run())
    assert differing(left, away_and_back(test, page)) == {}
    if page not in WORKED_AT:
        return
    museum.kept.clear()  # and after a restart
    again = opened(page)
    assert not again.exception
    gone = differing(left, {key: one.value for key, one in fields(again).items()})
    assert [key for key in gone if not key.startswith(tuple(LOOKED_AT))] == []
