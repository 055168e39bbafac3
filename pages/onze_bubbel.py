"""Our bubble: do we choose within the circle that we know already?"""

from functools import partial

from regional.ui import components
from regional.ui.bubble import exercise, panels
from regional.ui.router import show
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Do we choose within our own bubble?"))
    home = panels.home_choice(view)
    seen = panels.make_bubble(view, home)
    components.bullets(panels.headlines(view, seen))
    drawn = (
        (t("How did we find each other?"), panels.found),
        (t("How near?"), panels.near),
        (t("How long?"), panels.ties),
        (t("How alike?"), panels.alike),
        (t("On whom does the money rest?"), panels.money),
        (t("Whom do we hardly reach?"), panels.unreached),
    )
    components.parts(
        t, "bubble",
        [
            *((heading, partial(draw, view, seen)) for heading, draw in drawn),
            (t("Before the next one"), partial(exercise.checklist, view)),
        ],
    )  # fmt: skip
    exercise.guess(view)


show(render)
