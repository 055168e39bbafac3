"""What stays for good is set apart from collection, and what became garbage is let go of all the same."""

import gc

import pytest

from regional.ui.garbage import Freezer


@pytest.fixture(autouse=True)
def as_it_was():
    yield
    gc.unfreeze()


def runs_until_frozen(freezer, most):
    """How many runs it takes, each with a collection at its end as Streamlit's has."""
    for run in range(1, most + 1):
        if freezer.after_run():
            return run
        gc.collect()
    return None


def test_it_freezes_after_the_first_run_and_not_again_while_there_is_nothing_new():
    freezer = Freezer()
    assert freezer.after_run()
    assert gc.get_freeze_count() > 0
    assert runs_until_frozen(freezer, 5) is None


def test_the_more_there_is_to_look_through_the_sooner_it_freezes_again():
    freezer = Freezer()
    freezer.after_run()
    held = [[number] for number in range(gc.get_freeze_count() // 4)]
    few = runs_until_frozen(freezer, 20)
    assert few is not None
    held = [[number] for number in range(gc.get_freeze_count())]
    assert runs_until_frozen(freezer, 20) < few
    assert held


def test_what_was_garbage_when_frozen_is_let_go_of_the_next_time():
    class Session:
        pass

    freezer = Freezer()
    session = Session()
    session.itself = session
    freezer.after_run()
    del session
    held = [[number] for number in range(2 * gc.get_freeze_count())]
    assert runs_until_frozen(freezer, 5)
    assert held
    assert not [1 for found in gc.get_objects() if type(found) is Session]
