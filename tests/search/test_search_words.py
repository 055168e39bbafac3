"""The search profile in words: grammatical for every count, honest about how sure, and an open call that invites."""

import re

import pytest

from regional.dimensions import DIMENSIONS, REACH_GROUPS
from regional.mirror.reflect import reflect
from regional.mirror.result import Status
from regional.search.open_call import call_pdf
from regional.search.profile import Ask, Gap, Reached, SearchProfile, Wanted, choosable, search_profile
from regional.search.words import (
    ask_sentence,
    ask_sentences,
    open_call,
    profile_headline,
    wanted_sentences,
    wanted_title,
)
from regional.texts import texts

NL, EN = texts("nl"), texts("en")
COUNTS = (1, 2, 3, 10, 1_000)
SPACES = re.compile(r"  |\s[.,;:]|\{|\}|\.\.")


def gap(status=Status.CLEARLY_LESS, in_line=3, parity=8, fractions=False, clear_at=None):
    return Gap(status=status, region_share=0.3, partner_share=0.1, n=40, fractions=fractions, to_in_line=in_line,
               to_parity=parity, clear_at=clear_at)  # fmt: skip


def wanted(**changes):
    return Wanted(**{"dimension": "age", "group": "15-25", "label": "15 to 25 years", "kind": "content", **changes})


def told(t=NL, partners=60, **changes):
    return " ".join(wanted_sentences(wanted(**changes), partners, t))


def profile(*some, **changes):
    return SearchProfile(**{"region": "Parkstad Limburg", "partners": 60, "wanted": some, **changes})


def test_the_title_reads_as_one_would_say_it():
    assert wanted_title(wanted(), NL) == "een inhoudelijke partner die jongeren van 15 tot 25 jaar bereikt"
    assert wanted_title(wanted(dimension="location", group="GM0917", label="Heerlen", kind=""), EN) == (
        "a partner in Heerlen"
    )


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize(("dimension", "group"), [(d, c.id) for d, c in REACH_GROUPS])
def test_every_group_that_can_be_reached_has_a_title_and_an_invitation(dimension, group, t):
    one = wanted(dimension=dimension, group=group, label="x")
    assert not wanted_title(one, t).endswith((" x", " x bereikt"))
    assert "- " in open_call(profile(one), t)


def test_all_urban_classes_have_words():
    urbanity = next(d for d in DIMENSIONS if d.id == "urbanity")
    titles = {wanted_title(wanted(dimension="urbanity", group=c.id, kind=""), NL) for c in urbanity.categories}
    assert len(titles) == 5


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("in_line", [None, *COUNTS])
@pytest.mark.parametrize("parity", [None, *COUNTS])
@pytest.mark.parametrize("reached", [0, *COUNTS])
def test_sentences_are_whole_for_every_count(t, in_line, parity, reached):
    lines = told(t, gap=gap(in_line=in_line, parity=parity, fractions=True), near="Heerlen", mentioned=True,
                 reached=Reached(inhabitants=5, partners=reached, known=22))  # fmt: skip
    assert not SPACES.search(lines)
    assert lines.endswith(".")


def test_one_is_a_word_and_agrees():
    assert "Met één zo'n partner erbij is er geen duidelijk verschil meer." in told(sure=True, gap=gap(in_line=1))
    assert "With 2 such partners more there is" in told(EN, sure=True, gap=gap(in_line=2))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sure": True}, "Dat verschil is bijna zeker geen toeval."),
        ({"gap": gap(Status.POSSIBLY_LESS, clear_at=2.0)}, "dat is het pas bij 2 of minder van de 40 partners."),
        ({"gap": gap(Status.POSSIBLY_LESS, clear_at=0.0)}, "dat is het pas als geen van de 40 partners erbij hoort."),
        ({"gap": gap(Status.POSSIBLY_LESS)}, "Bij 40 partners is geen enkel aantal zeker te weinig."),
        ({"gap": gap(Status.CLEARLY_MORE, 0, 0)}, "Voor de spiegel hoeft het er niet meer te worden."),
        ({"sure": True, "gap": gap(in_line=None, parity=None)}, "Meer helpt hier niet."),
        ({"gap": gap(parity=None)}, "is zo niet te bereiken."),
        ({"sure": True, "gap": gap(in_line=8)}, "Dan is het aandeel ook minstens zo groot als in de regio."),
        ({"sure": True, "gap": gap(in_line=61, parity=90)}, "Dat zijn er meer dan al uw partners van nu."),
        ({"gap": None}, "weten we nog niet"),
    ],
)
def test_it_says_how_sure_and_where_more_does_not_help(changes, expected):
    assert expected in told(**{"gap": gap(), **changes})


@pytest.mark.parametrize("n", COUNTS)
def test_a_question_agrees_with_how_many_it_is_about(n):
    line = ask_sentence(Ask(dimension="reach", known=3, unknown=n), NL)
    assert line.startswith("Van één partner" if n == 1 else f"Van {NL.number(n)} partners")
    assert line.endswith("wie ze bereiken.")


def test_with_nothing_to_say_the_headline_invents_nothing():
    ask = Ask(dimension="age", known=0, unknown=9)
    assert profile_headline(profile(ask_first=(ask,)), NL) == "Er is nog te weinig bekend om te zeggen wie u zoekt"
    assert "geen kant op" in profile_headline(profile(), NL)


@pytest.mark.parametrize("n", [0, 1, 2, 6])
def test_the_call_lists_each_organisation_once_and_stands_without_any(n):
    some = [wanted(group=g) for g in ("0-15", "15-25", "25-45", "45-65", "65+", "women")[:n]]
    call = open_call(profile(*some), NL)
    assert call.count("\n- ") == n
    assert not re.search(r"\n{3,}|\{|\}", call)


def test_the_call_invites_organisations_and_shows_no_shares(sample, region):
    mirror = reflect(sample, region)
    found = search_profile(mirror, [g for g, *_ in choosable(mirror) if not g.startswith("income")])
    lines = [line for line in open_call(found, NL).splitlines() if line.startswith("- ")]
    assert lines
    assert all(line.startswith(("- een organisatie", "- een bedrijf of instelling")) for line in lines)
    assert "%" not in " ".join(lines)


def test_the_call_carries_the_museums_own_words_as_they_are():
    call = open_call(profile(needs="Jongeren & *ruimte* {sic} #1"), NL, "museum {X}")
    assert "Wat hier speelt: Jongeren & *ruimte* {sic} #1" in call
    assert "Museum {X} zoekt nieuwe partners in Parkstad Limburg." in call


@pytest.mark.parametrize("text", ["", "T", '#read("/etc/passwd")\n\n$x$ *a* @b <c> #eval("1")\n- #x\n- \\', "T\n\n- a",
                                  "🎉 Oproep\n\nمؤسسة 陳大文 \x00 ⵣ\n- 👩‍🎓"])  # fmt: skip
def test_any_text_becomes_a_pdf(text):
    assert call_pdf(text, "nl").startswith(b"%PDF")


def test_what_is_not_clear_now_is_not_said_to_become_so():
    assert "geen duidelijk verschil meer" not in told(gap=gap(Status.POSSIBLY_LESS))


def test_a_call_names_places_and_people_and_not_how_urban_a_place_is():
    call = open_call(profile(wanted(dimension="urbanity", group="5", label="x", kind=""), wanted()), NL)
    assert "stedelijk" not in call
    assert call.count("\n- ") == 1


def test_one_question_for_two_themes_is_asked_once():
    asks = [Ask(dimension=name, known=0, unknown=18) for name in ("location", "urbanity")]
    assert ask_sentences(asks, NL) == ["Van 18 partners weten we nog niet: waar ze zitten."]
