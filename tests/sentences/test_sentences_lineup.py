"""The line-up in words: recognising ourselves never makes a difference surer than the mirror says."""

import pytest

from regional.bubble.lineup import line_up
from regional.mirror.result import Status
from regional.sentences.lineup import lineup_answer, most_different
from regional.texts import LANGUAGES, texts
from tests.bubble.test_bubble_lineup import theme

SURE = {"nl": "bijna zeker geen toeval", "en": "almost certainly no coincidence"}
CHANCE = {"nl": "toeval", "en": "chance"}
CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)
OPEN = (Status.POSSIBLY_LESS, Status.IN_LINE, Status.POSSIBLY_MORE, Status.TOO_LITTLE_DATA)


def played(status):
    result = theme([10, 5], [0.5, 0.5])
    groups = (result.groups[0].model_copy(update={"status": status, "gap": -0.1}), result.groups[1])
    result = result.model_copy(update={"groups": groups})
    return result, line_up(result, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [*CLEAR, *OPEN])
@pytest.mark.parametrize("recognised", [True, False])
def test_only_what_the_mirror_calls_clear_is_called_no_coincidence(language, status, recognised):
    result, found = played(status)
    told = " ".join(lineup_answer(found, found.ours if recognised else None, result, texts(language)))
    assert (SURE[language] in told) == (status in CLEAR)
    assert status in CLEAR or recognised or CHANCE[language] in told


def test_who_points_at_another_is_told_the_same_as_who_cannot_tell():
    result, found = played(Status.POSSIBLY_LESS)
    other = next(at for at in range(len(found.pictures)) if not found.is_ours(at))
    assert lineup_answer(found, other, result, texts("nl")) == lineup_answer(found, None, result, texts("nl"))


def test_it_speaks_of_the_group_whose_difference_is_surest():
    assert most_different(played(Status.POSSIBLY_MORE)[1]).status is Status.POSSIBLY_MORE
