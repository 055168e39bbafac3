"""Write schemas/<revision>.sql and .zip for this revision, at its release: ``python tests/workspace/make_…``.

Never written again afterwards: they are what users have.
"""

import datetime as dt
import sqlite3
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from test_workspace_records import EXAMPLES  # noqa: E402

from regional.workspace.migrate import SCHEMA  # noqa: E402
from regional.workspace.workspace import open_workspace  # noqa: E402


def main():
    folder = Path(__file__).parent / "schemas"
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "w.db"
        ws = open_workspace(f"sqlite:///{path.as_posix()}")
        ws.versions.keep([{"naam": "De Kring", "plaats": "Kerkrade"}, {"naam": "Weg", "plaats": "Urk"}], "Eerste")
        kring, gone = ws.versions.rows()
        ws.versions.keep([kring, {"naam": "Studio Zuid", "soort": "inhoudelijk", "bedrag": "12,50"}, gone], "Tweede")
        ws.erase(gone.partner_id)
        for name, record in EXAMPLES.items():
            linked = "partner_id" in type(record).model_fields
            record = record.changed(partner_id=kring.partner_id) if linked else record
            getattr(ws, name).add(record, by="Sam")
        ws.museums.save(ws.museum().changed(name="Museum De Verzonnen Schacht"), by="Sam")
        assert ws.actions.list()[0].changed_at < dt.datetime.now(dt.UTC)
        (folder / f"{SCHEMA}.zip").write_bytes(ws.backup())
        ws.close()
        lines = sqlite3.connect(path).iterdump()
        (folder / f"{SCHEMA}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
