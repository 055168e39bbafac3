"""One PDF/UA-1 from a template and words: they go to typst as JSON, so that nothing in them is markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from regional.typesetting.signs import FONTS, printable

FAMILIES = ("Source Sans 3", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans SC")


def typeset(template: Path, data: Mapping[str, object]) -> bytes:
    """Return a template filled in, the same on every machine: no font of the system is used.

    Parameters
    ----------
    template : a typst file that reads ``json(bytes(sys.inputs.data))``.
    data : its words, numbers and bytes (as lists of numbers); signs that no font has are replaced. ``fonts`` is added.
    """
    import typst

    words, _ = printable(dict(data) | {"fonts": FAMILIES})
    return bytes(
        typst.compile(
            template,
            root=template.parent,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(words)},
            pdf_standards=["ua-1"],
        )
    )
