"""The embedded partners of a museum that does not exist."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from regional.partners.imported import ImportResult
from regional.partners.read import read_partners

FOLDER = Path(__file__).parents[2] / "data" / "sample"
NAME = "Museum De Verzonnen Schacht"


@cache
def load_sample() -> ImportResult:
    """Return the sample: about 60 partners and a dozen possible ones, all invented; ``fictitious`` is True.

    Read once a process. OSError where data/sample is not there.
    """
    return read_partners((FOLDER / "partners.csv").read_bytes(), NAME, fictitious=True)


def load_bare_list() -> ImportResult:
    """Return the bare sheet (naam, contactpersoon, e-mail, plaats, bedrag, sinds), equally invented."""
    return read_partners((FOLDER / "kale-lijst.csv").read_bytes(), NAME, fictitious=True)
