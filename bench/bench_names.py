"""How well are organisations and persons told from their names? Precision and recall with 95 % Wilson intervals.

On names that others labelled: 445 on which the rules were tried ("dev"), and 156 that were labelled before there were
rules ("held_out"). Targets on each: precision at least 0.92 for every field that is proposed; recall at least 0.55 for
type and kind, 0.40 for ages and other groups, 0.90 for persons; at most 1.5 % of organisations taken for a person. A
field of fewer than 25 proposals is printed, and decides nothing.

    python bench/bench_names.py [--write]

``--write`` renews ``regional/partners/organisations/measured.csv``: for every value that the rules give, how often it
was right, over all labelled names and the counts that stand with the rules.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from statsmodels.stats.proportion import proportion_confint

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from regional.partners.organisations.measured import ENOUGH, TABLE  # noqa: E402
from tests.partners.names import labelled, pool, scores  # noqa: E402

PRECISION, TAKEN, FEW = 0.92, 0.015, 25
RECALL = {"type": 0.55, "kinds": 0.55, "mainly_for": 0.40, "person": 0.90}
COLUMNS = ("field", "value", "right", "given", "lower")


def measured() -> list[tuple[str, str, int, int, float]]:
    """Return the rows of ``measured.csv`` as they are now."""
    counts = pool([*labelled("dev"), *labelled("held_out"), *labelled("known")])
    return [(field, value, right, n, round(interval(right, n)[0], 3)) for (field, value), (right, n) in counts.items()]


def interval(right: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval (Wilson) of a share; (0, 1) of nothing."""
    if not n:
        return 0.0, 1.0
    low, high = proportion_confint(right, n, method="wilson")
    return float(low), float(high)


def write() -> None:
    """Renew the table of what was measured."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *measured()])


def shown(right: int, n: int) -> str:
    """Return a share with its interval."""
    low, high = interval(right, n)
    return f"{right:3d}/{n:<3d} {right / n:.3f} [{low:.3f}-{high:.3f}]" if n else "  -"


def report(which: str) -> list[str]:
    """Print the figures of a set of names; return what missed its target."""
    names, missed = labelled(which), list[str]()
    print(f"\n{which}: {len(names)} names")
    for field, score in scores(names).items():
        precision, recall = shown(score.right, score.proposed), shown(score.found, score.wanted)
        print(f"  {field:11s} precision {precision:32s} recall {recall}")
        if score.proposed >= FEW and score.right < PRECISION * score.proposed:
            missed.append(f"{which}: precision of {field}")
        if score.wanted >= FEW or field == "person":
            missed += [f"{which}: recall of {field}"] * (score.found < RECALL.get(field, 0) * score.wanted)
    person, organisations = scores(names)["person"], sum(one.is_person == "no" for one in names)
    taken = person.proposed - person.right
    print(f"  organisations taken for a person {shown(taken, organisations)}")
    return missed + [f"{which}: organisations taken for a person"] * (taken > TAKEN * organisations)


def main() -> int:
    """Print the figures; 1 where one missed its target."""
    if "--write" in sys.argv:
        write()
    print(f"values by how often they were right (proposed from a lower end of {ENOUGH} on)")
    for field, value, right, n, low in measured():
        print(f"  {field:11s} {value:24s} {right:4d}/{n:<4d} {low:.3f} {'proposed' if low >= ENOUGH else 'asked'}")
    missed = [miss for which in ("dev", "held_out") for miss in report(which)]
    print("\n" + ("missed: " + "; ".join(missed) if missed else "all targets met"))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
