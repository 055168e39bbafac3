"""One sheet for the mail merge of the museum's own mail: a row a partner, with the whole text and the link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.files.tables import workbook

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from regional.texts import Texts


@dataclass(frozen=True)
class MailRow:
    """What one partner gets; ``link`` is "" where it has none."""

    name: str
    reference: str
    text: str
    link: str = ""


def mail_merge(rows: Sequence[MailRow], t: Texts) -> bytes:
    """Return the rows as XLSX, every cell as text. E-mail addresses are the museum's: we keep none."""
    return workbook(lambda book: _fill(book, rows, t))


def _fill(book: Workbook, rows: Sequence[MailRow], t: Texts) -> None:
    sheet = book.add_worksheet("Mail")
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 36, wrap)
    sheet.set_column(2, 4, 60, wrap)
    for column, head in enumerate((t("Name"), t("E-mail"), t("Reference"), t("Link"), t("Text"))):
        sheet.write_string(0, column, head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate((row.name, "", row.reference, row.link, row.text)):
            sheet.write_string(number, column, cell)
    sheet.freeze_panes(1, 1)
