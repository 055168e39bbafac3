"""A municipality that ended: its partners count where it went, and the reader is told once a place."""

from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.division import on_division
from regional.partners.read import read_partners
from regional.texts import texts
from tests.cbs.conftest import without

FILE = b"naam;plaats;werkgebied\nDe Plas;Loosdrecht;\nHet Anker;Loosdrecht;\nMediapark;Hilversum;Wijdemeren\n"
LATER = without(load_snapshot(), "GM1696")


def test_partners_are_moved_and_told_once_a_place():
    read = read_partners(FILE, "partners.csv")
    moved = on_division(read, LATER.names)
    assert moved.portfolio.frame["municipality"].tolist() == ["GM0402"] * 3
    assert moved.portfolio.frame["work_area"].tolist() == [(), (), ("GM0402",)]
    assert moved.portfolio.digest != read.portfolio.digest
    told = [texts("nl")(p.what) for p in moved.problems if p.code == "moved"]
    assert told == ["Loosdrecht hoort sinds 1 januari 2027 bij Hilversum."]


def test_nothing_changes_while_the_figures_hold_the_municipality():
    read = read_partners(FILE, "partners.csv")
    assert on_division(read, load_snapshot().names) is read


def test_moved_partners_count_in_the_region_of_their_successor():
    from regional.cbs.profile import profile

    region = profile(LATER, ["GM0402", "GM0406"], "Gooi")
    portfolio = on_division(read_partners(FILE, "partners.csv"), LATER.names).portfolio
    location = reflect(portfolio, region, Settings()).dimension("location")
    assert location.group("GM0402").count == 3
