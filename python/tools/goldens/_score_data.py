"""Scores and class probabilities shared by the golden files of ranking and calibration metrics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ._common import SEED
from ._judged import without_none


@dataclass(frozen=True)
class Scored:
    name: str
    truth: list
    values: list
    """One score of the positive class per row, or one row of class scores."""
    classes: list | None = None
    weights: list | None = None
    positive: object = None

    @property
    def json(self) -> dict:
        return without_none({"truth": self.truth, "values": self.values, "classes": self.classes, "weights": self.weights, "positive": self.positive})

    @property
    def labels(self) -> list:
        return self.classes or sorted(set(self.truth))

    @property
    def binary(self) -> bool:
        return np.ndim(self.values) == 1 or len(self.values[0]) == 2

    @property
    def positive_label(self):
        return 1 if self.positive is None else self.positive

    @property
    def is_positive(self) -> np.ndarray:
        return np.array([t == self.positive_label for t in self.truth])

    @property
    def positive_scores(self) -> np.ndarray:
        values = np.array(self.values, dtype=float)
        return values if values.ndim == 1 else values[:, self.labels.index(self.positive_label)]

    @property
    def probabilities(self) -> bool:
        values = np.array(self.values)
        return bool(((values >= 0) & (values <= 1)).all())


def binary_set(rng, n: int, digits: int, name: str, weighted: bool = False) -> Scored:
    truth = rng.permutation(np.arange(n) % 3 == 0).astype(int)
    scores = np.clip(np.round(0.3 + 0.3 * truth + rng.normal(0, 0.2, n), digits), 0, 1)
    return Scored(name, truth.tolist(), scores.tolist(), weights=weights_of(rng, n) if weighted else None)


def multi_set(rng, n: int, classes: list, name: str, digits: int = 17, weighted: bool = False, truth: list | None = None) -> Scored:
    truth = truth or [classes[i] for i in rng.permutation(np.arange(n) % len(classes))]
    logits = rng.normal(0, 1, (n, len(classes))) + np.array([[2.0 * (t == c) for c in classes] for t in truth])
    rows = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return Scored(name, truth, np.round(rows, digits).tolist(), classes=classes, weights=weights_of(rng, n) if weighted else None)


def weights_of(rng, n: int) -> list:
    return [round(w, 3) for w in rng.uniform(0, 3, n).tolist()]


def random_sets() -> list[Scored]:
    rng = np.random.default_rng(SEED)
    return [
        binary_set(rng, 30, 17, "30 random rows, two classes"),
        binary_set(rng, 40, 1, "40 random rows, many ties"),
        binary_set(rng, 50, 2, "50 random rows, some ties"),
        binary_set(rng, 30, 2, "30 random rows, weighted", weighted=True),
        multi_set(rng, 30, [0, 1, 2], "30 random rows, three classes"),
        multi_set(rng, 40, ["a", "b", "c", "d"], "40 random rows, four classes, weighted", weighted=True),
        multi_set(rng, 30, [0, 1, 2, 3, 4], "30 random rows, five classes"),
        multi_set(rng, 20, ["x", "y", "z"], "20 random rows, a class absent from the truth", truth=["x", "z"] * 10),
    ]


PAPER_ROWS = [[0.6, 0.3, 0.1], [0.2, 0.5, 0.3], [0.1, 0.2, 0.7], [0.3, 0.4, 0.3], [0.1, 0.7, 0.2], [0.5, 0.2, 0.3]]
EIGHT = [0.1, 0.4, 0.35, 0.8, 0.9, 0.5, 0.6, 0.2]

HAND_MADE = [
    Scored("eight rows", [0, 0, 1, 1, 1, 0, 1, 0], EIGHT),
    Scored("eight rows, the other class positive", [0, 0, 1, 1, 1, 0, 1, 0], EIGHT, positive=0),
    Scored("perfect order", [0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9]),
    Scored("reversed order", [1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9]),
    Scored("all scores equal", [0, 1, 1, 0, 1], [0.5, 0.5, 0.5, 0.5, 0.5]),
    Scored("ties across the classes", [0, 1, 0, 1, 1, 0], [0.3, 0.3, 0.7, 0.7, 0.9, 0.9]),
    Scored("certain and right", [0, 1, 1], [0.0, 1.0, 1.0]),
    Scored("certain and wrong", [0, 1, 1], [0.0, 0.0, 1.0]),
    Scored("certain, wrong and tied", [1, 0, 1, 0], [0.0, 1.0, 1.0, 0.0]),
    Scored("tiny and almost sure probabilities", [1, 0, 1, 0], [1e-300, 1 - 1e-16, 5e-324, 1e-17]),
    Scored("strings", ["no", "yes", "yes", "no"], [0.2, 0.9, 0.4, 0.6], classes=["no", "yes"], positive="yes"),
    Scored("booleans", [True, False, True, False], [0.7, 0.2, 0.1, 0.4]),
    Scored("weights", [0, 1, 1, 0, 1], [0.2, 0.9, 0.4, 0.6, 0.6], weights=[1, 2, 3, 0.5, 0.25]),
    Scored("a weight of 0", [0, 1, 1, 0, 1], [0.2, 0.9, 0.4, 0.6, 0.6], weights=[1, 0, 1, 1, 1]),
    Scored("scores beyond 0 and 1", [0, 1, 1, 0, 1], [-3.5, 2.0, 0.25, 0.5, 1e9]),
    Scored("two rows", [0, 1], [0.4, 0.6]),
    Scored("one true class, positive", [1, 1, 1], [0.2, 0.5, 0.9], classes=[0, 1]),
    Scored("one true class, negative", [0, 0, 0], [0.2, 0.5, 0.9], classes=[0, 1]),
    Scored("two columns", [0, 1, 1, 0], [[0.9, 0.1], [0.2, 0.8], [0.6, 0.4], [0.5, 0.5]]),
    Scored("three classes", [0, 1, 2, 2, 1, 0], PAPER_ROWS),
    Scored("three classes, weights", [0, 1, 2, 2, 1, 0], PAPER_ROWS, weights=[1, 2, 0.5, 3, 1, 0.25]),
    Scored("three classes, tied rows", ["a", "b", "c", "a"], [[0.4, 0.4, 0.2], [0.4, 0.4, 0.2], [0.25, 0.5, 0.25], [0.25, 0.5, 0.25]]),
    Scored("three classes, certain", [0, 1, 2], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 1.0, 0.0]]),
]


def score_sets() -> list[Scored]:
    return HAND_MADE + random_sets()
