"""A page that stands by itself: one HTML document that needs nothing else, for who has a link or a file."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regional.texts import Texts

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 3rem; color: #1B2631; background: #FFFFFF;
  font: 1rem/1.5 "Source Sans 3", "Source Sans Pro", "Segoe UI", Helvetica, Arial, sans-serif; }
@media screen and (prefers-color-scheme: dark) { body { color: #F2F4F7; background: #0E1117; } }
@media print { @page { size: A4; margin: 16mm; } body { padding: 0; } }
"""


def document(title: str, body: str, t: Texts, *, style: str = "", head: str = "", script: str = "") -> str:
    """Return a whole document in the language of ``t``.

    Parameters
    ----------
    title : plain text.
    body, style, head, script : HTML, CSS and JavaScript of our own, with everything typed escaped.
    """
    run = f"<script>{script}</script>" if script else ""
    return (
        f'<!doctype html>\n<html lang="{t.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">'
        f"{head}<title>{escape(title)}</title><style>{_STYLE}{style}</style></head>"
        f"<body>{body}{run}</body></html>\n"
    )


def policy(script: str = "") -> str:
    """Return the content security policy of a document: nothing is fetched, and nothing runs but ``script``.

    Where there is a script it may ask this server, and the page may have its icon.
    """
    nothing = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    if not script:
        return nothing
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"{nothing}; script-src 'sha256-{digest}'; connect-src 'self'; img-src 'self'"
