"""Which of two models is better, and is the difference more than chance?"""

import json
from pathlib import Path

from benchcast import ModelPerformanceClient

data = json.loads((Path(__file__).parent / "../data/breast-cancer.json").read_text())

with ModelPerformanceClient() as client:  # asks BENCHCAST_URL, else http://localhost:8080
    run = client.run_benchmark(
        "Breast cancer, two models",
        "breast-cancer-test-half",
        "classification",
        model_predictions={"forest": data["model_predictions"]["random-forest"], "boosting": data["model_predictions"]["gradient-boosting"]},
        ground_truth=data["ground_truth"],
    )

for place in run["comparison_results"]["rankings"]["accuracy"]:
    interval = run["confidence_intervals"][place["model_id"]]["accuracy"]
    print(f"{place['rank']}. {place['model_id']:8} accuracy {place['value']:.3f}, 95 % interval {interval['lower']:.3f} to {interval['upper']:.3f}")

comparison = next(pair for pair in run["comparisons"] if pair["metric"] == "accuracy")
verdict = "not chance" if comparison["significant"] else "a tie"
print(f"Difference {abs(comparison['difference']):.3f}, p = {comparison['p_adjusted']:.4f}: {verdict}.")
print(f"Stored as {run['run_id']}")
