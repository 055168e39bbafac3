"""A merger from CBS to the screen: Wijdemeren is gone from the newest table, and all that was kept follows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from regional.access import Mode
from regional.cbs.pull import load_figures, pull
from regional.ui import storage
from regional.workspace.records import RegionChoice
from regional.workspace.workspace import Workspace
from tests.servers.cbs import cbs_server
from tests.servers.cbs_tables import Table, kwb

ROOT = Path(__file__).parents[2]
WIJDEMEREN, HILVERSUM, HUIZEN = "GM1696", "GM0402", "GM0406"
LIST = b"naam;plaats\nDe Plas;Loosdrecht\nHet Anker;Loosdrecht\nMediapark;Hilversum\n"


def merged(table: Table, gone: str, into: str) -> Table:
    """Return a table of key figures in which one municipality went into another."""
    at = {code.strip(): row for row, code in table.data["WijkenEnBuurten"].items()}
    data = table.data.copy()
    for column in data.select_dtypes("number").columns.drop("ID"):
        if not column.startswith(("k_40", "k_20", "MateVan", "Netto", "Omgevings", "Bevolkingsdichtheid")):
            data.loc[at[into], column] += data.loc[at[gone], column]
    places = table.dimensions["WijkenEnBuurten"]
    return replace(table, data=data.drop(index=at[gone]).reset_index(drop=True),
                   dimensions={"WijkenEnBuurten": places[places["Key"].str.strip() != gone]})  # fmt: skip


@pytest.fixture
def of_2027(monkeypatch):
    """The figures after a pull from a CBS that has a table of 2027."""
    now = kwb(2026)
    inhabitants = now.data.set_index(now.data["WijkenEnBuurten"].str.strip())[now.key("AantalInwoners")]
    table = replace(now, id="86999NED", title="Kerncijfers wijken en buurten 2027", period="2027")
    with cbs_server() as cbs:
        monkeypatch.setenv("CBS_URL", cbs.url)
        cbs.tables["86999NED"] = merged(table, WIJDEMEREN, HILVERSUM)
        assert pull(timeout=(2.0, 8.0), attempts=2, wait=0.01).ok
    return inhabitants


@pytest.fixture
def kept(monkeypatch, visit_as):
    """A museum that began with Wijdemeren and Huizen."""
    workspace = Workspace.in_memory()
    visit_as(Mode.SIGNED_IN, "editor")
    monkeypatch.setattr(storage, "_kept", lambda: workspace)
    spec = f"{WIJDEMEREN},{HUIZEN}"
    workspace.region_choices.add(RegionChoice(spec=spec, name="Gooi", is_default=True))
    return workspace


def words(test):
    elements = [*test.title, *test.markdown, *test.caption, *test.info, *test.warning]
    return "\n".join(str(element.value) for element in elements)


def everything(test):
    tables = [table.value.to_string(max_colwidth=500) for table in [*test.table, *test.dataframe]]
    return "\n".join([words(test), *tables])


def test_figures_region_partners_and_address_follow(of_2027, kept):
    figures = load_figures()
    assert WIJDEMEREN not in figures.municipalities.index
    assert figures.municipalities.loc[HILVERSUM, "inhabitants"] == of_2027[WIJDEMEREN] + of_2027[HILVERSUM]

    test = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    test.switch_page("pages/onze_regio.py").run()
    assert not test.exception
    assert "Wijdemeren hoort sinds 1 januari 2027 bij Hilversum" in words(test)
    people = f"{of_2027[[WIJDEMEREN, HILVERSUM, HUIZEN]].sum():,}".replace(",", ".")
    assert f"{people} inwoners in 2 gemeenten" in words(test)

    test.switch_page("pages/onze_partners.py").run()
    test.file_uploader(key="partner_file").upload("lijst.csv", LIST).run()
    assert not test.exception
    assert "Loosdrecht hoort sinds 1 januari 2027 bij Hilversum" in everything(test)
    test.switch_page("pages/spiegel.py").run()
    assert not test.exception


def test_an_address_of_before_opens_what_is_there_now(of_2027):
    test = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    test.query_params["region"] = WIJDEMEREN
    test.switch_page("pages/onze_regio.py").run()
    assert not test.exception
    assert "Wijdemeren hoort sinds 1 januari 2027 bij Hilversum" in words(test)
    assert "Hilversum\\: " in words(test)
