"""A yardstick of the museum's own: read in, used as it chooses, taken away again."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from regional.charts.picture import Reference
from regional.mirror.benchmark import Use, beside, compared, read_benchmark, template
from regional.mirror.result import DimensionResult
from regional.texts import N_, Message, Texts
from regional.ui import access, components, own_figures, storage, uploads
from regional.ui.own_figures import kept
from regional.workspace.errors import WorkspaceError

FILE, FAULTS = "benchmark_file", "benchmark_faults"
USES: dict[Use, str] = {
    "added": N_("Add to the region: places that CBS does not count"),
    "beside": N_("Show as a third bar: another reference, such as our visitors"),
}


def reference(result: DimensionResult) -> Reference | None:
    """Return the third bar of a theme, None without one."""
    benchmark, use = kept()
    shares = beside(benchmark, result) if benchmark and use == "beside" else {}
    return Reference(benchmark.name, shares) if benchmark and shares else None


def sentence(result: DimensionResult, t: Texts) -> list[str]:
    """Return whether our partners are nearer to the region or to the third bar."""
    benchmark, use = kept()
    if benchmark is None or use != "beside" or not result.tested:
        return []
    said = compared(benchmark, result, t)
    return [said] if said else []


def panel(t: Texts) -> None:
    """Read in a small file, choose its use, or take it away."""
    st.markdown(t(WHAT_FOR))
    st.caption(storage.where_kept(t))
    st.download_button(t("An example to fill in"), template, "eigen-cijfers.csv", "text/csv", on_click="ignore",
                       key="benchmark_example", icon=":material/download:")  # fmt: skip
    use = st.radio(t("What for"), list(USES), key="benchmark_use", format_func=lambda code: t(USES[code]),
                   persist_state="session")  # fmt: skip
    st.file_uploader(t("Your own figures (CSV or XLSX)"), ["csv", "xlsx"], key=FILE, on_change=_take, args=(use,),
                     **uploads.limits(t) | access.locked(t))  # fmt: skip
    faults = st.session_state.get(FAULTS, ())
    if faults:
        st.error(t("We cannot use this yet. What was there stays."))
        rows = [("" if f.row is None else str(f.row), f.value, t(f.what), t(f.remedy)) for f in faults]
        columns = [t("Row"), t("Value"), t("What is wrong"), t("How to fix it")]
        components.table(pd.DataFrame(rows, columns=columns))
    benchmark, used = kept()
    if benchmark:
        components.sentences([f"{benchmark.name}: {t(USES[used])}."])
        if used == "added" and benchmark.counts.get("location"):
            components.sentences([t(NOT_URBAN)])
        access.button(t("Take it away"), t, key="benchmark_away", on_click=own_figures.take_away)


WHAT_FOR = N_(
    "CBS counts nobody across the border, and not your visitors. Do you have figures of your own, from a source that "
    "you can name? A small file is enough: theme, group, number, source and date."
)


NOT_URBAN = N_(
    "Added places count for places and inhabitants. How urban they are, CBS does not say: that theme stays without "
    "them."
)


def _take(use: Use) -> None:
    file = st.session_state.get(FILE)
    if file is None:
        return
    result = read_benchmark(file.getvalue())
    st.session_state[FAULTS] = result.faults
    if result.benchmark:
        try:
            own_figures.keep(result.benchmark, use)
        except WorkspaceError as error:
            storage.flash(error.message)
        else:
            storage.flash(Message.of("Your own figures are in use."))
