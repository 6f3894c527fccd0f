"""Golden values of the calibration metrics: scikit-learn, and torchmetrics' calibration error from its definition in NumPy.

torchmetrics itself is not needed. Its `calibration_error` puts confidences into bins by
`bucketize(confidence, linspace(0, 1, bins + 1), right=True) - 1`, so bins are closed below and a confidence of 1 has a bin of its own
(index `bins`). Two classes: confidence = P(positive), accuracy = the row is positive. More: the largest probability, and whether its class is right.
l1 = sum of |accuracy - confidence| * share of rows, max = the largest of them. Weights are ours: a weight of k is k copies of the row.
"""

from __future__ import annotations

import numpy as np
from sklearn import metrics as sk

from ._common import SEED, golden
from ._judged import judged
from ._score_data import Scored, score_sets


def extra_sets() -> list[Scored]:
    """Confidences on and next to bin edges, and rows that do not sum to one."""
    rng = np.random.default_rng(SEED + 2)
    edges = (np.arange(16) / 15).tolist()
    near = np.clip(np.nextafter(edges, rng.choice([-1.0, 2.0], 16)), 0, 1).tolist()
    alternate = [i % 2 for i in range(16)]
    return [
        Scored("probabilities on the edges of 15 bins", alternate, edges),
        Scored("probabilities next to the edges of 15 bins", alternate, near),
        Scored("hundredths", [i % 3 % 2 for i in range(101)], (np.arange(101) / 100).tolist()),
        Scored("rows that do not sum to one", [0, 1, 2], [[0.5, 0.2, 0.1], [0.3, 0.9, 0.3], [0.2, 0.2, 0.2]]),
    ]


def sets() -> list[Scored]:
    return score_sets() + extra_sets()


def not_probabilities(d: Scored):
    return None if d.probabilities else "scores_not_probabilities"


def log_loss(d: Scored) -> float:
    if d.binary and np.ndim(d.values) == 1:
        return sk.log_loss(d.is_positive.astype(int), d.positive_scores, sample_weight=d.weights, labels=[0, 1])
    return sk.log_loss(d.truth, np.array(d.values), sample_weight=d.weights, labels=d.labels)


def brier(d: Scored) -> float:
    if d.binary and np.ndim(d.values) == 1:
        return sk.brier_score_loss(d.is_positive.astype(int), d.positive_scores, sample_weight=d.weights, pos_label=1)
    return sk.brier_score_loss(d.truth, np.array(d.values), sample_weight=d.weights, labels=d.labels)


def confidence_and_outcome(d: Scored) -> tuple[np.ndarray, np.ndarray]:
    if d.binary:
        return d.positive_scores, d.is_positive.astype(float)
    values = np.array(d.values)
    return values.max(axis=1), (values.argmax(axis=1) == [d.labels.index(t) for t in d.truth]).astype(float)


def gaps_and_shares(d: Scored, bins: int) -> tuple[np.ndarray, np.ndarray]:
    if not d.probabilities:
        raise ValueError("not probabilities")
    confidence, outcome = confidence_and_outcome(d)
    weights = np.ones(len(confidence)) if d.weights is None else np.array(d.weights, dtype=float)
    index = np.searchsorted(np.arange(bins + 1) / bins, confidence, side="right") - 1
    total = np.bincount(index, weights, bins + 1)
    filled = total > 0
    mean = lambda x: np.bincount(index, weights * x, bins + 1)[filled] / total[filled]
    return np.abs(mean(outcome) - mean(confidence)), total[filled] / total.sum()


def expected_error(d: Scored, bins: int) -> float:
    gaps, shares = gaps_and_shares(d, bins)
    return float((gaps * shares).sum())


def maximum_error(d: Scored, bins: int) -> float:
    return float(gaps_and_shares(d, bins)[0].max())


def loss_cases(function) -> list[dict]:
    return [judged(d.name, d.json, lambda d=d: function(d), not_probabilities(d)) for d in sets()]


def error_cases(function) -> list[dict]:
    cases = [judged(d.name, d.json, lambda d=d: function(d, 15), not_probabilities(d)) for d in sets()]
    return cases + [judged(f"{bins} bins: {d.name}", d.json, lambda d=d, b=bins: function(d, b), params={"bins": bins}) for d in extra_sets() for bins in (1, 10, 100)]


def build() -> dict[str, object]:
    torchmetrics = "the definition of torchmetrics' calibration_error in NumPy, "
    files = [
        golden("log_loss", "sklearn.metrics.log_loss", ["scikit-learn", "numpy"], loss_cases(log_loss)),
        golden("brier_score", "sklearn.metrics.brier_score_loss(scale_by_half='auto')", ["scikit-learn", "numpy"], loss_cases(brier)),
        golden("expected_calibration_error", torchmetrics + "norm='l1'", ["numpy"], error_cases(expected_error)),
        golden("maximum_calibration_error", torchmetrics + "norm='max'", ["numpy"], error_cases(maximum_error)),
    ]
    return dict(files)
