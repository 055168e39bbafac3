"""What the bubble says is grammatical for every count, in both languages."""

import re
from types import SimpleNamespace

import pytest

from regional.bubble.distance import Near
from regional.bubble.money import Flowing
from regional.bubble.relationships import Ties, Year
from regional.bubble.similarity import Alike, Same
from regional.bubble.unreached import UnreachedPlace
from regional.mirror.result import AmountSummary, DimensionResult, Group, ReachResult
from regional.sections.bubble import BubbleSections
from regional.sentences import bubble as words
from regional.texts import texts

COUNTS = (0, 1, 2, 61)
LANGUAGES = ("nl", "en")
WRONG = re.compile(r"\b1 (partners|jaren|years|inwoners|inhabitants)\b|  |\bnan\b|None|\{")


def found(counts, unknown=0):
    groups = tuple(
        Group(id=i, label=i, region_share=None, partner_share=None, count=c, n=sum(counts.values()))
        for i, c in counts.items()
    )
    return DimensionResult(
        id="how_found", role="context", kind="label", base="", source="", year=None, precision=0,
        n_known=sum(counts.values()), n_unknown=unknown, effective_n=0, groups=groups,
    )  # fmt: skip


def told(t):
    for n in COUNTS:
        for called in COUNTS:
            result = found({"network": n, "open_call": called}, unknown=n)
            yield words.found_title(result, t)
            yield from words.found_sentences(result, t)
        nowhere = float("nan") if n == 0 else 5.4
        yield from words.near_sentences(Near("GM0928", result, nowhere, 12.0, n), "Kerkrade", t)
        years = tuple(Year(2020 + i, n, n, n) for i in range(3))
        ties = Ties(n, n, nowhere if n == 0 else n + 0.5, n, n, years, n)
        yield words.ties_title(ties, t)
        yield from words.ties_sentences(ties, t)
        flow = Flowing("money_in", max(n, 1), n, 1234.0, 0.6, 0.9, 0.4, 2.5)
        yield words.money_title(flow, t)
        yield from words.undirected_sentences(AmountSummary(in_=0, out=0, unknown=n, undirected=n, unplaced=84_100), t)
        yield from words.money_sentences(flow, t)
        for seated, working in ((0, 0), (1, 0), (0, 1)):
            yield words.place_sentence(UnreachedPlace("GM1", "Vaals", n, seated, working), t)
        reach = ReachResult(
            id="65+", dimension="age", label="", inhabitants=1, main=min(n, 1), also=0, per_partner=None
        )
        yield words.what_to_do(reach, t)
        for share, band in ((None, None), (0.2, None), (0.2, (0.05, 0.1))):
            traits = tuple(
                Same(name, n, share, band and 0.07, band) for name in ("place", "sector", "size", "main_group")
            )
            twins = (0.1, 0.05, (0.01, 0.09)) if band else (None, None, None)
            alike = Alike(traits, n, *twins, 300, 301)
            yield words.alike_title(alike, t)
            yield from words.alike_sentences(alike, t)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_whole(language):
    for sentence in told(texts(language)):
        assert not WRONG.search(sentence), sentence
        assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "€", sentence


def test_what_we_see_is_said():
    t = texts("nl")
    assert words.found_title(found({"network": 3, "open_call": 1}), t) == (
        "75\N{NO-BREAK SPACE}% van onze partners kwam uit de kring die we al kenden"
    )
    assert words.found_sentences(found({"network": 3}), t)[-1].startswith(
        "Geen enkele partner kwam via een open oproep."
    )
    quiet = Ties(2, 2, 4.0, 0, 0, (Year(2024, 2, 2, 0), Year(2025, 2, 0, 0), Year(2026, 2, 0, 0)), 0)
    assert "De laatste 2 jaar kwam er niemand bij." in words.ties_sentences(quiet, t)


def test_nobody_is_within_nought_kilometres():
    told = words.near_sentences(Near("GM0928", found({"home": 4}), 0.0, 12.0, 4), "Kerkrade", texts("nl"))
    assert told[0] == "Minstens de helft van de 4 partners waarvan we de plaats weten, zit in Kerkrade zelf."


@pytest.mark.parametrize(("known", "unknown", "is_told"), [(0, 18, False), (2, 18, False), (16, 4, True)])
def test_where_nobody_is_stays_unsaid_while_few_places_are_known(known, unknown, is_told):
    near = Near("GM0928", found({"home": known}, unknown), 5.4, 12.0, known)
    place = UnreachedPlace("GM1", "Vaals", 9_000, 0, 0)
    seen = SimpleNamespace(near=near, places=(place,), groups=(), reach_known=0)
    where = BubbleSections(seen, "Kerkrade", None, None, texts("nl")).unreached().more[1]
    said = [*where.items, *where.more[0].lines]
    assert any("daar zit of werkt geen partner" in line for line in said) is is_told
    assert any("te weinig partners" in line for line in said) is not is_told
