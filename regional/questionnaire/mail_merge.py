"""One sheet for the mail merge of the museum's own mail: a row a partner, with the whole text and the link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    import xlsxwriter

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
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
    return out.getvalue()
