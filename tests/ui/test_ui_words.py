"""Values of the partner file as the reader knows them."""

from types import SimpleNamespace

from regional.cbs.snapshot import load_snapshot
from regional.texts import texts
from regional.ui.partners.words import value_in_words


def test_an_area_is_told_by_its_name_and_never_by_its_code():
    view = SimpleNamespace(figures=load_snapshot(), t=texts("nl"))
    told = value_in_words("work_area", ("GM0080", "PV21", "CR03", "NL"), view)
    assert told.startswith("Leeuwarden, Provincie Fryslân, ")
    assert told.endswith(" en Nederland")
    assert "CR03" not in told
