"""A page of ours as a list of calls with constants, and the bare Streamlit page that makes the same calls.

Every call of a Streamlit element is noted with what it was given: texts, numbers, tables and figures are constants by
then, a callback is left out, and the labels of options are worded. The bare page makes the same calls in the same
containers, so that it holds the same elements; how the figures were worked out, worded and laid out is ours alone.
"""

from __future__ import annotations

import functools
import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from pandas.io.formats.style import Styler
from streamlit.delta_generator import DeltaGenerator

SKIPPED = {"add_rows", "empty", "id", "dg"}
BARE = """import gc, pickle
import pandas, plotly.graph_objects as go
import streamlit as st

@st.cache_resource
def constants():
    with open({path!r}, "rb") as file:
        return pickle.load(file)

@st.cache_resource
def freeze():
    gc.collect()
    gc.freeze()

st.set_page_config(layout="wide")
made = {{"main": st._main, "sidebar": st.sidebar}}
for number, (name, box, arguments, options) in enumerate(constants()):
    if name == "plotly_chart":
        arguments = [go.Figure(arguments[0], skip_invalid=True), *arguments[1:]]
    answer = getattr(made[box], name)(*arguments, **options)
    for place, part in enumerate(answer if isinstance(answer, (list, tuple)) else [answer]):
        made[number, place] = part
freeze()
"""


class Recorder:
    """Notes the calls of one run: (element, container, arguments, options)."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any, list[Any], dict[str, Any]]] = []
        self._boxes: dict[int, Any] = {id(st._main): "main", id(st.sidebar): "sidebar"}
        self._alive: list[Any] = []
        self._depth = threading.local()

    def wrapped(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``method`` as it is, noting who calls it from outside Streamlit."""

        @functools.wraps(method)
        def call(box: DeltaGenerator, *arguments: Any, **options: Any) -> Any:
            if getattr(self._depth, "inside", False):
                return method(box, *arguments, **options)
            self._depth.inside = True
            try:
                parent = self._boxes.get(id(box._active_dg), "main")
                answer = method(box, *arguments, **options)
            finally:
                self._depth.inside = False
            for place, part in enumerate(answer if isinstance(answer, list | tuple) else [answer]):
                if isinstance(part, DeltaGenerator):
                    self._boxes[id(part)] = (len(self.calls), place)
                    self._alive.append(part)
            self.calls.append((name, parent, *_constants(name, list(arguments), dict(options))))
            return answer

        return call


@contextmanager
def recording() -> Iterator[Recorder]:
    """Note all calls until the end."""
    recorder = Recorder()
    names = [name for name in dir(DeltaGenerator) if not name.startswith("_") and name not in SKIPPED]
    real = {
        name: value
        for name in names
        if callable(value := DeltaGenerator.__dict__.get(name, getattr(DeltaGenerator, name)))
    }
    shortcuts = {
        name: value for name in real if getattr(value := getattr(st, name, None), "__self__", None) is not None
    }
    for name, method in real.items():
        setattr(DeltaGenerator, name, recorder.wrapped(name, method))
    for name, bound in shortcuts.items():
        setattr(st, name, getattr(bound.__self__, name))
    try:
        yield recorder
    finally:
        for name, method in real.items():
            setattr(DeltaGenerator, name, method)
        for name, bound in shortcuts.items():
            setattr(st, name, bound)


def bare_page(calls: list[Any], folder: Path, name: str) -> str:
    """Write the constants of ``calls`` and return the script that draws them."""
    path = folder / f"{name}.constants"
    path.write_bytes(pickle.dumps(calls))
    return BARE.format(path=str(path))


def _constants(name: str, arguments: list[Any], options: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    worded = options.pop("format_func", None)
    if worded is not None:
        options = {k: [worded(o) for o in v] if k == "options" else v for k, v in options.items()}
        arguments = [[worded(o) for o in a] if i and isinstance(a, list) else a for i, a in enumerate(arguments)]
        options.pop("default", None)
        options.pop("required", None)
    for gone in ("on_click", "args", "kwargs"):
        options.pop(gone, None)
    if callable(options.get("on_change")):
        del options["on_change"]
    if callable(options.get("on_select")):
        options["on_select"] = "rerun"
    if name == "page_link":
        arguments = ["https://museum.example"]
    return [_constant(a) for a in arguments], {k: _constant(v) for k, v in options.items()}


def _constant(value: Any) -> Any:
    if isinstance(value, go.Figure):
        return value.to_dict()
    if isinstance(value, Styler):
        return value.data
    return "constant" if callable(value) and not isinstance(value, type) else value
