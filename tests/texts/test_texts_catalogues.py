"""The Dutch catalogues say everything the code says, once, and nothing else."""

import functools
import io
import re
from collections import defaultdict

import pytest
from babel.messages.pofile import read_po
from marked_texts import marked_texts

from regional.texts.catalogue import LOCALE_DIR

BRACES = re.compile(r"\{(\w+)[^}]*\}")
NEVER = (
    "niet-westers", "non-western", "allocht", "autocht", "laagopgeleid", "laag opgeleid", "low-educated",
    "achterstand", "what-if", "kandidaat", "vacature", "zet stil", "stilgezet", "stilzet",
)  # fmt: skip
HARD = (
    "aangaande", "alsmede", "alvorens", "conform", "derhalve", "desbetreffend", "dienen te", "dient te", "echter",
    "faciliter", "implement", "in het kader van", "ingevolge", "inzake", "krachtens", "met betrekking tot", "monitor",
    "omtrent", "onderhavig", "optimalis", "percentiel", "reeds", "representatie", "significan", "stakeholder",
    "ten behoeve", "teneinde", "tevens", "variantie",
)  # fmt: skip
"""Beginnings of words that somebody who reads at B1 stumbles over, and that we say in another way."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
EXPLAINED = 32
"""The most words of a sentence where a formula is explained, on Bronnen en uitleg; nobody has to read those."""
PO_FILES = sorted((LOCALE_DIR / "nl").glob("*.po"))


@functools.cache
def entries():
    catalogues = [(path.name, read_po(io.BytesIO(path.read_bytes()))) for path in PO_FILES]
    return [(name, message) for name, catalogue in catalogues for message in catalogue if message.id]


def key(message):
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (message.id,)


def words(message):
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string,)


def test_every_marked_text_has_dutch():
    have = {key(message) for _, message in entries()}
    # Each half of a plural may be marked by itself, where the pair is kept in a table.
    have |= {(half,) for text in have for half in text}
    missing = {text: place for text, place in marked_texts().items() if text not in have}
    assert not missing, "\n".join(f"{place}: {text}" for text, place in missing.items())


def test_no_entry_is_fuzzy_or_empty():
    wrong = [(file, m.id) for file, m in entries() if m.fuzzy or not all(words(m))]
    assert not wrong


def test_dutch_uses_the_braces_of_the_english_text():
    wrong = []
    for file, message in entries():
        ids, strings = key(message), words(message)
        wanted = set(BRACES.findall(ids[-1]))
        for position, string in enumerate(strings):
            # "één partner" may stand for "{n} partner".
            optional = {"n"} if len(strings) == 2 and position == 0 else set()
            if wanted - optional != set(BRACES.findall(string)) - optional:
                wrong.append((file, message.id, string))
    assert not wrong


def test_a_plural_has_two_forms():
    assert not [(f, m.id) for f, m in entries() if len(key(m)) == 2 and len(words(m)) != 2]


def test_a_text_is_worded_one_way_in_all_rooms():
    worded = defaultdict(set)
    for _, message in entries():
        worded[key(message)].add(words(message))
    assert not {text: forms for text, forms in worded.items() if len(forms) > 1}


def test_a_text_is_not_both_plain_and_plural():
    kinds = defaultdict(set)
    for _, message in entries():
        kinds[key(message)[0]].add(key(message))
    assert not {text: forms for text, forms in kinds.items() if len(forms) > 1}


def test_no_entry_is_left_that_no_code_uses():
    used = set(marked_texts())
    halves = {half for text in used for half in text}
    left = [(file, m.id) for file, m in entries() if key(m) not in used and not halves.issuperset(key(m))]
    assert not left, "\n".join(map(str, left))


def test_no_obsolete_entries():
    for path in PO_FILES:
        assert not any(line.startswith("#~") for line in path.read_text(encoding="utf-8").splitlines()), path.name


@pytest.mark.parametrize("path", PO_FILES, ids=lambda path: path.stem)
def test_catalogue_declares_utf8_and_dutch_plurals(path):
    text = path.read_text(encoding="utf-8")
    assert "charset=UTF-8" in text
    assert "nplurals=2" in text


@pytest.mark.parametrize("word", NEVER)
def test_words_that_never_appear(word):
    dutch = [string for _, message in entries() for string in words(message)]
    english = [part for text in marked_texts() for part in text]
    assert not [text for text in dutch + english if word in text.lower()]


def test_dutch_has_no_double_spaces_or_loose_ends():
    wrong = [s for _, m in entries() for s in words(m) if "  " in s or s != s.strip() or " ," in s or " ." in s]
    assert not [s for s in wrong if not s.startswith("#")]


def sentences():
    """Every Dutch sentence, as its words; what stands in braces is one word, and a list of signs is no sentence."""
    for _, message in entries():
        for string in words(message):
            for sentence in re.split(r"(?<=[.!?:;])\s+|\n+", BRACES.sub("x", string)):
                if (found := WORD.findall(sentence)) and " = " not in sentence:
                    yield message.id, found


def test_sentences_are_short_enough_to_be_read_once():
    lengths = [(len(found), text) for text, found in sentences()]
    assert sum(length for length, _ in lengths) / len(lengths) < 8
    assert not [text for length, text in lengths if length > EXPLAINED]
    assert sum(length > 20 for length, _ in lengths) <= len(lengths) / 200


def test_long_words_are_rare():
    found = [word for _, parts in sentences() for word in parts]
    assert sum(len(word) > 14 for word in found) <= len(found) / 250


@pytest.mark.parametrize("hard", HARD)
def test_no_word_is_one_that_a_reader_stumbles_over(hard):
    beginning = re.compile(rf"\b{hard}", re.IGNORECASE)
    assert not [string for _, message in entries() for string in words(message) if beginning.search(string)]
