"""What was fetched laid over the snapshot: the newest filled year, and divisions that do not match."""

from dataclasses import replace

import pandas as pd
import pytest

from regional.cbs.figures import Origin
from regional.cbs.profile import country, profile
from regional.cbs.pull import load_figures
from regional.cbs.snapshot import load_snapshot
from tests.cbs.conftest import PARKSTAD

KWB_2026, KWB_2025, KWB_2024, KWB_2023, KWB_2022, SECTIONS = (
    "86358NED", "86165NED", "85984NED", "85618NED", "85318NED", "81575NED")  # fmt: skip
DIVISION_2026, DIVISION_2025, DIVISION_2024 = "86247NED", "86059NED", "85755NED"
SNAPSHOT = load_snapshot()


@pytest.fixture
def refreshed(cbs, quick_pull):
    """Return the figures after a pull from what the server now holds."""

    def run():
        assert quick_pull().ok
        return load_figures()

    return run


def rows(table, keep):
    """Return a table of the server with only the rows whose code passes."""
    key = "WijkenEnBuurten" if "WijkenEnBuurten" in table.data else "RegioS"
    return replace(table, data=table.data[table.data[key].str.strip().map(keep)].reset_index(drop=True))


def recoded(table, old, new):
    """Return a table of the server in which one code is another."""
    keys = [k for k in ("WijkenEnBuurten", "RegioS") if k in table.data]
    return replace(table, data=table.data.assign(**{k: table.data[k].str.replace(old, new) for k in keys}))


def test_each_dimension_has_its_newest_filled_year(pulled):
    assert {d: (s.table, s.year) for d, s in pulled.provenance.items()} == {
        "location": (KWB_2026, 2026), "urbanity": (KWB_2026, 2026), "age": (KWB_2026, 2026), "sex": (KWB_2026, 2026),
        "origin": (KWB_2026, 2026), "birth_origin": (KWB_2026, 2026), "household": (KWB_2026, 2026),
        "education": (KWB_2024, 2024), "income": (KWB_2023, 2023), "sector": (SECTIONS, 2026),
        "division": (DIVISION_2026, 2026)}  # fmt: skip


def test_fetched_counts_are_exact_and_income_is_known_to_a_tenth_of_a_percent(pulled):
    precision = {d: source.precision for d, source in pulled.provenance.items()}
    assert precision.pop("income") == pytest.approx(0.0005)
    assert set(precision.values()) == {0.0}
    assert not any(source.approximate for source in pulled.provenance.values())


def test_provenance_is_a_whole_footnote(pulled):
    source = pulled.provenance["age"]
    assert source.title == "Kerncijfers wijken en buurten 2026"
    assert source.modified == "2026-03-31T02:00:00"
    assert source.address.endswith("/mirror/ODataFeed/odata/86358NED")
    assert source.rows == 342
    assert source.retrieved is not None


def test_history_has_a_year_for_every_filled_table(pulled):
    years = {dimension: list(by_year) for dimension, by_year in pulled.history.items()}
    assert years["age"] == years["household"] == [2022, 2023, 2024, 2025, 2026]
    assert years["origin"] == years["inhabitants"] == [2022, 2023, 2024, 2025, 2026]
    assert years["education"] == [2022, 2023, 2024]
    assert years["sector"] == [2024, 2025, 2026]
    growth = (
        pulled.history["sex"][2025].loc[PARKSTAD].sum().sum() / pulled.history["sex"][2023].loc[PARKSTAD].sum().sum()
    )
    assert growth == pytest.approx(1.01 / 0.99, abs=1e-4)


def test_origin_and_birth_agree_though_their_stems_repeat(pulled):
    origin, born = pulled.counts["origin"], pulled.counts["birth_origin"]
    assert (born["nl_nl"] == origin["netherlands"]).all()
    assert (born["nl_europe"] + born["abroad_europe"] == origin["europe"]).all()
    assert (born["nl_outside"] + born["abroad_outside"] == origin["outside_europe"]).all()
    assert (born["nl_europe"] != born["abroad_europe"]).any()


def test_sections_are_summed_to_the_eight_groups(pulled):
    assert pulled.counts["sector"].loc["GM0928"].sum() == pytest.approx(
        1.02 * SNAPSHOT.counts["sector"].loc["GM0928"].sum(), abs=15
    )
    pd.testing.assert_frame_equal(
        pulled.history["sector"][2024], SNAPSHOT.counts["sector"], check_names=False, check_dtype=False
    )


def test_everything_is_laid_out_on_the_same_municipalities(pulled):
    for table in [*pulled.counts.values(), *(t for years in pulled.history.values() for t in years.values())]:
        assert list(table.index) == list(pulled.municipalities.index)


def test_columns_keep_the_types_of_the_contract(pulled):
    frame = pulled.municipalities
    assert [str(frame[c].dtype) for c in ("inhabitants", "urbanity", "oad")] == ["int64"] * 3
    assert set(SNAPSHOT.municipalities.columns) == set(frame.columns)


def test_moved_suffixes_make_no_difference(quick_pull, pulled, tmp_path, monkeypatch):
    from tests.servers.cbs import cbs_server

    monkeypatch.setenv("PARTNERSPIEGEL_CACHE", str(tmp_path))
    with cbs_server(shift=11):
        assert quick_pull().ok
    moved = load_figures()
    for dimension, counts in pulled.counts.items():
        pd.testing.assert_frame_equal(moved.counts[dimension], counts)
    pd.testing.assert_frame_equal(moved.areas, pulled.areas)


def test_a_newest_table_that_is_still_null_leaves_all_at_the_year_before(cbs, refreshed):
    table = cbs.tables[KWB_2026]
    cbs.tables[KWB_2026] = table.without(
        *[key for key in table.topics if not key.startswith(("Gemeentenaam", "Soort"))]
    )
    figures = refreshed()
    assert figures.municipalities["inhabitants"].sum() == pytest.approx(1.01 * 17_942_942, rel=1e-4)
    assert {figures.provenance[d].year for d in ("location", "urbanity", "age", "sex", "household")} == {2025}


def test_one_null_column_costs_one_dimension_its_newest_year(cbs, refreshed):
    cbs.tables[KWB_2026] = cbs.tables[KWB_2026].without("k_15Tot25Jaar_9")
    figures = refreshed()
    assert (figures.provenance["age"].year, figures.provenance["sex"].year) == (2025, 2026)


def test_columns_that_are_gone_cost_one_dimension_its_newest_year(cbs, refreshed):
    cbs.tables[KWB_2026] = cbs.tables[KWB_2026].dropping("Eenpersoonshuishoudens_31")
    assert refreshed().provenance["household"].year == 2025


def test_parts_that_do_not_add_up_are_not_believed(cbs, refreshed):
    table = cbs.tables[KWB_2026]
    swapped = table.data.assign(k_0Tot15Jaar_8=table.data["AantalInwoners_5"])
    cbs.tables[KWB_2026] = replace(table, data=swapped)
    assert refreshed().provenance["age"].year == 2025


def test_null_sections_of_the_newest_year_are_not_filled(cbs, refreshed):
    table = cbs.tables[SECTIONS]
    data = table.data.copy()
    data.loc[data["Perioden"] == "2026JJ00", "Vestigingen_1"] = pd.NA
    cbs.tables[SECTIONS] = replace(table, data=data)
    assert refreshed().provenance["sector"].year == 2025


def test_dissolved_municipalities_are_nowhere(pulled):
    assert len(pulled.municipalities) == 342
    assert country(pulled).compositions["sector"].missing == ()


def test_a_section_that_is_not_published_is_missing_in_its_municipality_alone(cbs, refreshed):
    table = cbs.tables[SECTIONS]
    data = table.data.copy()
    data.loc[(data["RegioS"] == "GM0928") & (data["BedrijfstakkenBranchesSBI2008"] == "306000 "), "Vestigingen_1"] = (
        pd.NA
    )
    cbs.tables[SECTIONS] = replace(table, data=data)
    sector = profile(refreshed(), PARKSTAD, "Parkstad").compositions["sector"]
    assert sector.missing == ("GM0928",)
    rest = [code for code in PARKSTAD if code != "GM0928"]
    assert sector.total == pytest.approx(1.02 * SNAPSHOT.counts["sector"].loc[rest].sum().sum(), rel=0.01)


def merged(cbs):
    """Simpelveld (GM0965) goes up into a new GM1999 with Voerendaal (GM0986) in KWB 2026 and the newest division."""
    for table in (KWB_2026, DIVISION_2026):
        held = recoded(cbs.tables[table], "GM0965", "GM1999")
        cbs.tables[table] = rows(held, lambda code: code != "GM0986")
    held = cbs.tables[KWB_2026]
    data = held.data.copy()
    data.loc[data["WijkenEnBuurten"].str.startswith("GM1999"), "Gemeentenaam_1"] = "Simpelveld en Voerendaal"
    cbs.tables[KWB_2026] = replace(held, data=data)


def test_a_merger_keeps_sums_right_and_lists_what_older_sources_do_not_know(cbs, refreshed):
    merged(cbs)
    figures = refreshed()
    assert "GM0965" not in figures.municipalities.index
    region = profile(figures, ["GM0928", "GM1999"], "x")
    assert region.compositions["age"].missing == ()
    for dimension, year in (("education", 2024), ("income", 2023)):
        composition = region.compositions[dimension]
        assert composition.missing == ("GM1999",)
        assert composition.counts == pytest.approx(figures.history[dimension][year].loc["GM0928"].to_dict())


def test_a_new_municipality_has_a_name_an_area_and_a_place_among_its_predecessors(cbs, refreshed):
    merged(cbs)
    new = refreshed().municipalities.loc["GM1999"]
    assert (new["name"], new["corop"], new["province"]) == ("Simpelveld en Voerendaal", "CR39", "PV31")
    old = SNAPSHOT.municipalities.loc[["GM0965", "GM0986"]]
    assert old["x"].min() < new["x"] < old["x"].max()
    assert old["lat"].min() < new["lat"] < old["lat"].max()


def test_a_municipality_in_no_division_stands_by_itself(cbs, refreshed):
    merged(cbs)
    for table in (DIVISION_2026, DIVISION_2025, DIVISION_2024):
        cbs.tables[table] = rows(cbs.tables[table], lambda code: code != "GM1999")
    figures = refreshed()
    whole = country(figures)
    assert whole.location_of["GM1999"] == "GM1999"
    assert whole.compositions["location"].total == figures.municipalities["inhabitants"].sum()


def test_a_municipality_that_moved_follows_the_newest_division(cbs, refreshed):
    table = cbs.tables[DIVISION_2026]
    key = next(k for k in table.data if k.startswith("Code_") and table.data[k].str.startswith("CR").all())
    data = table.data.copy()
    data.loc[data["RegioS"] == "GM0928", key] = "CR38  "
    cbs.tables[DIVISION_2026] = replace(table, data=data)
    assert refreshed().municipalities.at["GM0928", "corop"] == "CR38"


def test_an_area_that_only_a_newer_division_knows_gets_its_name(cbs, refreshed):
    table = cbs.tables[DIVISION_2026]
    key = next(k for k in table.data if k.startswith("Code_") and table.data[k].str.startswith("CR").all())
    name = f"Naam_{int(key.split('_')[1]) + 1}"
    data = table.data.copy()
    data.loc[data["RegioS"] == "GM0928", [key, name]] = ["CR41  ", "Nieuw gebied"]
    cbs.tables[DIVISION_2026] = replace(table, data=data)
    assert refreshed().areas.loc["CR41"].to_dict() == {"name": "Nieuw gebied", "kind": "corop"}


def test_a_table_with_half_the_country_is_refused(cbs, quick_pull):
    cbs.tables[KWB_2026] = rows(cbs.tables[KWB_2026], lambda code: code < "GM0500")
    report = quick_pull()
    assert [table.id for table in report.tables if table.status == "failed"] == [KWB_2026]
    assert load_figures().provenance["location"].year == 2025


def test_only_sections_fetched_leaves_people_to_the_snapshot(cbs, quick_pull):
    for table in (KWB_2026, KWB_2025, KWB_2024, KWB_2023, KWB_2022, DIVISION_2026, DIVISION_2025, DIVISION_2024):
        cbs.fail("404", table)
    quick_pull()
    figures = load_figures()
    origins = {d: source.origin for d, source in figures.provenance.items()}
    assert origins.pop("sector") is Origin.LIVE
    assert set(origins.values()) == {Origin.SNAPSHOT}
    pd.testing.assert_frame_equal(figures.municipalities, SNAPSHOT.municipalities)


def test_older_figures_do_not_push_newer_embedded_ones_aside(cbs, quick_pull):
    for table in (KWB_2026, KWB_2025, KWB_2024):
        cbs.fail("404", table)
    quick_pull()
    figures = load_figures()
    assert figures.provenance["age"].origin is Origin.SNAPSHOT
    assert (figures.provenance["income"].table, figures.provenance["income"].year) == (KWB_2023, 2023)


def test_extras_are_the_newest_and_say_so(pulled):
    assert {name: source.year for name, source in pulled.extras.items()} == {
        "per_km2": 2026, "oad": 2026, "in_work_pct": 2024, "disability_benefit_per_1000": 2024,
        "museums_20km": 2024}  # fmt: skip
    kerkrade = SNAPSHOT.municipalities.loc["GM0928"]
    assert pulled.municipalities.at["GM0928", "disability_benefit_per_1000"] == pytest.approx(
        kerkrade["disability_benefit_per_1000"], abs=0.05
    )
