"""Make the embedded figures from a folder of CBS figures: ``python data/build_snapshot.py FOLDER``.

FOLDER holds gemeenten.csv, gebieden.csv, origin_85458NED.csv and former_municipalities.csv (see data/SOURCES.md).
Percentages become counts here, once, with how far each may be off; where exact counts exist they are taken instead.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from pyproj import Transformer

HERE = Path(__file__).parent / "figures"

# dimension -> (base column, {category id: percentage column})
FROM_SHARES: dict[str, tuple[str, dict[str, str]]] = {
    "age": (
        "inwoners",
        {
            "0-15": "leeftijd_0_15_pct",
            "15-25": "leeftijd_15_25_pct",
            "25-45": "leeftijd_25_45_pct",
            "45-65": "leeftijd_45_65_pct",
            "65+": "leeftijd_65_plus_pct",
        },
    ),
    "household": (
        "huishoudens",
        {
            "single": "hh_eenpersoons_pct",
            "without_children": "hh_zonder_kinderen_pct",
            "with_children": "hh_met_kinderen_pct",
        },
    ),
}
EDUCATION = {
    "basis_vmbo_mbo1": "opleiding_laag_pct_2021",
    "havo_vwo_mbo24": "opleiding_midden_pct_2021",
    "hbo_wo": "opleiding_hoog_pct_2021",
}
FROM_COUNTS = {
    "sex": {"women": "vrouwen", "men": "mannen"},
    "sector": {
        "A": "sbi_a",
        "B-F": "sbi_b_f",
        "G+I": "sbi_g_i",
        "H+J": "sbi_h_j",
        "K-L": "sbi_k_l",
        "M-N": "sbi_m_n",
        "O-Q": "sbi_o_q",
        "R-U": "sbi_r_u",
    },
}
ORIGIN = {"netherlands": "origin_netherlands", "europe": "origin_europe", "outside_europe": "origin_outside_europe"}
PLAIN = {
    "naam": "name",
    "corop": "corop",
    "provincie": "province",
    "lon": "lon",
    "lat": "lat",
    "inwoners": "inhabitants",
    "stedelijkheid": "urbanity",
    "oad": "oad",
    "inwoners_per_km2": "per_km2",
    "arbeidsparticipatie_pct_2021": "in_work_pct",
    "ao_per_1000_2021": "disability_benefit_per_1000",
    "musea_20km": "museums_20km",
}
YEAR = 2024
"""Of the key figures in gemeenten.csv."""


def main(folder: Path) -> None:
    """Write the embedded figures."""
    raw = pd.read_csv(folder / "gemeenten.csv", index_col="code").sort_index()
    origins = pd.read_csv(folder / "origin_85458NED.csv", index_col="code")
    frame = raw[list(PLAIN)].rename(columns=PLAIN)
    x, y = Transformer.from_crs(4326, 28992, always_xy=True).transform(frame["lon"], frame["lat"])
    frame.insert(5, "x", x.round())
    frame.insert(6, "y", y.round())
    counts, margins = embedded(raw, origins)
    for dimension, columns in counts.items():
        frame[[f"{dimension}:{c}" for c in columns]] = columns
    for dimension, margin in margins.items():
        frame[f"margin:{dimension}"] = margin.round(2)
    frame.to_parquet(HERE / "municipalities.parquet")
    history(origins).to_parquet(HERE / "history.parquet", index=False)
    areas = pd.read_csv(folder / "gebieden.csv", index_col="code").rename(columns={"naam": "name", "soort": "kind"})
    areas["kind"] = areas["kind"].replace({"provincie": "province"})
    areas.to_parquet(HERE / "areas.parquet")
    former(folder).to_csv(HERE / "former_municipalities.csv", index=False)


def embedded(raw: pd.DataFrame, origins: pd.DataFrame) -> tuple[dict[str, pd.DataFrame], dict[str, pd.Series]]:
    """Return per dimension the counts by category, a row a municipality, and how far any of them may be off."""
    counts = {name: raw[list(of.values())].set_axis(list(of), axis=1) for name, of in FROM_COUNTS.items()}
    margins = {}
    for name, (base, columns) in FROM_SHARES.items():
        whole = raw[list(columns.values())].set_axis(list(columns), axis=1)
        counts[name], margins[name] = spread(whole, raw[base])
    newest = origins[origins["year"] == origins["year"].max()].reindex(raw.index)
    counts["origin"] = newest[list(ORIGIN.values())].set_axis(list(ORIGIN), axis=1)
    counts["birth_origin"], margins["birth_origin"] = birth_origin(raw, origins[origins["year"] == YEAR])
    counts["education"] = education(raw)
    counts["income"] = income(raw)
    return {name: table.astype(float).round(2) for name, table in counts.items()}, margins


def spread(whole: pd.DataFrame, base: pd.Series) -> tuple[pd.DataFrame, pd.Series]:
    """Return counts from whole percentages, and how far the worst of them may be off; a row a municipality.

    What is missing to 100 is spread equally, so that each stays within half a point of what was published (and not
    below zero). How far the true count may be: the ends of half a point either way that leave room for the others.
    """
    least, most = (whole - 0.5).clip(lower=0), whole + 0.5
    part = (100 - least.sum(axis=1)) / (most - least).sum(axis=1)
    if not part.between(0, 1).all():
        raise ValueError(f"not the roundings of parts of a whole: {sorted(part.index[~part.between(0, 1)])}")
    shares = least + (most - least).mul(part, axis=0)
    lowest = np.maximum(least, (-most).add(most.sum(axis=1), axis=0).rsub(100))
    highest = np.minimum(most, (-least).add(least.sum(axis=1), axis=0).rsub(100))
    off = np.maximum(highest - shares, shares - lowest).max(axis=1)
    return shares.mul(base / 100, axis=0), off * base / 100


def birth_origin(raw: pd.DataFrame, origins: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Return origin with country of birth: exact, but for origin in Europe, of which only the sum is.

    Born here and born abroad are each known as a whole percentage, and no more can be born abroad than there are.
    The middle of what is left is taken; half of what is left is how far it may be off.
    """
    exact, base = origins.reindex(raw.index), origins["inhabitants"].reindex(raw.index) / 100
    here, abroad = raw["geb_nl_herkomst_europa_pct"], raw["geb_buitenland_herkomst_europa_pct"]
    europe = exact["origin_europe"]
    most_abroad = np.minimum((abroad + 0.5) * base, exact["born_abroad"] - exact["abroad_outside"])
    least = np.maximum((here - 0.5).clip(lower=0) * base, europe - most_abroad)
    most = np.minimum((here + 0.5) * base, europe - (abroad - 0.5).clip(lower=0) * base)
    if (most < least - 1).any():
        raise ValueError(f"percentages and counts contradict each other: {sorted(raw.index[most < least - 1])}")
    middle = (least + most) / 2
    counts = pd.DataFrame(
        {
            "nl_nl": exact["origin_netherlands"],
            "nl_europe": middle,
            "nl_outside": exact["nl_outside"],
            "abroad_europe": europe - middle,
            "abroad_outside": exact["abroad_outside"],
        }
    )
    return counts, (most - least).clip(lower=0) / 2


def education(raw: pd.DataFrame) -> pd.DataFrame:
    """Return people of 15 to 75 by education: half of those of 65 or older stand in for those of 65 to 75."""
    shares = raw[list(EDUCATION.values())].set_axis(list(EDUCATION), axis=1)
    ages, _ = spread(raw[list(FROM_SHARES["age"][1].values())], raw["inwoners"])
    base = ages.sum(axis=1) - ages["leeftijd_0_15_pct"] - ages["leeftijd_65_plus_pct"] / 2
    return shares.div(shares.sum(axis=1), axis=0).mul(base, axis=0)


def income(raw: pd.DataFrame) -> pd.DataFrame:
    """Two percentages are published; who is in neither group is in between."""
    low, high = raw["inkomen_laagste40_pct_2021"], raw["inkomen_hoogste20_pct_2021"]
    shares = pd.DataFrame({"lowest_40": low, "middle_40": 100 - low - high, "highest_20": high})
    return shares.div(100).mul(raw["inwoners"], axis=0)


def history(origins: pd.DataFrame) -> pd.DataFrame:
    """Return inhabitants and origin of every year: code, year, inhabitants, origin:category."""
    columns = {"inhabitants": "inhabitants"} | {column: f"origin:{category}" for category, column in ORIGIN.items()}
    return origins.reset_index()[["code", "year", *columns]].rename(columns=columns).sort_values(["year", "code"])


def former(folder: Path) -> pd.DataFrame:
    """Return municipalities that ended: code, name, ended, successors (largest part first), planned (yes or empty)."""
    raw = pd.read_csv(folder / "former_municipalities.csv", keep_default_na=False)
    return pd.DataFrame(
        {
            "code": raw["code"],
            "name": raw["name"],
            "ended": raw["ended"],
            "successors": (raw["successor"] + " " + raw["other_successors"]).str.strip(),
            "planned": raw["status"].eq("planned").map({True: "yes", False: ""}),
        }
    ).sort_values(["ended", "code"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
