"""In conversation: with whom to talk and why, what was said, what was agreed, and our own vision to show."""

from functools import partial

from regional.ui import components
from regional.ui.router import show
from regional.ui.talks import panels, proposals
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Conversations with partners"))
    proposals.draw(view)
    components.on_request(t("Note down a conversation"), panels.NOTE, partial(panels.note, view))
    panels.agenda(view)
    panels.introductions(view)
    components.on_request(t("All partners, by how to start"), "talk_everybody", partial(panels.everybody, view))
    components.on_request(t("Conversation guide"), "guide", partial(panels.guide, view))
    components.on_request(t("Our own vision, to show"), "talk_vision", partial(panels.vision, view))


show(render)
