"""A region out of its municipalities: sums, places, what is missing."""

from dataclasses import replace

import numpy as np
import pytest

from regional.cbs.profile import MOST_PLACES, country, profile
from regional.cbs.snapshot import load_snapshot
from tests.cbs.conftest import PARKSTAD

FIGURES = load_snapshot()


def changed(**counts):
    """Return figures with other counts, and so another digest."""
    return replace(FIGURES, counts={**FIGURES.counts, **counts}, digest=f"changed{len(counts)}{id(counts)}")


def test_a_region_is_the_sum_of_its_municipalities():
    region = profile(FIGURES, PARKSTAD, "Parkstad")
    assert region.inhabitants == 256_180
    for dimension, table in FIGURES.counts.items():
        assert region.compositions[dimension].counts == pytest.approx(table.loc[PARKSTAD].sum().to_dict())


def test_the_country_has_all_inhabitants_in_provinces():
    whole = country(FIGURES)
    assert whole.inhabitants == 17_942_942
    assert whole.compositions["location"].total == 17_942_942
    assert {code[:2] for code in whole.compositions["location"].counts} == {"PV"}


def test_shares_add_up_to_one():
    for composition in country(FIGURES).compositions.values():
        assert sum(composition.shares.values()) == pytest.approx(1)


def test_small_regions_show_municipalities_by_name():
    places = profile(FIGURES, PARKSTAD, "Parkstad").compositions["location"]
    assert places.counts["GM0928"] == 45_311
    assert places.labels["GM0928"] == "Kerkrade"


@pytest.mark.parametrize("where", [{"corop": "CR39"}, {"province": "PV31"}])
def test_above_fifteen_municipalities_small_neighbours_go_together_and_are_named(where):
    [(column, value)] = where.items()
    chosen = list(FIGURES.municipalities.index[FIGURES.municipalities[column] == value])
    region = profile(FIGURES, chosen, "groot")
    places = region.compositions["location"]
    assert len(chosen) > len(places.counts) == MOST_PLACES
    assert sum(places.counts.values()) == region.inhabitants
    names = FIGURES.municipalities["name"]
    for place, label in places.labels.items():
        members = [code for code in chosen if region.location_of[code] == place]
        assert len(members) > 5 or set(label.split(", ")) == set(names[members])


def test_exactly_fifteen_municipalities_are_still_municipalities():
    codes = list(FIGURES.municipalities.index[:15])
    assert set(profile(FIGURES, codes, "x").location_of.values()) == set(codes)
    assert len(set(profile(FIGURES, [*codes, "GM0928"], "x").location_of.values())) < 16


def test_urbanity_counts_inhabitants_by_class_and_knows_the_whole_country():
    region = profile(FIGURES, PARKSTAD, "Parkstad")
    assert region.compositions["urbanity"].total == 256_180
    assert set(region.compositions["urbanity"].counts) == set("12345")
    assert len(region.urbanity_of) == 342
    assert set(region.urbanity_of.values()) <= set("12345")


def test_what_is_not_published_is_missing_and_never_zero():
    income = FIGURES.counts["income"].copy()
    income.loc["GM0965", "highest_20"] = np.nan
    composition = profile(changed(income=income), PARKSTAD, "Parkstad").compositions["income"]
    assert composition.missing == ("GM0965",)
    rest = [code for code in PARKSTAD if code != "GM0965"]
    assert composition.counts == pytest.approx(FIGURES.counts["income"].loc[rest].sum().to_dict())


def test_a_municipality_that_a_source_does_not_know_is_missing():
    sector = FIGURES.counts["sector"].drop(index="GM0928")
    composition = profile(changed(sector=sector), PARKSTAD, "Parkstad").compositions["sector"]
    assert composition.missing == ("GM0928",)


def test_a_dimension_without_any_figure_is_left_out():
    nothing = FIGURES.counts["income"] * np.nan
    assert "income" not in profile(changed(income=nothing), PARKSTAD, "Parkstad").compositions


def test_unknown_codes_and_no_codes_are_refused():
    with pytest.raises(ValueError, match="GM9999"):
        profile(FIGURES, ["GM0928", "GM9999"], "x")
    with pytest.raises(ValueError, match="needs municipalities"):
        profile(FIGURES, [], "x")


def test_order_and_repetition_of_codes_do_not_matter():
    assert profile(FIGURES, PARKSTAD, "x") == profile(FIGURES, [*PARKSTAD[::-1], "GM0928"], "x")


def test_the_digest_follows_figures_and_codes():
    one = profile(FIGURES, PARKSTAD, "x").digest
    assert one == profile(FIGURES, PARKSTAD, "another name").digest
    assert one != profile(FIGURES, PARKSTAD[:-1], "x").digest
    assert one != profile(changed(), PARKSTAD, "x").digest
