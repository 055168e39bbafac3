"""Every import and every round of edits is a version; two editors never lose each other's work."""

import pytest

from regional.partners.read import read_partners
from regional.partners.records import to_records
from regional.partners.sample import FOLDER
from regional.texts import texts
from regional.workspace import Conflict, Invalid, Missing
from regional.workspace.rows import PartnerRow, canonical

ONE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""Needs no second database: what it tests is the same code on both."""

LIST = [{"naam": "De Kring", "plaats": "Kerkrade", "bedrag": "100"}, {"naam": "Studio Zuid", "plaats": "Heerlen"},
        {"naam": "Fonds Noord", "plaats": "Assen", "soort": "fonds"}]  # fmt: skip


@pytest.fixture
def first(ws):
    """The first version of LIST, and its rows by name."""
    ws.versions.keep(LIST, "Eerste lijst", by="Sam")
    return {row.name: row for row in ws.versions.rows()}


def names(rows):
    return [row.name for row in rows]


def test_a_version_loads_as_the_same_portfolio(ws):
    portfolio = read_partners((FOLDER / "partners.csv").read_bytes()).portfolio
    version = ws.versions.keep(to_records(portfolio), "Import van partners.csv", by="Sam")
    assert (version.number, version.why, version.by, version.partners) == (1, "Import van partners.csv", "Sam", 76)
    assert ws.versions.load().digest == portfolio.digest
    assert ws.versions.load(1).frame["name"].tolist() == names(ws.versions.rows(1))


def test_nothing_is_there_before_the_first_version(ws):
    assert ws.versions.list() == ()
    assert ws.versions.newest() is None
    assert ws.versions.rows() == ()
    with pytest.raises(Missing):
        ws.versions.load()


@ONE
def test_the_same_list_is_not_kept_twice(ws, first):
    again = ws.versions.keep(LIST, "Nog eens")
    assert again.number == 1
    assert len(ws.versions.list()) == 1


@ONE
def test_partners_keep_their_id_through_imports_edits_and_restores(ws, first):
    written_otherwise = [
        {"naam": "STUDIO ZUID", "plaats": "heerlen", "bedrag": "5"},
        {"naam": "Nieuw", "plaats": "Urk"},
    ]
    ws.versions.keep(written_otherwise, "Tweede lijst")
    rows = {row.name: row.partner_id for row in ws.versions.rows()}
    assert rows["STUDIO ZUID"] == first["Studio Zuid"].partner_id
    assert rows["Nieuw"] not in {row.partner_id for row in first.values()}
    ws.versions.keep([*LIST, {"naam": "Nieuw", "plaats": "Urk"}], "Derde lijst")
    assert {row.name: row.partner_id for row in ws.versions.rows()} == {
        **{name: row.partner_id for name, row in first.items()},
        "Nieuw": rows["Nieuw"],
    }


@ONE
def test_two_branches_with_one_name_are_two_partners(ws):
    twice = [{"naam": "De Kring", "plaats": "Kerkrade"}, {"naam": "De Kring", "plaats": "Kerkrade"}]
    ws.versions.keep(twice, "")
    ids = [row.partner_id for row in ws.versions.rows()]
    assert len(set(ids)) == 2
    ws.versions.keep([*twice, {"naam": "De Kring", "plaats": "Heerlen"}], "")
    assert len({row.partner_id for row in ws.versions.rows()}) == 3


@ONE
def test_an_id_that_is_given_stays_whatever_the_name_becomes(ws, first):
    row = first["De Kring"]
    ws.versions.keep([{**row.cells, "naam": "De Cirkel", "partner_id": row.partner_id}], "")
    assert [(r.partner_id, r.name) for r in ws.versions.rows()] == [(row.partner_id, "De Cirkel")]


def test_versions_are_compared_partner_by_partner_and_cell_by_cell(ws, first):
    ws.versions.keep(
        [first["De Kring"].changed(bedrag="250", plaats="Kerkrade"), first["Fonds Noord"].changed(status="ended"),
         {"naam": "Nieuw"}], "", based_on=1,
    )  # fmt: skip
    diff = ws.versions.compare(1, 2)
    assert names(diff.added) == ["Nieuw"]
    assert names(diff.removed) == ["Studio Zuid"]
    assert names(diff.stopped) == ["Fonds Noord"]
    assert {(c.name, c.column, c.before, c.after) for c in diff.changed} == {
        ("De Kring", "bedrag", "100", "250"), ("Fonds Noord", "status", "active", "ended"),
    }  # fmt: skip
    assert not ws.versions.compare(1, 1)
    back = ws.versions.compare(2, 1)
    assert names(back.added) == ["Studio Zuid"]
    assert not back.stopped


@ONE
def test_a_new_list_shows_what_it_will_change_before_it_does(ws, first):
    diff = ws.versions.preview([LIST[0], {"naam": "Nieuw"}])
    assert (names(diff.added), len(diff.removed), diff.changed) == (["Nieuw"], 2, ())
    assert len(ws.versions.list()) == 1


def test_an_older_version_comes_back_as_a_new_one(ws, first):
    ws.versions.keep([{"naam": "Nieuw"}], "")
    restored = ws.versions.restore(1, "Versie 1 teruggezet", by="Noor")
    assert (restored.number, restored.by, restored.based_on) == (3, "Noor", 1)
    assert restored.content == ws.versions.list()[-1].content
    assert ws.versions.rows() == ws.versions.rows(1)
    assert [version.number for version in ws.versions.list()] == [3, 2, 1]


def test_edits_of_two_people_to_other_partners_both_stay(ws, first):
    rows = list(first.values())
    ws.versions.keep([rows[0].changed(bedrag="1"), *rows[1:], {"naam": "Van Sam"}], "", by="Sam", based_on=1)
    ws.versions.keep([rows[0], rows[1].changed(bedrag="2")], "", by="Noor", based_on=1)
    now = {row.name: row.cells.get("bedrag") for row in ws.versions.rows()}
    assert now == {"De Kring": "1", "Studio Zuid": "2", "Van Sam": None}


def test_edits_of_two_people_to_one_partner_are_put_before_the_second(ws, first):
    rows = list(first.values())
    ws.versions.keep([rows[0].changed(bedrag="1"), *rows[1:]], "", based_on=1)
    mine = [rows[0].changed(bedrag="9"), rows[1].changed(bedrag="2"), rows[2]]
    with pytest.raises(Conflict) as told:
        ws.versions.keep(mine, "", based_on=1)
    assert [row.cells["bedrag"] for row in told.value.mine] == ["9"]
    assert [row.cells["bedrag"] for row in told.value.theirs] == ["1"]
    assert told.value.newest == 2
    assert len(ws.versions.list()) == 2
    for side, bedrag in (("theirs", "1"), ("mine", "9")):
        ws.versions.keep(mine, "", based_on=1, chosen={rows[0].partner_id: side})
        now = {row.name: row.cells.get("bedrag") for row in ws.versions.rows()}
        assert now == {"De Kring": bedrag, "Studio Zuid": "2", "Fonds Noord": None}


@ONE
def test_removing_what_another_changed_is_a_choice_too(ws, first):
    rows = list(first.values())
    ws.versions.keep([rows[0].changed(bedrag="1"), *rows[1:]], "", based_on=1)
    with pytest.raises(Conflict) as told:
        ws.versions.keep(rows[1:], "", based_on=1)
    assert told.value.mine == (None,)
    ws.versions.keep(rows[1:], "", based_on=1, chosen={rows[0].partner_id: "mine"})
    assert names(ws.versions.rows()) == ["Studio Zuid", "Fonds Noord"]


@ONE
def test_the_same_edit_by_two_people_is_no_conflict(ws, first):
    rows = list(first.values())
    changed = [rows[0].changed(bedrag="1"), *rows[1:]]
    ws.versions.keep(changed, "", based_on=1)
    assert ws.versions.keep(changed, "", based_on=1).number == 2


def test_one_row_is_saved_by_itself_and_a_stale_one_refused(ws, first):
    row = first["De Kring"]
    version = ws.versions.save_row(row.changed(bedrag="€ 1.250,50"), "Bedrag", by="Sam")
    now = {r.name: r for r in ws.versions.rows()}
    assert (now["De Kring"].cells["bedrag"], now["De Kring"].revision) == ("1250,5", version.number)
    assert now["Studio Zuid"].revision == 1
    with pytest.raises(Conflict) as told:
        ws.versions.save_row(row.changed(bedrag="7"), "")
    assert told.value.theirs == now["De Kring"]
    ws.versions.save_row(PartnerRow.of("nieuw-1", {"naam": "Nieuw"}), "")
    assert "Nieuw" in names(ws.versions.rows())


@ONE
@pytest.mark.parametrize(("row", "field", "says"), [
    ({"naam": "", "plaats": "Urk"}, "1:naam", "Deze rij heeft geen naam"),
    ({"naam": "B", "bedrag": "-5"}, "1:bedrag", "Een bedrag kan niet onder nul zijn"),
    ({"naam": ""}, "", "Elke partner heeft een naam nodig"),
])  # fmt: skip
def test_a_row_that_cannot_be_kept_is_told_and_nothing_is_kept(ws, row, field, says):
    with pytest.raises(Invalid) as told:
        ws.versions.keep([{"naam": "A", "plaats": "Urk"}, row], "")
    assert list(told.value.fields) == [field]
    assert texts("nl")(told.value.fields[field])[:15] == says[:15]
    assert ws.versions.list() == ()


def test_an_older_version_can_be_let_go_and_the_newest_cannot(ws, first):
    ws.versions.keep([{"naam": "Nieuw"}], "")
    ws.versions.discard(1)
    assert [version.number for version in ws.versions.list()] == [2]
    assert names(ws.versions.known_partners()) == ["Nieuw"]
    with pytest.raises(Missing):
        ws.versions.discard(2)
    assert names(ws.versions.rows()) == ["Nieuw"]


def test_everyone_who_was_ever_a_partner_is_known_as_they_were_last(ws, first):
    ws.versions.keep([first["De Kring"].changed(bedrag="7")], "", based_on=1)
    known = {row.name: row.cells.get("bedrag") for row in ws.versions.known_partners()}
    assert known == {"De Kring": "7", "Studio Zuid": None, "Fonds Noord": None}


def test_rows_are_canonical_whatever_way_they_were_written():
    (one,) = canonical([{"Name": "De Kring", "Soort partner": "Sponsor", "Bedrag per jaar": 1250.5}], ())
    (same,) = canonical([{"naam": "De Kring", "soort": "financier", "bedrag": "€ 1.250,50"}], ())
    assert dict(one.cells) == dict(same.cells)
