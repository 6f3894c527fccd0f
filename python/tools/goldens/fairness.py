"""Golden values of the fairness metrics, from fairlearn.

Where fairlearn counts a missing rate as 0 (a group without positives), ours leaves that group out of that rate: the reference is then
fairlearn on the rows of the other groups. More than two classes, which fairlearn reads as class 1 against the rest: fairlearn on each class
against the rest, and the worst of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import fairlearn.metrics as fl
import numpy as np

from ._common import SEED, golden
from ._judged import judged, without_none

RATES = {"selection_rate": fl.selection_rate, "tpr": fl.true_positive_rate, "fpr": fl.false_positive_rate}
METRICS = {
    "demographic_parity": (["selection_rate"], "difference"),
    "demographic_parity_difference": (["selection_rate"], "difference"),
    "demographic_parity_ratio": (["selection_rate"], "ratio"),
    "equalized_odds": (["tpr", "fpr"], "difference"),
    "equalized_odds_difference": (["tpr", "fpr"], "difference"),
    "equalized_odds_ratio": (["tpr", "fpr"], "ratio"),
    "equal_opportunity": (["tpr"], "difference"),
    "equal_opportunity_difference": (["tpr"], "difference"),
    "equal_opportunity_ratio": (["tpr"], "ratio"),
}


@dataclass(frozen=True)
class Grouped:
    name: str
    truth: list
    predicted: list
    groups: list
    weights: list | None = None
    positive: object = None

    @property
    def json(self) -> dict:
        return without_none({"truth": self.truth, "predicted": self.predicted, "groups": self.groups, "weights": self.weights, "positive": self.positive})

    @property
    def targets(self) -> list:
        labels = sorted({*self.truth, *self.predicted})
        if self.positive is not None:
            return [self.positive]
        return [1] if len(labels) <= 2 else labels

    def against_rest(self, target) -> dict:
        one = lambda labels: np.array([label == target for label in labels]).astype(int)
        return {"y_true": one(self.truth), "y_pred": one(self.predicted), "groups": np.array(self.groups), "weights": None if self.weights is None else np.array(self.weights)}


def random_set(rng, name: str, n: int, classes: list, groups: str, weighted: bool = False) -> Grouped:
    truth = [classes[i] for i in rng.integers(0, len(classes), n)]
    predicted = [t if rng.random() > 0.35 else classes[rng.integers(0, len(classes))] for t in truth]
    weights = [round(w, 3) for w in rng.uniform(0.1, 3, n).tolist()] if weighted else None
    return Grouped(name, truth, predicted, [groups[i] for i in rng.integers(0, len(groups), n)], weights)


def sets() -> list[Grouped]:
    rng = np.random.default_rng(SEED)
    return [
        Grouped("two groups", [0, 1, 1, 0, 1, 0, 1, 0], [0, 1, 1, 1, 0, 0, 1, 0], list("aaaabbbb")),
        Grouped("equal groups", [0, 1, 0, 1], [1, 0, 1, 0], list("aabb")),
        Grouped("perfect predictions", [0, 1, 0, 1, 1], [0, 1, 0, 1, 1], list("aabbb")),
        Grouped("everything selected", [0, 1, 0, 1], [1, 1, 1, 1], list("aabb")),
        Grouped("nothing selected", [0, 1, 0, 1], [0, 0, 0, 0], list("aabb")),
        Grouped("one group never selected", [0, 1, 0, 1, 1], [0, 0, 1, 1, 0], list("aabbb")),
        Grouped("one group", [0, 1, 1, 0], [0, 1, 0, 1], list("aaaa")),
        Grouped("a group without positives", [0, 0, 1, 0, 1, 1, 0], [0, 1, 1, 0, 0, 1, 1], list("aabbccc")),
        Grouped("a group without negatives", [1, 1, 1, 0, 1, 0, 0], [0, 1, 1, 0, 0, 1, 0], list("aabbccc")),
        Grouped("only one group has positives", [0, 0, 1, 0, 1], [0, 1, 1, 0, 0], list("aabbb")),
        Grouped("only one group has negatives", [1, 1, 1, 0, 1], [0, 1, 1, 0, 0], list("aabbb")),
        Grouped("no positives at all", [0, 0, 0, 0], [0, 1, 1, 1], list("aabb"), positive=1),
        Grouped("a group of one row", [0, 1, 1, 0, 1, 0], [0, 1, 0, 1, 1, 0], list("aaaaab")),
        Grouped("strings", ["no", "yes", "yes", "no", "yes", "no"], ["yes", "yes", "no", "no", "yes", "no"], ["f", "f", "m", "m", "f", "m"], positive="yes"),
        Grouped("booleans", [True, False, True, False, True, False], [True, True, False, False, True, False], list("aabbab")),
        Grouped("labels 1 and 2, positive 2", [1, 2, 2, 1, 2, 1], [2, 2, 1, 1, 2, 1], list("aabbab"), positive=2),
        Grouped("weights", [0, 1, 1, 0, 1, 0], [1, 1, 1, 0, 0, 1], list("aababb"), weights=[1, 2, 3, 0.5, 1.5, 0.25]),
        Grouped("three classes", [0, 1, 2, 2, 1, 0, 0, 1, 2, 2], [0, 1, 2, 1, 1, 2, 1, 1, 2, 0], list("aaaaabbbbb")),
        Grouped("group names of other alphabets", [0, 1, 1, 0, 1, 0], [1, 1, 0, 0, 1, 0], ["ä", "日本", "ä", "日本", "ä", "日本"]),
        random_set(rng, "40 random rows, two groups", 40, [0, 1], "ab"),
        random_set(rng, "60 random rows, four groups", 60, [0, 1], "abcd"),
        random_set(rng, "50 random rows, three groups, weighted", 50, [0, 1], "abc", weighted=True),
        random_set(rng, "80 random rows, three groups, three classes", 80, ["x", "y", "z"], "abc"),
        random_set(rng, "80 random rows, two groups, four classes, weighted", 80, [0, 1, 2, 3], "ab", weighted=True),
    ]


def estimable(data: dict, rate: str) -> np.ndarray:
    """Rows of the groups that hold what the rate is taken over."""
    needed = {"selection_rate": None, "tpr": 1, "fpr": 0}[rate]
    keep = set(data["groups"]) if needed is None else set(data["groups"][data["y_true"] == needed])
    return np.isin(data["groups"], list(keep))


def compared(data: dict, rate: str, how: str, rows: np.ndarray) -> float:
    weights = None if data["weights"] is None else data["weights"][rows]
    frame = fl.MetricFrame(metrics=RATES[rate], y_true=data["y_true"][rows], y_pred=data["y_pred"][rows], sensitive_features=data["groups"][rows], sample_params={"sample_weight": weights})
    return float(getattr(frame, how)(method="between_groups"))


def estimable_groups(data: dict, rate: str) -> int:
    return len(set(data["groups"][estimable(data, rate)]))


def reason_for(d: Grouped, rates: list[str], how: str) -> str | None:
    data = [d.against_rest(target) for target in d.targets]
    reasons = [reason_of_class(one, rates, how) for one in data]
    return reasons[0] if all(reasons) else None


def reason_of_class(data: dict, rates: list[str], how: str) -> str | None:
    counts = [estimable_groups(data, rate) for rate in rates]
    if min(counts) < 2:
        return "single_group" if len(set(data["groups"])) == 1 and min(counts) == 1 else "no_estimable_groups"
    undefined = [math.isnan(compared(data, rate, how, estimable(data, rate))) for rate in rates]
    return "zero_selection" if all(undefined) else None


def safe_value(d: Grouped, rates: list[str], how: str) -> float:
    """fairlearn on the estimable groups of each rate; a ratio of 0/0 (a rate that is 0 everywhere) is no disparity."""
    data = [one for one in map(d.against_rest, d.targets) if reason_of_class(one, rates, how) is None]
    values = [compared(one, rate, how, estimable(one, rate)) for one in data for rate in rates]
    return (max if how == "difference" else min)(v for v in values if not math.isnan(v))


def fairlearn_value(d: Grouped, metric: str, how: str) -> float:
    """fairlearn as it is, for one positive class."""
    name = metric if metric.endswith(how) else f"{metric}_{how}"
    data = d.against_rest(d.targets[0])
    return float(getattr(fl, name)(data["y_true"], data["y_pred"], sensitive_features=data["groups"], sample_weight=data["weights"]))


def metric_case(d: Grouped, metric: str) -> dict:
    rates, how = METRICS[metric]
    reason = reason_for(d, rates, how)
    if reason is not None:
        return judged(d.name, d.json, lambda: fairlearn_value(d, metric, how), reason)
    value = safe_value(d, rates, how)
    if len(d.targets) == 1 and all(estimable(d.against_rest(d.targets[0]), rate).all() for rate in rates):
        whole = fairlearn_value(d, metric, how)
        assert math.isnan(whole) or abs(whole - value) < 1e-12, (metric, d.name, whole, value)
    return judged(d.name, d.json, lambda: value)


def build() -> dict[str, object]:
    return dict(golden(metric, f"fairlearn.metrics.{metric if metric.endswith(how) else f'{metric}_{how}'}", ["fairlearn", "numpy"], [metric_case(d, metric) for d in sets()]) for metric, (_, how) in METRICS.items())
