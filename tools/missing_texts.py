"""Print the texts of the code that no Dutch catalogue holds, as .po entries to fill in."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests" / "texts")]

from marked_texts import marked_texts  # noqa: E402
from test_texts_catalogues import entries, key  # noqa: E402


def main() -> None:
    """Write the entries to standard output."""
    have = {key(message) for _, message in entries()}
    have |= {(half,) for text in have for half in text}
    for text, place in sorted(marked_texts().items(), key=lambda item: item[1]):
        if text not in have:
            print(f"# {place}")
            print(*(f"msgid{'' if i == 0 else '_plural'} {quoted(part)}" for i, part in enumerate(text)), sep="\n")
            print('msgstr ""\n' if len(text) == 1 else 'msgstr[0] ""\nmsgstr[1] ""\n')


def quoted(text: str) -> str:
    """Return ``text`` as gettext writes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


if __name__ == "__main__":
    main()
