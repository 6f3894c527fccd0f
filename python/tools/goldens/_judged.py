"""Cases of metrics that have no value for some data: the reason we give, beside what the reference gives."""

from __future__ import annotations

import math
import warnings

from ._common import case


def judged(name: str, data: dict, reference, reason: str | None = None, **more) -> dict:
    """`reference()` is expected, or `reason` with the reference's value (null where it raises or gives nan) as `reference_value`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if reason is None:
            return case(name, data, float(reference()), **more)
        given = value_or_none(reference)
    said = "raises or gives nan" if given is None else f"gives {given:g}"
    return case(f"{name} (the reference {said})", data, reason, reference_value=given, **more)


def value_or_none(reference) -> float | None:
    try:
        value = float(reference())
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def without_none(data: dict) -> dict:
    return {key: value for key, value in data.items() if value is not None}
