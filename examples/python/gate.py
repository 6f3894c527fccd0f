"""
Fails a build when a candidate is worse than the model in use, and only when that is more than chance.

python examples/python/gate.py [candidate]
"""

import json
import sys
from pathlib import Path

from benchcast import ModelPerformanceClient

REGRESSION = 3  # the exit code of `benchcast evaluate` for the same
candidate = sys.argv[1] if len(sys.argv) > 1 else "random-forest"
data = json.loads((Path(__file__).parent / "../data/breast-cancer.json").read_text())

with ModelPerformanceClient() as client:
    run = client.run_benchmark(
        f"Gate: {candidate}",
        "breast-cancer-test-half",
        "classification",
        model_predictions={"current": data["model_predictions"]["logistic-regression"], "candidate": data["model_predictions"][candidate]},
        ground_truth=data["ground_truth"],
        metrics=["accuracy"],
        compare={"baseline": "current"},
    )

accuracy = run["comparison_results"]["metrics"]["accuracy"]
is_worse = run["comparisons"][0]["significant"] and accuracy["candidate"] < accuracy["current"]
verdict = "worse, and not by chance" if is_worse else "no significant drop"
print(f"Accuracy {accuracy['current']:.3f} now, {accuracy['candidate']:.3f} with {candidate}: {verdict}.")
sys.exit(REGRESSION if is_worse else 0)
