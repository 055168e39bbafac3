"""Small results to draw, and a look into a figure."""

from types import SimpleNamespace

from regional.mirror.result import DimensionResult, Group, Status


def make_group(group_id, region, partners, status=Status.IN_LINE, label="", **more):
    both = region is not None and partners is not None
    values = {
        "gap": partners - region if both else None,
        "ratio": partners / region if both and region else None,
        "band": (max(0.0, region - 0.1), region + 0.1) if region is not None else None,
        "bounds": (partners * 0.8, partners * 0.8 + 0.2) if partners is not None else None,
    }
    return Group(
        id=group_id,
        label=label or group_id,
        region_share=region,
        partner_share=partners,
        count=round((partners or 0) * 40),
        n=40,
        status=status,
        **(values | more),
    )


def make_result(groups, dimension_id="location", **more):
    values = {
        "role": "mirror",
        "kind": "label",
        "base": "inhabitants",
        "source": "85984NED",
        "year": 2024,
        "precision": 0.0,
        "tested": True,
        "n_known": 40,
        "n_unknown": 10,
        "total": 40.0,
        "effective_n": 40.0,
    }
    return DimensionResult(id=dimension_id, groups=tuple(groups), **(values | more))


def trace(chart, name):
    """The one trace of a chart with this name, or the words of that name."""
    for drawn in chart.figure.data:
        if drawn.name == name:
            return drawn
        if drawn.name == "words" and name in drawn.meta:
            part = slice(*drawn.meta[name])
            return SimpleNamespace(x=drawn.x[part], y=drawn.y[part], text=drawn.text[part])
    raise KeyError(name)


def names(chart):
    """The names of everything drawn."""
    words = [name for t in chart.figure.data if t.name == "words" for name in t.meta]
    return {t.name for t in chart.figure.data} | set(words)
