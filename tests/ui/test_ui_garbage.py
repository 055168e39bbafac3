"""What was loaded for good is set apart from collection, and what became garbage is let go of all the same."""

import gc
import sys
import types

import pytest

from regional.ui.garbage import MOST, NEWS, Freezer


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch):
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    yield
    gc.unfreeze()


def load(count, name):
    for number in range(count):
        sys.modules[f"{name}{number}"] = types.ModuleType("new")


def test_it_freezes_after_the_first_run_and_again_once_much_more_was_loaded():
    freezer = Freezer()
    assert freezer.after_run()
    frozen = gc.get_freeze_count()
    assert frozen > 0
    assert not freezer.after_run()
    load(NEWS, "much")
    assert freezer.after_run()
    assert gc.get_freeze_count() > frozen


def test_a_few_times_a_process_and_no_more(monkeypatch):
    monkeypatch.setattr(gc, "collect", lambda: 0)  # how often is asked here, and each looks at all that tests loaded
    freezer = Freezer()
    done = 0
    for turn in range(3 * MOST):
        load(NEWS, f"turn{turn}_")
        done += freezer.after_run()
    assert done == MOST


def test_what_was_garbage_when_frozen_is_let_go_of_the_next_time():
    class Session:
        pass

    freezer = Freezer()
    session = Session()
    session.itself = session
    freezer.after_run()
    del session
    load(NEWS, "more")
    freezer.after_run()
    assert not [1 for found in gc.get_objects() if type(found) is Session]
