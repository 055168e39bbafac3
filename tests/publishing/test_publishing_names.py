"""A partner's name in what is typed is seen, however it is written; an ordinary word is no name."""

from __future__ import annotations

import pytest

from regional.publishing.names import named_in

NAMES = ["Stichting De Rode Draad", "Café Zuid", "Bakkerij 't Hœkje", "Kunst-Kring Heerlen B.V.", "Stichting Jongeren",
         "Vereniging Zonnebloem", "Stichting Heerlen", "Şişli Derneği", "陳大文基金",
         "XY", "Parkstad Limburg", "AZC", "Muziekschool Zuid"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We spraken met stichting de rode draad.", "Stichting De Rode Draad"),
        ("Praat met De Rode Draad!", "Stichting De Rode Draad"),
        ("de rode\u00addraad, de ro\u00adde draad", "Stichting De Rode Draad"),
        ("De\u200b Rode\u200b Dra\u200bad", "Stichting De Rode Draad"),
        ("De-Rode-Draad", "Stichting De Rode Draad"),
        ("De\u00a0Rode\nDraad", "Stichting De Rode Draad"),
        ("De Rode‑Draad", "Stichting De Rode Draad"),
        ("Cafe\u0301 Zuid", "Café Zuid"),
        ("Cafe Zuid", "Café Zuid"),
        ("CAFÉ  ZUID", "Café Zuid"),
        ("bakkerij ’t Hoekje", "Bakkerij 't Hœkje"),
        ("Kunst Kring Heerlen BV", "Kunst-Kring Heerlen B.V."),
        ("kunst–kring heerlen", "Kunst-Kring Heerlen B.V."),
        ("De Zonnebloem helpt", "Vereniging Zonnebloem"),
        ("sisli dernegi", "Şişli Derneği"),
        ("met陳大文基金會", "陳大文基金"),
        ("Parkstad Limburg doet mee", "Parkstad Limburg"),
        ("Zie www.derodedraad.nl", "Stichting De Rode Draad"),
        ("de muziek-\nschool Zuid", "Muziekschool Zuid"),
        ("Muziek school-zuid", "Muziekschool Zuid"),
        ("het A.Z.C. om de hoek", "AZC"),
        ("ＣＡＦＥ　ＺＵＩＤ", "Café Zuid"),
        ("info@cafe\u2060zuid.nl", "Café Zuid"),
        ("De R\u0336ode Draad", "Stichting De Rode Draad"),
    ],
)
def test_a_name_is_seen_however_it_is_written(text, found):
    assert named_in(text, NAMES) == [found]


@pytest.mark.parametrize(
    "text",
    ["Wij zoeken jongeren.", "In Heerlen wonen veel jongeren.", "De rode draden", "Een muziekschool in Zuid",
     "de muziekscholen zuid", "Een zonnebloem in de tuin", "x y xy", "Cafés in Zuid", "de stichting", "Vereniging", ""],
)  # fmt: skip
def test_an_ordinary_word_is_no_name(text):
    assert named_in(text, NAMES) == []


def test_a_name_without_its_legal_form_that_is_one_word_is_seen_with_a_capital():
    assert named_in("Vraag het Jongeren.", NAMES) == ["Stichting Jongeren"]
