import time

import pytest
from charts_making import make_group, make_result, names, trace

from regional.charts import mirror_chart
from regional.mirror.result import Status
from regional.mirror.settings import Settings


def test_bars_are_the_mirrors_shares(parkstad, nl):
    chart = mirror_chart(parkstad, nl)
    assert list(trace(chart, "region").x) == [-0.34, -0.33, -0.18, -0.15]
    assert list(trace(chart, "partners").x) == [0.10, 0.0, 0.40, 0.15]


def test_places_are_ordered_by_the_region(parkstad, nl):
    assert list(mirror_chart(parkstad, nl).table["Groep"]) == [
        "Heerlen",
        "Simpelveld",
        "Kerkrade",
        "Landgraaf",
    ]


def test_ages_keep_their_own_order(nl):
    groups = [make_group("0-15", 0.1, 0.1, label="0 to 15 years"), make_group("65+", 0.9, 0.9)]
    assert mirror_chart(make_result(groups, "age"), nl).table["Groep"].tolist() == ["0 tot 15 jaar", "65+"]


def test_the_band_is_drawn_from_its_low_to_its_high_end(parkstad, nl):
    band = trace(mirror_chart(parkstad, nl), "band")
    heerlen = parkstad.group("GM0917")
    assert (band.base[0], band.base[0] + band.x[0]) == pytest.approx(heerlen.band)


def test_the_bounds_are_drawn(parkstad, nl):
    bounds = trace(mirror_chart(parkstad, nl), "bounds")
    assert list(bounds.x[:2]) == pytest.approx(list(parkstad.group("GM0917").bounds))


def test_bounds_beyond_the_edge_are_cut_with_an_arrow(nl):
    groups = [make_group("a", 0.2, 0.2, bounds=(0.02, 0.92)), make_group("b", 0.3, 0.3)]
    chart = mirror_chart(make_result(groups), nl)
    edge = chart.figure.layout.xaxis.range[1]
    assert edge < 0.92
    assert list(trace(chart, "bounds cut").x) == [edge]


def test_both_sides_have_the_same_scale(parkstad, nl):
    low, high = mirror_chart(parkstad, nl).figure.layout.xaxis.range
    assert low == -high


def test_values_stand_at_the_bars(parkstad, nl):
    values = trace(mirror_chart(parkstad, nl), "partner values")
    assert values.text[0].strip("\u00a0") == "10\u00a0%"
    assert values.x[0] == 0.10


def test_states_are_told_in_words_and_shape(parkstad, nl):
    states = trace(mirror_chart(parkstad, nl), "states").text
    assert "▼" in states[0]
    assert "Duidelijk minder aanwezig dan in de regio" in states[0]
    assert len(states) == 3  # in line needs no words


def test_one_quiet_state_for_all_is_told_by_the_title_alone(nl):
    groups = [make_group(i, 0.5, 0.5, Status.TOO_LITTLE_DATA) for i in "ab"]
    chart = mirror_chart(make_result(groups), nl)
    assert "states" not in names(chart)
    assert chart.title == "Er is nog te weinig bekend om te vergelijken"


def test_rows_do_not_overlap_and_fit_the_figure(nl):
    groups = [make_group(f"g{i}", 1 / 15, 1 / 15, label="Agglomeratie Leiden en Bollenstreek") for i in range(15)]
    chart = mirror_chart(make_result(groups), nl)
    bars, labels = trace(chart, "partners").y, trace(chart, "labels").y
    tops = [y - 20 for y in labels]  # two lines of 20 pixels
    assert all(top > bar + 16 for top, bar in zip(tops[1:], bars, strict=False))
    assert max(bars) + 16 < chart.figure.layout.yaxis.range[0]


def test_without_a_regional_figure_only_the_partners_are_drawn(nl):
    groups = [make_group("network", None, 0.7, Status.NOT_COMPARABLE), make_group("x", None, 0.3)]
    chart = mirror_chart(make_result(groups, "how_found", tested=False, source="", year=None), nl)
    assert {"region", "band", "region head"}.isdisjoint(names(chart))
    assert chart.figure.layout.xaxis.range[0] == 0
    assert chart.source == "Bron: uw eigen partnerbestand"


def test_all_unknown_still_shows_the_region(nl):
    groups = [make_group(i, 0.5, None, Status.TOO_LITTLE_DATA) for i in "ab"]
    chart = mirror_chart(make_result(groups, n_known=0, n_unknown=60), nl)
    assert len(trace(chart, "region").x) == 2
    assert "partners" not in names(chart)
    assert "0 van 60 bekend" in trace(chart, "partners counted").text[0]


def test_no_groups_at_all_is_an_empty_chart(nl):
    chart = mirror_chart(make_result([], n_known=0), nl)
    assert chart.table.empty
    assert chart.title == "Hierover weten we nog niets van onze partners"


def test_alt_holds_every_figure_and_state(parkstad, nl):
    alt = mirror_chart(parkstad, nl).alt
    assert (
        "Heerlen: de regio 34\u00a0%, onze partners 10\u00a0%, verschil −24 punten, "
        "door toeval 24\u00a0% tot 44\u00a0%" in alt
    )
    assert "duidelijk minder aanwezig dan in de regio" in alt
    assert all(group.label in alt for group in parkstad.groups)


def test_table_is_complete_and_in_the_readers_language(parkstad, en):
    table = mirror_chart(parkstad, en).table
    assert list(table.columns) == [
        "Group", "The region", "Our partners", "Number", "Difference", "Ratio", "By chance",
        "With the unknown", "State",
    ]  # fmt: skip
    assert table.iloc[0].tolist()[:6] == [
        "Heerlen",
        "34\u00a0%",
        "10\u00a0%",
        "4",
        "−24 points",
        "0.3\u00a0×",
    ]
    assert len(table) == len(parkstad.groups)


def test_money_is_named_and_counted_in_euros(parkstad, nl):
    chart = mirror_chart(parkstad, nl, settings=Settings.model_validate({"weight": "money_in"}))
    assert "Geld van partners" in trace(chart, "partners head").text[0]
    assert chart.table["Bedrag"][0].startswith("€")


def test_names_are_escaped_in_the_figure_and_plain_in_the_words(nl):
    evil = make_group("x", 0.5, 0.1, Status.CLEARLY_LESS, '<a href="https://x.example">Klik</a>')
    chart = mirror_chart(make_result([evil, make_group("y", 0.5, 0.9)]), nl)
    assert "<a" not in chart.figure.to_json()
    assert "\\u003ca" not in chart.figure.to_json()
    assert chart.title.startswith('<a href="https://x.example">Klik</a> is')


def test_nothing_from_outside_is_asked_for(parkstad, nl):
    json = mirror_chart(parkstad, nl).figure.to_json()
    assert "http" not in json
    assert "//" not in json


def test_sentence_explains_only_what_is_drawn(parkstad, nl):
    assert "stippellijn" in mirror_chart(parkstad, nl).sentence
    known = [make_group("a", 1.0, 1.0, bounds=(1.0, 1.0)), make_group("b", 0.0, 0.0, bounds=None)]
    assert "stippellijn" not in mirror_chart(make_result(known), nl).sentence


def test_dark_draws_with_the_dark_palette(parkstad, nl):
    light, dark = (mirror_chart(parkstad, nl, dark=d) for d in (False, True))
    assert trace(light, "region").marker.color == "#12436D"
    assert trace(dark, "region").marker.color != "#12436D"


def test_build_time_is_reported(parkstad, nl, record_property):
    mirror_chart(parkstad, nl)
    start = time.perf_counter()
    for _ in range(20):
        mirror_chart(parkstad, nl)
    record_property("milliseconds", (time.perf_counter() - start) * 50)


def test_partners_outside_the_region_are_told_to_stand_apart(nl):
    groups = [make_group("a", 0.5, 0.5), make_group("b", 0.5, 0.5)]
    chart = mirror_chart(make_result(groups, outside={"elsewhere": 15, "abroad": 3}), nl)
    assert "18 partners buiten de regio tellen hier niet mee." in chart.sentence
    assert "40 in de regio" in trace(chart, "partners counted").text[0]


def test_one_partner_outside_is_singular(en):
    groups = [make_group("a", 0.5, 0.5), make_group("b", 0.5, 0.5)]
    chart = mirror_chart(make_result(groups, outside={"abroad": 1}), en)
    assert "1 partner outside the region is not counted here." in chart.sentence


def test_hover_speaks_the_readers_language(parkstad, nl):
    partners = trace(mirror_chart(parkstad, nl), "partners")
    assert partners.hovertemplate == "%{hovertext}<extra></extra>"
    assert partners.hovertext[0].startswith("<b>Heerlen</b><br>de regio 34\u00a0%<br>onze partners 10\u00a0%")


def test_partners_for_everyone_are_a_row_of_their_own_without_a_bar(nl):
    groups = [make_group("0-15", 0.1, 0.1, label="0 to 15 years"), make_group("65+", 0.9, 0.9)]
    facts = {"basis": "main_groups", "answers": {"focused": 12, "everyone": 7, "none_named": 0}}
    chart = mirror_chart(make_result(groups, "age").model_copy(update=facts), nl)
    assert "Voor iedereen: 7 partners, apart geteld" in chart.alt
    assert list(trace(chart, "labels").text)[-1] == "<b>Voor iedereen</b>"
    assert len(trace(chart, "partners").x) == 2
    assert chart.table["Groep"].tolist()[-1] == "Voor iedereen"
