"""The old address of the page with questions to partners: it is bookmarked, and opens the page of now."""

from regional.ui import choices
from regional.ui.router import show

show(lambda _: choices.go_to("pages/vragen_aan_partners.py"))
