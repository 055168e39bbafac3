"""The search profile: what is said, in what order, how many it takes, and when nothing is said."""

import pytest

from regional.mirror.reflect import reflect
from regional.mirror.result import Mirror, Status
from regional.mirror.settings import Settings
from regional.search.profile import BROAD, MOST_LINES, SearchProfile, choosable, search_profile
from regional.search.sufficiency import LESS, state_with, to_in_line, to_parity
from tests.mirror.portfolios import portfolio


@pytest.fixture(scope="module")
def mirror(sample, region):
    return reflect(sample, region, Settings())


@pytest.fixture(scope="module")
def crowded(region):
    """Sixty partners in Kerkrade and two in Heerlen: Heerlen is clearly less present."""
    rows = [{"municipality": "GM0928"}] * 60 + [{"municipality": "GM0917"}] * 2
    return reflect(portfolio(rows), region, Settings())


def test_a_gap_that_chance_does_not_explain_comes_first_and_is_sure(crowded):
    first = search_profile(crowded).wanted[0]
    assert (first.id, first.sure, first.gap.status) == ("location:GM0917", True, Status.CLEARLY_LESS)


def test_how_many_it_takes_is_what_the_mirror_says_with_them_there(region):
    rows = [{"municipality": "GM0928"}] * 60 + [{"municipality": "GM0917"}] * 2
    found = next(w for w in search_profile(reflect(portfolio(rows), region)).wanted if w.id == "location:GM0917")

    def state(k):
        grown = reflect(portfolio(rows + [{"municipality": "GM0917"}] * k), region)
        return grown.dimension("location").group("GM0917").status

    assert state(found.gap.to_in_line - 1) in LESS
    assert state(found.gap.to_in_line) not in LESS
    assert found.gap.to_in_line < found.gap.to_parity


def test_how_many_agrees_with_the_mirror_for_main_groups(region):
    def made(k):
        named = [("65+",)] * 40 + [("0-15", "65+")] * 30 + [("15-25",)] * k
        return reflect(portfolio([{"mainly_for": groups, "kinds": ("content",)} for groups in named]), region)

    now = made(0)
    k = to_in_line(now.dimension("age"), "15-25", Settings())
    assert k > 0
    assert made(k - 1).dimension("age").group("15-25").status in LESS
    assert made(k).dimension("age").group("15-25").status not in LESS


def test_parity_is_the_smallest_number_that_reaches_the_regions_share(crowded):
    result = crowded.dimension("location")
    heerlen = result.group("GM0917")
    k = to_parity(result, heerlen)
    assert (heerlen.count + k) / (heerlen.n + k) >= heerlen.region_share
    assert (heerlen.count + k - 1) / (heerlen.n + k - 1) < heerlen.region_share


def test_with_nobody_added_a_group_is_less_where_the_mirror_says_so(mirror):
    for result in (mirror.dimension("location"), mirror.dimension("age")):
        for group in result.groups:
            assert (state_with(result, group.id, 0, mirror.settings) in LESS) == (group.status in LESS)


def test_by_money_no_number_of_partners_is_given(sample, region):
    by_money = reflect(sample, region, Settings(weight="money_in"))
    gaps = [w.gap for w in search_profile(by_money).wanted if w.gap]
    assert all(gap.to_parity is None for gap in gaps)


def test_what_the_museum_chose_comes_first(mirror):
    ids = [w.id for w in search_profile(mirror, ["age:65+", "location:GM0965"]).wanted]
    assert set(ids[:2]) == {"age:65+", "location:GM0965"}


def test_everything_chosen_is_told_however_long_the_list(mirror):
    chosen = [group for group, *_ in choosable(mirror)]
    assert len(search_profile(mirror, chosen).wanted) == len(chosen) > MOST_LINES


def test_the_list_is_short_and_tells_what_it_leaves_out(mirror):
    profile = search_profile(mirror, (), "Jongeren, ouderen en kinderen")
    assert len(profile.wanted) == MOST_LINES
    assert profile.left_out > 0


def test_an_unknown_priority_is_passed_over(mirror):
    assert search_profile(mirror, ["age:nonsense"]) == search_profile(mirror)


def test_a_context_dimension_is_looked_for_only_when_chosen(mirror):
    assert not [w for w in search_profile(mirror).wanted if w.dimension == "sector"]
    chosen = search_profile(mirror, ["sector:O-Q"]).wanted[0]
    assert (chosen.id, chosen.kind) == ("sector:O-Q", "supplier")


@pytest.mark.parametrize(
    ("needs", "found"),
    [
        ("Veel jongeren vervelen zich", "age:15-25"),
        ("Laaggeletterdheid is een probleem", ":low_literacy"),
        ("In SIMPELVELD gebeurt weinig", "location:GM0965"),
    ],
)
def test_a_group_or_place_that_the_museum_wrote_about_goes_forward(mirror, needs, found):
    assert found in [w.id for w in search_profile(mirror, (), needs).wanted if w.mentioned]


def test_a_word_that_only_looks_alike_is_not_found(mirror):
    needs = "Heerlenaren en het mboard; een ouderwetse opleiding"
    assert not [w for w in search_profile(mirror, (), needs).wanted if w.mentioned]


def test_broad_groups_are_named_only_when_chosen(mirror):
    assert not [w for w in search_profile(mirror).wanted if w.group in BROAD]
    assert search_profile(mirror, ["sex:women"]).wanted[0].group == "women"


def test_nobody_is_missed_in_what_nobody_was_asked(mirror):
    """Of the sample no partner named a level of education: that is a question, not a gap."""
    chosen = search_profile(mirror, ["education:hbo_wo"]).wanted[0]
    assert chosen.reached is None


def test_too_little_known_asks_and_invents_nothing(region):
    little = reflect(portfolio([{}] * 12), region)
    profile = search_profile(little)
    assert profile.wanted == ()
    assert "reach" in [ask.dimension for ask in profile.ask_first]
    assert all(ask.unknown for ask in profile.ask_first)


def test_no_partners_at_all_is_no_profile(region):
    assert search_profile(reflect(portfolio([]), region)).wanted == ()


def test_partners_like_the_region_leave_nothing_to_look_for(region):
    counts = {code: round(100 * share) for code, share in region.compositions["location"].shares.items()}
    rows = [{"municipality": code} for code, n in counts.items() for _ in range(n)]
    assert not [w for w in search_profile(reflect(portfolio(rows), region)).wanted if w.dimension == "location"]


def test_the_nearest_place_is_where_partners_are_least_present(mirror):
    people = search_profile(mirror, ["age:15-25"]).wanted[0]
    assert people.near == "Beekdaelen"


def test_a_profile_is_kept_as_json(mirror):
    profile = search_profile(mirror, ["age:15-25"], "Jongeren")
    assert SearchProfile.model_validate_json(profile.model_dump_json()) == profile


def test_a_mirror_read_back_gives_the_same_profile(mirror):
    assert search_profile(Mirror.from_json(mirror.to_json())) == search_profile(mirror)
