"""Golden values of the retrieval metrics: nDCG from scikit-learn where it applies, the rest from the definitions with numpy."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
from sklearn.metrics import ndcg_score

from goldens._common import SEED, case, golden

Queries = list[tuple[list, list]]  # relevant, ranked
K = 10


def build() -> dict[str, object]:
    definition = "definition, numpy"
    recalls = [golden(f"recall_at_{k}", definition, ["numpy"], cases(recall_at(k))) for k in (1, 5, 10)]
    return dict(
        [
            *recalls,
            golden("mean_reciprocal_rank", definition, ["numpy"], cases(reciprocal_rank)),
            golden("ndcg_at_10", "sklearn.metrics.ndcg_score(k=10) on binary relevance; the definition where fewer than 10 items are ranked", ["numpy", "scikit-learn"], cases(ndcg)),
        ]
    )


def all_cases() -> dict[str, Queries]:
    rng = random.Random(SEED)
    ids = list(range(40))
    fixed = {
        "first": [([1], ids)],
        "second": [([1], [0, *ids[1:]])],
        "not retrieved": [([99], ids)],
        "nothing ranked": [([1, 2], []), ([1], [1])],
        "short list": [([1, 2, 3], [2, 7, 1])],
        "strings": [(["b", "c"], ["a", "b", "x", "c"])],
        "true and false": [([True], [False, True])],
        "more relevant than k": [(ids[:15], ids)],
        "all relevant": [(ids[:4], ids[:4])],
        "repeats in the ranking": [([3, 5], [1, 1, 3, 3, 2, 5, 5])],
        "repeats among the relevant": [([3, 3, 5], [5, 4, 3])],
        "a query without relevant items": [([], ids), ([2], [1, 2])],
        "only queries without relevant items": [([], ids), ([], [])],
        "at rank 10": [([9], ids)],
        "at rank 11": [([10], ids)],
    }
    drawn = {}
    for n in (1, 2, 5, 20, 50):
        for pool in (12, 40):
            queries = [(rng.sample(ids[:pool], rng.randint(1, 6)), rng.sample(ids[:pool], rng.randint(10, pool))) for _ in range(n)]
            drawn[f"random: {n} queries over {pool} items"] = queries
    return fixed | drawn


def cases(reference: Callable[[list, list], float]) -> list[dict]:
    return [case(name, {"relevant": [r for r, _ in queries], "ranked": [k for _, k in queries]}, mean(reference, queries)) for name, queries in all_cases().items()]


def mean(reference: Callable[[list, list], float], queries: Queries) -> float | str:
    scores = [reference(sorted(set(relevant)), list(dict.fromkeys(ranked))) for relevant, ranked in queries if relevant]
    return float(np.mean(scores)) if scores else "no_relevant_items"


def recall_at(k: int) -> Callable[[list, list], float]:
    return lambda relevant, ranked: len(set(relevant) & set(ranked[:k])) / len(relevant)


def reciprocal_rank(relevant: list, ranked: list) -> float:
    hits = np.flatnonzero(np.isin(np.array(ranked), relevant)) if ranked else []
    return 1 / (hits[0] + 1) if len(hits) else 0.0


def ndcg(relevant: list, ranked: list) -> float:
    gains = [float(item in relevant) for item in ranked]
    if len(ranked) < K:
        return discounted(np.array(gains)) / discounted(np.ones(min(K, len(relevant))))
    missing = [1.0] * len(set(relevant) - set(ranked))
    truth = np.array([gains + missing])
    return ndcg_score(truth, -np.arange(truth.shape[1], dtype=float)[None], k=K)


def discounted(gains: np.ndarray) -> float:
    return float((gains / np.log2(np.arange(len(gains)) + 2)).sum())
