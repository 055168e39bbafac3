"""Questions to partners: six questions that the museum answers first, asked in four ways, and read back."""

from regional.ui import components, storage
from regional.ui.questionnaire import afterwards, own, panels, ways
from regional.ui.questionnaire.review import point_to, review
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Questions to our partners"))
    said = t("Six questions, voluntary, about organisations and never about persons.")
    components.sentences([f"{said} {storage.where_kept(t)}"])
    point_to(view)
    if own.answer(view):
        partners = panels.choose(view)
        letter = panels.write(view)
        ways.offer(view, partners, letter)
        if partners:
            panels.note_sent(view, partners)
    review(view)
    panels.progress(view)
    if storage.has_workspace():
        afterwards.page_back(view)
        afterwards.annex(view)


show(render)
