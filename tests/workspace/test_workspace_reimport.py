"""A list read in again: known partners are recognised, nothing filled in is wiped out, nobody is merged unasked."""

from regional.workspace.reimport import alike, combine, recognise
from regional.workspace.rows import PartnerRow

KNOWN = (
    PartnerRow.of(
        "a", {"naam": "Stichting De Kring", "gemeente": "GM0928", "plaats": "Kerkrade", "vooral_voor": "65+"}
    ),
    PartnerRow.of("b", {"naam": "Drukkerij Bos", "gemeente": "GM0917", "plaats": "Heerlen", "bedrag": "100"}),
)


def record(name, place="Kerkrade", code="GM0928", **cells):
    return PartnerRow.of("", {"naam": name, "plaats": place, "gemeente": code, **cells}).partner


def by_name(rows):
    return {row.name: row.cells for row in rows}


def test_same_name_and_place_is_the_same_partner_whatever_the_case():
    assert recognise([record("STICHTING de kring")], KNOWN) == {0: "a"}


def test_two_of_one_name_are_not_guessed():
    assert recognise([record("Stichting De Kring"), record("Stichting De Kring")], KNOWN) == {}


def test_a_bare_list_wipes_out_nothing():
    new = [record("Stichting De Kring"), record("Drukkerij Bos", "Heerlen", "GM0917")]
    rows = by_name(combine(new, KNOWN, recognise(new, KNOWN)))
    assert rows["Stichting De Kring"]["vooral_voor"] == "65+"
    assert rows["Drukkerij Bos"]["bedrag"] == "100"


def test_what_the_new_list_says_goes_before_what_was():
    new = [record("Drukkerij Bos", "Heerlen", "GM0917", bedrag="250")]
    assert by_name(combine(new, KNOWN, recognise(new, KNOWN)))["Drukkerij Bos"]["bedrag"] == "250"


def test_another_spelling_is_proposed_and_not_merged_by_itself():
    new = [record("Stg. De Kring"), record("De Kring Stichting")]
    same = recognise(new, KNOWN)
    assert same == {}
    assert [(like.position, like.partner_id) for like in alike(new, KNOWN, same)] == [(1, "a")]
    assert combine(new, KNOWN, same)[1].partner_id == ""


def test_beside_a_very_long_list_the_same_partner_is_proposed(monkeypatch):
    plain = alike([record("De Kring Stichting"), record("Bos Drukkery")], KNOWN, {})
    monkeypatch.setattr("regional.workspace.reimport.ALL_COMPARED", 1)
    monkeypatch.setattr("regional.workspace.reimport.ALL_SHARED", 1)
    assert alike([record("De Kring Stichting"), record("Bos Drukkery")], KNOWN, {}) == plain
    assert len(plain) == 2


def test_the_same_name_in_another_place_is_asked_about():
    new = [record("Drukkerij Bos", "Landgraaf", "GM0882")]
    (like,) = alike(new, KNOWN, recognise(new, KNOWN))
    assert like.known == "Drukkerij Bos"


def test_a_partner_that_moved_takes_its_new_municipality():
    moved = combine([record("Drukkerij Bos", "Landgraaf", "GM0882")], KNOWN, {0: "b"})[0]
    assert (moved.cells["gemeente"], moved.cells["bedrag"], moved.partner_id) == ("GM0882", "100", "b")


def test_whoever_is_not_named_stays_ends_or_goes():
    new = [record("Stichting De Kring")]
    same = recognise(new, KNOWN)
    assert by_name(combine(new, KNOWN, same))["Drukkerij Bos"]["bedrag"] == "100"
    assert by_name(combine(new, KNOWN, same, "ended"))["Drukkerij Bos"]["status"] == "ended"
    assert "Drukkerij Bos" not in by_name(combine(new, KNOWN, same, "removed"))
