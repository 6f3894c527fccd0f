"""The real examples in examples/data: models trained here on data sets that ship inside scikit-learn.

`build()` returns {path from the repository root: text} for the runner, python/tools/golden.py. Everything
follows from the seed and the versions, except how long a prediction takes: timings and sizes are measured once, kept in
examples/data/measured.json and read from there, so that a rerun can be compared byte for byte. Measure again with

    python python/tools/golden.py examples --remeasure
"""

import json
import pickle
import platform
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import sklearn
from sklearn.base import is_classifier
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits
from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor, HistGradientBoostingClassifier, RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

SEED = 20260801
TIMED_RUNS = 51
FOLDER = "examples/data"
MEASURED = f"{FOLDER}/measured.json"
ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Example:
    """One run-benchmark request in the making, with what its README section says."""

    file: str
    benchmark_name: str
    dataset_id: str
    task_type: str
    train: tuple
    test: tuple
    models: dict
    about: str
    source: str
    licence: str
    split: str
    labels: tuple = ()
    positive: object = None
    sensitive: dict = field(default_factory=dict)


def logistic_regression():
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=5000))


def breast_cancer():
    data = load_breast_cancer()
    named = data.target_names[data.target].astype(object)
    x, x_test, y, y_test = train_test_split(data.data, named, test_size=0.5, random_state=SEED, stratify=named)
    return Example(
        file="breast-cancer.json",
        benchmark_name="Breast cancer diagnosis",
        dataset_id="sklearn-breast-cancer-test-half",
        task_type="classification",
        train=(x, y),
        test=(x_test, y_test),
        models={
            "logistic-regression": ("Logistic regression", logistic_regression()),
            "random-forest": ("Random forest", RandomForestClassifier(n_estimators=200, random_state=SEED)),
            "gradient-boosting": ("Gradient boosting", GradientBoostingClassifier(random_state=SEED)),
            "k-nearest-neighbours": ("15 nearest neighbours", make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=15))),
        },
        about="Is a breast mass malignant? Thirty measurements of cell nuclei in a fine needle aspirate. Probabilities are P(malignant).",
        source="`sklearn.datasets.load_breast_cancer`: Breast Cancer Wisconsin (Diagnostic), W. H. Wolberg, W. N. Street, O. L. Mangasarian, 1995, UCI Machine Learning Repository, doi:10.24432/C5DW2B",
        licence="CC BY 4.0 (UCI Machine Learning Repository)",
        split="half for training, half held out, stratified by diagnosis",
        labels=("benign", "malignant"),
        positive="malignant",
    )


def diabetes_parts():
    data = load_diabetes(scaled=False)
    return data.data, data.target, *train_test_split(np.arange(len(data.target)), test_size=0.5, random_state=SEED)


DIABETES_SOURCE = "`sklearn.datasets.load_diabetes(scaled=False)`: B. Efron, T. Hastie, I. Johnstone, R. Tibshirani, Least Angle Regression, Annals of Statistics 32 (2004) 407-499"
DIABETES_LICENCE = "none stated by its source; distributed with scikit-learn (BSD-3-Clause)"
AGE_BANDS = ((0, "under 40"), (40, "40 to 54"), (55, "55 and over"))


def age_band(age):
    return [name for start, name in AGE_BANDS if age >= start][-1]


def diabetes_progression():
    x, y, train, test = diabetes_parts()
    median = float(np.median(y[train]))
    above = (y > median).astype(int)
    return Example(
        file="diabetes-progression.json",
        benchmark_name="Diabetes progression, by sex and age",
        dataset_id="sklearn-diabetes-test-half-binary",
        task_type="classification",
        train=(x[train], above[train]),
        test=(x[test], above[test]),
        models={
            "logistic-regression": ("Logistic regression", logistic_regression()),
            "random-forest": ("Random forest", RandomForestClassifier(n_estimators=200, random_state=SEED)),
            "gradient-boosting": ("Gradient boosting", GradientBoostingClassifier(n_estimators=50, max_depth=2, random_state=SEED)),
        },
        about=f"Will the disease progress more than in the median patient of the training half (progression above {median:g}) within a year? 1 is yes. "
        "Sex and age are among the features and are posted as `sensitive_features`. The source codes sex as 1 and 2 and does not say which is which; so do we.",
        source=DIABETES_SOURCE,
        licence=DIABETES_LICENCE,
        split="half for training, half held out, at random; the threshold comes from the training half alone",
        labels=(0, 1),
        positive=1,
        sensitive={"sex": [f"sex={value:g}" for value in x[test, 1]], "age": [age_band(value) for value in x[test, 0]]},
    )


def diabetes_regression():
    x, y, train, test = diabetes_parts()
    return Example(
        file="diabetes-regression.json",
        benchmark_name="Diabetes progression, as a number",
        dataset_id="sklearn-diabetes-test-half",
        task_type="regression",
        train=(x[train], y[train]),
        test=(x[test], y[test]),
        models={
            "ridge": ("Ridge regression", make_pipeline(StandardScaler(), Ridge(alpha=10))),
            "random-forest": ("Random forest", RandomForestRegressor(n_estimators=200, random_state=SEED)),
            "gradient-boosting": ("Gradient boosting", GradientBoostingRegressor(n_estimators=50, max_depth=2, random_state=SEED)),
        },
        about="Disease progression one year after baseline, a score from 25 to 346, from ten baseline variables.",
        source=DIABETES_SOURCE,
        licence=DIABETES_LICENCE,
        split="half for training, half held out, at random",
    )


def digits():
    data = load_digits()
    x, x_test, y, y_test = train_test_split(data.data, data.target, test_size=1 / 3, random_state=SEED, stratify=data.target)
    return Example(
        file="digits.json",
        benchmark_name="Handwritten digits",
        dataset_id="sklearn-digits-test-third",
        task_type="classification",
        train=(x, y),
        test=(x_test, y_test),
        models={
            "logistic-regression": ("Logistic regression", logistic_regression()),
            "random-forest": ("Random forest", RandomForestClassifier(n_estimators=200, random_state=SEED)),
            "gradient-boosting": ("Histogram gradient boosting", HistGradientBoostingClassifier(max_iter=60, early_stopping=False, random_state=SEED)),
        },
        about="Which digit is it? Images of 8 x 8 pixels, ten classes, with the probability of each class.",
        source="`sklearn.datasets.load_digits`: Optical Recognition of Handwritten Digits, E. Alpaydin, C. Kaynak, 1998, UCI Machine Learning Repository, doi:10.24432/C50P49",
        licence="CC BY 4.0 (UCI Machine Learning Repository)",
        split="two thirds for training, one third held out, stratified by digit",
        labels=tuple(range(10)),
    )


EXAMPLES = (breast_cancer, diabetes_progression, diabetes_regression, digits)


def rounded_rows(probabilities):
    """Rows of whole millionths that sum to one; what is possible stays possible (at least one millionth), so that rounding never makes a log loss infinite."""
    units = np.rint(probabilities * 1e6).astype(np.int64)
    units[(probabilities > 0) & (units == 0)] = 1
    rows = np.arange(len(units))
    units[rows, units.argmax(axis=1)] += 1_000_000 - units.sum(axis=1)
    return units / 1e6


def plain(values):
    return np.asarray(values).tolist()


def scores(example, model):
    """P(positive) for two classes with a positive one, else one row of class probabilities in the order of the labels."""
    rows = rounded_rows(model.predict_proba(example.test[0]))
    order = [plain(model.classes_).index(label) for label in example.labels]
    return plain(rows[:, plain(model.classes_).index(example.positive)] if example.positive is not None else rows[:, order])


def measure(example, model):
    predict = model.predict_proba if is_classifier(model) else model.predict
    seconds = []
    with threadpool_limits(1):
        for _ in range(TIMED_RUNS + 5):
            start = time.perf_counter()
            predict(example.test[0])
            seconds.append(time.perf_counter() - start)
    return {"latency_ms": round(1000 * statistics.median(seconds[5:]), 3), "memory_usage_mb": round(len(pickle.dumps(model)) / 1e6, 4)}


def metadata(example, name, model, measured):
    call = "predict_proba" if is_classifier(model) else "predict"
    return {
        "name": name,
        **measured,
        "estimator": " ".join(str(model).split()),
        "latency_measured": f"median of {TIMED_RUNS} calls of {call} on all {len(example.test[1])} held-out rows at once, time.perf_counter, one thread, after 5 warm-up calls",
        "memory_measured": "size of pickle.dumps(model) in 10^6 bytes",
    }


def request(example, measured):
    """The body to post, and the figures measured on the way."""
    body = {"benchmark_name": example.benchmark_name, "dataset_id": example.dataset_id, "task_type": example.task_type}
    predictions, probabilities, about = {}, {}, {}
    for model_id, (name, model) in example.models.items():
        model.fit(*example.train)
        predicted = model.predict(example.test[0])
        predictions[model_id] = plain(predicted if is_classifier(model) else predicted.round(3))
        if is_classifier(model):
            probabilities[model_id] = scores(example, model)
        measured.setdefault(example.file, {}).setdefault(model_id, None)
        measured[example.file][model_id] = measured[example.file][model_id] or measure(example, model)
        about[model_id] = metadata(example, name, model, measured[example.file][model_id])
    body |= {"model_metadata": about, "ground_truth": plain(example.test[1]), "model_predictions": predictions}
    if probabilities:
        body |= {"model_probabilities": probabilities, "class_labels": list(example.labels)}
    if example.positive is not None:
        body["positive_label"] = example.positive
    if example.sensitive:
        body["sensitive_features"] = example.sensitive
    return body


def compact(body):
    """JSON with one line per top-level key and per model: small, and its diffs can be read."""

    def lines(value, depth):
        if not isinstance(value, dict) or depth == 2:
            return json.dumps(value, separators=(",", ":"))
        indent = "  " * (depth + 1)
        inner = ",\n".join(f"{indent}{json.dumps(key)}: {lines(item, depth + 1)}" for key, item in value.items())
        return "{\n" + inner + "\n" + "  " * depth + "}"

    return lines(body, 0) + "\n"


def versions():
    return {"scikit-learn": sklearn.__version__, "numpy": np.__version__}


def section(example):
    names = "\n".join(f"- `{model_id}`: {name}, `{' '.join(str(model).split())}`" for model_id, (name, model) in example.models.items())
    return f"""## {example.benchmark_name} (`{example.file}`)

{example.about}

- Task: {example.task_type}, {len(example.test[1])} held-out samples, {len(example.train[1])} for training ({example.split})
- Data: {example.source}
- Licence of the data: {example.licence}

Models:

{names}
"""


def readme(examples):
    return f"""# Real examples

Written by `python/tools/goldens/examples.py`; do not edit. Make them again with `python python/tools/golden.py examples`.

Each `.json` file (but `measured.json`) is a body for `POST /api/v1/model-performance/run-benchmark`: the predictions and probabilities of models trained
by that script, on a held-out part of a data set that ships inside scikit-learn. Nothing is invented.

- Made with {", ".join(f"{name} {version}" for name, version in versions().items())}; seed {SEED} for every split and model.
- Probabilities are rounded to six decimals; rows sum to one, and a probability above 0 stays above 0.
- `latency_ms` is the median of {TIMED_RUNS} calls on the whole held-out part at once, one thread; `memory_usage_mb` the size of the pickled model.
  Both were measured where the script ran (see `measured.json`), so compare them with each other only. `--remeasure` measures again.

{chr(10).join(section(example) for example in examples)}"""


def measurements():
    """What the file holds, or with --remeasure an empty one to fill."""
    path = ROOT / MEASURED
    if "--remeasure" not in sys.argv and path.exists():
        return json.loads(path.read_text())
    return {"where": {"python": platform.python_version(), **versions(), "system": platform.system(), "machine": platform.machine()}, "measured": {}}


def build():
    figures = measurements()
    examples = [make() for make in EXAMPLES]
    files = {f"{FOLDER}/{example.file}": compact(request(example, figures["measured"])) for example in examples}
    files[MEASURED] = json.dumps(figures, indent=2) + "\n"
    files[f"{FOLDER}/README.md"] = readme(examples)
    return files
