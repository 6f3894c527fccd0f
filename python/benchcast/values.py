"""Values of Python, NumPy, pandas and their kin as JSON. None of those packages is imported: what has `tolist()` is a column."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from enum import Enum
from os import PathLike, fspath
from typing import Any

from .errors import InvalidInput

_LIST_MAKERS = ("tolist", "to_list", "to_pylist")
_BY_MODEL = ("model_predictions", "model_probabilities", "model_metadata", "token_log_probs")


def encode(payload: Any) -> bytes:
    """JSON of `payload`. Raises InvalidInput that names the place of what JSON cannot hold: NaN, infinity, missing values, objects."""
    try:
        return json.dumps(payload, allow_nan=False, default=plain, separators=(",", ":")).encode()
    except (ValueError, TypeError) as fault:
        for place, value in _faults(payload, ()):
            raise InvalidInput(_sentence(place, value)) from None
        raise InvalidInput(f"The request cannot be written as JSON: {fault}.") from fault


def columns(table: Any) -> Any:
    """A pandas or polars table as `{column name: column}`; anything else as it is."""
    if hasattr(table, "columns") and hasattr(table, "__getitem__") and not isinstance(table, Mapping):
        return {str(name): table[name] for name in table.columns}
    return table


def plain(value: Any) -> Any:
    """What `json` knows in place of a value that it does not know. Raises TypeError when there is nothing."""
    for maker in _LIST_MAKERS:
        if hasattr(value, maker):
            return getattr(value, maker)()
    if hasattr(value, "to_numpy"):
        return value.to_numpy().tolist()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PathLike):
        return fspath(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)):
        return list(value)
    raise TypeError(f"{type(value).__name__} is not a value")


def _faults(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if value is None or isinstance(value, (str, bool, int)):
        return
    if isinstance(value, float):
        if not math.isfinite(value):
            yield place, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _faults(item, (*place, str(key)))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _faults(item, (*place, index))
    else:
        try:
            known = plain(value)
        except (TypeError, ValueError):
            yield place, value
        else:
            yield from _faults(known, place)


def _sentence(place: tuple[str | int, ...], value: Any) -> str:
    where = _where(place)
    if isinstance(value, float) or type(value).__name__ in ("NAType", "NaTType"):
        word = "missing" if not isinstance(value, float) else "NaN" if math.isnan(value) else "infinite"
        return f"{where} is {word}. JSON has no such value, and nothing can be computed from it: leave the row out of every column, or fill it in."
    if isinstance(value, Set):
        return f"{where} is a set, whose items have no order: send a list."
    return f"{where} is of type {type(value).__name__}, which cannot be sent: send numbers, texts, booleans, lists, arrays or columns of them."


def _where(place: tuple[str | int, ...]) -> str:
    if not place:
        return "The body"
    rest = list(place)
    text = str(rest.pop(0))
    if text in _BY_MODEL and rest:
        text += f" of model '{rest.pop(0)}'"
    numbers = 0
    for part in rest:
        numbers += isinstance(part, int)
        text += f", '{part}'" if isinstance(part, str) else f", {'row' if numbers == 1 else 'item'} {part}"
    return f"{text} (counted from 0)" if numbers else text
