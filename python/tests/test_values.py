"""What may be sent: lists, NumPy arrays, pandas columns; and how a value that cannot be sent is named."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from both import BOTH, Opened

import benchcast
from benchcast.values import columns, encode

TRUTH = [0, 1, 0, 1, 0]
OTHER = [0, 1, 1, 1, 0]


def round_trip(value: Any) -> Any:
    return json.loads(encode(value))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (np.array([1, 2], dtype=np.int8), [1, 2]),
        (np.array([[0.25, 0.75]], dtype=np.float32), [[0.25, 0.75]]),
        (np.array(["a", "b"]), ["a", "b"]),
        ([np.float32(0.5), np.int64(3), np.bool_(True)], [0.5, 3, True]),
        (pd.Series([1.5, 2.5]), [1.5, 2.5]),
        (pd.Series(["x", "y"], dtype="category"), ["x", "y"]),
        (pd.Series([True, False], dtype="boolean"), [True, False]),
        (pd.DataFrame({"a": [0.25, 0.5], "b": [0.75, 0.5]}), [[0.25, 0.75], [0.5, 0.5]]),
        (pd.Timestamp("2025-01-02"), "2025-01-02T00:00:00"),
        (benchcast.HardwarePlatform.CUDA, "cuda"),
        ({"a": Path("b")}, {"a": "b"}),
        (range(3), [0, 1, 2]),
        (Decimal("0.5"), 0.5),
    ],
)
def test_a_value_becomes_what_json_has_for_it(value: Any, plain: Any) -> None:
    assert round_trip(value) == plain


@BOTH
def test_lists_arrays_columns_and_tables_give_the_same_metrics(url: str, opened: Opened) -> None:
    table = pd.DataFrame({"forest": TRUTH, "net": OTHER})
    forms = [
        ({"forest": TRUTH, "net": OTHER}, TRUTH),
        ({"forest": np.array(TRUTH), "net": np.array(OTHER, dtype=np.uint8)}, np.array(TRUTH)),
        ({"forest": table["forest"], "net": table["net"].astype("Int64")}, pd.Series(TRUTH)),
        (table, tuple(TRUTH)),
    ]
    with opened("ModelPerformanceClient", url) as client:
        metrics = [client.run_benchmark("forms", "d", "classification", predictions, truth, metrics=["accuracy", "f1_score"])["metrics"] for predictions, truth in forms]
    assert metrics[0]["net"]["accuracy"] == 0.8
    assert all(found == metrics[0] for found in metrics)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"model_predictions": {"forest": [0.0, 1.0, float("nan")]}}, r"^model_predictions of model 'forest', row 2 \(counted from 0\) is NaN\. .*leave the row out"),
        ({"model_predictions": {"net": np.array([0.0, np.inf])}}, r"^model_predictions of model 'net', row 1 \(counted from 0\) is infinite\."),
        ({"ground_truth": pd.Series([1, None], dtype="Int64")}, r"^ground_truth, row 1 \(counted from 0\) is missing\."),
        ({"ground_truth": pd.Series([1.0, None])}, r"^ground_truth, row 1 \(counted from 0\) is NaN\."),
        ({"model_probabilities": {"m": np.array([[0.5, 0.5], [0.1, np.nan]])}}, r"^model_probabilities of model 'm', row 1, item 1 \(counted from 0\) is NaN\."),
        ({"model_metadata": {"m": {"latency_ms": float("nan")}}}, r"^model_metadata of model 'm', 'latency_ms' is NaN\."),
        ({"throughput": float("-inf")}, r"^throughput is infinite\."),
        ({"ground_truth": {1, 2}}, r"^ground_truth is a set, whose items have no order: send a list\."),
        ({"ground_truth": [object()]}, r"^ground_truth, row 0 \(counted from 0\) is of type object, which cannot be sent"),
    ],
)
def test_a_value_that_cannot_be_sent_is_named_with_its_place(body: Any, sentence: str) -> None:
    with pytest.raises(benchcast.InvalidInput, match=sentence) as caught:
        encode(body)
    assert isinstance(caught.value, ValueError)


@BOTH
def test_nothing_is_sent_when_a_value_cannot_be(opened: Opened) -> None:
    with opened("PredictivePerformanceClient", "http://127.0.0.1:9") as client, pytest.raises(benchcast.InvalidInput, match=r"^latency is NaN"):
        client.record_measurement("m", "cpu", latency=np.float32("nan"))


def test_a_table_stands_for_its_columns() -> None:
    assert round_trip(columns(pd.DataFrame({"a": [1], 2: [3]}))) == {"a": [1], "2": [3]}
    assert columns({"a": [1]}) == {"a": [1]}
    assert columns(None) is None


def test_neither_numpy_nor_pandas_is_imported() -> None:
    program = "import benchcast, sys; print([name for name in ('numpy', 'pandas', 'requests', 'pydantic') if name in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(Path(benchcast.__file__).parents[1])})
    assert printed.stdout == "[]\n"
