"""Further fields of a request, beside the named parameters of a method. The suite compares them with the server's own table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

_MODEL_FACTS = ("framework", "image_size", "model_config", "parameters", "flops")
_WHAT_TO_MEASURE = ("priority", "models", "batch_sizes", "precision", "mode", "sequence_length", "phase", "image_size", "skillset_dir")
_HOW_TO_MEASURE = ("progressive_mode", "incremental", "scenario", "profile", "max_seconds", "threads", "timeout", "browser", "browser_wait")

FIELDS: Mapping[str, frozenset[str]] = {
    "predict-hardware": frozenset((*_MODEL_FACTS, "phase", "devices", "objective", "constraints", "prices", "user_id")),
    "predict-performance": frozenset((*_MODEL_FACTS, "phase", "device", "devices", "explain")),
    "record-measurement": frozenset((*_MODEL_FACTS, "phase", "device", "metadata")),
    "predict-batch": frozenset(("csv", "rows", "measured_csv", "measured_rows", "level", "format")),
    "benchmark-run": frozenset((*_WHAT_TO_MEASURE, *_HOW_TO_MEASURE)),
}


def known(endpoint: str, given: Mapping[str, Any], others: Iterable[str] = ()) -> dict[str, Any]:
    """The fields given, after a look at their names: the server would ignore one that it does not know."""
    names = FIELDS[endpoint] | set(others)
    for name in given:
        if name not in names:
            near = get_close_matches(name, names, 1)
            raise TypeError(f"{endpoint} has no field '{name}'" + (f": did you mean '{near[0]}'?" if near else f": it has {', '.join(sorted(names))}."))
    return dict(given)
