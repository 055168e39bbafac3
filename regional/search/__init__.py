"""Whom to look for next: the search profile, the best next partners, and what would change (Stel dat)."""
