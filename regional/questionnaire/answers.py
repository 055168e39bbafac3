"""Whatever comes back, read: files of the form, sheets, forms of earlier years, mail text, and archives of those."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.files.problems import FileFault
from regional.questionnaire.mail import is_mail, mail_parts
from regional.questionnaire.old_form import read_old_form
from regional.questionnaire.page_text import html_text
from regional.questionnaire.reply import read_reply
from regional.questionnaire.response import Response, from_json, one_text
from regional.questionnaire.sheet import read_sheet
from regional.texts import Message
from regional.workspace.stored import storable

if TYPE_CHECKING:
    from regional.files.sheets import Sheet

APP, KIND, FORMAT = "partnerspiegel", "answers", 1
"""What a file of the form says that it is."""
MOST_FILES, LARGEST = 5_000, 2_000_000
"""Files in one archive, and bytes of one of them."""
UNPACKED = 50_000_000
FORM_MARK = 'id="pv-form"'
"""Stands in the form itself."""
NO_FORM = Message.of("We find no answers in this. Choose the file that came back, or paste the whole reply.")


FORM_ITSELF = Message.of(
    "This is the form itself: what is filled in does not stand in it. Ask for the small file or the text that it gives."
)


@dataclass(frozen=True)
class Received:
    """What one file holds: ``responses``, or the ``problem`` with it; ``name`` is the file's."""

    name: str
    responses: tuple[Response, ...] = ()
    problem: Message | None = None


def read_all(files: Iterable[tuple[str, bytes]]) -> tuple[Received, ...]:
    """Return what files (name, bytes) hold; archives and mails are opened. Nothing is raised on what comes back."""
    from regional.files.sheets import read_each

    found = [one for name, data in files for one in _opened(name, data)]
    read = [one if isinstance(one, Received) or _is_workbook(one[1]) else _read(*one) for one in found]
    workbooks = [one for one in read if not isinstance(one, Received)]
    sheets = iter(read_each([data for _, data in workbooks]))
    return tuple(one if isinstance(one, Received) else _workbook(one[0], next(sheets)) for one in read)


def read_file(name: str, data: bytes) -> Received:
    """Return what one file holds, whichever way it was filled in."""
    found = read_all([(name, data)])
    responses = tuple(response for one in found for response in one.responses)
    return Received(name, responses) if responses else Received(name, problem=found[0].problem if found else NO_FORM)


def _opened(name: str, data: bytes) -> Iterator[Received | tuple[str, bytes]]:
    """Yield a file, or what is in it where it is an archive or a mail."""
    inside = _archive(name, data) if data[:4] == b"PK\x03\x04" and _is_archive(data) else [(name, data)]
    for one in inside:
        if isinstance(one, Received) or len(one[1]) > LARGEST or not is_mail(one[1]):
            yield one
            continue
        text, attached = mail_parts(one[1])
        body = _received(one[0], _text(text))
        if body.responses or not attached:
            yield body
        yield from attached


def _is_archive(data: bytes) -> bool:
    """Tell an archive from a workbook, which is one too."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not _OF_WORKBOOKS & set(archive.namelist())
    except Exception:  # no archive, or a made-up one
        return False


_OF_WORKBOOKS = {"[Content_Types].xml", "mimetype"}
_SAVED_OTHERWISE = ("old_excel", "password", "not_a_spreadsheet")
"""Faults of a workbook whose remedy says how to save it."""


def _is_workbook(data: bytes) -> bool:
    return len(data) <= LARGEST and (data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0")


def _read(name: str, data: bytes) -> Received:
    """Return what a file holds that is no workbook."""
    if len(data) > LARGEST:
        return Received(name, problem=Message.of("This file is too large for a form."))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _received(name, _json(data))
    text = _decoded(data)
    if text.lstrip().startswith("<"):
        if FORM_MARK in text:
            return Received(name, problem=FORM_ITSELF)
        text = html_text(text)
    return _received(name, _text(text))


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


def _workbook(name: str, sheets: tuple[Sheet, ...] | FileFault) -> Received:
    if isinstance(sheets, FileFault):
        fault = sheets.problem
        return Received(name, problem=fault.remedy if fault.code in _SAVED_OTHERWISE else NO_FORM)
    old = read_old_form(sheets)
    found = None if old else read_sheet(sheets)
    return _received(name, old or ((found,) if found else ()))


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
    facts = {key: one_text(kept.get(key))[:300] for key in ("partner", "name", "made", "filled")}
    return (
        Response(facts["partner"], said, "form", facts["name"], _day(facts["made"]), _day(facts["filled"]), unread),
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _text(text: str) -> tuple[Response, ...]:
    found = read_reply(storable(text))
    return (found,) if found else ()


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
