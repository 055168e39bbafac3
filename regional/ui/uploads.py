"""What each visitor may put up: the router gives every session a pass, which the server asks before it reads a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.runtime import exists, get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from regional.access import Mode
from regional.access.uploads import UNSIGNED, Passes, allowance
from regional.texts import Texts
from regional.ui import access

PASSES = Passes()
PASS = "upload_pass"
"""Session key of the pass: it goes with the session."""


def admit() -> None:
    """Give this session its pass; who it is is asked anew at every file."""
    context, who = get_script_run_ctx(), access.later()
    if context is not None:
        st.session_state[PASS] = PASSES.give(context.session_id, lambda: allowance(who()))


def held() -> Mapping[str, Mapping[str, int]]:
    """Return what Streamlit holds in memory now: session -> file -> bytes."""
    if not exists():
        return {}
    storage = getattr(get_instance().uploaded_file_mgr, "file_storage", {})
    return {session: {file: len(kept.data) for file, kept in list(files.items())}
            for session, files in list(storage.items())}  # fmt: skip


def limits(t: Texts) -> dict[str, Any]:
    """Return what an uploader says of its limits, for who is alone in a window; else nothing."""
    if access.current().mode is not Mode.VISITOR:
        return {}
    size = UNSIGNED.file_bytes // 1024**2
    told = t("Without signing in: one file of {size} MB at most. Remove it before you choose another one.", size=size)
    return {"max_upload_size": size, "help": told}
