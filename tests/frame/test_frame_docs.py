"""What docs/architecture.md names is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+(?:\.(?:py|po|md|toml|txt|csv|css)|/))`", PAGE)))


def test_every_file_and_folder_that_the_page_names_exists():
    homes = (ROOT, ROOT / "regional", ROOT / "regional" / "texts" / "locale" / "nl")
    beside = {path.name for path in (ROOT / "regional" / "partners").iterdir()}
    assert NAMED
    assert not [name for name in NAMED if not any((home / name).exists() for home in homes) and name not in beside]
