"""Golden values of packages/core/src/stats: arguments and what scipy, statsmodels or numpy answer."""

from __future__ import annotations

import warnings
from fractions import Fraction
from typing import Callable

import numpy as np
from scipy import special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from ._common import SEED, versions

LEVELS = (0.8, 0.9, 0.95, 0.99, 0.999)
COUNTS = [(0, 1), (1, 1), (0, 10), (1, 10), (5, 10), (10, 10), (3, 7), (50, 100), (99, 100), (370, 1000), (1234, 100_000), (999_999, 1_000_000)]
rng = np.random.default_rng


def build() -> dict[str, object]:
    """Path below the repository root -> {function, reference, made_with, tolerance (relative), cases: [{args, expected}]}."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return dict(golden(name, *entry) for name, entry in FUNCTIONS.items())


def golden(name: str, reference: str, tolerance: float, evaluate: Callable | None, arguments: Callable[[], list[tuple]]) -> tuple[str, dict]:
    """Without `evaluate`, `arguments` gives pairs of arguments and expected value."""
    pairs = arguments() if evaluate is None else [(args, evaluate(*args)) for args in arguments()]
    cases = [{"args": plain(args), "expected": plain(expected)} for args, expected in pairs]
    assert len(cases) >= 20, f"{name}: {len(cases)} cases"
    return f"packages/core/testdata/stats/{name}.json", {
        "function": name,
        "reference": reference,
        "made_with": versions("numpy", "scipy", "statsmodels"),
        "tolerance": tolerance,
        "cases": cases,
    }


def plain(value: object) -> object:
    """numpy values as JSON has them."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value.item() if isinstance(value, np.generic) else value


def bounds(pair: tuple[float, float]) -> dict:
    return {"lower": float(pair[0]), "upper": float(pair[1])}


def grid(*axes) -> list[tuple]:
    return [tuple(v.item() if isinstance(v, np.generic) else v for v in point) for point in np.array(np.meshgrid(*axes, indexing="ij"), dtype=float).reshape(len(axes), -1).T]


def samples(sizes: list[int], make: Callable) -> list[np.ndarray]:
    return [make(rng(SEED + i), n) for i, n in enumerate(sizes)]


def differences() -> list[np.ndarray]:
    """Paired differences: smooth, tied, with zeros, shifted, small, large, all of one sign."""
    smooth = samples([2, 3, 5, 8, 13, 14, 20, 49, 50, 51, 80, 300], lambda r, n: r.normal(0.2, 1, n))
    tied = samples([4, 9, 12, 13, 14, 30, 60], lambda r, n: r.integers(-3, 5, n).astype(float))
    return [*smooth, *tied, np.array([1.0, 1, 1, 1, 1]), np.array([0.0, 0, 1, -2]), np.array([-0.5]), np.arange(1.0, 21), np.array([1e-9, 2e-9, -1.5e-9, 4e-9])]


def p_value_lists() -> list[tuple]:
    lists = samples([1, 2, 3, 4, 5, 8, 10, 20, 45, 100, 190], lambda r, n: r.uniform(0, 1, n) ** 3)
    edges = [[0.05], [0.0, 1.0], [1.0, 1.0, 1.0], [0.0, 0.0], [0.01, 0.04, 0.03], [0.02, 0.02, 0.02, 0.9], [0.5, 0.4, 0.3, 0.2, 0.1], [1e-300, 0.5], [0.049, 0.051, 0.05]]
    return [(np.asarray(v, dtype=float),) for v in [*lists, *edges]]


def wilcoxon(d: np.ndarray) -> dict:
    result = stats.wilcoxon(d, zero_method="wilcox", method="auto")
    return {"statistic": result.statistic, "pValue": result.pvalue}


def paired_t(d: np.ndarray) -> dict:
    result = stats.ttest_1samp(d, 0)
    return {"statistic": result.statistic, "pValue": result.pvalue, "df": len(d) - 1}


def exact_randomisation(d: np.ndarray) -> dict:
    result = stats.permutation_test((d,), np.mean, permutation_type="samples", n_resamples=np.inf)
    return {"pValue": result.pvalue, "test": "exact_randomisation"}


def friedman_case(scores: np.ndarray) -> dict:
    ranks = np.apply_along_axis(stats.rankdata, 0, -scores)
    result = stats.friedmanchisquare(*scores)
    return {"statistic": result.statistic, "pValue": result.pvalue, "averageRanks": ranks.mean(axis=1)}


def score_tables() -> list[tuple]:
    shapes = [(3, 2), (3, 5), (4, 6), (5, 30), (10, 12), (20, 8), (6, 100), (3, 1000), (7, 3), (12, 4)]
    smooth = [rng(SEED + i).normal(np.arange(k)[:, None] * 0.2, 1, (k, n)) for i, (k, n) in enumerate(shapes)]
    tied = [rng(SEED + 50 + i).integers(0, 4, (k, n)).astype(float) for i, (k, n) in enumerate(shapes)]
    return [(table,) for table in [*smooth, *tied]]


def mcnemar_case(b: int, c: int) -> dict:
    exact = b + c < 25
    result = mcnemar([[0, b], [c, 0]], exact=exact, correction=True)
    return {"pValue": result.pvalue, "test": "mcnemar_exact" if exact else "mcnemar_continuity"}


def bca_cases() -> list[tuple]:
    """Samples of several shapes under several statistics; scipy's replicates, jackknife values and interval."""
    cases = []
    for i, (n, statistic, level) in enumerate((n, s, level) for n in (8, 20, 60) for s in (np.mean, np.std, np.median, np.var) for level in (0.9, 0.95)):
        x = rng(SEED + i).gamma(2, 1, n)
        result = stats.bootstrap((x,), statistic, n_resamples=99, confidence_level=level, method="BCa", rng=rng(SEED + i))
        interval = result.confidence_interval
        jackknife = np.array([statistic(np.delete(x, j)) for j in range(n)])
        given = {"estimate": statistic(x), "replicates": result.bootstrap_distribution, "jackknife": jackknife, "level": level}
        if np.isfinite(interval.low) and np.isfinite(interval.high):
            cases.append(((given,), {**bounds(interval), "method": "bootstrap_bca"}))
    return [*cases, *degenerate_bca()]


def degenerate_bca() -> list[tuple]:
    """Where BCa is not finite: numpy's type 7 percentiles."""
    values = rng(SEED).normal(0, 1, 50)
    shifted = {"estimate": 99.0, "replicates": values, "jackknife": values[:9], "level": 0.9}
    constant = {"estimate": 2.0, "replicates": np.full(50, 2.0), "jackknife": np.full(9, 2.0), "level": 0.9}
    return [((given,), {**bounds(np.quantile(given["replicates"], [0.05, 0.95])), "method": "bootstrap_percentile"}) for given in (shifted, constant)]


def order_statistics(x: np.ndarray, q: float, level: float) -> dict:
    interval = stats.quantile_test(x, q=0, p=q).confidence_interval(level)
    return bounds((interval.low, interval.high))


def order_statistic_arguments() -> list[tuple]:
    wanted = [(n, q, level) for n in (20, 60, 300, 1500) for q in (0.25, 0.5, 0.9, 0.99) for level in (0.9, 0.95)]
    arguments = [(np.sort(rng(SEED + n).gamma(2, 1, n)), q, level) for n, q, level in wanted]
    return [a for a in arguments if all(np.isfinite(v) for v in order_statistics(*a).values())]


def xoshiro(seed: int) -> list[float]:
    """First draws of xoshiro128** 1.1 as Blackman and Vigna publish it, seeded by splitmix32: bits, integer(1000) and next()."""
    mask = 0xFFFFFFFF
    at, state = seed & mask, []
    for _ in range(4):
        at = (at + 0x9E3779B9) & mask
        z = ((at ^ (at >> 16)) * 0x21F0AAAD) & mask
        z = ((z ^ (z >> 15)) * 0x735A2D97) & mask
        state.append(z ^ (z >> 15))

    def rotate(x: int, k: int) -> int:
        return ((x << k) | (x >> (32 - k))) & mask

    def bits() -> int:
        result = (rotate((state[1] * 5) & mask, 7) * 9) & mask
        t = (state[1] << 9) & mask
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= t
        state[3] = rotate(state[3], 11)
        return result

    drawn = [bits() for _ in range(5)]
    return [*drawn, *[(bits() * 1000) >> 32 for _ in range(5)], *[((bits() >> 5) * 2**26 + (bits() >> 6)) / 2**53 for _ in range(5)]]


def exact_moments(x: np.ndarray) -> tuple[Fraction, Fraction]:
    values = [Fraction(float(v)) for v in x]
    centre = sum(values) / len(values)
    return centre, sum((v - centre) ** 2 for v in values)


def moment_samples() -> list[np.ndarray]:
    return [offset + x for offset in (0.0, 1.0, 1e6, 1e9) for x in samples([2, 3, 10, 100, 1000], lambda r, n: r.normal(0, 3, n))]


def spearman_bounds(r: float, n: int, level: float, kind: str) -> dict:
    if n < 4:
        return {"lower": -1.0, "upper": 1.0}
    margin = stats.norm.ppf((1 + level) / 2) * np.sqrt((1 + r * r / 2) / (n - 3))
    return bounds((np.tanh(np.arctanh(r) - margin), np.tanh(np.arctanh(r) + margin)))


def fisher_case(r: float, n: int, level: float, kind: str) -> dict:
    if kind == "spearman" or n < 4:
        return spearman_bounds(r, n, level, kind)
    return bounds(stats.pearsonr(*correlated(r, n)).confidence_interval(level))


def correlated(r: float, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Two columns whose correlation is r."""
    x, _ = np.linalg.qr(np.column_stack([np.ones(n), rng(SEED).normal(size=(n, 2))]))
    return x[:, 1], r * x[:, 1] + np.sqrt(1 - r * r) * x[:, 2]


def newcombe(a: int, n: int, b: int, m: int, level: float) -> dict:
    """Newcombe's interval of the difference of two independent shares is this method on their Wilson intervals."""
    return bounds(confint_proportions_2indep(a, n, b, m, method="newcomb", alpha=1 - level))


def newcombe_arguments() -> list[tuple]:
    pairs = [(8, 10, 3, 10), (50, 60, 40, 60), (1, 20, 5, 22), (99, 100, 97, 100), (400, 1000, 380, 900), (0, 10, 4, 10), (10, 10, 6, 10)]
    return [(*pair, level) for pair in pairs for level in LEVELS[1:4]]


P = [1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.001, 0.01, 0.025, 0.05, 0.1, 0.25, 0.4, 0.49, 0.5, 0.500001, 0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.999, 0.999999]
X = [-38.0, -20, -10, -6, -4, -3, -2.51, -2.49, -2, -1.5, -1, -0.5, -1e-8, 0, 1e-8, 0.3, 1, 1.96, 2.5, 3, 5, 8, 37]
SUCCESSES = [(s, n, level) for s, n in COUNTS for level in LEVELS[1:4]]
DISCORDANT = [(0, 0), (1, 0), (0, 5), (3, 3), (5, 15), (10, 14), (12, 12), (20, 4), (24, 0), (1, 22), (10, 15), (25, 0), (0, 40), (20, 25), (30, 60), (13, 12), (100, 140), (500, 450), (5000, 5200), (7, 90), (1000, 1001)]
TRIALS = [(0, 1, 0.5), (1, 1, 0.5), (2, 10, 0.5), (5, 10, 0.5), (10, 10, 0.5), (9, 10, 0.5), (3, 15, 0.1), (7, 15, 0.9), (60, 100, 0.5), (40, 100, 0.37), (1, 30, 0.2), (0, 30, 0.2), (30, 30, 0.99), (480, 1000, 0.5), (530, 1000, 0.5), (49_000, 100_000, 0.5), (10, 1000, 0.005), (6, 9, 0.3), (0, 5, 0.01), (4, 5, 0.99)]
SORTED = [np.sort(x) for x in samples([1, 2, 3, 10, 101], lambda r, n: r.normal(0, 1, n))]
RANKED = [*samples([1, 2, 5, 20, 60], lambda r, n: r.normal(0, 1, n)), *samples([2, 3, 4, 6, 10, 15, 25, 40, 80], lambda r, n: r.integers(0, 5, n).astype(float)), *[np.full(k, 0.5) for k in (1, 2, 7)], np.arange(9.0), -np.arange(9.0), np.array([0.1 + 0.2, 0.3, 0.3])]

# name: (reference, relative tolerance, reference function, its arguments)
FUNCTIONS: dict[str, tuple] = {
    "normalCdf": ("scipy.stats.norm.cdf", 1e-12, stats.norm.cdf, lambda: [(x,) for x in X]),
    "normalQuantile": ("scipy.stats.norm.ppf", 1e-12, stats.norm.ppf, lambda: [(p,) for p in P]),
    "studentTCdf": ("scipy.stats.t.cdf", 1e-12, stats.t.cdf, lambda: grid([-1e6, -40, -3, -1, -0.01, 0, 0.5, 2, 12], [0.5, 1, 2, 5, 30, 1e4])),
    "studentTQuantile": ("scipy.stats.t.ppf", 1e-11, stats.t.ppf, lambda: grid([1e-12, 0.005, 0.025, 0.3, 0.4999, 0.5, 0.6, 0.975, 0.999], [0.5, 1, 2, 5, 30, 1e4])),
    "chiSquareSurvival": ("scipy.stats.chi2.sf", 1e-11, stats.chi2.sf, lambda: grid([0, 1e-6, 0.1, 1, 3.84, 20, 150, 1000], [0.5, 1, 2, 5, 30, 1000])),
    "fSurvival": ("scipy.stats.f.sf", 1e-11, stats.f.sf, lambda: grid([0, 0.01, 0.5, 1, 4, 50], [1, 2, 7, 100], [1, 3, 40])),
    "incompleteBeta": ("scipy.special.betainc", 1e-11, special.betainc, lambda: grid([0.1, 0.5, 1, 3, 50, 1e4], [0.1, 0.5, 1, 3, 50, 1e4], [0, 1e-8, 0.1, 0.5, 0.9, 1])),
    "betaQuantile": ("scipy.special.betaincinv", 1e-11, special.betaincinv, lambda: grid([0.1, 0.5, 1, 3, 50, 1e4], [0.5, 1, 3, 50, 1e4], [0, 1e-8, 0.025, 0.5, 0.9, 1])),
    "studentisedRangeQuantile": ("scipy.stats.studentized_range.ppf, infinite df", 1e-9, lambda p, k: stats.studentized_range.ppf(p, k, np.inf), lambda: [(p, k) for p in (0.5, 0.9, 0.95, 0.99) for k in (2, 3, 5, 10, 20, 50)]),
    "binomialTestTwoSided": ("scipy.stats.binomtest", 1e-11, lambda k, n, p: stats.binomtest(k, n, p).pvalue, lambda: TRIALS),
    "wilson": ("statsmodels proportion_confint(method='wilson')", 1e-12, lambda k, n, level: bounds(proportion_confint(k, n, 1 - level, "wilson")), lambda: SUCCESSES),
    "clopperPearson": ("statsmodels proportion_confint(method='beta')", 1e-11, lambda k, n, level: bounds(proportion_confint(k, n, 1 - level, "beta")), lambda: SUCCESSES),
    "createRandom": ("xoshiro128** 1.1 and splitmix32 as published, in Python", 0, xoshiro, lambda: [(s,) for s in [*range(18), 12345, 2**32 - 1, 2**31]]),
    "bcaBounds": ("scipy.stats.bootstrap(method='BCa'); numpy.quantile where that is not finite", 1e-11, None, bca_cases),
    "mcnemar": ("statsmodels mcnemar", 1e-12, mcnemar_case, lambda: DISCORDANT),
    "pairedRandomisation": ("scipy.stats.permutation_test(permutation_type='samples'), all sign patterns", 1e-12, exact_randomisation, lambda: [(d,) for n in (2, 3, 4, 6, 9, 12) for d in samples([n] * 4, lambda r, k: r.normal(0.3, 1, k).round(1))]),
    "wilcoxonSignedRank": ("scipy.stats.wilcoxon(zero_method='wilcox', method='auto')", 1e-12, wilcoxon, lambda: [(d,) for d in differences()]),
    "pairedT": ("scipy.stats.ttest_1samp", 1e-11, paired_t, lambda: [(d,) for d in differences() if len(d) > 1 and np.std(d) > 0]),
    "zTest": ("scipy.stats.norm.sf", 1e-12, lambda d, se: 2 * stats.norm.sf(abs(d / se)), lambda: grid([-3, -0.1, 0, 0.02, 1], [0.01, 0.1, 1, 10])),
    "friedman": ("scipy.stats.friedmanchisquare, rankdata", 1e-11, friedman_case, score_tables),
    "nemenyiCriticalDifference": ("scipy.stats.studentized_range.ppf, infinite df", 1e-9, lambda k, n, level: stats.studentized_range.ppf(level, k, np.inf) / np.sqrt(2) * np.sqrt(k * (k + 1) / (6 * n)), lambda: [(k, n, level) for k in (2, 3, 4, 5, 6, 10, 20) for n, level in ((5, 0.9), (30, 0.95), (100, 0.99))]),
    "holm": ("statsmodels multipletests(method='holm')", 1e-12, lambda p: multipletests(p, method="holm")[1], p_value_lists),
    "benjaminiHochberg": ("statsmodels multipletests(method='fdr_bh')", 1e-12, lambda p: multipletests(p, method="fdr_bh")[1], p_value_lists),
    "minimumDetectableEffect": ("(z of 1 - alpha/2 + z of power) x standard error, scipy.stats.norm.ppf", 1e-12, lambda se, level, power: (stats.norm.ppf((1 + level) / 2) + stats.norm.ppf(power)) * se, lambda: grid([0, 0.01, 1.5], [0.9, 0.95, 0.99], [0.5, 0.8, 0.9])),
    "fisherZ": ("scipy.stats.pearsonr(...).confidence_interval; Bonett and Wright 2000 for spearman", 1e-12, fisher_case, lambda: [(r, n, level, kind) for r in (-0.99, -0.3, 0.0, 0.5, 0.9) for n, level in ((3, 0.95), (4, 0.9), (28, 0.95), (1000, 0.99)) for kind in ("pearson", "spearman")]),
    "orderStatisticBounds": ("scipy.stats.quantile_test(...).confidence_interval", 1e-12, order_statistics, order_statistic_arguments),
    "quantile": ("numpy.quantile", 1e-12, np.quantile, lambda: [(x, p) for x in SORTED for p in (0, 0.05, 0.25, 0.5, 0.9, 0.99, 1)]),
    "mean": ("exact rational arithmetic", 1e-13, lambda x: float(exact_moments(x)[0]), lambda: [(x,) for x in moment_samples()]),
    "variance": ("exact rational arithmetic", 1e-12, lambda x, ddof: float(exact_moments(x)[1] / (len(x) - ddof)), lambda: [(x, ddof) for x in moment_samples() for ddof in (0, 1)]),
    "standardErrorOfMean": ("scipy.stats.sem", 1e-12, stats.sem, lambda: [(x,) for x in moment_samples()]),
    "competitionRanks": ("scipy.stats.rankdata(method='min')", 0, lambda x, better: stats.rankdata(-x if better == "higher" else x, method="min"), lambda: [(x, better) for x in RANKED for better in ("higher", "lower")]),
    "midranks": ("scipy.stats.rankdata", 0, stats.rankdata, lambda: [(x,) for x in RANKED]),
    "moverDifference": ("statsmodels confint_proportions_2indep(method='newcomb')", 1e-12, newcombe, newcombe_arguments),
}
