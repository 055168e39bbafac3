"""What is explained of the mirror follows the thresholds of the museum."""

from regional.mirror.result import Status
from regional.mirror.settings import Settings
from regional.sentences.measures import states
from regional.texts import texts


def test_the_states_are_explained_by_the_museum_s_own_thresholds():
    said = states(Settings(low_ratio=0.7, high_ratio=1.5, min_known=60, max_unknown=0.2), texts("nl"))
    assert "0,7 keer" in said[Status.CLEARLY_LESS]
    assert "1,5 keer" in said[Status.POSSIBLY_MORE]
    assert "60" in said[Status.TOO_LITTLE_DATA]
    assert "20" in said[Status.TOO_LITTLE_DATA]
