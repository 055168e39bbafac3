"""Whatever a name holds, a PDF comes out: signs that our fonts have are in it, the others are replaced and counted."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from regional.typesetting import LACKING, printable, typeset
from regional.typesetting.signs import FONTS

TEMPLATE = """
#let d = json(bytes(sys.inputs.at("data")))
#set document(title: "x")
#set text(lang: "nl", font: d.fonts)
= Namen
#for line in d.lines { par(line) }
"""
# What Dutch, Frisian, Turkish, Arabic, Hebrew, Chinese and other European names are written with.
NAMES = [
    "Bakkerij ’t Hœkje", "Stichting Coöperatie Égalité", "Fryske Akademy – Kûbaard, Sânfurd", "Şişli Çağdaş İğdır",
    "Łódź Přátelé Đorđe", "مؤسسة النُّور", "انجمن پویا گچ", "عمامە کوردی ڕۆژ", "קהילת שלום", "华人基督教会",
    "陳大文 張美玲 劉黃", "東京の庭 カラオケ", "Αθήνα", "Дружба", "Nguyễn Ánh", "e\u0301\u0301 cafe\u0301",
    "50 ‰ · « » „ ” – — ‑ − € £ ≥ →", "a\u00adb\u200bc\u200cd",
]  # fmt: skip
LACKED = {"Feest 🎉!": ("Feest □!", 1), "👩‍👩‍👧 gezin": ("□ gezin", 1), "🇳🇱🇹🇷": ("□□", 2), "👍🏽 ja": ("□ ja", 1),
          "🧡️": ("□", 1),
          "ⵣ": ("□", 1), "हिन्दी": ("□□□", 3), "\ue000": ("□", 1), "\ufffe": ("□", 1), "a\x00\x07b": ("ab", 0),
          "a\u202eb\u2066c": ("abc", 0), "a\tb\u2028c": ("a b c", 0), "□ open": ("□ open", 0), "\ud800x": ("□x", 1),
          "x\u20d7": ("x□", 1), "a\ufe0fb\U000e0041": ("ab", 0)}  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("typst") / "names.typ"
    path.write_text(TEMPLATE)
    return path


def read(pdf):
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_the_list_of_signs_is_what_the_fonts_have():
    held = {code for path in FONTS.glob("*.ttf") for code in TTFont(path).getBestCmap() if code >= 0x20}
    told = set()
    for line in (FONTS / "signs.txt").read_text().split():
        first, _, last = line.partition("-")
        told |= set(range(int(first, 16), int(last, 16) + 1))
    assert told == held
    assert LACKING in map(chr, held)


def test_the_fonts_are_small_and_their_licence_is_beside_them():
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 4_500_000
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Noto Project Authors" in licence


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_as_it_is(name):
    assert printable(name)[1] == 0
    assert LACKING not in printable(name)[0]


def test_all_these_names_are_in_the_pdf(template):
    pdf = typeset(template, {"lines": NAMES})
    for word in ("Égalité", "Kûbaard", "İğdır", "华人基督教会", "陳大文", "東京の庭", "Nguyễn", "Дружба"):
        assert word in read(pdf)
    fonts = {
        font.split("+")[-1].partition("-")[0] for page in PdfReader(io.BytesIO(pdf)).pages for font in fonts_of(page)
    }
    assert fonts == {
        "SourceSans3",
        "NotoSansArabic",
        "NotoSansHebrew",
        "NotoSansSC",
    }


def fonts_of(page):
    return [font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()]


@pytest.mark.parametrize("typed", LACKED)
def test_a_sign_that_no_font_has_is_replaced_and_counted(typed):
    assert printable(typed) == LACKED[typed]


def test_words_anywhere_in_the_data_are_looked_at_and_the_rest_stays():
    data = {"a": ["x🎉", {"b": ("🎉", 3, None, 1.5)}], "logo": [137, 80], "n": 2}
    assert printable(data) == ({"a": ["x□", {"b": ("□", 3, None, 1.5)}], "logo": [137, 80], "n": 2}, 2)


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=[]), max_size=30), min_size=1, max_size=40))
def test_no_text_at_all_ends_a_pdf(template, lines):
    assert typeset(template, {"lines": [*LACKED, *lines]}).startswith(b"%PDF")


def test_no_font_of_the_machine_is_used(template, monkeypatch):
    seen = {}

    class Typst:
        @staticmethod
        def compile(*_, **options):
            seen.update(options)
            return b""

    monkeypatch.setitem(__import__("sys").modules, "typst", Typst)
    typeset(Path(template), {"lines": []})
    assert (seen["ignore_system_fonts"], seen["font_paths"]) == (True, [FONTS])
