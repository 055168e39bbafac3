"""What was made of the same content is made once, for everybody."""

import threading

import pytest

from regional.ui.memo import by_key


def test_only_the_first_argument_tells_whether_it_is_the_same():
    made = []

    @by_key(2)
    def answer(key, _given):
        made.append(key)
        return [key]

    assert answer("a", 1) is answer("a", 2)
    assert answer("b", 1) == ["b"]
    assert made == ["a", "b"]


def test_the_least_used_is_let_go_of_and_all_of_it_where_that_is_asked():
    made = []
    answer = by_key(2)(made.append)
    for key in ("a", "b", "a", "c", "a", "b"):
        answer(key)
    assert made == ["a", "b", "c", "b"]
    answer.clear()
    answer("b")
    assert made[-2:] == ["b", "b"]


def test_two_who_ask_at_once_wait_for_one_answer():
    made, may_go, asks = [], threading.Event(), threading.Event()

    @by_key(1)
    def answer(key):
        asks.set()
        may_go.wait(30)
        made.append(key)
        return key

    first = threading.Thread(target=answer, args=("a",))
    second = threading.Thread(target=answer, args=("a",))
    first.start()
    assert asks.wait(30)
    second.start()
    may_go.set()
    first.join(30)
    second.join(30)
    assert made == ["a"]


def test_an_error_is_not_remembered():
    faults = [ValueError("not now")]

    @by_key(1)
    def answer():
        if faults:
            raise faults.pop()
        return "now"

    with pytest.raises(ValueError, match="not now"):
        answer()
    assert answer() == "now"
