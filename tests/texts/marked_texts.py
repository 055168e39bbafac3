"""Find every marked text in the code, by its syntax tree: what the catalogue tests stand on.

Babel's own extractor reads tokens and loses the second text of a plural whose later argument calls a
function of its own; the tree does not. Marked are calls of a Texts object (by the names below),
``.plural``, ``N_``, ``Message.of`` and ``Message.counted``.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMES = {"t", "texts", "_", "say", "tr"}
"""Names under which a Texts object is called; ``texts("nl")``, which makes one, is no text."""
LANGUAGES = {"nl", "en"}
Marked = tuple[str, ...]


def source_files() -> list[Path]:
    """Return the Python files whose texts reach a user."""
    found = [*ROOT.glob("regional/**/*.py"), *ROOT.glob("pages/**/*.py"), *ROOT.glob("app.py")]
    return sorted(found)


def name_of(node: ast.expr) -> str:
    """Return the last name of a callee: ``self.t`` -> "t", ``Message.of`` -> "of"."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_message(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and name_of(node.value) == "Message"


def _count_of_texts(node: ast.Call) -> int:
    name = name_of(node.func)
    if name == "plural" or (name == "counted" and _is_message(node.func)):
        return 2
    is_marked = (
        name == "N_" or name in NAMES or (name in ("of", "Message") and (_is_message(node.func) or name == "Message"))
    )
    return 1 if is_marked else 0


def constants(node: ast.expr) -> list[str]:
    """Return the texts an argument can be: a literal, or both sides of a conditional."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return constants(node.body) + constants(node.orelse)
    if isinstance(node, ast.BoolOp):
        return [text for value in node.values for text in constants(value)]
    return []


def marked_in(tree: ast.AST) -> Iterator[tuple[Marked, int]]:
    """Yield (text,) or (singular, plural) with its line."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        n = _count_of_texts(node)
        if n == 2 and len(node.args) > 1:
            for one, many in zip(constants(node.args[0]), constants(node.args[1]), strict=False):
                yield (one, many), node.lineno
        elif n == 1:
            for text in constants(node.args[0]):
                if text and text not in LANGUAGES:
                    yield (text,), node.lineno


@functools.cache
def marked_texts() -> dict[Marked, str]:
    """Return every marked text of the project with the place where it is found first."""
    found: dict[Marked, str] = {}
    for path in source_files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for text, line in marked_in(tree):
            found.setdefault(text, f"{path.relative_to(ROOT)}:{line}")
    return found
