"""The questions to one partner as a file that leaves the museum: it needs nothing else, and no connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.publishing.document import document
from regional.questionnaire.page import QuestionForm, form_html, script, style

if TYPE_CHECKING:
    from regional.texts import Texts


def form_file(form: QuestionForm, t: Texts) -> bytes:
    """Return the form as one HTML file."""
    body = f"<main>{form_html(form, t)}</main>"
    title = t("Six questions about our cooperation")
    return document(title, body, t, style=style(), script=script()).encode()
