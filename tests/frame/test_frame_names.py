"""One name stands for one thing, and what is private stays at home."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*ROOT.glob("regional/**/*.py"), *ROOT.glob("pages/*.py")])
TREES = {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


def test_no_class_name_stands_for_two_things():
    places = defaultdict(set)
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].add(path)
    assert not {name: sorted(paths) for name, paths in places.items() if len(paths) > 1}


def test_no_private_name_is_taken_from_a_neighbour():
    taken = [
        (path, node.module, alias.name)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("regional")
        for alias in node.names
        if alias.name.startswith("_")
    ]
    assert not taken
