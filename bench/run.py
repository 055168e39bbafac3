"""Run every benchmark and say at the end which missed its target: ``make bench``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Return the number of benchmarks that missed a target."""
    missed = []
    for script in sorted(HERE.glob("bench_*.py")):
        print(f"\n== {script.stem}", flush=True)
        if subprocess.run([sys.executable, str(script)], cwd=HERE.parent, check=False).returncode:
            missed.append(script.stem)
    print("\nmissed: " + ", ".join(missed) if missed else "\nall targets met")
    return len(missed)


if __name__ == "__main__":
    sys.exit(main())
