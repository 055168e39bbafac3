"""Whatever comes back, read: files of the form, sheets, forms of earlier years, mail text, and archives of those."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from regional.files.problems import FileFault
from regional.questionnaire.old_form import read_old_form
from regional.questionnaire.reply import read_reply
from regional.questionnaire.response import Response, from_json
from regional.questionnaire.sheet import read_sheet
from regional.texts import Message

if TYPE_CHECKING:
    from regional.files.sheets import Sheet

APP, KIND, FORMAT = "partnerspiegel", "answers", 1
"""What a file of the form says that it is."""
MOST_FILES, LARGEST = 5_000, 2_000_000
"""Files in one archive, and bytes of one of them."""
UNPACKED = 50_000_000
NO_FORM = Message.of("We find no answers in this. Choose the file that came back, or paste the whole reply.")


@dataclass(frozen=True)
class Received:
    """What one file holds: ``responses``, or the ``problem`` with it; ``name`` is the file's."""

    name: str
    responses: tuple[Response, ...] = ()
    problem: Message | None = None


def read_all(files: Iterable[tuple[str, bytes]]) -> tuple[Received, ...]:
    """Return what files (name, bytes) hold; archives are opened. Nothing is raised on what comes back."""
    from regional.files.sheets import read_each

    found: list[Received | tuple[str, bytes]] = []
    for name, data in files:
        if data[:4] == b"PK\x03\x04" and not name.casefold().endswith(".xlsx"):
            found += _archive(name, data)
        else:
            found.append((name, data))
    read = [one if isinstance(one, Received) or _is_workbook(one[1]) else _read(*one) for one in found]
    workbooks = [one for one in read if not isinstance(one, Received)]
    sheets = iter(read_each([data for _, data in workbooks]))
    return tuple(
        one if isinstance(one, Received) else _received(one[0], _workbook(next(sheets))) for one in read
    )  # fmt: skip


def read_file(name: str, data: bytes) -> Received:
    """Return what one file holds, whichever way it was filled in."""
    (found,) = read_all([(f"{name}.xlsx", data)])
    return replace(found, name=name)


def _is_workbook(data: bytes) -> bool:
    return len(data) <= LARGEST and (data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0")


def _read(name: str, data: bytes) -> Received:
    """Return what a file holds that is no workbook."""
    if len(data) > LARGEST:
        return Received(name, problem=Message.of("This file is too large for a form."))
    responses = _json(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else _text(data)
    return _received(name, responses)


def _received(name: str, responses: tuple[Response, ...]) -> Received:
    return Received(name, responses) if responses else Received(name, problem=NO_FORM)


def _archive(name: str, data: bytes) -> list[Received | tuple[str, bytes]]:
    """Return the files in an archive, or what is the matter with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = [info for info in archive.infolist() if not info.is_dir()]
            if len(inside) > MOST_FILES or sum(info.file_size for info in inside) > UNPACKED:
                return [Received(name, problem=Message.of("This archive is too large."))]
            return [(info.filename, archive.read(info)) for info in inside]
    except Exception:  # what a made-up archive can bring about has too many names: zlib, struct
        return [Received(name, problem=NO_FORM)]


def _workbook(sheets: tuple[Sheet, ...] | FileFault) -> tuple[Response, ...]:
    if isinstance(sheets, FileFault):
        return ()
    old = read_old_form(sheets)
    if old:
        return old
    found = read_sheet(sheets)
    return (found,) if found else ()


def _json(data: bytes) -> tuple[Response, ...]:
    try:
        kept = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return ()
    if not isinstance(kept, dict) or (kept.get("app"), kept.get("kind")) != (APP, KIND):
        return ()
    if kept.get("format") != FORMAT:
        return ()
    said, unread = from_json(kept.get("answers"))
    facts = {key: str(kept.get(key) or "")[:300] for key in ("partner", "name", "made", "filled")}
    return (
        Response(facts["partner"], said, "form", facts["name"], _day(facts["made"]), _day(facts["filled"]), unread),
    )


def _text(data: bytes) -> tuple[Response, ...]:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    found = read_reply(text)
    return (found,) if found else ()


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
