"""Files that are made to harm whoever opens them, each small on disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLAIN = "<row><c t='inlineStr'><is><t>naam</t></is></c></row><row><c t='inlineStr'><is><t>De Kring</t></is></c></row>"


def sheet(rows: str, before: str = "") -> str:
    """A worksheet of these rows; ``before`` goes in front of its root."""
    return f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def parts(sheets: list[str], strings: str = "", **more: str) -> dict[str, bytes]:
    """The parts of a workbook with these sheets; ``more`` replaces the content of part ``workbook`` or ``types``."""
    listed = "".join(f'<sheet name="s{i}" sheetId="{i}" r:id="rId{i}"/>' for i in range(1, len(sheets) + 1))
    linked = "".join(
        f'<Relationship Id="rId{i}" Type="{R}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    if strings:
        linked += f'<Relationship Id="rIdS" Type="{R}/sharedStrings" Target="sharedStrings.xml"/>'
    workbook = f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>'
    found = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "xl/workbook.xml": more.get("workbook", workbook),
        "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns='
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{linked}</Relationships>',
        **{f"xl/worksheets/sheet{i}.xml": text for i, text in enumerate(sheets, 1)},
    }
    if strings:
        found["xl/sharedStrings.xml"] = f'<?xml version="1.0"?><sst xmlns="{MAIN}">{strings}</sst>'
    return {name: text.encode() for name, text in found.items()}


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def workbook(*sheets: str, strings: str = "") -> bytes:
    """An XLSX of these sheets."""
    return zipped(parts(list(sheets), strings))


def lying(members: dict[str, bytes], name: str, told: int) -> bytes:
    """A zip that says member ``name`` is ``told`` bytes long when unpacked, with the checksum of just those bytes."""
    data = bytearray(zipped(members))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo(name)
    checksum = zlib.crc32(members[name][:told])
    struct.pack_into("<I", data, info.header_offset + 14, checksum)
    struct.pack_into("<I", data, info.header_offset + 22, told)
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(name.encode()))
    struct.pack_into("<I", data, at + 16, checksum)
    struct.pack_into("<I", data, at + 24, told)
    return bytes(data)


def rows_of_cells(rows: int, columns: int, cell: str = "<c><v>1</v></c>") -> str:
    """Rows whose cells say no address."""
    return f"<row>{cell * columns}</row>" * rows


FAR = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
FAR_WITH_SPACES = "<row r = '1048576'><c r = 'XFD1048576'><v>1</v></c></row>"
FAR_BELOW_A_WIDE_ROW = rows_of_cells(1, 16_000) + "<row r='1048576'><c><v>1</v></c></row>"
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)) + "]>"
)


def outside(address: str) -> str:
    """A sheet that brings in a file by an entity."""
    return sheet(PLAIN.replace("De Kring", "De Kring &e;"), f"<!DOCTYPE x [<!ENTITY e SYSTEM '{address}'>]>")


def spreadsheets() -> dict[str, bytes]:
    """Workbooks by what they do."""
    one_text = rows_of_cells(1, 1, "<c t='s'><v>0</v></c>")
    few_columns = rows_of_cells(1, 400)
    big = parts([sheet(PLAIN)], f"<si><t>{'y' * 1_000}</t></si>" * 150_000)
    return {
        "far corner": workbook(sheet(PLAIN + FAR)),
        "far corner, spaces": workbook(sheet(PLAIN + FAR_WITH_SPACES)),
        "wide row and a far one": workbook(sheet(FAR_BELOW_A_WIDE_ROW)),
        "cells without address": workbook(sheet(rows_of_cells(2, 3_000_000))),
        "a text a thousand times": workbook(sheet(one_text * 1_000), strings=f"<si><t>{'x' * 30_000_000}</t></si>"),
        "many sheets": workbook(
            *[sheet(f"<row r='49000'><c r='A49000'><v>{i}</v></c></row>{few_columns}") for i in range(300)]
        ),
        "lying directory": lying(big, "xl/sharedStrings.xml", 1_000),
        "much air": workbook(sheet(PLAIN + " " * 150_000_000)),
        "a zip in a zip": zipped({"xl/workbook.xml": workbook(sheet(PLAIN))}),
        "outside entity": workbook(outside("file:///etc/hostname")),
        "laughs": workbook(sheet(PLAIN.replace("De Kring", "&a9;"), LAUGHS)),
        "laughs in strings": workbook(sheet(one_text), strings=LAUGHS + "<si><t>&a9;</t></si>"),
    }


KINDS = ("a text a thousand times", "a zip in a zip", "cells without address", "far corner", "far corner, spaces",
         "laughs", "laughs in strings", "lying directory", "many sheets", "much air", "outside entity",
         "wide row and a far one")  # fmt: skip
