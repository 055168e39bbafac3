"""The report against a browser that prints the same words: our PDF beside Chromium's PDF of our HTML file.

Target: not slower than the browser, which is already open. Times of the first report in a fresh process, of each
form, and of the command are told only.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402

from regional.cbs.profile import profile  # noqa: E402
from regional.cbs.snapshot import load_snapshot  # noqa: E402
from regional.mirror.reflect import reflect  # noqa: E402
from regional.mirror.settings import Settings  # noqa: E402
from regional.partners.sample import load_sample  # noqa: E402
from regional.report import report_csv, report_html, report_pdf, report_xlsx  # noqa: E402
from regional.texts import texts  # noqa: E402

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
ROUNDS = 9


def took(do: Callable[[], object]) -> float:
    """Return how long ``do`` takes, in milliseconds."""
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1_000


def median(do: Callable[[], object]) -> float:
    """Return the median of several rounds, after one that does not count, in milliseconds."""
    do()
    return statistics.median(took(do) for _ in range(ROUNDS))


def command() -> float:
    """Return how long ``python -m regional report`` takes from start to file, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["report", "data/sample/partners.csv", "--region", "CR39", "--out", f"{folder}/report.pdf"]
        call = [sys.executable, "-m", "regional", *words]
        return took(lambda: subprocess.run(call, cwd=ROOT, check=False, capture_output=True))


def main() -> int:
    """Return 0 where ours is not slower than the browser."""
    t = texts("nl")
    mirror = reflect(load_sample().portfolio, profile(load_snapshot(), PARKSTAD, "Parkstad Limburg"), Settings())
    first = took(lambda: report_pdf(mirror, t))
    ours = median(lambda: report_pdf(mirror, t))
    page_of = report_html(mirror, t)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium",
                                             args=["--no-sandbox"])  # fmt: skip
        page = browser.new_page()

        def printed() -> bytes:
            page.set_content(page_of)
            return page.pdf(format="A4", tagged=True)

        theirs = median(printed)
        browser.close()
    print(f"PDF: ours {ours:.0f} ms, printed by Chromium {theirs:.0f} ms, ratio {ours / theirs:.2f}")
    print(f"first PDF of a process {first:.0f} ms; command {command():.0f} ms")
    forms = {"HTML": report_html, "XLSX": report_xlsx, "CSV": report_csv}
    print("; ".join(f"{name} {median(lambda make=make: make(mirror, t)):.0f} ms" for name, make in forms.items()))
    return 0 if ours <= theirs else 1


if __name__ == "__main__":
    sys.exit(main())
