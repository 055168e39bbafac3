"""Whatever the figures, the sentences stay well formed, in words we may use, and true to the state."""

import re

import pytest
from builders import CATEGORIES, group, mirror, reach, result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regional.dimensions import DIMENSIONS, REACH_GROUPS
from regional.mirror.result import Status
from regional.sentences import (
    amount_sentence,
    certainty_sentence,
    dimension_sentence,
    dimension_title,
    first_steps,
    group_sentence,
    mirror_headline,
    reach_sentence,
    what_would_change,
)
from regional.texts import texts

BANNED = re.compile(
    r"\bnan\b|(?-i:\bNone\b)(?! of)|achterstand|niet-westers|non-western|allocht|laagopgeleid|p-waarde|p-value"
    r"|significan|\bratio\b|hypothes|\bgelijk\b|\bequal to\b|rapportcijfer|\bschuld|\bfout\b|\bblame",
    re.IGNORECASE,
)
ONE_AS_MANY = re.compile(
    r"(?<![\d.,])1 (partners|inwoners|vrouwen|mannen|huishoudens|inhabitants|women|men|households)\b"
)
LONGEST = 215
shares = st.one_of(st.sampled_from([0.0, 1.0, 1e-9, 0.004, 0.999999]), st.floats(0, 1))
counts = st.sampled_from([0, 1, 2, 9, 10, 25, 60, 1_000])
weights = st.sampled_from(["count", "money_in", "money_out"])
kinds = st.sampled_from(["all", "funder", "content", "supplier"])
languages = st.sampled_from(["nl", "en"])
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(text, language):
    plain = text.replace("\u00a0", " ")
    assert plain, "empty"
    assert "  " not in plain, plain
    assert not re.search(r"[{}]", plain), plain
    assert not BANNED.search(plain), plain
    assert not ONE_AS_MANY.search(plain), plain
    assert plain[0].isupper() or plain[0].isdigit(), plain
    assert plain.endswith("."), plain
    assert not re.search(r"\.\.|[,;:]\.|\s[.,;:]", plain), plain
    assert not re.search(r"\d\.\d(?!\d\d)" if language == "nl" else r"\d,\d(?!\d\d)", plain), plain
    for sentence in re.split(r"(?<=\.) (?=[A-ZÉ\d])", plain):
        assert len(sentence) <= LONGEST, sentence


@st.composite
def one_group(draw):
    dimension_id, category, label = draw(st.sampled_from(CATEGORIES))
    n = draw(counts)
    share = draw(st.one_of(st.none(), shares)) if n else None
    q = draw(st.one_of(st.none(), shares))
    return dimension_id, group(
        q, share, n, draw(st.sampled_from(list(Status))), id=category, label=label,
        band=draw(st.sampled_from([None, (0.0, 0.2)])), p_adjusted=draw(st.sampled_from([None, 0.001, 0.4])),
    )  # fmt: skip


@st.composite
def one_dimension(draw):
    dimension_id, first = draw(one_group())
    same = [(c, label) for d, c, label in CATEGORIES if d == dimension_id]
    others = [
        group(0.2, draw(shares), 30, draw(st.sampled_from(list(Status))), id=c, label=label)
        for c, label in same
        if c != first.id
    ]
    known, unknown = draw(counts), draw(counts)
    reasons = ("not_asked", "asked", "no_answer", "rather_not_say", "not_usable")
    return result(
        dimension_id, [first, *others], known, unknown, tested=draw(st.booleans()), not_applicable=draw(counts),
        unknown={reason: draw(counts) for reason in reasons},
        outside={"elsewhere": draw(counts), "abroad": draw(counts)},
        effective_n=draw(st.floats(0, max(1, known))),
    )  # fmt: skip


@relaxed
@given(one_dimension(), weights, kinds, st.sampled_from(["audience", "team"]), languages)
def test_groups_and_dimensions(dimension, weight, kind, shares_of, language):
    t = texts(language)
    view = {"kind": kind, "shares_of": shares_of}
    check(dimension_sentence(dimension, t, weight, **view), language)
    check(certainty_sentence(dimension, t, weight), language)
    for one in dimension.groups:
        check(group_sentence(dimension, one, t, weight, **view), language)
        change = what_would_change(dimension, t, weight, one)
        if change:
            check(change, language)
    title = dimension_title(dimension, t)
    assert title
    assert not title.endswith(".")


@relaxed
@given(st.sampled_from(REACH_GROUPS), st.one_of(st.none(), st.floats(0, 2e7)), counts, counts, languages)
def test_reach(of, inhabitants, main, also, language):
    dimension_id, category = of
    told = reach(main, also, inhabitants, category.id, dimension_id, category.label)
    check(reach_sentence(told, texts(language)), language)


@relaxed
@given(counts, counts, counts, counts, counts, st.tuples(*[st.floats(0, 1e9)] * 2, counts), languages)
def test_whole_mirrors(here, elsewhere, abroad, nowhere, reach_known, money, language):
    t = texts(language)
    whole = mirror(here=here, elsewhere=elsewhere, abroad=abroad, nowhere=nowhere, money=money, reach_known=reach_known)
    for sentence in [*mirror_headline(whole, t), *first_steps(whole, t), amount_sentence(whole, t)]:
        check(sentence, language)


LESS = ("less than in the region", "is less", "minder dan in de regio", "is minder")
MORE = ("more than in the region", "is more", "meer dan in de regio", "is meer")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("entry", [d for d in DIMENSIONS if d.role == "mirror"], ids=lambda d: d.id)
def test_a_sentence_never_contradicts_its_state(entry, status, language):
    category, label = next((c, name) for d, c, name in CATEGORIES if d == entry.id)
    one = group(0.3, 0.3, 30, status, id=category, label=label)
    text = group_sentence(result(entry.id, [one, one], 30), one, texts(language))
    assert any(words in text for words in LESS) == (status in (Status.CLEARLY_LESS, Status.POSSIBLY_LESS))
    assert any(words in text for words in MORE) == (status in (Status.CLEARLY_MORE, Status.POSSIBLY_MORE))
    certain = "bijna zeker geen toeval" in text or "almost certainly no coincidence" in text
    assert certain == (status in (Status.CLEARLY_LESS, Status.CLEARLY_MORE))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("dimension_id", "category", "label"), CATEGORIES)
def test_every_category_has_a_wording(dimension_id, category, label, language):
    one = group(0.3, 0.2, 30, id=category, label=label)
    check(group_sentence(result(dimension_id, [one, one], 30), one, texts(language)), language)
