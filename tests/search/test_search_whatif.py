"""Stel dat: the mirror before and after, and what is told of it."""

import pytest

from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.search.whatif import Supposition, suppose, what_if
from regional.search.whatif_words import actions, change_sentences, headline
from regional.texts import texts


def test_a_possible_partner_joins_the_mirror_after(sample, region):
    compared = what_if(sample, region, Settings(), ["Seniorenbond De Gouden Pantoffel"])
    assert compared.after.partners.n == compared.before.partners.n + 1
    before, after = (m.dimension("location").group("GM1954").count for m in (compared.before, compared.after))
    assert after == before + 1
    assert ("65+", "65 years or older", 8, 9) in compared.reached


def test_before_is_the_mirror_as_it_is(sample, region):
    assert what_if(sample, region, Settings(), ["Gameclub De Pixelmijn"]).before == reflect(sample, region, Settings())


def test_nothing_supposed_changes_nothing(sample, region):
    compared = what_if(sample, region, Settings())
    assert not compared.changes
    assert not compared.reached
    assert headline(compared, texts("nl")) == "Dan verandert er niets in de spiegel"


def test_the_list_itself_stays_as_it_is(sample):
    status, digest = sample.frame["status"].tolist(), sample.digest
    grown = suppose(sample, ["Gameclub De Pixelmijn"], {"Provincie Zuiderpeel": 1.0})
    assert sample.frame["status"].tolist() == status
    assert grown.digest != digest


def test_an_own_description_joins_where_it_sits(sample, region):
    described = {"naam": "Een jongerenclub", "gemeente": "Simpelveld", "soort": "inhoudelijk", "vooral_voor": "15-25"}
    compared = what_if(sample, region, Settings(), [described])
    before, after = (m.dimension("location").group("GM0965").count for m in (compared.before, compared.after))
    assert after == before + 1
    assert ("15-25", "15 to 25 years", 7, 8) in compared.reached


def test_an_amount_moves_the_money(sample, region):
    compared = what_if(sample, region, Settings(weight="money_in"), amounts={"Gemeente Mergelrade": 0.0})
    kerkrade = next(c for c in compared.changes if (c.dimension, c.group) == ("location", "GM0928"))
    assert kerkrade.after < kerkrade.before
    assert compared.after.partners.amount.in_ == compared.before.partners.amount.in_ - 485_000


def test_more_partners_in_a_group_end_its_gap(sample, region):
    described = [{"naam": f"Nieuw {i}", "gemeente": "Beekdaelen"} for i in range(3)]
    compared = what_if(sample, region, Settings(), described)
    change = next(c for c in compared.changes if c.group == "GM1954")
    assert (change.state_before, change.state_after) == ("clearly_less", "in_line")
    told = "\n".join(change_sentences(compared, texts("nl")))
    assert "Was: duidelijk minder aanwezig dan in de regio. Wordt: geen duidelijk verschil." in told


@pytest.mark.parametrize("name", ["Nobody", "Provincie Zuiderpeel", "Uitgeverij De Ezelsoor"])
def test_only_possible_partners_can_join(sample, region, name):
    with pytest.raises(KeyError):
        what_if(sample, region, Settings(), [name])


@pytest.mark.parametrize("amount", [-1.0, float("inf"), float("nan")])
def test_an_amount_is_a_number_of_euros(sample, region, amount):
    with pytest.raises(ValueError, match="amount"):
        what_if(sample, region, Settings(), amounts={"Provincie Zuiderpeel": amount})


def test_a_description_needs_a_name(sample, region):
    with pytest.raises(ValueError, match="name"):
        what_if(sample, region, Settings(), [{"naam": "", "gemeente": "Heerlen"}])


def test_a_scenario_becomes_conversations():
    told = actions(Supposition(added=("De Pixelmijn",), amounts={"Drukkerij": 5000.0}), texts("nl"))
    assert told == [
        "Voer een eerste gesprek met De Pixelmijn: passen inhoud en visie bij elkaar?",
        "Praat met Drukkerij over een bedrag van €\u00a05.000 per jaar.",
    ]


def test_a_scenario_is_kept_as_json():
    scenario = Supposition(added=("a",), own=({"naam": "b"},), amounts={"c": 1.5})
    assert Supposition.model_validate_json(scenario.model_dump_json()) == scenario
