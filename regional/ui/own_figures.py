"""The museum's own yardstick as it is kept, and the region with it."""

from __future__ import annotations

from typing import cast

import streamlit as st

from regional.cbs.figures import RegionProfile
from regional.mirror.benchmark import BenchmarkResult, OwnFigures, Use, read_benchmark, with_added
from regional.ui import storage

KEPT = "benchmark"
"""Name of the kept text: its use in the first line, the file below."""


def enlarged(region: RegionProfile) -> RegionProfile:
    """Return the region with what the museum added to it."""
    benchmark, use = kept()
    return with_added(region, benchmark) if benchmark and use == "added" else region


def kept() -> tuple[OwnFigures | None, Use]:
    """Return the museum's own yardstick and its use."""
    text = storage.kept_text(KEPT)
    use, _, csv = text.partition("\n")
    if not csv:
        return None, "added"
    return _read(csv).benchmark, cast(Use, use)


@st.cache_resource(show_spinner=False, max_entries=8)
def _read(csv: str) -> BenchmarkResult:
    return read_benchmark(csv.encode())
