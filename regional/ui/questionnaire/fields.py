"""Questions as fields to fill in: the museum's own answers, and those that it notes while it calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from regional.questionnaire.questions import MARKS, QuestionPart
from regional.questionnaire.response import Said, checked, options_of
from regional.texts import Texts
from regional.ui import access
from regional.ui.drafts import HeldFields


def filled(asked: QuestionPart, said: Said, held: HeldFields, key: str, t: Texts) -> Said:
    """Draw one part, filled with ``said``, and return what stands in it now, which is ``held`` until it is kept."""
    labels = {option.code: t(option.text) for option in options_of(asked)}
    title = f"{MARKS[asked.id]}. {t(asked.text)}" if asked.id in MARKS else t(asked.text)
    help_ = access.locked(t) or ({"help": t(asked.help)} if asked.help else {})
    words = ""
    codes: Sequence[str] = ()
    beside = st.columns((3, 2), vertical_alignment="bottom") if asked.options and asked.words else (st.container(),) * 2
    if asked.options:
        with beside[0]:
            codes = _options(asked, said, labels, title, held, key, help_, t)
    if asked.words:
        label = t(asked.words) if asked.options else title
        words = held.draw(beside[1].text_input, label, key=f"{key}_words", start=said.words, **access.locked(t)) or ""
    if not asked.options and not words:
        good = held.draw(st.pills, t("Or"), key=f"{key}_good", start=said.codes[0] if said.codes else None,
                         options=list(labels), format_func=lambda code: labels[code], **access.locked(t))  # fmt: skip
        codes = [good] if good else []
    found, _ = checked(asked.id, codes, words)
    return found


def _options(
    asked: QuestionPart,
    said: Said,
    labels: Mapping[str, str],
    title: str,
    held: HeldFields,
    key: str,
    options: Mapping[str, Any],
    t: Texts,
) -> Sequence[str]:
    if asked.most == 1:
        one = held.draw(st.selectbox, title, key=key, start=said.codes[0] if said.codes else None, index=None,
                        options=list(labels), format_func=lambda code: labels[code], placeholder=t("Choose"),
                        **options)  # fmt: skip
        return [one] if one else []
    many: list[str] = held.draw(st.multiselect, title, key=key, start=list(said.codes), options=list(labels),
                                format_func=lambda code: labels[code], placeholder=t("Choose"),
                                max_selections=asked.most or None, **options)  # fmt: skip
    return many
