"""Golden values of the classification metrics, from scikit-learn; DeLong's variances straight from their definition."""

from __future__ import annotations

import numpy as np
from sklearn import metrics as sk

from ._common import SEED, golden
from ._judged import judged, without_none
from ._label_data import Labelled, label_sets
from ._score_data import Scored, score_sets

PACKAGES = ["scikit-learn", "numpy"]


def reference(function: str) -> str:
    return f"sklearn.metrics.{function}"


# ------------------------------------------------------------------ label metrics


def plain_cases(function, reason=lambda d: None) -> list[dict]:
    return [judged(d.name, d.json, lambda d=d: function(d.truth, d.predicted, sample_weight=d.weights), reason(d)) for d in label_sets()]


def averaged_cases(function, reason) -> list[dict]:
    """Binary wherever one positive class makes sense, and the averages over all classes everywhere."""
    cases = []
    for d in label_sets():
        averages = ["binary"] if d.positive_label in d.classes | {1} and len(d.classes) <= 2 and not isinstance(d.truth[0], str) or d.positive else []
        for average in [*averages, "macro", "micro", "weighted"]:
            value = lambda d=d, a=average: function(d.truth, d.predicted, average=a, sample_weight=d.weights, pos_label=d.positive_label if a == "binary" else 1)
            cases.append(judged(f"{average}: {d.name}", d.json, value, reason(d) if average == "binary" else None, params={"average": average}))
    return cases


def has(d: Labelled, labels: list) -> bool:
    return d.positive_label in labels


def no_predicted_positives(d: Labelled):
    return None if has(d, d.predicted) else "no_predicted_positives"


def no_true_positives(d: Labelled):
    return None if has(d, d.truth) else "no_true_positives_possible"


def no_positives(d: Labelled):
    return None if has(d, d.truth) or has(d, d.predicted) else "no_positives"


def either_constant(d: Labelled):
    return "degenerate" if len(set(d.truth)) == 1 or len(set(d.predicted)) == 1 else None


def all_one_class(d: Labelled):
    return "degenerate" if len(d.classes) == 1 else None


# ------------------------------------------------------------------ score metrics


def auc(d: Scored) -> float:
    """One-vs-rest over the classes the truth holds; scikit-learn refuses when one is missing, so the mean is taken here then."""
    if d.binary:
        return sk.roc_auc_score(d.is_positive, d.positive_scores, sample_weight=d.weights)
    values, truth = np.array(d.values), np.array(d.truth)
    present = [c for c in d.labels if c in d.truth]
    each = [sk.roc_auc_score(truth == c, values[:, d.labels.index(c)], sample_weight=d.weights) for c in present]
    if len(present) == len(d.labels) and np.allclose(values.sum(axis=1), 1):
        whole = sk.roc_auc_score(truth, values, multi_class="ovr", average="macro", sample_weight=d.weights, labels=d.labels)
        assert abs(whole - np.mean(each)) < 1e-12
    return float(np.mean(each))


def auc_cases() -> list[dict]:
    return [judged(d.name, d.json, lambda d=d: auc(d), "single_class" if len(set(d.truth)) == 1 else None) for d in score_sets()]


def average_precision_cases() -> list[dict]:
    def reason(d: Scored):
        if not d.binary:
            return "not_binary"
        return None if d.is_positive.any() else "no_true_positives_possible"

    def value(d: Scored):
        if not d.binary:
            raise ValueError("scikit-learn averages over one-hot labels here; Benchcast defines the metric for two classes")
        return sk.average_precision_score(d.is_positive, d.positive_scores, sample_weight=d.weights)

    return [judged(d.name, d.json, lambda d=d: value(d), reason(d)) for d in score_sets()]


def top_k_cases() -> list[dict]:
    """scikit-learn takes two classes as one column only, and any k above 1 is too many for them."""
    sets = [d for d in score_sets() if np.ndim(d.values) == 1 or not d.binary]
    return [top_k_case(d, k) for d in sets for k in (1, 2, 3) if not d.binary or k == 1 or d is sets[0]]


def top_k_case(d: Scored, k: int) -> dict:
    labels = [0, 1] if d.binary else list(range(len(d.labels)))
    truth = d.is_positive.astype(int) if d.binary else [d.labels.index(t) for t in d.truth]
    scores = d.positive_scores if d.binary else np.array(d.values)
    value = lambda: sk.top_k_accuracy_score(truth, scores, k=k, sample_weight=d.weights, labels=labels)
    return judged(f"k = {k}: {d.name}", d.json, value, "too_few_classes" if k >= len(labels) else None, params={"topK": k})


# ------------------------------------------------------------------ DeLong


def placements(positive: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Structural components V10 and V01 of DeLong et al. 1988, by comparing every pair."""
    x, y = scores[positive], scores[~positive]
    psi = (x[:, None] > y[None, :]) + 0.5 * (x[:, None] == y[None, :])
    return psi.mean(axis=1), psi.mean(axis=0)


def delong(name: str, positive: np.ndarray, a: np.ndarray, b: np.ndarray) -> dict:
    (v10a, v01a), (v10b, v01b) = placements(positive, a), placements(positive, b)
    covariance = np.cov(v10a, v10b) / len(v10a) + np.cov(v01a, v01b) / len(v01a)
    return {
        "name": name,
        "truth": positive.astype(int).tolist(),
        "a": a.tolist(),
        "b": b.tolist(),
        "variance_a": covariance[0, 0],
        "variance_b": covariance[1, 1],
        "covariance": covariance[0, 1],
    }


def delong_cases() -> list[dict]:
    rng = np.random.default_rng(SEED + 1)
    known = np.array([0, 0, 1, 1, 1, 0, 1, 0], dtype=bool)
    scores = np.array([0.1, 0.4, 0.35, 0.8, 0.9, 0.5, 0.6, 0.2])
    cases = [delong("known by hand: area 0.875, variance 1/48", known, scores, np.roll(scores, 3))]
    for n, digits in [(12, 1), (30, 2), (40, 1), (50, 6), (60, 3)]:
        positive = rng.permutation(np.arange(n) < rng.integers(3, n - 3))
        shared = positive + rng.normal(0, 1, n)
        cases.append(delong(f"{n} random rows, {digits} decimals", positive, np.round(shared + rng.normal(0, 1, n), digits), np.round(shared + rng.normal(0, 0.5, n), digits)))
    return cases


def build() -> dict[str, object]:
    auc_path, auc_file = golden("roc_auc", reference("roc_auc_score") + "(multi_class='ovr'); delong: the definition of DeLong et al. 1988", PACKAGES, auc_cases())
    files = [
        golden("accuracy", reference("accuracy_score"), PACKAGES, plain_cases(sk.accuracy_score)),
        golden("balanced_accuracy", reference("balanced_accuracy_score"), PACKAGES, plain_cases(sk.balanced_accuracy_score)),
        golden("matthews_corrcoef", reference("matthews_corrcoef"), PACKAGES, plain_cases(sk.matthews_corrcoef, either_constant)),
        golden("cohen_kappa", reference("cohen_kappa_score"), PACKAGES, plain_cases(sk.cohen_kappa_score, all_one_class)),
        golden("precision", reference("precision_score"), PACKAGES, averaged_cases(sk.precision_score, no_predicted_positives)),
        golden("recall", reference("recall_score"), PACKAGES, averaged_cases(sk.recall_score, no_true_positives)),
        golden("f1_score", reference("f1_score"), PACKAGES, averaged_cases(sk.f1_score, no_positives)),
        (auc_path, auc_file | {"delong": delong_cases()}),
        golden("average_precision", reference("average_precision_score"), PACKAGES, average_precision_cases()),
        golden("top_k_accuracy", reference("top_k_accuracy_score"), PACKAGES, top_k_cases()),
    ]
    return dict(files)
