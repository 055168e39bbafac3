"""Variants of which what is right was written down before the first run: cells, headings and rows of every kind."""

import csv
from pathlib import Path

import pytest
from partner_files import csv_of

from regional.partners.read import read_partners

with (Path(__file__).parent / "read_fresh.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
COLUMNS = {
    "soort": ["sponsor", "leverancier", "inhoudelijk", "financier"],
    "naam": ["Stichting De Kring", "Drukkerij Bos BV", "Koor Cantate", "Basisschool De Zon"],
    "plaats": ["Heerlen", "Kerkrade", "Landgraaf", "Maastricht"],
    "bedrag": ["€ 1.250,00", "500,00", "2.000,00", "75,50"],
    "sinds": ["2019", "01-09-2020", "2015", "2021"],
    "vooral_voor": ["ouderen", "kinderen", "jongeren", "vrouwen"],
}


def of(kind):
    return {row["cell"]: row["right"] for row in ROWS if row["kind"] == kind}


def sheet(*rows):
    """A list of which every cell stands between quotes."""
    return csv_of(*[['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows])


def read(column, cells, extra=()):
    """All cells in one column, each at a partner of its own; and the questions by what they are about."""
    rows = [[f"Huis {i}", *extra, cell] for i, cell in enumerate(cells)]
    headings = ["naam", *(["plaats"] if extra else []), column]
    result = read_partners(sheet(headings, *rows))
    assert result.kept == len(rows)
    frame = result.portfolio.frame.astype(object)
    return result, dict(zip(cells, frame.where(frame.notna(), None).to_dict("records"), strict=True))


def asked(result, about):
    return {value: question.options for question in result.questions if question.about == about
            for value in question.values}  # fmt: skip


def differing(right, found):
    return {cell: (right[cell], found[cell]) for cell in right if right[cell] != found[cell]}


def test_places_are_found_or_asked_and_never_another():
    right = of("place")
    result, partners = read("plaats", list(right))
    options = asked(result, "place")

    def found(cell):
        partner = partners[cell]
        if partner["municipality"]:
            return partner["municipality"]
        if partner["country"] not in ("NL", None):
            return partner["country"]
        wanted = right[cell].rpartition(" ")[2]
        return f"asked {wanted}" if wanted in options.get(cell, ()) else "unknown"

    assert differing(right, {cell: found(cell) for cell in right}) == {}


def test_countries_are_known_in_four_languages_and_one_that_is_not_is_never_ours():
    right = of("country")
    _, partners = read("land", list(right), extra=["Haarlem"])
    found = {cell: "NL" if one["municipality"] else one["country"] or "unknown" for cell, one in partners.items()}
    assert differing(right, found) == {}


def test_dates():
    right = of("date")
    _, partners = read("sinds", list(right))
    days = {cell: str(one["since"] or "")[: len(right[cell]) or 4] for cell, one in partners.items()}
    assert differing(right, days) == {}


def test_groups():
    right = of("group")
    result, partners = read("doelgroep", list(right))
    words = {value.casefold() for value in asked(result, "groups")}

    def found(cell):
        groups = " ".join(sorted(partners[cell]["mainly_for"]))
        return "asked" if right[cell] == "asked" and (groups or cell.casefold() in words) else groups

    assert differing(right, {cell: found(cell) for cell in right}) == {}


def test_persons_and_organisations():
    right = of("name")
    frame = read_partners(sheet(["naam"], *[[name] for name in right])).portfolio.frame
    found = {name: "person" if is_person else "organisation"
             for name, is_person in zip(frame["name"], frame["is_person"], strict=True)}  # fmt: skip
    assert differing(right, found) == {}


@pytest.mark.parametrize(("cell", "euros"), of("amount").items())
def test_an_amount(cell, euros):
    _, partners = read("bedrag", [cell])
    assert partners[cell]["amount"] == (float(euros) if euros else None)


@pytest.mark.parametrize(("heading", "euros"), of("scale").items())
def test_a_scale_in_a_heading(heading, euros):
    _, partners = read(heading, ["12,5", "10"])
    assert partners["12,5"]["amount"] == float(euros)


@pytest.mark.parametrize("column", COLUMNS)
def test_headings_of_registers_and_systems(column):
    right = {heading: meant for heading, meant in of("heading").items() if meant == column}
    found = {}
    for heading in right:
        rows = [[COLUMNS[name][i] for name in COLUMNS] for i in range(4)]
        result = read_partners(sheet([heading if name == column else name for name in COLUMNS], *rows))
        assert result.kept == 4, heading
        found[heading] = result.mapping.get(heading)
    assert differing(right, found) == {}


@pytest.mark.parametrize("what", ["total", "section", "note", "partner"])
def test_rows_that_are_partners_and_rows_that_are_none(what):
    heading, first, last = ["naam", "plaats", "bedrag", "soort"], ["De Kring", "Heerlen", "1000", "inhoudelijk"], [
        "De Bron", "Kerkrade", "250", "inhoudelijk"]  # fmt: skip
    wrong = []
    for text in (cell for cell, right in of("row").items() if right == what):
        alone, summed = [text, "", "", ""], [text, "", "1250", ""]
        placed = [text, "Heerlen", "500", "leverancier"]
        lists = {"total": [[first, last, alone], [first, last, summed]], "section": [[alone, first, last],
                 [first, alone, last]], "note": [[first, last, alone]], "partner": [[first, placed, last],
                 [first, last, [text, "", "500", ""]]]}[what]  # fmt: skip
        wrong += [text for rows in lists if read_partners(sheet(heading, *rows)).kept != 2 + (what == "partner")]
    assert wrong == []
