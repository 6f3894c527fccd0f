"""Golden values of packages/core/src/predict: how good predictions were, and which device is probably the best."""

from __future__ import annotations

import warnings

import numpy as np
from scipy import integrate, stats
from sklearn import metrics

from ._common import SEED, versions


def build() -> dict[str, object]:
    """Path below the repository root -> {reference, made_with, cases: [{..., expected}]}."""
    made_with = versions("numpy", "scipy", "scikit-learn")
    return {
        "packages/core/testdata/predict/prediction-errors.json": {"reference": "sklearn.metrics, numpy, scipy.stats.ttest_ind(equal_var=False)", "made_with": made_with, "cases": error_cases()},
        "packages/core/testdata/predict/probability-best.json": {"reference": "scipy.integrate.quad of density times distribution functions", "made_with": made_with, "cases": best_cases()},
    }


def error_cases() -> list[dict[str, object]]:
    rng = np.random.default_rng(SEED)
    return [error_case(rng, n, bias) for n in (1, 2, 3, 10, 40, 200) for bias in (0.0, 0.2, -0.5, 1.5)]


def error_case(rng: np.random.Generator, n: int, bias: float) -> dict[str, object]:
    actual = np.round(rng.lognormal(3, 1, n), 3)
    predicted = np.round(actual * rng.lognormal(bias, 0.3, n), 3)
    errors = np.abs(predicted - actual)
    drift = np.log(actual / predicted)
    half = n // 2
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        p_value = float(stats.ttest_ind(drift[:half], drift[half:], equal_var=False).pvalue) if n >= 20 else None
        r_squared = float(metrics.r2_score(actual, predicted)) if n > 1 else None
    return {
        "predicted": predicted.tolist(),
        "actual": actual.tolist(),
        "expected": {
            "count": n,
            "mean_absolute_error": float(metrics.mean_absolute_error(actual, predicted)),
            "mean_relative_error": float(metrics.mean_absolute_percentage_error(actual, predicted)),
            "std_absolute_error": float(np.std(errors, ddof=1)) if n > 1 else 0,
            "min_absolute_error": float(errors.min()),
            "max_absolute_error": float(metrics.max_error(actual, predicted)),
            "mean_predicted": float(predicted.mean()),
            "mean_actual": float(actual.mean()),
            "bias": float(np.mean(predicted - actual)),
            "r_squared": r_squared,
        },
        "drift_p_value": p_value,
    }


def best_cases() -> list[dict[str, object]]:
    rng = np.random.default_rng(SEED)
    sizes = [2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 8, 8, 2, 3, 4, 5, 6, 8]
    return [best_case(np.round(rng.normal(0, 1, n), 3), np.round(rng.uniform(0.2, 2, n), 3)) for n in sizes]


def best_case(means: np.ndarray, spreads: np.ndarray) -> dict[str, object]:
    def integrand(x: float, i: int) -> float:
        others = [j for j in range(len(means)) if j != i]
        return float(stats.norm.pdf(x, means[i], spreads[i]) * np.prod(stats.norm.cdf(x, means[others], spreads[others])))

    expected = [integrate.quad(integrand, means[i] - 10 * spreads[i], means[i] + 10 * spreads[i], args=(i,), epsabs=1e-12, limit=200)[0] for i in range(len(means))]
    return {"scores": [{"mean": m, "spread": s} for m, s in zip(means.tolist(), spreads.tolist())], "expected": expected}
