import sys

from benchcast import ModelPerformanceClient, PredictivePerformanceClient

evaluation = ModelPerformanceClient()  # asks BENCHCAST_URL, else http://localhost:8080
prediction = PredictivePerformanceClient()

# 1. Evaluate two models on the same rows: lists, NumPy arrays or pandas columns.
run = evaluation.run_benchmark(
    "Credit risk",
    "credit-1",
    "classification",
    model_predictions={"current": [0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0], "candidate": [0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1]},
    ground_truth=[0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1],
)
for model in run["models"]:
    interval = run["confidence_intervals"][model]["accuracy"]
    print(f"{model}: accuracy {run['metrics'][model]['accuracy']:.2f}, 95 % interval {interval['lower']:.2f} to {interval['upper']:.2f}")

# 2. Recommend hardware, and show how far that is.
task = prediction.predict_hardware(
    "bert-base-uncased",
    batch_size=8,
    precision="fp16",
    available_hardware=["cuda", "cpu"],
    wait=True,
    on_progress=lambda state: print("█" * round(20 * state["progress"]), state["message"], file=sys.stderr),
)
for place in task["result"]["ranking"]:
    lower, upper = place["score_interval"]
    print(f"{place['hardware']} ({place['device']}): {place['throughput']:.0f} items/s, 90 % interval {lower:.0f} to {upper:.0f}, best with {place['probability_best']:.0%}")

# 3. Record what was measured: later predictions learn from it.
recorded = prediction.record_measurement("bert-base-uncased", "cuda", batch_size=8, precision="fp16", throughput=2410, latency=3.3, wait=True)
print("Recorded", recorded["result"]["measurement_id"])

# 4. Fail the build when the candidate is worse, and not by chance.
pair = next(pair for pair in run["comparisons"] if pair["metric"] == "accuracy")
is_worse = pair["significant"] and run["comparison_results"]["best_models"]["accuracy"] == "current"
print("The candidate is worse." if is_worse else f"No significant drop (p = {pair['p_adjusted']:.2f}).")
sys.exit(3 if is_worse else 0)
