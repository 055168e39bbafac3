"""The embedded partners, the bare sheet and the template keep what they promise."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from partner_files import codes, row

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.files.problems import Level
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.places import PARKSTAD
from regional.partners.read import read_partners
from regional.partners.sample import load_bare_list, load_sample
from regional.partners.schema import READ, all_columns, explanation
from regional.partners.template import (
    INTRODUCTION,
    choices,
    columns_explained,
    only_read_explained,
    template_csv,
    template_xlsx,
    write_templates,
)

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def sample():
    return load_sample()


@pytest.fixture(scope="module")
def bare():
    return load_bare_list()


def test_the_sample_has_no_problem_but_those_it_is_there_to_show(sample):
    assert sorted(codes(sample)) == ["kinds_proposed", "too_few_people"]
    assert {p.level for p in sample.problems} == {Level.INFO}
    assert not sample.unmapped_columns


def test_the_sample_is_marked_fictitious(sample, bare):
    assert sample.portfolio.fictitious
    assert bare.portfolio.fictitious
    assert "Verzonnen" in sample.portfolio.name


def test_the_sample_has_some_sixty_partners_and_a_dozen_possible_ones(sample):
    counted = sample.portfolio.frame["status"].value_counts()
    assert 55 <= counted["active"] <= 65
    assert counted["possible"] == 12
    assert counted["ended"] >= 1


def test_the_sample_is_as_uneven_as_real_lists(sample):
    frame, states = sample.portfolio.frame, sample.portfolio.states
    active = frame[frame["status"] == "active"]
    assert (active["kinds"].map(len) == 0).any()
    assert active["kinds_proposed"].any()
    assert active["amount"].isna().mean() > 0.3
    assert (states["stage"] == "not_asked").any()
    assert (states["stage"] == "no_answer").any()
    assert (states["stage"] == "rather_not_say").any()
    assert (states["how_found"] == "not_applicable").any()
    assert active["is_person"].sum() >= 2
    assert (active["place_status"] == "unknown").any()


def test_the_sample_has_one_main_funder_and_funders_from_elsewhere(sample):
    frame = sample.portfolio.frame
    funders = frame[frame["kinds"].map(lambda kinds: "funder" in kinds)]
    assert funders["amount"].max() > funders["amount"].sum() / 2
    elsewhere = funders["municipality"].notna() & ~funders["municipality"].isin(PARKSTAD)
    assert elsewhere.sum() >= 5
    assert (funders["work_area"] == ("NL",)).sum() >= 3


def test_the_sample_has_a_partner_in_aachen(sample):
    frame = sample.portfolio.frame
    assert frame.loc[frame["place"] == "Aachen", ["place_status", "country"]].to_numpy().tolist() == [["abroad", "DE"]]


def test_the_sample_has_enough_shares_to_mirror_ages(sample):
    portfolio = sample.portfolio
    known = portfolio.shares["age"].notna().any(axis=1) & (portfolio.frame["shares_of"] == "audience")
    assert known.sum() >= 10
    assert portfolio.shares["origin"].notna().any(axis=None)  # from the CBS Barometer


def test_most_of_the_sample_sits_in_the_region(sample):
    assert sample.portfolio.frame["municipality"].isin(PARKSTAD).mean() > 0.6


def test_the_bare_sheet_is_read_whole(bare):
    assert (bare.rows, bare.kept) == (60, 60)
    assert not bare.errors
    assert bare.dropped_columns == ("contactpersoon", "e-mail")
    assert [p.value for p in bare.problems if p.level is not Level.INFO] == ["Beek"]


def test_nothing_of_a_person_is_left_of_the_bare_sheet(bare):
    portfolio = bare.portfolio
    text = "".join(t.to_csv() for t in (portfolio.frame, portfolio.states, *portfolio.shares.values()))
    text += repr(bare.problems)
    with (DATA / "sample" / "kale-lijst.csv").open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file, delimiter=";"):
            for column in ("contactpersoon", "e-mail"):
                assert not line[column] or line[column] not in text


def test_the_bare_sheet_says_something_true_at_once(bare):
    known = (bare.portfolio.states == "known").sum()
    assert known["place"] == 59
    assert bare.portfolio.frame["kinds_proposed"].sum() >= 30
    assert known["since"] >= 50
    profile_ = profile(load_snapshot(), PARKSTAD, "Parkstad")
    mirror = reflect(bare.portfolio, profile_, Settings())
    assert mirror.partners.n == 60
    assert mirror.partners.in_region > 30


def test_the_bare_sheet_is_as_excel_writes_it():
    data = (DATA / "sample" / "kale-lijst.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfnaam;contactpersoon;e-mail;plaats;bedrag;sinds\r\n")


@pytest.mark.parametrize("make", [template_csv, template_xlsx])
def test_the_template_has_every_column_and_reads_back_in(make):
    result = read_partners(make())
    assert list(result.mapping) == list(all_columns())
    assert codes(result) == ["no_rows"]


def test_the_committed_templates_are_those_that_the_function_makes(tmp_path):
    for made in write_templates(tmp_path):
        assert made.read_bytes() == (DATA / "template" / made.name).read_bytes(), made.name


def workbook():
    return openpyxl.load_workbook(io.BytesIO(template_xlsx()))


def test_a_filled_in_template_reads_back_in():
    book = workbook()
    sheet = book["Partners"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, columns["naam"], "Stichting De Proef")
    for column, words in choices().items():
        sheet.cell(2, columns[column], words[0])
    sheet.cell(2, columns["vooral_voor"], "15-25")
    sheet.cell(2, columns["bedrag"], 1250.5)
    buffer = io.BytesIO()
    book.save(buffer)
    result = read_partners(buffer.getvalue())
    assert not result.problems
    assert (row(result)["amount"], row(result)["mainly_for"], row(result)["fit"]) == (1250.5, ("15-25",), "yes")


def test_the_template_offers_drop_downs_whose_every_word_is_understood():
    sheet = workbook()["Partners"]
    assert len(sheet.data_validations.dataValidation) == len(choices())
    for column, words in choices().items():
        for word in words:
            READ[column].parse(word)


def test_the_template_holds_no_formula_or_link():
    for sheet in workbook().worksheets:
        for line in sheet.iter_rows():
            assert not [cell for cell in line if cell.data_type == "f" or cell.hyperlink]


def test_the_template_explains_every_column():
    told = {line[0].value: line[1].value for line in workbook()["Uitleg"].iter_rows()}
    assert all(told[column] == explanation(column) for column in all_columns())
    assert INTRODUCTION[0] in told


def test_the_notes_explain_the_columns_as_the_template_does():
    notes = (DATA.parent / "docs" / "partner-file.md").read_text("utf-8")
    assert columns_explained() in notes
    assert only_read_explained() in notes
