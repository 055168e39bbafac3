"""Figures and shapes for the tests of this room; no request leaves the machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regional.cbs.figures import Figures
from regional.cbs.snapshot import load_snapshot

SHARED = Path(__file__).parents[3] / "shared" / "boundaries" / "gemeenten_2025.geojson"


@pytest.fixture(scope="session")
def figures() -> Figures:
    return load_snapshot()


@pytest.fixture(scope="session")
def features(figures) -> list[dict]:
    """Boundaries as PDOK gives them: a simplified real answer, or a few squares of our own."""
    if SHARED.exists():
        return json.loads(SHARED.read_text(encoding="utf-8"))["features"]
    places = figures.municipalities.head(12)[["lon", "lat"]]
    return [_square(str(code), *point) for code, point in zip(places.index, places.to_numpy(), strict=True)]


@pytest.fixture(scope="session")
def codes(features) -> frozenset[str]:
    return frozenset(f["properties"]["statcode"] for f in features)


def _square(code: str, lon: float, lat: float) -> dict:
    ring = [[lon, lat], [lon + 0.02, lat], [lon + 0.02, lat + 0.02], [lon, lat + 0.02], [lon, lat]]
    properties = {"statcode": code, "statnaam": code, "jrstatcode": f"2025{code}"}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
