"""What the board sees: aggregates in both languages, no partner, and never changed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.publishing.account import account, steps_told
from regional.publishing.comparison import compare
from regional.publishing.publication import (
    FIRST,
    FOURTH,
    SCHEMA,
    SECOND,
    THIRD,
    ChangedError,
    Frame,
    NamedError,
    Point,
    PublishedGoal,
    from_json,
    publish,
    warnings,
)
from regional.sentences import findings
from regional.texts import texts
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
FRAME = Frame(
    title="Onze partners", period="2026", explanation="Toelichting", meeting=dt.date(2026, 12, 1),
    goals=(PublishedGoal(text="Meer jongeren bereiken", owner="directeur", target="5 partners", year=2027),),
    points=(Point(text="De doelen", purpose="decide"),))  # fmt: skip
DAY = dt.date(2026, 11, 24)
FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.json"))


@pytest.fixture(scope="module")
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


@pytest.fixture(scope="module")
def mirror(region):
    return reflect(load_sample().portfolio, region)


def test_a_publication_reads_back_to_the_same_bytes(mirror):
    text = publish(mirror, FRAME, DAY).to_json()
    assert from_json(text).to_json() == text


def test_an_altered_publication_is_not_opened(mirror):
    text = publish(mirror, FRAME, DAY).to_json()
    with pytest.raises(ChangedError):
        from_json(text.replace("Toelichting", "Uitleg"))


def test_no_name_of_the_sample_is_published(mirror):
    text = publish(mirror, FRAME, DAY).to_json()
    assert [name for name in load_sample().portfolio.frame["name"] if name in text] == []


NAMES = st.lists(st.text("Ωжñß<*'`{}", min_size=4, max_size=12), min_size=1, max_size=30, unique=True)


@hypothesis_settings(max_examples=15)
@given(NAMES)
def test_no_unusual_name_is_published(region, names):
    rows = [{"name": name, "municipality": "GM0917", "stage": "exploring"} for name in names]
    text = json.dumps(json.loads(publish(reflect(portfolio(rows), region), FRAME, DAY).to_json()), ensure_ascii=False)
    assert [name for name in names if name in text] == []


def test_a_typed_text_that_names_a_partner_is_refused(mirror):
    frame = FRAME.model_copy(update={"explanation": "Met fonds  ZUID praten we."})
    with pytest.raises(NamedError) as caught:
        publish(mirror, frame, DAY, names=["Fonds Zuid", "Noord"])
    assert caught.value.names == ("Fonds Zuid",)


def test_hidden_rows_carry_no_figure(mirror):
    rows = [row for theme in publish(mirror, FRAME, DAY).themes for row in theme.rows if row.shown != "shown"]
    assert all((row.count, row.share, row.state, row.state_words) == (None,) * 4 for row in rows)


def test_a_picture_that_rests_on_few_partners_is_warned_of(region):
    rows = [{"municipality": "GM0917", "stage": "exploring" if i < 12 else None} for i in range(60)]
    told = [texts("nl")(message) for message in warnings(reflect(portfolio(rows), region))]
    assert told == ["Waar partners staan bij diversiteit en inclusie: dit steunt op 12 van 60 partners. Toch delen?"]


def test_what_is_new_since_last_time_is_told(mirror):
    now = publish(mirror, FRAME, DAY)
    assert compare(now, now) == []
    theme = next(t for t in now.themes if any(row.state for row in t.rows))
    at = next(i for i, row in enumerate(theme.rows) if row.state)
    other = {"state": "other", "state_words": {"nl": "Anders", "en": "Other"}, "count": 1}
    data = json.loads(now.to_json())
    data["themes"][now.themes.index(theme)]["rows"][at].update(other)
    [told] = compare(type(now).model_validate(data), now)
    assert told.nl.endswith("Vorige keer: Anders.")


@pytest.fixture(scope="module")
def money(region):
    return [reflect(load_sample().portfolio, region, Settings(weight=w)) for w in ("money_in", "money_out")]


def test_money_goes_along_each_flow_by_itself(mirror, money):
    coming, going = publish(mirror, FRAME, DAY, money=money).money
    assert (coming.id, coming.n_known, coming.total, coming.places) == ("in", 11, 826_000, ())
    assert (going.id, going.n_known, going.total) == ("out", 14, 342_000)
    assert {place.id: place.share for place in going.places} == {"region": 0.49, "elsewhere": 0.51}
    assert going.sentence.nl == "Van het geld dat wij bij partners uitgeven, gaat 49\u00a0% naar partners in de regio."


def test_a_publication_with_money_reads_back_to_the_same_bytes(mirror, money):
    text = publish(mirror, FRAME, DAY, money=money).to_json()
    assert from_json(text).to_json() == text


def test_what_has_no_amounts_says_nothing_of_money(region):
    seen = [reflect(portfolio([{"municipality": "GM0917"}] * 9), region, Settings(weight=w))
            for w in ("money_in", "money_out")]  # fmt: skip
    assert publish(reflect(portfolio([{"municipality": "GM0917"}] * 9), region), FRAME, DAY, money=seen).money == ()


def test_too_few_contributors_are_told_of_without_a_figure(mirror, region):
    rows = [{"kinds": ("funder",), "amount": 12_345.0, "municipality": "GM0917"}] * 4
    [found] = publish(mirror, FRAME, DAY, money=[reflect(portfolio(rows), region, Settings(weight="money_in"))]).money
    assert (found.n_known, found.total, found.places, found.basis.nl) == (None, None, (), "")
    assert found.sentence.nl.startswith("Er zijn te weinig partners om dit te laten zien")


def test_only_findings_of_which_every_figure_is_shown_go_along(region):
    rows = [{"municipality": "GM0928", "kinds": ("content",), "mainly_for": ("0-15",)}] * 60
    mirror = reflect(portfolio(rows), region)
    assert {f.dimension for f in findings(mirror) if f.proven} == {"location", "age"}
    [told] = publish(mirror, FRAME, DAY).findings
    assert told.theme == "location"
    assert "jaar" not in told.heading.nl + told.line.nl
    assert told.basis.nl == "60 van 60 partners: dit gaat over het adres, of over de ene gemeente waar ze werken."


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_schema_ever_released_still_opens(path):
    text = path.read_text(encoding="utf-8").strip()
    publication = from_json(text)
    assert publication.to_json() == text
    assert publication.themes


def test_every_released_schema_has_a_fixture():
    assert {from_json(path.read_text(encoding="utf-8").strip()).schema_ for path in FIXTURES} == {
        FIRST, SECOND, THIRD, FOURTH, SCHEMA}  # fmt: skip


def test_money_put_into_a_publication_of_the_first_schema_is_found(mirror, money):
    first = next(path for path in FIXTURES if FIRST in path.read_text(encoding="utf-8"))
    data = json.loads(first.read_text(encoding="utf-8"))
    data["money"] = json.loads(publish(mirror, FRAME, DAY, money=money).to_json())["money"]
    with pytest.raises(ValueError, match="no money"):
        from_json(json.dumps(data))


def test_the_editor_is_told_what_is_added_together_and_why(region):
    places = {"GM0917": 20, "GM0928": 9, "GM0899": 8, "GM0882": 7, "GM0965": 3}
    rows = [{"municipality": place, "size": "1"} for place, n in places.items() for _ in range(n)]
    mirror = reflect(portfolio(rows), region)
    lines = account(mirror, publish(mirror, FRAME, DAY), texts("nl"))
    assert [line for line in lines if line.endswith("minder dan vijf partners heeft: Simpelveld.")]
    assert [line for line in lines if "ook opgeteld" in line and "Landgraaf" in line]


def test_of_a_publication_that_shows_all_the_editor_is_told_nothing_of_place(region):
    rows = [{"municipality": place} for place in PARKSTAD for _ in range(9)]
    mirror = reflect(portfolio(rows), region)
    title = texts("nl")("Municipality")
    lines = account(mirror, publish(mirror, FRAME, DAY), texts("nl"))
    assert [line for line in lines if line.startswith(title)] == []


def test_figures_that_are_repeated_are_told_with_their_date(region):
    def of(n, made, earlier=()):
        stages = ["exploring"] * n + ["daily"] * 20 + [None] * 6
        rows = [{"municipality": "GM0917", "stage": stage} for stage in stages]
        mirror = reflect(portfolio(rows), region)
        return mirror, publish(mirror, FRAME, made, earlier=earlier)

    first = of(8, dt.date(2026, 3, 1))[1]
    lines = account(*of(9, DAY, [first]), texts("nl"))
    assert [line for line in lines if "opnieuw de cijfers van 1 maart 2026" in line]


def test_what_a_finding_asks_for_is_told_only_where_this_publication_shows_the_finding():
    region = profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")
    mirror = reflect(load_sample().portfolio, region, Settings())
    shown = publish(mirror, FRAME, DAY)
    assert steps_told(mirror, shown, texts("nl")) == {"Maak drie kennismakingen in Beekdaelen."}
    assert steps_told(mirror, shown.model_copy(update={"findings": ()}), texts("nl")) == frozenset()
