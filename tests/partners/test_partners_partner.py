"""A partner as it is kept: typed, with where each value comes from; nothing that is only thought stands in it."""

import datetime as dt
import json

import pytest

from regional.partners import row
from regional.partners.frame import make_portfolio
from regional.partners.partner import IS_PERSON, Partner, ValueOrigin
from regional.partners.read import from_records, read_partners
from regional.partners.records import cells_of, to_records
from regional.partners.sample import FOLDER
from regional.partners.schema import Grade
from regional.workspace.rows import PartnerRow
from regional.workspace.workspace import open_workspace

DAY = dt.date(2026, 11, 26)


def one(**cells):
    (partner,) = from_records([{"naam": "De Kring", **cells}]).portfolio.partners
    return partner


@pytest.mark.parametrize("file", ["partners.csv", "kale-lijst.csv"])
def test_the_sample_is_kept_in_plain_data_and_comes_back_the_same(file):
    portfolio = read_partners((FOLDER / file).read_bytes()).portfolio
    kept = json.loads(json.dumps([partner.as_json() for partner in portfolio.partners]))
    again = make_portfolio([Partner.model_validate(record) for record in kept])
    assert again.digest == portfolio.digest
    assert [cells_of(partner) for partner in again.partners] == to_records(portfolio)


def test_what_a_name_makes_likely_is_not_kept():
    (partner,) = from_records([{"naam": "Provincie Limburg"}]).portfolio.partners
    assert partner.as_json() == {"fields": {"name": "Provincie Limburg"}}


def test_every_value_has_a_grade_a_source_and_a_day():
    partner = one(plaats="Heerlen", vooral_voor="65+").with_origins(None, "lijst.xlsx", DAY)
    assert partner.origin("place") == ValueOrigin(grade=Grade.REGISTER, source="lijst.xlsx", on=DAY)
    assert partner.origin("mainly_for") == ValueOrigin(grade=Grade.OWN_ESTIMATE, source="lijst.xlsx", on=DAY)


def test_the_same_value_keeps_where_it_came_from_and_another_does_not():
    before = one(plaats="Heerlen", bedrag="5").with_origins(None, "oud.xlsx", DAY)
    after = one(plaats="Heerlen", bedrag="6").with_origins(before, "nieuw.xlsx", DAY)
    assert (after.origin("place").source, after.origin("amount").source) == ("oud.xlsx", "nieuw.xlsx")


def test_an_answer_of_the_partner_itself_is_asked():
    row_ = PartnerRow("a", one(vooral_voor="65+")).answered(
        {"vooral_voor": "65+"}, ValueOrigin(grade=Grade.ASKED, on=DAY)
    )
    assert row_.partner.origin("mainly_for").grade is Grade.ASKED


def test_a_refused_proposal_is_not_made_again_nor_lost_in_a_file():
    kept = PartnerRow.of("a", {"naam": "Provincie Limburg"}).refusing("kinds").partner
    assert not make_portfolio([kept]).frame["kinds_proposed"].any()
    assert from_records([cells_of(kept)]).portfolio.partners == (kept,)


def test_who_is_taken_for_a_person_by_mistake_is_an_organisation_once_it_is_said():
    person = PartnerRow.of("a", {"naam": "Jan Jansen"})
    assert make_portfolio([person.partner]).frame["is_person"].tolist() == [True]
    said = person.refusing(IS_PERSON).partner
    assert make_portfolio([said]).frame["is_person"].tolist() == [False]
    assert from_records([cells_of(said)]).portfolio.partners == (said,)


def test_a_list_is_read_once_from_its_upload_to_the_next_start(monkeypatch, tmp_path):
    data = (FOLDER / "partners.csv").read_bytes()
    read, one_row = [], row.read_row
    monkeypatch.setattr(
        "regional.partners.read.read_row", lambda number, *rest: read.append(number) or one_row(number, *rest)
    )
    portfolio = read_partners(data).portfolio
    url = f"sqlite:///{(tmp_path / 'w.db').as_posix()}"
    for _ in range(2):
        workspace = open_workspace(url)
        workspace.versions.keep([PartnerRow("", partner) for partner in portfolio.partners], "partners.csv")
        assert workspace.versions.load().digest == portfolio.digest
        workspace.close()
    assert len(read) == len(portfolio)
