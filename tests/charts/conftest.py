import pytest
from charts_making import make_group, make_result

from regional.mirror.result import Status
from regional.texts import texts


@pytest.fixture
def parkstad():
    return make_result(
        [
            make_group("GM0928", 0.18, 0.40, Status.CLEARLY_MORE, "Kerkrade"),
            make_group("GM0917", 0.34, 0.10, Status.CLEARLY_LESS, "Heerlen"),
            make_group("GM0882", 0.15, 0.15, Status.IN_LINE, "Landgraaf"),
            make_group("GM0965", 0.33, 0.0, Status.TOO_LITTLE_DATA, "Simpelveld"),
        ]
    )


@pytest.fixture
def nl():
    return texts("nl")


@pytest.fixture
def en():
    return texts("en")
