"""Ask: six questions to partners, with a respectful letter and a form that reads back in."""

from regional.ui import asking, asking_kept, components, keeping
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Ask our partners"))
    components.sentences([t("Six questions, voluntary, about organisations and never about persons.")])
    components.sentences([keeping.where_kept(t)])
    partners, questions = asking.choose(view)
    asking.write(view, questions)
    asking.send(view, partners, questions)
    asking_kept.read_back(view)
    asking.progress(view)


show(render)
