"""Golden values of packages/core/src/metrics/regression."""

from __future__ import annotations

import warnings
from typing import Callable

import numpy as np
from scipy import stats
from sklearn import metrics
from statsmodels.stats.weightstats import DescrStatsW

from ._common import SEED, case, golden

Data = tuple[str, np.ndarray, np.ndarray, np.ndarray | None]
rng = np.random.default_rng


def build() -> dict[str, object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dict(METRICS_BUILT[name]() for name in METRICS_BUILT)


def data_of(truth: np.ndarray, predicted: np.ndarray, weights: np.ndarray | None) -> dict:
    data = {"truth": [float(v) for v in truth], "predicted": [float(v) for v in predicted]}
    return data if weights is None else {**data, "weights": [float(w) for w in weights]}


def noisy(seed: int, n: int, centre: float, spread: float, noise: float) -> tuple[np.ndarray, np.ndarray]:
    truth = rng(SEED + seed).normal(centre, spread, n)
    return truth, truth + rng(SEED + seed + 1000).normal(0, noise, n)


def unweighted() -> list[Data]:
    """Columns of many shapes, true values never 0 and never all equal."""
    shaped = [(f"normal, n {n}, centre {centre:g}, noise {noise:g}", *noisy(i, n, centre, 1, noise), None) for i, (n, centre, noise) in enumerate((n, c, s) for n in (2, 3, 10, 57) for c, s in ((3, 0.5), (-2, 2), (1e3, 0.01)))]
    skewed = rng(SEED).lognormal(0, 2, 40)
    tied = rng(SEED).integers(1, 5, 30).astype(float)
    return [
        *shaped,
        ("lognormal", skewed, skewed * rng(SEED + 1).lognormal(0, 0.3, 40), None),
        ("ties", tied, rng(SEED + 1).integers(1, 5, 30).astype(float), None),
        ("reversed order", np.arange(1.0, 12), np.arange(11.0, 0, -1), None),
        ("perfect", np.array([1.0, 2, 4, 8]), np.array([1.0, 2, 4, 8]), None),
        ("biased by one", np.array([1.0, 2, 4, 8]), np.array([2.0, 3, 5, 9]), None),
        ("one outlier", np.array([1.0, 2, 3, 4, 1000]), np.array([1.1, 2.1, 2.9, 4.2, 5]), None),
        ("tiny numbers", np.array([1e-9, 2e-9, 5e-9]), np.array([2e-9, 2e-9, 4e-9]), None),
        ("opposite sign", np.array([-1.0, 2, -3, 4]), np.array([1.0, -2, 3, -4]), None),
        ("scikit-learn's own example", np.array([3, -0.5, 2, 7]), np.array([2.5, 0.0, 2, 8]), None),
    ]


def weighted() -> list[Data]:
    columns = [(f"weighted, n {n}", *noisy(100 + n, n, 5, 2, 1)) for n in (3, 8, 25, 60)]
    fractional = [(name, t, p, rng(SEED + len(t)).uniform(0.1, 3, len(t))) for name, t, p in columns]
    whole = [(f"{name}, whole and zero weights", t, p, np.arange(len(t)) % 3 * 1.0) for name, t, p in columns]
    return [*fractional, *whole]


def far_from_zero() -> list[Data]:
    """Offsets that leave a one-pass sum of squares without digits."""
    return [(f"offset {offset:g}, n {n}", *noisy(int(n), n, offset, 1, 0.3), None) for offset in (1e6, 1e9, -1e9) for n in (20, 700)]


def undefined(reasons: dict[str, str]) -> list[dict]:
    """The cases where we say undefined, for the reasons that a metric has."""
    known = {
        "one sample": ([1.5], [1.0]),
        "constant truth": ([2.1, 2.1, 2.1], [2.0, 2.1, 2.3]),
        "constant truth, exact": ([0.1] * 10, [0.1] * 10),
        "constant truth, constant bias": ([0.1] * 10, [0.3] * 10),
        "constant prediction": ([1.0, 2.0, 3.0], [0.7, 0.7, 0.7]),
        "a true value of 0": ([0.0, 1.0, 2.0], [0.1, 1.0, 2.0]),
        "a true value of 0, hit": ([0.0, 1.0], [0.0, 1.0]),
    }
    return [case(name, data_of(*(np.array(column) for column in known[name]), None), reason) for name, reason in reasons.items()]


def built(metric: str, reference: str, evaluate: Callable, data: Callable[[], list[Data]], extra: Callable[[], list[dict]] = list, packages: tuple[str, ...] = ("numpy", "scikit-learn")) -> tuple[str, dict]:
    cases = [case(name, data_of(t, p, w), float(evaluate(t, p, w))) for name, t, p, w in data()]
    return golden(metric, reference, list(packages), [*cases, *extra()])


def from_sklearn(name: str) -> Callable:
    return lambda t, p, w: getattr(metrics, name)(t, p, sample_weight=w)


def smape(t: np.ndarray, p: np.ndarray, w: np.ndarray | None) -> float:
    total = np.abs(t) + np.abs(p)
    return np.average(np.divide(2 * np.abs(p - t), total, out=np.zeros_like(total), where=total > 0), weights=w)


def pearson(t: np.ndarray, p: np.ndarray, w: np.ndarray | None) -> float:
    return stats.pearsonr(t, p).statistic if w is None else DescrStatsW(np.column_stack([t, p]), weights=w).corrcoef[0, 1]


def single_row() -> list[Data]:
    return [("one sample", np.array([1.5]), np.array([1.0]), None)]


def zeros() -> list[Data]:
    return [("true zeros", np.array([0.0, 0, 2]), np.array([0.0, 1, 2]), None), ("all zero", np.zeros(3), np.zeros(3), None), ("constant truth", np.full(4, 2.0), np.array([1.0, 2, 3, 4]), None)]


def everything() -> list[Data]:
    return [*unweighted(), *weighted(), *far_from_zero(), *single_row(), *zeros()]


def varied() -> list[Data]:
    return [*unweighted(), *weighted(), *far_from_zero()]


def quantile_cases() -> list[dict]:
    chosen = [d for d in unweighted() if len(d[1]) in (10, 40)] + weighted()[:3]
    return [case(f"{name}, quantile {q}", data_of(t, p, w), metrics.mean_pinball_loss(t, p, sample_weight=w, alpha=q), params={"quantile": q}) for name, t, p, w in chosen for q in (0.05, 0.9)]


LT_2 = {"one sample": "lt_2_samples"}
CONSTANT = {**LT_2, "constant truth": "constant_truth", "constant truth, exact": "constant_truth_no_error"}
DEGENERATE = {**LT_2, "constant truth": "degenerate", "constant prediction": "degenerate", "constant truth, exact": "degenerate"}


def plain(metric: str, function: str) -> Callable:
    return lambda: built(metric, f"scikit-learn {function}", from_sklearn(function), everything)


METRICS_BUILT: dict[str, Callable[[], tuple[str, dict]]] = {
    "mse": plain("mse", "mean_squared_error"),
    "rmse": plain("rmse", "root_mean_squared_error"),
    "mae": plain("mae", "mean_absolute_error"),
    "median_absolute_error": plain("median_absolute_error", "median_absolute_error"),
    "max_error": lambda: built("max_error", "scikit-learn max_error", lambda t, p, w: metrics.max_error(t, p), lambda: [d for d in everything() if d[3] is None]),
    "r2_score": lambda: built("r2_score", "scikit-learn r2_score", from_sklearn("r2_score"), varied, lambda: undefined({**CONSTANT, "constant truth, constant bias": "constant_truth"})),
    "explained_variance": lambda: built("explained_variance", "scikit-learn explained_variance_score", from_sklearn("explained_variance_score"), varied, lambda: undefined({**CONSTANT, "constant truth, constant bias": "constant_truth_no_error"})),
    "mean_absolute_percentage_error": lambda: built(
        "mean_absolute_percentage_error",
        "scikit-learn mean_absolute_percentage_error",
        from_sklearn("mean_absolute_percentage_error"),
        lambda: [*varied(), *single_row()],
        lambda: undefined({"a true value of 0": "zero_truth", "a true value of 0, hit": "zero_truth"}),
    ),
    "smape": lambda: built("smape", "numpy: mean of 2|p - t| / (|t| + |p|), 0 where both are 0", smape, everything, packages=("numpy",)),
    "mean_pinball_loss": lambda: built("mean_pinball_loss", "scikit-learn mean_pinball_loss", from_sklearn("mean_pinball_loss"), everything, quantile_cases),
    "pearson_r": lambda: built("pearson_r", "scipy pearsonr; weighted: statsmodels DescrStatsW.corrcoef", pearson, varied, lambda: undefined(DEGENERATE), packages=("numpy", "scipy", "statsmodels")),
    "spearman_r": lambda: built("spearman_r", "scipy spearmanr", lambda t, p, w: stats.spearmanr(t, p).statistic, lambda: [*unweighted(), *far_from_zero()], lambda: undefined(DEGENERATE), packages=("numpy", "scipy")),
}
