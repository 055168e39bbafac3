"""The report on the page: who may have names in it, and that this is asked again at the download."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from regional.access import Access, Deed, Mode
from regional.partners.sample import load_sample
from regional.ui import access, storage
from regional.ui.sharing import report_download
from regional.workspace import Museum
from regional.workspace.workspace import Workspace

APP = str(Path(__file__).parents[2] / "app.py")
SQUEEZE = re.compile(r"[\s\u00ad\u200b-]+")


@pytest.fixture
def files(monkeypatch):
    """What the page offers to download: {file name: what makes it}."""
    found = {}
    monkeypatch.setattr(report_download.st, "download_button",
                        lambda label, data, file_name, *rest, **more: found.update({file_name: data}))  # fmt: skip
    return found


def opened(page="delen", names=False):
    test = AppTest.from_file(APP, default_timeout=60)
    test.switch_page(f"pages/{page}.py")
    test.run()
    if names:
        next(toggle for toggle in test.toggle if toggle.key == "report_names").set_value(True).run()
    assert not test.exception
    return test


def named(data):
    """How many active partners of the sample a PDF names."""
    frame = load_sample().portfolio.frame
    text = SQUEEZE.sub("", "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    return sum(SQUEEZE.sub("", name) in text for name in frame.loc[frame["status"] == "active", "name"])


def test_nobody_gets_names_unasked(visit_as, files):
    visit_as(Mode.SIGNED_IN, "editor")
    opened()
    assert set(files) >= {f"partnerspiegel-intern{suffix}" for suffix, *_ in report_download.FORMS}
    assert named(files["partnerspiegel-intern.pdf"]()) == 0


def test_an_editor_who_asks_gets_names_under_another_file_name(visit_as, files):
    visit_as(Mode.SIGNED_IN, "editor")
    test = opened(names=True)
    assert any("staan de namen van uw partners" in warning.value for warning in test.warning)
    frame = load_sample().portfolio.frame
    assert named(files["partnerspiegel-intern-vertrouwelijk.pdf"]()) == (frame["status"] == "active").sum()
    assert {"partnerspiegel-intern-vertrouwelijk.html", "partnerspiegel-intern-vertrouwelijk.xlsx"} <= set(files)


def test_the_csv_never_holds_names(visit_as, files):
    visit_as(Mode.SIGNED_IN, "editor")
    opened(names=True)
    told = files["partnerspiegel-intern.csv"]().decode("utf-8-sig")
    assert "partnerspiegel-intern-vertrouwelijk.csv" not in files
    assert not [name for name in load_sample().portfolio.frame["name"] if name in told]


def test_a_viewer_is_not_asked_and_gets_no_names(visit_as, files):
    visit_as(Mode.SIGNED_IN, "viewer")
    test = opened()
    assert "report_names" not in {toggle.key for toggle in test.toggle}
    assert not [name for name in files if "vertrouwelijk" in name]
    assert named(files["partnerspiegel-intern.pdf"]()) == 0


def test_a_choice_that_a_viewer_brings_along_counts_for_nothing(visit_as, files):
    visit_as(Mode.SIGNED_IN, "editor")
    test = opened(names=True)
    files.clear()
    visit_as(Mode.SIGNED_IN, "viewer")
    test.run()
    assert set(files) >= {"partnerspiegel-intern.pdf"}
    assert not [name for name in files if "vertrouwelijk" in name]


def test_a_role_taken_away_between_page_and_download_yields_no_bytes(visit_as, files, monkeypatch):
    visit_as(Mode.SIGNED_IN, "editor")
    opened(names=True)
    monkeypatch.setattr(access, "mode", lambda *_: Access(Mode.SIGNED_IN, role="viewer", email="ed@museum.example"))
    monkeypatch.setattr(report_download, "report_file", lambda *_, **__: pytest.fail("a file was made"))
    with pytest.raises(PermissionError, match="niet"):
        files["partnerspiegel-intern-vertrouwelijk.pdf"]()


def test_the_name_that_the_museum_keeps_is_on_the_report(visit_as, files, monkeypatch):
    visit_as(Mode.LOCAL)
    workspace = Workspace.in_memory()
    workspace.museums.add(Museum(name="Museum De Proef"))
    monkeypatch.setattr(storage, "_kept", lambda: workspace)
    opened()
    first = PdfReader(io.BytesIO(files["partnerspiegel-intern.pdf"]())).pages[0]
    assert "Museum De Proef" in first.extract_text()


def test_the_page_says_that_the_report_is_for_internal_use(visit_as, files):
    visit_as(Mode.SIGNED_IN, "editor")
    assert any("Voor intern gebruik" in caption.value for caption in opened().caption)
    assert access.may(Access(Mode.SIGNED_IN, role="editor"), Deed.EXPORT_NAMES).allowed
