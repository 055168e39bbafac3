"""The yearly review: freeze the year, and see what changed since the last."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial

import pandas as pd
import streamlit as st

from regional import sentences as say
from regional.charts.overview import overview_rows
from regional.mirror.result import Mirror
from regional.texts import Message
from regional.ui import components, forms, storage
from regional.ui.plan.panels import kept_facts
from regional.ui.view import View
from regional.workspace.records import Review


def reviews(view: View) -> None:
    """Reviews that were frozen, each beside today; and the form for a new one."""
    t, repository = view.t, storage.workspace().reviews
    st.markdown(t("A review freezes the year: the mirror and the plan as they are now. It does not change afterwards."))
    for review in repository.list():
        components.on_request(t("Review of {year}", year=str(review.year)), f"review_{review.id}",
                              partial(_then_and_now, view, review))  # fmt: skip
    components.on_request(t("Freeze a year"), "review_new", lambda: _new(view))


def _new(view: View) -> None:
    t, today = view.t, dt.date.today()
    forms.draw(
        forms.Form(
            key="review", kind=Review, repository=storage.workspace().reviews,
            fixed={"day": today, "frozen": frozen(view)}, done=Message.of("The year is frozen."),
            fields=(
                forms.Field("year", t("Year"), "year"),
                forms.Field("summary", t("What went well, what did not, what comes next"), "text"),
            ),
        ),
        t, None,
    )  # fmt: skip


def frozen(view: View) -> dict[str, object]:
    """Return what a review freezes: the mirror, and the counts of the plan."""
    kept = kept_facts(storage.workspace(), dt.date.today())
    counts = {name: value for name, value in vars(kept).items() if isinstance(value, (bool, int))}
    return {"mirror": json.loads(view.mirror().to_json()), "plan": counts}


def _then_and_now(view: View, review: Review) -> None:
    t = view.t
    then = Mirror.from_json(json.dumps(review.frozen["mirror"]))
    components.sentences([review.summary] if review.summary else [])
    st.caption(
        t.plural("Frozen on {date}: {region}, {n} partner.", "Frozen on {date}: {region}, {n} partners.",
                 then.partners.n, date=t.date(review.day), region=then.region.name)
    )  # fmt: skip
    components.table(_changes(then, view.mirror(), view))


def _changes(then: Mirror, now: Mirror, view: View) -> pd.DataFrame:
    t = view.t
    before = {row.label: row for row in overview_rows(say.overview_results(then), t)}
    return pd.DataFrame(
        {
            t("Theme"): row.label,
            t("Then"): before[row.label].words if row.label in before else "–",
            t("Now"): row.words,
        }
        for row in overview_rows(say.overview_results(now), t)
    )
