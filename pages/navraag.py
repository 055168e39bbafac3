"""Ask: six questions to partners, with a respectful letter and a form that reads back in."""

from regional.ui import components, storage
from regional.ui.questionnaire import panels, records
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Ask our partners"))
    components.sentences([t("Six questions, voluntary, about organisations and never about persons.")])
    components.sentences([storage.where_kept(t)])
    partners, questions = panels.choose(view)
    panels.write(view, questions)
    panels.send(view, partners, questions)
    records.read_back(view)
    panels.progress(view)


show(render)
