"""Make the embedded place names from a folder of facts: ``python data/build_places.py FOLDER``.

FOLDER holds places.csv, aliases.csv, hamlets.csv, former_municipalities.csv, postcodes4.csv, abroad.csv and world.csv
(see data/SOURCES.md). Written are, in data/figures:

- places.parquet: every official place: name, code (of its municipality), lon, lat, population (NaN: not known)
- place_names.parquet: other names of places: name, kind, code, others (further municipalities, spaces between), target
- postcodes.parquet: postcode (four digits), code
- abroad.parquet: name, others ("|" between), country, population, km (to the nearest Dutch place; NaN: far away)
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

HERE = Path(__file__).parent / "figures"
KINDS = {"village part or hamlet": "hamlet", "village part": "village", "older spelling or short form": "spelling",
         "older spelling": "spelling", "short form": "spelling", "postal abbreviation": "spelling",
         "misspelling": "spelling", "abbreviation": "spelling", "official long form": "spelling",
         "popular name": "language", "frisian": "language", "dutch form of a frisian name": "language",
         "exonym": "language", "district": "district"}  # fmt: skip
"""Kind of an alias in the source and what it comes down to."""


def main(folder: Path) -> None:
    """Write the four embedded files."""
    read = {path.stem: pd.read_csv(path, keep_default_na=False, dtype=str) for path in folder.glob("*.csv")}
    _save(places(read["places"]), "places")
    _save(names(read["aliases"], read["hamlets"], read["former_municipalities"]), "place_names")
    codes = read["postcodes4"].rename(columns={"postcode4": "postcode", "municipality": "code"})
    _save(codes[["postcode", "code"]].astype({"postcode": "int16"}), "postcodes")
    _save(abroad(read["abroad"], read["world"]), "abroad")


def places(raw: pd.DataFrame) -> pd.DataFrame:
    """Return the official places."""
    found = raw.rename(columns={"place": "name", "municipality": "code", "population_rough": "population"})
    found[["lon", "lat", "population"]] = found[["lon", "lat", "population"]].apply(pd.to_numeric).astype("float32")
    return found[["name", "code", "lon", "lat", "population"]]


def names(aliases: pd.DataFrame, hamlets: pd.DataFrame, former: pd.DataFrame) -> pd.DataFrame:
    """Return other spellings, districts, hamlets and municipalities that ended, each with where it lies now."""
    other = pd.concat([aliases, hamlets], ignore_index=True)
    other = other.rename(columns={"alias": "name", "municipality": "code", "other_municipalities": "others"})
    other["kind"] = other["kind"].map(KINDS)
    ended = former.drop(columns="code").rename(
        columns={"successor": "code", "other_successors": "others", "successor_name": "target"}
    )
    ended = ended[(ended["status"] != "planned") & (ended["municipality_of_that_name_in_2024"] == "")]
    found = pd.concat([other, ended.assign(kind="former")], ignore_index=True)
    return found[["name", "kind", "code", "others", "target"]].drop_duplicates(["name", "kind", "code"])


def abroad(near: pd.DataFrame, world: pd.DataFrame) -> pd.DataFrame:
    """Return places in Belgium, Germany and Luxembourg, and the large cities of other countries."""
    spellings = near[["dutch_name", "other_names", "short_name"]]
    near["others"] = spellings.apply(lambda row: "|".join(name for name in row if name), axis=1).str.replace("; ", "|")
    near = near.rename(columns={"population_rough": "population", "km_to_nearest_dutch_place": "km"})
    world = world.rename(columns={"other_names": "others"}).assign(km="")
    found = pd.concat([near, world], ignore_index=True)
    found[["population", "km"]] = found[["population", "km"]].apply(pd.to_numeric).astype("float32")
    return found[["name", "others", "country", "population", "km"]]


def _save(frame: pd.DataFrame, name: str) -> None:
    frame.to_parquet(HERE / f"{name}.parquet", index=False, compression="zstd")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
