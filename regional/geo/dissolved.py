"""Municipalities that were dissolved, and the one that most of each went to.

Source: CBS, "Gemeentelijke indeling" per year, 2019 to 2023. An old partner list or an old address
in a browser may still hold these codes; the hint spares its reader a search.
"""

from __future__ import annotations

_MERGED: dict[str, str] = {
    # 2019
    "GM1954": "GM0881 GM0951 GM0962",
    "GM1959": "GM0738 GM0870 GM0874",
    "GM1960": "GM0236 GM0304 GM0733",
    "GM1961": "GM0545 GM0620 GM0707",
    "GM1963": "GM0584 GM0585 GM0588 GM0611 GM0617",
    "GM1966": "GM0005 GM0053 GM1651 GM1663",
    "GM1969": "GM0015 GM0022 GM0025 GM0056",
    "GM1970": "GM0058 GM0079 GM1722",
    "GM1978": "GM0689 GM1927",
    "GM0014": "GM0009 GM0017",
    "GM0394": "GM0393",
    "GM0575": "GM0576",
    # 2021
    "GM1979": "GM0003 GM0010 GM0024",
    # 2022
    "GM0363": "GM0457",
    "GM0439": "GM0370",
    "GM1980": "GM0398 GM0416",
    "GM1982": "GM0756 GM0786 GM0815 GM1684 GM1702",
    "GM1991": "GM0856 GM1685",
    # 2023
    "GM1992": "GM0501 GM0530 GM0614",
}

DISSOLVED: dict[str, str] = {old: new for new, olds in _MERGED.items() for old in olds.split()}
"""Dissolved municipality code -> the code of its successor."""
