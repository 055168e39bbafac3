"""Make the typefaces of the PDFs: what Dutch, Frisian, Turkish, Arabic, Hebrew and Chinese names need, and no more.

    pip download --no-deps --dest FOLDER justmytype-intl-cjk==0.1.0 justmytype-intl-rtl==0.1.0
    python data/build_fonts.py FOLDER

Both packages hold Google's Noto Sans (SIL Open Font License 1.1) as released. Each is cut to one weight and to the
signs below; Source Sans 3, for all else, stays as it is. ``signs.txt`` beside the fonts lists every sign that one of
them has, so that the app need not read fonts.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parents[1] / "regional" / "typesetting" / "fonts"
REGULAR = {"wght": 400, "wdth": 100}


def main(folder: Path) -> None:
    """Cut the fonts from the packages in ``folder`` and write them beside Source Sans."""
    for family, wanted in {"Arabic": arabic(), "Hebrew": hebrew(), "SC": chinese()}.items():
        font = released(folder, family)
        axes = {axis.axisTag: REGULAR[axis.axisTag] for axis in font["fvar"].axes}
        cut(instantiateVariableFont(font, axes), wanted, FONTS / f"NotoSans{family}-Regular.ttf")
    held = {code for path in sorted(FONTS.glob("*.ttf")) for code in TTFont(path).getBestCmap() if code >= 0x20}
    (FONTS / "signs.txt").write_text("\n".join(ranges(held)) + "\n", encoding="ascii")


def released(folder: Path, family: str) -> TTFont:
    """Return a family as it is in one of the packages."""
    for package in folder.glob("*.whl"):
        with zipfile.ZipFile(package) as archive:
            for name in archive.namelist():
                if Path(name).name.startswith(f"NotoSans{family}[") and name.endswith(".ttf"):
                    return TTFont(io.BytesIO(archive.read(name)))
    raise SystemExit(f"no Noto Sans {family} in {folder}")


def cut(font: TTFont, wanted: set[int], path: Path) -> None:
    """Keep the wanted signs, and what they need to join (Arabic) or to carry marks."""
    options = Options()
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    options.layout_features = [tag for tag in options.layout_features if tag not in ("vert", "vrt2", "vkrn")]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & set(font.getBestCmap()))
    subsetter.subset(font)
    font.save(path)
    print(path.name, path.stat().st_size)


def arabic() -> set[int]:
    """Return Arabic, with the letters that Persian, Kurdish, Urdu and Berber add."""
    return {*range(0x0600, 0x0700), *range(0x0750, 0x0780), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)}


def hebrew() -> set[int]:
    """Return Hebrew."""
    return {*range(0x0590, 0x0600), *range(0xFB1D, 0xFB50)}


def chinese() -> set[int]:
    """Return the signs of GB 2312 (simplified) and of the first plane of Big5 (traditional), with kana for Japanese."""
    simplified = encoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    traditional = encoded("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return simplified | traditional | {*range(0x3000, 0x3040), *range(0x3041, 0x3100), *range(0xFF01, 0xFF5F)}


def encoded(codec: str, rows: Iterable[int], cells: Iterable[int]) -> set[int]:
    """Return the signs at these rows and cells of an encoding of two bytes."""
    cells = list(cells)
    pairs = [bytes((row, cell)) for row in rows for cell in cells]
    found = [pair.decode(codec, "ignore") for pair in pairs]
    return {ord(sign) for sign in found if len(sign) == 1}


def ranges(codes: set[int]) -> list[str]:
    """Return codes as hexadecimal ranges, ends included."""
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return [f"{first:X}-{last:X}" for first, last in found]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
