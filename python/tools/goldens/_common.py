"""Shapes shared by the modules that write metric golden files."""

from __future__ import annotations

import importlib.metadata
import math
import platform

SEED = 20260801


def versions(*packages: str) -> dict[str, str]:
    return {"python": ".".join(platform.python_version_tuple()[:2]), **{p: importlib.metadata.version(p) for p in packages}}


def case(name: str, data: dict, expected: float | str, **more) -> dict:
    """One case: `expected` is the reference's value, or the reason code where we call the metric undefined."""
    if isinstance(expected, float):
        assert math.isfinite(expected), f"{name}: the reference gave {expected}"
    return {"name": name, "input": data, **more, "expected": expected if isinstance(expected, str) else float(expected)}


def golden(metric: str, reference: str, packages: list[str], cases: list[dict]) -> tuple[str, dict]:
    assert len(cases) >= 20, f"{metric}: {len(cases)} cases"
    return f"packages/core/testdata/metrics/{metric}.json", {"metric": metric, "reference": reference, "made_with": versions(*packages), "cases": cases}
