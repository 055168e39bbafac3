"""In conversation: with whom and how, what was said, what was agreed, and our own vision to show."""

from regional.ui import components, talking
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    components.head(view, view.t("In conversation"))
    talking.with_whom(view)
    talking.note(view)
    talking.agenda(view)
    talking.guide(view)
    talking.vision(view)
    talking.introductions(view)


show(render)
