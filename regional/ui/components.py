"""What pages are made of: a chart with its words, notices, tables."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import streamlit as st

from regional.charts.drawing import Drawing
from regional.charts.states import state_symbol
from regional.charts.theme import CHART_CONFIG
from regional.sections.section import Section
from regional.sentences.states import state_words
from regional.texts import N_, Texts
from regional.ui import own_figures
from regional.ui.markdown import escape_markdown as escape_markdown
from regional.ui.view import View

if TYPE_CHECKING:
    import pandas as pd

    from regional.mirror.result import Status

FICTITIOUS = N_(
    "You are looking at an example: the partners of a museum that does not exist. "
    "The figures about the region are real."
)

LARGER = N_("The region is enlarged with figures of your own: {name}. CBS does not count these people.")


def head(view: View, title: str) -> None:
    """Open a page: title, and what the visitor must know before reading on."""
    st.title(title)
    for problem in view.region_problems:
        st.warning(escape_markdown(view.t(problem)), icon=":material/wrong_location:")
    if view.portfolio.fictitious:
        st.info(view.t(FICTITIOUS), icon=":material/theater_comedy:")
    benchmark, use = own_figures.kept()
    if benchmark and use == "added":
        st.info(escape_markdown(view.t(LARGER, name=benchmark.name)), icon=":material/add_location:")


def section(part: Section, t: Texts, key: str, *, level: int = 3) -> None:
    """Draw what stands under the heading of a section; sections within it get their own."""
    if part.drawing:
        drawing(part.drawing, t, key, part.lines, level=level)
    else:
        sentences(part.lines)
    if part.items:
        bullets(part.items)
    columns = st.columns(len(part.more), gap="large") if part.is_beside else ()
    for number, within in enumerate(part.more):
        with columns[number] if columns else nullcontext():
            if within.title:
                st.markdown(f"{'#' * level} {escape_markdown(within.title)}")
            section(within, t, f"{key}_{number}", level=level)


def drawing(
    drawn: Drawing,
    t: Texts,
    key: str,
    said: Iterable[str] = (),
    *,
    level: int = 3,
    is_narrow: bool = False,
    **options: Any,  # noqa: ANN401
) -> None:
    """Draw a picture whole: its message as heading, what it says, how to read it, and its table on request.

    ``options`` are those of a figure of Plotly, such as what a click on it does.
    """
    st.markdown(f"{'#' * level} {escape_markdown(drawn.title)}")
    if drawn.figure is not None:
        options = {"config": CHART_CONFIG, **options}
        st.plotly_chart(drawn.figure, theme=None, key=f"{key}_chart", alt=drawn.alt, **options)
        sentences([drawn.sentence])
        st.caption(escape_markdown(drawn.source))
    elif is_narrow:
        svg(drawn)
        sentences(said)
        st.caption(escape_markdown(f"{drawn.sentence} {drawn.source}"))
    else:
        picture(drawn, said)
    on_request(t("As a table"), f"{key}_table", lambda: table(drawn.table))
    if drawn.figure is not None:
        sentences(said)


def picture(drawn: Drawing, said: Iterable[str] = ()) -> None:
    """Draw a picture with what it says and how to read it beside it; its heading and table stand elsewhere."""
    left, right = st.columns([6, 5], gap="large")
    with left:
        svg(drawn)
    with right:
        sentences(said)
        st.caption(escape_markdown(drawn.sentence))
        st.caption(escape_markdown(drawn.source))


def svg(drawn: Drawing, *, small: bool = False) -> None:
    """Draw the shapes of a picture alone, in the colours of the paper that they come on."""
    shapes(drawn.svg, drawn.alt, "ps-picture ps-small" if small else "ps-picture")


def shapes(svg_text: str, name: str, look: str = "ps-picture") -> None:
    """Draw SVG of our own, with the name that is read aloud for it."""
    # Not st.html: that takes every shape out. What stands in the shapes is escaped where they are made.
    box = f'<div role="img" aria-label="{html.escape(name)}" class="{look}">{svg_text}</div>'
    st.markdown(box, unsafe_allow_html=True)


def parts(t: Texts, key: str, drawn: Sequence[tuple[str, Callable[[], object]]], *, keeps: bool = False) -> None:
    """Parts of a page beside each other behind tabs; only the one that is open is computed and drawn.

    ``keeps``: all are drawn, as what was chosen in one is to stay while another is open.
    """
    tabs = st.tabs([label for label, _ in drawn], key=f"{key}_{t.language}", on_change="rerun")
    for tab, (_, draw) in zip(tabs, drawn, strict=True):
        if tab.open or keeps:
            with tab:
                draw()


def open_part(t: Texts, key: str, label: str) -> None:
    """Let the part with this label be the open one, from a callback."""
    st.session_state[f"{key}_{t.language}"] = label


def is_open_part(t: Texts, key: str, label: str) -> bool:
    """Tell whether the first part, which has this label, is the open one."""
    return bool(st.session_state.get(f"{key}_{t.language}", label) == label)


def on_request(label: str, key: str, draw: Callable[[], object]) -> None:
    """An expander whose body is computed only when it is open; ``label`` is text, what users typed included."""
    with st.expander(escape_markdown(label), key=key, on_change="rerun") as box:
        if box.open:
            draw()


def table(frame: pd.DataFrame) -> None:
    """Draw a small table as text: it reflows on a phone and prints whole."""
    columns = {name: [escape_markdown(str(value)) for value in frame[name].tolist()] for name in frame}
    st.table(type(frame)(columns, index=frame.index), hide_index=True)


def state(status: Status, t: Texts) -> str:
    """Return a state as glyph and word, for running text."""
    return f"{state_symbol(status).glyph} {state_words(status, t)}"


def sentences(lines: Iterable[str]) -> None:
    """Draw sentences as one paragraph each."""
    for line in lines:
        st.markdown(escape_markdown(line))


def bullets(lines: Iterable[str]) -> None:
    """Draw sentences as a list."""
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))
