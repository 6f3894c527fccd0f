"""How well LightGBM and scikit-learn's histogram trees fit made-up data with missing values and categories."""

from __future__ import annotations

import lightgbm
import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

from ._common import SEED, versions

DATA_SETS, ROWS, TEST_ROWS = 5, 900, 600
OPTIONS = {"trees": 100, "leaves": 15, "learning_rate": 0.1, "min_leaf": 10}


def build() -> dict[str, object]:
    sets = [data(SEED + i) for i in range(DATA_SETS)]
    peers = {"lightgbm": light, "scikit-learn": hist}
    return {
        "packages/core/testdata/predict/boosted-trees.json": {
            "reference": "mean over the data sets of R2 on the last test_rows rows, trained on the others",
            "made_with": versions("numpy", "lightgbm", "scikit-learn"),
            "options": OPTIONS,
            "test_rows": TEST_ROWS,
            "r2": {name: float(np.mean([r2(fit, *made) for made in sets])) for name, fit in peers.items()},
            "data": [{"columns": {name: [None if np.isnan(value) else value for value in column.tolist()] for name, column in columns.items()}, "target": target.tolist()} for columns, target in sets],
        }
    }


def data(seed: int) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """y = x0 x1 + sin 3 x2 + an effect of 12 categories + 0.5 x3, or 1 where x3 is missing."""
    rng = np.random.default_rng(seed)
    rows = ROWS + TEST_ROWS
    x = rng.normal(size=(rows, 4)).round(1)
    kind = rng.integers(0, 12, rows)
    missing = rng.random(rows) < 0.15
    target = x[:, 0] * x[:, 1] + np.sin(3 * x[:, 2]) + rng.normal(size=12)[kind] + np.where(missing, 1.0, 0.5 * x[:, 3]) + 0.2 * rng.normal(size=rows)
    columns = {f"x{i}": x[:, i] for i in range(3)} | {"x3": np.where(missing, np.nan, x[:, 3]), "kind": kind.astype(float)}
    return columns, target.round(2)


def r2(fit, columns: dict[str, np.ndarray], target: np.ndarray) -> float:
    matrix = np.column_stack(list(columns.values()))
    predicted = fit(matrix[:ROWS], target[:ROWS], list(columns).index("kind")).predict(matrix[ROWS:])
    truth = target[ROWS:]
    return 1 - ((truth - predicted) ** 2).sum() / ((truth - truth.mean()) ** 2).sum()


def light(matrix: np.ndarray, target: np.ndarray, category: int) -> lightgbm.Booster:
    options = {"num_leaves": OPTIONS["leaves"], "learning_rate": OPTIONS["learning_rate"], "min_data_in_leaf": OPTIONS["min_leaf"], "deterministic": True, "num_threads": 1, "verbose": -1}
    return lightgbm.train(options, lightgbm.Dataset(matrix, target, categorical_feature=[category], params={"verbose": -1}), OPTIONS["trees"])


def hist(matrix: np.ndarray, target: np.ndarray, category: int) -> HistGradientBoostingRegressor:
    options = {"max_iter": OPTIONS["trees"], "max_leaf_nodes": OPTIONS["leaves"], "learning_rate": OPTIONS["learning_rate"], "min_samples_leaf": OPTIONS["min_leaf"]}
    return HistGradientBoostingRegressor(**options, early_stopping=False, categorical_features=[category], random_state=0).fit(matrix, target)
