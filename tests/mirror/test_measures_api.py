"""All measures from one place, without anything heavy at import, each with its source."""

import importlib
import inspect
import pkgutil
import subprocess
import sys

import pytest

import regional.mirror.measures as measures

FUNCTIONS = [name for name in measures.__all__ if inspect.isfunction(getattr(measures, name))]
OWN_RULES = {
    "active_at_year_ends", "at_least_half", "augmented_band", "best_to_ask", "binomial_band", "bounds", "critical_p",
    "cut_off", "draws", "evidence", "gap", "half_p", "half_parts_p", "joined_in", "joiners", "needed", "normal_chance",
    "p_less", "p_more", "since_unknown", "states", "statuses", "surprise_of_zero", "towards", "verdicts",
    "weighted_chance",
}  # fmt: skip
"""What measures.md defines itself, or where the formula is the whole of it."""


def test_every_public_function_of_every_module_is_there():
    inside = {"amounts", "shares", "whole", "of_shares", "of_two", "groups_and_shares"}
    for module in pkgutil.iter_modules(measures.__path__):
        loaded = importlib.import_module(f"regional.mirror.measures.{module.name}")
        here = {
            name
            for name, thing in vars(loaded).items()
            if inspect.isfunction(thing) and thing.__module__ == loaded.__name__ and not name.startswith("_")
        }
        assert here - inside <= set(measures.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_measure_says_what_goes_in_and_where_it_comes_from(name):
    text = inspect.getdoc(getattr(measures, name)) or ""
    assert text
    if name not in OWN_RULES:
        assert "Parameters\n" in text
        assert "References\n" in text


def test_importing_the_measures_loads_no_scipy_pandas_or_statsmodels():
    code = "import sys, regional.mirror.measures; print(sorted({'scipy', 'pandas', 'statsmodels'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
