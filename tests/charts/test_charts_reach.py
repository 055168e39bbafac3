import pytest
from charts_making import make_result, trace

from regional.charts import reach_chart
from regional.charts.reach import reach_title, reached_text
from regional.mirror.result import Mirror, PartnersSummary, ReachResult, RegionSummary
from regional.mirror.settings import Settings
from regional.texts import texts


def reach(group_id, main=0, also=0, inhabitants=24_000.0, dimension="age"):
    total = main + also
    per = inhabitants / total if inhabitants is not None and total else None
    return ReachResult(
        id=group_id, dimension=dimension, label=group_id, inhabitants=inhabitants, main=main, also=also,
        per_partner=per,
    )  # fmt: skip


def mirror(*results, known=20):
    amount = {"in": 0.0, "out": 0.0, "unknown": 0}
    return Mirror(
        settings=Settings.model_validate({}),
        region=RegionSummary(codes=("GM0928",), name="Kerkrade", inhabitants=45_311),
        partners=PartnersSummary(n=60, in_region=1, elsewhere=0, abroad=0, unknown_place=0, amount=amount),
        dimensions=(make_result([], "age"),),
        reach=results,
        reach_known=known,
    )


SOME = mirror(
    reach("young"),
    reach("old", main=1, inhabitants=61_000.0),
    reach("all", main=3, also=14),
    reach("readers", main=0, also=1, inhabitants=None, dimension=""),
)


def test_bars_are_the_inhabitants(nl):
    assert list(trace(reach_chart(SOME, nl), "region").x) == [24_000, 61_000, 24_000]


@pytest.mark.parametrize(
    ("result", "dutch", "english"),
    [
        (reach("a"), "door geen partner genoemd", "named by none of our partners"),
        (reach("a", main=1), "door 1 partner bereikt (1 vooral)", "reached by 1 partner (1 mainly)"),
        (
            reach("a", main=3, also=14),
            "door 17 partners bereikt (3 vooral, 14 ook)",
            "reached by 17 partners (3 mainly, 14 also)",
        ),
    ],
)
def test_nobody_one_and_more_are_worded(result, dutch, english):
    assert reached_text(result, texts("nl")) == dutch
    assert reached_text(result, texts("en")) == english


def test_nobody_one_and_more_differ_in_shape(nl):
    shapes = trace(reach_chart(SOME, nl), "partners").text
    assert "–" in shapes[0]
    assert shapes[1].count("●") == 1
    assert (shapes[2].count("●"), shapes[2].count("○")) == (3, 6)
    assert "…" in shapes[2]
    assert shapes[3].count("○") == 1


def test_groups_without_a_figure_say_so(nl):
    chart = reach_chart(SOME, nl)
    assert trace(chart, "sizes").text[3] == "Geen regiocijfer"
    assert chart.table["Inwoners"].tolist()[3] == "Geen regiocijfer"


def test_no_ratio_share_or_state_is_shown(nl):
    chart = reach_chart(SOME, nl)
    told = chart.alt + chart.title + chart.sentence + chart.table.to_csv() + chart.figure.to_json()
    assert "%" not in told.replace("%{hovertext}", "")
    assert "duidelijk" not in told.lower()


def test_alt_tells_every_group(nl):
    assert "old: 61.000 inwoners, door 1 partner bereikt (1 vooral)" in reach_chart(SOME, nl).alt


@pytest.mark.parametrize(
    ("results", "known", "title"),
    [
        ([reach("a")], 0, "We weten nog niet wie onze partners bereiken"),
        ([reach("a")], 5, "Eén groep noemt geen van onze partners"),
        ([reach("a"), reach("b")], 5,
         "2 groepen noemt geen van onze partners"),
        ([reach("a", 1)], 5, "1 groep wordt door maar één partner bereikt"),
        ([reach("a", 1), reach("b", 0, 1)], 5, "2 groepen worden elk door maar één partner bereikt"),
        ([reach("a", 2)], 5, "Elke groep wordt door meer dan één partner bereikt"),
    ],
)  # fmt: skip
def test_title_agrees_with_the_count(results, known, title, nl):
    assert reach_title(results, known, nl) == title


def test_only_the_wanted_dimensions_are_shown(nl):
    assert reach_chart(SOME, nl, dimensions=("",)).table["Groep"].tolist() == ["readers"]


def test_households_are_not_people(nl):
    chart = reach_chart(mirror(reach("single", 1, dimension="household")), nl)
    assert "24.000 huishoudens" in chart.alt


def test_inhabitants_per_partner_is_in_the_table(nl):
    assert reach_chart(SOME, nl).table["Inwoners per partner"].tolist() == ["–", "61.000", "1.412", "–"]


def test_the_source_names_the_table(nl):
    assert reach_chart(SOME, nl).source == "Bron: CBS, 85984NED, 2024"
