"""What may stand in each column, and what is said of what may not."""

import pandas as pd
import pytest
from partner_files import codes, csv_of, each, one, row, rows

from regional.dimensions import REACH_GROUPS, dimension
from regional.partners.read import read_partners
from regional.texts import texts

ANSWERS = [
    ("", "not_asked"), ("geen antwoord", "no_answer"), ("No answer", "no_answer"), 
    ("wil niet zeggen", "rather_not_say"),
    ("rather not say", "rather_not_say"), ("n.v.t.", "not_applicable"), ("nvt", "not_applicable"),
    ("N/A", "not_applicable"), ("gevraagd", "asked"), ("onbekend", "not_asked"), ("?", "not_asked"),
]  # fmt: skip
QUESTIONS = {
    "soort": "kinds", "plaats": "place", "werkgebied": "work_area", "sector": "sector", "bedrag": "amount",
    "sinds": "since", "omvang": "size", "hoe_gevonden": "how_found", "vooral_voor": "mainly_for",
    "bereikt_ook": "also_reaches", "fase": "stage", "visie_sluit_aan": "fit", "leeftijd_15_25": "age",
    "vrouwen": "sex", "opleiding_hbo_wo": "education", "inkomen_laagste_40": "income",
}  # fmt: skip


@pytest.mark.parametrize("column", QUESTIONS)
def test_an_answer_is_understood_in_every_column(column):
    result = each(column, [cell for cell, _ in ANSWERS])
    found = result.portfolio.states[QUESTIONS[column]]
    assert list(zip([cell for cell, _ in ANSWERS], found, strict=True)) == ANSWERS
    assert not result.problems


@pytest.mark.parametrize("column", ["status", "tot", "rechtsvorm", "land", "gemeente", "laatste_gesprek", "peildatum",
                                    "samenstelling_van", "samenstelling_aantal", "samenstelling_bron"])  # fmt: skip
def test_an_answer_is_no_fault_where_no_question_is(column):
    assert not one(**{column: "n.v.t."}).problems


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("financier", ("funder",)), ("Sponsor", ("funder",)), ("subsidiënt", ("funder",)), ("fonds", ("funder",)),
        ("Inhoudelijke partner", ("content",)), ("leverancier", ("supplier",)), ("supplier", ("supplier",)),
        ("sponsor; leverancier", ("funder", "supplier")), ("sponsor / inhoudelijk", ("funder", "content")),
        ("sponsor, leverancier", ("funder", "supplier")), ("sponsor + leverancier", ("funder", "supplier")),
        ("sponsor en inhoudelijk", ("funder", "content")), ("sponsor; financier", ("funder",)),
    ],
)  # fmt: skip
def test_kinds(cell, kinds):
    assert row(one(soort=cell))["kinds"] == kinds
    assert not row(one(soort=cell))["kinds_proposed"]


@pytest.mark.parametrize(
    ("cell", "euros"),
    [
        ("1250", 1250), ("1.250", 1250), ("1.250,50", 1250.5), ("1,250.50", 1250.5), ("€ 2.500,-", 2500),
        ("€2500,--", 2500), ("2500 euro", 2500), ("12k", 12000), ("1,5 mln", 1_500_000), ("1250,5", 1250.5),
        ("1.250.000,00", 1_250_000), ("0", 0), ("500 per jaar", 500), ("EUR 12.500", 12500), ("12 500", 12500),
        ("0,500", 0.5),
    ],
)  # fmt: skip
def test_amounts(cell, euros):
    assert row(one(bedrag=cell))["amount"] == pytest.approx(euros)


@pytest.mark.parametrize("cell", ["-500", "500-", "(500)", "€ -1.200,00", "−500"])
def test_a_negative_amount_is_a_credit_that_never_costs_the_partner(cell):
    result = one(bedrag=cell)
    assert result.kept == 1
    assert row(result)["amount"] is None
    assert [(p.code, p.row, p.column) for p in result.problems] == [("credit", 2, "bedrag")]
    assert [(q.about, q.options, q.first) for q in result.questions] == [("credits", ("net", "leave_out"), "net")]


@pytest.mark.parametrize("cell", ["veel", "12,34,5", "1.2.3", "9" * 40, "∞"])
def test_an_amount_that_cannot_be_read_is_left_empty_and_told(cell):
    result = one(bedrag=cell)
    assert codes(result) == ["amount"]
    assert row(result)["amount"] is None
    assert result.portfolio.states["amount"].iloc[0] == "not_asked"


@pytest.mark.parametrize(
    ("cell", "since", "until"),
    [
        ("2019", "2019-01-01", "2019-12-31"), ("01-09-2019", "2019-09-01", "2019-09-01"),
        ("1/9/2019", "2019-09-01", "2019-09-01"), ("1-9-19", "2019-09-01", "2019-09-01"),
        ("1-9-87", "1987-09-01", "1987-09-01"), ("2019-09-01", "2019-09-01", "2019-09-01"),
        ("09-2019", "2019-09-01", "2019-09-30"), ("februari 2020", "2020-02-01", "2020-02-29"),
        ("1 mrt 2019", "2019-03-01", "2019-03-01"), ("ca. 2015", "2015-01-01", "2015-12-31"),
        ("2019-09-01 12:30:00", "2019-09-01", "2019-09-01"), ("december 2020", "2020-12-01", "2020-12-31"),
    ],
)  # fmt: skip
def test_dates(cell, since, until):
    assert row(one(sinds=cell))["since"] == pd.Timestamp(since)
    assert row(one(tot=cell))["until"] == pd.Timestamp(until)


@pytest.mark.parametrize("cell", ["ooit", "31-02-2019", "1200", "13-2019", "99-99-9999", "12"])
def test_what_is_no_date_is_told(cell):
    assert codes(one(sinds=cell)) == ["date"]


def test_an_end_before_the_beginning_is_told_and_left_empty():
    result = one(sinds="2020", tot="2019")
    assert codes(result) == ["ends_before_it_begins"]
    assert row(result)["until"] is None


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("status", "", "status", "active"), ("status", "Mogelijk", "status", "possible"),
        ("status", "gestopt", "status", "ended"), ("status", "prospect", "status", "possible"),
        ("sector", "R", "sector", "R-U"), ("sector", "g", "sector", "G+I"), ("sector", "B-F", "sector", "B-F"),
        ("sector", "Horeca", "sector", "G+I"), ("sector", "90.01", "sector", "R-U"), ("sector", "85", "sector", "O-Q"),
        ("sector", "Zakelijke dienstverlening", "sector", "M-N"), ("omvang", "12", "size", "10-49"),
        ("omvang", "250", "size", "250+"), ("omvang", "2-9", "size", "2-9"), ("omvang", "zzp", "size", "1"),
        ("rechtsvorm", "B.V.", "legal_form", "bv"), ("rechtsvorm", "Coöperatie", "legal_form", "cooperatie"),
        ("hoe_gevonden", "via via", "how_found", "network"), ("hoe_gevonden", "aanbesteding", "how_found", "open_call"),
        ("fase", "Deelt ervaring", "stage", "shares"), ("fase", "beleid", "stage", "policy"),
        ("visie_sluit_aan", "deels", "fit", "partly"), ("land", "België", "country", "BE"),
    ],
)  # fmt: skip
def test_words(column, cell, field, value):
    result = one(**{column: cell})
    assert row(result)[field] == value
    assert not result.problems


@pytest.mark.parametrize("dimension_id", ["sector", "size", "how_found", "stage", "kind"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_category_is_understood_by_id_and_by_name(dimension_id, language):
    column = {"sector": "sector", "size": "omvang", "how_found": "hoe_gevonden", "stage": "fase", "kind": "soort"}
    field = {"kind": "kinds"}.get(dimension_id, dimension_id)
    words = [(word, category.id) for category in dimension(dimension_id).categories
             for word in (category.id, texts(language)(category.label), *category.aliases)]  # fmt: skip
    found = [row[field] for row in rows(each(column[dimension_id], [word for word, _ in words]))]
    found = [ids if isinstance(ids, str) else "; ".join(ids) for ids in found]
    assert [(word, ids) for (word, _), ids in zip(words, found, strict=True)] == words


@pytest.mark.parametrize("column", ["vooral_voor", "bereikt_ook"])
def test_every_group_is_understood_by_id_and_by_name(column):
    field = {"vooral_voor": "mainly_for", "bereikt_ook": "also_reaches"}[column]
    words = [(word, (category.id,)) for _, category in REACH_GROUPS
             for word in (category.id, texts("nl")(category.label))]  # fmt: skip
    found = [row[field] for row in rows(each(column, [word for word, _ in words]))]
    assert [(word, ids) for (word, _), ids in zip(words, found, strict=True)] == words


def test_several_groups():
    assert row(one(vooral_voor="jongeren; 65+ en laaggeletterd"))["mainly_for"] == ("15-25", "65+", "low_literacy")


@pytest.mark.parametrize(
    ("column", "cell", "remedy"),
    [
        ("soort", "sponser", "sponsor"), ("fase", "verkend", "verkent"), ("status", "actif", "actief"),
        ("soort", "vriend", "Wij kennen: financier"), ("visie_sluit_aan", "misschien", "hier praten we nog over"),
        ("land", "belgje", "België"), ("werkgebied", "overal en nergens", "landelijk"),
    ],
)  # fmt: skip
def test_an_unknown_word_is_told_with_the_nearest_or_all(column, cell, remedy):
    result = one(**{column: cell})
    assert remedy in texts("nl")(result.problems[0].remedy)
    assert (result.problems[0].row, result.problems[0].column, result.kept) == (2, column, 1)


@pytest.mark.parametrize(
    ("cell", "codes_"),
    [
        ("Kerkrade", ("GM0928",)), ("Kerkrade; Heerlen", ("GM0928", "GM0917")), ("Limburg", ("PV31",)),
        ("provincie Utrecht", ("PV26",)), ("Utrecht", ("GM0344",)), ("Zuid-Limburg", ("CR39",)), ("CR39", ("CR39",)),
        ("landelijk", ("NL",)), ("heel Nederland", ("NL",)), ("Friesland", ("PV21",)),
        ("Eygelshoven en Heerlen", ("GM0928", "GM0917")), ("Noord-Brabant, Limburg", ("PV30", "PV31")),
    ],
)  # fmt: skip
def test_work_area(cell, codes_):
    assert row(one(werkgebied=cell))["work_area"] == codes_


def test_parkstad_is_its_seven_municipalities():
    assert len(row(one(werkgebied="Parkstad"))["work_area"]) == 7


def test_a_problem_names_the_heading_as_the_user_wrote_it():
    result = read_partners(csv_of(["Organisatie", "Jaarbedrag"], ["De Kring", "veel"]))
    assert (result.problems[0].column, result.problems[0].value) == ("Jaarbedrag", "veel")
