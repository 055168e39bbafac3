"""Our bubble: do we choose within the circle that we know already?"""

from functools import partial

from regional.bubble.lineup import line_ups
from regional.sentences.bubble import standing_out
from regional.ui import components
from regional.ui.bubble import exercise, lineup, panels
from regional.ui.router import show
from regional.ui.view import View

PARTS = "bubble"


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Do we choose from within our own bubble?"))
    seen = panels.make_bubble(view, panels.home_of_museum(view))
    components.sentences([t("It is easy to choose partners we already know. See how small that circle is.")])
    played = line_ups(view.mirror(weight="count"))
    game = [(t("Can you spot us?"), partial(lineup.draw, view, played))] if played else []
    if lineup.is_to_guess(view, played) and components.is_open_part(t, PARTS, game[0][0]):
        components.sentences([t("Guess first which picture is ours. What stands out appears here afterwards.")])
    else:  # it gives away which picture is ours
        components.bullets(standing_out(seen, t))
    together = (t("Together"), partial(exercise.draw, view, seen, played))
    components.parts(t, PARTS, [*game, *panels.parts(view, seen), together])


show(render)
