"""Fetching from CBS and PDOK beside a page that stays usable: a thread, its progress, a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from regional.texts import Texts

JOB = "pull_job"


@dataclass
class PullJob:
    """One fetch: ``progress`` maps what is fetched to a fraction; ``lines`` say how each ended."""

    progress: dict[str, float] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)

    def report(self, name: str, fraction: float) -> None:
        """Take note of progress; called from the fetching threads."""
        self.progress[name] = min(max(fraction, 0.0), 1.0)


def start(work: Callable[[PullJob], list[str]]) -> None:
    """Begin ``work`` in the background for this visitor, unless a fetch is already under way."""
    running = st.session_state.get(JOB)
    if running and not running.done.is_set():
        return
    job = PullJob()
    st.session_state[JOB] = job
    threading.Thread(target=_run, args=(job, work), daemon=True, name="pull").start()


def _run(job: PullJob, work: Callable[[PullJob], list[str]]) -> None:
    try:
        job.lines = work(job)
    finally:
        job.done.set()


def panel(t: Texts) -> None:
    """Draw the progress of this visitor's fetch, a button to stop it, and how it ended."""
    job: PullJob | None = st.session_state.get(JOB)
    if job is None:
        return
    if job.done.is_set():
        for line in job.lines:
            st.markdown(line)
    else:
        _watch(t)


@st.fragment(run_every=0.5)
def _watch(t: Texts) -> None:
    job: PullJob = st.session_state[JOB]
    if job.done.is_set():
        st.rerun()
    st.caption(t("The figures on screen stay as they are until everything has been fetched."))
    for name, fraction in sorted(job.progress.items()):
        st.progress(fraction, text=name)
    st.button(t("Stop fetching"), on_click=job.stop.set, disabled=job.stop.is_set())
