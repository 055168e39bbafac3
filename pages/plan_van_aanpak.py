"""Action plan: five principles, goals, actions, the agenda and the yearly review."""

from regional.ui import components
from regional.ui.plan import panels, review
from regional.ui.router import show
from regional.ui.talks import panels as talks_panels
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("Action plan"))
    panels.steps(view)
    panels.goals(view)
    panels.actions(view)
    talks_panels.agenda(view)
    review.reviews(view)


show(render)
