"""Make the embedded snapshot from a folder of CBS figures: ``python data/build_snapshot.py FOLDER``.

FOLDER holds gemeenten.csv and gebieden.csv (see data/SOURCES.md). Percentages become
counts here, once: percentage x base, made to add up to the base in every municipality.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
from pyproj import Transformer

HERE = Path(__file__).parent / "figures"

# dimension -> (base column, {category id: percentage column}); None: the columns are counts
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
    "origin": (
        "inwoners",
        {
            "netherlands": "herkomst_nederland_pct",
            "europe": "herkomst_europa_pct",
            "outside_europe": "herkomst_buiten_europa_pct",
        },
    ),
    "birth_origin": (
        "inwoners",
        {
            "nl_nl": "herkomst_nederland_pct",
            "nl_europe": "geb_nl_herkomst_europa_pct",
            "nl_outside": "geb_nl_herkomst_buiten_europa_pct",
            "abroad_europe": "geb_buitenland_herkomst_europa_pct",
            "abroad_outside": "geb_buitenland_herkomst_buiten_europa_pct",
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
    "education": (
        "inwoners",
        {
            "basis_vmbo_mbo1": "opleiding_laag_pct_2021",
            "havo_vwo_mbo24": "opleiding_midden_pct_2021",
            "hbo_wo": "opleiding_hoog_pct_2021",
        },
    ),
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


def main(folder: Path) -> None:
    """Write the embedded figures."""
    raw = pd.read_csv(folder / "gemeenten.csv", index_col="code")
    frame = raw[list(PLAIN)].rename(columns=PLAIN)
    x, y = Transformer.from_crs(4326, 28992, always_xy=True).transform(frame["lon"], frame["lat"])
    frame.insert(5, "x", x.round())
    frame.insert(6, "y", y.round())
    for dimension, columns in counts(raw).items():
        frame[[f"{dimension}:{c}" for c in columns]] = columns
    frame.sort_index().to_parquet(HERE / "municipalities.parquet")
    areas = pd.read_csv(folder / "gebieden.csv", index_col="code").rename(columns={"naam": "name", "soort": "kind"})
    areas["kind"] = areas["kind"].replace({"provincie": "province"})
    areas.to_parquet(HERE / "areas.parquet")


def counts(raw: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return per dimension the counts by category, one row a municipality."""
    found = {name: raw[list(columns.values())].set_axis(list(columns), axis=1) for name, columns in FROM_COUNTS.items()}
    for name, (base, columns) in FROM_SHARES.items():
        shares = raw[list(columns.values())].set_axis(list(columns), axis=1)
        found[name] = shares.div(shares.sum(axis=1), axis=0).mul(raw[base], axis=0).round(2)
    found["income"] = _income(raw)
    return found


def _income(raw: pd.DataFrame) -> pd.DataFrame:
    """Two percentages are published; who is in neither group is in between."""
    low, high = raw["inkomen_laagste40_pct_2021"], raw["inkomen_hoogste20_pct_2021"]
    shares = pd.DataFrame({"lowest_40": low, "middle_40": 100 - low - high, "highest_20": high})
    return shares.div(100).mul(raw["inwoners"], axis=0).round(2)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
