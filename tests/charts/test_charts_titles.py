import pytest
from charts_making import make_group, make_result

from regional.charts.titles import mirror_title
from regional.mirror.result import Status
from regional.texts import texts

S = Status
PLACES = {"A": "Heerlen", "B": "Kerkrade", "C": "Landgraaf", "D": "Brunssum"}


def result(*statuses, **more):
    pairs = zip(PLACES.items(), statuses, strict=False)
    return make_result([make_group(i, 0.25, 0.25, status, label) for (i, label), status in pairs], **more)


@pytest.mark.parametrize(
    ("statuses", "dutch", "english"),
    [
        (
            (S.CLEARLY_LESS, S.IN_LINE),
            "Heerlen is duidelijk minder aanwezig dan in de regio",
            "Heerlen is clearly less present than in the region",
        ),
        (
            (S.CLEARLY_LESS, S.CLEARLY_LESS, S.IN_LINE),
            "Heerlen en Kerkrade zijn duidelijk minder aanwezig dan in de regio",
            "Heerlen and Kerkrade are clearly less present than in the region",
        ),
        (
            (S.CLEARLY_LESS,) * 4,
            "Heerlen, Kerkrade en nog 2 zijn duidelijk minder aanwezig dan in de regio",
            "Heerlen, Kerkrade and 2 more are clearly less present than in the region",
        ),
        (
            (S.CLEARLY_MORE, S.POSSIBLY_LESS),
            "Heerlen is duidelijk meer aanwezig dan in de regio",
            "Heerlen is clearly more present than in the region",
        ),
        (
            (S.CLEARLY_LESS, S.CLEARLY_MORE),
            "Duidelijk minder aanwezig dan in de regio: Heerlen. Duidelijk meer: Kerkrade",
            "Clearly less present than in the region: Heerlen. Clearly more: Kerkrade",
        ),
        (
            (S.POSSIBLY_LESS, S.IN_LINE),
            "Minder aanwezig, maar dat kan toeval zijn: Heerlen",
            "Less present, but that may be chance: Heerlen",
        ),
        (
            (S.IN_LINE, S.POSSIBLY_MORE),
            "Meer aanwezig, maar dat kan toeval zijn: Kerkrade",
            "More present, but that may be chance: Kerkrade",
        ),
        (
            (S.POSSIBLY_LESS, S.POSSIBLY_MORE),
            "Dit kan toeval zijn. Minder aanwezig: Heerlen. Meer aanwezig: Kerkrade",
            "This may be chance: less present Heerlen; more present Kerkrade",
        ),
        (
            (S.IN_LINE, S.TOO_LITTLE_DATA),
            "Geen duidelijk verschil",
            "No clear difference",
        ),
        (
            (S.TOO_LITTLE_DATA, S.TOO_LITTLE_DATA),
            "Er is nog te weinig bekend om te vergelijken",
            "Too little is known so far to compare",
        ),
        (
            (S.NOT_COMPARABLE, S.NOT_COMPARABLE),
            "Dit is niet met de regio te vergelijken",
            "This cannot be compared with the region",
        ),
        (
            (S.NOT_COMPARABLE,),
            "Er is maar één groep: er valt niets te vergelijken",
            "One group: there is nothing to compare",
        ),
    ],
)
def test_the_title_tells_the_mix_of_states(statuses, dutch, english):
    assert mirror_title(result(*statuses), texts("nl")) == dutch
    assert mirror_title(result(*statuses), texts("en")) == english


def test_groups_that_are_no_places_never_become_the_subject(nl):
    women = make_group("women", 0.5, 0.2, S.CLEARLY_LESS, "Women")
    men = make_group("men", 0.5, 0.8, S.IN_LINE, "Men")
    title = mirror_title(make_result([women, men], "sex"), nl)
    assert title == "Duidelijk minder aanwezig dan in de regio: vrouwen"


def test_names_with_commas_are_parted_by_semicolons(en):
    groups = [make_group(i, 0.5, 0.2, S.CLEARLY_LESS, f"Trade, {i}") for i in ("one", "two")]
    assert mirror_title(make_result(groups, "sector"), en).endswith("trade, one; trade, two")


def test_nothing_known_is_told_first(nl):
    title = mirror_title(result(S.TOO_LITTLE_DATA, S.TOO_LITTLE_DATA, n_known=0), nl)
    assert title == "Hierover weten we nog niets van onze partners"


def test_what_is_not_tested_tells_the_largest_group(nl):
    groups = [make_group("a", None, 0.2), make_group("b", None, 0.8)]
    title = mirror_title(make_result(groups, "kind", tested=False, source="", year=None), nl)
    assert title == "Het vaakst: b (80\u00a0%)"


def test_what_only_the_region_has_is_told_of_the_region(nl):
    groups = [make_group("single", 0.41, None), make_group("with_children", 0.28, None)]
    title = mirror_title(make_result(groups, "household", tested=False), nl)
    assert title == "In de regio het vaakst: single (41\u00a0%)"
