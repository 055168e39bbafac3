"""In conversation: with whom and how, what was said, what was agreed, and our own vision to show."""

from regional.ui import components
from regional.ui.router import show
from regional.ui.talks import panels
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("In conversation"))
    panels.with_whom(view)
    panels.note(view)
    panels.agenda(view)
    panels.guide(view)
    panels.vision(view)
    panels.introductions(view)


show(render)
