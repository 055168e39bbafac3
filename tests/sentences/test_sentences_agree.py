"""No state, sentence, title, table, finding, publication or count contradicts another."""

import pytest

from tests.sentences.agreement import contradictions, random_museum


@pytest.mark.parametrize("block", range(2))
def test_nothing_contradicts_anything(block):
    found = [line for seed in range(8 * block, 8 * block + 8) for line in contradictions(*random_museum(seed))]
    assert not found, "\n".join(found)
