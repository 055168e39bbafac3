"""Reading a long list beside a page that stays usable: a thread, how far it is, a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from regional.texts import Texts

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

JOB = "reading_job"
LONG = 200_000
"""Bytes of a file from which its reading is shown; a shorter one is read before anybody looks."""


Take = Callable[["ImportResult"], None]


class StoppedError(Exception):
    """The visitor wants no answer any more."""


@dataclass
class Reading:
    """One file being read: ``take`` gets what was read; ``result`` is None until then, and where it was stopped."""

    take: Take
    done: float = 0.0
    result: ImportResult | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    def hear(self, done: float) -> None:
        """Take note of how far it is; StoppedError where it was stopped."""
        if self.stop.is_set():
            raise StoppedError
        self.done = min(max(done, self.done), 1.0)


Read = Callable[[Callable[[float], object]], "ImportResult"]


def start(read: Read, take: Take) -> None:
    """Begin to read in the background, instead of whatever was being read for this visitor."""
    leave()
    job = Reading(take)
    st.session_state[JOB] = job
    threading.Thread(target=_run, args=(job, read), daemon=True, name="reading").start()


def _run(job: Reading, read: Read) -> None:
    try:
        job.result = read(job.hear)
    except StoppedError:
        return
    finally:
        job.ended.set()


def leave() -> None:
    """Stop what is being read for this visitor, and forget it."""
    job: Reading | None = st.session_state.pop(JOB, None)
    if job is not None:
        job.stop.set()


def panel(t: Texts) -> None:
    """Draw how far the reading is, with a button that stops it."""
    if JOB in st.session_state:
        _watch(t)


@st.fragment(run_every=0.5)
def _watch(t: Texts) -> None:
    job: Reading | None = st.session_state.get(JOB)
    if job is None or job.ended.is_set():
        st.session_state.pop(JOB, None)
        if job is not None and job.result is not None:
            job.take(job.result)
        st.rerun()
    share = t.percent(job.done)
    st.progress(job.done, text=t("Your list is being read: {share}. You can go on meanwhile.", share=share))
    st.button(t("Stop reading"), key="stop_reading", on_click=leave)
