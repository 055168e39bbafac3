"""Action plan: what to do first, actions and their dates, goals, five principles, and the yearly review."""

from functools import partial

from regional.ui import components
from regional.ui.plan import panels, review
from regional.ui.router import show
from regional.ui.talks import panels as talks_panels
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Action plan"))
    panels.next_steps(view)
    components.parts(
        t, "plan",
        (
            (t("Actions"), partial(_actions, view)),
            (t("Goals"), partial(panels.goals, view)),
            (t("Five principles"), partial(panels.steps, view)),
            (t("Look back on the year"), partial(review.reviews, view)),
        ),
    )  # fmt: skip


def _actions(view: View) -> None:
    panels.actions(view)
    talks_panels.agenda(view)


show(render)
