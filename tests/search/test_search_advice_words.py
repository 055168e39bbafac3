"""An advice in words and as a curve: how sure, why, what else, what to give up."""

import pytest

from regional.charts.search import curve_chart
from regional.search.advice_words import (
    advice_title,
    alternative_sentence,
    proof_sentence,
    relax_sentence,
    sure_sentence,
    why_sentence,
)
from regional.search.model import Advice, Alternative, CurvePoint, Relaxation, Why
from regional.texts import texts

NL = texts("nl")


def advice(**changes):
    return Advice(**{"k": 2, "objective": 0.15, "gap_before": 0.21, "gap_after": 0.15, "chosen": ("A", "B"),
                     "optimal": True, "bound": 0.15, "before": 0.21, **changes})  # fmt: skip


def test_the_title_tells_before_and_after():
    assert (
        advice_title(advice(), NL)
        == "Met deze 2 partners gaat de afstand tot de regio van 21,0\u00a0% naar 15,0\u00a0%"
    )
    assert advice_title(advice(chosen=("A",)), NL).startswith("Met één partner")
    assert advice_title(advice(chosen=(), objective=None), NL) == "Geen enkele combinatie past bij deze wensen"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "Dit is zeker de beste combinatie"),
        ({"optimal": False, "bound": 0.13}, "De tijd was om. Dit is de beste combinatie tot nu toe; er is hooguit 2,0"),
        ({"optimal": False, "bound": 0.13, "stopped": True}, "U hebt het zoeken gestopt."),
        ({"optimal": False, "bound": None}, "hoeveel beter het kan, weten we niet"),
    ],
)
def test_best_is_said_only_where_it_is_proven(changes, told):
    assert told in proof_sentence(advice(**changes), NL)


def test_half_known_partners_do_not_look_certain():
    assert "tussen 12,0\u00a0% en 19,0\u00a0%" in sure_sentence(advice(case_best=0.12, case_worst=0.19), NL)
    assert "alles bekend" in sure_sentence(advice(case_best=0.15, case_worst=0.15), NL)
    assert sure_sentence(advice(), NL) == ""


def test_why_names_groups_in_how_many_sets_and_what_is_unknown():
    why = Why(name="A", in_sets=3, sets=4, helps=(("age", "15-25"), ("location", "GM1"), ("reach", "disability")),
              unknown=("income",), same=("C",))  # fmt: skip
    told = why_sentence(why, 0.02, {("location", "GM1"): "Heerlen"}, NL)
    assert told == (
        "A: helpt bij 15 tot 25 jaar, Heerlen en mensen met een beperking. In 3 van de 4 beste combinaties. Zonder "
        "deze partner is de beste combinatie 2,0 procentpunt minder goed. Precies hetzelfde doet: C. Nog niet "
        "bekend: inkomen."
    )


def test_an_alternative_is_told_as_a_swap():
    other = Alternative(chosen=("A", "C"), objective=0.17, optimal=True)
    assert alternative_sentence(other, advice(), NL) == "C in plaats van B: 2,0 procentpunt minder goed."
    assert alternative_sentence(other.model_copy(update={"objective": 0.15}), advice(), NL).endswith("even goed.")


@pytest.mark.parametrize("kind", ["must_have", "must_not", "kind", "municipality", "sector", "budget", "k"])
def test_every_wish_can_be_let_go_in_words(kind):
    told = relax_sentence(Relaxation(kind=kind, key="GM1", by=2), {"GM1": "Heerlen"}, NL)
    assert "GM1" not in told
    assert "{" not in told


def test_the_curve_draws_every_number_and_the_floor():
    curve = [CurvePoint(k=k, objective=0.2 - k / 100, floor=0.2 - k / 200, optimal=True) for k in range(1, 4)]
    drawn = curve_chart(0.2, curve, "Titel", NL)
    assert drawn.table.iloc[:, 1].tolist() == ["20,0\u00a0%", "19,0\u00a0%", "18,0\u00a0%", "17,0\u00a0%"]
    assert drawn.table.iloc[0, 2] == "–"
    assert "met één nieuwe partner blijft 19,0\u00a0% over" in drawn.alt
    assert list(drawn.figure.data[0].x) == pytest.approx([0.2, 0.19, 0.18, 0.17])
    assert list(drawn.figure.data[1].x) == pytest.approx([0.195, 0.19, 0.185])


def test_a_curve_without_a_floor_has_no_marks():
    drawn = curve_chart(0.2, [CurvePoint(k=1, objective=0.1, floor=None, optimal=True)], "Titel", NL)
    assert not [trace for trace in drawn.figure.data if trace.type == "scatter" and trace.mode == "markers"]
