"""Who are we looking for? From gaps to wanted profiles, the best next partners, and what they would change."""

from functools import partial

from regional.ui import components
from regional.ui.router import show
from regional.ui.search import profile, request, scenario
from regional.ui.view import View


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Who are we looking for?"))
    profile.purpose(view)
    found = profile.found(view)
    components.parts(
        t, scenario.PARTS,
        (
            (t("Our search profile"), partial(profile.profile, view, found)),
            (t("As an open call"), partial(profile.call, found, view)),
            (t("The best next partners"), partial(request.best, view)),
            (t("What if?"), partial(scenario.suppose, view)),
        ),
        keeps=True,
    )  # fmt: skip


show(render)
