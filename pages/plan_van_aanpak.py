"""Action plan: five principles, goals, actions, the agenda and the yearly review."""

from regional.ui import components, planning, reviewing, talking
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("Action plan"))
    planning.steps(view)
    planning.goals(view)
    planning.actions(view)
    talking.agenda(view)
    reviewing.reviews(view)


show(render)
