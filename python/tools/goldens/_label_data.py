"""Labelled data sets shared by the golden files of label metrics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ._common import SEED
from ._judged import without_none


@dataclass(frozen=True)
class Labelled:
    name: str
    truth: list
    predicted: list
    weights: list | None = None
    positive: object = None

    @property
    def json(self) -> dict:
        return without_none({"truth": self.truth, "predicted": self.predicted, "weights": self.weights, "positive": self.positive})

    @property
    def classes(self) -> set:
        return {*self.truth, *self.predicted}

    @property
    def positive_label(self):
        return 1 if self.positive is None else self.positive


def noisy_labels(rng, n: int, classes: list, error: float, skew: bool = False):
    shares = np.arange(1, len(classes) + 1) ** (2 if skew else 0)
    truth = rng.choice(len(classes), n, p=shares / shares.sum())
    predicted = np.where(rng.random(n) < error, rng.integers(0, len(classes), n), truth)
    return [classes[i] for i in truth], [classes[i] for i in predicted]


def random_sets() -> list[Labelled]:
    rng = np.random.default_rng(SEED)
    weights = lambda n: [round(w, 3) for w in rng.uniform(0, 3, n).tolist()]
    return [
        Labelled("40 random rows, two classes", *noisy_labels(rng, 40, [0, 1], 0.4)),
        Labelled("60 random rows, two classes, skewed", *noisy_labels(rng, 60, [0, 1], 0.3, skew=True)),
        Labelled("30 random rows, two classes, weighted", *noisy_labels(rng, 30, [0, 1], 0.4), weights(30)),
        Labelled("40 random rows, four classes", *noisy_labels(rng, 40, [0, 1, 2, 3], 0.5)),
        Labelled("50 random rows, five classes, skewed", *noisy_labels(rng, 50, ["a", "b", "c", "d", "e"], 0.5, skew=True)),
        Labelled("40 random rows, three classes, weighted", *noisy_labels(rng, 40, ["lynx", "cat", "dog"], 0.4), weights(40)),
        Labelled("50 random rows, independent of the truth", *noisy_labels(rng, 50, [0, 1, 2], 1.0)),
        Labelled("60 random rows, ten classes", *noisy_labels(rng, 60, list(range(10)), 0.6)),
    ]


HAND_MADE = [
    Labelled("two classes", [0, 1, 1, 0, 1, 0], [0, 1, 0, 0, 1, 1]),
    Labelled("all right", [0, 1, 1, 0], [0, 1, 1, 0]),
    Labelled("all wrong", [0, 1, 1, 0], [1, 0, 0, 1]),
    Labelled("strings", ["spam", "ham", "spam", "ham", "ham"], ["spam", "spam", "ham", "ham", "ham"], positive="spam"),
    Labelled("booleans", [True, False, True, True, False], [True, True, False, True, False]),
    Labelled("labels 1 and 2, positive 2", [1, 2, 2, 1, 2], [1, 2, 1, 2, 2], positive=2),
    Labelled("labels -1 and 1", [-1, 1, -1, 1], [-1, 1, 1, 1]),
    Labelled("weights", [0, 1, 1, 0, 1], [0, 1, 0, 1, 1], weights=[1, 2, 3, 0.5, 0.25]),
    Labelled("a weight of 0", [0, 1, 1, 0, 1], [0, 1, 0, 1, 1], weights=[1, 1, 0, 1, 1]),
    Labelled("three classes", [0, 1, 2, 2, 1, 0], [0, 1, 2, 1, 1, 0]),
    Labelled("a class only predicted", [0, 0, 1], [0, 2, 1]),
    Labelled("a class never predicted", ["a", "b", "c", "c"], ["a", "b", "b", "a"]),
    Labelled("three classes, weights", [0, 1, 2, 2, 1, 0], [0, 2, 2, 1, 1, 0], weights=[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]),
    Labelled("one row, right", [1], [1]),
    Labelled("one row, wrong", [0], [1]),
    Labelled("none predicted positive", [0, 1, 0, 1], [0, 0, 0, 0]),
    Labelled("all predicted positive", [0, 1, 0, 1], [1, 1, 1, 1]),
    Labelled("no true positive class", [0, 0, 0], [0, 1, 0]),
    Labelled("positive class absent", [0, 0, 0], [0, 0, 0], positive=1),
    Labelled("one class everywhere", [1, 1, 1], [1, 1, 1]),
    Labelled("one true class of three", ["x", "x", "x"], ["x", "y", "z"]),
    Labelled("one predicted class of three", ["x", "y", "z"], ["y", "y", "y"]),
]


def label_sets() -> list[Labelled]:
    return HAND_MADE + random_sets()
